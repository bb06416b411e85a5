"""A school's leader says that there is no school, or a short day; the calendar has it then for everyone."""

import datetime as dt
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access.asked import Asked, asked_of
from makegood.web.records.ids import new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.versions import holding
from makegood.web.records.write import add, withdraw
from makegood.web.refusals import not_here
from makegood.web.school.given_then import given_or_signed
from makegood.web.typed import day_in
from makegood.web.words.language import words_for

AHEAD: Final = dt.timedelta(days=14)
"""So far ahead a day may be closed here; the calendar of a year is brought in by the district."""

_SHORT: Final = frozenset({"delayed_start", "early_dismissal"})
"""Days on which there is school, so that sessions can be given."""


def closed(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show which days of the next two weeks differ; write that a day does, or take back what one wrote."""
    asked = asked_of(request)
    calendar = calendar_of(asked)
    if calendar is None:
        return render(request, "school/closed.html", {"shared": True}, status=200 if request.method == "GET" else 409)
    if request.method == "GET":
        return _page(request, asked, calendar)
    ref = request.POST.get("withdraw")
    rows = holding(MODELS["calendar"]).filter(calendar_id=calendar)
    if ref is not None:
        old = rows.filter(ref=ref, entered_by=asked.person.ref, date__gte=asked.day.isoformat()).first()
        if old is None:
            return not_here(request)
        withdraw(old, by=asked.person.ref, why="not closed after all")
        return redirect("closed", relation=asked.relation.ref, school=asked.the_school.ref)
    day, kind = day_in(request.POST.get("day", "")), request.POST.get("kind", "")
    if kind not in words_for(request).more.closures or day is None or not asked.day <= day <= asked.day + AHEAD:
        return _page(request, asked, calendar, says=words_for(request).more.closed_days, status=400)
    return _close(request, asked, calendar, day, kind)


def _close(request: HttpRequest, asked: Asked, calendar: str, day: dt.date, kind: str) -> HttpResponse:
    """Write that a day differs; ask once more before a day with sessions on record is one without school."""
    rows = holding(MODELS["calendar"]).filter(calendar_id=calendar)
    posted = request.POST.get("posted") or new_ref()
    is_there = rows.filter(date=day.isoformat(), kind=kind, grades=None, until=None).exists()
    if not is_there and not is_written("calendar", posted):
        given = given_or_signed(calendar, day) if kind not in _SHORT else 0
        if given and request.POST.get("sure") != kind:
            return _page(request, asked, calendar, ask={"given": given, "day": day, "kind": kind}, status=409)
        add(
            "calendar",
            {"calendar_id": calendar, "date": day.isoformat(), "kind": kind},
            by=asked.person.ref,
            posted=posted,
        )
    return redirect("closed", relation=asked.relation.ref, school=asked.the_school.ref)


def calendar_of(asked: Asked) -> str | None:
    """Return the school's calendar; None if another school keeps it too and this person leads only one of them."""
    schools: Any = holding(MODELS["schools"])
    own: Any = schools.filter(school_id=asked.the_school.school_id).first()
    calendar: str | None = own.calendar_id if own else None
    if calendar is None:
        return None
    is_shared = schools.filter(calendar_id=calendar).exclude(school_id=own.school_id).exists()
    is_shared |= holding(MODELS["students"]).filter(calendar_id=calendar).exclude(school_id=own.school_id).exists()
    return None if is_shared and asked.relation.kind != "director" else calendar


def _page(
    request: HttpRequest,
    asked: Asked,
    calendar: str,
    *,
    says: str = "",
    ask: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page; `ask` is what is asked once more before it is written."""
    first, last = asked.day.isoformat(), (asked.day + AHEAD).isoformat()
    rows: Any = holding(MODELS["calendar"]).filter(calendar_id=calendar, date__lte=last).order_by("date")
    words = words_for(request).more.closures
    shown = [
        {"ref": row.ref, "date": dt.date.fromisoformat(row.date), "says": row.label or words.get(row.kind, row.kind),
         "own": row.entered_by == asked.person.ref}
        for row in rows
        if (row.until or row.date) >= first
    ]  # fmt: skip
    about = {
        "days": shown,
        "says": says,
        "ask": ask,
        "posted": new_ref(),
        "kinds": words.items(),
        "latest": asked.day + AHEAD,
    }
    return render(request, "school/closed.html", about, status=status)
