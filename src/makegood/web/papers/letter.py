"""One letter: its text beside a form, to be read, changed and downloaded. Nothing of it is kept."""

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.ask import draft
from makegood.documents.fields import FIELDS, LONG
from makegood.documents.produce import FORMATS, Format
from makegood.records import Records
from makegood.terms.accents import without_accents
from makegood.web.access.asked import Asked, asked_of
from makegood.web.access.table import OWN_LETTERS
from makegood.web.papers.letters import kinds_for
from makegood.web.papers.made import TYPES, made
from makegood.web.papers.own_notes import OwnNotes, own_notes
from makegood.web.papers.shown import parts_of
from makegood.web.papers.typed import Typed, most, typed_in
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_children
from makegood.web.records.versions import holding
from makegood.web.refusals import not_here
from makegood.web.words.all import SiteWords
from makegood.web.words.language import PAGE_IN, words_for

_AUTOFILL: Final = {
    "parent_name": "name",
    "parent_address": "street-address",
    "parent_phone": "tel",
    "parent_email": "email",
}
"""What a browser may know of the one who writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the form.

    Attributes:
        label: What is asked for, in the page's language.
        value: What it holds now.
        long: Whether it takes several lines.
        most: How many characters it may have.
        autofill: What a browser may fill in.
    """

    name: str
    label: str
    value: str
    long: bool
    most: int
    autofill: str


def letter(request: HttpRequest, *, kind: str, **_: Any) -> HttpResponse:
    """Show a letter with what was typed, or answer with its file."""
    asked, words = asked_of(request), words_for(request)
    if kind not in kinds_for(asked):
        return not_here(request)
    id_ = asked.the_child.student_id
    notes = own_notes(request, kind)
    notes_by = asked.person.ref if notes is not None and notes.go_in else None
    report = records_of_children({id_}, asked.day, notes_by=notes_by, signed=kind == "medicaid_report")
    if report.records is None:
        return render(request, "child/cannot.html", {"findings": report.findings})
    typed = _signed(asked, _in_the_other_language(report.records, asked, kind, typed_in(request.POST, words.lang)))
    what = request.POST.get("what")
    if request.method == "GET" or what == "show" or PAGE_IN in request.POST:
        return _page(request, report.records, kind, typed, notes, says=words.papers.too_long if typed.too_long else "")
    as_: Format | None = next((each for each in FORMATS if each == what), None)
    if as_ is None or typed.too_long:
        return _page(request, report.records, kind, typed, notes, says=words.papers.too_long if as_ else "", status=400)
    done = made(report.records, id_, kind, asked.day, typed=typed, as_=as_, noted=_is_noted(asked))
    if done is None or not done.files:
        return _page(request, report.records, kind, typed, notes, says=words.papers.not_made, status=503)
    (data,) = done.files.values()
    name = _file_name(words, kind)
    return HttpResponse(data, TYPES[as_], headers={"Content-Disposition": f'attachment; filename="{name}.{as_}"'})


def _file_name(words: SiteWords, kind: str) -> str:
    """Return what a letter's file is called in the page's language: the kind of letter, and nobody's name."""
    if words.lang == "en":
        return kind
    return "_".join(re.findall("[a-z0-9]+", without_accents(words.papers.kinds[kind].title).casefold()))


def _signed(asked: Asked, typed: Typed) -> Typed:
    """Return what was typed, with the name of a family's writer, whom the site knows; a blanked name stays blank."""
    if asked.relation.kind not in OWN_LETTERS:
        return typed
    return replace(typed, fields={"parent_name": asked.person.name, **typed.fields})


def _is_noted(asked: Asked) -> bool:
    """Return whether one keeps a child's record alone: what was brought in from files is a school's."""
    held = holding(MODELS["students"]).filter(student_id=asked.the_child.student_id)
    return asked.relation.kind == "alone" and held.filter(batch=None).exists()


def _in_the_other_language(records: Records, asked: Asked, kind: str, typed: Typed) -> Typed:
    """Return what was typed; in another language now, without what the records filled in: they fill it in again."""
    if typed.lang == typed.was:
        return typed
    filled = draft(records, asked.the_child.student_id, kind, asked.day, lang=typed.was).fields
    return replace(typed, fields={name: text for name, text in typed.fields.items() if text != filled.get(name)})


def _page(
    request: HttpRequest,
    records: Records,
    kind: str,
    typed: Typed,
    notes: OwnNotes | None,
    *,
    says: str = "",
    status: int = 200,
) -> HttpResponse:
    asked, words = asked_of(request), words_for(request)
    drafted = draft(
        records,
        asked.the_child.student_id,
        kind,
        asked.day,
        lang=typed.lang,
        fields=typed.fields,
        noted=_is_noted(asked),
    )
    if drafted.letter is None:
        return render(request, "child/cannot.html", {"findings": drafted.findings})
    fields = [
        Field(
            name=name,
            label=FIELDS[name].of(words.lang),
            value=value,
            long=name in LONG,
            most=most(name),
            autofill=_AUTOFILL.get(name, "off"),
        )
        for name, value in drafted.fields.items()
    ]
    about = {
        "kind": kind,
        "named": words.papers.kinds[kind],
        "typed": typed,
        "gives": bool(words.papers.kinds[kind].given),
        "own": asked.relation.kind in OWN_LETTERS,
        "notes": notes,
        "fields": fields,
        "title": drafted.letter.paper["title"],
        "parts": list(parts_of(drafted.letter.paper["blocks"])),
        "nothing_missed": any(finding.code == "nothing_missed" for finding in drafted.findings),
        "says": says,
    }
    return render(request, "papers/letter.html", about, status=status)
