"""Whom a session can be added for: the services that a provider gives on a day."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from makegood.terms.spelling import near
from makegood.web.access.asked import Asked, Child
from makegood.web.access.scope import children, named
from makegood.web.kept.sums import sums_for
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A service that the provider gives: its random id, the child, and what it is."""

    ref: str
    service_id: str
    service_type: str
    child: Child


def choices_of(asked: Asked, date: dt.date) -> list[Choice]:
    """Return the services that a provider gives on a day, by child; of a child who is named, every service."""
    own = {child.student_id: child for child in children(asked.relation, asked.day)}
    provider, day = asked.relation.provider_id, date.isoformat()
    slots = set(holding(MODELS["schedule"]).filter(provider_id=provider).values_list("service_id", flat=True))
    listed = named(asked.relation, asked.day)
    rows: Any = holding(MODELS["services"]).filter(student_id__in=own)
    found = [
        Choice(ref=row.ref, service_id=row.service_id, service_type=row.service_type, child=own[row.student_id])
        for row in rows
        if (row.provider_id == provider or row.service_id in slots or row.student_id in listed)
        and (not row.start or row.start <= day) and (not row.end or row.end >= day)
    ]  # fmt: skip
    return sorted(found, key=lambda choice: (choice.child.short, choice.service_type, choice.service_id))


def to_choose(choices: Sequence[Choice], asked: Asked) -> list[tuple[Choice, int]]:
    """Return the choices with the minutes of the child's type of service that are still to be made up.

    The sums are those of today: whose relation has ended reads none.
    """
    still: Counter[tuple[str, str]] = Counter()
    if asked.completing:
        return [(choice, 0) for choice in choices]
    for id_, sums in sums_for({choice.child.student_id for choice in choices}).of.items():
        for line in sums.lines:
            still[id_, near(line.service_type)] += line.overdue + line.open
    return [(choice, still[choice.child.student_id, near(choice.service_type)]) for choice in choices]
