"""The examples go from file to account in one command each, without a question."""

import datetime as dt
from pathlib import Path

import pytest
from tests.imports.examples import BOOK, EXPORTS
from tests.imports.made import imported

from makegood.intake import read_folder
from makegood.ledger import ledger_of

FILES = [[BOOK], sorted(EXPORTS.glob("*.csv"))]


@pytest.mark.parametrize(("files", "students"), [(FILES[0], 13), (FILES[1], 9)], ids=["workbook", "exports"])
def test_an_example_becomes_an_account_without_a_question(files: list[Path], students: int, tmp_path: Path) -> None:
    imported(files, tmp_path / "into")
    records, findings = read_folder(tmp_path / "into", as_of=dt.date(2026, 11, 20))
    assert records is not None
    assert {finding.code for finding in findings} <= {"missing_without_reason"}
    assert len(records.students) == students
    assert imported(files, tmp_path / "into")[1] == []


def test_a_childs_row_of_the_workbook_comes_to_what_a_reader_of_it_counts(tmp_path: Path) -> None:
    # Kite, Amparo, Fridays from 4 September to 20 November, counted in the sheet by hand: eight cells with 40, a P that
    # is as long as the IEP says (40), and three with P 30: 12 sessions, 9 x 40 + 3 x 30 = 450 minutes.
    imported([BOOK], tmp_path / "into")
    records, _ = read_folder(tmp_path / "into")
    assert records is not None
    place = records.students.family_name.index("Kite")
    service = records.services.student_id.index(records.students.student_id[place])
    id_ = records.services.service_id[service]
    minutes = [
        records.sessions.minutes_delivered[at] for at, each in enumerate(records.sessions.service_id) if each == id_
    ]
    assert (len(minutes), sum(minutes)) == (12, 450)


def test_what_is_missed_for_the_therapists_absence_is_counted(tmp_path: Path) -> None:
    imported([BOOK], tmp_path / "into")
    records, _ = read_folder(tmp_path / "into")
    assert records is not None
    ledger = ledger_of(records, dt.date(2026, 11, 20))
    made_up = sum(service.made_up for service in ledger.services)
    # The two make-ups of 25 September, of 30 minutes each.
    assert made_up == 60
