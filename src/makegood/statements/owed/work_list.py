"""What is owed now, worst first: the list that a director works from."""

import datetime as dt
from collections.abc import Callable, Iterable

from makegood.ledger import Ledger, Miss
from makegood.records import Records
from makegood.statements.owed.line import NOT_NAMED, SUMS, By, OwedLine


def owed_by(records: Records, ledger: Ledger, by: By, *, with_team: bool = False) -> list[OwedLine]:
    """Return the lines of a list of what is owed, worst first; they add up to the ledger's totals.

    Worst is what is most overdue, then what has most still to be made up, then oldest.

    Args:
        records: The records that the ledger accounts for.
        ledger: Their account.
        by: One line for each student and service type, school, service type, provider or reason.
        with_team: Whether what waits for the team counts as still to be made up.
    """
    key = _key_of(records, by)
    lines: dict[tuple[str, ...], OwedLine] = {}
    for miss in ledger.misses:
        name = key(miss)
        if miss.minutes:
            lines.setdefault(name, OwedLine(name)).add(miss, with_team=with_team)
    return sorted(
        lines.values(),
        key=lambda line: (
            -line.sums["overdue"],
            -line.waiting(with_team=with_team),
            line.oldest or dt.date.max,
            -line.sums["missed"],
            line.key,
        ),
    )


def totals_of(lines: Iterable[OwedLine]) -> dict[str, int]:
    """Return the sums over lines."""
    lines = list(lines)
    return {name: sum(line.sums[name] for line in lines) for name in SUMS}


def _key_of(records: Records, by: By) -> Callable[[Miss], tuple[str, ...]]:
    if by == "student":
        return lambda miss: (miss.student_id, miss.service_type)
    if by == "service":
        return lambda miss: (miss.service_type,)
    if by == "reason":
        return lambda miss: (miss.reason,)
    if by == "school":
        school = dict(zip(records.students.student_id, records.students.school_id, strict=True))
        return lambda miss: (school[miss.student_id] or NOT_NAMED,)
    provider = _provider_of(records)
    return lambda miss: (provider(miss) or NOT_NAMED,)


def _provider_of(records: Records) -> Callable[[Miss], str | None]:
    """Return whose caseload a miss is on: the session's provider, else the slot's, else the service's."""
    sessions, schedule = records.sessions, records.schedule
    usual = dict(zip(records.services.service_id, records.services.provider_id, strict=True))
    held_by = dict(zip(sessions.session_id, sessions.provider_id, strict=True))
    slots = zip(schedule.service_id, schedule.weekday, schedule.start_time, strict=True)
    slot_of = dict(zip(slots, schedule.provider_id, strict=True))

    def provider(miss: Miss) -> str | None:
        own = held_by.get(miss.session_id) if miss.session_id is not None else None
        if miss.inferred and miss.start_time is not None:
            own = slot_of.get((miss.service_id, miss.missed_on.weekday(), miss.start_time))
        return own or usual[miss.service_id]

    return provider
