"""Coming in: the first person's link, invitations, and the second person who confirms them."""

from typing import Any, Final, cast

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access.asked import Asked, asked_of
from makegood.web.clock import now
from makegood.web.people import limits
from makegood.web.people import signed_in as visits
from makegood.web.people.choices import choices
from makegood.web.people.enter import to_new_key
from makegood.web.people.factor import needs_factor
from makegood.web.people.invite import accept, find, opens, waiting_for_second
from makegood.web.people.invite import invite as make_invitation
from makegood.web.people.kinds import ABOUT, KINDS, Kind
from makegood.web.people.models import Invitation, Person, Relation
from makegood.web.people.shown import whom_each
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.refusals import not_here
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

_SCOPES: Final = {"child": "student_id", "provider": "provider_id", "school": "school_id"}
_TABLES: Final = {"student_id": "students", "provider_id": "providers", "school_id": "schools"}
_CONFIRMS: Final = ("director", "administrator")
_INVITED: Final = tuple(kind for kind in KINDS if kind != "alone")


class NotLetInError(Exception):
    """No account was made.

    Attributes:
        says: Why, for the person.
    """

    def __init__(self, says: str) -> None:
        """Keep why."""
        super().__init__(says)
        self.says = says


def start(request: HttpRequest, link: str) -> HttpResponse:
    """Let the first person of an empty site in."""
    invitation = find(link)
    if invitation is None or invitation.second or Person.objects.exists():
        return not_here(request)
    if request.method != "POST":
        return render(request, "people/start.html")
    alone = request.POST.get("use") == "alone"
    # One who keeps accounts sees no child's data. The first person of a district is both, and looks as one at a time.
    kinds: tuple[Kind, ...] = ("alone",) if alone else ("director", "administrator")
    return _come_in(request, invitation, "people/start.html", kinds)


def invited(request: Any, link: str) -> HttpResponse:
    """Let somebody in who was invited."""
    invitation = find(link)
    if invitation is None or not invitation.second:
        return render(request, "people/void.html", status=404)
    words = words_for(request)
    shown = {"kind": cast("dict[str, str]", words.people.kinds)[invitation.kind]}
    if request.method != "POST":
        return render(request, "people/invited.html", shown)
    if limits.too_many(request, link) or not opens(invitation, request.POST.get("second", "")):
        limits.failed(request, link)
        return render(request, "people/invited.html", {**shown, "error": words.people.wrong_second}, status=400)
    return _come_in(request, invitation, "people/invited.html", (), **shown)


def people(request: HttpRequest, **_: Any) -> HttpResponse:
    """List who may see what, and what waits for a second person."""
    words, asked = words_for(request), asked_of(request)
    relations = Relation.objects.select_related("person").order_by("person__name", "pk")
    listed = [
        (relation.person.name, what, relation)
        for relation, what in zip(relations, whom_each(relations, words), strict=True)
    ]
    kinds = cast("dict[str, str]", words.people.kinds)
    waiting = [(kinds[each.kind], each) for each in waiting_for_second()]
    shown = {"listed": listed, "waiting": waiting, "me": asked.person.ref, "is_only_one": not _others(asked)}
    return render(request, "people/people.html", shown)


def _others(asked: Asked) -> bool:
    """Return whether anybody else here may confirm today what one invites to: another director or administrator."""
    may = Relation.objects.filter(kind__in=_CONFIRMS, person__ended_at=None).exclude(person=asked.person)
    return any(each.holds_on(asked.day) for each in may)


def invite(request: HttpRequest, **_: Any) -> HttpResponse:
    """Make an invitation, and show its link and its second item once."""
    asked, words = asked_of(request), words_for(request)
    if request.method != "POST":
        return _invite_page(request)
    kind = request.POST.get("kind", "")
    if kind not in _INVITED:
        return _invite_page(request, error=words.people.blank, status=400)
    scope: dict[str, Any] = {}
    column = _SCOPES.get(ABOUT[kind].scope)
    if column is not None:
        id_ = request.POST.get(column, "").strip()
        if not holding(MODELS[_TABLES[column]]).filter(**{column: id_}).exists():
            return _invite_page(request, error=words.people.which_blank, status=400)
        scope = {column: id_}
    _, link, second = make_invitation(kind, by=asked.person.ref, **scope)
    address = request.build_absolute_uri(f"/invited/{link}/")
    return render(request, "people/invite_made.html", {"address": address, "second": f"{second[:4]} {second[4:]}"})


def _invite_page(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    kinds = cast("dict[str, str]", words_for(request).people.kinds)
    shown = {
        "kinds": [(kind, kinds[kind]) for kind in _INVITED],
        "providers": choices("providers", "provider_id"),
        "schools": choices("schools", "school_id"),
        "typed": request.POST,
        **more,
    }
    return render(request, "people/invite.html", shown, status=status)


def confirm(request: HttpRequest, **_: Any) -> HttpResponse:
    """Confirm another person's invitation."""
    asked = asked_of(request)
    number = request.POST.get("invitation", "")
    waiting = waiting_for_second().exclude(made_by=asked.person.ref)
    if number.isdecimal():
        waiting.filter(pk=int(number)).update(seconded_by=asked.person.ref)
    return redirect("people", relation=asked.relation.ref)


def _come_in(
    request: HttpRequest, invitation: Invitation, page: str, kinds: tuple[Kind, ...], **shown: Any
) -> HttpResponse:
    """Make an account, or take the one that the person has, and use the invitation up."""
    words = words_for(request)
    login, name = request.POST.get("login", "").strip().casefold(), request.POST.get("name", "").strip()
    try:
        with transaction.atomic():
            person = _account(request, login, name, words)
            if accept(invitation, person, kinds) is None:
                return not_here(request)
    except (NotLetInError, IntegrityError) as refused:
        error = refused.says if isinstance(refused, NotLetInError) else words.people.login_taken
        return render(request, page, {**shown, "error": error}, status=400)
    if needs_factor(person):
        visits.sign_in_half(request, person)
        return redirect("second") if person.factor else to_new_key(request, person)
    visits.sign_in(request, person, staff=False)
    return redirect("home")


def _account(request: HttpRequest, login: str, name: str, words: SiteWords) -> Person:
    """Return the account that the person has and gives the password of, or a new one.

    Raises:
        NotLetInError: If the name is taken, or something is missing or too weak.
    """
    password = request.POST.get("password", "")
    there = Person.objects.filter(login=login).first()
    if there is not None:
        if request.POST.get("have") and there.ended_at is None and there.has_password(password):
            return there
        raise NotLetInError(words.people.login_taken)
    if not (login and name):
        raise NotLetInError(words.people.blank)
    try:
        validate_password(password)
    except ValidationError:
        raise NotLetInError(words.people.too_short) from None
    person = Person(login=login, name=name, made_at=now(), lang=words.lang)
    person.set_password(password)
    person.save()
    return person
