"""A child's statement as PDF, to be taken along: the same words and figures as on the child's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.documents.apart import pdf_apart
from makegood.documents.statement_paper import statement_paper
from makegood.files.limits import PAPER_SECONDS
from makegood.web.access.asked import asked_of
from makegood.web.child.account import account_of
from makegood.web.papers.made import TYPES
from makegood.web.papers.turns import turn
from makegood.web.words.language import words_for


def child_statement(request: HttpRequest, **_: Any) -> HttpResponse:
    """Answer with the statement's file, in the language of the page, up to today."""
    asked, words = asked_of(request), words_for(request)
    answer = account_of(asked, words.lang, pictures=True)[1]
    if answer.value is None:
        return render(request, "child/cannot.html", {"findings": answer.findings})
    # A process of its own makes it: whatever the records hold, it takes no more time and memory than a paper may.
    with turn() as got:
        if not got:
            return render(request, "child/busy.html", {"says": words.child.statement_busy}, status=503)
        data = pdf_apart(statement_paper(answer.value))
    if data is None:
        says = words.child.statement_too_large.format(seconds=PAPER_SECONDS)
        return render(request, "child/busy.html", {"says": says}, status=503)
    name = words.child.statement_file
    return HttpResponse(data, TYPES["pdf"], headers={"Content-Disposition": f'attachment; filename="{name}.pdf"'})
