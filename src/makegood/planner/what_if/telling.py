"""Findings about a change that the plan's facts do not bear out."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from makegood.planner.what_if.changes import Change
from makegood.plans.instance import Instance
from makegood.terms.findings import Finding, Level, Origin


def told(
    change: Change,
    level: Level,
    code: str,
    message: str,
    *,
    key: str | None = None,
    found: str | None = None,
    expected: str | None = None,
) -> Finding:
    """Return a finding at the change's place in its file."""
    column = change.kind if key is None else f"{change.kind}.{key}"
    return Finding(level, code, message, Origin(change.file, change.row, column), found=found, expected=expected)


def unknown(change: Change, instance: Instance) -> Iterator[Finding]:
    """Yield an error for each provider and school that a change names and the facts do not know."""
    what = change.what
    providers = {provider.provider_id for provider in instance.providers}
    named = [("provider", getattr(what, "provider", None))]
    named += [("providers", id_) for id_ in getattr(what, "providers", None) or ()]
    for key, id_ in named:
        if id_ is not None and id_ not in providers:
            yield _unknown(change, key, id_, providers, "provider")
    schools = schools_of(instance)
    named = [("school", getattr(what, "school", None))]
    named += [("schools", id_) for id_ in getattr(what, "schools", None) or ()]
    for key, id_ in named:
        if id_ is not None and id_ not in schools:
            yield _unknown(change, key, id_, schools, "school")


def unwanted(change: Change, instance: Instance) -> Iterator[Finding]:
    """Yield a warning for each type of service that nobody gives and nobody is owed: it is likely a slip."""
    known = {miss.service_type for miss in instance.misses}
    known |= {word for provider in instance.providers for word in provider.service_types}
    for word in getattr(change.what, "service_types", None) or ():
        if word not in known:
            message = f"Nobody is owed “{word}”, and nobody gives it.{_hint(word, known)}"
            yield told(
                change, "warning", "unknown_service_type", message,
                key="service_types", found=word, expected=", ".join(sorted(known)),
            )  # fmt: skip


def schools_of(instance: Instance) -> set[str]:
    """Return every school that the facts name."""
    return (
        {student.school_id for student in instance.students}
        | {provider.school_id for provider in instance.providers if provider.school_id}
        | {row.school_id for row in instance.bell}
        | {school for row in instance.travel for school in (row.start, row.end)}
    )


def _unknown(change: Change, key: str, id_: str, known: Collection[str], noun: str) -> Finding:
    message = f"There is no {noun} “{id_}” in these records.{_hint(id_, known)}"
    expected = f"a {noun}_id as the records have it"
    return told(change, "error", f"unknown_{noun}", message, key=key, found=id_, expected=expected)


def _hint(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f" Is “{near[0]}” meant?" if near else ""
