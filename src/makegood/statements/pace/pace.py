"""One service's pace up to the end of one span: the arithmetic, in whole minutes and school days."""

import datetime as dt
from typing import Any, Final, Literal, NamedTuple

SCHOOL_WEEK: Final = 5
"""School days in a week: minutes a week are counted for it."""

Horizon = Literal["period", "year", "iep"]


class Pace(NamedTuple):
    """One service up to the end of one span. Minutes and school days are whole.

    Attributes:
        horizon: The current period, the school year, or the service's own start to end.
        first: The span's first day.
        last: Its last day.
        due: Minutes due in the whole span.
        held: Regular minutes delivered so far in it, also those delivered differently.
        made_up: Minutes of the span's misses that make-ups settled.
        days_so_far: School days of the service so far this year, which the rate rests on.
        held_so_far: Regular minutes held on them.
        days_left: School days left in the span.
        weeks_unrecorded: Weeks of these school days that are over and have nothing on record; they count as not given.
        session: The longest regular session on record, else the service's own minutes.
    """

    service_id: str
    student_id: str
    service_type: str
    horizon: Horizon
    first: dt.date
    last: dt.date
    due: int
    held: int
    made_up: int
    days_so_far: int
    held_so_far: int
    days_left: int
    weeks_unrecorded: int
    session: int

    @property
    def at_this_rate(self) -> int:
        """Minutes at the end of the span if the rest goes as it went so far, rounded down."""
        coming = self.held_so_far * self.days_left // self.days_so_far if self.days_so_far else 0
        return self.held + self.made_up + coming

    @property
    def short(self) -> int:
        """Minutes that would then be lacking."""
        return max(0, self.due - self.at_this_rate)

    @property
    def behind(self) -> bool:
        """Whether at least one session would be lacking; less is a matter of which day it is."""
        short = self.due - self.at_this_rate
        return short > 0 and short >= min(self.session, self.due)

    @property
    def lacking(self) -> int:
        """Minutes due and not given yet."""
        return max(0, self.due - self.held - self.made_up)

    @property
    def a_week_so_far(self) -> int | None:
        """Minutes held in five school days so far, rounded down; None before the first school day."""
        return self.held_so_far * SCHOOL_WEEK // self.days_so_far if self.days_so_far else None

    @property
    def a_week_needed(self) -> int | None:
        """Minutes in five school days that would make it up, rounded up; None if no school day is left."""
        return -(-self.lacking * SCHOOL_WEEK // self.days_left) if self.days_left else None

    def as_dict(self) -> dict[str, Any]:
        """Return the pace as JSON prints it."""
        own = ("service_id", "student_id", "service_type", "horizon")
        figures = ("due", "held", "made_up", "days_so_far", "held_so_far", "days_left", "weeks_unrecorded", "session")
        after = ("at_this_rate", "short", "behind", "a_week_so_far", "a_week_needed")
        return {
            **{name: getattr(self, name) for name in own},
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            **{name: getattr(self, name) for name in (*figures, *after)},
        }
