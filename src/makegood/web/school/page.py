"""A school's pages: its sums, what has nothing on record, and the list of schools."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access import scope
from makegood.web.access.asked import asked_of
from makegood.web.school.sums import empty_of, sums_of, usable


def schools(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the schools; a leader of one is led to it."""
    asked = asked_of(request)
    found = scope.schools(asked.relation)
    if len(found) == 1:
        return redirect("school", relation=asked.relation.ref, school=found[0].ref)
    return render(request, "school/schools.html", {"schools": found})


def school(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show a school's sums."""
    asked = asked_of(request)
    return render(request, "school/page.html", {"sums": sums_of(asked, asked.the_school.school_id)})


def empty_slots(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the sessions of a school with nothing on record."""
    asked = asked_of(request)
    children = {
        child.student_id: child
        for child in scope.children(asked.relation, asked.day)
        if child.school_id == asked.the_school.school_id
    }
    records, left_out = usable(set(children), asked.day)
    empty = empty_of(records, asked.day, children) if records else ()
    rows = [(slot, children[slot.student_id]) for slot in empty]
    return render(request, "school/empty.html", {"rows": rows, "left_out": len(left_out)})
