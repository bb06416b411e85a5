"""What an auditor would ask about: rows that contradict themselves, the calendar, the absences or one another.

No doubt changes a figure: what the rows say is counted as it is written, and a person decides what is wrong.
Each doubt is a warning, and a function of the log; where it takes services, only their rows are looked at.
"""

from typing import Final

from makegood.log.doubts.away import delivered_while_away
from makegood.log.doubts.closed import delivered_without_school, no_school_reason_on_school_day
from makegood.log.doubts.ends import log_ends
from makegood.log.doubts.in_full import delivered_with_reason
from makegood.log.doubts.outlives import outlives_calendar
from makegood.log.doubts.slots import slots_over_promise
from makegood.log.doubts.twice import brought_in_twice

OF_REASONS: Final = (delivered_while_away, delivered_with_reason, no_school_reason_on_school_day)
"""Doubts about what a reason or the kind of an absence says: local codes have to be known for them."""

__all__ = [
    "OF_REASONS",
    "brought_in_twice",
    "delivered_while_away",
    "delivered_with_reason",
    "delivered_without_school",
    "log_ends",
    "no_school_reason_on_school_day",
    "outlives_calendar",
    "slots_over_promise",
]
