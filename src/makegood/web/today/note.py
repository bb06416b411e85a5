"""One tap: a session, or a group, is held, shorter or missed. A noted row is never changed: a new one corrects it."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from makegood.terms.clock import clock
from makegood.terms.reasons import OTHER
from makegood.web.access.asked import Asked, asked_of
from makegood.web.found import found
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.taken_back import NO_SESSION, TO_NOTE
from makegood.web.records.versions import holding
from makegood.web.records.write import Cells, NotWrittenError, add, withdraw
from makegood.web.refusals import not_here
from makegood.web.today.lines import Day, Line, anchor_of
from makegood.web.today.page import may_show, page
from makegood.web.today.reasons import CAN_BE_GIVEN, WHICH
from makegood.web.today.slots import day_of
from makegood.web.typed import minutes_in
from makegood.web.words.language import words_for

GIVEN: Final = "given"
UNDO: Final = "undo"
NONE_SUCH: Final = "no_session"


class RefusedError(Exception):
    """Nothing is written. It says a name among the words of the day; nothing if the form names what is not there."""


class UnreadableError(RefusedError):
    """What was typed cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What was tapped.

    Attributes:
        slots: The keys of the lines, one for each child.
        seen: The row that was on record of each when the page was made; blank if nothing was.
        what: `given`, `undo`, `no_session` (taken back, and nothing is to be noted again), a reason, or `which`: no
            reason is said.
        minutes: How many were given; None: all that were planned, or none of a session with a reason.
        why: Why a signed row is changed.
        posted: The form's own id: sent twice, it writes once.
    """

    slots: list[str]
    seen: list[str]
    what: str
    minutes: int | None
    why: str
    posted: str


def note(request: HttpRequest, *, date: dt.date, **_: Any) -> HttpResponse:
    """Write what was tapped, and show the day again at the line that was tapped."""
    asked, words = asked_of(request), words_for(request).today
    if not may_show(request, date):
        return not_here(request)
    try:
        form = _form(request)
        with transaction.atomic():
            if not is_written("sessions", f"{form.posted}-0"):
                _write(form, asked, date)
    except RefusedError as refused:
        why, status = str(refused), 400 if isinstance(refused, UnreadableError) else 409
        return page(request, date, says=getattr(words, why), status=status) if why else not_here(request)
    except IntegrityError:
        return page(request, date, says=words.taken, status=409)
    except NotWrittenError as refused:
        what = " ".join(found(finding, words_for(request)).says for finding in refused.findings)
        return page(request, date, says=words.not_saved.format(what=what), status=400)
    answer = redirect("today", relation=asked.relation.ref, date=date)
    answer["Location"] += f"#s-{anchor_of(form.slots[0])}"
    return answer


def _form(request: HttpRequest) -> Form:
    """Return what was tapped; a number that was typed beside the buttons goes before them.

    Raises:
        UnreadableError: If that is no number of minutes, or the reason is only "another one".
    """
    typed = request.POST.get("other", "").strip()
    if typed and not minutes_in(typed):
        raise UnreadableError("which_minutes")
    what = request.POST.get("what", "")
    if what == OTHER:
        raise UnreadableError("which_reason")
    return Form(
        slots=request.POST.getlist("slot"),
        seen=request.POST.getlist("seen"),
        what=(request.POST.get("reason") or WHICH) if what == WHICH else what,
        minutes=minutes_in(typed or request.POST.get("minutes", "")),
        why=request.POST.get("why", "").strip(),
        posted=request.POST.get("posted") or new_ref(),
    )


def _write(form: Form, asked: Asked, date: dt.date) -> None:
    """Write a row for each child.

    Raises:
        RefusedError: If the form names what is not there, or somebody noted it meanwhile.
        UnreadableError: If a session was shorter, and no reason is given.
    """
    if (
        form.what not in {GIVEN, UNDO, NONE_SUCH, WHICH, *CAN_BE_GIVEN}
        or not form.slots
        or len(form.slots) != len(form.seen)
    ):
        raise RefusedError
    lines = _lines(day_of(asked, date))
    if not set(form.slots) <= lines.keys():
        raise RefusedError
    chosen = [lines[key] for key in form.slots]
    if any(line.row != seen for line, seen in zip(chosen, form.seen, strict=True)):
        raise RefusedError("taken")
    if any(line.signed for line in chosen) and not form.why:
        raise RefusedError("why_changed_says")
    if form.what == WHICH:
        # Who typed as many minutes as were planned, or more, has no reason to give.
        if form.minutes is None or any(form.minutes < _planned(line) for line in chosen):
            raise UnreadableError("which_reason")
        form = replace(form, what=GIVEN)
    group = new_id("G") if len(chosen) > 1 else None
    for at, line in enumerate(chosen):
        if form.what not in {UNDO, NONE_SUCH}:
            cells = _cells(form, asked, date, line, group)
            add("sessions", cells, by=asked.person.ref, posted=f"{form.posted}-{at}")
        elif not line.signed:
            _take_back(line, asked, none_such=form.what == NONE_SUCH)


def _take_back(line: Line, asked: Asked, *, none_such: bool) -> None:
    """Write that what is noted of a session no longer holds, and whether it is to be noted again."""
    versions: Any = MODELS["sessions"]._default_manager
    if line.row:
        why = NO_SESSION if none_such else "undone before it was signed" if line.leaves_nothing else TO_NOTE
        withdraw(holding(MODELS["sessions"]).get(ref=line.row), by=asked.person.ref, why=why)
    elif line.again and none_such:
        withdraw(versions.filter(ref=line.again).latest("entry"), by=asked.person.ref, why=NO_SESSION)


def _lines(day: Day) -> dict[str, Line]:
    return {line.key: line for line in (*day.lines, *day.without_time)}


def _planned(line: Line) -> int:
    row = line.slot.row
    return (row.planned if row else None) or line.slot.minutes


def _cells(form: Form, asked: Asked, date: dt.date, line: Line, group: str | None) -> Cells:
    """Return the row that says what was tapped."""
    slot, row = line.slot, line.slot.row
    planned = _planned(line)
    given = form.minutes if form.minutes is not None else (planned if form.what == GIVEN else 0)
    start = slot.start_time
    return {
        "session_id": new_id("W"),
        "service_id": slot.service_id,
        "date": date.isoformat(),
        "start_time": None if start is None else clock(start),
        "minutes_delivered": str(given),
        "minutes_planned": str(max(planned, given)) if start is not None else None,
        "reason": None if form.what == GIVEN else form.what,
        "kind": row.kind if row else ("make_up" if slot.agreed else None),
        "makeup_for": slot.makeup_for,
        "award_id": row.award_id if row else None,
        "provider_id": asked.relation.provider_id,
        "group_id": group or (row.group_id if row else None),
        "corrects": row.session_id if row else None,
        "recorded_by": asked.person.ref,
        "note": form.why or None,
    }
