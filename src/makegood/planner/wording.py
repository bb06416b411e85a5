"""A plan in plain words: reasons, names, shares."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from makegood.planner.explain.words import hours, listed, plain
from makegood.planner.fixes import Fix
from makegood.plans.instance import Availability, Limits, Session
from makegood.plans.plan import Plan, Summary, Why
from makegood.terms.visible import visible

__all__ = [
    "REASONS", "STEPS", "Names", "beyond_cover", "dollars", "how_near", "in_title", "left_share", "percent", "place",
    "plain", "price_of_rest", "way",
]  # fmt: skip

REASONS: Final[Mapping[Why, str]] = {
    "missing_data": "The records lack a row that a plan needs",
    "no_provider": "Nobody who may give this has time for make-ups",
    "no_open_time": "The child has no open time left when a provider is free",
    "deadline": "Time comes only after the deadline",
    "limit": "A limit on make-ups is reached",
    "providers_full": "Everybody who may give this is full when the child is open",
    "not_found": "There is room, and the search did not find it",
}
STEPS: Final[Mapping[Why, str]] = {
    "missing_data": "Fill in the row that the details name.",
    "no_provider": "Somebody with the credential for the post, rows in 'availability' (with a date where there is no "
    "school), or a contractor.",
    "no_open_time": "Time outside the bell (a dated row of 'availability'), or other hours of a provider.",
    "deadline": "Earlier time, or ask who decides about the deadline. It goes to minutes that can still be in time.",
    "limit": "Ask who set the limit whether it should hold here. The details name it.",
    "providers_full": "More hours when the child is open, one more post, or a contractor: see the price of the rest.",
    "not_found": "Let it search longer (--time), or place it by hand: the details name a free time.",
}
_TENTHS: Final = 1000
_FEW: Final = 3
NEAR: Final = 0.95
"""A share of the bound from which on it says how good a plan is. Under it the bound may be loose, and a share would
say of a perfect plan that it is a poor one."""
_CENTS: Final = 100


@dataclass(frozen=True, slots=True)
class Names:
    """Names beside ids; whoever did not ask for persons' names gives none."""

    students: Mapping[str, str] = field(default_factory=dict)
    providers: Mapping[str, str] = field(default_factory=dict)
    schools: Mapping[str, str] = field(default_factory=dict)

    def student(self, id_: str) -> str:
        """Return a student's id, with the name if there is one."""
        return _beside(id_, self.students)

    def provider(self, id_: str) -> str:
        """Return a provider's id, with the name if there is one."""
        return _beside(id_, self.providers)

    def school(self, id_: str) -> str:
        """Return a school's name, or its id."""
        return visible(self.schools.get(id_) or id_)


def _beside(id_: str, names: Mapping[str, str]) -> str:
    return visible(f"{id_} {names[id_]}" if names.get(id_) else id_)


def way(fix: Fix, names: Names) -> str:
    """Return a way to more time in words."""
    everybody = "everybody" if fix.school_id is None else "everybody who serves the school"
    return {
        "as_they_are": "the four weeks after this plan as they are, with the hours that are on record",
        "more_hours": f"one hour more of {names.provider(fix.provider_id or '')} on {week_of(fix.rows)}",
        "one_more_fte": f"one more person, free for make-ups all school day on {week_of(fix.rows)}",
        "after_school": f"the hour after the last bell on {_days_of(fix)}, with {everybody}",
        "summer": f"9:00-11:00 on {_days_of(fix)} in the weeks without school after this plan, with {everybody}",
    }[fix.kind]


def week_of(rows: Sequence[Availability]) -> str:
    """Return the days of the week and the hours that rows add, or that there are none."""
    spans = sorted({(row.weekday or 0, row.start, row.end) for row in rows if row.weekday is not None})
    return "; ".join(hours(*span) for span in spans) or "no day"


def _days_of(fix: Fix) -> str:
    count = len({row.date for row in fix.rows})
    return f"{count} day{'' if count == 1 else 's'}"


def place(fix: Fix, names: Names) -> str:
    """Return where more time would be, and for what."""
    where = "Every school" if fix.school_id is None else names.school(fix.school_id)
    return f"{where}, {plain(fix.service_type)}"


def in_title(session: Session) -> str:
    """Return what a session is, without saying for whom: `Make-up speech, 2 students`."""
    together = len(session.students)
    return f"Make-up {plain(session.service_type)}, {together} student{'s' if together > 1 else ''}"


def percent(part: int, whole: int) -> str:
    """Return a share rounded down to tenths of a percent, so that 100% means all of it."""
    tenths = _TENTHS * part // whole if whole else _TENTHS
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths / 10:.1f}%"


def dollars(cents: int) -> str:
    """Return whole cents as dollars."""
    return f"${cents / _CENTS:,.2f}"


def how_near(summary: Summary) -> str:
    """Say how near the plan is to the best possible one."""
    if not summary.owed:
        return "Nothing is owed and open: there is nothing to plan."
    if summary.planned == summary.owed:
        return "Everything that is owed and open has its place."
    if not summary.bound:
        return "No plan can place any of these minutes: each reason is below."
    if summary.planned == summary.bound:
        return f"No plan can place more than {summary.bound:,} minutes: this plan reaches that."
    if summary.planned < NEAR * summary.bound:
        return (
            f"At most {summary.bound:,} minutes could be placed: a limit from above, and the best plan may lie well "
            "below it."
        )
    near = percent(summary.planned, summary.bound)
    return f"No plan can place more than {summary.bound:,} minutes; this plan reaches {near} of that."


def price_of_rest(plan: Plan) -> str | None:
    """Say in a line what a contractor would take to settle what is left, as far as one can."""
    if not plan.unplanned:
        return None
    minutes = sum(each.minutes for each in plan.cover)
    if not minutes:
        return "A contractor alone could settle none of them in these weeks."
    whole = minutes == sum(each.minutes for each in plan.unplanned)
    hours = f"{sum(each.hours for each in plan.cover):,.2f} hours"
    known = [each.cost for each in plan.cover if each.cost is not None]
    cost = dollars(sum(known)) if known else "a cost that is not on record"
    rest = " plus what has no cost on record" if known and len(known) < len(plan.cover) else ""
    staff = (
        " (staff cost: no contractor's rate is on record)" if any(each.rate == "staff" for each in plan.cover) else ""
    )
    much = "all" if whole else f"{minutes:,}"
    return f"A contractor could settle {much} of them in {hours}, for {cost}{staff}{rest}."


def beyond_cover(plan: Plan, limits: Limits) -> str | None:
    """Say what hours of a contractor on days with school cannot settle, if there is anything."""
    beyond = sum(each.minutes for each in plan.unplanned) - sum(each.minutes for each in plan.cover)
    if beyond <= 0:
        return None
    if limits.student_day is None and limits.student_week is None:
        within, help_ = "", "More weeks would help, or time outside the bell."
    else:
        within = " within the limits on a student's day and week"
        help_ = "More weeks would help, or time outside the bell as far as the limits allow it."
    return (
        f"For {beyond:,} more minutes the students have no open time left{within}: a contractor alone cannot settle "
        f"them in these weeks. {help_}"
    )


def left_share(plan: Plan) -> str:
    """Say for whom nothing is planned, or how much is left open for the child with the largest open share."""
    if not plan.summary.worst_open_share:
        return "No child is left with open minutes."
    helped = plan.helped
    without = list(dict.fromkeys(each.student_id for each in plan.unplanned if each.student_id not in helped))
    if without:
        who = f": {listed(without)}" if len(without) <= _FEW else ""
        return f"For {len(without):,} {'child' if len(without) == 1 else 'children'} nothing is planned{who}."
    share = math.ceil(plan.summary.worst_open_share * 100 - 1e-9)
    return f"No child is left with more than {share}% of what is owed to them."
