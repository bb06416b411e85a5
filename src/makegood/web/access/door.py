"""The one door: before any view is called, the table is asked, and the child or school of the address is looked up."""

from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from makegood.web.access import scope
from makegood.web.access.asked import Asked, Child, School
from makegood.web.access.models import Reading
from makegood.web.access.table import ANYBODY, HALF, SIGNED_IN, TABLE, Rule
from makegood.web.clock import now, today
from makegood.web.people.models import Person, Relation
from makegood.web.people.signed_in import half_signed_in
from makegood.web.refusals import not_here

_REFUSED: Final = 400


class UndeclaredRouteError(ImproperlyConfigured):
    """A route that the table of access does not name."""


class AccessDoor:
    """Lets a request through to its view, or answers in its place."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take what answers once the door is passed."""
        self._answer = answer

    def __call__(self, request: Any) -> HttpResponseBase:
        """Answer a request; a read of a child's page is recorded once it was answered."""
        response = self._answer(request)
        asked: Asked | None = getattr(request, "asked", None)
        if asked is not None and asked.child is not None and response.status_code < _REFUSED:
            _record(request, asked, asked.child)
        return response

    def process_view(self, request: Any, _view: Any, _args: Any, named: dict[str, Any]) -> HttpResponseBase | None:
        """Return the answer that refuses a request; None lets it through."""
        rule = TABLE.get(request.resolver_match.url_name)
        if rule is None:
            raise UndeclaredRouteError(f"the route {request.resolver_match.url_name!r} is in no table of access")
        method = "GET" if request.method == "HEAD" else request.method
        if method not in rule.methods:
            return HttpResponseNotAllowed(list(rule.methods))
        who = rule.methods[method]
        if who == ANYBODY:
            return None
        if who == HALF:
            request.half = half_signed_in(request) or request.person
            return None if request.half else redirect("sign_in")
        if request.person is None:
            return redirect("sign_in")
        if who == SIGNED_IN:
            return None
        request.asked = _asked(request.person, rule, who, named)
        return not_here(request) if request.asked is None else None


def _asked(person: Person, rule: Rule, who: frozenset[str], named: dict[str, Any]) -> Asked | None:
    """Return what is asked, if this person may; None for what is not there and what is not theirs alike."""
    day = today()
    relations = list(Relation.objects.filter(person=person))
    relation = next((each for each in relations if each.ref == named.get("relation")), None)
    if relation is None or relation.kind not in who:
        return None
    completing = not relation.holds_on(day)
    if completing and not (rule.completes and scope.may_complete(relation, day)):
        return None
    child: Child | None = None
    school: School | None = None
    if rule.about == "child":
        child = scope.child(relation, day, named["child"])
        if child is None:
            return None
    if rule.about == "school":
        school = scope.school(relation, named["school"])
        if school is None:
            return None
    return Asked(
        person=person,
        relation=relation,
        has_others=len(relations) > 1,
        day=day,
        completing=completing,
        child=child,
        school=school,
    )


def _record(request: HttpRequest, asked: Asked, child: Child) -> None:
    match = request.resolver_match
    Reading.objects.create(
        at=now(),
        person=asked.person.ref,
        relation=asked.relation.ref,
        kind=asked.relation.kind,
        student_id=child.student_id,
        route=match.url_name if match else "",
        method=request.method or "",
        within=not asked.completing,
    )
