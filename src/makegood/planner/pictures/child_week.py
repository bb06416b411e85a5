"""A child's week: regular sessions, time that is never taken, open time, and the make-ups that fill it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from makegood.planner.instance import Session
from makegood.planner.pictures.facts import Facts, week
from makegood.planner.pictures.timetable import Block, Kind, Timetable
from makegood.planner.plan_json import clock
from makegood.planner.spans import without
from makegood.planner.wording import plain

NAMED: Final[Mapping[Kind, str]] = {
    "make_up": "make-up",
    "agreed": "make-up, agreed already",
    "regular": "regular session",
    "kept": "never taken",
    "free": "open",
}


def child_week(facts: Facts, student_id: str, monday: dt.date, sessions: Sequence[Session]) -> Timetable:
    """Return a child's week before and after.

    Args:
        facts: The facts of the plan.
        student_id: Whose week it is.
        monday: Its Monday.
        sessions: The child's make-ups of that week, agreed ones included.
    """
    before: list[Block] = []
    after: list[Block] = []
    held = facts.blocks(sessions, [f"{clock(each.start)}\n{plain(each.service_type)}" for each in sessions])
    for date in week(monday):
        stays = [*facts.regular(date, student_id=student_id), *facts.kept(student_id, date)]
        open_ = facts.times.open_time(student_id, date)
        taken = [(block.start, block.end) for block in held if block.date == date]
        before += [*stays, *(Block(date, start, end, "free") for start, end in open_)]
        after += [*stays, *(Block(date, start, end, "free") for start, end in without(open_, taken))]
    agreed = [block for block in held if block.kind == "agreed"]
    return Timetable(monday=monday, before=tuple(sorted([*before, *agreed])), after=tuple(sorted([*after, *held])))
