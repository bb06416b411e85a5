"""Which service lines are asked about, and which are left alone."""

import datetime as dt
from pathlib import Path

import pytest
from tests.intake.folders import SOUND, write_folder

from makegood.intake import read_folder

AS_OF = dt.date(2026, 11, 20)
HEADER = "service_id,student_id,service_type,minutes,per,sessions,delivery,group_max,setting,plan,esy,start,end\n"
FIRST = "SV1,004217,speech,30,week,2,group,,room 4,,,2026-08-24,2026-12-31\n"
LOG = "session_id,service_id,date,minutes_delivered,reason\n"


def codes(tmp_path: Path, services: str, log: str = "") -> list[tuple[str, int | None]]:
    changes: dict[str, str | bytes | None] = {"services": HEADER + services, "sessions": LOG + log, "awards": None}
    records, findings = read_folder(write_folder(tmp_path, {**changes, "students": SOUND["students"]}), as_of=AS_OF)
    assert records is not None
    return [(finding.code, finding.row) for finding in findings]


@pytest.mark.parametrize(
    "second",
    [
        "SV2,004217,speech,45,week,1,group,,room 4,,,2027-01-01,2027-06-04\n",
        "SV2,004218,speech,45,week,1,group,,room 4,,,2026-10-01,2027-06-04\n",
        "SV2,004217,counseling,45,week,1,group,,room 4,,,2026-10-01,2027-06-04\n",
        "SV2,004217,speech,45,week,1,individual,,room 4,,,2026-10-01,2027-06-04\n",
        "SV2,004217,speech,45,week,1,,1,room 4,,,2026-10-01,2027-06-04\n",
        "SV2,004217,speech,45,week,1,group,,class,,,2026-10-01,2027-06-04\n",
        "SV2,004217,speech,45,week,1,group,,room 4,504,,2026-10-01,2027-06-04\n",
    ],
    ids=[
        "the day after",
        "another student",
        "another type",
        "individual",
        "a group of one",
        "another setting",
        "another plan",
    ],
)
def test_lines_that_follow_or_differ_are_left_alone(second: str, tmp_path: Path) -> None:
    assert codes(tmp_path, FIRST + second) == []


@pytest.mark.parametrize(
    "second",
    [
        "SV2,004217,speech,45,week,1,group,,room 4,,,2026-12-31,2027-06-04\n",
        "SV2,004217,SPEECH ,45,week,1,Group,,Room 4,iep,,2026-10-01,\n",
        "SV2,004217,speech,45,week,1,,3,room 4,,,2026-10-01,2026-10-02\n",
    ],
    ids=["one day in common", "case and blanks", "a group by its size"],
)
def test_lines_of_one_service_that_run_at_the_same_time_are_asked_about(second: str, tmp_path: Path) -> None:
    assert ("overlapping_lines", 3) in codes(tmp_path, FIRST + second)


def test_of_three_lines_each_later_one_is_told_beside_the_one_that_runs_longest(tmp_path: Path) -> None:
    more = "SV{},004217,speech,45,week,1,group,,room 4,,,{}\n"
    second, third = more.format(2, "2026-09-01,2026-09-30"), more.format(3, "2026-10-01,2026-10-30")
    assert codes(tmp_path, FIRST + second + third) == [("overlapping_lines", 3), ("overlapping_lines", 4)]


MONTHLY = "SV1,004217,speech,60,month,{sessions},,,,,,,\n"


@pytest.mark.parametrize(
    ("sessions", "log", "asked"),
    [
        ("1", "L1,SV1,2026-09-14,30,\nL2,SV1,2026-09-21,20,\n", 1),
        ("", "L1,SV1,2026-09-14,30,\nL2,SV1,2026-09-21,20,\n", 0),
        ("1", "L1,SV1,2026-09-14,30,\n", 0),
        ("1", "L1,SV1,2026-09-14,30,\nL2,SV1,2026-09-21,31,\n", 0),
        ("1", "L1,SV1,2026-09-14,30,student_late\nL2,SV1,2026-09-21,20,\n", 0),
    ],
    ids=["half of it twice", "said to be a total", "one session only", "more than half", "one with a reason"],
)
def test_sessions_far_shorter_than_the_one_of_a_month_are_asked_about(
    sessions: str,
    log: str,
    asked: int,
    tmp_path: Path,
) -> None:
    found = codes(tmp_path, MONTHLY.format(sessions=sessions), log)
    assert found.count(("total_or_session", 2)) == asked
