"""A plan in plain words: reasons, names, shares."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from makegood.planner.explain.words import plain
from makegood.planner.fixes import Fix
from makegood.planner.instance import Session
from makegood.planner.plan import Plan, Summary, Why

__all__ = [
    "REASONS", "STEPS", "Names", "beyond_cover", "how_near", "in_title", "left_share", "percent", "place", "plain",
    "way",
]  # fmt: skip

REASONS: Final[Mapping[Why, str]] = {
    "no_provider": "Nobody who may give this has time for make-ups",
    "no_open_time": "The child has no open time left when they are free",
    "deadline": "Time comes only after the deadline",
    "limit": "A limit on make-ups is reached",
    "providers_full": "Everybody who may give this is full when the child is open",
    "not_found": "There is room, and the search did not find it",
}
STEPS: Final[Mapping[Why, str]] = {
    "no_provider": "Rows in 'availability' for somebody with the credential, or a contractor.",
    "no_open_time": "Time outside the bell (a dated row of 'availability'), or other hours of a provider.",
    "deadline": "Earlier time, or ask who decides about the deadline. It goes to minutes that can still be in time.",
    "limit": "Ask who set the limit whether it should hold here. The details name it.",
    "providers_full": "More hours when the child is open, one more post, or a contractor: see the price of the rest.",
    "not_found": "Let it search longer (--time), or place it by hand: the details name a free time.",
}
_TENTHS: Final = 1000


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
        return self.schools.get(id_) or id_


def _beside(id_: str, names: Mapping[str, str]) -> str:
    return f"{id_} {names[id_]}" if names.get(id_) else id_


def way(fix: Fix, names: Names) -> str:
    """Return a way to more time in words."""
    everybody = "everybody" if fix.school_id is None else "everybody who serves the school"
    return {
        "more_hours": f"one hour more of {names.provider(fix.provider_id or '')} on each day with school",
        "one_more_fte": "one more person, free for make-ups all school day",
        "after_school": f"the hour after the last bell, with {everybody}",
        "summer": f"two hours a weekday in the four weeks after the plan, with {everybody}",
    }[fix.kind]


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
    near = percent(summary.planned, summary.bound)
    return f"No plan can place more than {summary.bound:,} minutes; this plan reaches {near} of that."


def beyond_cover(plan: Plan) -> str | None:
    """Say what hours of a contractor on days with school cannot settle, if there is anything."""
    beyond = sum(each.minutes for each in plan.unplanned) - sum(each.minutes for each in plan.cover)
    if beyond <= 0:
        return None
    return (
        f"For {beyond:,} more minutes the students have no open time left within the limits: a contractor alone cannot "
        "settle them. Time after the last bell or in summer can."
    )


def left_share(summary: Summary) -> str:
    """Say how much is left open for the child with the largest open share."""
    if not summary.worst_open_share:
        return "No child is left with open minutes."
    share = math.ceil(summary.worst_open_share * 100 - 1e-9)
    if share == 100:  # noqa: PLR2004 - all of it, in percent
        return "For at least one child nothing could be planned."
    return f"No child is left with more than {share}% of what is owed to them."
