"""Names of places and people, for plans and weeks."""

from collections.abc import Iterable

from makegood.planner.wording import Names
from makegood.records import Records


def names_of(records: Records, *, persons: bool) -> Names:
    """Return names of schools, and of people if they were asked for."""
    schools = _known(records.schools.school_id, records.schools.name)
    if not persons:
        return Names(schools=schools)
    people = records.students
    whole = [
        " ".join(part for part in both if part) for both in zip(people.given_name, people.family_name, strict=True)
    ]
    return Names(
        students=_known(people.student_id, whole),
        providers=_known(records.providers.provider_id, records.providers.name),
        schools=schools,
    )


def _known(ids: Iterable[str], names: Iterable[str | None]) -> dict[str, str]:
    return {id_: name for id_, name in zip(ids, names, strict=True) if name}
