"""The page of a provider's day."""

import datetime as dt
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access.asked import asked_of
from makegood.web.records.ids import new_ref
from makegood.web.refusals import not_here
from makegood.web.today.away import is_out
from makegood.web.today.coming import coming
from makegood.web.today.reach import earliest, latest
from makegood.web.today.reasons import by_one_tap, in_full
from makegood.web.today.slots import day_of
from makegood.web.typed import day_in
from makegood.web.words.language import words_for

LENGTHS: Final = (5, 10, 15, 20, 25, 30, 40, 45, 50)
"""Minutes that are offered for a session that was shorter than planned."""


def today(request: HttpRequest, *, date: dt.date | None = None, **_: Any) -> HttpResponse:
    """Show a day: today, or another that has begun; lead to one that was typed."""
    asked = asked_of(request)
    if "day" in request.GET:
        return _lead_to(request, day_in(request.GET["day"]))
    shown = date or (asked.relation.ends if asked.completing and asked.relation.ends else asked.day)
    if not may_show(request, shown):
        return not_here(request)
    return page(request, shown)


def _lead_to(request: HttpRequest, date: dt.date | None) -> HttpResponse:
    """Lead to a day that was typed, or say which days may be shown."""
    asked, words = asked_of(request), words_for(request)
    if date is not None and may_show(request, date):
        return redirect("today", relation=asked.relation.ref, date=date)
    first, last = (words.statement.day(day) for day in (earliest(asked), latest(asked)))
    return page(request, latest(asked), says=words.today.which_day.format(first=first, last=last), status=400)


def may_show(request: HttpRequest, date: dt.date) -> bool:
    """Return whether a day lies within the school year and the relation, and is not to come."""
    asked = asked_of(request)
    return earliest(asked) <= date <= latest(asked)


def page(request: HttpRequest, date: dt.date, *, says: str | None = None, status: int = 200) -> HttpResponse:
    """Return the page of a day.

    Args:
        request: The request.
        date: The day.
        says: What a person should know of what they just did.
        status: The answer's status.
    """
    asked = asked_of(request)
    day = day_of(asked, date)
    one = dt.timedelta(days=1)
    refused = request.POST.get("slot", "")
    shown = {
        "day": day,
        "says": says,
        "refused": refused,
        "refused_line": next((line for line in (*day.lines, *day.without_time) if line.key == refused), None),
        "reasons": by_one_tap(words_for(request)),
        "all_reasons": in_full(words_for(request)),
        "lengths": LENGTHS,
        "coming": coming(asked) if date == asked.day else (),
        "is_out": is_out(asked.relation.provider_id, date),
        "posted": new_ref(),
        "before": day.back or (date - one if day.refused and may_show(request, date - one) else None),
        "yesterday": date - one,
        "earliest": earliest(asked),
        "latest": latest(asked),
        "after": date + one if date < latest(asked) else None,
    }
    return render(request, "today/page.html", shown, status=status)
