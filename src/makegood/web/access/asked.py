"""Who asks about what, found and allowed by the door before a view is called."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

from makegood.web.people.models import Person, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child that the one who asks may see.

    Attributes:
        ref: The id for addresses.
    """

    ref: str
    student_id: str
    given_name: str | None
    family_name: str | None
    grade: str | None
    school_id: str | None

    @property
    def short(self) -> str:
        """What a child is called on a list: first name and the family name's initial; else its number."""
        if not self.given_name:
            return self.student_id
        return f"{self.given_name} {self.family_name[0]}." if self.family_name else self.given_name


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school that the one who asks may see."""

    ref: str
    school_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a view is asked.

    Attributes:
        person: Who is signed in.
        relation: As whom they look.
        has_others: Whether they have other relations, or had.
        day: The day in the district.
        completing: Whether the relation has ended, and only dates inside it may be completed.
        child: The child of the page, if it is about one.
        school: The school of the page, if it is about one.
    """

    person: Person
    relation: Relation
    has_others: bool
    day: dt.date
    completing: bool = False
    child: Child | None = None
    school: School | None = None

    @property
    def the_child(self) -> Child:
        """The child of a page that is about one."""
        return cast("Child", self.child)

    @property
    def the_school(self) -> School:
        """The school of a page that is about one."""
        return cast("School", self.school)


def asked_of(request: HttpRequest) -> Asked:
    """Return what the door found.

    Raises:
        AttributeError: If the route is not one of a relation's pages.
    """
    return cast("Asked", request.asked)


def person_of(request: HttpRequest) -> Person:
    """Return who is signed in, on a page that asks for it."""
    return cast("Person", request.person)
