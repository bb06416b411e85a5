"""What the checks of the planner's tables leave alone, and what they say once."""

import datetime as dt
from pathlib import Path

import pytest
from tests.intake.folders import PLANNED, SOUND, write_folder

from makegood.intake import read_folder
from makegood.terms.findings import Finding

AS_OF = dt.date(2026, 11, 20)
FREE = "provider_id,weekday,date,start,end,school_id\n"
TIMES = "student_id,school_id,grade,weekday,start,end,use\n"


def findings(tmp_path: Path, changes: dict[str, str | bytes | None]) -> list[Finding]:
    return read_folder(write_folder(tmp_path / "folder", {**PLANNED, **changes}), as_of=AS_OF)[1]


@pytest.mark.parametrize(
    "changes",
    [
        {"availability": FREE + "P01,Monday,,13:00,14:00,MRE\nP01,Monday,,13:30,14:30,MRE\n"},
        {"availability": FREE + "P01,Monday,,13:00,14:00,MRE\nP01,Monday,,14:00,14:30,PHE\n"},
        {"availability": FREE + "P01,Monday,,13:00,14:00,MRE\nP01,Tuesday,,13:00,14:00,PHE\n", "travel": None},
        {"availability": FREE + "P01,Monday,,13:00,14:00,MRE\nP01,Monday,,13:00,14:00,\n"},
        {"availability": FREE + "P01,,2026-12-05,09:00,11:00,PHE\n"},
        {"travel": PLANNED["travel"] + "PHE,MRE,20\n"},
        {"travel": "from,to,minutes\nPHE,MRE,15\n"},
        {"student_times": TIMES + ",MRE,,Monday,12:00,14:45,open\n,MRE,3,Monday,12:00,12:30,core\n"},
        {"student_times": TIMES + ",MRE,3,Monday,12:00,14:45,open\n,MRE,,Monday,12:00,12:30,core\n"},
        {"student_times": TIMES + ",MRE,3,Monday,12:00,14:45,open\n,MRE,4,Monday,12:00,12:30,core\n"},
        {"limits": "student_day,shortest\n60,30\n"},
    ],
    ids=[
        "one school twice",
        "one after the other",
        "two schools on two days",
        "a school and anywhere",
        "a Saturday",
        "a way back of its own",
        "only the way back",
        "open for the school, core for a grade",
        "open for the grade, core for the school",
        "a grade without a student",
        "no longest",
    ],
)
def test_what_is_no_slip_is_left_alone(changes: dict[str, str | bytes | None], tmp_path: Path) -> None:
    assert findings(tmp_path, changes) == []


def test_a_school_without_any_bell_is_told_once_with_its_days(tmp_path: Path) -> None:
    free = FREE + "P01,Tuesday,,13:00,14:00,MRE\nP01,Monday,,13:00,14:00,MRE\nP01,,2026-12-03,09:00,11:00,MRE\n"
    (found,) = findings(tmp_path, {"availability": free, "bell": None})
    assert (found.code, found.row) == ("no_bell", 2)
    assert "at school 'MRE' on Monday, Tuesday, Thursday," in found.message


def test_a_missing_travel_time_is_told_once_for_a_provider_and_two_schools(tmp_path: Path) -> None:
    free = FREE + "".join(f"P01,{day},,{when},{at}\n" for day in ("Monday", "Tuesday") for when, at in _HALVES)
    (found,) = findings(tmp_path, {"availability": free, "travel": None})
    assert (found.code, found.row, found.found) == ("no_travel_time", 3, "PHE")


_HALVES = (("09:00,10:00", "MRE"), ("13:00,14:00", "PHE"))


def test_an_overlap_is_seen_behind_a_shorter_row(tmp_path: Path) -> None:
    free = FREE + "P01,Monday,,12:00,14:00,MRE\nP01,Monday,,12:10,12:20,MRE\nP01,Monday,,13:00,13:30,PHE\n"
    (found,) = findings(tmp_path, {"availability": free})
    assert (found.code, found.row) == ("free_in_two_places", 4)
    assert "at 'MRE' until 14:00 in row 2" in found.message


def test_an_afternoon_that_ends_at_two_is_shown_as_it_was_likely_meant(tmp_path: Path) -> None:
    found = findings(tmp_path, {"bell": PLANNED["bell"].replace("08:15,14:45", "8:15,2:45")})
    assert {(f.code, f.expected) for f in found} == {
        ("end_before_start", "a time after 08:15, such as 14:45 or 2:45 PM")
    }


def test_other_names_of_tables_and_headers_are_known(tmp_path: Path) -> None:
    changes = {
        "availability": None,
        "Free Times.csv": "Provider,Day of week,From,To,School\nP01,Mon,1:00 PM,2:00 PM,MRE\n",
        "bell": None,
        "Bell Schedule.csv": "School,Day,First bell,Last bell\nMRE,Mon,8:15 AM,2:45 PM\n",
        "travel": None,
        "Travel times.csv": "From school,To school,Travel minutes\nMRE,PHE,15\n",
    }
    records, found = read_folder(write_folder(tmp_path / "folder", {**SOUND, **PLANNED, **changes}), as_of=AS_OF)
    assert found == []
    assert records is not None
    assert (records.availability.start, records.availability.end) == ([780], [840])
    assert (records.bell.start, records.bell.end) == ([495], [885])
    assert (records.travel.from_, records.travel.to) == (["MRE"], ["PHE"])


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("M1,{day},10:00,30,MRE,P02,004217,SV1,L1,2026-10-01,20\n", "pinned_without_credential"),
        ("M1,{day},10:00,30,PHE,P01,004217,SV1,L1,2026-10-01,20\n", "student_in_two_schools"),
        ("M1,{day},10:00,30,MRE,P01,004217,SV1,L1,2026-10-01,31\n", "pinned_settles_too_much"),
    ],
)
def test_people_who_left_or_moved_make_no_agreed_make_up_of_the_past_an_error(
    pin: str, code: str, tmp_path: Path
) -> None:
    header = PLANNED["pinned"].splitlines(keepends=True)[0]
    for day, codes in (("2026-11-19", []), ("2026-11-20", [code]), ("2026-12-01", [code])):
        (tmp_path / day).mkdir()
        found = findings(tmp_path / day, {"pinned": header + pin.format(day=day)})
        assert [finding.code for finding in found] == codes
