"""What if: vacancies, contractors, longer days, summers, tried on the facts of a plan and set beside today."""

from makegood.planner.what_if.apply import apply
from makegood.planner.what_if.changes import Change, Scenario
from makegood.planner.what_if.reader import read_what_if

__all__ = ["Change", "Scenario", "apply", "read_what_if"]
