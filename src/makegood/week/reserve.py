"""What make-ups will need of each therapist's week, by what was owed in the year before."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from makegood.ledger import Ledger
from makegood.log import alike
from makegood.week.caseload import Caseload, Need, Slot
from makegood.week.pattern import Pattern
from makegood.week.week import Reserve

YEAR: Final = dt.timedelta(365)
THOUSAND: Final = 1000
FIVE: Final = 5
LEAST_DUE: Final = 600
"""Minutes due in the year below which a provider's own rate says little; then that of the service is taken."""


_Whose = tuple[str, str]
"""What minutes are counted by: `provider` and who, `service` and its type, or `all`."""
_ALL: Final[_Whose] = ("all", "")


class _Year(NamedTuple):
    """Minutes due and owed, by whatever they are counted."""

    due: Counter[_Whose]
    owed: Counter[_Whose]


def reserves_of(caseload: Caseload, slots: Sequence[Slot], ledger: Ledger) -> tuple[Reserve, ...]:
    """Return each therapist's week, of those who have a slot.

    The rate is what was owed of every 1,000 minutes that fell due in the year up to the as-of date: the provider's own
    where 600 minutes fell due, else that of the service, else of all. Make-ups are counted for one child at a time,
    half up to whole fives of minutes.
    """
    year = _year(caseload, ledger)
    held: dict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        held[slot.provider_id].append(slot)
    needs = caseload.need()
    return tuple(_reserve(caseload, needs, provider_id, held[provider_id], year) for provider_id in sorted(held))


def _reserve(
    caseload: Caseload, needs: Mapping[str, Need], provider_id: str, slots: Sequence[Slot], year: _Year
) -> Reserve:
    therapist = caseload.therapists[provider_id]
    sessions = {(slot.pattern, slot.start, slot.minutes, needs[slot.service_id].school_id) for slot in slots}
    promised = sum(slot.minutes * slot.pattern.share for slot in slots)
    kinds = Counter(alike(needs[slot.service_id].service_type) for slot in slots)
    own, of_kind = ("provider", provider_id), ("service", max(sorted(kinds), key=kinds.__getitem__))
    whose = next((key for key in (own, of_kind) if year.due[key] >= LEAST_DUE), _ALL)
    due, owed = year.due[whose], year.owed[whose]
    return Reserve(
        provider_id=provider_id,
        at_work=therapist.minutes_at_work(),
        sessions=round(sum(minutes * pattern.share for pattern, _, minutes, _ in sessions)),
        travel=_travel(caseload, sessions),
        documentation=therapist.documentation,
        rate=(2 * THOUSAND * owed + due) // (2 * due) if due else None,
        make_ups=int(promised * owed / due / FIVE + 0.5) * FIVE if due else None,
        rate_of=whose[0] if due else None,
    )


def _travel(caseload: Caseload, sessions: Iterable[tuple[Pattern, int, int, str]]) -> int:
    """Return the minutes on the way in the first week."""
    days: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for pattern, start, _, school in sessions:
        if not pattern.cycle and pattern.in_week(0):
            days[pattern.day].append((start, school))
    ways = caseload.ways
    return sum(
        ways.get((one, other), 0)
        for held in days.values()
        for (_, one), (_, other) in pairwise(sorted(held))
        if one != other
    )


def _year(caseload: Caseload, ledger: Ledger) -> _Year:
    """Count what was due and owed in the year up to the as-of date, by provider, by service type and in all."""
    first = ledger.as_of - YEAR
    keys: dict[str, list[_Whose]] = {}
    usual = caseload.usual_provider
    for account in ledger.services:
        who = usual.get(account.service_id)
        keys[account.service_id] = [("service", alike(account.service_type)), _ALL]
        keys[account.service_id] += [("provider", who)] if who else []
    due: Counter[_Whose] = Counter()
    owed: Counter[_Whose] = Counter()
    for period in ledger.periods:
        # An open period has nothing missed yet, so what is due in it says nothing either.
        if first < period.last and period.elapsed == period.days:
            for key in keys[period.service_id]:
                due[key] += period.due
    for miss in ledger.misses:
        if first < miss.missed_on <= ledger.as_of and miss.disposition == "owed":
            for key in keys[miss.service_id]:
                owed[key] += miss.minutes
    return _Year(due, owed)
