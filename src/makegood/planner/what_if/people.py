"""People who are not here today: a contractor, and those who work over a screen."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from makegood.planner.what_if.away import outside
from makegood.planner.what_if.changes import Change, Contractor, Teletherapy
from makegood.planner.what_if.telling import told
from makegood.plans.instance import Availability, Away, Instance, Provider
from makegood.terms.findings import Finding


def add_people(instance: Instance, change: Change, what: Contractor | Teletherapy) -> tuple[Instance, list[Finding]]:
    """Return the facts with one more person, or as many as there are seats, free on these weekdays with school."""
    if (what.from_ or instance.first) > instance.last or (what.until or instance.last) < instance.first:
        return instance, [outside(change, instance)]
    remote = isinstance(what, Teletherapy)
    names = _names(instance, what)
    taken = [name for name in names if name in {provider.provider_id for provider in instance.providers}]
    if taken:
        message = f"There is a provider “{taken[0]}” already."
        return instance, [told(change, "error", "name_taken", message, key="name", expected="a name that nobody has")]
    people = tuple(
        Provider(
            provider_id=name,
            service_types=what.service_types,
            hourly_cost=what.hourly_cost,
            employer="teletherapy" if remote else "contractor",
            remote=remote,
        )
        for name in names
    )
    rows = tuple(
        Availability(provider_id=name, weekday=weekday, start=what.start, end=what.end, school_id=school)
        for name in names
        for weekday in what.weekdays
        for school in what.schools or (None,)
    )
    changed = replace(
        instance,
        providers=(*instance.providers, *people),
        availability=(*instance.availability, *rows),
        # A weekly row has no first and last day of its own, so the days before and after are days away.
        provider_away=(*instance.provider_away, *(away for name in names for away in _not_there(instance, what, name))),
    )
    return changed, []


def _names(instance: Instance, what: Contractor | Teletherapy) -> list[str]:
    seats = what.seats if isinstance(what, Teletherapy) else 1
    if what.name is not None:
        return [what.name] if seats == 1 else [f"{what.name}-{seat}" for seat in range(1, seats + 1)]
    letter = "T" if isinstance(what, Teletherapy) else "C"
    known = {provider.provider_id for provider in instance.providers}
    free = (name for n in range(1, len(known) + seats + 1) if (name := f"{letter}{n:02d}") not in known)
    return [next(free) for _ in range(seats)]


def _not_there(instance: Instance, what: Contractor | Teletherapy, name: str) -> Iterator[Away]:
    day = dt.timedelta(1)
    if what.from_ is not None and what.from_ > instance.first:
        yield Away(id=name, first=instance.first, last=what.from_ - day)
    if what.until is not None and what.until < instance.last:
        yield Away(id=name, first=what.until + day, last=instance.last)
