"""What was taken back of what was entered about a child: what it said, when, by whom and why. Nothing of it is gone."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from makegood.web.access.asked import Asked
from makegood.web.clock import local
from makegood.web.papers.asked_for import ANSWERED
from makegood.web.papers.on_record import TABLES, about_child, said
from makegood.web.papers.writers import Writers
from makegood.web.records.models import MODELS
from makegood.web.words.all import SiteWords


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A row, or the answer to a request, that was taken back.

    Attributes:
        date: The day that the row was about.
        what: What it said.
        says: When, by whom and why it was taken back.
    """

    date: dt.date
    what: str
    says: str


def history(asked: Asked, words: SiteWords) -> list[TakenBack]:
    """Return what was taken back, latest first."""
    found: list[tuple[dt.datetime, TakenBack]] = []
    for table in TABLES:
        later: Any = MODELS[table]._default_manager.filter(**about_child(asked, table)).exclude(replaces=None)
        rows = [row for row in later.select_related("replaces") if row.withdrawn or _lost_its_answer(row)]
        writers = Writers(asked, table, [row.ref for row in rows])
        for row in rows:
            if not writers.hides(row.ref):
                date, what = said(table, row, words)
                phrase = words.replies.taken_back if row.withdrawn else words.replies.answer_taken_back
                day = words.statement.day(local(row.entered_at).date())
                says = phrase.format(day=day, who=writers.name_of(row.entered_by, words), why=row.entered_why)
                found.append((row.entered_at, TakenBack(date=date, what=what, says=says)))
    return [each for _, each in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _lost_its_answer(row: Any) -> bool:
    """Return whether a version takes back the answer that the one before it had."""
    return bool(row.replaces.entered_why == ANSWERED) and getattr(row, "answered_on", None) is None
