"""A provider says when they are out: the rule then knows why a session was not held, and nobody has to tap each one."""

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
from makegood.web.typed import day_in
from makegood.web.words.language import words_for

BACK: Final = dt.timedelta(days=14)
"""So far back one may still say that one was out."""
AHEAD: Final = dt.timedelta(days=366)


def out(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show when one is out; write that one is, or that one is here after all."""
    asked = asked_of(request)
    if request.method == "GET":
        return _page(request, asked)
    ref = request.POST.get("withdraw")
    if ref is not None:
        own = holding(MODELS["provider_absences"]).filter(
            provider_id=asked.relation.provider_id, entered_by=asked.person.ref
        )
        old = own.filter(ref=ref).first()
        if old is None:
            return not_here(request)
        withdraw(old, by=asked.person.ref, why="here after all")
        return redirect("out", relation=asked.relation.ref)
    first = day_in(request.POST.get("from", ""))
    last = day_in(request.POST.get("until", "")) if request.POST.get("until") else first
    if first is None or last is None or last < first or not _within(asked, first, last):
        return _page(request, asked, says=words_for(request).more.out_days, status=400)
    posted = request.POST.get("posted") or new_ref()
    if not is_written("provider_absences", posted):
        cells = {"provider_id": asked.relation.provider_id, "date": first.isoformat()}
        cells |= {"until": last.isoformat()} if last > first else {}
        add("provider_absences", cells, by=asked.person.ref, posted=posted)
    return redirect("out", relation=asked.relation.ref)


def is_out(provider_id: str, date: dt.date) -> bool:
    """Return whether a provider is known to be away on a day."""
    day = date.isoformat()
    rows = holding(MODELS["provider_absences"]).filter(provider_id=provider_id, date__lte=day)
    return any((until or first) >= day for first, until in rows.values_list("date", "until"))


def _within(asked: Asked, first: dt.date, last: dt.date) -> bool:
    begins, ends = asked.relation.begins, asked.relation.ends
    return max(begins, asked.day - BACK) <= first and last <= min(ends or asked.day + AHEAD, asked.day + AHEAD)


def _page(request: HttpRequest, asked: Asked, *, says: str = "", status: int = 200) -> HttpResponse:
    since = (asked.day - BACK).isoformat()
    rows = holding(MODELS["provider_absences"]).filter(provider_id=asked.relation.provider_id).order_by("date")
    shown: list[dict[str, Any]] = [
        {"ref": row.ref, "first": dt.date.fromisoformat(row.date), "last": dt.date.fromisoformat(row.until or row.date),
         "own": row.entered_by == asked.person.ref}
        for row in rows
        if (row.until or row.date) >= since
    ]  # fmt: skip
    about = {"absences": shown, "says": says, "posted": new_ref(), "earliest": asked.day - BACK}
    return render(request, "today/out.html", about, status=status)
