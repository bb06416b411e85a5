"""Rows that say why minutes were missed although none were."""

from collections.abc import Collection, Iterator

from makegood.log.doubts.away import LATE
from makegood.log.doubts.rows import rows_of
from makegood.log.log import Log
from makegood.terms.findings import Finding, Origin


def delivered_with_reason(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield regular sessions that were given in full and have a reason for missing minutes.

    A cancelled session that kept its minutes is one: it counts as given. One that only began late, and whose minutes
    were given all the same, is none.
    """
    sessions = log.records.sessions
    for place in rows_of(log, services, lambda rows: rows.regular & rows.filled("reason") & (rows.given > 0)):
        written, given = sessions.reason[place], sessions.minutes_delivered[place]
        if written is None or not given or log.kinds[place] != "regular":
            continue
        planned = log.lengths.planned(place).minutes
        if given >= planned and log.reason(place).reason not in LATE:
            says = (
                f"All {planned} minutes planned were given, as this row says, and it has a reason for missing some. "
                "They count as given. If the session was cancelled, its minutes are 0."
            )
            origin = Origin("sessions", sessions.row[place], "reason")
            expected = "fewer minutes given, or no reason"
            yield Finding("warning", "delivered_with_reason", says, origin, found=written, expected=expected)
