"""A zip of CSV files, as OneRoster has it: each file is a sheet. Nothing is unpacked onto the disk."""

import io
import zipfile
from pathlib import PurePosixPath
from typing import Final

from makegood.files.limits import CSV_BYTES
from makegood.imports.cells.sheet import Cell, CellSheet, text_of
from makegood.imports.cells.text import read_text
from makegood.terms.findings import Finding, Origin, errors

_FILES: Final = 60
_PRIVATE: Final = frozenset({"password", "sms", "phone", "username"})
"""Columns that are dropped before anybody sees them."""
_NOT_OPENED: Final = frozenset({"demographics", "userprofiles", "manifest"})
"""Files of OneRoster of which nothing is needed: race, passwords, lists of files."""


def read_archive(file: str, data: bytes) -> tuple[list[CellSheet], list[Finding]]:
    """Read the CSV files of a zip; those of OneRoster that hold what is not needed are not opened.

    Args:
        file: The zip's name.
        data: What it holds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _read(file, packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        # A password is a RuntimeError, and a method of packing that is not known a NotImplementedError.
        return [], [_refused(file, "This .zip file is damaged, or has a password, and was not read.")]
    except Exception as failure:
        if type(failure).__module__ not in {"zlib", "lzma", "bz2"}:
            raise
        return [], [_refused(file, "This .zip file is damaged, and was not read.")]


def _read(file: str, packed: zipfile.ZipFile) -> tuple[list[CellSheet], list[Finding]]:
    infos = [info for info in packed.infolist() if PurePosixPath(info.filename).suffix.lower() == ".csv"]
    if len(infos) > _FILES or sum(info.file_size for info in infos) > CSV_BYTES:
        return [], [_refused(file, "This .zip file holds more than is read.")]
    sheets: list[CellSheet] = []
    findings: list[Finding] = []
    room = CSV_BYTES
    for info in infos:
        name = PurePosixPath(info.filename).stem
        if name.casefold() in _NOT_OPENED or name.startswith("."):
            continue
        with packed.open(info) as one:
            text = one.read(room + 1)
        room -= len(text)
        if room < 0:
            # What a zip says of its sizes may be a lie.
            return [], [_refused(file, "This .zip file holds more than is read.")]
        read, found = read_text(f"{name}.csv", text)
        findings += found
        if errors(found):
            return [], findings
        sheets += [CellSheet(file, name, _without_private(sheet.rows)) for sheet in read if sheet.rows]
    if not sheets and not findings:
        findings.append(_refused(file, "This .zip file holds no .csv files."))
    return _with_schools(sheets), findings


def _without_private(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    places = {place for place, cell in enumerate(rows[0]) if text_of(cell).casefold() in _PRIVATE}
    if not places:
        return rows
    return [tuple(cell for place, cell in enumerate(cells) if place not in places) for cells in rows]


def _with_schools(sheets: list[CellSheet]) -> list[CellSheet]:
    """Return the sheets with names of schools where OneRoster has only their ids, and students apart from others."""
    named = {sheet.name.casefold(): sheet for sheet in sheets}
    orgs, users = named.get("orgs"), named.get("users")
    if users is None:
        return sheets
    names = {row["sourcedid"]: row.get("name", "") for row in _dicts(orgs)} if orgs else {}
    roles: dict[str, set[str]] = {}
    for row in _dicts(named["roles"]) if "roles" in named else ():
        roles.setdefault(row.get("usersourcedid", ""), set()).add(row.get("role", "").casefold())
    head = [text_of(cell).casefold() for cell in users.rows[0]]
    kept: list[tuple[Cell, ...]] = [(*users.rows[0], "school name", "role of user")]
    width = len(head)
    for cells, row in zip(users.rows[1:], _dicts(users), strict=True):
        org = (row.get("primaryorgsourcedid") or row.get("orgsourcedids", "")).split(",")
        school = names.get(org[0].strip(), "") if len(org) == 1 else ""
        role = row.get("role", "").casefold() or ", ".join(sorted(roles.get(row.get("sourcedid", ""), ())))
        if row.get("status", "").casefold() == "tobedeleted" or role not in {"student", ""}:
            # A row that is left out keeps its number, so that places in the file stay right.
            kept.append(())
            continue
        kept.append((*cells, *([None] * (width - len(cells))), school or None, role or None))
    students = CellSheet(users.file, users.name, kept)
    return [students if sheet is users else sheet for sheet in sheets]


def _dicts(sheet: CellSheet) -> list[dict[str, str]]:
    head = [text_of(cell).casefold() for cell in sheet.rows[0]]
    return [dict(zip(head, map(text_of, cells), strict=False)) for cells in sheet.rows[1:]]


def _refused(file: str, says: str) -> Finding:
    return Finding("error", "unreadable_file", says, Origin(file), expected="a .zip of .csv files, such as OneRoster")
