"""The child and each service of its IEP: the words are typed, read aloud, and kept once a person agrees."""

from collections.abc import Iterator
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from makegood.intake.mandate import MandateReading, Reading, read_mandate
from makegood.terms.place_words import source_in_words
from makegood.web.access.asked import asked_of
from makegood.web.alone.line import form_of, has_sessions, line_of, take_off, write_line
from makegood.web.promised import promised
from makegood.web.records.ids import new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import NotWrittenError
from makegood.web.refusals import not_here
from makegood.web.typed import iso_day, number_in
from makegood.web.words.language import words_for

SERVICES: Final = ("speech", "occupational_therapy", "physical_therapy", "counseling", "specialized_instruction")
_LONGEST: Final = 300
_BAD: Final = 400


def alone_child(request: HttpRequest, **_: Any) -> HttpResponse:
    """Take a child's name and the first service; nothing can be counted before the days of school are known."""
    if not holding(MODELS["terms"]).exists():
        days = reverse("alone_days", kwargs={"relation": asked_of(request).relation.ref})
        return redirect(f"{days}?first=1")
    return _answer(request, None)


def alone_line(request: HttpRequest, **_: Any) -> HttpResponse:
    """Take another service of a child, correct one, or take one off that was typed by mistake."""
    student = asked_of(request).the_child.student_id
    named = request.POST.get("line") or request.POST.get("off") or request.GET.get("line", "")
    old = line_of(student, named)
    if named and old is None:
        return not_here(request)
    if old is not None and request.POST.get("off"):
        return _off(request, student, old)
    if old is not None and request.method != "POST":
        return _page(request, student, {**form_of(old), "line": old.ref})
    return _answer(request, student)


def _off(request: HttpRequest, student: str, row: Any) -> HttpResponse:
    """Take a service off, unless sessions of it are on record."""
    asked, words = asked_of(request), words_for(request).alone
    if has_sessions(row):
        return _page(request, student, {}, error=words.line_has_sessions, status=_BAD)
    try:
        take_off(asked, row)
    except NotWrittenError as refused:
        return _page(request, student, {}, error=words.not_saved, findings=refused.findings, status=_BAD)
    line = reverse("alone_line", kwargs={"relation": asked.relation.ref, "child": asked.the_child.ref})
    return redirect(f"{line}?off=1")


def _answer(request: HttpRequest, student: str | None) -> HttpResponse:  # noqa: PLR0911 - one return for each step
    asked, words = asked_of(request), words_for(request)
    if request.method != "POST":
        return _page(request, student, {})
    form = {
        name: request.POST.get(name, "").strip()[:_LONGEST] for name in ("name", "service", "words", "line", "posted")
    }
    days = {name: iso_day(request.POST.get(name, "")) for name in ("start", "end")}
    form |= {name: day.isoformat() if day else "" for name, day in days.items()}
    if not (form["words"] and form["service"] in SERVICES and (form["name"] or student)):
        return _page(request, student, form, error=words.alone.blank, status=_BAD)
    reading = read_mandate(form["words"])
    usable = list(_usable(reading))
    chosen = number_in(request.POST.get("reading", ""))
    if request.POST.get("again") or chosen is None or chosen >= len(usable):
        if request.POST.get("again"):
            return _page(request, student, form)
        if not usable:
            return _page(request, student, form, error=words.alone.cannot, status=_BAD)
        said = [(at, promised(each, words.statement)) for at, each in enumerate(usable)]
        return render(
            request,
            "alone/reading.html",
            {"form": {**form, "posted": new_ref()}, "readings": said, "unread": reading.unread},
        )
    try:
        ref = write_line(asked, student, form, reading, usable[chosen])
    except NotWrittenError as refused:
        return _page(request, student, form, error=words.alone.not_saved, findings=refused.findings, status=_BAD)
    line = reverse("alone_line", kwargs={"relation": asked.relation.ref, "child": ref})
    return redirect(f"{line}?saved=1")


def _page(
    request: HttpRequest, student: str | None, form: dict[str, str], *, status: int = 200, **more: Any
) -> HttpResponse:
    asked, words = asked_of(request), words_for(request)
    lines = holding(MODELS["services"]).filter(student_id=student).order_by("entry") if student else ()
    shown = {
        "form": form,
        "student": student,
        "services": SERVICES,
        "lines": [
            {
                "ref": row.ref,
                "service": words.statement.service(row.service_type),
                "words": row.mandate or source_in_words(row.source or "", words.lang),
                "can_go": not has_sessions(row),
            }
            for row in lines
        ],
        "month": asked.day.replace(day=1),
        "days_saved": "days" in request.GET and request.method == "GET",
        "saved": "saved" in request.GET and request.method == "GET",
        "taken_off": "off" in request.GET and request.method == "GET",
        "has_days": holding(MODELS["terms"]).exists(),
        **more,
    }
    return render(request, "alone/child.html", shown, status=status)


def _usable(reading: MandateReading) -> Iterator[Reading]:
    """Yield the readings that are a promise: so many minutes in a period."""
    yield from (each for each in reading.readings if each.minutes and each.per)
