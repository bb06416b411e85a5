"""A log that stops while promises go on: every later week is on no record, and nobody may have brought it in."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from makegood.calendars import date_of
from makegood.log.ends import End, Ends
from makegood.log.log import Log
from makegood.terms.counted import counted
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin


def log_ends(log: Log, services: Collection[int]) -> Iterator[Finding]:
    """Yield where the log ends, each once: that of all the services, else that of a provider's, else that of one.

    Args:
        log: The log, as of a day.
        services: The places of the services.
    """
    ends = Ends(log, services)
    if end := ends.of(services):
        yield _finding("The log", end)
        return
    table = log.records.services
    of_provider: defaultdict[str | None, list[int]] = defaultdict(list)
    for service in services:
        of_provider[table.provider_id[service]].append(service)
    for provider_id, own in of_provider.items():
        if provider_id is not None and len(own) > 1 and (end := ends.of(own)):
            yield _finding(f"The log of provider {quoted(provider_id)}", end)
            continue
        for service in own:
            if one := ends.of([service]):
                yield _finding(f"The log of service {quoted(table.service_id[service])}", one)


def _finding(whose: str, end: End) -> Finding:
    silent = f"{counted(end.weeks, 'week')} of school after it {'is' if end.weeks == 1 else 'are'} on no record."
    return Finding(
        "warning",
        "log_ends",
        f"{whose} ends on {date_of(end.last)}. {silent}",
        Origin("sessions", None, "date"),
        expected="the log of the weeks after that day, or the day on which the service ended",
    )
