"""What people and relations are called on a page."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, cast

from makegood.web.people.kinds import Scope
from makegood.web.people.models import Invitation, Person, Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords

OWNER: Final = "the owner of the machine"
"""What stands on record where whoever keeps the machine gave or confirmed something by a command."""


def whom(relation: Relation, w: SiteWords) -> str:
    """Return as whom one looks, such as "family of Ximena"."""
    return whom_each([relation], w)[0]


def whom_each(relations: Iterable[Relation], w: SiteWords) -> list[str]:
    """Return as whom one looks for each relation; the records are asked once for all of them."""
    listed = list(relations)
    children = _names("students", "student_id", "given_name", listed, "child")
    schools = _names("schools", "school_id", "name", listed, "school")
    return [_to_whom(each, w, children, schools) for each in listed]


def _names(
    table: str, key: str, name: str, relations: Sequence[Relation | Invitation], scope: Scope
) -> dict[str, str | None]:
    """Return the names on record of what the relations of a scope are to, by id."""
    ids = {getattr(each, key) for each in relations if each.about.scope == scope}
    if not ids:
        return {}
    return dict(holding(MODELS[table]).filter(**{f"{key}__in": ids}).values_list(key, name))


def right_each(rights: Iterable[Relation | Invitation], w: SiteWords, *, by_name: bool) -> list[str]:
    """Return what each right is to, for whoever keeps them; the records are asked once for all of them.

    Args:
        rights: Relations, or invitations to them.
        w: The words of the page.
        by_name: Whether a child is named; for one who sees no child's data it is a number.
    """
    listed = list(rights)
    children = students_named({each.student_id for each in listed if each.student_id}, w, by_name=by_name)
    schools = _names("schools", "school_id", "name", listed, "school")
    providers = _names("providers", "provider_id", "name", listed, "provider")
    kinds = cast("dict[str, str]", w.people.kinds)
    found = []
    for each in listed:
        if each.about.scope == "provider":
            name = providers.get(each.provider_id) or each.provider_id
            found.append(w.rights.of_provider.format(kind=kinds[each.kind], name=name))
        else:
            found.append(_to_whom(each, w, children, schools))
    return found


def _to_whom(
    right: Relation | Invitation, w: SiteWords, children: Mapping[str, str | None], schools: Mapping[str, str | None]
) -> str:
    """Return what a right is to: a child or a school by its name, else what kind of right it is."""
    if right.about.scope == "child":
        return w.people.of_child.format(child=children.get(right.student_id) or w.child.your_child)
    if right.about.scope == "school":
        return w.people.of_school.format(school=schools.get(right.school_id) or right.school_id)
    return cast("dict[str, str]", w.people.kinds)[right.kind]


def students_named(ids: Collection[str], w: SiteWords, *, by_name: bool) -> dict[str, str]:
    """Return what each student is called on a list of rights: name and number, or the number alone."""
    number = {id_: w.rights.student_number.format(number=id_) for id_ in ids}
    if not by_name or not ids:
        return number
    rows = holding(MODELS["students"]).filter(student_id__in=ids).values_list("student_id", "given_name", "family_name")
    return number | {id_: named(id_, given, family) for id_, given, family in rows}


def named(id_: str, given: str | None, family: str | None) -> str:
    """Return a student's name with the number that tells them from another of that name."""
    name = " ".join(part for part in (given, family) if part)
    return f"{name} ({id_})" if name else id_


def names_of(refs: Iterable[str], w: SiteWords) -> dict[str, str]:
    """Return the name of each who gave, confirmed or ended a right; what is no person's ref stays as it is written."""
    wanted = set(refs)
    found = dict(Person.objects.filter(ref__in=wanted).values_list("ref", "name"))
    return {ref: ref for ref in wanted} | {OWNER: w.rights.owner} | found


def who(ref: str | None, w: SiteWords) -> str | None:
    """Return the name of who wrote something down: a person here, a provider of the records, or what is written."""
    if not ref:
        return None
    name = names_of([ref], w)[ref]
    if name != ref:
        return name
    provider = holding(MODELS["providers"]).filter(provider_id=ref).first()
    return getattr(provider, "name", None) or ref
