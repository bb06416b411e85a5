"""What is owed now, worst first: the list that a director works from."""

import datetime as dt
from collections.abc import Callable, Iterable

from makegood.calendars import day_number
from makegood.ledger import Ledger, Miss
from makegood.log import Log, alike
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
    key = _key_of(records, ledger, by)
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


def _key_of(records: Records, ledger: Ledger, by: By) -> Callable[[Miss], tuple[str, ...]]:
    if by in ("student", "service"):
        types = _types(records)
        if by == "student":
            return lambda miss: (miss.student_id, types[alike(miss.service_type)])
        return lambda miss: (types[alike(miss.service_type)],)
    if by == "reason":
        return lambda miss: (miss.reason,)
    log = ledger.log
    places = records.services.index()
    if by == "school":
        school = dict(zip(records.students.student_id, records.students.school_id, strict=True))
        return lambda miss: (
            records.services.school_id[places[miss.service_id]] or school[miss.student_id] or NOT_NAMED,
        )
    rows = records.sessions.index()
    return lambda miss: (_provider_of(log, rows, places[miss.service_id], miss) or NOT_NAMED,)


def _types(records: Records) -> dict[str, str]:
    """Return each service type as it is written first: those that differ only in capitals are one."""
    types: dict[str, str] = {}
    for written in records.services.service_type:
        types.setdefault(alike(written), written)
    return types


def _provider_of(log: Log, rows: dict[str, int], service: int, miss: Miss) -> str | None:
    """Return whose caseload a miss is on: the session's provider, else the slot's, else the service's."""
    usual = log.records.services.provider_id[service]
    if miss.session_id is not None:
        return log.provider_of(rows[miss.session_id]) or usual
    facts = log.services.of(service)
    if facts is None or miss.start_time is None:
        return usual
    slots = log.slots.on(facts, day_number(miss.missed_on))
    return next((slot.provider_id for slot in slots if slot.start_time == miss.start_time), None) or usual
