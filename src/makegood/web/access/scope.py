"""Which children and schools a relation is to: one list for each, and each single question asks the list."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db.models import Q, QuerySet

from makegood.web.access.asked import Child, School
from makegood.web.people.models import Relation, holding_on
from makegood.web.records.models import MODELS, Entry
from makegood.web.records.versions import holding

COMPLETING: Final = dt.timedelta(days=30)
"""For so long after its end a staff relation may complete and correct dates inside it."""

_CHILD: Final = ("ref", "student_id", "given_name", "family_name", "grade", "school_id")


def may_complete(relation: Relation, day: dt.date) -> bool:
    """Return whether a relation has ended so recently that dates inside it may be completed; not one without any."""
    gives = relation.about.scope == "provider" and bool(relation.seconded_by)
    return gives and relation.ends is not None and relation.begins <= relation.ends < day <= relation.ends + COMPLETING


def children(relation: Relation, day: dt.date) -> list[Child]:
    """Return the children that a relation lets one see on a day, by name."""
    rows = _students(relation, day).values_list(*_CHILD)
    found = [Child(**dict(zip(_CHILD, row, strict=True))) for row in rows]
    return sorted(found, key=lambda child: (child.given_name or "", child.family_name or "", child.student_id))


def child(relation: Relation, day: dt.date, ref: str) -> Child | None:
    """Return a child by its id in addresses, if the relation lets one see it."""
    row = _students(relation, day).filter(ref=ref).values_list(*_CHILD).first()
    return None if row is None else Child(**dict(zip(_CHILD, row, strict=True)))


def schools(relation: Relation) -> list[School]:
    """Return the schools that a relation is to, by name."""
    return sorted(_schools(_school_rows(relation)), key=lambda school: school.name)


def school(relation: Relation, ref: str) -> School | None:
    """Return a school by its id in addresses, if the relation is to it."""
    return next(_schools(_school_rows(relation).filter(ref=ref)), None)


def _students(relation: Relation, day: dt.date) -> QuerySet[Any]:
    every = holding(MODELS["students"])
    match relation.about.scope:
        case "district":
            return every
        case "school":
            return every.filter(student_id__in=_of_school(relation.school_id))
        case "child":
            return every.filter(student_id=relation.student_id)
        case "provider":
            return every.filter(student_id__in={*_of_provider(relation.provider_id, day), *named(relation, day)})
        case "caseload":
            return every.filter(student_id__in=named(relation, day))
        case _:
            return every.none()


def named(relation: Relation, day: dt.date) -> set[str]:
    """Return the students who are named one by one for a relation, and hold on a day."""
    return set(relation.children.filter(holding_on(day)).values_list("student_id", flat=True))


def _of_school(school_id: str) -> set[str]:
    """Return the students of a school: those who go there, and those of whom a service is held there."""
    own = holding(MODELS["students"]).filter(school_id=school_id)
    held = holding(MODELS["services"]).filter(school_id=school_id)
    return {*own.values_list("student_id", flat=True), *held.values_list("student_id", flat=True)}


def _of_provider(provider_id: str, day: dt.date) -> set[str]:
    """Return the students whose services or slots a provider gives, also those that ended up to 30 days ago."""
    since = (day - COMPLETING).isoformat()
    slots = holding(MODELS["schedule"]).filter(provider_id=provider_id).values_list("service_id", flat=True)
    given: QuerySet[Entry] = holding(MODELS["services"]).filter(
        Q(provider_id=provider_id) | Q(service_id__in=set(slots))
    )
    still = given.filter(Q(end=None) | Q(end__gte=since))
    agreed = holding(MODELS["pinned"]).filter(provider_id=provider_id, date__gte=since)
    return {*still.values_list("student_id", flat=True), *agreed.values_list("student_id", flat=True)}


def _school_rows(relation: Relation) -> QuerySet[Any]:
    every = holding(MODELS["schools"])
    match relation.about.scope:
        case "district":
            return every
        case "school":
            return every.filter(school_id=relation.school_id)
        case _:
            return every.none()


def _schools(rows: Iterable[Any]) -> Iterator[School]:
    yield from (School(ref=row.ref, school_id=row.school_id, name=row.name or row.school_id) for row in rows)
