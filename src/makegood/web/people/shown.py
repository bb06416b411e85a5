"""What people and relations are called on a page."""

from collections.abc import Iterable
from typing import cast

from makegood.web.people.kinds import Scope
from makegood.web.people.models import Person, Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords


def whom(relation: Relation, w: SiteWords) -> str:
    """Return as whom one looks, such as "family of Ximena"."""
    return whom_each([relation], w)[0]


def whom_each(relations: Iterable[Relation], w: SiteWords) -> list[str]:
    """Return as whom one looks for each relation; the records are asked once for all of them."""
    listed = list(relations)
    children = _names("students", "student_id", "given_name", listed, "child")
    schools = _names("schools", "school_id", "name", listed, "school")
    kinds = cast("dict[str, str]", w.people.kinds)
    found = []
    for each in listed:
        if each.about.scope == "child":
            found.append(w.people.of_child.format(child=children.get(each.student_id) or w.child.your_child))
        elif each.about.scope == "school":
            found.append(w.people.of_school.format(school=schools.get(each.school_id) or each.school_id))
        else:
            found.append(kinds[each.kind])
    return found


def _names(table: str, key: str, name: str, relations: list[Relation], scope: Scope) -> dict[str, str | None]:
    """Return the names on record of what the relations of a scope are to, by id."""
    ids = {getattr(each, key) for each in relations if each.about.scope == scope}
    if not ids:
        return {}
    return dict(holding(MODELS[table]).filter(**{f"{key}__in": ids}).values_list(key, name))


def who(ref: str | None, w: SiteWords) -> str | None:
    """Return the name of who wrote something down: a person here, a provider of the records, or what is written."""
    if not ref:
        return None
    person = Person.objects.filter(ref=ref).first()
    if person is not None:
        return person.name
    provider = holding(MODELS["providers"]).filter(provider_id=ref).first()
    return getattr(provider, "name", None) or ref
