"""What was given, sent, signed or answered: a person says so, and it becomes a row that nobody can change."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from makegood.documents.enter import ASKS, BECOMES
from makegood.web.access.asked import asked_of
from makegood.web.papers.answered import answered
from makegood.web.papers.given_by_family import given_by_family
from makegood.web.papers.given_by_school import given_by_school
from makegood.web.papers.letters import kinds_for
from makegood.web.refusals import not_here


def given(request: HttpRequest, *, kind: str, **_: Any) -> HttpResponse:
    """Ask what was given or sent, when and how; enter it."""
    if kind not in BECOMES or kind not in kinds_for(asked_of(request)):
        return not_here(request)
    if kind in ASKS:
        return given_by_family(request, kind)
    return answered(request) if kind == "records_answer" else given_by_school(request, kind)
