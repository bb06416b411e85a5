"""A child's statement as PDF, to be taken along: the same words and figures as on the child's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.answers.statement import statement
from makegood.documents.pdf import pdf_of
from makegood.documents.statement_paper import statement_paper
from makegood.web.access.asked import asked_of
from makegood.web.papers.made import TYPES
from makegood.web.papers.turns import turn
from makegood.web.records.read import records_of_children
from makegood.web.words.language import words_for


def child_statement(request: HttpRequest, **_: Any) -> HttpResponse:
    """Answer with the statement's file, in the language of the page, up to today."""
    asked, words = asked_of(request), words_for(request)
    id_ = asked.the_child.student_id
    report = records_of_children({id_}, asked.day)
    if report.records is None:
        return render(request, "child/cannot.html", {"findings": report.findings})
    told = statement(report.records, id_, asked.day, lang=words.lang, findings=report.every)
    if told.value is None:
        return render(request, "child/cannot.html", {"findings": told.findings})
    with turn() as got:
        if not got:
            return render(request, "child/busy.html", status=503)
        data, _lacking = pdf_of(statement_paper(told.value))
    return HttpResponse(data, TYPES["pdf"], headers={"Content-Disposition": 'attachment; filename="statement.pdf"'})
