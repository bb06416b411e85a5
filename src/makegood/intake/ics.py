"""Calendar files (.ics): every entry, each occurrence, as a suggestion."""

import datetime as dt
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import icalendar
import recurring_ical_events

from makegood.intake.calendar_rows import CalendarSuggestion
from makegood.intake.calendar_words import sense_of
from makegood.intake.dates import EARLIEST, LATEST
from makegood.terms.findings import Finding, Origin

LARGEST: Final = 5_000_000
"""A school's calendar has fewer bytes than this."""
_AHEAD: Final = dt.timedelta(days=400)
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_BROKEN: Final = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)


def read_ics(path: Path, calendar_id: str) -> tuple[list[CalendarSuggestion], list[Finding]]:
    """Read a calendar file's entries.

    Entries that repeat are written out up to 400 days after the last first day in the file.
    Cancelled ones are dropped. The end of an all-day entry is the day after its last (RFC 5545,
    3.6.1), which is turned into the last day itself.

    Args:
        path: The file.
        calendar_id: The calendar that the rows are to be for.

    Returns:
        The suggestions by date, and what was found.
    """
    try:
        if path.stat().st_size > LARGEST:
            return [], [_refused(path, f"is larger than {LARGEST:,} bytes")]
        data = path.read_bytes()
    except OSError as problem:
        return [], [_refused(path, f"could not be opened: {problem.strerror}")]
    try:
        calendar = icalendar.Calendar.from_ical(data)
        findings = list(_leave_out_endless(path, calendar))
        suggestions = [_suggestion(event, calendar_id) for event in _occurrences(calendar)]
    except _BROKEN:
        return [], [_refused(path, "is not a calendar file that can be read")]
    suggestions = [one for one in suggestions if EARLIEST <= one.date.year <= LATEST]
    return sorted(suggestions, key=lambda one: (one.date, one.until or one.date, one.label)), findings


def _refused(path: Path, why: str) -> Finding:
    return Finding("error", "bad_calendar", f"{path.name} {why}.", Origin(path.name), expected="an .ics file")


def _leave_out_endless(path: Path, calendar: Any) -> Iterator[Finding]:
    """Take out entries that repeat more often than daily: no school day does."""
    for event in [e for e in calendar.subcomponents if e.name == "VEVENT"]:
        rule = event.get("RRULE")
        rules = rule if isinstance(rule, list) else [rule] if rule else []
        if any(str(often).upper() in _TOO_OFTEN for one in rules for often in one.get("FREQ", [])):
            calendar.subcomponents.remove(event)
            says = f"{path.name} has an entry that repeats more often than daily. It was left out."
            yield Finding("warning", "repeats_too_often", says, Origin(path.name))


def _occurrences(calendar: Any) -> list[Any]:
    """Return every occurrence that was not cancelled."""
    starts = [_day(event.start) for event in calendar.walk("VEVENT") if event.get("DTSTART")]
    starts = [day for day in starts if EARLIEST <= day.year <= LATEST]
    if not starts:
        return []
    occurrences = recurring_ical_events.of(calendar).between(min(starts), max(starts) + _AHEAD)
    return [event for event in occurrences if str(event.get("STATUS", "")).upper() != "CANCELLED"]


def _suggestion(event: Any, calendar_id: str) -> CalendarSuggestion:
    first, last = _days(event)
    title = _text(event.get("SUMMARY", ""))
    sense = sense_of(title, _text(event.get("DESCRIPTION", "")))
    return CalendarSuggestion(
        calendar_id,
        first,
        last if last > first else None,
        sense.kind,
        sense.meaning,
        sense.words,
        "clear" if sense.clear else "ask",
        sense.scope,
        title,
    )


def _days(event: Any) -> tuple[dt.date, dt.date]:
    """Return an entry's first and last day. An end at midnight, like a date, is exclusive."""
    start, end = event.start, event.end
    first = _day(start)
    if isinstance(end, dt.datetime):
        last = _day(end - dt.timedelta(microseconds=1)) if end > start else first
    else:
        last = end - dt.timedelta(days=1)
    return first, max(first, last)


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _text(value: Any) -> str:
    """Return a text without HTML, addresses and doubled blanks."""
    bare = re.sub(r"<[^>]*>", " ", html.unescape(str(value)))
    return " ".join(re.sub(r"\b(?:https?|webcal)://\S+", " ", bare).split())
