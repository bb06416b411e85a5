"""What those who work at a school can do about a child's account: their own steps, never the advice for a family."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from makegood.answers.unrecorded import nothing_on_record
from makegood.records import Records
from makegood.statements.statement.statement import Statement
from makegood.web.access.asked import Asked
from makegood.web.access.table import GIVES
from makegood.web.papers.letters import kinds_for
from makegood.web.records.taken_back import taken_back
from makegood.web.today.reach import earliest
from makegood.web.words.all import SiteWords

MOST: Final = 6
"""So many days are linked to at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolStep:
    """A step.

    Attributes:
        letters: The letters that help with it and that this person may write: kind and title.
        days: The days on which this person can note what has nothing on record, latest first.
    """

    text: str
    letters: Sequence[tuple[str, str]]
    days: Sequence[dt.date] = ()


def school_steps(asked: Asked, records: Records, statement: Statement, words: SiteWords) -> list[SchoolStep]:
    """Return what follows for the one who looks, from what is open, what waits for the team and what is unrecorded."""
    w = words.child
    figures: dict[str, int] = {}
    for service in statement.services:
        for sum_ in service.sums:
            for part in sum_.parts:
                figures[part.name] = figures.get(part.name, 0) + part.minutes
    may = kinds_for(asked)
    found = []
    for text, names, kinds in (
        (w.step_team, ("team_decides",), ("prior_written_notice", "agreement")),
        (w.step_open, ("open", "overdue"), ("make_up_offer",)),
        (w.step_unrecorded, ("unrecorded",), ()),
    ):
        minutes = sum(figures.get(name, 0) for name in names)
        if minutes:
            letters = [(kind, words.papers.kinds[kind].title) for kind in kinds if kind in may]
            says = text.format(minutes=words.statement.minutes(minutes))
            days = _to_note(asked, records) if "unrecorded" in names else ()
            found.append(SchoolStep(text=says, letters=letters, days=days))
    return found


def _to_note(asked: Asked, records: Records) -> Sequence[dt.date]:
    """Return the days before today with sessions that a provider can still note of this child, latest first."""
    provider, child = asked.relation.provider_id, asked.the_child.student_id
    if asked.relation.kind not in GIVES:
        return ()
    yesterday = asked.day - dt.timedelta(days=1)
    empty = {
        (each.date, each.provider_id) for each in nothing_on_record(records, yesterday) if each.student_id == child
    }
    again = {(each.date, each.provider_id) for each in taken_back(records, {child}, None, yesterday)}
    first = earliest(asked)
    return sorted((day for day, by in empty | again if by == provider and day >= first), reverse=True)[:MOST]
