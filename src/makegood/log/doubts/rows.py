"""Which rows of the log a doubt is looked for in."""

from collections.abc import Collection, Iterable

from makegood.log.log import Log


def rows_of(log: Log, services: Collection[int] | None) -> Iterable[int]:
    """Return the places of the rows that count, in the order of the table.

    Args:
        log: The log.
        services: The places of the services whose rows are looked at; None for all.
    """
    if services is None:
        return log.counting
    return sorted(place for service in services for place in log.sessions_of.get(service, ()))
