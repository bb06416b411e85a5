"""Posts that were empty last, and that nothing says are empty still."""

import datetime as dt
from typing import Final

from makegood.ledger import Ledger
from makegood.records import Records
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin

_EMPTY: Final = frozenset({"vacancy", "long_term_leave"})


def counted_on(records: Records, ledger: Ledger, first: dt.date) -> list[Finding]:
    """Tell of providers whose sessions were last missed because nobody was there, and who count as back.

    Args:
        records: The records.
        ledger: Their account.
        first: The first day that is looked at. Whoever is away on that day or later is left out.
    """
    services, log, away = records.services, records.sessions, records.provider_absences
    who = {
        service_id: provider_id
        for service_id, provider_id, end in zip(services.service_id, services.provider_id, services.end, strict=True)
        if provider_id is not None and (end is None or end >= first)
    }
    known_away = {
        id_
        for id_, date, until in zip(away.provider_id, away.date, away.until, strict=True)
        if (until or date) >= first
    }
    empty: dict[str, dt.date] = {}
    for miss in ledger.misses:
        provider_id = who.get(miss.service_id)
        if miss.reason in _EMPTY and provider_id is not None and provider_id not in known_away:
            empty[provider_id] = max(empty.get(provider_id, miss.missed_on), miss.missed_on)
    if not empty:
        return []
    for service_id, date, minutes in zip(log.service_id, log.date, log.minutes_delivered, strict=True):
        provider_id = who.get(service_id, "")
        if minutes and date >= empty.get(provider_id, dt.date.max):
            del empty[provider_id]
    return [
        Finding(
            "warning",
            "counts_as_back",
            f"The last sessions of {quoted(id_)}, up to {date}, were missed because nobody was there, and no row of "
            f"provider_absences says that this goes on. Below they count as back from {first} on.",
            Origin("provider_absences", None, "until"),
            expected="a row of leave until the day when somebody will be there",
        )
        for id_, date in sorted(empty.items())
    ]
