"""A session that is in no slot: added, or held on another day than planned."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.answers.day import same_period
from makegood.terms.clock import clock
from makegood.web.access.asked import Asked, asked_of
from makegood.web.access.scope import children
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.posted import is_written
from makegood.web.records.read import records_of_provider
from makegood.web.records.write import Cells, NotWrittenError, add
from makegood.web.refusals import not_here
from makegood.web.today.choices import Choice, choices_of, to_choose
from makegood.web.today.lines import Line
from makegood.web.today.making_up import ANY, NONE, MakeUps, make_ups_of
from makegood.web.today.page import may_show
from makegood.web.today.reach import earliest
from makegood.web.today.reasons import CAN_BE_GIVEN, in_full
from makegood.web.today.slots import LOG, day_of
from makegood.web.typed import clock_in, day_in, minutes_in
from makegood.web.words.language import words_for


class MissingError(Exception):
    """What was typed is not enough; its words are a name among the words of this page."""


def more(request: HttpRequest, *, date: dt.date, **_: Any) -> HttpResponse:
    """Show the form of a session that is added, or was held on another day; and write it."""
    asked = asked_of(request)
    sent = request.POST if request.method == "POST" else request.GET
    key, ref = sent.get("slot", ""), sent.get("service", "")
    line = _line(asked, date, key) if key else None
    if not may_show(request, date) or (key and line is None):
        return not_here(request)
    choices = [] if line else choices_of(asked, date)
    choice = next((each for each in choices if each.ref == ref), None)
    if not line and choice is None:
        if ref or request.method == "POST":
            return not_here(request)
        return render(request, "today/choose.html", {"date": date, "choices": to_choose(choices, asked)})
    make_ups = make_ups_of(asked, choice) if choice else MakeUps()
    if request.method == "GET":
        return _page(request, date, line, choice, make_ups)
    posted = request.POST.get("posted") or new_ref()
    if not is_written("sessions", f"{posted}-0"):
        try:
            with transaction.atomic():
                if line:
                    _write_moved(request, date, posted, line)
                elif choice:
                    _write_added(request, date, posted, choice, make_ups)
        except (MissingError, IntegrityError, NotWrittenError) as refused:
            words = words_for(request)
            is_missing = isinstance(refused, MissingError)
            says = getattr(words.more, str(refused)) if is_missing else words.today.taken
            status = 400 if is_missing else 409
            return _page(request, date, line, choice, make_ups, says=says, status=status)
    return redirect("today", relation=asked.relation.ref, date=date)


def _page(
    request: HttpRequest,
    date: dt.date,
    line: Line | None,
    choice: Choice | None,
    make_ups: MakeUps,
    *,
    says: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the form, with what was filled in."""
    sent = request.POST
    about = {
        "date": date, "line": line, "choice": choice, "make_ups": make_ups, "says": says,
        "posted": sent.get("posted") or new_ref(), "earliest": earliest(asked_of(request)),
        "reasons": in_full(words_for(request)),
        "minutes": sent.get("minutes", line.slot.minutes if line else ""),
        "makes_up": sent.get("makes_up", ""),
    }  # fmt: skip
    return render(request, "today/more.html", about, status=status)


def _line(asked: Asked, date: dt.date, key: str) -> Line | None:
    """Return the slot that was held on another day: one of the provider's with nothing on record, or missed."""
    found = {line.key: line for line in day_of(asked, date).lines}.get(key)
    return found if found is not None and found.can_move else None


def _held(request: HttpRequest, service_id: str, held: dt.date) -> dict[str, str | None]:
    """Return the row of a session that was held.

    Raises:
        MissingError: If the minutes are missing or cannot be.
    """
    asked = asked_of(request)
    minutes, start = minutes_in(request.POST.get("minutes", "")), clock_in(request.POST.get("start", ""))
    if not minutes:
        raise MissingError("which_minutes")
    return {
        "session_id": new_id("W"),
        "service_id": service_id,
        "date": held.isoformat(),
        "start_time": None if start is None else clock(start),
        "minutes_delivered": str(minutes),
        "minutes_planned": None,
        "provider_id": asked.relation.provider_id,
        "recorded_by": asked.person.ref,
    }


def _write_added(request: HttpRequest, date: dt.date, posted: str, choice: Choice, make_ups: MakeUps) -> None:
    """Write a session that is in no slot; a make-up may name the miss that it is for.

    Raises:
        MissingError: If the minutes or the missed session are missing or cannot be.
    """
    cells = _held(request, choice.service_id, date)
    # Which of the two it was is never supposed: minutes that make something up are not the week's own.
    # So a form that names what somebody else made up meanwhile is asked again, too.
    for_ = request.POST.get("makes_up") or ("" if make_ups.is_any else NONE)
    if for_ != NONE:
        named = make_ups.named.get(for_)
        if named is None and (for_ != ANY or not make_ups.is_any):
            raise MissingError("which_miss" if for_ else "which_kind")
        cells |= {"kind": "make_up", "makeup_for": named}
    add("sessions", cells, by=asked_of(request).person.ref, posted=f"{posted}-0")


def _write_moved(request: HttpRequest, date: dt.date, posted: str, line: Line) -> None:
    """Write the session that was held on another day, and that its slot was not used if that is not on record yet.

    Raises:
        MissingError: If the day, minutes or the reason are missing or cannot be.
    """
    asked, service = asked_of(request), line.slot.service_id
    held, reason = day_in(request.POST.get("held", "")), request.POST.get("reason", "")
    if held is None or not may_show(request, held) or held == date:
        raise MissingError("which_day")
    cells = _held(request, service, held)
    missed = line.slot.row.session_id if line.slot.row else new_id("W")
    if line.slot.row is None:
        if reason not in CAN_BE_GIVEN:
            raise MissingError("which_reason")
        at = line.slot.start_time
        unused: Cells = {**cells, "session_id": missed, "date": date.isoformat(), "minutes_delivered": "0",
                         "minutes_planned": str(line.slot.minutes), "reason": reason,
                         "start_time": None if at is None else clock(at)}  # fmt: skip
        add("sessions", unused, by=asked.person.ref, posted=f"{posted}-1")
    if not _in_one_period(asked, service, date, held):
        cells |= {"makeup_for": missed, "kind": "make_up"}
    add("sessions", cells, by=asked.person.ref, posted=f"{posted}-0")


def _in_one_period(asked: Asked, service: str, one: dt.date, other: dt.date) -> bool:
    own = [child.student_id for child in children(asked.relation, asked.day)]
    last = max(one, other, asked.day)
    records = records_of_provider(asked.relation.provider_id, own, last, min(one, other) - LOG).records
    return records is not None and same_period(records, service, one, other)
