"""A session that is in no slot: added, or held on another day than planned."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.answers.day import same_period
from makegood.terms.clock import clock
from makegood.web.access.asked import Asked, Child, asked_of
from makegood.web.access.scope import children, named
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.read import records_of_provider
from makegood.web.records.versions import holding
from makegood.web.records.write import NotWrittenError, add
from makegood.web.refusals import not_here
from makegood.web.today.page import may_show
from makegood.web.today.reach import earliest
from makegood.web.today.slots import LOG, Line, day_of
from makegood.web.typed import clock_in, day_in, minutes_in
from makegood.web.words.language import words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A service that the provider gives: its random id, the child, and what it is."""

    ref: str
    service_id: str
    service_type: str
    child: Child


class MissingError(Exception):
    """What was typed is not enough; its words are a name among the words of this page."""


def more(request: HttpRequest, *, date: dt.date, **_: Any) -> HttpResponse:
    """Show the form of a session that is added, or was held on another day; and write it."""
    asked = asked_of(request)
    key = (request.POST if request.method == "POST" else request.GET).get("slot", "")
    line = _line(asked, date, key) if key else None
    choices = choices_of(asked, date)
    if not may_show(request, date) or (key and line is None):
        return not_here(request)
    shown = {"date": date, "line": line, "choices": choices, "posted": new_ref(), "earliest": earliest(asked),
             "reasons": words_for(request).today.reasons.items()}  # fmt: skip
    if request.method == "GET":
        return render(request, "today/more.html", shown)
    posted = request.POST.get("posted") or new_ref()
    if not is_written("sessions", f"{posted}-0"):
        services = {choice.ref: choice.service_id for choice in choices}
        service = line.slot.service_id if line else services.get(request.POST.get("service", ""))
        if service is None:
            return not_here(request)
        try:
            with transaction.atomic():
                _write(request, date, posted, line, service)
        except (MissingError, IntegrityError, NotWrittenError) as refused:
            words = words_for(request)
            is_missing = isinstance(refused, MissingError)
            shown["says"] = getattr(words.more, str(refused)) if is_missing else words.today.taken
            return render(request, "today/more.html", shown, status=400 if is_missing else 409)
    return redirect("today", relation=asked.relation.ref, date=date)


def choices_of(asked: Asked, date: dt.date) -> list[Choice]:
    """Return the services that a provider gives on a day, by child; of a child who is named, every service."""
    own = {child.student_id: child for child in children(asked.relation, asked.day)}
    provider, day = asked.relation.provider_id, date.isoformat()
    slots = set(holding(MODELS["schedule"]).filter(provider_id=provider).values_list("service_id", flat=True))
    listed = named(asked.relation, asked.day)
    rows: Any = holding(MODELS["services"]).filter(student_id__in=own)
    found = [
        Choice(ref=row.ref, service_id=row.service_id, service_type=row.service_type, child=own[row.student_id])
        for row in rows
        if (row.provider_id == provider or row.service_id in slots or row.student_id in listed)
        and (not row.start or row.start <= day) and (not row.end or row.end >= day)
    ]  # fmt: skip
    return sorted(found, key=lambda choice: (choice.child.short, choice.service_type, choice.service_id))


def _line(asked: Asked, date: dt.date, key: str) -> Line | None:
    """Return the slot that was held on another day: one of the provider's with nothing on record."""
    found = {line.key: line for line in day_of(asked, date).lines}.get(key)
    return found if found is not None and not found.is_noted and not found.slot.agreed else None


def _write(request: HttpRequest, date: dt.date, posted: str, line: Line | None, service: str) -> None:
    """Write the session that was held; of one that was held on another day also that its slot was not used.

    Raises:
        MissingError: If a day, minutes or a reason are missing or cannot be.
    """
    asked = asked_of(request)
    held = day_in(request.POST.get("held", "")) if line else date
    minutes, start = minutes_in(request.POST.get("minutes", "")), clock_in(request.POST.get("start", ""))
    reason = request.POST.get("reason", "")
    if held is None or not may_show(request, held) or (line and held == date):
        raise MissingError("which_day")
    if not minutes:
        raise MissingError("which_minutes")
    cells: dict[str, str | None] = {
        "session_id": new_id("W"),
        "service_id": service,
        "date": held.isoformat(),
        "start_time": None if start is None else clock(start),
        "minutes_delivered": str(minutes),
        "minutes_planned": None,
        "provider_id": asked.relation.provider_id,
        "recorded_by": asked.person.ref,
    }
    if line:
        if reason not in dict(words_for(request).today.reasons):
            raise MissingError("which_reason")
        missed = new_id("W")
        at = line.slot.start_time
        unused = {**cells, "session_id": missed, "date": date.isoformat(), "minutes_delivered": "0",
                  "minutes_planned": str(line.slot.minutes), "reason": reason,
                  "start_time": None if at is None else clock(at)}  # fmt: skip
        add("sessions", unused, by=asked.person.ref, posted=f"{posted}-1")
        if not _in_one_period(asked, service, date, held):
            cells["makeup_for"], cells["kind"] = missed, "make_up"
    add("sessions", cells, by=asked.person.ref, posted=f"{posted}-0")


def _in_one_period(asked: Asked, service: str, one: dt.date, other: dt.date) -> bool:
    own = [child.student_id for child in children(asked.relation, asked.day)]
    last = max(one, other, asked.day)
    records = records_of_provider(asked.relation.provider_id, own, last, min(one, other) - LOG).records
    return records is not None and same_period(records, service, one, other)
