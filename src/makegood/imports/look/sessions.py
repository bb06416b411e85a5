"""The column of days that makes a table a log, whatever its heading: found by its cells."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from makegood.imports.cells import Cell, CellSheet, text_of
from makegood.imports.look.cells import SAMPLE, are, are_names, are_numbers, sample
from makegood.imports.look.look import Column
from makegood.imports.values.dates import written_day
from makegood.imports.words import bare, phrase_outcomes

_STUDENT: Final = ("student_id", "student_name", "first_name", "last_name")
_OF_SESSION: Final = frozenset({"minutes_delivered", "hours_delivered", "code", "reason", "time", "start_time"})
_YEARS: Final = 2
"""The days of a school year are in so many years."""
_FEWEST: Final = 2


def with_day(sheet: CellSheet, columns: Sequence[Column], first: int, last: int) -> tuple[Column, ...] | None:
    """Return the columns with the one that holds the days of sessions; None if no cells show that there is one.

    The rows of a log say of one student and service what became of it on many days of a year: the lines of an IEP,
    and what a list says of a student, are there once.

    Args:
        sheet: The sheet.
        columns: Its columns, with what their headings mean; none of them is the day of a session.
        first: The first row below the headings.
        last: The last row of the table.
    """
    cells = {column.place: sample(sheet, column.place, first, last) for column in columns}
    says_outcome = any(_say_outcome(each) for each in cells.values())
    if not says_outcome and not any(column.meaning in _OF_SESSION for column in columns):
        return None
    keys = _keys(columns, cells)
    if not keys:
        return None
    # `Start` over the days of sessions is a day only where words say what became of them.
    takes = (None, "start") if says_outcome and all(column.meaning != "end" for column in columns) else (None,)
    # The lines of an IEP that was changed within the year are there twice.
    most = _FEWEST if says_outcome else _FEWEST + 1
    rows = range(first, min(last, first + SAMPLE) + 1)
    for column in sorted(columns, key=lambda each: each.meaning is not None):
        if column.meaning in takes and are(cells[column.place], "day") and _many_days(sheet, column, keys, rows, most):
            return said_to_be_day(columns, column)
    return None


def first_day(sheet: CellSheet, columns: Sequence[Column], first: int, last: int) -> tuple[Column, ...] | None:
    """Return the columns of what a person says is a log, with the first column of days that nothing else reads."""
    for column in columns:
        if column.meaning in {None, "start", "day"} and are(sample(sheet, column.place, first, last), "day"):
            return said_to_be_day(columns, column)
    return None


def said_to_be_day(columns: Sequence[Column], day: Column) -> tuple[Column, ...]:
    """Return the columns, one of them being the day of the session."""
    return tuple(replace(each, meaning="date", how="cells") if each is day else each for each in columns)


def _say_outcome(cells: Sequence[Cell]) -> bool:
    """Return whether most cells say that a session was held, or why it was missed."""
    words = [cell for cell in cells if isinstance(cell, str)]
    said = sum(bool(phrase_outcomes(word).keys() - {"no_row"}) for word in words)
    return said >= _FEWEST and said * 2 > len(words)


def _keys(columns: Sequence[Column], cells: dict[int, list[Cell]]) -> list[int]:
    """Return the places that together say whose session of which service a row is; none if no student is named."""
    named = [column.place for column in columns if column.meaning in _STUDENT]
    if not named:
        unread = (column.place for column in columns if column.meaning is None)
        named = [place for place in unread if are_numbers(cells[place]) or are_names(cells[place])][:1]
    return [*named, *(column.place for column in columns if column.meaning == "service_type")] if named else []


def _many_days(sheet: CellSheet, column: Column, keys: Sequence[int], rows: range, fewest: int) -> bool:
    """Return whether most rows are of a student and service that have so many days, all of one school year."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    years: set[int] = set()
    for row in rows:
        day = written_day(sheet.cell(row, column.place), numbers=True)
        whose = bare(" ".join(text_of(sheet.cell(row, place)) for place in keys))
        if day is None or not whose:
            continue
        days[whose].append(text_of(sheet.cell(row, column.place)))
        if day.year is not None:
            years.add(day.year)
    several = sum(len(each) for each in days.values() if len(set(each)) >= fewest)
    return len(years) <= _YEARS and several > 0 and several * 2 > sum(map(len, days.values()))
