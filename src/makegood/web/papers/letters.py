"""The letters that one may write about a child, and what a school gave or sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.kinds import KINDS
from makegood.web.access.asked import Asked, asked_of
from makegood.web.access.table import OWN_LETTERS, PAPERS
from makegood.web.papers.on_record import on_record
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.language import words_for


def letters(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the letters, each with what it is for."""
    asked, words = asked_of(request), words_for(request)
    kinds = [(name, words.papers.kinds[name]) for name in kinds_for(asked)]
    about = {"kinds": kinds, "own": asked.relation.kind in OWN_LETTERS, "on_record": list(on_record(asked, words))}
    return render(request, "papers/letters.html", about)


def kinds_for(asked: Asked) -> list[str]:
    """Return the kinds of letter that one may write about the child: those whose law speaks of a plan of theirs."""
    held: Any = holding(MODELS["services"]).filter(student_id=asked.the_child.student_id)
    plans = {plan or "iep" for plan in held.values_list("plan", flat=True)}
    may = asked.relation.kind
    return [
        name
        for name, kind in KINDS.items()
        if (may in OWN_LETTERS if kind.writer == "family" else may in PAPERS.get(name, ()))
        and (not plans or plans.intersection(kind.plans))
    ]
