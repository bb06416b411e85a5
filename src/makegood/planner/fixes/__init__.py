"""What more time would settle: a provider's further hour, one more person, after school, summer."""

from makegood.planner.fixes.find import Solve, Solved, fixes
from makegood.planner.fixes.fix import Fix, Kind

__all__ = ["Fix", "Kind", "Solve", "Solved", "fixes"]
