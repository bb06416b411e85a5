"""All rows asked at once, or one by one: the same findings, in the same order."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.broken import ALL
from tests.intake.folders import PLANNED, SOUND, write_folder

from makegood.intake import read_folder_report
from makegood.log import Log, doubts
from makegood.records import TABLES, Records

AS_OF = dt.date(2026, 11, 20)
COLUMNS = (
    "session_id,service_id,date,minutes_delivered,minutes_planned,start_time,reason,kind,makeup_for,award_id,"
    "provider_id,group_id,group_size,corrects,together_with,note"
)
CELLS = {
    "service_id": ("SV1", "SV1", "SV2", "SV3", "SV4"),
    # A Monday twice, a holiday, a Saturday, a day outside the terms, one after the as-of date.
    "date": ("2026-09-14", "2026-09-14", "2026-09-15", "2026-09-07", "2026-09-19", "2027-08-01", "2026-12-01"),
    "minutes_delivered": ("0", "5", "30", "30", "30.0", "31", "130", "601"),
    "minutes_planned": ("", "", "0", "30", "45"),
    "start_time": ("", "09:00", "9:00", "09:15", "09:45"),
    "reason": ("", "", "", "no_school", "provider_absent", "student_late"),
    "kind": ("", "", "", "regular", "make_up", "compensatory"),
    "makeup_for": ("", "", "", "", "L0", "L1"),
    "award_id": ("", "", "", "", "A1"),
    "provider_id": ("", "P01", "P01", "P02"),
    "group_id": ("", "", "", "G1", "G2"),
    "group_size": ("", "", "1", "3"),
    "corrects": ("", "", "", "", "", "L0", "L2"),
    "together_with": ("", "", "", "", "L0", "L1"),
    "note": ("", '"held, in part"', '"in the ""old"" room\non the left"'),
}
ROWS = st.lists(st.tuples(*(st.sampled_from(cells) for cells in CELLS.values())), min_size=1, max_size=14)
SCHEDULES = st.sampled_from(
    [
        None,
        "service_id,weekday,start_time,minutes,provider_id\nSV1,Monday,09:00,30,P02\nSV1,Monday,09:15,20,\nSV4,Tue,09:00,5,\n",
        "service_id,cycle_day,cycle,start_time,minutes\nSV2,1,2,09:00,15\n",
    ]
)
ABSENCES = st.sampled_from([None, "{0}_id,date,until\n{1},2026-09-14,2026-09-15\n", "{0}_id,date\n{1},2026-09-19\n"])


def rows_of(log: Log) -> list[object]:
    """Return which rows of the log count, when they were, and what each service has of them."""
    return [log.days, log.counts, log.longest, dict(log.kept_of), dict(log.sessions_of)]


@contextmanager
def as_large() -> Iterator[None]:
    """Treat every file and log as a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("makegood.log.log.LARGE", 0)
        patch.setattr("makegood.intake.csv_file.LARGE", 0)
        yield


def read(folder: Path) -> tuple[Records | None, list[str], list[dict[str, object]]]:
    """Return what a folder holds: the records, the findings, and every row as a dict."""
    report = read_folder_report(folder, as_of=AS_OF)
    rows = [row for table in TABLES if report.records for row in report.records.table(table.NAME).rows_as_dicts()]
    return report.records, [repr(finding) for finding in report.every], rows


@given(rows=ROWS, schedule=SCHEDULES, student=ABSENCES, provider=ABSENCES)
@settings(max_examples=150, deadline=None)
def test_a_large_log_has_the_findings_of_a_small_one(
    rows: list[tuple[str, ...]], schedule: str | None, student: str | None, provider: str | None
) -> None:
    log = [",".join((f"L{number}", *cells)) for number, cells in enumerate(rows)]
    tables = {
        "sessions": "\n".join([COLUMNS, *log, ""]),
        "schedule": schedule,
        "student_absences": student and student.format("student", "004217"),
        "provider_absences": provider and provider.format("provider", "P01"),
    }
    with tempfile.TemporaryDirectory() as room:
        folder = write_folder(Path(room), tables)
        records, findings, cells = read(folder)
        with as_large():
            records_of_large, *of_large = read(folder)
            assert of_large == [findings, cells]
        if records is None or records_of_large is None:
            return
        for doubt in doubts.OF_REASONS:
            for services in (None, [0, 2]):
                one_by_one = list(doubt(Log(records, AS_OF), services))
                with as_large():
                    assert list(doubt(Log(records_of_large, AS_OF), services)) == one_by_one
        for as_of in (None, AS_OF):
            one_by_one = rows_of(Log(records, as_of))
            with as_large():
                assert rows_of(Log(records_of_large, as_of)) == one_by_one


@pytest.mark.parametrize("number", range(len(ALL)))
def test_a_large_broken_folder_has_the_findings_of_a_small_one(number: int, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "broken", {**PLANNED, **ALL[number].changes})
    _, *small = read(folder)
    with as_large():
        _, *large = read(folder)
    assert large == small


def test_the_sessions_of_each_service_are_in_order_of_day_and_id(tmp_path: Path) -> None:
    more = "L0,SV1,2026-09-16,30,,,,,,,,\nL9,SV2,2026-09-01,30,,,,,,,,\nL8,SV1,2026-09-01,30,,,,,,,,\n"
    records, *_ = read(write_folder(tmp_path, {"sessions": SOUND["sessions"] + more}))
    assert records is not None
    ids = records.sessions.session_id
    found = {service: [ids[place] for place in places] for service, places in Log(records).sessions_of.items()}
    assert found == {0: ["L8", "L1", "L0", "L2"], 1: ["L9", "L3"], 2: ["L4"]}
    assert list(found) == [0, 1, 2]
