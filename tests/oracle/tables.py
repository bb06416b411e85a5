"""The folder's tables as rows of text, and how a cell reads."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

Row = dict[str, str]
ONE_DAY = timedelta(days=1)


def rows_of(folder: Path, table: str) -> list[Row]:
    """Return a table's rows; none where the folder lacks the table."""
    path = folder / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def text(row: Row, column: str) -> str:
    """Return a cell's text, empty where the column is missing."""
    return (row.get(column) or "").strip()


def day(row: Row, column: str) -> date | None:
    """Return a cell's date, or None where it is blank."""
    return date.fromisoformat(text(row, column)) if text(row, column) else None


def sure_day(row: Row, column: str) -> date:
    """Return the date of a cell that is never blank."""
    return date.fromisoformat(text(row, column))


def number(row: Row, column: str, blank: int) -> int:
    """Return a cell's whole number, or `blank`."""
    return int(text(row, column)) if text(row, column) else blank


def yes(row: Row, column: str, *, blank: bool) -> bool:
    """Return a cell's yes or no, or `blank`."""
    word = text(row, column).lower()
    return word in ("yes", "true", "1") if word else blank


def days_between(first: date, last: date) -> Iterator[date]:
    """Walk over every day from first to last, both included."""
    current = first
    while current <= last:
        yield current
        current += ONE_DAY


def row_covers(row: Row, some_day: date) -> bool:
    """Tell whether a row with `date` and perhaps `until` covers a day (D3: until counts)."""
    first = sure_day(row, "date")
    return first <= some_day <= (day(row, "until") or first)


def holding_row(rows: list[Row], some_day: date, word: Callable[[Row], str]) -> Row | None:
    """Return the row that holds where several of one table tell of a day (L1).

    The one that begins last, then the shorter, then the first in the alphabet by its word.
    """
    telling = [row for row in rows if row_covers(row, some_day)]
    telling.sort(key=word)
    telling.sort(key=lambda row: (sure_day(row, "date"), -_length(row)), reverse=True)
    return telling[0] if telling else None


def _length(row: Row) -> int:
    first = sure_day(row, "date")
    return ((day(row, "until") or first) - first).days


def clock(cell: str) -> int | None:
    """Return a time of day as minutes since midnight, or None where it is blank."""
    hours, _, minutes = cell.partition(":")
    return int(hours) * 60 + int(minutes[:2]) if cell else None


def folded(cell: str) -> str:
    """Return text as it is compared: without regard to case and outer blanks (L3)."""
    return cell.strip().lower()
