"""The table under the pictures of a week: every block of time in words."""

from collections.abc import Mapping
from itertools import groupby

from makegood.planner.pictures.telling import Telling
from makegood.planner.pictures.timetable import Block, Kind, Timetable

Row = tuple[str, str, str]
"""From when to when, what it is before, and what it is with the plan; blank where it is not there."""


def rows_by_day(week: Timetable, named: Mapping[Kind, str], telling: Telling) -> dict[str, list[Row]]:
    """Return the rows of each day with any, in order.

    Args:
        week: The week.
        named: What each kind of block is called here.
        telling: How it speaks.
    """
    before, after = set(week.before), set(week.after)

    def row(block: Block) -> Row:
        word = f"{named[block.kind]}: {block.label}" if block.kind == "kept" else named[block.kind]
        return telling.block(block), word if block in before else "", word if block in after else ""

    by_day = groupby(sorted(before | after), key=lambda block: block.date)
    return {telling.words.dated(day): [row(block) for block in blocks] for day, blocks in by_day}
