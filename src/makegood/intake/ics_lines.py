"""The lines of a calendar file: its entries, each with its line number. A line that is broken breaks nothing else."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import icalendar
from icalendar.timezone import tzp

from makegood.files.limits import ICS_ENTRIES, ICS_FACTS
from makegood.files.refusal import Refusal
from makegood.terms.findings import Finding, Origin

BROKEN: Final = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError, OSError)
"""What the calendar libraries raise on what they cannot read; OSError where a zone is named like a folder of zones."""
_LINE: Final = re.compile(r"([A-Za-z0-9-]+)[;:]")
_READ: Final = frozenset(
    {
        *("UID", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "CATEGORIES", "DTSTART", "DTEND", "DURATION"),
        *("RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"),
    }
)
_WORDS: Final = frozenset({"SUMMARY", "DESCRIPTION"})
_OF_A_LINE: Final = 20
"""A line takes as long as so many characters of it."""
_DATES: Final = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
_LINES: Final = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Entry:
    """An entry of a calendar file.

    Attributes:
        line: The number of its first line.
        event: What the library read of it.
        damaged: Whether a line of its dates could not be read.
    """

    line: int
    event: Any
    damaged: bool = False


@dataclass(slots=True)
class IcsFile:
    """What the lines of a calendar file hold.

    Attributes:
        entries: Its entries, in order.
        zone: The time zone it names, or None.
        findings: The lines that were left out.
        is_calendar: Whether it begins as a calendar file does.
        refusal: Why it is not read to its end, or None.
    """

    entries: list[Entry] = field(default_factory=list)
    zone: Any = None
    findings: list[Finding] = field(default_factory=list)
    is_calendar: bool = False
    refusal: Refusal | None = None


def read_lines(text: str, file: str) -> IcsFile:
    """Read a calendar file's text; each line that cannot be read is a warning with its number."""
    reader = _Reader(file)
    for number, line in _unfolded(text):
        reader.take(number, line)
        reader.found.refusal = reader.too_much()
        if reader.found.refusal is not None:
            return reader.found
    reader.close_entry(whole=False)
    for entry in reader.closed:
        reader.found.entries += _entry(entry, file, reader.found.findings)
    reader.found.findings.sort(key=lambda finding: finding.row or 0)
    reader.found.zone = _zone(reader.zones)
    return reader.found


@dataclass(slots=True)
class _Reader:
    """What was read up to a line: the entry that is open, and the parts that are open within it or outside."""

    file: str
    found: IcsFile = field(default_factory=IcsFile)
    zones: list[str] = field(default_factory=list)
    entry: list[tuple[int, str]] = field(default_factory=list)
    closed: list[list[tuple[int, str]]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    facts: int = 0
    begun: int = 0

    def too_much(self) -> Refusal | None:
        """Return why no more lines are taken in, or None."""
        if self.begun > ICS_ENTRIES:
            return Refusal("file_too_large", f"This file has more than {ICS_ENTRIES:,} entries.", "less")
        if self.facts > ICS_FACTS:
            says = f"This file has more than {ICS_FACTS:,} characters of dates, rules and ids."
            return Refusal("file_too_large", says, "less")
        return None

    def take(self, number: int, line: str) -> None:
        """Take in one line."""
        match = _LINE.match(line)
        if match is None:
            self.found.findings.append(_left_out(self.file, number))
            return
        name, value = match.group(1).upper(), line.partition(":")[2].strip()
        if name == "BEGIN":
            self._begin(number, value.upper())
        elif name == "END":
            self._end(value.upper())
        elif self.entry and not self.within and name in _READ:
            self.entry.append((number, line))
            self.facts += _OF_A_LINE + (0 if name in _WORDS else len(line))
        elif name == "X-WR-TIMEZONE":
            self.zones = [value]
        elif name == "TZID" and self.within[-1:] == ["VTIMEZONE"] and not self.zones:
            self.zones.append(value)

    def _begin(self, number: int, part: str) -> None:
        if part == "VEVENT":
            self.close_entry(whole=False)
            self.begun += 1
            self.entry, self.within = [(number, part)], []
            return
        self.found.is_calendar |= part == "VCALENDAR"
        self.within.append(part)

    def _end(self, part: str) -> None:
        if part == "VEVENT":
            self.close_entry(whole=True)
        else:
            self.within = self.within[:-1]

    def close_entry(self, *, whole: bool) -> None:
        """Put the open entry, if there is one, to the others; all are read when the lines are not too many."""
        if self.entry and not whole:
            says = "This entry has no last line (END:VEVENT). What it has was read."
            self.found.findings.append(
                Finding("warning", "entry_without_end", says, Origin(self.file, self.entry[0][0]))
            )
        self.closed.append(self.entry)
        self.entry = []


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers; a line that begins with a blank goes on with the one before."""
    parts: list[str] = []
    first = 0
    for number, line in enumerate(_LINES.split(text), 1):
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if "".join(parts).strip():
            yield first, "".join(parts)
        parts, first = [line], number
    if "".join(parts).strip():
        yield first, "".join(parts)


def _entry(lines: list[tuple[int, str]], file: str, findings: list[Finding]) -> list[Entry]:
    """Return the entry of these lines, without those that cannot be read; none if it has no day."""
    if not lines:
        return []
    begin, *content = lines
    broken: list[tuple[int, str]] = []
    event = _event(line for _, line in content)
    if event is None or event.errors:
        broken = [each for each in content if not _can_be_read(each[1])]
        numbers = {number for number, _ in broken}
        event = _event(line for number, line in content if number not in numbers)
    findings.extend(_left_out(file, number) for number, _ in broken)
    if event is not None and isinstance(getattr(event.get("DTSTART"), "dt", None), dt.date):
        return [Entry(begin[0], event, damaged=any(_name(line) in _DATES for _, line in broken))]
    if not any(_name(line) == "DTSTART" for _, line in broken):
        findings.append(without_day(file, begin[0]))
    return []


def without_day(file: str, line: int) -> Finding:
    """Return the finding that an entry has no day."""
    says = "This entry has no day that can be read. It was left out."
    return Finding("warning", "entry_without_day", says, Origin(file, line))


def _can_be_read(line: str) -> bool:
    event = _event([line])
    return event is not None and not event.errors


def _event(lines: Iterable[str]) -> Any:
    try:
        return icalendar.Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
    except BROKEN:
        return None


def _name(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0].upper()


def _zone(names: list[str]) -> Any:
    """Return the zone that the file names for itself, else the only one that it describes."""
    for name in names[:1]:
        try:
            return tzp.timezone(name)
        except BROKEN:
            return None
    return None


def _left_out(file: str, line: int) -> Finding:
    says = "This line of the calendar file cannot be read and was left out."
    return Finding("warning", "bad_line", says, Origin(file, line))
