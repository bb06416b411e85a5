"""What is read for one child: no more than concerns the child, and no figure other than of the whole folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.intake.folders import SOUND, rows, swap, write_folder
from tests.intake.tangled_folder import AS_OF, STUDENTS, write_tangled

from makegood.intake import Report, read_folder_report, students_asked_about
from makegood.ledger import UnusableRecordsError, ledger_of, log_of
from makegood.policies import read_packs
from makegood.records import Records
from makegood.statements.explain.session import explain
from makegood.statements.notices.notices import notices_of
from makegood.statements.pace.paces import pace_of
from makegood.statements.statement.child import statement_as_dict, statement_of
from makegood.terms.findings import errors


def told(report: Report, student: str) -> Iterator[object]:
    """Yield all that is told of a child: statement, notices, pace, or why the account is refused."""
    records = report.records
    assert records is not None
    try:
        ledger = ledger_of(records, AS_OF, only={student})
    except UnusableRecordsError as refused:
        yield refused.findings
        return
    statement = statement_of(records, ledger, student, audience="school", findings=report.every)
    yield statement_as_dict(statement)
    yield list(notices_of(log_of(records, AS_OF), ledger, read_packs(records.policies)[0], student))
    yield pace_of(records, ledger, {student})


def explained(records: Records, student: str, asked: str) -> object:
    """Return the explanation of a row, or why the account is refused."""
    try:
        return explain(records, ledger_of(records, AS_OF, only={student}), asked)
    except UnusableRecordsError as refused:
        return refused.findings


def rows_of(records: Records, student: str) -> list[str]:
    own = {
        id_ for id_, who in zip(records.services.service_id, records.services.student_id, strict=True) if who == student
    }
    sessions = records.sessions
    return [id_ for id_, whose in zip(sessions.session_id, sessions.service_id, strict=True) if whose in own]


def test_every_child_of_the_example_district_reads_the_same_from_its_own_rows_as_from_all() -> None:
    folder = Path(__file__).parents[2] / "examples" / "maple-ridge"
    whole = read_folder_report(folder, as_of=AS_OF)
    assert whole.records is not None
    for student in whole.records.students.student_id:
        own = read_folder_report(folder, as_of=AS_OF, only=[student])
        assert own.records is not None
        assert len(own.records.sessions) < len(whole.records.sessions) / 3
        assert list(told(own, student)) == list(told(whole, student)), student


@pytest.mark.parametrize("seed", range(10))
def test_tangled_children_read_the_same_from_their_own_rows_as_from_all(seed: int, tmp_path: Path) -> None:
    folder = write_tangled(tmp_path / "records", seed, quoted=seed % 4 == 0)
    whole = read_folder_report(folder, as_of=AS_OF)
    for student in STUDENTS:
        own = read_folder_report(folder, as_of=AS_OF, only=[student])
        assert own.records is not None, own.findings
        assert list(told(own, student)) == list(told(whole, student)), student


@pytest.mark.parametrize("seed", range(2))
def test_a_tangled_row_is_explained_the_same_from_what_it_concerns_as_from_all(seed: int, tmp_path: Path) -> None:
    folder = write_tangled(tmp_path / "records", seed, quoted=seed % 4 == 0)
    whole = read_folder_report(folder, as_of=AS_OF).records
    assert whole is not None
    for student in STUDENTS:
        for asked in rows_of(whole, student):
            own = read_folder_report(folder, as_of=AS_OF, only=students_asked_about(folder, asked)).records
            assert own is not None
            assert explained(own, student, asked) == explained(whole, student, asked), asked


def test_the_tangled_folders_have_every_tangle_that_a_statement_tells_of(tmp_path: Path) -> None:
    reports = [read_folder_report(write_tangled(tmp_path / str(seed), seed), as_of=AS_OF) for seed in range(10)]
    codes = {finding.code for report in reports for finding in report.every}
    assert codes >= {"near_id", "provider_in_two_places", "correction_moves_student", "group_over_size"}


def errors_for(folder: Path, student: str) -> list[tuple[str, str | None, int | None]]:
    """Return code, table and row of what refuses a child's account."""
    report = read_folder_report(folder, as_of=AS_OF, only=[student])
    found = errors(report.findings)
    assert (report.records is None) == bool(found)
    return [(finding.code, finding.table, finding.row) for finding in found]


def test_an_error_in_another_childs_row_refuses_that_child_only(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, swap("sessions", "L3,SV2,2026-09-14", "L3,SV2,someday"))
    # Both of Monday's sessions are the provider's, so the day is looked at for both; the other children's is not.
    assert errors_for(folder, "004218") == [("bad_date", "sessions", 4)]
    assert errors_for(folder, "004219") == []
    assert errors_for(folder, "004217") == []


def test_an_error_in_a_table_that_is_everybodys_refuses_every_child(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, swap("calendar", "holiday", "feast"))
    assert errors_for(folder, "004219") == [("not_a_choice", "calendar", 2)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("L9,,2026-09-21,30,,,,,,P01,,", "blank_cell"),
        ("L9,SV99,2026-09-21,30,,,,,,P01,,", "unknown_reference"),
        ("L9,1E+15,2026-09-21,30,,,,,,P01,,", "damaged_id"),
        ("L9 SV2,2026-09-21,30,,,,,,P01,,", "ragged_row"),
    ],
)
def test_a_row_that_may_be_anybodys_refuses_every_child(row: str, code: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, rows("sessions", row))
    for student in ("004217", "004219"):
        assert errors_for(folder, student) == [(code, "sessions", 6)]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("services", "SV9,004299,speech,,30,week,2,,,2,P01,,"),
        ("awards", "A9,004299,speech,420,2026-11-02,2026-12-18"),
    ],
)
def test_a_promise_of_an_unknown_student_refuses_every_child(table: str, text: str, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, rows(table, text))
    assert [code for code, _, _ in errors_for(folder, "004219")] == ["unknown_reference"]


def test_a_decision_about_an_unknown_session_refuses_every_child(tmp_path: Path) -> None:
    decided = "determination_id,session_id,disposition\nD1,{},owed\n"
    known = write_folder(tmp_path / "known", {"determinations": decided.format("L2")})
    unknown = write_folder(tmp_path / "unknown", {"determinations": decided.format("L99")})
    assert errors_for(known, "004219") == []
    assert errors_for(unknown, "004219") == [("unknown_reference", "determinations", 2)]


def test_an_id_that_another_childs_row_has_too_refuses(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, rows("sessions", "L4,SV2,2026-09-21,30,,,,,,P01,,"))
    assert errors_for(folder, "004217") == [("duplicate_id", "sessions", 6)]
    assert errors_for(folder, "004218") == [("duplicate_id", "sessions", 6)]
    assert errors_for(folder, "004219") == []


def test_rows_keep_the_numbers_that_they_have_in_the_file(tmp_path: Path) -> None:
    sessions = SOUND["sessions"].replace("L4,SV3,2026-09-15,0", ",,,,,,,,,,,\n\nL4,SV3,2026-09-15,zero")
    assert errors_for(write_folder(tmp_path, {"sessions": f"\n{sessions}"}), "004217") == [
        ("not_a_number", "sessions", 8)
    ]


@pytest.mark.parametrize(
    "written",
    [
        SOUND["sessions"].replace("\n", "\r\n"),
        SOUND["sessions"].replace("\n", "\r"),
        SOUND["sessions"].replace(",", ";"),
        SOUND["sessions"].replace("L1,", '"L1",'),
        SOUND["sessions"].encode("utf-16"),
        SOUND["sessions"].rstrip("\n"),
    ],
    ids=["lines of Windows", "lines of an old Mac", "semicolons", "quotes", "UTF-16", "no last line end"],
)
def test_however_the_file_is_written_the_same_rows_are_read(written: str | bytes, tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"sessions": written})
    report = read_folder_report(folder, as_of=AS_OF, only=["004217"])
    assert report.records is not None
    # L3 is Ben's, and is read because it is the same provider's day.
    assert report.records.sessions.session_id == ["L1", "L2", "L3", "L4"]
    assert report.records.sessions.row == [2, 3, 4, 5]


def test_a_file_that_cannot_be_split_into_cells_refuses_every_child(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, swap("sessions", "L3,SV2", '"L3,SV2'))
    assert errors_for(folder, "004219") == [("broken_quotes", "sessions", 4)]


def test_tables_on_which_no_account_rests_are_not_looked_at(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"bell": "school_id,weekday,start,end\nMRE,Monday,late,14:45\n"})
    assert errors_for(folder, "004217") == []


def test_an_id_that_is_none_of_the_records_brings_the_one_that_is_alike(tmp_path: Path) -> None:
    report = read_folder_report(write_folder(tmp_path), as_of=AS_OF, only=["4217"])
    assert report.records is not None
    assert report.records.students.student_id == ["004217"]
    assert len(report.records.sessions) == 0


def test_whose_session_or_service_is_asked_about(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    assert students_asked_about(folder, "L3") == {"004218"}
    assert students_asked_about(folder, "SV4:2026-09-14") == {"004219"}
    assert students_asked_about(folder, "L") == set()
    assert students_asked_about(folder, "SV99:2026-09-14") == set()


def test_a_row_that_corrects_another_childs_is_asked_about_both(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, rows("sessions", "L5,SV4,2026-09-14,30,,,,,,,,L3"))
    assert students_asked_about(folder, "L3") == students_asked_about(folder, "L5") == {"004218", "004219"}
