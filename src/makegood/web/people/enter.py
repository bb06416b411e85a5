"""Signing in and out: a password, then the second factor where a relation asks for it."""

import datetime as dt
from typing import Any

from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.clock import now, today
from makegood.web.options import choose, option
from makegood.web.people import limits
from makegood.web.people.factor import is_code, needs_factor, new_codes, new_secret, picture_of, use_code
from makegood.web.people.hashing import sum_of
from makegood.web.people.kinds import STAFF
from makegood.web.people.models import Device, Person
from makegood.web.people.signed_in import sign_in as begin_visit
from makegood.web.people.signed_in import sign_in_half
from makegood.web.records.ids import new_ref
from makegood.web.words.language import words_for

_YEAR = 365 * 24 * 60 * 60
_NEW_FACTOR = "new_factor"
_SHOWN = "factor_shown:"
_EARLIER = "earlier_key"
_SURE = "sure_of_person"
_SURE_FOR = 10 * 60


def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a name and a password."""
    if request.method != "POST":
        return render(request, "people/sign_in.html")
    words = words_for(request).people
    login, password = request.POST.get("login", "").strip().casefold(), request.POST.get("password", "")
    if limits.too_many(request, login):
        return _again(request, "people/sign_in.html", words.too_many, 429, login=login)
    person = Person.objects.filter(login=login, ended_at=None).first()
    if person is None:
        # It takes as long as a wrong password does, so that nobody learns who has an account.
        make_password(password)
    if person is None or not person.has_password(password):
        limits.failed(request, login)
        return _again(request, "people/sign_in.html", words.wrong, 400, login=login)
    if person.factor:
        sign_in_half(request, person)
        return redirect("second")
    if needs_factor(person):
        sign_in_half(request, person)
        return to_new_key(request, person)
    return _let_in(request, person)


def to_new_key(request: HttpRequest, person: Person) -> HttpResponse:
    """Lead to the page with a new key, and remember whether the person was shown one before: that one is void."""
    name = f"{_SHOWN}{person.ref}"
    request.session[_EARLIER] = option(name) or ""
    choose(name, today().isoformat())
    return redirect("factor")


def second(request: Any) -> HttpResponse:
    """Ask for the second factor."""
    person: Person = request.half
    if request.method != "POST":
        return render(request, "people/second.html")
    words = words_for(request).people
    if limits.too_many(request, person.login):
        return _again(request, "people/second.html", words.too_many, 429)
    if not use_code(person, request.POST.get("code", "")):
        limits.failed(request, person.login)
        return _again(request, "people/second.html", words.wrong_code, 400)
    return _let_in(request, person)


def factor(request: Any) -> HttpResponse:
    """Set up the second factor, and show the recovery codes once. One that is there is replaced only by who has it."""
    person: Person = request.half
    if request.person is None and person.factor:
        return redirect("second")
    if request.person is not None and now().timestamp() - request.session.get(_SURE, 0) > _SURE_FOR:
        return _make_sure(request, person)
    secret = request.session.get(_NEW_FACTOR) or new_secret()
    request.session[_NEW_FACTOR] = secret
    earlier = request.session.get(_EARLIER)
    shown = {
        "picture": picture_of(person, secret),
        "key": " ".join(secret[at : at + 4] for at in range(0, 32, 4)),
        "earlier": dt.date.fromisoformat(earlier) if earlier else None,
    }
    if request.method != "POST" or "present" in request.POST:
        return render(request, "people/factor.html", shown)
    step = is_code(secret, request.POST.get("code", ""), 0)
    if step is None:
        return _again(request, "people/factor.html", words_for(request).people.wrong_code, 400, **shown)
    # Of two windows that set up a key at once, only one does.
    if not Person.objects.filter(pk=person.pk, factor=person.factor).update(factor=secret, factor_step=step):
        request.session.flush()
        return _again(request, "people/sign_in.html", words_for(request).people.factor_meanwhile, 409)
    person.factor, person.factor_step = secret, step
    codes = new_codes(person)
    _let_in(request, person)
    return render(request, "people/codes.html", {"codes": codes})


def _make_sure(request: Any, person: Person) -> HttpResponse:
    """Ask who is signed in for a present code, or for the password where there is no key yet, before a new key."""
    shown = {"replaces": bool(person.factor)}
    if request.method != "POST":
        return render(request, "people/factor_first.html", shown)
    words, typed = words_for(request).people, request.POST.get("present", "")
    if limits.too_many(request, person.login):
        return _again(request, "people/factor_first.html", words.too_many, 429, **shown)
    if not (use_code(person, typed) if person.factor else person.has_password(typed)):
        limits.failed(request, person.login)
        wrong = words.wrong_code if person.factor else words.wrong_password
        return _again(request, "people/factor_first.html", wrong, 400, **shown)
    request.session[_SURE] = now().timestamp()
    return to_new_key(request, person)


def sign_out(request: HttpRequest) -> HttpResponse:
    """End the visit, and have the browser forget what it kept."""
    request.session.flush()
    response = redirect("sign_in")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def is_staff(person: Person) -> bool:
    """Return whether any relation of a person is work."""
    return person.relations.filter(kind__in=STAFF).exists()


def _let_in(request: HttpRequest, person: Person) -> HttpResponse:
    begin_visit(request, person, staff=is_staff(person))
    response = redirect("home")
    device = request.COOKIES.get(limits.DEVICE) or new_ref()
    Device.objects.update_or_create(person=person, hashed=sum_of(device), defaults={"seen_at": now()})
    response.set_cookie(limits.DEVICE, device, max_age=_YEAR, httponly=True, samesite="Strict")
    return response


def _again(request: HttpRequest, page: str, error: str, status: int, **shown: Any) -> HttpResponse:
    return render(request, page, {"error": error, **shown}, status=status)
