"""Checks of rows without which make-ups cannot be planned, although the others are there."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.log import alike
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin

_MANY: Final = 5


@check(
    "availability.provider_id",
    "providers.provider_id",
    "providers.service_types",
    "services.service_type",
    whole=("providers",),
)
def nobody_may_give(facts: Facts) -> Iterator[Finding]:
    """Yield kinds of services that nobody may give by the table of providers, where free time is written down."""
    if not len(facts.records.availability) or not len(facts.records.providers):
        return
    able = _able(facts)
    for kind, row in _kinds(facts).items():
        if kind not in able:
            name = facts.records.services.service_type[row]
            says = "By the table 'providers', nobody may give this, so no make-up of it can be planned."
            origin = Origin("services", facts.records.services.row[row], "service_type")
            expected = f"{shown(name)} in the service_types of a provider"
            yield Finding("warning", "nobody_may_give", says, origin, found=name, expected=expected)


@check(
    "availability.provider_id",
    "providers.provider_id",
    "providers.service_types",
    "services.service_type",
    whole=("availability", "services"),
)
def nobody_free(facts: Facts) -> Iterator[Finding]:
    """Yield kinds of services of which nobody who may give them has a row in `availability`."""
    free = set(facts.records.availability.provider_id)
    if not free:
        return
    able, providers = _able(facts), facts.records.providers
    for kind in _kinds(facts):
        people = able.get(kind, ())
        if people and not any(providers.provider_id[at] in free for at in people):
            ids = [providers.provider_id[at] for at in people]
            more = f" or {len(ids) - _MANY:,} others" if len(ids) > _MANY else ""
            says = f"'availability' has no row for anybody who may give {quoted(kind)}, so no make-up can be planned."
            expected = f"a row of 'availability' for {', '.join(map(shown, ids[:_MANY]))}{more}"
            origin = Origin("providers", providers.row[people[0]], "provider_id")
            yield Finding("warning", "nobody_free", says, origin, found=ids[0], expected=expected)


@check(
    "availability.provider_id",
    "availability.school_id",
    "providers.provider_id",
    "providers.school_id",
    "providers.by_video",
    "services.provider_id",
    "services.school_id",
    "services.student_id",
    "students.student_id",
    "students.school_id",
    "travel.from",
    "travel.to",
    whole=("travel",),
)
def no_way_to_service(facts: Facts) -> Iterator[Finding]:
    """Yield services at a school to which no way is known from where their provider is based."""
    rows, services, providers = facts.records.availability, facts.records.services, facts.records.providers
    travel = facts.records.travel
    known = {frozenset(way) for way in zip(travel.from_, travel.to, strict=True)}
    roaming = {id_ for id_, school in zip(rows.provider_id, rows.school_id, strict=True) if school is None}
    seen: set[tuple[str, str]] = set()
    for at, provider in enumerate(services.provider_id):
        place = facts.provider.get(provider or "")
        if provider is None or provider not in roaming or place is None or providers.by_video[place]:
            continue
        base = providers.school_id[place]
        school = services.school_id[at] or facts.school_of.get(services.student_id[at])
        if base is None or school in {None, base} or frozenset((base, school)) in known or (provider, school) in seen:
            continue
        seen.add((provider, school or ""))
        says = (
            f"Provider {quoted(provider)} gives this at {quoted(facts.place(school))} and is based at "
            f"{quoted(facts.place(base))}, but 'travel' has no way between them, so they cannot be planned there."
        )
        expected = f"a row of 'travel' from {shown(facts.place(base))} to {shown(facts.place(school))}"
        origin = Origin("services", services.row[at], "provider_id")
        yield Finding("warning", "no_way_to_service", says, origin, found=provider, expected=expected)


def _kinds(facts: Facts) -> dict[str, int]:
    """Return the kinds of services, each with the place of its first service."""
    kinds: dict[str, int] = {}
    for at, name in enumerate(facts.records.services.service_type):
        kinds.setdefault(alike(name), at)
    return kinds


def _able(facts: Facts) -> dict[str, list[int]]:
    """Return the places of those who may give each kind of service."""
    able: defaultdict[str, list[int]] = defaultdict(list)
    for at, types in enumerate(facts.records.providers.service_types):
        for name in types or ():
            able[alike(name)].append(at)
    return able
