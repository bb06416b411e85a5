"""The letters that one may write about a child."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.kinds import KINDS
from makegood.web.access.asked import Asked, asked_of
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.language import words_for


def letters(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the letters, each with what it is for."""
    asked, words = asked_of(request), words_for(request).papers
    return render(request, "papers/letters.html", {"kinds": [(name, words.kinds[name]) for name in kinds_for(asked)]})


def kinds_for(asked: Asked) -> list[str]:
    """Return the kinds of letter that one may write about the child: those whose law speaks of a plan of theirs."""
    held: Any = holding(MODELS["services"]).filter(student_id=asked.the_child.student_id)
    plans = {plan or "iep" for plan in held.values_list("plan", flat=True)}
    return [
        name
        for name, kind in KINDS.items()
        if kind.writer == "family" and (not plans or plans.intersection(kind.plans))
    ]
