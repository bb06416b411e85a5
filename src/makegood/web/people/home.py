"""The first page: as whom one looks, and where that leads."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from makegood.web.access.asked import asked_of, person_of
from makegood.web.access.scope import may_complete
from makegood.web.clock import today
from makegood.web.people.shown import whom_each
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.language import COOKIE, LANGS, PAGE_IN, words_for

_YEAR: Final = 365 * 24 * 60 * 60
_FIRST: Final = {
    "family": "children",
    "therapist": "today",
    "contractor": "today",
    "case_manager": "sums",
    "school_leader": "schools",
    "director": "sums",
    "administrator": "people",
    "alone": "children",
    "therapist_alone": "children",
}


def home(request: HttpRequest) -> HttpResponse:
    """Lead to the one relation that a person has, or ask as whom they look."""
    day = today()
    every = list(person_of(request).relations.order_by("begins", "pk"))
    relations = [relation for relation in every if relation.holds_on(day) or may_complete(relation, day)]
    if len(relations) == 1:
        return redirect("as", relation=relations[0].ref)
    words = words_for(request)
    listed = [
        (relation, whom, words.rights.kind_says.get(relation.kind, ""))
        for relation, whom in zip(relations, whom_each(relations, words), strict=True)
    ]
    shown = {
        "relations": listed,
        "ended": any(relation.has_ended(day) for relation in every),
        "begins": min((relation.begins for relation in every if relation.is_to_begin(day)), default=None),
    }
    return render(request, "people/home.html", shown)


def as_relation(request: HttpRequest, **_: Any) -> HttpResponse:
    """Lead to the first page of a relation."""
    relation = asked_of(request).relation
    if relation.about.scope == "district" and not holding(MODELS["students"]).exists():
        return redirect("setup", relation=relation.ref)
    return redirect(_FIRST[relation.kind], relation=relation.ref)


def language(request: Any) -> HttpResponse:
    """Change the language of all pages, and stay on the page; what was typed into a letter goes along."""
    takes_along = PAGE_IN in request.POST
    lang, back = request.POST.get(PAGE_IN if takes_along else "lang", ""), request.POST.get("back", "/")
    # A word without a slash would be taken for the name of a page, and there may be none.
    if not back.startswith("/") or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = redirect(back, preserve_request=takes_along)
    if lang in LANGS:
        response.set_cookie(COOKIE, lang, max_age=_YEAR, httponly=True, samesite="Lax")
        if request.person:
            request.person.lang = lang
            request.person.save(update_fields=["lang"])
    return response
