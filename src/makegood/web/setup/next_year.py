"""The next school year: what is on record of this one, the days of the next, and what else the next one needs."""

import datetime as dt
import re
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access.asked import asked_of
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import add, change
from makegood.web.setup.years import CalendarYears, calendars
from makegood.web.typed import day_in
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

_LONGEST: Final = dt.timedelta(days=366)
_BAD: Final = 400
Days = tuple[dt.date, dt.date]


def next_year(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show the years of each calendar, and take the first and the last day of the next: all that is typed, or none."""
    asked, words = asked_of(request), words_for(request)
    if request.method != "POST":
        return _page(request, {})
    # The rows are read inside the transaction that writes: nobody else can add the same year meanwhile.
    with transaction.atomic():
        typed: list[tuple[CalendarYears, Days]] = []
        wrong: dict[str, str] = {}
        for calendar in calendars(asked.day):
            first, last = (request.POST.get(f"{name}-{calendar.ref}", "").strip() for name in ("first", "last"))
            if first or last:
                days = _days(calendar, day_in(first), day_in(last), asked.day, words)
                if isinstance(days, str):
                    wrong[calendar.ref] = days
                else:
                    typed.append((calendar, days))
        if typed and not wrong:
            for calendar, (begin, end) in typed:
                _write(calendar, begin, end, by=asked.person.ref)
            return redirect("next_year", relation=asked.relation.ref)
    return _page(request, wrong, status=_BAD)


def _days(
    calendar: CalendarYears, first: dt.date | None, last: dt.date | None, today: dt.date, words: SiteWords
) -> Days | str:
    """Return the days of a calendar's next year, or the sentence that says why these cannot be."""
    w, day = words.year, words.statement.day
    if first is None or last is None:
        return w.both
    if last <= first:
        return w.order
    if first <= calendar.ends.last:
        return w.after.format(day=day(calendar.ends.last))
    others = [year for year in calendar.years if calendar.next is None or year.row.ref != calendar.next.row.ref]
    for year in others:
        if first <= year.last and year.first <= last:
            return w.overlaps.format(first=day(year.first), last=day(year.last))
    if last - first > _LONGEST or first - max(calendar.ends.last, today) > _LONGEST:
        return w.check_year
    return first, last


def _write(calendar: CalendarYears, first: dt.date, last: dt.date, *, by: str) -> None:
    """Write the next year, or a new version of it if it is on record with other days."""
    name = f"{first.year}-{last.year % 100:02d}" if last.year > first.year else str(first.year)
    cells = {"name": name, "start": first.isoformat(), "end": last.isoformat()}
    if calendar.next is None:
        add("terms", {"calendar_id": calendar.calendar_id, "kind": "year", **cells}, by=by)
    elif (calendar.next.first, calendar.next.last) != (first, last):
        change(calendar.next.row, cells, by=by, why="the days of the next school year were changed")


def _page(request: HttpRequest, wrong: dict[str, str], *, status: int = 200) -> HttpResponse:
    asked, is_sent = asked_of(request), request.method == "POST"
    found = calendars(asked.day)
    shown: dict[str, Any] = {
        "calendars": [
            (each, *_called(each, words_for(request)), *_fields(request, each), wrong.get(each.ref, ""))
            for each in found
        ],
        "nothing": is_sent and not wrong,
        "wrong": bool(wrong),
        "ready": all(each.next is not None for each in found),
        "alone": asked.relation.about.alone,
    }
    if found:
        shown |= _goes_on(asked.day, max(each.ends.last for each in found))
    return render(request, "setup/next_year.html", shown, status=status)


def _called(calendar: CalendarYears, words: SiteWords) -> tuple[list[str], list[str]]:
    """Return a calendar's years in words, and its other terms."""
    w, day = words.year, words.statement.day
    years: list[str] = []
    others: list[str] = []
    for term in calendar.terms:
        # An import calls a year so, in English.
        name = re.sub(r"^School year (?=\d)", f"{w.kinds['year']} ", term.name or w.kinds[term.kind])
        says = w.term.format(name=name, first=day(term.first), last=day(term.last))
        (years if term.kind == "year" else others).append(says)
    return years, others


def _fields(request: HttpRequest, calendar: CalendarYears) -> Days | tuple[str, str]:
    """Return what the two fields of a calendar hold: what was typed, else the next year on record."""
    if request.method == "POST":
        return request.POST.get(f"first-{calendar.ref}", ""), request.POST.get(f"last-{calendar.ref}", "")
    known = calendar.next
    return (known.first.isoformat(), known.last.isoformat()) if known is not None else ("", "")


def _goes_on(day: dt.date, last: dt.date) -> dict[str, Any]:
    """Return how many lines and slots end by the last day of the years that end, and how many go on.

    Summer lines are left out: they keep summer terms and no school year.
    """
    services = holding(MODELS["services"]).exclude(esy="yes")
    slots = holding(MODELS["schedule"])
    return {
        "last": last,
        "open_lines": services.filter(end=None).count(),
        "ending_lines": services.filter(end__gte=day.isoformat(), end__lte=last.isoformat()).count(),
        "later_lines": services.filter(end__gt=last.isoformat()).count(),
        "open_slots": slots.filter(until=None).count(),
    }
