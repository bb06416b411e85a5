"""Dates that are tapped: given, missed and why; and what is said of all the others."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from makegood.records import ASSUMED
from makegood.web.access.asked import Asked, asked_of
from makegood.web.alone.kept import as_one
from makegood.web.alone.marks import GIVEN, MISSED, REASONS, SHORT, TYPED, Marked, field_of, given_by, mark_of, posted
from makegood.web.alone.month import Line, Month, month_of, to_suppose
from makegood.web.child.own_words import words_of
from makegood.web.people.shown import who
from makegood.web.records.ids import new_id
from makegood.web.records.models import MODELS
from makegood.web.records.taken_back import NOT_MARKED
from makegood.web.records.versions import holding
from makegood.web.records.write import NotWrittenError, add, withdraw
from makegood.web.refusals import not_here
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

HELD: Final = "held"
"""What a person supposes of the sessions that they did not mark."""
_BAD: Final = 400
_WEEK: Final = 7
_STEP: Final = 5
_SAVED: Final = 4


def alone_dates(request: HttpRequest, *, date: dt.date, **_: Any) -> HttpResponse:
    """Show a month of a child, and take what is known of its days."""
    asked, words = asked_of(request), words_for(request)
    if date > asked.day:
        return not_here(request)
    if date.day != 1:
        return redirect("alone_dates", date=date.replace(day=1), relation=asked.relation.ref, child=asked.the_child.ref)
    month = month_of(asked.the_child.student_id, date, asked.day)
    if request.method != "POST":
        return _page(request, date, month)
    marked, wrong = posted(request, month)
    supposes = request.POST.get("rest") == HELD
    weekdays = {line.id: _weekdays(request, line) for line in month.lines}
    unknown = [line for line in _asked_for(month) if not weekdays[line.id]]
    if wrong or (supposes and unknown):
        says = _says_wrong(*wrong[0], words) if wrong else _asks_weekdays(unknown, words)
        return _page(request, date, month, marked, weekdays, error=says, status=_BAD)
    try:
        with as_one(asked.day):
            saved = _write(asked, month, marked)
            taken = _unmark(asked, month, marked, request.POST.getlist("had"))
            if supposes:
                saved += _suppose(asked, month_of(asked.the_child.student_id, date, asked.day), weekdays, words)
    except NotWrittenError as refused:
        says = words.alone.not_saved
        return _page(request, date, month, marked, weekdays, error=says, findings=refused.findings, status=_BAD)
    of = {"relation": asked.relation.ref, "child": asked.the_child.ref, "date": date}
    return redirect(f"{reverse('alone_dates', kwargs=of)}?saved={saved}&taken={taken}")


def _says_wrong(line: Line, day: dt.date, w: SiteWords) -> str:
    """Return where the typed minutes cannot be those of a session that was shorter."""
    return w.alone.wrong_minutes.format(day=w.statement.day(day), most=line.minutes)


def _asks_weekdays(unknown: list[Line], w: SiteWords) -> str:
    """Return of which services the weekdays have to be ticked first."""
    return w.alone.which_weekdays.format(service=w.statement.listed(w.statement.service(line.type) for line in unknown))


def _asked_for(month: Month) -> list[Line]:
    """Return the services of which nothing says on which weekdays they are: a person has to say so."""
    return [
        line
        for line in month.lines
        if line.slots is None and line.can_be_supposed and any(map(line.runs_on, month.days))
    ]


def _weekdays(request: HttpRequest, line: Line) -> frozenset[int]:
    """Return the weekdays that were ticked for a service."""
    ticked = request.POST.getlist(f"on.{line.ref}")
    return frozenset(day for day in range(_WEEK) if str(day) in ticked)


def _page(
    request: HttpRequest, date: dt.date, month: Month, marked: Marked | None = None,
    weekdays: Mapping[str, Collection[int]] | None = None, *, status: int = 200, **more: Any,
) -> HttpResponse:  # fmt: skip
    asked, words = asked_of(request), words_for(request)
    choices = [(GIVEN, words.alone.given), (MISSED, words.alone.missed)]
    choices += [(reason, words.alone.missed_as.format(reason=words.statement.reason(reason))) for reason in REASONS]
    assumed_by = {row.recorded_by for row in month.noted.values() if row.source == ASSUMED}
    names = {ref: who(ref, words) or "" for ref in assumed_by}
    before = (date - dt.timedelta(days=1)).replace(day=1)
    after = (date + dt.timedelta(days=32)).replace(day=1)
    in_month = sorted({day.weekday() for day in month.days})
    shown = {
        "month": words.statement.month_and_year(date),
        "rest": HELD if weekdays is not None and request.POST.get("rest") == HELD else "",
        "ask_weekdays": [
            (line, [(at, words.statement.dates.weekdays[at], at in _ticked(line, weekdays)) for at in in_month])
            for line in _asked_for(month)
        ],
        "has_calendar": month.has_calendar,
        "rows": [
            (
                day,
                [
                    _cell(month, line, day, names, words) | _sent(request, line, day, marked)
                    for line in month.lines
                    if line.runs_on(day)
                ],
            )
            for day in month.days
        ],
        "choices": choices,
        "saved": saved_in(request),
        "taken": saved_in(request, "taken"),
        "totals": [line.type for line in month.lines if not line.can_be_supposed],
        "before": before,
        "after": after if after <= asked.day else None,
        **more,
    }
    return render(request, "alone/dates.html", shown, status=status)


def _ticked(line: Line, weekdays: Mapping[str, Collection[int]] | None) -> Collection[int]:
    """Return the weekdays that are ticked: those that were posted, else those on which sessions are on record."""
    return line.seen_on if weekdays is None else weekdays[line.id]


def _cell(month: Month, line: Line, day: dt.date, names: dict[str | None, str], w: SiteWords) -> dict[str, Any]:
    row = month.noted.get((line.id, day))
    chosen, says, own, short = "", "", "", set(range(_STEP, line.minutes, _STEP))
    if row is not None:
        given = int(row.minutes_delivered or 0)
        chosen = mark_of(row, line.minutes)
        if 0 < given < line.minutes:
            short.add(given)
        if row.source == ASSUMED:
            says = w.alone.assumed_by.format(name=names[row.recorded_by])
        elif not given and chosen not in {MISSED, *REASONS}:
            own = w.statement.reason(chosen)
        if words_of(row) and row.source != ASSUMED:
            says = ". ".join(part for part in (says, w.child.wrote.format(words=words_of(row))) if part)
    shorter = [(f"{SHORT}{n}", w.alone.short_of.format(given=n, of=line.minutes)) for n in sorted(short, reverse=True)]
    return {
        "field": field_of(line, day), "service": w.statement.service(line.type), "chosen": chosen, "says": says,
        "shorter": shorter, "own": own, "kept": chosen, "most": line.minutes,
        "row": row.ref if row is not None else "",
    }  # fmt: skip


def _sent(request: HttpRequest, line: Line, day: dt.date, marked: Marked | None) -> dict[str, Any]:
    """Return what was posted of a day and not saved; nothing where nothing was posted."""
    if marked is None:
        return {}
    field = field_of(line, day)
    return {"chosen": request.POST.get(field, ""), "typed": request.POST.get(f"{field}{TYPED}", "")}


def _write(asked: Asked, month: Month, marked: Marked) -> int:
    """Write what was marked: a new row, or one that corrects what was said before; return how many."""
    minutes, count = {line.id: line.minutes for line in month.lines}, 0
    for (service, day), mark in marked.items():
        old, full = month.noted.get((service, day)), minutes[service]
        given = given_by(mark, full)
        if given is None or (old is not None and mark_of(old, full) == mark):
            continue
        reason = mark if mark in REASONS else None
        _add(asked, service, day, given, reason=reason, corrects=old.session_id if old is not None else None)
        count += 1
    return count


def _unmark(asked: Asked, month: Month, marked: Marked, had: Collection[str]) -> int:
    """Take back the rows of the days that are not marked any more; return how many days.

    Args:
        asked: Who asks, and of which child.
        month: What was on record.
        marked: What was posted.
        had: The ids of the rows that the form showed: a mark that was set meanwhile, on another page, stays.
    """
    gone = [row for at, row in month.noted.items() if marked.get(at) == "" and row.ref in had]
    rows = holding(MODELS["sessions"])
    for last in gone:
        row = last
        while row is not None:
            withdraw(row, by=asked.person.ref, why=NOT_MARKED)
            # What it corrected goes too: it would count again.
            row = rows.filter(session_id=row.corrects).first() if row.corrects else None
    return len(gone)


def _suppose(asked: Asked, month: Month, weekdays: Mapping[str, Collection[int]], w: SiteWords) -> int:
    """Write what is supposed; return how many rows."""
    found = [(line, day) for line in month.lines for day in to_suppose(month, line, weekdays[line.id])]
    for line, day in found:
        _add(asked, line.id, day, line.minutes, source=ASSUMED, note=w.alone.rest_held)
    return len(found)


def saved_in(request: HttpRequest, name: str = "saved") -> int | None:
    """Return how much was saved, or taken back, by the form that led to this page; None if none did."""
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < _SAVED else None


def _add(asked: Asked, service: str, day: dt.date, given: int, **more: str | None) -> None:
    cells = {"session_id": new_id("W"), "service_id": service, "date": day.isoformat(), "minutes_delivered": str(given)}
    add("sessions", {**cells, "recorded_by": asked.person.ref, **more}, by=asked.person.ref)
