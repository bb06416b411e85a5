"""Suggested calendar rows: written for a person to confirm, and compared by date."""

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from makegood.files.writing import write_new
from makegood.intake.calendar_words import Sense, Verdict
from makegood.terms.findings import Finding

COLUMNS: Final = ("calendar_id", "date", "kind", "until", "label", "grades", "confirm", "why")
"""The table's own columns; then the answer (yes or no) and what led to the suggestion."""
_SHOWN: Final = 5
"""So many words are quoted of an entry."""


@dataclass(frozen=True, slots=True)
class CalendarSuggestion:
    """What an entry of a calendar file suggests.

    Attributes:
        calendar_id: The calendar that it is for.
        date: Its first day.
        until: Its last day if there are several, else None. Inclusive.
        kind: The suggested `calendar.kind`, or None: a person must say.
        verdict: `clear` or `ask` (look twice) for a row; `named` or `left_out` for none.
        sense: The words that led to it.
        label: What the calendar calls it.
        description: What else the calendar says of it.
    """

    calendar_id: str
    date: dt.date
    until: dt.date | None
    kind: str | None
    verdict: Verdict
    sense: Sense
    label: str
    description: str = ""

    @property
    def is_row(self) -> bool:
        """Whether it becomes a row to confirm."""
        return self.verdict in {"clear", "ask"}


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A day on which two versions of a calendar differ.

    Attributes:
        date: The day.
        before: The kinds of day that it was; empty for an ordinary day.
        after: The kinds of day that it is now.
    """

    date: dt.date
    before: tuple[str, ...]
    after: tuple[str, ...]


def calendar_rows(suggestions: Iterable[CalendarSuggestion]) -> list[dict[str, str]]:
    """Return rows of `calendar.csv` for a person to confirm; entries that only inform are left out.

    `confirm` is blank. A row counts once a person has written yes there; no leaves it out. `grades` holds `?` where
    an entry is for some only and does not say for which grades: the person writes them, or empties the cell.
    """
    return [
        {
            "calendar_id": one.calendar_id,
            "date": one.date.isoformat(),
            "kind": one.kind or "",
            "until": one.until.isoformat() if one.until else "",
            "label": _harmless(one.label),
            "grades": ";".join(one.sense.grades),
            "confirm": "",
            "why": _harmless(_why(one)),
        }
        for one in suggestions
        if one.is_row
    ]


def write_calendar_csv(suggestions: Iterable[CalendarSuggestion], out: Path) -> list[Finding]:
    """Write the rows to a new file; an existing one is never overwritten."""

    def write(path: Path) -> None:
        # The mark at the start lets Excel see that the file is UTF-8.
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(calendar_rows(suggestions))

    return write_new(out, write)


def calendar_changes(old: Iterable[CalendarSuggestion], new: Iterable[CalendarSuggestion]) -> list[CalendarChange]:
    """Return the days that differ, by date: an entry's title or number may change without meaning."""
    before, after = _by_day(old), _by_day(new)
    return [
        CalendarChange(day, tuple(sorted(before[day])), tuple(sorted(after[day])))
        for day in sorted(before.keys() | after.keys())
        if before[day] != after[day]
    ]


def _by_day(suggestions: Iterable[CalendarSuggestion]) -> defaultdict[dt.date, set[str]]:
    days: defaultdict[dt.date, set[str]] = defaultdict(set)
    for one in suggestions:
        if not one.is_row:
            continue
        for number in range(one.date.toordinal(), (one.until or one.date).toordinal() + 1):
            days[dt.date.fromordinal(number)].add(one.kind or "unclear")
    return days


def _why(one: CalendarSuggestion) -> str:
    sense = one.sense
    parts = [f"says {_quoted(sense.words)}"]
    if one.verdict == "ask":
        parts.append("please look twice")
    if one.kind is None:
        parts.append("write what kind of day it is")
    if sense.for_some:
        parts.append(f"not for everyone? {_quoted(sense.for_some)}: look at grades")
    if sense.unread:
        parts.append(f"words that were not read: {_quoted(sense.unread)}; is it for everyone?")
    if one.description:
        parts.append(f"the calendar adds '{one.description}'")
    return "; ".join(parts)


def _quoted(words: Iterable[str]) -> str:
    shown = [f"'{word}'" for word in dict.fromkeys(words)]
    return ", ".join(shown[:_SHOWN]) + (" ..." if len(shown) > _SHOWN else "")


def _harmless(text: str) -> str:
    """Keep a text from outside from being taken for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
