"""Columns that are not read although their cells look like something that an account needs: these are asked about."""

from collections.abc import Sequence
from typing import Final

from makegood.imports.cells import Cell, text_of
from makegood.imports.look.cells import are, are_names, are_numbers, sample
from makegood.imports.look.columns import MOST_SESSIONS, PROMISES
from makegood.imports.look.look import Block, Column, Look
from makegood.imports.look.meanings import NOT_READ, is_read
from makegood.imports.words import bare

_NAMES: Final = ("student_name", "first_name", "last_name")
_NUMBER: Final = frozenset({"no", "number", "nr"})
"""Headings of the numbers of rows, or of people."""
_MINUTES: Final = ("session_minutes", "minutes_per_week", "minutes_per_month", "sessions", NOT_READ)
_HOW_MANY: Final = frozenset({"sessions", "per"})
_HOUR: Final = 60


def needed(look: Look, block: Block) -> list[tuple[Column, tuple[str, ...]]]:
    """Return the columns that nothing reads and that look needed, each with what it may hold, the likeliest first."""
    meanings = {column.meaning for column in block.columns}
    found = []
    for column in block.columns:
        if column.how == "mapping" or not column.heading or is_read(look.shape, column.meaning):
            continue
        cells = sample(look.sheet, column.place, block.heading_row + 1, block.last_row)
        likely = _may_hold(look, block, column, cells, meanings) if cells else ()
        if likely:
            found.append((column, likely))
    return found


def _may_hold(  # noqa: PLR0911 - one return for each kind reads best
    look: Look, block: Block, column: Column, cells: Sequence[Cell], meanings: set[str | None]
) -> tuple[str, ...]:
    if not meanings & PROMISES and are(cells, "mandate"):
        return "mandate", NOT_READ
    known = column.meaning in {"ignore", "total"}
    unnumbered = "student_id" not in meanings and (not known or bare(column.heading) in _NUMBER)
    if unnumbered and are_numbers(cells) and _one_each(look, block, column):
        return "student_id", *(("code", "note") if look.shape == "log" else ()), NOT_READ
    if known or look.shape == "grid":
        return ()
    if are_names(cells) and "provider" not in meanings:
        names = () if meanings & set(_NAMES) else ("student_name",)
        return *names, "provider", *(() if "school" in meanings else ("school",)), NOT_READ
    if look.shape != "caseload":
        return ()
    if are(cells, "day") and not are(cells, "minutes") and not {"start", "end"} <= meanings:
        return *(each for each in ("start", "end", "date_of_birth") if each not in meanings), NOT_READ
    # How many sessions there are says nothing of how long each is.
    return _MINUTES if not meanings & (PROMISES - _HOW_MANY) and _are_lengths(cells) else ()


def _one_each(look: Look, block: Block, column: Column) -> bool:
    """Return whether every student that is named in several rows has one number in them."""
    places = [place for name in _NAMES if (place := block.place(name)) is not None]
    if not places:
        return True
    numbers: dict[str, set[str]] = {}
    for row in block.below:
        name = bare(" ".join(text_of(look.sheet.cell(row, place)) for place in places))
        number = look.sheet.cell(row, column.place)
        if name and number is not None:
            numbers.setdefault(name, set()).add(text_of(number))
    return sum(len(each) == 1 for each in numbers.values()) * 10 >= len(numbers) * 9


def _are_lengths(cells: Sequence[Cell]) -> bool:
    """Return whether cells are numbers such as 30 and 60, which may be minutes of a session or of a period."""
    whole = [int(text) for text in map(text_of, cells) if text.isdecimal()]
    long = [number for number in whole if MOST_SESSIONS <= number <= 8 * _HOUR and number % 5 == 0]
    return len(long) * 5 >= len(cells) * 4
