"""What columns mean where the heading alone does not say: settled by their cells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from makegood.imports.cells import Cell, CellSheet
from makegood.imports.look.cells import are, are_names, are_numbers, sample
from makegood.imports.look.look import Column
from makegood.imports.words import bare, service_of

INITIALS: Final = "initials"
"""A heading that does not say whose they are: the student's, or of who gave the session."""
_INITIALS: Final = frozenset({INITIALS, "student initials"})
PROMISES: Final = frozenset(
    {
        "mandate",
        "sessions",
        "per",
        "session_minutes",
        "minutes_per_week",
        "minutes_per_month",
        "minutes_per_year",
        "minutes_per_period",
    }
)
MOST_SESSIONS: Final = 20
"""More sessions than this are no frequency of a day, week or month."""


def settle(sheet: CellSheet, columns: Sequence[Column], first: int, last: int) -> tuple[Column, ...]:
    """Return the columns with the meanings that their cells allow.

    Args:
        sheet: The sheet.
        columns: The columns with what their headings mean.
        first: The first row below the headings.
        last: The last row of the table.
    """
    meanings = {column.meaning for column in columns}
    settled = []
    named = sum(column.meaning == "student_name" for column in columns)
    for column in columns:
        if named > 1 and bare(column.heading) in _INITIALS:
            # Beside the name, the initials tell nothing more.
            settled.append(replace(column, meaning="ignore"))
            continue
        rule = _RULES.get(column.meaning or "")
        meaning = rule(sample(sheet, column.place, first, last), meanings) if rule else column.meaning
        settled.append(replace(column, meaning=meaning))
    return tuple(settled)


def _state_id(_: list[Cell], meanings: set[str | None]) -> str | None:
    """A state's number says who it is where a table has no other number of its students."""
    return "ignore" if "student_id" in meanings else "student_id"


def _start(cells: list[Cell], _: set[str | None]) -> str | None:
    return "start" if are(cells, "day") and not are(cells, "time") else "start_time"


def _end(cells: list[Cell], _: set[str | None]) -> str | None:
    return "end" if are(cells, "day") and not are(cells, "time") else "end_time"


def _start_day(cells: list[Cell], _: set[str | None]) -> str | None:
    return "start_time" if are(cells, "time") else "start"


def _end_day(cells: list[Cell], _: set[str | None]) -> str | None:
    return "end_time" if are(cells, "time") else "end"


def _time(cells: list[Cell], _: set[str | None]) -> str | None:
    if are(cells, "stretch"):
        return "time"
    if are(cells, "time"):
        return "start_time"
    return "duration" if are(cells, "minutes") else None


def _day(cells: list[Cell], meanings: set[str | None]) -> str | None:
    if are(cells, "weekday"):
        return "weekday"
    return "date" if are(cells, "day") and "date" not in meanings else None


def _setting(cells: list[Cell], _: set[str | None]) -> str | None:
    return "delivery" if are(cells, "delivery") else "setting"


def _group(cells: list[Cell], _: set[str | None]) -> str | None:
    return "delivery" if are(cells, "delivery") else "group"


def _delivery(cells: list[Cell], _: set[str | None]) -> str | None:
    return "delivery" if are(cells, "delivery") or not cells else None


def _duration(cells: list[Cell], meanings: set[str | None]) -> str | None:
    if meanings & PROMISES:
        return "mandate" if are(cells, "mandate") else "session_minutes"
    return None if "minutes_delivered" in meanings else "minutes_delivered"


def _mandate(cells: list[Cell], _: set[str | None]) -> str | None:
    whole = [int(str(cell)) for cell in cells if not isinstance(cell, bool) and str(cell).isdecimal()]
    if not cells or len(whole) < len(cells):
        return "mandate"
    # 60 are minutes of a period that the column does not name: it is asked.
    return "sessions" if max(whole) <= MOST_SESSIONS else None


def _code(cells: list[Cell], meanings: set[str | None]) -> str | None:
    """Numbers such as P-103 say who it is, and not what became of a session."""
    return None if "student_id" not in meanings and are_numbers(cells) else "code"


def _reason(cells: list[Cell], _: set[str | None]) -> str | None:
    return None if cells and (are(cells, "minutes") or are(cells, "day")) else "reason"


def _kind(cells: list[Cell], _: set[str | None]) -> str | None:
    return "delivery" if cells and are(cells, "delivery") else "kind"


def _service(cells: list[Cell], _: set[str | None]) -> str | None:
    return "mandate" if cells and are(cells, "mandate") else "service_type"


def _who(cells: list[Cell], meanings: set[str | None]) -> str | None:
    if not are_names(cells):
        return "who"
    if not meanings & {"student_name", "first_name", "last_name"}:
        return "student_name"
    return "provider" if "provider" not in meanings else "who"


def _label(cells: list[Cell], meanings: set[str | None]) -> str | None:
    services = sum(isinstance(cell, str) and service_of(cell) is not None for cell in cells)
    return "service_type" if cells and services * 5 >= len(cells) * 4 and "service_type" not in meanings else "label"


def _of_period(meaning: str) -> Callable[[list[Cell], set[str | None]], str | None]:
    def rule(cells: list[Cell], _: set[str | None]) -> str | None:
        # The names of a grid may be under such a heading, which is then its title.
        words = sum(isinstance(cell, str) and not any(map(str.isdigit, cell)) for cell in cells)
        return None if cells and words * 2 > len(cells) else meaning

    return rule


def _minutes(cells: list[Cell], meanings: set[str | None]) -> str | None:
    """Minutes beside a frequency and no day are those of the promise."""
    if meanings & {"date", "week", "code", "reason"}:
        return "minutes_delivered"
    if are(cells, "mandate"):
        return "mandate"
    return "session_minutes" if meanings & {"sessions", "per", "mandate"} else "minutes_delivered"


_RULES: Final[dict[str, Callable[[list[Cell], set[str | None]], str | None]]] = {
    "state_id": _state_id,
    "start_time": _start,
    "end_time": _end,
    "start": _start_day,
    "end": _end_day,
    "time": _time,
    "day": _day,
    "setting": _setting,
    "group": _group,
    "delivery": _delivery,
    "duration": _duration,
    "mandate": _mandate,
    "reason": _reason,
    "kind": _kind,
    "code": _code,
    "who": _who,
    "service_type": _service,
    "label": _label,
    "minutes_per_week": _of_period("minutes_per_week"),
    "minutes_per_month": _of_period("minutes_per_month"),
    "minutes_per_year": _of_period("minutes_per_year"),
    "minutes_delivered": _minutes,
}
