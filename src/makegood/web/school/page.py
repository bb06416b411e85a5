"""A school's pages: its sums, what has nothing on record, and the list of schools."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access import scope
from makegood.web.access.asked import School, asked_of
from makegood.web.kept.sums import sums_for
from makegood.web.papers.waiting import waiting
from makegood.web.school.sums import Line, SchoolSums, empty_of, students_of, sums_of, sums_over
from makegood.web.words.language import words_for


def schools(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the schools with their figures; a leader of one is led to it."""
    asked = asked_of(request)
    found = scope.schools(asked.relation)
    if len(found) == 1:
        return redirect("school", relation=asked.relation.ref, school=found[0].ref)
    sums = sums_over({child.student_id for child in scope.children(asked.relation, asked.day)})
    owing = by_school(found, sums)
    listed = {line.key for line in owing}
    none = [Line(key=school.school_id, school=school) for school in found if school.school_id not in listed]
    return render(request, "school/schools.html", {"sums": sums, "by_school": owing + none})


def school(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show a school's sums."""
    asked = asked_of(request)
    id_ = asked.the_school.school_id
    waits = waiting(asked, words_for(request), students_of(id_))
    return render(request, "school/page.html", {"sums": sums_of(id_), "waiting": waits})


def by_school(schools: Sequence[School], sums: SchoolSums) -> list[Line]:
    """Return the lines of sums by school with their schools, most past its date first.

    A line has none where no school is on record, or one that is in no table of schools.
    """
    known = {school.school_id: school for school in schools}
    return [replace(line, school=known.get(line.key)) for line in sums.by_school]


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
