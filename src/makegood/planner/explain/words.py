"""Days, times and people in the sentences of a plan. No pupil's name is known here."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from makegood.planner.explain.minutes import spans_of
from makegood.terms.clock import clock as time_of_day

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FEW: Final = 3


def day(date: dt.date) -> str:
    """Return a date such as "March 19"."""
    return f"{_MONTHS[date.month - 1]} {date.day}"


def dated(date: dt.date) -> str:
    """Return a date such as "Tue, March 19"."""
    return f"{_WEEKDAYS[date.weekday()]}, {day(date)}"


def clock(start: int, end: int) -> str:
    """Return a span such as "13:00-13:30"."""
    return "-".join(map(time_of_day, (start, end)))


def hours(weekday: int, start: int, end: int) -> str:
    """Return hours of the week such as "Mon 13:00-13:30"."""
    return f"{_WEEKDAYS[weekday]} {clock(start, end)}"


def listed(parts: Sequence[str], joint: str = "and", more: str = "others") -> str:
    """Return a few parts as a list in a sentence, such as "P01, P02 and 4 others"."""
    if len(parts) > _FEW:
        parts = [*parts[: _FEW - 1], f"{len(parts) - _FEW + 1} {more}"]
    return f" {joint} ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""


def have(people: Sequence[str]) -> str:
    """Return "has" for one, else "have"."""
    return "has" if len(people) == 1 else "have"


def plain(word: str) -> str:
    """Return a word of the tables as people write it: `occupational therapy`."""
    return word.replace("_", " ").strip()


def part_of(some: int, whole: int) -> str:
    """Return how many of a number: "none", "all" or the number."""
    return "none" if not some else "all" if some == whole else f"{some:,}"


def minutes(number: int) -> str:
    """Return minutes, such as "1,440 minutes"."""
    return "1 minute" if number == 1 else f"{number:,} minutes"


def week(days: Iterable[tuple[dt.date, int]]) -> str:
    """Return when minutes of dates lie in the week, such as "Mon 13:00-13:30 and Tue 10:00-10:30"."""
    spans = {(date.weekday(), *span) for date, bits in days for span in spans_of(bits)}
    return listed([hours(*span) for span in sorted(spans)], more="other times")
