"""Coming in: by the first person's link, or by an invitation."""

from typing import Any, Final, cast

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.clock import now
from makegood.web.people import limits
from makegood.web.people import signed_in as visits
from makegood.web.people.enter import is_staff, to_new_key
from makegood.web.people.factor import needs_factor
from makegood.web.people.invite import accept, find, only_waits, opens, order_of
from makegood.web.people.kinds import Kind
from makegood.web.people.models import Invitation, Person
from makegood.web.refusals import not_here
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

_FIRST: Final[dict[str, tuple[Kind, ...]]] = {"alone": ("alone",), "therapist": ("therapist_alone",)}
"""What the first person becomes who keeps the site for themselves; anybody else sets up a district."""


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
    # One who keeps accounts sees no child's data. The first person of a district is both, and looks as one at a time.
    kinds: tuple[Kind, ...] = _FIRST.get(request.POST.get("use", ""), ("director", "administrator"))
    return _come_in(request, invitation, "people/start.html", kinds)


def invited(request: Any, link: str) -> HttpResponse:
    """Let somebody in who was invited."""
    invitation = find(link)
    if invitation is None or not invitation.second:
        return render(request, "people/void.html", {"waits": only_waits(link)}, status=404)
    words = words_for(request)
    shown = {"kind": cast("dict[str, str]", words.people.kinds)[invitation.kind], "name": invitation.called}
    if request.method != "POST":
        return render(request, "people/invited.html", shown)
    if limits.too_many(request, link) or not opens(invitation, request.POST.get("second", "")):
        limits.failed(request, link)
        return render(request, "people/invited.html", {**shown, "error": words.people.wrong_second}, status=400)
    return _come_in(request, invitation, "people/invited.html", (), **shown)


def _come_in(
    request: HttpRequest, invitation: Invitation, page: str, kinds: tuple[Kind, ...], **shown: str
) -> HttpResponse:
    """Make an account, or take the one that the person has, and use the invitation up."""
    words = words_for(request)
    login, name = request.POST.get("login", "").strip().casefold(), request.POST.get("name", "").strip()
    try:
        with transaction.atomic():
            person = _account(request, login, name, words)
            _may_use(invitation, person, words)
            if accept(invitation, person, kinds) is None:
                # Somebody else was quicker: no account is left that nobody was invited to.
                transaction.set_rollback(True)
                return not_here(request)
    except (NotLetInError, IntegrityError) as refused:
        error = refused.says if isinstance(refused, NotLetInError) else words.people.login_taken
        return render(request, page, {**shown, "error": error}, status=400)
    if needs_factor(person):
        visits.sign_in_half(request, person)
        return redirect("second") if person.factor else to_new_key(request, person)
    visits.sign_in(request, person, staff=is_staff(person))
    return redirect("home")


def _may_use(invitation: Invitation, person: Person, words: SiteWords) -> None:
    """Check that an account may use an invitation.

    Raises:
        NotLetInError: If its person made or confirmed it, or a court's order limits what they may see of the child.
    """
    if person.ref in {invitation.made_by, invitation.seconded_by}:
        raise NotLetInError(words.rights.link_not_yours)
    if order_of(person, invitation.student_id) is not None:
        raise NotLetInError(words.rights.link_not_here)


def _account(request: HttpRequest, login: str, name: str, words: SiteWords) -> Person:
    """Return the account that the person has and gives the password of, or a new one.

    Raises:
        NotLetInError: If the name is taken, or something is missing or too weak.
    """
    password = request.POST.get("password", "")
    there = Person.objects.filter(login=login).first()
    if there is not None:
        if request.POST.get("have"):
            # A link is no way to guess the password of somebody else.
            if limits.too_many(request, login):
                raise NotLetInError(words.people.too_many)
            if there.ended_at is None and there.has_password(password):
                return there
            limits.failed(request, login)
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
