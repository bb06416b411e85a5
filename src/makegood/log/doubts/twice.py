"""Rows that may be one session, brought in twice."""

from collections.abc import Collection, Iterator

from makegood.log.doubts.rows import rows_of
from makegood.log.log import Log
from makegood.terms.accounts import SessionKind
from makegood.terms.findings import Finding, Origin

_Alike = tuple[int, int, int, SessionKind]
"""Service, day, minutes delivered, kind."""


def brought_in_twice(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield rows of one service, day, length and kind: a log or a make-up may have been brought in twice.

    Two rows that begin at different times are no doubt.
    """
    sessions = log.records.sessions
    first: dict[_Alike, int] = {}
    several: dict[_Alike, dict[int | None, int]] = {}
    for place in rows_of(log, services, lambda rows: rows.alike()):
        key = (log.service_of[place], log.days[place], sessions.minutes_delivered[place], log.kinds[place])
        earlier = first.setdefault(key, place)
        if earlier == place:
            continue
        begun = several.setdefault(key, {sessions.start_time[earlier]: earlier})
        start = sessions.start_time[place]
        # A row without a time may be any of the others, and any of the others may be it.
        same = begun.get(start, begun.get(None, earlier if start is None else None))
        begun.setdefault(start, place)
        if same is not None:
            minutes = sessions.minutes_delivered[place]
            says = (
                f"Row {sessions.row[same]} has the same service, day, kind and minutes ({minutes}). Both count. "
                "Is it one session, brought in twice?"
            )
            origin = Origin("sessions", sessions.row[place], "session_id")
            expected = "one row for each session, or the times at which they began"
            found = sessions.session_id[place]
            yield Finding("warning", "brought_in_twice", says, origin, found=found, expected=expected)
