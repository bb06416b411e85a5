"""A child's page, and the list of the children that one may see."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access import scope
from makegood.web.access.asked import Asked, Child, asked_of
from makegood.web.access.shown import readings_of
from makegood.web.access.table import LEADS, LETTERS, OVERSEES, OWN_LETTERS, STATEMENTS
from makegood.web.child.account import account_of, bar_of, things_of
from makegood.web.child.anchors import AT, each_once, figures_of, is_of
from makegood.web.child.notes import notes_for
from makegood.web.child.own_words import own_words
from makegood.web.child.school_steps import school_steps
from makegood.web.kept.sums import sums_for
from makegood.web.papers.asked_for import asked_for
from makegood.web.papers.offers import offered
from makegood.web.records.refs import refs_of
from makegood.web.school.sums import next_due
from makegood.web.words.language import words_for

LATEST: Final = 6
"""So many misses are shown at once; the earlier ones are one tap away."""

LISTED: Final = 200
"""So many children are listed with their figures."""


def children(request: HttpRequest, **_: Any) -> HttpResponse:
    """List the children; a family with one child is led to it."""
    asked = asked_of(request)
    found = scope.children(asked.relation, asked.day)
    if asked.relation.kind == "family" and len(found) == 1:
        return redirect("child", relation=asked.relation.ref, child=found[0].ref)
    return render(request, "child/children.html", {"children": found, **_still_open(asked, found)})


def _still_open(asked: Asked, found: Sequence[Child]) -> dict[str, Any]:
    """Return for who leads, or manages cases, the children of whom something is open: what is past its date first."""
    if asked.relation.kind not in LEADS | OVERSEES:
        return {}
    school, sums = asked.relation.school_id, sums_for({child.student_id for child in found})
    rows = []
    for child in found:
        each = sums.of.get(child.student_id)
        # Of a guest only what is held at the leader's own school, as in the school's sums.
        lines = [line for line in each.lines if not school or line.school_id == school] if each else []
        overdue, still, team = (sum(getattr(line, name) for line in lines) for name in ("overdue", "open", "team"))
        if overdue or still or team:
            rows.append((child, overdue, still, team, next_due(lines)))
    rows.sort(key=lambda row: row[1:4], reverse=True)
    return {"rows": rows[:LISTED], "sums": sums}


def child(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show a child's account in the order of what a family asks first."""
    asked, words = asked_of(request), words_for(request)
    records, answer = account_of(asked, words.lang)
    if records is None or answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    statement = answer.value
    misses = [miss for service in statement.services for miss in service.misses if miss.minutes]
    misses.sort(key=lambda miss: (miss.date, miss.service_id), reverse=True)
    wrote = own_words(asked, [miss.session_id for miss in misses])
    found = list(things_of(misses))
    anchors = each_once(thing for _, thing in found)
    things = [(miss, thing, wrote.get(miss.session_id or ""), next(anchors)) for miss, thing in found]
    refs = refs_of("services", [service.service_id for service in statement.services])
    services = [(service, refs[service.service_id]) for service in statement.services]
    at = request.GET.get(AT, "")
    shown = {
        "statement": statement,
        "services": [
            (service, bar_of(service), ref, figures_of(service, ref), is_of(at, ref)) for service, ref in services
        ],
        "notes": notes_for(asked),
        "steps": statement.next_steps if asked.relation.about.family else (),
        "school_steps": () if asked.relation.about.family else school_steps(asked, records, statement, words),
        "letters": asked.relation.kind in LETTERS,
        "takes_along": asked.relation.kind in STATEMENTS,
        "own": asked.relation.kind in OWN_LETTERS,
        "requests": asked_for(asked, words) if asked.relation.kind in LETTERS else (),
        "offered": len(offered(misses)) if asked.relation.kind == "family" else 0,
        "latest": things[:LATEST],
        "earlier": things[LATEST:],
        "in_earlier": at in {thing for _, thing, *_ in things[LATEST:]},
        "readings": readings_of(asked.the_child.student_id, words) if asked.relation.kind == "family" else (),
    }
    return render(request, "child/page.html", shown)
