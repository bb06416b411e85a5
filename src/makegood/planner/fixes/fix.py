"""What one way to more time would settle of what a plan leaves."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["more_hours", "one_more_fte", "after_school", "summer"]
"""How time is added.

`more_hours`: a further hour of one provider on each day with school; `one_more_fte`: one more person, free for make-ups
all school day; `after_school`: the hour after the last bell, with everybody who serves the school; `summer`: two hours
on each weekday of the four weeks after the plan, with everybody who serves the school.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What more time would settle, the plan kept as it is.

    Attributes:
        provider_id: Whose hour it is; None where it is not one provider's.
        school_id: Where; None for the whole district.
        hours: Hours that are added, used or not.
        minutes: Owed minutes that they would settle, at least.
        children: Students whose minutes these are.
        cost: Of the hours, in whole cents; None where no hourly cost is known.
    """

    kind: Kind
    provider_id: str | None
    school_id: str | None
    service_type: str
    hours: float
    minutes: int
    children: int
    cost: int | None
