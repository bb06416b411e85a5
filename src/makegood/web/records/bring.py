"""Bringing a folder or a workbook into the database, whole or not at all."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction

from makegood.answers.known_words import KNOWN_WORDS
from makegood.files.limits import PACK_BYTES, PACKS
from makegood.files.reading import list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.intake.confirmed import keep_confirmed
from makegood.intake.dates import DateOrder
from makegood.intake.read import read_folder_report, sheets_of
from makegood.intake.table import read_columns
from makegood.intake.written import written
from makegood.records import RECORDED_AT
from makegood.terms.findings import Finding
from makegood.web.clock import as_cell, now
from makegood.web.records.ids import new_ref
from makegood.web.records.models import KEYS, MODELS, TABLE_OF, Batch, Policy
from makegood.web.records.touched import SHARED, bump
from makegood.web.records.versions import holding

Row = tuple[str | None, ...]
"""The cells of a row, in the order of its table's columns."""
_COLUMNS: Final = {name: tuple(table.columns()) for name, table in TABLE_OF.items()}
_AT: Final = {name: columns.index(RECORDED_AT) for name, columns in _COLUMNS.items()}
"""The place of the moment since when a row is on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of bringing records in.

    Attributes:
        batch: What was written; None if nothing was.
        new: How many rows of each table were new.
        same: How many rows of each table were on record already, word for word.
        different: The keys of rows that are on record otherwise. Nothing is written while there is one.
        findings: What was found in the records; with an error nothing is written.
    """

    batch: Batch | None
    new: Counter[str]
    same: Counter[str]
    different: list[tuple[str, str]]
    findings: list[Finding]


def bring(path: Path, *, by: str, named: str, as_of: dt.date, dates: DateOrder = "iso") -> Brought:
    """Read a folder or workbook, check it, and write what is new.

    Args:
        path: The folder or workbook.
        by: Who brings it: a person's ref.
        named: What people call it. It may be shown, so it is no path.
        as_of: The day, for the checks.
        dates: How slashed dates are meant.
    """
    report = read_folder_report(path, as_of=as_of, dates=dates, more=KNOWN_WORDS)
    if report.records is None:
        return Brought(batch=None, new=Counter(), same=Counter(), different=[], findings=report.findings)
    rows = {table: list(found) for table, found in _tables(path, dates)}
    packs = _packs(report.records.policies)
    with transaction.atomic():
        return _write(rows, packs, by, named, report.findings)


def _write(rows: dict[str, list[Row]], packs: dict[str, str], by: str, named: str, findings: list[Finding]) -> Brought:
    moment = now()
    filled = any(model._default_manager.exists() for model in MODELS.values())
    since = as_cell(moment) if filled else None
    new: dict[str, list[Row]] = {}
    same: Counter[str] = Counter()
    different: list[tuple[str, str]] = []
    for table, brought in rows.items():
        there = _there(table) if filled else {}
        new[table] = []
        for row in brought:
            known = there.get(_key(table, row))
            if known is None:
                new[table].append(_since(table, row, row[_AT[table]] or since))
            elif _since(table, known, None) == _since(table, row, None):
                same[table] += 1
            else:
                different.append((table, _key(table, row)))
    if different:
        return Brought(batch=None, new=Counter(), same=same, different=different, findings=findings)
    sums = Counter({table: len(each) for table, each in new.items() if each})
    batch = Batch.objects.create(brought_at=moment, brought_by=by, named=named, sums=dict(sums))
    about: dict[str, Any] = {"entered_at": moment, "entered_by": by, "batch": batch.number}
    for table, each in new.items():
        _insert(table, each, about)
    for name, text in packs.items():
        old = holding(Policy).filter(name=name).first()
        if old is None or getattr(old, "text", None) != text:
            Policy.objects.create(name=name, text=text, replaces=old, **({"ref": old.ref} if old else {}), **about)
    bump([SHARED])
    return Brought(batch=batch, new=sums, same=same, different=[], findings=findings)


def _insert(table: str, rows: list[Row], about: dict[str, Any]) -> None:
    """Write rows. To make an object of each takes Django several times as long as it takes SQLite to write them all."""
    given = {**about, "entered_at": connection.ops.adapt_datetimefield_value(about["entered_at"]), "withdrawn": False}
    names = ", ".join(f'"{name}"' for name in ("ref", *given, *_COLUMNS[table]))
    marks = ", ".join(["%s"] * (1 + len(given) + len(_COLUMNS[table])))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', ((new_ref(), *given.values(), *row) for row in rows)
        )


def _tables(path: Path, dates: DateOrder) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's rows as they are kept: every cell in the one form in which it is written."""
    sheets, _ = sheets_of(path)
    for sheet in sheets:
        keep_confirmed(sheet)
        specs = TABLE_OF[sheet.table].columns()
        columns, _, _ = read_columns(sheet, TABLE_OF[sheet.table], dates)
        blank = [None] * len(sheet.rows)
        texts = ([written(spec.kind, value) for value in columns.get(name, blank)] for name, spec in specs.items())
        yield sheet.table, list(zip(*texts, strict=True))


def _key(table: str, row: Row) -> str:
    """Return what a row is known by: its id, or all that it says."""
    key = KEYS[table]
    if key is not None:
        return row[_COLUMNS[table].index(key)] or ""
    return repr(_since(table, row, None))


def _there(table: str) -> dict[str, Row]:
    """Return the rows on record by what they are known by, also those that somebody took back: they stay so."""
    latest = MODELS[table]._default_manager.filter(replaced_by=None)
    return {_key(table, row): row for row in latest.values_list(*_COLUMNS[table])}


def _since(table: str, row: Row, moment: str | None) -> Row:
    """Return a row with another moment since when it is on record."""
    at = _AT[table]
    return (*row[:at], moment, *row[at + 1 :])


def _packs(folder: Path | None) -> dict[str, str]:
    """Return the district's own packs by file name. They were read and checked with the records."""
    listed = list_folder(folder) if folder is not None else []
    packs: dict[str, str] = {}
    for path in [] if isinstance(listed, Refusal) else listed:
        held = read_bytes(path, PACKS * PACK_BYTES) if path.suffix.lower() in {".yaml", ".yml"} else None
        if isinstance(held, bytes):
            packs[path.name] = held.decode("utf-8-sig")
    return packs
