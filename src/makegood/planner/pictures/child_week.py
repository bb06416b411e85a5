"""A child's week: regular sessions, time that is never taken, open time, and the make-ups that fill it."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from makegood.planner.pictures.facts import Facts, week
from makegood.planner.pictures.telling import ENGLISH, Telling
from makegood.planner.pictures.timetable import Block, Timetable
from makegood.planner.spans import without
from makegood.plans.instance import Session

_FITS: Final = 13
"""Letters that a day's column of the picture has room for; the table under it has the whole word."""


def child_week(
    facts: Facts, student_id: str, monday: dt.date, sessions: Sequence[Session], telling: Telling = ENGLISH
) -> Timetable:
    """Return a child's week before and after.

    Args:
        facts: The facts of the plan.
        student_id: Whose week it is.
        monday: Its Monday.
        sessions: The child's make-ups of that week, agreed ones included.
        telling: How it speaks.
    """
    before: list[Block] = []
    after: list[Block] = []
    held = facts.blocks(sessions, [_label(each, telling) for each in sessions])
    for date in week(monday):
        stays = [
            *facts.regular(date, student_id=student_id),
            *(each._replace(label=telling.use(each.label)) for each in facts.kept(student_id, date)),
        ]
        open_ = facts.times.open_time(student_id, date)
        taken = [(block.start, block.end) for block in held if block.date == date]
        before += [*stays, *(Block(date, start, end, "free") for start, end in open_)]
        after += [*stays, *(Block(date, start, end, "free") for start, end in without(open_, taken))]
    agreed = [block for block in held if block.kind == "agreed"]
    return Timetable(monday=monday, before=tuple(sorted([*before, *agreed])), after=tuple(sorted([*after, *held])))


def _label(session: Session, telling: Telling) -> str:
    what = telling.words.service(session.service_type)
    return f"{telling.time(session.start)}\n{what if len(what) <= _FITS else what[: _FITS - 1] + '…'}"
