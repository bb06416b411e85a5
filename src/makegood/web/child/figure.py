"""Why a sum is what it is: the sessions, misses or periods whose minutes add up to it."""

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.answers.figure import BY_PERIOD, BY_SESSION, FigurePart, parts_of_figure
from makegood.statements.statement.statement import Figure, MissLine, ServiceStatement
from makegood.terms.reasons import UNRECORDED
from makegood.web.access.asked import asked_of
from makegood.web.child.account import account_of, things_of
from makegood.web.child.anchors import OF, back_to, each_once
from makegood.web.child.own_words import own_words
from makegood.web.records.models import MODELS
from makegood.web.records.refs import refs_of
from makegood.web.records.versions import holding
from makegood.web.refusals import not_here
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

BY_MISS: Final[dict[str, Callable[[MissLine], int]]] = {
    "missed": lambda miss: 0 if miss.reason == UNRECORDED else miss.minutes,
    "unrecorded": lambda miss: miss.minutes if miss.reason == UNRECORDED else 0,
    "missed_and_unrecorded": lambda miss: miss.minutes,
    "owed": lambda miss: miss.minutes if miss.disposition == "owed" else 0,
    "not_owed": lambda miss: miss.minutes if miss.disposition == "not_owed" else 0,
    "team_decides": lambda miss: miss.minutes if miss.disposition == "team_decides" else 0,
    "unknown": lambda miss: miss.minutes if miss.disposition == "unknown" else 0,
    "made_up": lambda miss: miss.made_up,
    "released": lambda miss: miss.released,
    "open": lambda miss: 0 if miss.overdue else miss.open,
    "overdue": lambda miss: miss.open if miss.overdue else 0,
}
"""How many minutes of a miss a figure has."""


def figure(request: HttpRequest, *, figure: str, **_: Any) -> HttpResponse:
    """Show what one figure of the child's service is made of."""
    asked, words = asked_of(request), words_for(request)
    ref, _dot, name = figure.partition(".")
    services: Any = holding(MODELS["services"]).filter(student_id=asked.the_child.student_id)
    service = services.filter(ref=ref).first()
    if service is None or name not in (*BY_MISS, *BY_SESSION, *BY_PERIOD):
        return not_here(request)
    records, answer = account_of(asked, words.lang)
    if records is None or answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    own = next((each for each in answer.value.services if each.service_id == service.service_id), None)
    found = _figure(own, name) if own else None
    if own is None or found is None:
        return not_here(request)
    misses = [miss for miss in own.misses if BY_MISS[name](miss)] if name in BY_MISS else []
    parts = [] if name in BY_MISS else parts_of_figure(records, own.service_id, name, asked.day).value or []
    wrote = own_words(asked, [miss.session_id for miss in misses])
    refs = refs_of("sessions", [part.session_id for part in parts if part.session_id])
    things = list(things_of(misses))
    anchors = each_once([*(thing for _, thing in things), *(refs.get(part.session_id or "", "") for part in parts)])
    about = {
        "service": own,
        "figure": found,
        "back": back_to(asked, figure),
        "of": f"?{OF}={figure}",
        "misses": [
            (miss, thing, BY_MISS[name](miss), wrote.get(miss.session_id or ""), next(anchors))
            for miss, thing in things
        ],
        "parts": [
            (
                part,
                _days(part, words),
                [words.statement.different(way) for way in part.different],
                refs.get(part.session_id or ""),
                next(anchors),
            )
            for part in parts
        ],
        "by_period": name in BY_PERIOD,
        "rules": [rule for rule in answer.value.rules if rule.number in {miss.rule for miss in misses}],
    }
    return render(request, "child/figure.html", about)


def _figure(service: ServiceStatement, name: str) -> Figure | None:
    every = [*(each for sum_ in service.sums for each in (sum_.whole, *sum_.parts)), service.extra]
    return next((each for each in every if each.name == name), None)


def _days(part: FigurePart, w: SiteWords) -> str:
    return (
        w.statement.dated(part.first)
        if part.session_id
        else w.more.from_to.format(first=w.statement.day(part.first), last=w.statement.day(part.last))
    )
