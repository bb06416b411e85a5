"""A right as a form asks for it: of what kind, to whom or what, from when to when."""

import re
from dataclasses import dataclass
from typing import Any, Final, cast

from django.http import HttpRequest

from makegood.web.access import scope
from makegood.web.access.asked import Asked, asked_of
from makegood.web.people.choices import choices
from makegood.web.people.kinds import ABOUT, KINDS, Kind
from makegood.web.people.shown import named
from makegood.web.records.ids import new_id
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.records.write import add
from makegood.web.typed import day_in
from makegood.web.words.language import words_for

GIVEN: Final[tuple[Kind, ...]] = tuple(kind for kind in KINDS if not ABOUT[kind].alone)
"""The kinds that one person can give to another."""
NAMES_CHILDREN: Final = frozenset({"caseload", "provider"})
"""Where children are named one by one, beside those that the records give."""
MOST: Final = 60
"""The most children that are listed at once; part of a name finds the others."""
LONGEST: Final = 120
"""The most characters that a person's name may have."""


class NotSaidError(Exception):
    """A form that says too little, or what cannot be.

    Attributes:
        says: What is missing, for the person.
    """

    def __init__(self, says: str) -> None:
        """Keep it."""
        super().__init__(says)
        self.says = says


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """The children of a form, for one who may see them.

    Attributes:
        listed: Id for addresses, name, and whether it is ticked; those that are ticked come first.
        left: How many more there are.
        every: How many there are in all.
    """

    listed: list[tuple[str, str, bool]]
    left: int
    every: int


def sees_children(asked: Asked) -> bool:
    """Return whether a person who keeps rights sees children by name; else they are typed by number."""
    return asked.relation.about.scope == "district"


def fields_of(request: HttpRequest, kind: Kind) -> dict[str, Any]:
    """Return what the fields of a right of a kind show."""
    asked = asked_of(request)
    about = ABOUT[kind].scope
    return {
        "kind": kind,
        "scope": about,
        "names_children": about in NAMES_CHILDREN,
        "kind_name": cast("dict[str, str]", words_for(request).people.kinds)[kind],
        "providers": choices("providers", "provider_id") if about == "provider" else (),
        "schools": choices("schools", "school_id") if about == "school" else (),
        "children": children_of(request) if about in {"child", *NAMES_CHILDREN} and sees_children(asked) else None,
        "typed": request.POST,
    }


def children_of(request: HttpRequest) -> Children:
    """Return the children to choose from, those that a part of a name finds."""
    asked = asked_of(request)
    ticked = set(request.POST.getlist("child"))
    parts = request.POST.get("find", "").casefold().split()
    every = [
        (child.ref, named(child.student_id, child.given_name, child.family_name))
        for child in scope.children(asked.relation, asked.day)
    ]
    chosen = [(ref, name, True) for ref, name in every if ref in ticked]
    others = [
        (ref, name, False)
        for ref, name in every
        if ref not in ticked and all(part in name.casefold() for part in parts)
    ]
    return Children(listed=chosen + others[:MOST], left=len(others[MOST:]), every=len(every))


def wanted(request: HttpRequest, kind: Kind) -> dict[str, Any]:
    """Return what a right is to and its dates, as `invite` and `offer` take them.

    Raises:
        NotSaidError: If something is missing.
    """
    words = words_for(request)
    found: dict[str, Any] = dates_in(request)
    about = ABOUT[kind].scope
    if about == "child":
        children = children_in(request)
        if len(children) != 1:
            raise NotSaidError(words.rights.one_child)
        found["student_id"] = children[0]
    if about in NAMES_CHILDREN:
        found["children"] = children_in(request)
    if about == "school":
        found["school_id"] = _on_record("schools", "school_id", request)
    if about == "provider":
        new = request.POST.get("new_provider", "").strip()[:LONGEST]
        if new and not request.POST.get("provider_id"):
            found["provider_id"] = new_id("P")
            add("providers", {"provider_id": found["provider_id"], "name": new}, by=asked_of(request).person.ref)
        else:
            found["provider_id"] = _on_record("providers", "provider_id", request)
    return found


def dates_in(request: HttpRequest) -> dict[str, Any]:
    """Return the first and the last day that were given; None where a field is blank.

    Raises:
        NotSaidError: If they are no days, or do not follow each other.
    """
    found: dict[str, Any] = {}
    for name in ("begins", "ends"):
        typed = request.POST.get(name, "").strip()
        found[name] = day_in(typed) if typed else None
        if typed and found[name] is None:
            raise NotSaidError(words_for(request).rights.wrong_days)
    first = found["begins"] or asked_of(request).day
    if found["ends"] and found["ends"] < first:
        raise NotSaidError(words_for(request).rights.wrong_days)
    return found


def children_in(request: HttpRequest) -> list[str]:
    """Return the students that were ticked, or whose numbers were typed.

    Raises:
        NotSaidError: If a number is not on record.
    """
    asked = asked_of(request)
    ticked = [scope.child(asked.relation, asked.day, ref) for ref in request.POST.getlist("child")]
    typed = [number.strip() for number in re.split(r"[,;\n]", request.POST.get("numbers", "")) if number.strip()]
    held = holding(MODELS["students"]).filter(student_id__in=typed)
    missing = set(typed) - set(held.values_list("student_id", flat=True))
    if missing:
        raise NotSaidError(words_for(request).rights.no_such_number.format(numbers=", ".join(sorted(missing))))
    return list(dict.fromkeys([*(each.student_id for each in ticked if each), *typed]))


def _on_record(table: str, column: str, request: HttpRequest) -> str:
    id_ = request.POST.get(column, "").strip()
    if not holding(MODELS[table]).filter(**{column: id_}).exists():
        raise NotSaidError(words_for(request).people.which_blank)
    return id_
