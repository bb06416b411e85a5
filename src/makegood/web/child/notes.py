"""A family's own notes beside the log: seen by the one who wrote them, and by the school once they share them."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.terms.spelling import near
from makegood.web.access.asked import Asked, asked_of
from makegood.web.people.models import Person
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.versions import holding
from makegood.web.records.write import add, change, withdraw
from makegood.web.refusals import not_here
from makegood.web.typed import day_in, minutes_in
from makegood.web.words.language import words_for

SHARED: Final = "shared with the school"
_LONGEST: Final = 2_000
_SCHOOL: Final = frozenset({"therapist", "case_manager", "school_leader", "director"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note.

    Attributes:
        saw: `held`, `not_held`, `shorter` or `unsure`.
        log: Minutes that the school's log has for the day and type of service; None if it says nothing.
        by: Who wrote it, for the school.
    """

    ref: str
    date: dt.date
    service_type: str
    saw: str
    minutes: int | None
    words: str | None
    shared: bool
    log: int | None
    by: str = ""


def notes_for(asked: Asked) -> list[Note]:
    """Return what this person may read, latest first: a family its own, the school what was shared with it."""
    rows: Any = holding(MODELS["family_notes"]).filter(student_id=asked.the_child.student_id)
    if asked.relation.kind == "family":
        rows = rows.filter(entered_by=asked.person.ref)
    elif asked.relation.kind in _SCHOOL:
        rows = rows.filter(entered_why=SHARED)
    else:
        return []
    if not rows:
        return []
    names = dict(Person.objects.values_list("ref", "name").filter(ref__in=[row.entered_by for row in rows]))
    log = _log(asked.the_child.student_id)
    found = [
        Note(
            ref=row.ref, date=dt.date.fromisoformat(row.date), service_type=row.service_type, saw=row.saw,
            minutes=None if row.minutes is None else int(row.minutes), words=row.words,
            shared=row.entered_why == SHARED, log=log.get((near(row.service_type), row.date)),
            by=names.get(row.entered_by, ""),
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda note: note.date, reverse=True)


def notes(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show one's own notes; write one, share it with the school, or take it away."""
    asked = asked_of(request)
    if request.method == "GET":
        return _page(request, asked)
    ref = request.POST.get("note")
    if ref is not None:
        own = holding(MODELS["family_notes"]).filter(student_id=asked.the_child.student_id, entered_by=asked.person.ref)
        old = own.filter(ref=ref).first()
        what = request.POST.get("what")
        if old is None or what not in {"share", "take_away"}:
            return not_here(request)
        if what == "share":
            change(old, {}, by=asked.person.ref, why=SHARED)
        else:
            withdraw(old, by=asked.person.ref, why="taken away by the family")
        return redirect("notes", relation=asked.relation.ref, child=asked.the_child.ref)
    day, saw = day_in(request.POST.get("day", "")), request.POST.get("saw", "")
    service = request.POST.get("service", "")
    w = words_for(request).more
    if day is None or day > asked.day or saw not in w.saw or service not in types_of(asked):
        return _page(request, asked, says=w.note_needs, status=400)
    typed = request.POST.get("minutes", "").strip()
    minutes = minutes_in(typed)
    if typed and minutes is None:
        return _page(request, asked, says=w.which_minutes, status=400)
    posted = request.POST.get("posted") or new_ref()
    if not is_written("family_notes", posted):
        cells = {
            "note_id": new_id("F"), "student_id": asked.the_child.student_id, "date": day.isoformat(), "saw": saw,
            "service_type": service, "minutes": None if minutes is None else str(minutes),
            "words": request.POST.get("words", "").strip()[:_LONGEST] or None, "noted_at": asked.day.isoformat(),
        }  # fmt: skip
        add("family_notes", cells, by=asked.person.ref, posted=posted)
    return redirect("notes", relation=asked.relation.ref, child=asked.the_child.ref)


def types_of(asked: Asked) -> list[str]:
    """Return the types of service that the child has."""
    held = holding(MODELS["services"]).filter(student_id=asked.the_child.student_id)
    return sorted(set(held.values_list("service_type", flat=True)))


def _log(student_id: str) -> dict[tuple[str, str], int]:
    """Return the minutes that count in the log of a child, by type of service, spelled alike, and day."""
    services = holding(MODELS["services"]).filter(student_id=student_id)
    types = {id_: near(type_) for id_, type_ in services.values_list("service_id", "service_type")}
    rows: Any = list(holding(MODELS["sessions"]).filter(service_id__in=types))
    corrected = {row.corrects for row in rows}
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.session_id not in corrected:
            found[types[row.service_id], row.date] += int(row.minutes_delivered)
    return found


def _page(request: HttpRequest, asked: Asked, *, says: str = "", status: int = 200) -> HttpResponse:
    about = {"notes": notes_for(asked), "says": says, "posted": new_ref(), "types": types_of(asked),
             "saw": words_for(request).more.saw.items()}  # fmt: skip
    return render(request, "child/notes.html", about, status=status)
