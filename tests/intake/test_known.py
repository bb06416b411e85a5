"""The account as it was known on a day: later rows are as if they had never been written."""

import datetime as dt
from pathlib import Path

import pytest
from tests.intake.folders import SOUND, write_folder

from makegood.intake import read_folder
from makegood.records import Records
from makegood.terms.findings import Finding

ON = dt.date(2026, 10, 1)
EARLY, LATE = "2026-10-01 23:59", "2026-10-02"
SHORT = "session_id,service_id,date,minutes_delivered,makeup_for,award_id,corrects,together_with,recorded_at\n"

Changes = dict[str, str | bytes | None]


def written(table: str, **days: str) -> Changes:
    """Return a sound table with the days on which its rows were written, by their first cells; blank for the others."""
    header, *rows = SOUND[table].splitlines()
    dated = [f"{row},{days.get(row.split(',')[0], '')}" for row in rows]
    return {table: "\n".join([f"{header},recorded_at", *dated]) + "\n"}


def known(path: Path, changes: Changes) -> tuple[Records | None, list[Finding]]:
    return read_folder(write_folder(path / "folder", changes), known_on=ON)


def known_records(path: Path, changes: Changes) -> Records:
    records, findings = known(path, changes)
    assert findings == []
    assert records is not None
    return records


def test_rows_written_after_the_day_are_left_out_and_the_others_stay(tmp_path: Path) -> None:
    log = known_records(
        tmp_path, written("sessions", L1=EARLY, L2=LATE, L3="2026-10-01", L4="2026-10-02 00:00")
    ).sessions
    assert log.session_id == ["L1", "L3"]
    assert log.row == [2, 4]


def test_without_a_day_every_row_is_read(tmp_path: Path) -> None:
    records, _ = read_folder(write_folder(tmp_path, written("sessions", L1=LATE)))
    assert records is not None
    assert len(records.sessions) == 4


def test_a_later_correction_is_left_out_and_the_corrected_row_counts_again(tmp_path: Path) -> None:
    log = f"{SHORT}L1,SV1,2026-09-14,30,,,,,\nL9,SV1,2026-09-14,20,,,L1,,{LATE}\n"
    sessions = known_records(tmp_path, {"sessions": log}).sessions
    assert (sessions.session_id, sessions.minutes_delivered) == (["L1"], [30])


def test_what_is_wrong_in_a_later_row_is_not_looked_at(tmp_path: Path) -> None:
    log = f"{SHORT}L1,SV1,2026-09-14,30,,,,,\nL1,SV99,soon,-5,,,,,{LATE}\n"
    assert known_records(tmp_path, {"sessions": log}).sessions.session_id == ["L1"]


def test_an_id_that_an_earlier_row_has_too_is_known(tmp_path: Path) -> None:
    students = f"student_id,grade,recorded_at\n004217,3,{EARLY}\n004218,3,\n004219,4,\n004217,4,{LATE}\n"
    records = known_records(tmp_path, {"students": students})
    assert records.students.grade == ["3", "3", "4"]
    assert len(records.sessions) == 4


def test_a_session_or_slot_of_a_service_that_was_not_known_is_left_out_with_it(tmp_path: Path) -> None:
    slots = "service_id,weekday,start_time,minutes\nSV1,Monday,09:00,30\nSV3,Tuesday,10:00,30\n"
    records = known_records(tmp_path, {**written("services", SV1=LATE), "schedule": slots})
    assert records.sessions.session_id == ["L3", "L4"]
    assert records.schedule.service_id == ["SV3"]


def test_all_that_is_a_students_is_left_out_with_the_student(tmp_path: Path) -> None:
    header, *rows = SOUND["students"].splitlines()
    late = "\n".join([f"{header},recorded_at", *(f"{row},{LATE if '004217' in row else ''}" for row in rows)])
    decided = "determination_id,session_id,disposition\nD1,L2,owed\nD2,L3,owed\n"
    times = "student_id,school_id,grade,weekday,start,end,use\n004217,,,Monday,14:00,14:30,open\n"
    records = known_records(tmp_path, {"students": late, "determinations": decided, "student_times": times})
    assert records.services.service_id == ["SV2", "SV4"]
    assert records.sessions.session_id == ["L3"]
    assert records.awards.award_id == []
    assert records.determinations.determination_id == ["D2"]
    assert len(records.student_times) == 0


@pytest.mark.parametrize(
    ("row", "kind"),
    [("L9,SV1,2026-09-21,30,L2,,,,", "make_up"), ("L9,SV1,2026-11-09,30,,A1,,,", "compensatory")],
)
def test_a_session_whose_miss_or_award_was_not_known_stays_what_it_is(tmp_path: Path, row: str, kind: str) -> None:
    awards = f"award_id,student_id,service_type,minutes,start,recorded_at\nA1,004217,speech,420,2026-11-02,{LATE}\n"
    log = f"{SHORT}L2,SV1,2026-09-16,30,,,,,{LATE}\n{row}\n"
    records, findings = known(tmp_path, {"sessions": log, "awards": awards})
    assert records is not None
    assert {finding.level for finding in findings} <= {"warning"}
    assert (records.sessions.session_id, records.sessions.kind) == (["L9"], [kind])
    assert (records.sessions.makeup_for, records.sessions.award_id) == ([None], [None])


def test_what_may_be_blank_names_nothing_where_the_row_was_not_known(tmp_path: Path) -> None:
    log = f"{SHORT}L2,SV1,2026-09-16,30,,,,,{LATE}\nL9,SV3,2026-09-16,30,,,,L2,\n"
    notices = "notice_id,student_id,kind,sent_on,session_id\nN1,004217,lapse,2026-09-28,L2\n"
    changes = {"sessions": log, "notices": notices, **written("providers", P02=LATE)}
    records = known_records(tmp_path, changes)
    assert records.sessions.together_with == [None]
    assert (records.notices.notice_id, records.notices.session_id) == (["N1"], [None])
    assert records.services.provider_id == ["P01", "P01", None, "P01"]


def test_a_calendar_whose_terms_were_not_known_is_named_by_nobody(tmp_path: Path) -> None:
    terms = SOUND["terms"].replace("end\n", "end,recorded_at\n") + f"C27,Next,year,2027-08-23,2028-06-02,{LATE}\n"
    changes = {
        "terms": terms.replace("04\n", "04,\n").replace("30\n", "30,\n").replace("16\n", "16,\n"),
        "schools": SOUND["schools"].replace("Elementary,C26,us-il\nPHE", "Elementary,C27,us-il\nPHE"),
        "calendar": SOUND["calendar"] + "C27,2027-09-06,holiday,,Labor Day\n",
    }
    records = known_records(tmp_path, changes)
    assert records.schools.calendar_id == [None, "C26"]
    assert records.calendar.calendar_id == ["C26"]


def test_a_day_of_writing_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    records, findings = known(tmp_path, written("sessions", L1="last week"))
    assert records is None
    assert [(f.code, f.row, f.column) for f in findings] == [("bad_date", 2, "recorded_at")]


def test_a_day_of_knowledge_before_the_account_is_warned_of(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for as_of, codes in ((ON, []), (ON + dt.timedelta(1), ["known_before_as_of"])):
        records, findings = read_folder(folder, as_of=as_of, known_on=ON)
        assert records is not None
        assert [finding.code for finding in findings] == codes
