"""What people and relations are called on a page."""

from typing import cast

from makegood.web.people.models import Person, Relation
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding
from makegood.web.words.all import SiteWords


def whom(relation: Relation, w: SiteWords) -> str:
    """Return as whom one looks, such as "family of Ximena"."""
    if relation.about.scope == "child":
        row = holding(MODELS["students"]).filter(student_id=relation.student_id).first()
        given = getattr(row, "given_name", None)
        return w.people.of_child.format(child=given or w.child.your_child)
    if relation.about.scope == "school":
        row = holding(MODELS["schools"]).filter(school_id=relation.school_id).first()
        return w.people.of_school.format(school=getattr(row, "name", None) or relation.school_id)
    return cast("dict[str, str]", w.people.kinds)[relation.kind]


def who(ref: str | None, w: SiteWords) -> str | None:
    """Return the name of who wrote something down: a person here, a provider of the records, or what is written."""
    if not ref:
        return None
    person = Person.objects.filter(ref=ref).first()
    if person is not None:
        return person.name
    provider = holding(MODELS["providers"]).filter(provider_id=ref).first()
    return getattr(provider, "name", None) or ref
