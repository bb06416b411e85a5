"""Who asks: the person of a visit, for as long as the visit may last."""

import hashlib
from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from makegood.web.clock import now
from makegood.web.people.kinds import STAFF
from makegood.web.people.models import Person

IDLE: Final = 30 * 60
LONGEST: Final = 12 * 60 * 60
_PERSON: Final = "person"
_MARK: Final = "mark"
_BEGUN: Final = "begun"
_SEEN: Final = "seen"
_HALF: Final = "half"
_STAFF: Final = "staff"
_MINUTE: Final = 60


def who_asks(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Put the signed-in person on each request as `person`; None if nobody is signed in."""

    def middleware(request: Any) -> HttpResponseBase:
        request.person = _person(request)
        return answer(request)

    return middleware


def sign_in(request: HttpRequest, person: Person, *, staff: bool) -> None:
    """Begin a visit, under a new session key.

    Args:
        request: The request.
        person: Who.
        staff: Whether the visit ends after 30 minutes without a page.
    """
    request.session.flush()
    moment = now().timestamp()
    request.session.update({_PERSON: person.pk, _MARK: _mark(person), _BEGUN: moment, _SEEN: moment, _STAFF: staff})


def sign_in_half(request: HttpRequest, person: Person) -> None:
    """Note that a password was right and the second factor is still asked for."""
    request.session.flush()
    request.session.update({_HALF: person.pk, _MARK: _mark(person), _BEGUN: now().timestamp()})


def half_signed_in(request: HttpRequest) -> Person | None:
    """Return whose password was given, of a visit that waits for the second factor for ten minutes at most."""
    pk = request.session.get(_HALF)
    person = Person.objects.filter(pk=pk, ended_at=None).first() if pk else None
    fresh = now().timestamp() - request.session.get(_BEGUN, 0) < 10 * _MINUTE
    return person if person and fresh and request.session.get(_MARK) == _mark(person) else None


def _person(request: HttpRequest) -> Person | None:
    session = request.session
    pk = session.get(_PERSON)
    if pk is None:
        return None
    person = Person.objects.filter(pk=pk, ended_at=None).first()
    moment = now().timestamp()
    idle, age = moment - session.get(_SEEN, 0), moment - session.get(_BEGUN, 0)
    too_long = age > LONGEST or (session.get(_STAFF) and idle > IDLE)
    if person is None or session.get(_MARK) != _mark(person) or too_long or _began_to_work(session, person):
        session.flush()
        return None
    # Written once a minute at most, and into the second database.
    if idle > _MINUTE:
        session[_SEEN] = moment
    return person


def _began_to_work(session: Any, person: Person) -> bool:
    """Return whether a family's visit is that of staff by now: they sign in again, with their second factor."""
    return not session.get(_STAFF) and person.relations.filter(kind__in=STAFF).exists()


def _mark(person: Person) -> str:
    """Return what changes with the password and the second factor: a change of either ends every visit."""
    return hashlib.sha256(f"{person.password}|{person.factor}".encode()).hexdigest()[:16]
