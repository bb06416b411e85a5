"""The requests of families that wait for an answer, on the first page of whoever may answer them."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from makegood.documents.asked_for import answer_due
from makegood.web.access import scope
from makegood.web.access.asked import Asked, Child
from makegood.web.access.table import PAPERS
from makegood.web.papers.asked_for import plans_of
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A request without an answer.

    Attributes:
        ref: Its random id.
        what: What was asked for, in words.
        by: The last day for the answer; None where no rule names one.
        is_late: Whether that day has passed.
        source: Where the rule is written; blank where none names a day.
    """

    ref: str
    child: Child
    what: str
    received_on: dt.date
    by: dt.date | None
    is_late: bool
    source: str


def waiting(asked: Asked, words: SiteWords, within: Collection[str] | None = None) -> list[Waiting]:
    """Return the requests that wait and that this person may answer, oldest first.

    Args:
        asked: Who looks.
        words: The words of the page.
        within: Only those about these students; None for all whom the relation lets one see.
    """
    if asked.relation.kind not in PAPERS["records_answer"]:
        return []
    rows: Any = list(holding(MODELS["requests"]).filter(answered_on=None))
    if not rows:
        return []
    children = {child.student_id: child for child in scope.children(asked.relation, asked.day)}
    own = [row for row in rows if row.student_id in children and (within is None or row.student_id in within)]
    found = [_one(row, children[row.student_id], asked.day, words) for row in own]
    return sorted(found, key=lambda each: (each.received_on, each.child.short, each.what))


def _one(row: Any, child: Child, day: dt.date, words: SiteWords) -> Waiting:
    came = dt.date.fromisoformat(row.received_on)
    due = answer_due(row.kind, plans_of(child.student_id), came, day, words.lang)
    return Waiting(
        ref=row.ref,
        child=child,
        what=words.replies.asked[row.kind],
        received_on=came,
        by=due.by,
        is_late=due.by is not None and due.by < day,
        source=due.source if due.by else "",
    )
