"""Made-up files of the kinds that people have, and an import of them."""

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from makegood.imports.finish import finish
from makegood.imports.loaded import load
from makegood.imports.read import read
from makegood.imports.result import Import
from makegood.terms.findings import errors

LOG = """\
Speech log 2026-27,,,,,
Date,Student,Svc,Min,Code,Note
9/8/26,"Tompkins, Lee",SLP,30,held,
9/10/26,"Tompkins, Lee",SLP,,student absent,
9/15/26,"Tompkins, Lee",SLP,20,held,fire drill
9/8/26,Ana Example,SLP,30,held,
9/15/26,Ana Example,SLP,,therapist out,
9/17/26,Ana Example,SLP,30,make-up,for 9/15
Total,,,110,,
"""
CASELOAD = """\
Student,Service,Frequency,Start Date,End Date
Lee Tompkins,Speech,2 x 30 min weekly,8/24/2026,6/4/2027
Ana Example,Speech,1 x 30 min weekly,8/24/2026,6/4/2027
"""
DAYS = "dates: {first_day: 2026-08-24, last_day: 2027-06-04}\n"


def written(folder: Path, name: str, text: str) -> Path:
    """Write a text file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def book(
    path: Path, sheets: dict[str, list[list[Any]]], *, merged: dict[str, list[tuple[Any, ...]]] | None = None
) -> Path:
    """Write a workbook: rows of cells for each sheet, days as days."""
    made = xlsxwriter.Workbook(path)
    day = made.add_format({"num_format": "m/d/yyyy"})
    for name, rows in sheets.items():
        sheet = made.add_worksheet(name)
        for at, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(at, place, dt.datetime.combine(cell, dt.time()), day)
                elif cell is not None:
                    sheet.write(at, place, cell)
        for each in (merged or {}).get(name, []):
            sheet.merge_range(*each)
    made.close()
    return path


def mapping_for(into: Path, file: str, text: str) -> None:
    """Write the mapping that a folder keeps for a file."""
    path = into / "mappings" / f"{file}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def seen(paths: list[Path], into: Path) -> Import:
    """Return what files become, with nothing written."""
    loaded = load(paths, into)
    assert not errors(loaded.findings), loaded.findings
    return read(loaded)


def imported(paths: list[Path], into: Path) -> tuple[Import, list[str]]:
    """Import files of which nothing is open, and return what was written."""
    made = seen(paths, into)
    assert not made.questions, [(question.kind, question.of) for question in made.questions]
    files, found = finish(made)
    assert not errors(found), [finding.line() for finding in errors(found)]
    return made, files


def told(made: Import) -> list[tuple[str, str | None, str | None, int | None]]:
    """Return each session as student, day, meaning and minutes."""
    return [
        (s.student.shown, s.date.isoformat() if s.date else None, s.meaning, s.minutes) for s in made.drafts.sessions
    ]


def asked(made: Import) -> list[tuple[str, str]]:
    """Return what is asked: each question's kind and what it is about."""
    return [(question.kind, question.of) for question in made.questions]
