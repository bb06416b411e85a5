"""What one way to more time would settle of what a plan leaves."""

from dataclasses import dataclass
from typing import Literal

from makegood.plans.instance import Availability

Kind = Literal["as_they_are", "more_hours", "one_more_fte", "after_school", "summer"]
"""How time is found.

`as_they_are`: the four weeks after the plan, with the hours that are on record: nothing is added; `more_hours`: a
further hour of one provider on days of the week; `one_more_fte`: one more person, free for make-ups all school day;
`after_school`: the hour after the last bell, with everybody who serves the school; `summer`: two hours on weekdays of
those of the four weeks after the plan that have no school at all, with everybody who serves the school.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What more time would settle, the plan kept as it is.

    Attributes:
        provider_id: Whose hour it is; None where it is not one provider's.
        school_id: Where; None for the whole district.
        hours: Hours that are added. Days of the week and dates of which nothing would be used are left out.
        minutes: Owed minutes that they would settle, at least.
        children: Students whose minutes these are.
        cost: Of the hours, in whole cents; None where no hourly cost is known.
        rows: The time that is added, as rows of `availability`: whoever adds them and plans again finds the minutes.
    """

    kind: Kind
    provider_id: str | None
    school_id: str | None
    service_type: str
    hours: float
    minutes: int
    children: int
    cost: int | None
    rows: tuple[Availability, ...] = ()
