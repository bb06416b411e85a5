"""A family's answer to an offer of make-ups, given on the site: it becomes a row of `offers`."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.offered import Releasing, releasing
from makegood.documents.open_minutes import may_be_made_up
from makegood.statements.statement.statement import MissLine
from makegood.web.access.asked import asked_of
from makegood.web.child.account import account_of
from makegood.web.papers.done import to_letters
from makegood.web.papers.rows import HERE
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.refs import refs_of
from makegood.web.records.versions import holding
from makegood.web.records.write import add
from makegood.web.words.language import words_for

_ANSWERS: Final = ("accepted", "declined")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An offer that waits for an answer.

    Attributes:
        ref: The missed session's random id.
        offered_on: The day of the latest offer.
        releasing: The rule by which a no closes the minutes, if there is one.
    """

    ref: str
    session_id: str
    miss: MissLine
    offered_on: dt.date
    releasing: Releasing | None = None


def offers(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the offers without an answer, and take the answer to some of them."""
    asked, words = asked_of(request), words_for(request)
    records, answer = account_of(asked, words.lang)
    if records is None or answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    misses = [miss for service in answer.value.services for miss in service.misses]
    rules = releasing(records, asked.the_child.student_id, asked.day, words.lang)
    if request.method == "GET":
        return _page(request, offered(misses, rules))
    posted, said = request.POST.get("posted") or new_ref(), request.POST.get("answer")
    with transaction.atomic():
        # Who answered meanwhile is seen: nobody else writes while this does.
        if not is_written("offers", posted):
            by_ref = {each.ref: each for each in offered(misses, rules)}
            chosen = [by_ref.get(ref) for ref in dict.fromkeys(request.POST.getlist("about"))]
            if asked.relation.rights != "full" or said not in _ANSWERS or not chosen or None in chosen:
                return _page(request, list(by_ref.values()), words.replies.offers_needs)
            for place, each in enumerate(each for each in chosen if each is not None):
                cells = {
                    "offer_id": new_id("O"), "session_id": each.session_id, "date": asked.day.isoformat(),
                    "response": said, "method": HERE,
                }  # fmt: skip
                add("offers", cells, by=asked.person.ref, posted=None if place else posted)
    return to_letters(asked, "entered")


def offered(misses: Sequence[MissLine], rules: dict[str, Releasing] | None = None) -> list[Offered]:
    """Return the offers that wait for an answer: for what may still be made up, and the last word on it is no answer.

    Args:
        misses: The child's misses.
        rules: By session, the rule by which a no closes its minutes.
    """
    open_ = {miss.session_id: miss for miss in misses if miss.session_id and may_be_made_up(miss)}
    rows: Any = holding(MODELS["offers"]).filter(session_id__in=open_)
    last = {row.session_id: row for row in sorted(rows, key=lambda row: (row.date, row.entry))}
    waiting = {id_: row for id_, row in last.items() if row.response == "no_answer"}
    refs = refs_of("sessions", list(waiting))
    found = [
        Offered(
            ref=refs[id_], session_id=id_, miss=open_[id_], offered_on=dt.date.fromisoformat(row.date),
            releasing=(rules or {}).get(id_),
        )
        for id_, row in waiting.items()
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.miss.date, each.session_id))


def _page(request: HttpRequest, waiting: list[Offered], says: str = "") -> HttpResponse:
    about = {
        "waiting": waiting,
        "may": asked_of(request).relation.rights == "full",
        # Of several, none is chosen for the family: an answer is about what it names.
        "chosen": request.POST.getlist("about") or [each.ref for each in waiting if len(waiting) == 1],
        "answer": request.POST.get("answer"),
        "posted": new_ref(),
        "says": says,
    }
    return render(request, "papers/offers.html", about, status=400 if says else 200)
