"""What if: vacancies, contractors, longer days, summers, tried on the facts of a plan and set beside today."""

from makegood.planner.what_if.apply import apply, last_day, with_more_time
from makegood.planner.what_if.changes import Change, Scenario
from makegood.planner.what_if.comparison import Comparison, Row, compare
from makegood.planner.what_if.figures import Figures, figures_of
from makegood.planner.what_if.in_short import in_short
from makegood.planner.what_if.new_debt import new_debt
from makegood.planner.what_if.reader import read_what_if

__all__ = [
    "Change",
    "Comparison",
    "Figures",
    "Row",
    "Scenario",
    "apply",
    "compare",
    "figures_of",
    "in_short",
    "last_day",
    "new_debt",
    "read_what_if",
    "with_more_time",
]
