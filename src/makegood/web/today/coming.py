"""Agreed make-ups: those still to come, and giving one back so that somebody else can hold it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from makegood.web.access.asked import Asked, Child, asked_of
from makegood.web.access.scope import children
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import withdraw
from makegood.web.refusals import not_here
from makegood.web.typed import clock_in

AHEAD: Final = dt.timedelta(days=21)
BACK: Final = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An agreed make-up session.

    Attributes:
        ref: The random id of its first row.
        start_time: Minutes after midnight.
    """

    ref: str
    date: dt.date
    start_time: int | None
    minutes: str
    children: list[Child]


def coming(asked: Asked) -> list[Agreed]:
    """Return the agreed make-ups of the next three weeks."""
    first, last = asked.day.isoformat(), (asked.day + AHEAD).isoformat()
    held: Any = holding(MODELS["pinned"]).filter(provider_id=asked.relation.provider_id, date__gt=first, date__lte=last)
    rows = list(held.order_by("date", "start", "entry"))
    if not rows:
        return []
    own = {child.student_id: child for child in children(asked.relation, asked.day)}
    found: dict[tuple[str, str], Agreed] = {}
    for row in (row for row in rows if row.student_id in own):
        new = Agreed(
            ref=row.ref, date=dt.date.fromisoformat(row.date), start_time=clock_in(row.start), minutes=row.minutes,
            children=[],
        )  # fmt: skip
        session = found.setdefault((row.pinned_id, row.date), new)
        if own[row.student_id] not in session.children:
            session.children.append(own[row.student_id])
    return list(found.values())


def give_back(request: HttpRequest, **_: Any) -> HttpResponse:
    """Give an agreed make-up back: it no longer holds, and its minutes are still to be made up."""
    asked = asked_of(request)
    since = (asked.day - BACK).isoformat()
    own = [child.student_id for child in children(asked.relation, asked.day)]
    held = holding(MODELS["pinned"]).filter(provider_id=asked.relation.provider_id, student_id__in=own, date__gte=since)
    first: Any = held.filter(ref=request.POST.get("agreed", "")).first()
    if first is None:
        return not_here(request)
    with transaction.atomic():
        for row in held.filter(pinned_id=first.pinned_id, date=first.date):
            withdraw(row, by=asked.person.ref, why="given back by who was to give it")
    return redirect("today", relation=asked.relation.ref)
