"""From a plan to agreed make-ups: rows of `pinned` and `offers` in a folder of records."""

from makegood.planner.accept.acceptance import Acceptance, acceptance_of
from makegood.planner.accept.write import write_acceptance

__all__ = ["Acceptance", "acceptance_of", "write_acceptance"]
