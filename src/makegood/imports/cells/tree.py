"""Ed-Fi's records, as JSON or XML: each kind of record is a sheet, each field a column.

A field is called by its own name, whatever encloses it: `studentReference.studentUniqueId` of JSON and
`StudentReference/StudentIdentity/StudentUniqueId` of XML are both `studentUniqueId`. Of a descriptor
(`uri://ed-fi.org/TermDescriptor#Fall Semester`) only the value after # is kept: districts have namespaces of their own.
"""

import json
from collections.abc import Iterator
from typing import Any, Final
from xml.parsers import expat

from makegood.files.limits import SHEET_CELLS
from makegood.imports.cells.sheet import Cell, CellSheet
from makegood.terms.findings import Finding, Origin

_DEEPEST: Final = 40
_EACH: Final = (
    "calendarEvents", "calendarEvent", "specialEducationProgramServices", "specialEducationProgramService",
)  # fmt: skip
"""Lists of which each item says something of its own of the record: one row for each."""
_DESCRIPTOR: Final = "Descriptor"


class _UnreadableError(ValueError):
    """A file that is no list of records."""


def read_json(file: str, data: bytes) -> tuple[list[CellSheet], list[Finding]]:
    """Read a JSON file: a list of records, one record, or records by the name of their kind.

    Args:
        file: The file's name.
        data: What it holds.
    """
    try:
        whole = json.loads(data.decode("utf-8-sig"))
        return _sheets(file, list(_kinds(whole))), []
    except (ValueError, RecursionError):
        says = "This file is not JSON that holds a list of records, as Ed-Fi writes it."
        return [], [Finding("error", "unreadable_file", says, Origin(file), expected="a list of records")]


def read_xml(file: str, data: bytes) -> tuple[list[CellSheet], list[Finding]]:
    """Read an Ed-Fi interchange: the records right below its first element.

    A file with a document type is refused: with one, a few lines can grow beyond all memory.

    Args:
        file: The file's name.
        data: What it holds.
    """
    try:
        tree = _Tree()
        tree.parser.Parse(data, True)  # noqa: FBT003 - expat's own form
        return _sheets(file, tree.records), []
    except (expat.ExpatError, _UnreadableError):
        says = "This file is not XML that can be read: it is damaged, too deep, or has a document type."
        return [], [Finding("error", "unreadable_file", says, Origin(file), expected="an Ed-Fi interchange")]


def _kinds(whole: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(whole, list):
        yield from (("", record) for record in whole)
        return
    if not isinstance(whole, dict):
        raise _UnreadableError
    inner = whole.get("resources", whole)
    if isinstance(inner, dict) and inner and all(isinstance(each, dict | list) for each in inner.values()):
        nested = [each for each in inner.values() if isinstance(each, list) or "resources" in whole]
        if nested:
            for kind, records in inner.items():
                yield from ((kind, record) for record in (records if isinstance(records, list) else [records]))
            return
    yield "", whole


class _Tree:
    """Builds records of XML while it is read."""

    def __init__(self) -> None:
        self.records: list[tuple[str, Any]] = []
        self._open: list[tuple[str, dict[str, Any], list[str]]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _doctype(self, *_: object) -> None:
        raise _UnreadableError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise _UnreadableError
        own = {"ref": attributes["ref"]} if "ref" in attributes else {}
        self._open.append((name.rpartition(":")[2], dict(own), []))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1][2].append(text)

    def _end(self, _: str) -> None:
        name, fields, text = self._open.pop()
        value: Any = fields or "".join(text).strip() or None
        if len(self._open) == 1:
            self.records.append((name, fields))
        elif self._open:
            _put(self._open[-1][1], name[:1].lower() + name[1:], value)


def _put(fields: dict[str, Any], name: str, value: Any) -> None:
    if name not in fields:
        fields[name] = value
    elif isinstance(fields[name], list):
        fields[name].append(value)
    else:
        fields[name] = [fields[name], value]


def _sheets(file: str, records: list[tuple[str, Any]]) -> list[CellSheet]:
    """Return a sheet for each kind of record, in the order in which they come."""
    rows: dict[str, list[dict[str, Cell]]] = {}
    columns: dict[str, dict[str, None]] = {}
    cells = 0
    for kind, record in records:
        if not isinstance(record, dict):
            raise _UnreadableError
        for row in _rows(record):
            rows.setdefault(kind, []).append(row)
            columns.setdefault(kind, {}).update(dict.fromkeys(row))
            cells += len(row)
            if cells > SHEET_CELLS:
                raise _UnreadableError
    return [
        CellSheet(file, kind, [tuple(columns[kind]), *(tuple(map(row.get, columns[kind])) for row in found)])
        for kind, found in rows.items()
    ]


def _rows(record: dict[str, Any]) -> Iterator[dict[str, Cell]]:
    """Yield the row of a record, or one for each item of a list whose items matter by themselves."""
    name = next((each for each in _EACH if record.get(each)), None)
    if name is None:
        yield _flat(record)
        return
    items = record[name] if isinstance(record[name], list) else [record[name]]
    for item in items:
        yield _flat({**record, name: item})


def _flat(record: dict[str, Any]) -> dict[str, Cell]:
    """Return the fields of a record by their own names; of two that are called alike the one that lies less deep."""
    found: dict[str, tuple[int, Cell]] = {}
    for depth, name, value in _leaves(record, "", 0):
        if name not in found or found[name][0] > depth:
            found[name] = (depth, value)
    return {name: value for name, (_, value) in found.items()}


def _leaves(value: Any, name: str, depth: int) -> Iterator[tuple[int, str, Cell]]:
    if depth > _DEEPEST:
        raise _UnreadableError
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, str(key).rpartition(".")[2], depth + 1)
    elif isinstance(value, list):
        plain = [_plain(each) for each in value if not isinstance(each, dict | list) and each is not None]
        if plain:
            yield depth, _named(name), "; ".join(map(str, plain))
        elif len(value) == 1:
            yield from _leaves(value[0], name, depth)
    else:
        yield depth, _named(name), _plain(value)


def _named(name: str) -> str:
    """Return a field's name; XML calls a descriptor's field without that word."""
    return name.removesuffix(_DESCRIPTOR) if name != _DESCRIPTOR else name


def _plain(value: Any) -> Cell:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str):
        cell: Cell = value
        return cell
    return code_value(value).strip() or None


def code_value(text: str) -> str:
    """Return the value of a descriptor (`uri://ed-fi.org/TermDescriptor#Fall Semester`); any other text as it is."""
    return text.partition("#")[2] if text.startswith("uri://") and "#" in text else text
