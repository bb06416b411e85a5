"""The letters that one may write about a child, and what a school gave or sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.kinds import KINDS
from makegood.web.access.asked import Asked, asked_of
from makegood.web.access.table import OWN_LETTERS, PAPERS
from makegood.web.papers.asked_for import asked_for, plans_of
from makegood.web.papers.done import what_was_done
from makegood.web.papers.history import history
from makegood.web.papers.on_record import on_record
from makegood.web.words.language import words_for


def letters(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the letters, each with what it is for, and what is on record."""
    return letters_page(request)


def letters_page(request: HttpRequest, says: str = "", status: int = 200) -> HttpResponse:
    """Show the list of letters.

    Args:
        request: What is asked.
        says: Why what was posted from it was not done.
        status: The answer's status.
    """
    asked, words = asked_of(request), words_for(request)
    about = {
        "kinds": [(name, words.papers.kinds[name]) for name in kinds_for(asked)],
        "own": asked.relation.kind in OWN_LETTERS,
        "answers": asked.relation.kind in PAPERS["records_answer"],
        "requests": asked_for(asked, words),
        "on_record": on_record(asked, words),
        "history": history(asked, words),
        "says": says,
        "done": what_was_done(request),
    }
    return render(request, "papers/letters.html", about, status=status)


def kinds_for(asked: Asked) -> list[str]:
    """Return the kinds of letter that one may write about the child: those whose law speaks of a plan of theirs."""
    plans = plans_of(asked.the_child.student_id)
    may = asked.relation.kind
    return [
        name
        for name, kind in KINDS.items()
        if (may in OWN_LETTERS if kind.writer == "family" else may in PAPERS.get(name, ()))
        and (not plans or plans.intersection(kind.plans))
    ]
