"""A school's pages: its sums, what has nothing on record, and the list of schools."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access import scope
from makegood.web.access.asked import Asked, asked_of
from makegood.web.kept.sums import sums_for
from makegood.web.papers.waiting import waiting
from makegood.web.people.given_lately import how_many_lately
from makegood.web.school.sums import empty_of, students_of, sums_of
from makegood.web.words.language import words_for


def schools(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the schools; a leader of one is led to it."""
    asked = asked_of(request)
    found = scope.schools(asked.relation)
    if len(found) == 1:
        return redirect("school", relation=asked.relation.ref, school=found[0].ref)
    shown = {"schools": found, "waiting": waiting(asked, words_for(request)), "lately": _lately(asked)}
    return render(request, "school/schools.html", shown)


def school(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show a school's sums."""
    asked = asked_of(request)
    id_ = asked.the_school.school_id
    waits = waiting(asked, words_for(request), students_of(id_))
    # Who has several schools read it on the list of these.
    lately = _lately(asked) if len(scope.schools(asked.relation)) == 1 else 0
    shown = {"sums": sums_of(id_), "waiting": waits, "lately": lately}
    return render(request, "school/page.html", shown)


def _lately(asked: Asked) -> int:
    """Return how many rights and ways to sign in were given in the last seven days, for a director to look at."""
    return how_many_lately() if asked.relation.kind == "director" else 0


def empty_slots(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the sessions of a school with nothing on record."""
    return empty_page(request, asked_of(request).the_school.school_id)


def empty_page(request: HttpRequest, school_id: str | None = None) -> HttpResponse:
    """Return the list of sessions with nothing on record: those at a school, or None for all of the relation."""
    asked = asked_of(request)
    children = {child.student_id: child for child in scope.children(asked.relation, asked.day)}
    # A director has the children of every school: only this one's are counted.
    sums = sums_for(children if school_id is None else children.keys() & students_of(school_id))
    rows = [(slot, dt.date.fromisoformat(slot.date), children[id_]) for id_, slot in empty_of(sums, school_id)]
    return render(request, "school/empty.html", {"rows": rows, "sums": sums})
