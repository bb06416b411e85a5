"""Rows that contradict the calendar."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from makegood.calendars import SchoolCalendar
from makegood.log.doubts.rows import rows_of
from makegood.log.log import Log
from makegood.terms.echo import Public, quoted
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    import datetime as dt

NO_SCHOOL_REASONS: Final = frozenset({"no_school", "holiday", "in_service", "weather_closure", "emergency_closure"})
"""Reasons that say that there was no school. A strike is none: there may be school."""
SHORT_DAYS: Final = ("early_dismissal", "delayed_start")
"""Kinds of school days on which such a reason can be true for a part of the day."""


def delivered_without_school(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield minutes that were given on a day on which the service's own school had no school."""
    sessions = log.records.sessions
    closed: dict[tuple[int, dt.date], bool] = {}
    for place in rows_of(log, services, lambda rows: rows.without_school()):
        if not sessions.minutes_delivered[place]:
            continue
        calendar, day = log.services.calendar(log.service_of[place]), sessions.date[place]
        if calendar is None:
            continue
        key = (id(calendar), day)
        if key not in closed:
            closed[key] = not calendar.is_school_day(day)
        if closed[key]:
            why = calendar.why_closed(day)
            says = f"{sessions.minutes_delivered[place]} minutes on a day without school ({why})."
            origin = Origin("sessions", sessions.row[place], "date")
            yield Finding("warning", "delivered_without_school", says, origin, found=str(day), expected="a school day")


def no_school_reason_on_school_day(log: Log, services: Collection[int] | None = None) -> Iterator[Finding]:
    """Yield regular sessions whose reason says that there was no school, on a day with school."""
    sessions = log.records.sessions
    for place in rows_of(log, services, lambda rows: rows.regular & rows.filled("reason")):
        written = sessions.reason[place]
        if written is None or log.kinds[place] != "regular":
            continue
        facts = log.facts(place)
        if facts is None or log.reason(place).reason not in NO_SCHOOL_REASONS:
            continue
        day = log.days[place]
        if facts.is_school_day(day) and not _is_short(facts.calendar, day):
            says = (
                f"The reason says that there was no school, but calendar {quoted(Public(facts.calendar.calendar_id))} "
                f"has school on {sessions.date[place]}."
            )
            origin = Origin("sessions", sessions.row[place], "reason")
            expected = "another reason, or a row of the table 'calendar' for that day"
            yield Finding("warning", "no_school_reason_on_school_day", says, origin, found=written, expected=expected)


def _is_short(calendar: SchoolCalendar, day: int) -> bool:
    return any(row.kind in SHORT_DAYS and row.first <= day <= row.last for row in calendar.differing)
