"""Writing: a new row, or a new version of one. A cell is written only if it can be read."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from makegood.intake.doubt import Doubt
from makegood.intake.values import cell_reader
from makegood.intake.written import written
from makegood.records import RECORDED_AT
from makegood.terms.findings import Finding, Origin, errors
from makegood.web.clock import as_cell, now
from makegood.web.records.models import MODELS, TABLE_OF, Entry
from makegood.web.records.touched import touch

Cells = Mapping[str, str | None]
"""The cells of a row by column, as a person would type them; what is not given is blank."""


class NotWrittenError(ValueError):
    """A row that cannot be written, because it could not be read afterwards.

    Attributes:
        findings: Why.
    """

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the findings."""
        super().__init__(f"{len(findings)} error(s)")
        self.findings = findings


def add(table: str, cells: Cells, *, by: str, posted: str | None = None) -> Entry:
    """Write a new row.

    Args:
        table: Which table.
        cells: Its cells.
        by: Who writes it: a person's ref.
        posted: The form that writes it.

    Raises:
        NotWrittenError: If a cell cannot be read, or a needed one is blank.
        IntegrityError: If the row's id is taken, or this form has written already.
    """
    moment = now()
    with transaction.atomic():
        return _insert(table, _with_moment(cells, moment), entered_at=moment, entered_by=by, posted=posted)


def change(old: Entry, cells: Cells, *, by: str, why: str | None, posted: str | None = None) -> Entry:
    """Write a new version of a row: the cells that are given take the place of the old ones.

    Raises:
        NotWrittenError: If a cell cannot be read.
        IntegrityError: If somebody else has replaced this version meanwhile.
    """
    moment = now()
    table = old._meta.db_table
    kept = _cells(old)
    with transaction.atomic():
        # Where the new version is about another child, this one's account changes too.
        touch(table, kept)
        return _insert(
            table, _with_moment({**kept, **cells}, moment), ref=old.ref, replaces=old, entered_at=moment,
            entered_by=by, entered_why=why, posted=posted,
        )  # fmt: skip


def withdraw(old: Entry, *, by: str, why: str) -> Entry:
    """Write that a row no longer holds; it and its versions stay on record."""
    with transaction.atomic():
        return _insert(
            old._meta.db_table, _cells(old), ref=old.ref, replaces=old, entered_at=now(), entered_by=by,
            entered_why=why, withdrawn=True,
        )  # fmt: skip


def _cells(row: Entry) -> Cells:
    return {name: getattr(row, name) for name in TABLE_OF[row._meta.db_table].columns()}


def _insert(table: str, cells: Cells, **about: Any) -> Entry:
    texts = readable(table, cells)
    touch(table, texts)
    return MODELS[table]._default_manager.create(**about, **texts)


def _with_moment(cells: Cells, moment: dt.datetime) -> dict[str, str | None]:
    """Return cells with the moment of writing, as the clock in the district shows it."""
    return {**cells, RECORDED_AT: as_cell(moment)}


def readable(table: str, cells: Cells) -> dict[str, str | None]:
    """Return cells in the form in which they are kept.

    Raises:
        NotWrittenError: If a cell cannot be read, or a needed one is blank.
    """
    specs = TABLE_OF[table].columns()
    found: list[Finding] = []
    kept: dict[str, str | None] = {}
    for name, cell in cells.items():
        spec = specs[name]
        value = cell_reader(spec)(cell or "")
        origin = Origin(table, None, name)
        if isinstance(value, Doubt):
            found.append(Finding(value.level, value.code, value.says, origin, expected=value.expected))
            value = value.value
        kept[name] = written(spec.kind, value)
    needed = [name for name, spec in specs.items() if spec.needed and kept.get(name) is None]
    found += [Finding("error", "blank_cell", "This must not be blank.", Origin(table, None, name)) for name in needed]
    if errors(found):
        raise NotWrittenError(errors(found))
    return kept
