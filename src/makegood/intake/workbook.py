"""A workbook (.xlsx): each sheet is a table."""

from pathlib import Path
from typing import Final

from makegood.files.workbook import Workbook
from makegood.intake.aliases import nearest_table, table_of
from makegood.intake.sheet import Sheet, lay_out
from makegood.terms.echo import echo
from makegood.terms.findings import Finding, Origin
from makegood.terms.visible import visible

GUIDE: Final = "start here"
"""The template's sheet that explains the others."""


def read_workbook(path: Path) -> tuple[list[Sheet], list[Finding]]:
    """Read a workbook's sheets.

    Args:
        path: The workbook.

    Returns:
        The sheets that are tables of ours, and what was found. A formula that was never worked out
        is a blank cell.
    """
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    with Workbook(path) as book:
        if book.refusal:
            return [], [book.refusal.finding(path.name)]
        for place, name in enumerate(book.names, start=1):
            table = table_of(name)
            if table is None:
                if name.casefold() != GUIDE:
                    findings.append(_unknown_sheet(name, place))
                continue
            sheet, more = lay_out(f"sheet '{visible(name)}'", table.NAME, book.rows(name), typed=True)
            if book.refusal and not book.alive:
                # What was read before says nothing about why.
                return [], [book.refusal.finding(table.NAME)]
            if book.refusal:
                findings.append(book.refusal.finding(table.NAME))
                continue
            findings += more
            if sheet:
                sheets.append(sheet)
    return sheets, findings


def _unknown_sheet(name: str, place: int) -> Finding:
    """Say that a sheet is not used: by its place if its name may be a person's."""
    near = nearest_table(name)
    hint = f" Did you mean '{near}'?" if near else ""
    says = f"This sheet is not one of the tables and is not used.{hint}"
    return Finding("warning", "unknown_table", says, Origin(name if near else echo(name) or f"sheet {place}"))
