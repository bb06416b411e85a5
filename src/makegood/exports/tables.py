"""Records as tables again: what is written can be read, and gives the same account."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from makegood.exports.cells import cell_text
from makegood.exports.export import Export, Sheet
from makegood.exports.workbook import workbook_of
from makegood.files.limits import YAML_BYTES
from makegood.files.reading import list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.intake.mandate import read_mandate
from makegood.intake.promises import PROMISE
from makegood.records import NEEDED, TABLES, Column, Records, Services, Table

WORKBOOK: Final = "records.xlsx"
MOST_ROWS: Final = 1_048_575
"""A workbook's sheet has room for so many rows below its header."""
_PACKS: Final = (".yaml", ".yml")


def as_csv(records: Records) -> Export:
    """Return every table that has rows, and the records' own policy packs, as a folder of records."""
    sheets = {f"{name}.csv": sheet for name, sheet in _sheets(records).items()}
    return Export(sheets=sheets, files=_packs(records), for_excel=True)


def as_workbook(records: Records) -> Export:
    """Return every table that has rows as one workbook, the records' own policy packs beside it.

    Raises:
        ValueError: If a table has more rows than a sheet; the message names the table.
    """
    for table in TABLES:
        if len(records.table(table.NAME)) > MOST_ROWS:
            raise ValueError(table.NAME)
    return Export(files={WORKBOOK: workbook_of(_sheets(records)), **_packs(records)})


def _sheets(records: Records) -> dict[str, Sheet]:
    tables = [records.table(table.NAME) for table in TABLES]
    return {
        table.NAME: Sheet(tuple(table.columns()), _rows(table))
        for table in tables
        if len(table) or table.NAME in NEEDED
    }


def _rows(table: Table) -> Iterator[dict[str, str]]:
    names = list(table.columns())
    columns = [_texts(table, name, spec) for name, spec in table.columns().items()]
    return (dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True))


def _texts(table: Table, name: str, spec: Column) -> list[str]:
    values = table.values(name)
    if isinstance(table, Services) and name in PROMISE:
        return [_promise(table, at, name, spec) for at in range(len(table))]
    # Of many thousand cells most are alike. A date and its midnight are alike to a dict, so its type is part of it.
    known: dict[tuple[type, Any], str] = {}
    texts = []
    for value in values:
        key = (type(value), value)
        if key not in known:
            known[key] = cell_text(spec.kind, value)
        texts.append(known[key])
    return texts


def _promise(services: Services, place: int, name: str, spec: Column) -> str:
    """Return a cell of a promise; blank where the IEP's own words say it, since they are read again."""
    value = services.values(name)[place]
    mandate = services.mandate[place]
    if mandate is not None and _says(mandate).get(name) == value:
        return ""
    return cell_text(spec.kind, value)


@cache
def _says(mandate: str) -> dict[str, Any]:
    readings = read_mandate(mandate).readings
    if not readings:
        return {}
    says = {name: getattr(readings[0], name) for name in PROMISE}
    return says | {"sessions": None} if readings[0].total else says


def _packs(records: Records) -> dict[str, bytes]:
    """Return the records' own policy packs and their tests as they are written; unreadable ones were refused before."""
    listed = [] if records.policies is None else list_folder(records.policies)
    if isinstance(listed, Refusal):
        return {}
    read = {path.name: read_bytes(path, YAML_BYTES) for path in sorted(listed) if path.suffix in _PACKS}
    return {f"policies/{name}": data for name, data in read.items() if not isinstance(data, Refusal)}
