"""Which parents have allowed public insurance to be billed, since when: a file of its own beside the records."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from makegood.intake import DateOrder
from makegood.intake.csv_file import read_csv
from makegood.intake.doubt import Doubt
from makegood.intake.sheet import Sheet
from makegood.intake.values import cell_reader
from makegood.records import Column
from makegood.terms.findings import Finding, Origin, errors
from makegood.terms.formula import unguarded

TABLE: Final = "consents"
COLUMNS: Final = {
    "student_id": Column("id", "The student.", needed=True),
    "consent_date": Column("date", "The day of the written consent.", needed=True),
    "withdrawn_date": Column("date", "The day on which it was withdrawn."),
    "medicaid_id": Column("id", "The student's number at Medicaid."),
}
"""The columns of the file. A consent that was withdrawn and given again has two rows."""


class Consent(NamedTuple):
    """A parent's written consent to bill Medicaid (34 CFR 300.154(d)(2)(iv)); from `withdrawn_date` on it is over."""

    student_id: str
    consent_date: dt.date
    withdrawn_date: dt.date | None
    medicaid_id: str | None

    def holds(self, day: dt.date) -> bool:
        """Return whether the consent holds on a day."""
        return self.consent_date <= day and (self.withdrawn_date is None or day < self.withdrawn_date)


@dataclass(frozen=True, slots=True)
class Consents:
    """Every consent that is on record, by student."""

    of: dict[str, list[Consent]]

    def on(self, student_id: str, day: dt.date) -> Consent | None:
        """Return the consent that holds for a student on a day; None if none does."""
        return next((each for each in self.of.get(student_id, ()) if each.holds(day)), None)


def read_consents(path: Path, order: DateOrder) -> tuple[Consents, list[Finding]]:
    """Read a CSV file of consents.

    Args:
        path: The file, with the columns `COLUMNS`.
        order: How slashed dates are meant.

    Returns:
        The consents, and what was found; they are empty if any of it is an error.
    """
    sheet, findings = read_csv(path, TABLE)
    if sheet is None:
        return Consents({}), findings
    columns: dict[str, list[Any]] = {}
    for name, spec in COLUMNS.items():
        columns[name], found = _column(sheet, name, spec, order)
        findings += found
    if not errors(findings):
        findings += _ends_before(sheet, columns)
    of: dict[str, list[Consent]] = {}
    if not errors(findings):
        for cells in zip(*columns.values(), strict=True):
            of.setdefault(cells[0], []).append(Consent(*cells))
    return Consents(of), findings


def _column(sheet: Sheet, name: str, spec: Column, order: DateOrder) -> tuple[list[Any], list[Finding]]:
    places = [place for place, header in enumerate(sheet.header) if header.casefold().replace(" ", "_") == name]
    if not places and not spec.needed:
        return [None] * len(sheet.rows), []
    if len(places) != 1:
        says = f"There must be one column '{name}'. It holds: {spec.says}"
        return [], [
            Finding("error", "missing_column", says, Origin(TABLE, sheet.head, name), expected="one such column")
        ]
    read, values, findings = cell_reader(spec, order), [], []
    for row, cell in zip(sheet.rows, sheet.columns[places[0]], strict=True):
        value, origin, refused = read(unguarded(cell)), Origin(TABLE, row, name), False
        if isinstance(value, Doubt):
            findings.append(Finding(value.level, value.code, value.says, origin, expected=value.expected))
            value, refused = value.value, value.level == "error"
        if value is None and spec.needed and not refused:
            findings.append(Finding("error", "blank_cell", f"This must not be blank. It holds: {spec.says}", origin))
        values.append(value)
    return values, findings


def _ends_before(sheet: Sheet, columns: dict[str, list[Any]]) -> Iterator[Finding]:
    for row, start, end in zip(sheet.rows, columns["consent_date"], columns["withdrawn_date"], strict=True):
        if end is not None and end < start:
            origin = Origin(TABLE, row, "withdrawn_date")
            yield Finding(
                "error",
                "ends_before",
                "This consent ends before it begins.",
                origin,
                expected="a day after consent_date",
            )
