"""The process that reads a workbook: what ends it, such as an abort or a lack of memory, ends nothing else.

It is asked on standard input, a line of JSON for each sheet, and answers on standard output in lines of JSON: first
the sheets' names and which are hidden, then for each sheet lists of rows and a last line that says that it is whole,
or why it is not. Dates, times and lengths of time are objects with one key.

Asked for `looks`, it says what a sheet shows besides its cells, such as colors: `sheet_looks`.

Records are kept in .xlsx alone. Asked for `any` kind, it reads .xls, .xlsb and .ods too.
"""

import datetime as dt
import gc
import io
import json
import posixpath
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from makegood.files.limits import (
    CELL_CHARACTERS,
    SHEET_CELLS,
    SHEET_CHARACTERS,
    WORKBOOK_BYTES,
    WORKBOOK_MEMORY,
    WORKBOOK_PARTS,
    WORKBOOK_RATIO,
    WORKBOOK_SECONDS,
    WORKBOOK_UNPACKED,
)
from makegood.files.process import limit_itself
from makegood.files.reading import read_bytes
from makegood.files.refusal import Refusal
from makegood.files.sheet_extent import refuse_extent
from makegood.files.sheet_looks import looks_of

_PIECE: Final = 1 << 22
_LARGE_PART: Final = 10_000_000
_ROWS_CELLS: Final = 20_000
_ROWS_CHARACTERS: Final = 1_000_000
_BOOK: Final = "xl/workbook.xml"
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""What .xls files, and .xlsx files with a password, begin with."""
_LINKS: Final = "xl/_rels/workbook.xml.rels"
_DAMAGED: Final = Refusal("unreadable_file", "This file could not be opened as a workbook.", "an .xlsx file")
_PASSWORD: Final = Refusal(
    "password",
    "This workbook is locked with a password. Open it, save a copy without one, and use the copy.",
    "a workbook without a password",
)
_Answer = dict[str, Any] | list[list[Any]]
_DAMAGED_ANY: Final = replace(_DAMAGED, expected="a workbook as a spreadsheet program saves it")
_AS_SAVED: Final = "a sheet as a spreadsheet program saves it"
_SHEET_DAMAGED: Final = Refusal("unreadable_file", "This sheet could not be read.", _AS_SAVED)


def main() -> None:
    """Answer for the workbook that the command names, until nothing is asked any more."""
    limit_itself(memory=WORKBOOK_MEMORY, seconds=WORKBOOK_SECONDS)
    gc.disable()  # Cells hold no circles, and looking for some takes a third of the time.
    refused, book, places, packed = _open(Path(sys.argv[1]), any_kind="any" in sys.argv[2:])
    if refused is not None:
        _answer({"refused": _told(refused)})
        return
    about = book.sheets_metadata
    hidden = [each.name for each in about if each.visible != SheetVisibleEnum.Visible]
    charts = [each.name for each in about if each.typ != SheetTypeEnum.WorkSheet]
    _answer({"names": list(book.sheet_names), "hidden": hidden, "charts": charts})
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if isinstance(asked, dict):
            _answer({"looks": _looks(asked["looks"], places, packed)})
            continue
        for answer in _sheet(book, asked, places, packed):
            _answer(answer)


def _open(path: Path, *, any_kind: bool) -> tuple[Refusal | None, Any, dict[str, str], zipfile.ZipFile | None]:
    """Return the workbook, where its sheets lie in it and, of an .xlsx, the file as a .zip; or why it is not opened."""
    data = read_bytes(path, WORKBOOK_BYTES)
    if isinstance(data, Refusal):
        return data, None, {}, None
    try:
        if any_kind and data.startswith(_OLD):
            return None, CalamineWorkbook.from_filelike(io.BytesIO(data)), {}, None
        packed = zipfile.ZipFile(io.BytesIO(data))
        is_xlsx = _BOOK in packed.NameToInfo
        refused = _refuse_parts(packed) if is_xlsx or any_kind else _DAMAGED
        if refused is not None:
            return refused, None, {}, None
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return None, book, _places(packed) if is_xlsx else {}, packed if is_xlsx else None
    except PasswordError:
        return _PASSWORD, None, {}, None
    except (KeyboardInterrupt, MemoryError):
        raise
    except BaseException:  # noqa: BLE001 - the library's own panic is no Exception
        return _DAMAGED_ANY if any_kind else _DAMAGED, None, {}, None


def _refuse_parts(packed: zipfile.ZipFile) -> Refusal | None:
    """Return why a file's parts are not read, told before any of them is; and read whether they are whole."""
    parts = packed.infolist()
    if len(parts) > WORKBOOK_PARTS:
        return Refusal("too_many_parts", f"This file has more than {WORKBOOK_PARTS:,} parts.", "a workbook")
    if sum(part.file_size for part in parts) > WORKBOOK_UNPACKED:
        says = f"This file has more than {WORKBOOK_UNPACKED:,} bytes when it is unpacked, which is more than is read."
        return Refusal("file_too_large", says, "less")
    if any(part.file_size > _LARGE_PART and part.file_size > part.compress_size * WORKBOOK_RATIO for part in parts):
        says = f"A part of this file is more than {WORKBOOK_RATIO} times as large when it is unpacked."
        return Refusal("file_too_large", says, "a workbook as a spreadsheet program saves it")
    for part in parts:
        cells = 0
        for piece in _pieces(packed, part.filename):
            cells += max(piece.count(b"<c "), piece.count(b"<si"))
            if cells > SHEET_CELLS:
                says = f"A sheet of this file has more than {SHEET_CELLS:,} cells, which is more than is read."
                return Refusal("too_many_cells", says, "less")
    return None


def _pieces(packed: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part of the file; BadZipFile if it is not what it says that it is."""
    with packed.open(name) as file:
        while piece := file.read(_PIECE):
            yield piece


def _places(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return the part that holds each sheet, by its name."""
    links = ET.fromstring(packed.read(_LINKS))  # noqa: S314 - this process has limits of its own
    target = {link.get("Id"): link.get("Target", "") for link in links}
    places = {}
    for each in ET.fromstring(packed.read(_BOOK)).iter():  # noqa: S314 - the same
        if each.tag.endswith("}sheet"):
            id_ = next((value for key, value in each.items() if key.endswith("}id")), None)
            place = posixpath.normpath(posixpath.join("/xl", target.get(id_, ""))).lstrip("/")
            places[each.get("name", "")] = place
    return places


def _looks(name: str, places: dict[str, str], packed: zipfile.ZipFile | None) -> dict[str, Any]:
    """Return what a sheet shows besides its cells; nothing where the format is another or it cannot be read."""
    if packed is None or places.get(name) not in packed.NameToInfo:
        return {}
    try:
        return looks_of(packed, places[name])
    except (ET.ParseError, ValueError, KeyError, zipfile.BadZipFile, zlib.error):
        return {}


def _sheet(book: Any, name: str, places: dict[str, str], packed: zipfile.ZipFile | None) -> Iterator[_Answer]:
    """Yield a sheet's rows, and last that it is whole, or why not."""
    at = 0
    try:
        refused = _refuse_far(name, places, packed) if packed is not None else None
        if refused is not None:
            yield {"refused": _told(refused)}
            return
        sheet = book.get_sheet_by_name(name)
        rows: list[list[Any]] = []
        room, characters = _ROWS_CELLS, 0
        blank = [""] * (sheet.start[1] if sheet.start else 0)
        for at, cells in enumerate(sheet.iter_rows(), 1):
            texts = [len(cell) for cell in cells if type(cell) is str]
            if max(texts, default=0) > CELL_CHARACTERS:
                yield {"refused": _told(_long_cell(at))}
                return
            characters += sum(texts)
            if characters > SHEET_CHARACTERS:
                says = f"This sheet has more than {SHEET_CHARACTERS:,} characters, which is more than is read."
                yield {"refused": _told(Refusal("file_too_large", says, "less"))}
                return
            rows.append(blank + cells)
            room -= len(cells) + sum(texts) * _ROWS_CELLS // _ROWS_CHARACTERS
            if room <= 0:
                yield rows
                rows, room = [], _ROWS_CELLS
        yield rows
        yield {"whole": True}
    except (KeyboardInterrupt, GeneratorExit, MemoryError, OSError):
        raise
    except BaseException:  # noqa: BLE001 - the library's own panic is no Exception
        says = "This sheet could not be read from this row on. One of its cells holds what is no text, number or date."
        damaged = Refusal("unreadable_cell", says, row=at + 1)
        yield {"refused": _told(damaged if at else _SHEET_DAMAGED)}


def _refuse_far(name: str, places: dict[str, str], packed: zipfile.ZipFile) -> Refusal | None:
    """Return why a sheet is not read that reaches too far; one that is not found is looked for in every part."""
    parts = [places[name]] if places.get(name) in packed.NameToInfo else packed.namelist()
    found = (refuse_extent(partial(_pieces, packed, part)) for part in parts)
    return next((refused for refused in found if refused is not None), None)


def _long_cell(row: int) -> Refusal:
    says = f"A cell of this row has more than {CELL_CHARACTERS:,} characters, which is more than is read."
    return Refusal("cell_too_long", says, "less", row)


def _told(refusal: Refusal) -> dict[str, Any]:
    return {name: getattr(refusal, name) for name in Refusal.__slots__}


def _answer(answer: Any) -> None:
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=_written)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def _written(cell: Any) -> dict[str, Any]:
    """Return a cell that JSON has no form for."""
    if isinstance(cell, dt.datetime):
        return {"moment": cell.isoformat()}
    if isinstance(cell, dt.date):
        return {"date": cell.isoformat()}
    if isinstance(cell, dt.time):
        return {"time": cell.isoformat()}
    if isinstance(cell, dt.timedelta):
        return {"length": [cell.days, cell.seconds, cell.microseconds]}
    raise TypeError(type(cell).__name__)


if __name__ == "__main__":
    main()
