"""A family's letter that was given to the school: its day becomes a row of `requests`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.documents.enter import ASKS
from makegood.web.access.asked import Asked, asked_of
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.versions import holding
from makegood.web.records.write import add
from makegood.web.typed import day_in
from makegood.web.words.language import words_for


def given_by_family(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for the day on which a letter was given to the school; enter it."""
    asked, w = asked_of(request), words_for(request).replies
    if request.method == "GET":
        return _page(request, kind)
    day = day_in(request.POST.get("day", ""))
    posted = request.POST.get("posted") or new_ref()
    if day is None or day > asked.day:
        return _page(request, kind, w.given_needs)
    if not is_written("requests", posted):
        cells = {"student_id": asked.the_child.student_id, "kind": ASKS[kind], "received_on": day.isoformat()}
        if _is_there(asked, cells):
            return _page(request, kind, w.given_already)
        add("requests", {"request_id": new_id("R"), **cells}, by=asked.person.ref, posted=posted)
    answer = redirect("child", relation=asked.relation.ref, child=asked.the_child.ref)
    answer["Location"] += "#asked"
    return answer


def _is_there(asked: Asked, cells: dict[str, str]) -> bool:
    """Return whether the same was entered by the same person: what another parent gave is nobody's to know."""
    return holding(MODELS["requests"]).filter(entered_by=asked.person.ref, **cells).exists()


def _page(request: HttpRequest, kind: str, says: str = "") -> HttpResponse:
    words = words_for(request)
    about = {
        "kind": kind,
        "named": words.papers.kinds[kind],
        "posted": new_ref(),
        "typed_day": request.POST.get("day") or asked_of(request).day.isoformat(),
        "says": says,
    }
    return render(request, "papers/given_by_family.html", about, status=400 if says else 200)
