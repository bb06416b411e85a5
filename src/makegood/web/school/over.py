"""The same sums and lists over all the children of a relation: a case manager's caseload, a director's district."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.web.access import scope
from makegood.web.access.asked import asked_of
from makegood.web.papers.waiting import waiting
from makegood.web.people.given_lately import how_many_lately
from makegood.web.school.page import by_school, empty_page
from makegood.web.school.sums import sums_over
from makegood.web.words.language import words_for


def sums(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show the sums over the children of the relation."""
    asked = asked_of(request)
    own = {child.student_id for child in scope.children(asked.relation, asked.day)}
    shown: dict[str, Any] = {"sums": sums_over(own), "waiting": waiting(asked, words_for(request))}
    if asked.relation.kind == "director":
        schools = scope.schools(asked.relation)
        lines = by_school(schools, shown["sums"])
        shown |= {"lately": how_many_lately(), "by_school": lines if max(len(schools), len(lines)) > 1 else ()}
    return render(request, "school/page.html", shown)


def sums_empty(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the sessions of these children with nothing on record."""
    return empty_page(request)
