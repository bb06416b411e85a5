"""The days of school: the first, the last, and the days off."""

import datetime as dt
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from makegood.web.access.asked import Asked, asked_of
from makegood.web.alone.kept import as_one
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import NotWrittenError, add, change, withdraw
from makegood.web.refusals import not_here
from makegood.web.words.language import words_for

LINES: Final = 10
_LONGEST: Final = 100
_BAD: Final = 400
Off = tuple[dt.date, dt.date | None, str]


class WrongDaysError(Exception):
    """Days that do not follow each other, or are none."""


class NoDayError(Exception):
    """A line of days off with a name and without a day. It says which line."""


def alone_days(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show the school year and the days off, and take more."""
    asked, words = asked_of(request), words_for(request).alone
    if request.method != "POST":
        return _page(request)
    if "withdraw" in request.POST:
        return _take_off(request, asked)
    try:
        first, last = _pair(request.POST.get("first", ""), request.POST.get("last", "") or "no day")
        _write(asked, first, last or first, _off(request))
    except NoDayError as line:
        return _page(request, error=words.wrong_off.format(n=line), status=_BAD)
    except WrongDaysError:
        return _page(request, error=words.wrong_days, status=_BAD)
    except NotWrittenError as refused:
        return _page(request, error=words.not_saved, findings=refused.findings, status=_BAD)
    first_child = not holding(MODELS["students"]).exists()
    of = {"relation": asked.relation.ref}
    return redirect(f"{reverse('alone_child' if first_child else 'alone_days', kwargs=of)}?days=1")


def _take_off(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Write that a day off was entered by mistake."""
    row = holding(MODELS["calendar"]).filter(ref=request.POST["withdraw"]).first()
    if row is None:
        return not_here(request)
    with as_one(asked.day):
        withdraw(row, by=asked.person.ref, why="not a day off after all")
    return redirect(f"{reverse('alone_days', kwargs={'relation': asked.relation.ref})}?off=1")


def _page(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    asked = asked_of(request)
    year: Any = _year()
    off: list[Any] = list(holding(MODELS["calendar"]).order_by("date"))
    sent = request.POST
    lines = [
        {
            "n": n,
            "begins": sent.get(f"from{n}", ""),
            "ends": sent.get(f"to{n}", ""),
            "called": sent.get(f"called{n}", ""),
        }
        for n in range(1, LINES + 1)
    ]
    shown = {
        "first": sent.get("first") or (year.start if year else ""),
        "last": sent.get("last") or (year.end if year else ""),
        "off": [(row.ref, _read(row.date), _read(row.until), row.label) for row in off],
        "lines": lines,
        "later_sent": any(line["begins"] or line["ends"] or line["called"] for line in lines[2:]),
        "children": list(holding(MODELS["students"]).values_list("ref", flat=True)[:1]),
        "month": asked.day.replace(day=1),
        "year": year,
        "came_first": "first" in request.GET and year is None,
        "days_saved": "days" in request.GET and request.method == "GET",
        "taken_off": "off" in request.GET and request.method == "GET",
        **more,
    }
    return render(request, "alone/days.html", shown, status=status)


def _year() -> Any:
    return holding(MODELS["terms"]).filter(kind="year").order_by("-start").first()


def _off(request: HttpRequest) -> list[Off]:
    """Return the days off that were typed.

    Raises:
        NoDayError: If a line has a name and no day.
    """
    found = []
    for at in range(1, LINES + 1):
        begin, end = request.POST.get(f"from{at}", ""), request.POST.get(f"to{at}", "")
        called = request.POST.get(f"called{at}", "").strip()[:_LONGEST]
        if begin or end:
            first, last = _pair(begin or end, end)
            found.append((first, last, called))
        elif called:
            raise NoDayError(at)
    return found


def _pair(begin: str, end: str) -> tuple[dt.date, dt.date | None]:
    """Return two days, the second of which may be missing.

    Raises:
        WrongDaysError: If one of them is none, or the second comes first.
    """
    try:
        first = dt.date.fromisoformat(begin)
        last = dt.date.fromisoformat(end) if end else None
    except ValueError:
        raise WrongDaysError from None
    if last is not None and last < first:
        raise WrongDaysError
    return first, last


def _write(asked: Asked, first: dt.date, last: dt.date, off: list[Off]) -> None:
    """Write the school year, a new version of it if it changed, and the days off that are new."""
    by, old = asked.person.ref, _year()
    year: Any = old
    with as_one(asked.day):
        cells = {"start": first.isoformat(), "end": last.isoformat()}
        if year is None:
            name = f"{first.year}-{last.year % 100:02d}"
            add("terms", {"calendar_id": name, "name": name, "kind": "year", **cells}, by=by)
        else:
            name = year.calendar_id
            if (year.start, year.end) != (cells["start"], cells["end"]):
                change(year, cells, by=by, why="the days of the school year were changed")
        known = set(holding(MODELS["calendar"]).values_list("date", "until"))
        for begin, end, label in off:
            day, until = begin.isoformat(), end.isoformat() if end and end != begin else None
            if (day, until) not in known:
                row = {"calendar_id": name, "date": day, "until": until, "label": label or None}
                add("calendar", {**row, "kind": "break" if until else "holiday"}, by=by)


def _read(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
