"""One person's rights: each to be looked at and ended, more to be given, and the account to be closed."""

import datetime as dt
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from makegood.web.access.asked import asked_of
from makegood.web.clock import local_day, now
from makegood.web.people import invite as rights
from makegood.web.people.inviting import kind_in, kinds_page
from makegood.web.people.listed import rights_of, waiting_for
from makegood.web.people.models import CaseloadChild, Person, Relation
from makegood.web.people.shown import students_named, who
from makegood.web.people.wanted import (
    NAMES_CHILDREN,
    NotSaidError,
    children_in,
    dates_in,
    fields_of,
    sees_children,
    wanted,
)
from makegood.web.refusals import not_here
from makegood.web.typed import day_in, number_in
from makegood.web.words.language import words_for

_DAY: Final = dt.timedelta(days=1)
_LONGEST: Final = 300
_ORDERS: Final = ("none", "limited")


def person(request: HttpRequest, *, somebody: str, **_: Any) -> HttpResponse:
    """Show what a person has; close the account."""
    asked, words = asked_of(request), words_for(request)
    found = Person.objects.filter(ref=somebody).first()
    if found is None:
        return not_here(request)
    is_oneself = found.pk == asked.person.pk
    if request.method == "POST":
        if request.POST.get("what") != "close" or is_oneself:
            return not_here(request)
        rights.close(found, by=asked.person.ref)
        return redirect("person", relation=asked.relation.ref, somebody=found.ref)
    relations = found.relations.select_related("person").prefetch_related("children").order_by("begins", "pk")
    shown = {
        "somebody": found,
        "closed": local_day(found.ended_at) if found.ended_at else None,
        "rights": rights_of(relations, asked, words),
        "waiting": [each for each in waiting_for(asked, words) if each.invitation.person == found],
        "is_oneself": is_oneself,
    }
    return render(request, "people/person.html", shown)


def give(request: HttpRequest, *, somebody: str, **_: Any) -> HttpResponse:
    """Offer one more right to somebody who has an account; a second person confirms it."""
    asked, words = asked_of(request), words_for(request)
    found = Person.objects.filter(ref=somebody, ended_at=None).first()
    if found is None:
        return not_here(request)
    kind = kind_in(request)
    about = {"somebody": found, "title": words.rights.give, "error": ""}
    if kind is None:
        return kinds_page(request, somebody=found, title=words.rights.give)
    status = 200
    if request.method == "POST" and not request.POST.get("look"):
        try:
            with transaction.atomic():
                rights.offer(kind, found, by=asked.person.ref, **wanted(request, kind))
            return redirect("people", relation=asked.relation.ref)
        except NotSaidError as refused:
            about["error"], status = refused.says, 400
    return render(request, "people/give.html", {**fields_of(request, kind), **about}, status=status)


def right(request: HttpRequest, *, right: str, **_: Any) -> HttpResponse:
    """Show one right; give it a last day, enter an order, name more children or end one of them."""
    asked = asked_of(request)
    found = Relation.objects.select_related("person").prefetch_related("children").filter(ref=right).first()
    if found is None or found.about.alone:
        return not_here(request)
    if request.method != "POST" or request.POST.get("look"):
        return _page(request, found)
    done = {"end": _end, "order": _order, "children": _more_children, "end_child": _end_child}
    act = done.get(request.POST.get("what", ""))
    if act is None:
        return not_here(request)
    try:
        with transaction.atomic():
            # As it is now that nobody else can write: a page that is open since yesterday makes no right longer.
            fresh = Relation.objects.select_related("person").get(pk=found.pk)
            _check_open(request, fresh, act)
            act(request, fresh)
    except NotSaidError as refused:
        return _page(request, found, error=refused.says, status=400)
    if act is _more_children:
        return redirect("people", relation=asked.relation.ref)
    return redirect("right", relation=asked.relation.ref, right=found.ref)


def _page(request: HttpRequest, found: Relation, *, status: int = 200, **more: Any) -> HttpResponse:
    asked, words = asked_of(request), words_for(request)
    (shown,) = rights_of([found], asked, words)
    rows = list(found.children.order_by("begins", "pk"))
    names = students_named({row.student_id for row in rows}, words, by_name=sees_children(asked))
    about = {
        "right": shown,
        "given_by": who(found.granted_by, words),
        "confirmed_by": who(found.seconded_by, words),
        "ended_by": who(found.ended_by, words),
        "ended_at": local_day(found.ended_at) if found.ended_at else None,
        "is_own": found.person_id == asked.person.pk,
        "is_over": shown.state in {"ended", "completing", "barred", "never"},
        "named": sorted(
            ((names[row.student_id], row, row.ends is not None and row.ends < asked.day) for row in rows),
            key=lambda each: (each[2], each[0]),
        ),
        "today": asked.day,
        **fields_of(request, found.its_kind),
        **more,
    }
    return render(request, "people/right.html", about, status=status)


def _check_open(request: HttpRequest, found: Relation, act: object) -> None:
    """Check that a right has not ended, or is only to end sooner for one child.

    Raises:
        NotSaidError: If nothing more can be done with it.
    """
    ended = found.is_over(asked_of(request).day)
    if act is not _end_child and (ended or found.rights == "none"):
        raise NotSaidError(words_for(request).rights.not_longer)


def _end(request: HttpRequest, found: Relation) -> None:
    """Give a right its last day.

    Raises:
        NotSaidError: If there is no such day, a family's reason is missing, or it would hold longer than now.
    """
    words, asked = words_for(request).rights, asked_of(request)
    if found.person_id == asked.person.pk:
        raise NotSaidError(words.not_own)
    last, why = _last_day(request, found.begins), request.POST.get("why", "").strip()[:_LONGEST]
    if found.ends is not None and last > found.ends:
        raise NotSaidError(words.not_longer)
    if found.kind == "family" and not why:
        raise NotSaidError(words.why_needed)
    Relation.objects.filter(pk=found.pk).update(ends=last, ended_by=asked.person.ref, ended_at=now(), ended_why=why)


def _order(request: HttpRequest, found: Relation) -> None:
    """Enter a court's order on a parent's right; it holds at once.

    Raises:
        NotSaidError: If it is not said what the order does, or who saw it.
    """
    words, asked = words_for(request).rights, asked_of(request)
    to, seen = request.POST.get("rights", ""), request.POST.get("order_seen", "").strip()[:_LONGEST]
    if found.person_id == asked.person.pk:
        raise NotSaidError(words.not_own)
    if found.kind != "family" or to not in _ORDERS or not seen or found.rights == "none":
        raise NotSaidError(words.order_needed)
    Relation.objects.filter(pk=found.pk).update(
        rights=to, order_seen=seen, ended_by=asked.person.ref, ended_at=now(), ended_why=""
    )


def _more_children(request: HttpRequest, found: Relation) -> None:
    """Offer more children for a right: a second person confirms it.

    Raises:
        NotSaidError: If no child is named, or the days cannot be.
    """
    words = words_for(request).rights
    children, dates = children_in(request), dates_in(request)
    if found.about.scope not in NAMES_CHILDREN or not children:
        raise NotSaidError(words.no_child)
    rights.offer(
        found.its_kind, found.person, by=asked_of(request).person.ref, relation=found, children=children,
        provider_id=found.provider_id, **dates,
    )  # fmt: skip


def _end_child(request: HttpRequest, found: Relation) -> None:
    """Give a child who was named its last day.

    Raises:
        NotSaidError: If there is no such child or day, or it would hold longer than now.
    """
    words, number = words_for(request).rights, number_in(request.POST.get("child_row", ""))
    row = CaseloadChild.objects.filter(relation=found, pk=number).first()
    if row is None:
        raise NotSaidError(words.no_child)
    last = _last_day(request, row.begins)
    if row.ends is not None and last > row.ends:
        raise NotSaidError(words.not_longer)
    row.ends, row.ended_by = last, asked_of(request).person.ref
    row.save(update_fields=["ends", "ended_by"])


def _last_day(request: HttpRequest, first: dt.date) -> dt.date:
    """Return the last day that was given; the day before the first ends what was given by mistake: it never holds.

    Raises:
        NotSaidError: If it is no day, or an earlier one.
    """
    last = day_in(request.POST.get("day", ""))
    if last is None or last < first - _DAY:
        words = words_for(request)
        raise NotSaidError(words.rights.wrong_last_day.format(day=words.statement.day(first - _DAY)))
    return last
