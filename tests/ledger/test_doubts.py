"""What is asked about when an account is drawn up, because a policy has to say what a word means."""

import datetime as dt
from pathlib import Path
from textwrap import dedent

import pytest

from makegood.intake import read_folder
from makegood.ledger import ledger_of

AS_OF = dt.date(2026, 10, 30)
PACK = """\
    id: us-xx-maple
    title: Maple County Public Schools (made up)
    level: district_policy
    binding: true
    inherits: us-federal
    codes: {SNOW: weather_closure, TARDY: provider_late, SICK: student_absent}
    versions:
      - from: 2020-07-01
        reasons:
          provider_absent: {disposition: owed, source: handbook}
    sources:
      handbook:
        title: Handbook (made up)
        citation: "4.2"
        href: https://example.org/handbook
        quote: Made-up words of a made-up handbook.
        verification: found
"""
TABLES = {
    "students": "student_id,policy_id\nST-1,us-xx-maple\n",
    "terms": "calendar_id,name,kind,start,end\nCAL,Year,year,2026-08-31,2027-06-04\n",
    "calendar": "calendar_id,date,kind\nCAL,2026-10-12,holiday\nCAL,2026-10-14,early_dismissal\n",
    "services": "service_id,student_id,service_type,minutes,sessions,per,provider_id\nSL,ST-1,speech,30,1,week,P1\n",
    "providers": "provider_id,name\nP1,R. Sample\nP2,S. Sample\n",
}
LOG = "session_id,service_id,date,minutes_delivered,reason,provider_id\n"
LINES = "service_id,student_id,service_type,minutes,sessions,per,start,end\n"
SLOTS = "service_id,weekday,start_time,minutes\n"


def found(folder: Path, tables: dict[str, str]) -> list[tuple[str, str | None, int | None]]:
    """Return what the account of a folder asks about: code, table and row. That so short a log ends is left out."""
    (folder / "policies").mkdir()
    (folder / "policies" / "us-xx-maple.yaml").write_text(dedent(PACK), encoding="utf-8")
    for name, text in (TABLES | {"sessions": LOG} | tables).items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    records, findings = read_folder(folder, as_of=AS_OF)
    assert records is not None, findings
    found = ledger_of(records, AS_OF).findings
    return [(one.code, one.table, one.row) for one in found if one.code != "log_ends"]


@pytest.mark.parametrize("reason", ["weather_closure", "Closed for weather", "SNOW", "holiday", "in_service"])
def test_a_reason_of_no_school_on_a_school_day_is_asked_about(reason: str, tmp_path: Path) -> None:
    log = f"{LOG}L1,SL,2026-10-06,0,{reason},\n"
    assert found(tmp_path, {"sessions": log}) == [("no_school_reason_on_school_day", "sessions", 2)]


@pytest.mark.parametrize(
    "row",
    [
        "2026-10-12,0,SNOW,",
        "2026-10-10,0,holiday,",
        "2026-10-14,10,weather_closure,",
        "2026-10-06,0,strike,",
        "2026-10-06,0,SICK,",
    ],
    ids=["a day without school", "a Saturday", "a short day", "a strike", "another reason"],
)
def test_a_reason_that_the_calendar_can_bear_is_left_alone(row: str, tmp_path: Path) -> None:
    assert found(tmp_path, {"sessions": f"{LOG}L1,SL,{row}\n"}) == []


@pytest.mark.parametrize(
    ("absences", "asked"),
    [
        ({"student_absences": "student_id,date,kind\nST-1,2026-10-06,SICK\n"}, True),
        ({"student_absences": "student_id,date,until\nST-1,2026-10-05,2026-10-09\n"}, True),
        ({"provider_absences": "provider_id,date,kind\nP1,2026-10-06,\n"}, True),
        ({"student_absences": "student_id,date,kind\nST-1,2026-10-06,student_late\n"}, False),
        ({"provider_absences": "provider_id,date,kind\nP1,2026-10-06,TARDY\n"}, False),
        ({"provider_absences": "provider_id,date,kind\nP1,2026-10-07,vacancy\n"}, False),
        ({"provider_absences": "provider_id,date,kind\nP2,2026-10-06,vacancy\n"}, False),
    ],
    ids=["a local code", "several days", "the provider", "late", "late by a code", "another day", "another provider"],
)
def test_minutes_on_a_day_on_which_somebody_was_away_are_asked_about(
    absences: dict[str, str],
    asked: bool,  # noqa: FBT001 - a case's own answer
    tmp_path: Path,
) -> None:
    told = found(tmp_path, {"sessions": f"{LOG}L1,SL,2026-10-06,30,,\n"} | absences)
    assert told == ([("delivered_while_away", "sessions", 2)] if asked else [])


def test_who_gave_the_session_is_asked_for_before_who_usually_gives_it(tmp_path: Path) -> None:
    away = "provider_id,date,kind\nP1,2026-10-06,vacancy\n"
    log = f"{LOG}L1,SL,2026-10-06,30,,P2\n"
    assert found(tmp_path, {"sessions": log, "provider_absences": away}) == []


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("30,provider_absent", True),
        ("40,SICK", True),
        ("20,student_late", False),
        ("30,provider_late", False),
        ("30,TARDY", False),
    ],
)
def test_a_row_given_in_full_with_a_reason_for_missing_it_is_asked_about(
    row: str,
    asked: bool,  # noqa: FBT001 - a case's own answer
    tmp_path: Path,
) -> None:
    told = found(tmp_path, {"sessions": f"{LOG}L1,SL,2026-10-06,{row},\n"})
    assert told == ([("delivered_with_reason", "sessions", 2)] if asked else [])


def test_many_doubts_of_one_kind_are_one_that_counts_them(tmp_path: Path) -> None:
    rows = "".join(f"L{n},SL,2026-09-{n:02},30,other,\n" for n in (1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16))
    assert found(tmp_path, {"sessions": LOG + rows}) == [("delivered_with_reason", "sessions", 2)]


TUESDAY, THURSDAY, MONDAY = (f"{day},10:00" for day in ("Tuesday", "Thursday", "Monday"))


@pytest.mark.parametrize(
    ("lines", "slots", "asked"),
    [
        # Old: a Tuesday of 30 and promised; new: a Thursday of 45 and promised. 75 is above 30 and 45.
        (("30,1,week,,2026-10-06", "45,1,week,2026-10-07,"), (f"{TUESDAY},30", f"{THURSDAY},45"), True),
        # Old: its Thursday no more. New: its Monday not yet. 0 is below 30.
        (("30,1,week,,2026-10-06", "30,1,week,2026-10-07,"), (f"{THURSDAY},30", f"{MONDAY},30"), True),
        # The same slot before and after: the week has its one Tuesday.
        (("30,1,week,,2026-10-06", "45,1,week,2026-10-07,"), (f"{TUESDAY},30", f"{TUESDAY},45"), False),
        # The change at a weekend: each week has one plan.
        (("30,1,week,,2026-10-09", "45,1,week,2026-10-12,"), (f"{TUESDAY},30", f"{THURSDAY},45"), False),
        # A week of school lies between the two: no changeover.
        (("30,1,week,,2026-10-06", "45,1,week,2026-10-15,"), (f"{TUESDAY},30", f"{THURSDAY},45"), False),
        # No slots: 2/5 of 30 is 12 and 3/5 of 45 is 27; 39 lies between the two.
        (("30,1,week,,2026-10-06", "45,1,week,2026-10-07,"), (), False),
        # A month: the old plan has 1 of its 4 Tuesdays (30), the new one 4 of its 5 Thursdays (96); 126 is above 120.
        (("120,4,month,,2026-10-06", "120,4,month,2026-10-07,"), (f"{TUESDAY},30", f"{THURSDAY},30"), True),
    ],
    ids=["both", "neither", "one slot", "at a weekend", "a gap", "without slots", "a month"],
)
def test_a_changeover_is_asked_about_where_it_promises_more_or_less_than_either_plan(
    lines: tuple[str, str],
    slots: tuple[str, ...],
    asked: bool,  # noqa: FBT001 - a case's own answer
    tmp_path: Path,
) -> None:
    services = LINES + "".join(f"S{n},ST-1,speech,{line}\n" for n, line in enumerate(lines))
    schedule = SLOTS + "".join(f"S{n},{slot}\n" for n, slot in enumerate(slots))
    told = found(tmp_path, {"services": services, "schedule": schedule})
    assert told == ([("changeover", "services", 3)] if asked else [])


def test_lines_of_two_service_types_do_not_follow_one_another(tmp_path: Path) -> None:
    services = f"{LINES}S0,ST-1,speech,30,1,week,,2026-10-06\nS1,ST-1,counseling,45,1,week,2026-10-07,\n"
    assert found(tmp_path, {"services": services, "schedule": f"{SLOTS}S0,{TUESDAY},30\nS1,{THURSDAY},45\n"}) == []
