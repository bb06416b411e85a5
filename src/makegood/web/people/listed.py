"""Who has what, since when and until when; and what waits for a second person or was never used."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from makegood.web.access.asked import Asked, asked_of
from makegood.web.access.scope import COMPLETING, may_complete
from makegood.web.clock import local_day, now
from makegood.web.people.given_lately import given_lately
from makegood.web.people.invite import TRIES, is_over, order_of, unused
from makegood.web.people.models import Invitation, Person, Relation
from makegood.web.people.shown import names_of, right_each, students_named
from makegood.web.people.wanted import sees_children
from makegood.web.site import site
from makegood.web.words.all import SiteWords
from makegood.web.words.language import words_for

CONFIRMS: Final = ("director", "administrator")
_SHOWN_AFTERWARDS: Final = dt.timedelta(days=30)

State = Literal["holds", "later", "ended", "completing", "barred", "waits", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """A relation as a list shows it.

    Attributes:
        what: What it is to, in words.
        children: How many children are named for it; None where none can be.
        completes_until: Until when days inside it may be completed after its end.
    """

    relation: Relation
    what: str
    state: State
    children: int | None
    completes_until: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An invitation or another right that nobody has yet.

    Attributes:
        what: What it is to, in words.
        children: The children whom it names, in words.
        by: Who made it.
        until: The last day on which its link works.
        state: Whether it waits for a second person, or is confirmed and unused, or no longer works.
        is_own: Whether who looks made it, or would get it: somebody else has to confirm it.
        order: Who saw the order by which this parent sees less of the child now; None if there is none.
    """

    invitation: Invitation
    what: str
    children: Sequence[str]
    by: str
    until: dt.date
    state: Literal["waits", "unused", "expired", "void"]
    is_own: bool
    order: str | None
    way_out: str


def people(request: HttpRequest, **_: Any) -> HttpResponse:
    """List everybody with their rights, and what waits."""
    asked, words = asked_of(request), words_for(request)
    relations = Relation.objects.select_related("person").prefetch_related("children").order_by("begins", "pk")
    held: dict[int, list[Right]] = {}
    for right in rights_of(relations, asked, words):
        held.setdefault(right.relation.person_id, []).append(right)
    everybody = Person.objects.order_by("name", "pk")
    waiting = waiting_for(asked, words)
    shown = {
        "listed": [(person, _closed(person), held.get(person.pk, [])) for person in everybody],
        "waiting": [each for each in waiting if each.state == "waits"],
        "unused": [each for each in waiting if each.state != "waits"],
        "is_only_one": is_only_one(asked),
        "lately": given_lately(asked, words),
    }
    return render(request, "people/people.html", shown)


def rights_of(relations: Iterable[Relation], asked: Asked, w: SiteWords) -> list[Right]:
    """Return relations as a list shows them."""
    listed = list(relations)
    names = right_each(listed, w, by_name=sees_children(asked))
    return [
        Right(
            relation=relation,
            what=what,
            state=_state(relation, asked.day),
            children=_named(relation, asked.day),
            completes_until=relation.ends + COMPLETING if relation.ends and may_complete(relation, asked.day) else None,
        )
        for relation, what in zip(listed, names, strict=True)
    ]


def waiting_for(asked: Asked, w: SiteWords) -> list[Waiting]:
    """Return what was offered and nobody has, those that ran out up to 30 days ago among them."""
    rows = list(unused(now() - _SHOWN_AFTERWARDS).select_related("person", "relation__person"))
    by_name = sees_children(asked)
    names = right_each(rows, w, by_name=by_name)
    children = students_named({id_ for row in rows for id_ in row.children}, w, by_name=by_name)
    makers = names_of((row.made_by for row in rows), w)
    return [
        Waiting(
            invitation=row,
            what=what,
            children=[children[id_] for id_ in row.children],
            by=makers[row.made_by],
            until=min(local_day(row.until), row.ends or dt.date.max),
            state=_unused_state(row),
            is_own=asked.person.ref in {row.made_by, row.person.ref if row.person else ""},
            order=order_of(row.person, row.student_id) if row.person and row.student_id else None,
            way_out=way_out(row),
        )
        for row, what in zip(rows, names, strict=True)
    ]


def is_only_one(asked: Asked) -> bool:
    """Return whether nobody else here may confirm today what one offers: no other director or administrator."""
    may = Relation.objects.filter(kind__in=CONFIRMS, person__ended_at=None).exclude(person=asked.person)
    return not any(each.holds_on(asked.day) for each in may)


def way_out(invitation: Invitation) -> str:
    """Return the command by which the owner of the computer confirms it as the second person."""
    return f'makegood user confirm {invitation.pk} --data "{site().data}"'


def _state(relation: Relation, day: dt.date) -> State:
    if relation.rights == "none":
        return "barred"
    if relation.about.second_person and not relation.seconded_by:
        return "waits"
    if relation.is_to_begin(day):
        return "later"
    if relation.holds_on(day):
        return "holds"
    if relation.ends is not None and relation.ends < relation.begins:
        return "never"
    return "completing" if may_complete(relation, day) else "ended"


def _named(relation: Relation, day: dt.date) -> int | None:
    """Return how many children are named for a relation today; the rows are at hand already."""
    rows = [each for each in relation.children.all() if each.begins <= day and (each.ends is None or day <= each.ends)]
    return len({row.student_id for row in rows}) if relation.about.scope == "caseload" or rows else None


def _unused_state(row: Invitation) -> Literal["waits", "unused", "expired", "void"]:
    if row.until < now() or is_over(row):
        return "expired"
    if row.tries >= TRIES:
        return "void"
    return "unused" if row.seconded_by else "waits"


def _closed(person: Person) -> dt.date | None:
    return local_day(person.ended_at) if person.ended_at else None
