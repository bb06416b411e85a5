"""Looking at a sheet: which shape it has."""

from dataclasses import replace
from typing import Final

from makegood.imports.cells import Cell, CellSheet, text_of
from makegood.imports.look.across import students_across
from makegood.imports.look.cells import are, are_names, sample
from makegood.imports.look.columns import PROMISES, settle
from makegood.imports.look.grid import grid_blocks
from makegood.imports.look.headings import best_heading_row, columns_by_heading, columns_of_two
from makegood.imports.look.look import Block, Column, Look, Shape
from makegood.imports.look.sessions import with_day
from makegood.imports.look.titles import (
    child_in_title,
    key_of,
    school_year_of,
    service_in_title,
    services_in,
    titles_of,
)
from makegood.imports.values.lines import dated_line
from makegood.imports.values.named import month_named
from makegood.imports.words import bare, common, heading_of, service_of
from makegood.intake.calendar_words import sense_of

_FEWEST: Final = 2
"""This many known headings make a row the headings of a table."""
_OUTCOME: Final = frozenset(
    {"minutes_delivered", "code", "reason", "start_time", "time", "kind", "makeup_for", "note", "delivery"}
)
_DATED: Final = 0.4
"""Lines are notes or a calendar if so large a share of them has a day."""
_THERAPY: Final = frozenset(
    ("speech", "therapy", "session", "therapist", "slp", "ot", "pt", "terapia", "sesion", "terapeuta", "habla",
     "counseling", "mr", "mrs", "ms")
)  # fmt: skip
_STUDENT: Final = frozenset({"student_name", "last_name", "first_name", "student_id"})


def look_at(sheet: CellSheet) -> Look:  # noqa: PLR0911 - one return for each kind reads best
    """Return what a sheet is; `unknown` if nothing tells."""
    if _is_key(sheet):
        return Look(sheet, "key", key=key_of(sheet, whole=True))
    blocks = grid_blocks(sheet, month_of(sheet))
    if blocks:
        return _around(sheet, "grid", blocks)
    row, score = best_heading_row(sheet)
    across = students_across(sheet)
    if across and not _names_day_and_student(sheet, row):
        return _around(sheet, "grid", (across,))
    if score >= _FEWEST:
        row, found = columns_of_two(sheet, row) or (row, columns_by_heading(sheet, row))
        columns = settle(sheet, found, row + 1, len(sheet.rows))
        shape = _shape(columns)
        if shape in {"caseload", "unknown"} and (dated := with_day(sheet, columns, row + 1, len(sheet.rows))):
            columns = settle(sheet, _dated(found, dated), row + 1, len(sheet.rows))
            shape = _shape(columns)
        if shape != "unknown":
            return _around(sheet, shape, (Block(row, len(sheet.rows), columns),))
    bare_columns = _by_cells(sheet)
    shape = _shape(bare_columns)
    if shape in {"log", "calendar"}:
        return replace(_around(sheet, shape, (Block(0, len(sheet.rows), bare_columns),)), sure=False)
    lines = _lines(sheet)
    if lines:
        shape = "calendar" if _are_calendar(lines) else "notes"
        return _around(sheet, shape, (Block(0, len(sheet.rows), (Column(0, "", "note", "cells"),)),))
    if score >= _FEWEST:
        return _around(sheet, "unknown", (Block(row, len(sheet.rows), columns),))
    return _around(sheet, "unknown", ())


def _dated(found: tuple[Column, ...], dated: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return the columns as their headings say, but for the one that holds the days: what it is settles others."""
    return tuple(new if new.meaning == "date" else old for old, new in zip(found, dated, strict=True))


def _names_day_and_student(sheet: CellSheet, row: int) -> bool:
    """Return whether a row has headings for the day and for the student, as a log's has."""
    known = {heading_of(cell) for cell in sheet.rows[row - 1] if isinstance(cell, str)} if row else set()
    return bool(known & {"date", "week"}) and bool(known & _STUDENT)


def _around(sheet: CellSheet, shape: Shape, blocks: tuple[Block, ...]) -> Look:
    above = blocks[0].heading_row if blocks and blocks[0].heading_row else 1
    if shape == "notes":
        above = next((at for at, cells in enumerate(sheet.rows, start=1) if _begins_with_day(cells)), 1)
    titles = titles_of(sheet, above)
    if shape == "notes" and "student_name" not in titles and (child := child_in_title(sheet, above)):
        titles["student_name"] = child
    if "service_type" not in titles:
        service = (
            service_in_title(sheet, above)
            or _service_over_names(blocks)
            or _service_in_lines(sheet)
            or _service_at_head(blocks)
        )
        if service:
            titles["service_type"] = service
    return Look(sheet, shape, blocks, titles, key_of(sheet, blocks), school_year_of(sheet, above))


def _begins_with_day(cells: tuple[Cell, ...]) -> bool:
    line = dated_line(" ".join(text_of(cell) for cell in cells if cell is not None))
    return line is not None and bool(line.words)


def _service_in_lines(sheet: CellSheet) -> str | None:
    """Return the one type of service that lines of words name, such as `All speech, group of 2` below a grid."""
    lines = [cells[0] for cells in sheet.rows if sum(cell is not None for cell in cells) == 1 and cells[0]]
    found = {named for line in lines if isinstance(line, str) and " " in line for named in services_in(line)}
    return found.pop() if len(found) == 1 and not sheet.whole_lines else None


def _service_over_names(blocks: tuple[Block, ...]) -> str | None:
    """Return the one type of service that the heading over the names of a grid names, such as `Speech 2026-27`."""
    heads = [column.heading for block in blocks for column in block.columns if block.days and column.meaning is None]
    found = {named for head in heads for named in services_in(head)}
    return found.pop() if len(found) == 1 else None


def _service_at_head(blocks: tuple[Block, ...]) -> str | None:
    """Return the type of service that is written above the days of a grid whose columns are students."""
    columns = blocks[0].columns if blocks else ()
    if not any(column.meaning == "one_student" for column in columns):
        return None
    head = next((column.heading for column in columns if column.meaning in {"date", "week"}), "")
    return service_of(head) if head else None


def _shape(columns: tuple[Column, ...]) -> Shape:  # noqa: PLR0911 - one return for each kind reads best
    """Return what a table is by the meanings of its columns."""
    meanings = {column.meaning for column in columns if column.meaning}
    if meanings & {"date", "week"}:
        if "label" in meanings and not meanings & (_STUDENT | {"minutes_delivered"}):
            return "calendar"
        if meanings & _OUTCOME or meanings & _STUDENT:
            return "log"
        return "unknown"
    if meanings & _STUDENT and (meanings & PROMISES or "service_type" in meanings):
        return "caseload"
    if meanings & {"start"} and "label" in meanings and not meanings & _STUDENT:
        return "calendar"
    if meanings & _STUDENT and len(meanings) > 1:
        return "caseload"
    return "unknown"


def _is_key(sheet: CellSheet) -> bool:
    """Return whether a sheet is only a key to codes."""
    if common(sheet.name, "keys"):
        return True
    filled = [[cell for cell in cells if cell is not None] for cells in sheet.rows]
    rows = [cells for cells in filled if cells]
    short = sum(len(cells) == 2 and len(text_of(cells[0])) <= 6 and isinstance(cells[1], str) for cells in rows)  # noqa: PLR2004
    head = bool(rows) and any(common(text_of(cell), "keys") for cell in rows[0])
    return head and short >= len(rows) - 2 >= 1


def _by_cells(sheet: CellSheet) -> tuple[Column, ...]:
    """Return the columns of a table without headings by what their cells look like."""
    columns: list[Column] = []
    taken: set[str] = set()
    for place in range(sheet.width if not sheet.whole_lines else 0):
        cells = sample(sheet, place, 1, len(sheet.rows))
        meaning = next(
            (name for name, kind in _KINDS if name not in taken and cells and are(cells, kind)),
            "student_name" if "student_name" not in taken and are_names(cells) else None,
        )
        if meaning:
            taken.add(meaning)
        columns.append(Column(place, "", meaning, "cells"))
    return tuple(columns)


_KINDS: Final = (
    ("date", "day"),
    ("time", "stretch"),
    ("minutes_delivered", "minutes"),
    ("start_time", "time"),
    ("delivery", "delivery"),
)


def _lines(sheet: CellSheet) -> list[str]:
    """Return what the lines of a sheet say of their days, where enough of them have one: `10/13 no speech`."""
    filled = [[text_of(cell) for cell in cells if cell is not None] for cells in sheet.rows]
    texts = [" ".join(cells) for cells in filled if cells]
    read = [line.words for text in texts if (line := dated_line(text)) and line.words]
    return read if len(read) >= max(1, len(texts) * _DATED) else []


def _are_calendar(lines: list[str]) -> bool:
    """Return whether lines are titles of a school calendar."""
    named = sum(
        sense_of(line).verdict in {"clear", "ask"} or common(line, "first_day", "last_day") is not None
        for line in lines
    )
    therapy = sum(bool(_THERAPY & set(bare(line).split())) for line in lines)
    return named >= len(lines) * 0.6 and therapy * 5 <= len(lines)


def month_of(sheet: CellSheet) -> tuple[int, int | None] | None:
    """Return the one month that the sheet's name or its first rows name."""
    texts = [sheet.name, *(text_of(cell) for cells in sheet.rows[:6] for cell in cells if isinstance(cell, str))]
    found = [month for month in map(_month_in, texts) if month]
    return found[0] if len({month for month, _ in found}) == 1 else None


def _month_in(text: str) -> tuple[int, int | None] | None:
    whole = month_named(text)
    if whole:
        return whole
    words = bare(text).split()
    named = [month for word in words if len(word) > 3 and (month := month_named(word))]  # noqa: PLR2004 - not "mar"
    year = next((int(word) for word in words if len(word) == 4 and word.startswith("20") and word.isdigit()), None)  # noqa: PLR2004
    return (named[0][0], year) if len(named) == 1 else None
