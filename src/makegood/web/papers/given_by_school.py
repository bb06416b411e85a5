"""What a school gave or sent a family, or signed with it, as rows."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.enter import BECOMES, NOTICES, row_of
from makegood.documents.open_minutes import may_be_made_up
from makegood.records import Records
from makegood.statements.statement.statement import MissLine
from makegood.terms.findings import Finding
from makegood.web.access.asked import Asked, asked_of
from makegood.web.child.account import answer_for, things_of
from makegood.web.child.notes import types_of
from makegood.web.papers.done import to_letters
from makegood.web.papers.rows import SEVERAL, Rows, methods_of, rows_in
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.posted import is_written
from makegood.web.records.read import records_of_children
from makegood.web.records.write import NotWrittenError, add
from makegood.web.words.language import words_for


def given_by_school(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask what was given or sent, when and how; enter it."""
    asked, words = asked_of(request), words_for(request)
    answer = answer_for(asked, words.lang)
    if answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    every = [miss for service in answer.value.services for miss in service.misses if miss.minutes and miss.session_id]
    # An offer is about what may still be made up; a notice about every miss.
    about = [miss for miss in every if kind != "make_up_offer" or may_be_made_up(miss)]
    about.sort(key=lambda miss: (miss.date, miss.service_id), reverse=True)
    misses = [(thing, miss) for miss, thing in things_of(about)]
    return _page(request, kind, misses) if request.method == "GET" else _posted(request, kind, misses)


def _posted(request: HttpRequest, kind: str, misses: list[tuple[str, MissLine]]) -> HttpResponse:
    """Enter what was posted, or show the form again and say why not."""
    asked, words = asked_of(request), words_for(request)
    sessions = {thing: miss.session_id for thing, miss in misses}
    rows = rows_in(request.POST, kind, asked.day, sessions, types_of(asked))
    if rows is None:
        return _page(request, kind, misses, words.papers.given_needs)
    report = records_of_children({asked.the_child.student_id}, asked.day)
    if report.records is None:
        return render(request, "child/cannot.html", {"findings": report.findings})
    if _enter(request, report.records, asked, kind, rows):
        return _page(request, kind, misses, words.papers.on_record_already)
    return to_letters(asked, "entered")


def _enter(request: HttpRequest, records: Records, asked: Asked, kind: str, rows: Rows) -> list[Finding]:
    """Add the rows, all or none; return why none was added."""
    table = BECOMES[kind]
    key = table.key() or ""
    posted = request.POST.get("posted") or new_ref()
    if is_written(table.NAME, posted):
        return []
    new = []
    for cells in rows:
        row, findings = row_of(records, table, {**_of_child(asked, kind), **cells}, asked.day)
        if row is None:
            return findings
        # Ids of the site are random: two who enter something at the same moment do not meet.
        new.append({**row, key: new_id(row[key][0])})
    try:
        with transaction.atomic():
            for place, row in enumerate(new):
                add(table.NAME, row, by=asked.person.ref, posted=None if place else posted)
    except NotWrittenError as wrong:
        return wrong.findings
    return []


def _of_child(asked: Asked, kind: str) -> dict[str, Any]:
    """Return the cells that follow from the child and the kind of letter."""
    child = {"student_id": asked.the_child.student_id}
    if kind in NOTICES:
        return {**child, "kind": NOTICES[kind]}
    return {**child, "basis": "agreement"} if kind == "agreement" else {}


def _page(request: HttpRequest, kind: str, misses: list[tuple[str, MissLine]], says: str = "") -> HttpResponse:
    asked, words = asked_of(request), words_for(request)
    about = {
        "kind": kind,
        "named": words.papers.kinds[kind],
        "several": kind in SEVERAL,
        "misses": misses if kind in SEVERAL else [],
        "types": types_of(asked),
        "methods": [(each, words.papers.methods[each]) for each in methods_of(kind)],
        "posted": new_ref(),
        "chosen": request.POST.getlist("about"),
        "form": request.POST,
        "says": says,
    }
    return render(request, "papers/given.html", about, status=400 if says else 200)
