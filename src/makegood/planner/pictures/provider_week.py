"""A provider's week: regular sessions, time free for make-ups, and the make-ups that fill it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from makegood.planner.pictures.facts import Facts, week
from makegood.planner.pictures.timetable import Block, Kind, Timetable
from makegood.planner.spans import joined, without
from makegood.plans.instance import Session
from makegood.terms.clock import clock

NAMED: Final[Mapping[Kind, str]] = {
    "make_up": "make-up",
    "agreed": "make-up, agreed already",
    "regular": "regular session",
    "free": "free for make-ups",
}


def provider_week(facts: Facts, provider_id: str, monday: dt.date, sessions: Sequence[Session]) -> Timetable:
    """Return a provider's week before and after.

    Args:
        facts: The facts of the plan.
        provider_id: Whose week it is.
        monday: Its Monday.
        sessions: The provider's make-ups of that week, agreed ones included.
    """
    before: list[Block] = []
    after: list[Block] = []
    held = facts.blocks(sessions, [_label(session) for session in sessions])
    for date in week(monday):
        regular = sorted(facts.regular(date, provider_id=provider_id))
        free = joined(
            (part.start, part.end)
            for part in facts.times.free_time(provider_id, date)
            if part.dated or date in facts.school_days
        )
        taken = [(block.start, block.end) for block in held if block.date == date]
        before += [*regular, *(Block(date, start, end, "free") for start, end in free)]
        after += [*regular, *(Block(date, start, end, "free") for start, end in without(free, taken))]
    agreed = [block for block in held if block.kind == "agreed"]
    return Timetable(monday=monday, before=tuple(sorted([*before, *agreed])), after=tuple(sorted([*after, *held])))


def _label(session: Session) -> str:
    count = len(session.students)
    return f"{clock(session.start)}\n{count} student{'s' if count > 1 else ''}"
