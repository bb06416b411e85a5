"""Write the workbooks and zip files of the corpus from the text that lies beside them.

`python tests/import/corpus/build.py [FOLDER ...]`, for instance after `workbook.txt` was changed.

The text is for people. The first line names the file; then each line is a row, with cells between `|`. A cell is text,
but `30` is a number, `d:2026-09-08` a date (`d:2026-09-08:m/d` shows it so), `t:09:30` a time, `f:=SUM(B2:B4):90` a
formula with the value last seen, `'30` text that looks like a number. Lines that begin with `!` are about the sheet:
`!sheet Fall`, `!merge A1:C1`, `!fill B3 C6EFCE`, `!hide C`, `!far XFD1048576 x`.

Files of the kinds .xls (the library xlwt) and locked .xlsx (msoffcrypto-tool) are written only where those are
installed; the project does not need them.
"""

import datetime as dt
import importlib
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

HERE = Path(__file__).parent
WRITTEN = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)

Sheet = dict[str, Any]


def sheets(text: str) -> list[Sheet]:
    """Return each sheet: its name, its rows of cells, and what is said about it."""
    found: list[Sheet] = []
    for line in text.rstrip("\n").split("\n"):
        word, _, rest = line.partition(" ")
        if word == "!sheet":
            found.append({"name": rest, "rows": [], "orders": []})
        elif word.startswith("!"):
            found[-1]["orders"].append((word, rest))
        else:
            found[-1]["rows"].append([cell.strip() for cell in line.split("|")] if line.strip() else [])
    return found


def value(cell: str) -> tuple[str, Any, str]:
    """Return what kind of cell it is, its value and how it is shown."""
    if cell.startswith("d:"):
        day, _, shown = cell[2:].partition(":")
        return "date", dt.date.fromisoformat(day), shown or "m/d/yyyy"
    if cell.startswith("t:"):
        return "date", dt.time.fromisoformat(cell[2:]), "h:mm AM/PM"
    if cell.startswith("f:"):
        formula, _, last = cell[2:].rpartition(":")
        return "formula", (formula, float(last)), ""
    if cell.startswith("'"):
        return "text", cell[1:], ""
    try:
        return "number", float(cell), ""
    except ValueError:
        return "text", cell.replace("\\n", "\n"), ""


def write_xlsx(path: Path, parts: list[Sheet]) -> None:
    """Write an .xlsx file."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": WRITTEN})
        for part in parts:
            sheet = book.add_worksheet(part["name"])
            fills = dict(rest.split() for order, rest in part["orders"] if order == "!fill")
            for place, colour in fills.items():
                sheet.write_blank(place, None, book.add_format({"bg_color": f"#{colour}"}))
            for y, row in enumerate(part["rows"]):
                for x, cell in enumerate(row):
                    _write_cell(book, sheet, (y, x), cell)
            for order, rest in part["orders"]:
                if order == "!merge":
                    place = xl_cell_to_rowcol(rest.split(":")[0])
                    sheet.merge_range(rest, "", book.add_format({"align": "center"}))
                    _write_cell(book, sheet, place, part["rows"][place[0]][place[1]])
                elif order == "!hide":
                    sheet.set_column(f"{rest}:{rest}", None, None, {"hidden": True})
                elif order == "!far":
                    sheet.write_string(*rest.split(" ", 1))


def _write_cell(book: Any, sheet: Any, place: tuple[int, int], cell: str) -> None:
    if not cell:
        return
    kind, held, shown = value(cell)
    style = book.add_format({"num_format": shown}) if shown else None
    if kind == "date":
        sheet.write_datetime(*place, held, style)
    elif kind == "formula":
        sheet.write_formula(*place, held[0], style, held[1])
    elif kind == "number":
        sheet.write_number(*place, held, style)
    else:
        sheet.write_string(*place, held, style)


ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def write_ods(path: Path, parts: list[Sheet]) -> None:
    """Write an .ods file: cells of text, numbers and dates."""
    tables = "".join(
        f'<table:table table:name="{escape(part["name"])}">'
        + "".join(
            "<table:table-row>" + ("".join(map(_ods_cell, row)) or "<table:table-cell/>") + "</table:table-row>"
            for row in part["rows"]
        )
        + "</table:table>"
        for part in parts
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        f'xmlns:office="{ODS}office:1.0" xmlns:table="{ODS}table:1.0" xmlns:text="{ODS}text:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{ODS}manifest:1.0" '
        'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    _write_zip(
        path,
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        },
    )


def _ods_cell(cell: str) -> str:
    if not cell:
        return "<table:table-cell/>"
    kind, held, _ = value(cell)
    shown = f"<text:p>{escape(str(held))}</text:p>"
    if kind == "number":
        number = f"{held:g}"
        shown = f"<text:p>{number}</text:p>"
        return f'<table:table-cell office:value-type="float" office:value="{number}">{shown}</table:table-cell>'
    if kind == "date":
        return f'<table:table-cell office:value-type="date" office:date-value="{held}">{shown}</table:table-cell>'
    return f'<table:table-cell office:value-type="string">{shown}</table:table-cell>'


def write_xls(path: Path, parts: list[Sheet]) -> None:
    """Write an .xls file of old Excel, where xlwt is installed."""
    xlwt = importlib.import_module("xlwt")
    book = xlwt.Workbook()
    for part in parts:
        sheet = book.add_sheet(part["name"])
        for y, row in enumerate(part["rows"]):
            for x, cell in enumerate(row):
                if cell:
                    kind, held, shown = value(cell)
                    style = [xlwt.easyxf(num_format_str=shown)] if kind == "date" else []
                    sheet.write(y, x, held, *style)
    book.save(str(path))


def write_locked(path: Path, parts: list[Sheet]) -> None:
    """Write an .xlsx file with a password, where msoffcrypto-tool is installed."""
    office = importlib.import_module("msoffcrypto.format.ooxml")
    unlocked = path.with_suffix(".open")
    write_xlsx(unlocked, parts)
    with unlocked.open("rb") as plain, path.open("wb") as locked:
        office.OOXMLFile(plain).encrypt("made-up", locked)
    unlocked.unlink()


def _write_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in members.items():
            kept = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name, WRITTEN.timetuple()[:6]), data, kept)


def build(folder: Path) -> None:
    """Write what lies in one folder as text."""
    text = folder / "workbook.txt"
    packed = folder / "zip"
    if packed.is_dir():
        names = sorted(path.relative_to(packed).as_posix() for path in packed.rglob("*.*"))
        _write_zip(folder / "oneroster.zip", {name: (packed / name).read_bytes() for name in names})
    if text.is_file():
        name, _, rest = text.read_text(encoding="utf-8").partition("\n")
        target, *orders = name.split(" !")
        path = folder / target
        write = {".xlsx": write_xlsx, ".ods": write_ods, ".xls": write_xls}[path.suffix]
        try:
            (write_locked if "lock" in orders else write)(path, sheets(rest))
        except ModuleNotFoundError as missing:
            print(f"{folder.name} is left as it is: {missing.name} is not installed.")


if __name__ == "__main__":
    for named in [HERE / name for name in sys.argv[1:]] or sorted(path for path in HERE.iterdir() if path.is_dir()):
        build(named)
