"""What became of each agreed make-up by the as-of date."""

import datetime as dt
from typing import Literal

from makegood.planner.gather.make_ups import MakeUps
from makegood.planner.gather.offers import Offers
from makegood.planner.gather.pins import Pin

Outcome = Literal["to_come", "held", "missed", "not_logged", "declined"]
"""`held`: minutes were given, and the ledger counts them; `missed`: the log says that none were; `not_logged`: its
day is behind us and the log says nothing; `declined`: the family said no. All but `to_come` and `held` free the
minutes.
"""


def outcome_of(pin: Pin, make_ups: MakeUps, offers: Offers, as_of: dt.date, first: dt.date) -> Outcome:
    """Return what became of an agreed make-up.

    Args:
        pin: The agreed make-up of one student.
        make_ups: What the log says.
        offers: What families answered.
        as_of: The day up to which the log counts.
        first: The first day of the plan. A day that is still to be planned is not behind us.
    """
    logged = make_ups.of_day(pin.student_id, pin.service_type, pin.date)
    if make_ups.was_held(logged):
        return "held"
    if logged:
        return "missed"
    if offers.declined(pin):
        return "declined"
    if pin.date < as_of or pin.date == as_of < first:
        return "not_logged"
    return "to_come"
