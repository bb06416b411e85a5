"""What a family asked the school for: when, what was answered, and what a rule says of the time of the answer."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from makegood.documents.asked_for import answer_due
from makegood.web.access.asked import Asked
from makegood.web.papers.writers import Writers
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords

ANSWERED: Final = "answered"
"""Why a request has a version with an answer."""
ANSWERS: Final = "answers"
"""What a form calls the answers to requests: a form that is sent twice does not take back the request too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """A request of a family.

    Attributes:
        what: What was asked for, in words.
        by: Who entered it, in words.
        answered_on: The day of the answer; None if none is on record.
        due: What a rule says of the time of the answer; blank once there is one.
        source: Where that is written; blank where no rule speaks.
        may_take_back: Whether this person may take it back; of an answered one, the answer.
        thing: What a form names that by.
    """

    ref: str
    kind: str
    what: str
    received_on: dt.date
    by: str
    answered_on: dt.date | None
    answer: str | None
    due: str
    source: str
    may_take_back: bool
    thing: str


def asked_for(asked: Asked, words: SiteWords) -> list[AskedFor]:
    """Return the requests about a child that this person may see, latest first."""
    id_ = asked.the_child.student_id
    rows: Any = list(holding(MODELS["requests"]).filter(student_id=id_))
    if not rows:
        return []
    writers = Writers(asked, "requests", [row.ref for row in rows])
    plans = plans_of(id_)
    found = [_one(row, asked.day, writers, plans, words) for row in rows if not writers.hides(row.ref)]
    return sorted(found, key=lambda each: (each.received_on, each.what), reverse=True)


def plans_of(student_id: str) -> set[str]:
    """Return the kinds of plan that a child has on record."""
    held: Any = holding(MODELS["services"]).filter(student_id=student_id)
    return {plan or "iep" for plan in held.values_list("plan", flat=True)}


def _one(row: Any, day: dt.date, writers: Writers, plans: set[str], words: SiteWords) -> AskedFor:
    came = dt.date.fromisoformat(row.received_on)
    due = None if row.answered_on else answer_due(row.kind, plans, came, day, words.lang)
    return AskedFor(
        ref=row.ref,
        kind=row.kind,
        what=words.replies.asked[row.kind],
        received_on=came,
        by=writers.named(row.ref, words),
        answered_on=dt.date.fromisoformat(row.answered_on) if row.answered_on else None,
        answer=row.answer,
        due=due.says if due else "",
        source=due.source if due else "",
        may_take_back=writers.may_take_back(row.ref, row.entered_by if is_answer(row) else None),
        thing=f"{ANSWERS if is_answer(row) else 'requests'}.{row.ref}",
    )


def is_answer(row: Any) -> bool:
    """Return whether a version of a request only says that it was answered: then the answer alone is taken back."""
    return row._meta.db_table == "requests" and row.entered_why == ANSWERED
