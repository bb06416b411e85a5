"""Cells of a workbook that are not text: numbers, dates and times, read as the column means them."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from makegood.intake.dates import date_cell
from makegood.intake.doubt import Doubt
from makegood.records import Column

_AS_TEXT: Final = "the same, typed as text (format the cell as Text first)"
_MINUTE: Final = 60


def typed_reader(spec: Column, read: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return the function that reads a workbook's cell.

    Spreadsheets turn what they take for numbers, dates and times into these. In columns that hold
    text that is damage, and what was typed can be told only sometimes: so it is said, not mended.

    Args:
        spec: The column.
        read: How the column reads text.
    """

    def cell_of(cell: Any) -> Any:
        if cell is None or isinstance(cell, str):
            return read(cell or "")
        if isinstance(cell, bool):
            return read("yes" if cell else "no")
        if isinstance(cell, int | float):
            return _number(cell, spec, read)
        return _moment(cell, spec)

    return cell_of


def _moment(cell: Any, spec: Column) -> Any:
    """Read a date or time, which is right in some columns and damage in the others."""
    if spec.kind == "date":
        return date_cell(cell)
    if spec.kind == "moment":
        return cell if isinstance(cell, dt.datetime) and cell.time() != dt.time() else date_cell(cell)
    if spec.kind == "time":
        return _time_of_day(cell)
    return _damaged(cell)


def _number(cell: float, spec: Column, read: Callable[[str], Any]) -> Any:
    """Read a number; an id that became one may have lost its leading zeros."""
    whole = float(cell).is_integer()
    text = str(int(cell)) if whole else repr(float(cell))
    if spec.kind in ("id", "ids"):
        if not whole:
            says = "This id was stored as a number with decimals."
            return Doubt("id_as_number", says, _AS_TEXT)
        says = f"This id was stored as a number and read as {text}; leading zeros may have been lost."
        value = read(text)
        return value if isinstance(value, Doubt) else Doubt("id_as_number", says, _AS_TEXT, "warning", value)
    if spec.kind in ("date", "moment"):
        return date_cell(cell)
    return read(text)


def _time_of_day(cell: Any) -> Any:
    if isinstance(cell, dt.time) and not cell.second and not cell.microsecond:
        return cell.hour * _MINUTE + cell.minute
    return Doubt("bad_time", "This is not a time of day.", "a time as HH:MM, such as 09:30")


def _damaged(cell: Any) -> Doubt:
    """Say what a spreadsheet made of a text, and what was likely typed."""
    if isinstance(cell, dt.datetime):
        likely = f"{cell:%H:%M:%S}".lstrip("0")
        kind = "a date and time"
    elif isinstance(cell, dt.date):
        likely = f"{cell.month}-{cell.day}"
        kind = "a date"
    else:
        likely = _clock(cell)
        kind = "a time"
    says = (
        f"The spreadsheet turned this into {kind}. What was typed was likely '{likely}'. Please type it again as text."
    )
    return Doubt("excel_damage", says, _AS_TEXT)


def _clock(cell: dt.time | dt.timedelta) -> str:
    """Return what was likely typed for a time: 02:30:01 was 2:30:1, and 01:01:00 was 1:1."""
    if isinstance(cell, dt.timedelta):
        seconds = round(cell.total_seconds())
    else:
        seconds = (cell.hour * _MINUTE + cell.minute) * _MINUTE + cell.second
        seconds += round(cell.microsecond / 1_000_000)
    minutes, second = divmod(seconds, _MINUTE)
    hour, minute = divmod(minutes, _MINUTE)
    return f"{hour}:{minute}:{second}" if second else f"{hour}:{minute}"
