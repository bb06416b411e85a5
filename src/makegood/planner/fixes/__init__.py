"""What more time would settle: a provider's further hour, one more person, after school, summer."""

from makegood.planner.fixes.find import LATER, Solve, Solved, fixes
from makegood.planner.fixes.fix import Fix, Kind

__all__ = ["LATER", "Fix", "Kind", "Solve", "Solved", "fixes"]
