"""Set-up: what is done, what is next. And where one logs today."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access import scope
from makegood.web.access.asked import asked_of
from makegood.web.options import choose, option
from makegood.web.people.models import Person
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.refusals import not_here
from makegood.web.setup.policy import POLICY, chosen_in_short
from makegood.web.setup.years import calendars
from makegood.web.words.language import words_for

WHERE: Final = "where_logged"
HERE: Final = "here"
ELSEWHERE: Final = "elsewhere"


def setup(request: HttpRequest, **_: Any) -> HttpResponse:
    """Show the steps, and take the answer to the first."""
    asked = asked_of(request)
    if request.method == "POST":
        answer = request.POST.get("where", "")
        if answer not in {HERE, ELSEWHERE}:
            return not_here(request)
        choose(WHERE, answer)
        return redirect("setup", relation=asked.relation.ref)
    children = holding(MODELS["students"]).count()
    alone = asked.relation.about.alone
    chosen = option(POLICY)
    years = calendars(asked.day)
    shown = {
        "where": option(WHERE),
        "children": children,
        "listed": scope.children(asked.relation, asked.day) if alone else (),
        "days": holding(MODELS["terms"]).exists(),
        "policy": chosen,
        "rule": chosen_in_short(asked, words_for(request)),
        "alone": alone,
        "people": Person.objects.filter(ended_at=None).count(),
        "next_year": bool(years) and all(calendar.next is not None for calendar in years),
    }
    return render(request, "setup/steps.html", shown)


def logs_here() -> bool:
    """Return whether sessions are logged on this site: if they are logged elsewhere, taps are off."""
    return option(WHERE) != ELSEWHERE
