"""Invitations: made by one, confirmed by a second, taken back by either."""

from collections.abc import Callable
from typing import Any, cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access.asked import asked_of
from makegood.web.people import invite as rights
from makegood.web.people.kinds import KINDS, Kind
from makegood.web.people.listed import is_only_one, way_out
from makegood.web.people.wanted import GIVEN, LONGEST, NotSaidError, fields_of, sees_children, wanted
from makegood.web.typed import number_in
from makegood.web.words.language import words_for


def invite(request: HttpRequest, **_: Any) -> HttpResponse:
    """Ask as what somebody is invited, then to whom or what; make it, and show its link and second item once."""
    asked, words = asked_of(request), words_for(request)
    kind = kind_in(request)
    if kind is None:
        return kinds_page(request, title=words.people.invite)
    if request.method != "POST" or request.POST.get("look"):
        return _page(request, kind)
    try:
        with transaction.atomic():
            called = request.POST.get("called", "").strip()[:LONGEST]
            cells = wanted(request, kind)
            made, link, second = rights.invite(kind, by=asked.person.ref, called=called, **cells)
    except NotSaidError as refused:
        return _page(request, kind, error=refused.says, status=400)
    shown = {
        "address": request.build_absolute_uri(f"/invited/{link}/"),
        "second": f"{second[:4]} {second[4:]}",
        "way_out": way_out(made) if is_only_one(asked) else None,
    }
    return render(request, "people/invite_made.html", shown)


def kind_in(request: HttpRequest) -> Kind | None:
    """Return the kind of right that was chosen; None if none was, or none that one can give."""
    chosen = (request.POST if request.method == "POST" else request.GET).get("kind", "")
    return next((kind for kind in GIVEN if kind == chosen), None)


def kinds_page(request: HttpRequest, **shown: Any) -> HttpResponse:
    """Ask what kind of right it is to be; a form that names none is refused with the same page."""
    says = words_for(request)
    names, about = cast("dict[str, str]", says.people.kinds), cast("dict[str, str]", says.rights.kind_says)
    listed = [(kind, names[kind], about[kind]) for kind in KINDS if kind in GIVEN]
    error = says.people.blank if request.method == "POST" else ""
    about_page = {"kinds": listed, "error": error, **shown}
    return render(request, "people/kinds.html", about_page, status=400 if error else 200)


def _page(request: HttpRequest, kind: Kind, *, status: int = 200, **more: Any) -> HttpResponse:
    shown = {**fields_of(request, kind), "by_name": sees_children(asked_of(request)), **more}
    return render(request, "people/invite.html", shown, status=status)


def confirm(request: HttpRequest, **_: Any) -> HttpResponse:
    """Confirm what another person offered."""
    return _with_invitation(request, rights.confirm)


def withdraw(request: HttpRequest, **_: Any) -> HttpResponse:
    """Take back what nobody has used yet."""
    return _with_invitation(request, rights.take_back)


def _with_invitation(request: HttpRequest, act: Callable[..., object]) -> HttpResponse:
    """Do something with the invitation that a form names, and lead back to the people."""
    asked = asked_of(request)
    number = number_in(request.POST.get("invitation", ""))
    if number is not None:
        act(number, by=asked.person.ref)
    return redirect("people", relation=asked.relation.ref)
