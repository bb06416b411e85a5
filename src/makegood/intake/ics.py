"""Calendar files (.ics): every entry, each time it happens, as a suggestion."""

import codecs
import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from makegood.files.limits import ICS_BYTES, ICS_TITLE
from makegood.files.reading import read_bytes
from makegood.files.refusal import Refusal
from makegood.intake.calendar_rows import CalendarSuggestion
from makegood.intake.calendar_text import bare
from makegood.intake.calendar_words import sense_of
from makegood.intake.dates import EARLIEST, LATEST
from makegood.intake.ics_days import days_of
from makegood.intake.ics_lines import BROKEN, Entry, IcsFile, read_lines, without_day
from makegood.intake.ics_repeats import Occurrence, is_repeated, repeats
from makegood.terms.findings import Finding, Origin

_FIRST_MONTH: Final = 7
"""A school year is taken to begin with July where nobody says."""
_OF_ONE_KIND: Final = 10
"""So many findings of one kind are told one by one."""
_WHOLE_YEAR: Final = dt.timedelta(days=366)


def read_ics(
    path: Path, calendar_id: str, within: tuple[dt.date, dt.date] | None = None
) -> tuple[list[CalendarSuggestion], list[Finding]]:
    """Read a calendar file's entries.

    Entries that repeat are written out within the school year: the days that are given, else from the July before
    the first entry to the June after the last. Cancelled ones are dropped. What cannot be read is a warning with
    the number of its line, and the rest is read.

    Args:
        path: The file.
        calendar_id: The calendar that the rows are to be for.
        within: The first and last day of the school year; entries that lie outside are left out.

    Returns:
        The suggestions by date, and what was found.
    """
    data = read_bytes(path, ICS_BYTES)
    if isinstance(data, Refusal):
        return [], [data.finding(path.name)]
    text, findings = _decoded(data, path.name)
    read = read_lines(text, path.name)
    if read.refusal is not None:
        return [], [read.refusal.finding(path.name)]
    if not read.is_calendar:
        return [], [_refused(path, "is not a calendar file that can be read")]
    findings += read.findings
    found = _occurrences(read, within, path.name, findings)
    suggestions = {_key(one): one for one in (_suggestion(each, calendar_id) for each in found)}
    return [suggestions[key] for key in sorted(suggestions)], _counted(findings, path.name)


def _occurrences(
    read: IcsFile, within: tuple[dt.date, dt.date] | None, file: str, findings: list[Finding]
) -> list[Occurrence]:
    """Return every time that was not cancelled."""
    once, repeated = [], []
    for entry in read.entries:
        try:
            first, last = days_of(entry.event, read.zone)
            again = is_repeated(entry)
        except BROKEN:
            findings.append(without_day(file, entry.line))
            continue
        if last - first > _WHOLE_YEAR or not (again or EARLIEST <= first.year <= LATEST):
            says = f"This entry lasts longer than a year or lies outside {EARLIEST} to {LATEST}. It was left out."
            findings.append(Finding("warning", "bad_date", says, Origin(file, entry.line), found=f"{first} to {last}"))
        elif again:
            repeated.append(entry)
        elif str(entry.event.get("STATUS", "")).upper() != "CANCELLED":
            once.append(Occurrence(entry, first, last))
    begin, end = within or _school_years([one.first for one in once] or [_start(entry) for entry in repeated])
    written, more = repeats(repeated, (begin, end), read.zone, file)
    findings += more
    return [one for one in once + written if one.last >= begin and one.first <= end]


def _school_years(days: list[dt.date]) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the school years that these days lie in."""
    days = [day for day in days if EARLIEST <= day.year <= LATEST] or [dt.date(LATEST, 1, 1)]
    first, last = min(days), max(days)
    return (
        dt.date(first.year - (first.month < _FIRST_MONTH), _FIRST_MONTH, 1),
        dt.date(last.year + (last.month >= _FIRST_MONTH), _FIRST_MONTH, 1) - dt.timedelta(days=1),
    )


def _start(entry: Entry) -> dt.date:
    start: dt.date = entry.event["DTSTART"].dt
    return start.date() if isinstance(start, dt.datetime) else start


def _suggestion(one: Occurrence, calendar_id: str) -> CalendarSuggestion:
    event = one.entry.event
    title, description = bare(event.get("SUMMARY", "")), bare(event.get("DESCRIPTION", ""))
    weekdays = {
        (one.first + dt.timedelta(days=more)).weekday() for more in range(min(7, (one.last - one.first).days + 1))
    }
    sense = sense_of(title, list(_categories(event)), description, weekdays)
    return CalendarSuggestion(
        calendar_id,
        one.first,
        one.last if one.last > one.first else None,
        sense.kind,
        "ask" if one.entry.damaged and sense.verdict == "clear" else sense.verdict,
        sense,
        _short(title),
        _short(description),
    )


def _short(text: str) -> str:
    return text if len(text) <= ICS_TITLE else f"{text[:ICS_TITLE]}..."


def _categories(event: Any) -> Iterable[str]:
    given = event.get("CATEGORIES", [])
    for each in given if isinstance(given, list) else [given]:
        for category in getattr(each, "cats", [each]):
            yield bare(category)


def _key(one: CalendarSuggestion) -> tuple[dt.date, dt.date, str]:
    return one.date, one.until or one.date, one.label


def _decoded(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """Return a file's text: UTF-8, or what older programs write, with a warning."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig").replace("\0", ""), []
    except UnicodeDecodeError:
        says = "The file is not UTF-8. It was read as Windows-1252; please look whether accented letters are right."
        found = Finding("warning", "encoding", says, Origin(file), expected="UTF-8")
        return data.decode("cp1252", errors="replace").replace("\0", ""), [found]


def _refused(path: Path, why: str) -> Finding:
    return Finding("error", "bad_calendar", f"The file {why}.", Origin(path.name), expected="an .ics file")


def _counted(findings: list[Finding], file: str) -> list[Finding]:
    """Return the findings, of each kind the first ones, and how many more there are."""
    told: list[Finding] = []
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += 1
        if counts[finding.code] <= _OF_ONE_KIND:
            told.append(finding)
    for code, number in counts.items():
        if number > _OF_ONE_KIND:
            says = f"{number - _OF_ONE_KIND:,} more lines or entries are like this."
            told.append(Finding("warning", code, says, Origin(file)))
    return told
