"""A child's page, and the list of the children that one may see."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access import scope
from makegood.web.access.asked import asked_of
from makegood.web.access.shown import readings_of
from makegood.web.access.table import LETTERS, OWN_LETTERS
from makegood.web.child.account import answer_for, bar_of, things_of
from makegood.web.child.notes import notes_for
from makegood.web.child.own_words import own_words
from makegood.web.child.school_steps import school_steps
from makegood.web.papers.asked_for import asked_for
from makegood.web.papers.offers import offered
from makegood.web.records.refs import refs_of
from makegood.web.words.language import words_for

LATEST: Final = 6
"""So many misses are shown at once; the earlier ones are one tap away."""


def children(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the children; a family with one child is led to it."""
    asked = asked_of(request)
    found = scope.children(asked.relation, asked.day)
    if asked.relation.kind == "family" and len(found) == 1:
        return redirect("child", relation=asked.relation.ref, child=found[0].ref)
    return render(request, "child/children.html", {"children": found})


def child(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show a child's account in the order of what a family asks first."""
    asked, words = asked_of(request), words_for(request)
    answer = answer_for(asked, words.lang)
    if answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    statement = answer.value
    misses = [miss for service in statement.services for miss in service.misses if miss.minutes]
    misses.sort(key=lambda miss: (miss.date, miss.service_id), reverse=True)
    wrote = own_words(asked, [miss.session_id for miss in misses])
    things = [(miss, thing, wrote.get(miss.session_id or "")) for miss, thing in things_of(misses)]
    refs = refs_of("services", [service.service_id for service in statement.services])
    shown = {
        "statement": statement,
        "services": [(service, bar_of(service), refs[service.service_id]) for service in statement.services],
        "notes": notes_for(asked),
        "steps": statement.next_steps if asked.relation.about.family else (),
        "school_steps": school_steps(asked, statement, words) if not asked.relation.about.family else (),
        "letters": asked.relation.kind in LETTERS,
        "own": asked.relation.kind in OWN_LETTERS,
        "requests": asked_for(asked, words) if asked.relation.kind in LETTERS else (),
        "offered": len(offered(misses)) if asked.relation.kind == "family" else 0,
        "latest": things[:LATEST],
        "earlier": things[LATEST:],
        "readings": readings_of(asked.the_child.student_id, words) if asked.relation.kind == "family" else (),
    }
    return render(request, "child/page.html", shown)
