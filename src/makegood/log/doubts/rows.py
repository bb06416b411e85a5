"""Which rows of the log a doubt is looked for in."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from makegood.log.log import Log

if TYPE_CHECKING:
    from makegood.log.sieve import Mask, Sieve


def rows_of(log: Log, services: Collection[int] | None, sieve: "Callable[[Sieve], Mask]") -> Iterable[int]:
    """Return the places of the rows that count and that a doubt may be about, in the order of the table.

    Args:
        log: The log.
        services: The places of the services whose rows are looked at; None for all.
        sieve: Tells of all rows of a large log which may be meant (`Log.that_may`).
    """
    if services is None:
        return log.that_may(sieve)
    if log.is_large:
        return log.that_may(lambda rows: rows.of(services) & sieve(rows))
    return sorted(place for service in services for place in log.sessions_of.get(service, ()))
