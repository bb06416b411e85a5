"""The school's answer to a request of a family: the request's row gets a version with the day of the answer."""

import datetime as dt
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.enter import row_of
from makegood.records import Requests
from makegood.web.access.asked import Asked, asked_of
from makegood.web.papers.asked_for import ANSWERED, asked_for
from makegood.web.papers.done import to_letters
from makegood.web.records.ids import new_id, new_ref
from makegood.web.records.models import MODELS
from makegood.web.records.posted import is_written
from makegood.web.records.read import records_of_children
from makegood.web.records.versions import holding
from makegood.web.records.write import add, change
from makegood.web.typed import day_in
from makegood.web.words.language import words_for

KIND: Final = "records_answer"
OTHER: Final = "other"
_LONGEST: Final = 200


def answered(request: HttpRequest) -> HttpResponse:
    """Ask which request was answered and when; enter it. A request that came on paper is entered with it."""
    asked, words = asked_of(request), words_for(request)
    if request.method == "GET":
        return _page(request)
    form, posted = request.POST, request.POST.get("posted") or new_ref()
    if not is_written("requests", posted):
        typed = form.get("day", "").strip()
        day = day_in(typed)
        if (typed and day is None) or (day is not None and day > asked.day):
            return _page(request, words.replies.answer_needs)
        answer = form.get("answer", "").strip()[:_LONGEST] or None
        enter = _other if form.get("request") == OTHER else _known
        try:
            with transaction.atomic():
                says = enter(request, asked, day, answer, posted)
        except IntegrityError:
            says = words.replies.take_back_changed
        if says:
            return _page(request, says)
    return to_letters(asked, "entered")


def _known(request: HttpRequest, asked: Asked, day: dt.date | None, answer: str | None, posted: str) -> str:
    """Enter the answer to a request on record; return why it was not entered."""
    own: Any = holding(MODELS["requests"]).filter(student_id=asked.the_child.student_id, answered_on=None)
    old = own.filter(ref=request.POST.get("request", "")).first()
    if old is None or day is None or day.isoformat() < old.received_on:
        return words_for(request).replies.answer_needs
    change(old, {"answered_on": day.isoformat(), "answer": answer}, by=asked.person.ref, why=ANSWERED, posted=posted)
    return ""


def _other(request: HttpRequest, asked: Asked, day: dt.date | None, answer: str | None, posted: str) -> str:
    """Enter a request that came on paper, with its answer if there is one; return why it was not entered."""
    words, kind, came = words_for(request), request.POST.get("kind"), day_in(request.POST.get("came", ""))
    if kind not in words.replies.asked or came is None or came > asked.day or (day is not None and day < came):
        return words.replies.answer_needs
    report = records_of_children({asked.the_child.student_id}, asked.day)
    if report.records is None:
        return words.papers.on_record_already
    cells = {"student_id": asked.the_child.student_id, "kind": kind, "received_on": came, "answered_on": day,
             "answer": answer}  # fmt: skip
    row, _ = row_of(report.records, Requests, cells, asked.day)
    if row is None:
        return words.papers.on_record_already
    add("requests", {**row, "request_id": new_id("R")}, by=asked.person.ref, posted=posted)
    return ""


def _page(request: HttpRequest, says: str = "") -> HttpResponse:
    asked, words = asked_of(request), words_for(request)
    form = request.POST if request.method == "POST" else request.GET
    about = {
        "kind": KIND,
        "named": words.papers.kinds[KIND],
        "requests": [each for each in asked_for(asked, words) if each.answered_on is None],
        "chosen": form.get("request", ""),
        "other": OTHER,
        "form": form,
        "typed_day": form.get("day", asked.day.isoformat()),
        "posted": new_ref(),
        "says": says,
    }
    return render(request, "papers/answered.html", about, status=400 if says else 200)
