"""What each week must hold and can hold, counted by hand on a small folder, and beside the ledger on the example.

22 March 2027 is a Monday; 29 March is a holiday, and the week of 5 April has no school.
"""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typer
from tests.statements.small_folder import house, read, write
from typer.testing import CliRunner

from makegood.cli import capacity as command
from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.planner.capacity import WEEK_COLUMNS, Capacity, Week, capacity_of, counted_on, service_weeks
from makegood.planner.gather import gather
from makegood.plans.instance import Attends, Instance, Limits, Session, Settles
from makegood.records import Records

MAPLE_RIDGE = Path(__file__).parents[2] / "examples" / "maple-ridge"
FIRST, LAST = date(2027, 3, 22), date(2027, 4, 11)
ONE, TWO, THREE = FIRST, date(2027, 3, 29), date(2027, 4, 5)
PACK = house(
    "{reasons: {provider_absent: {disposition: owed, make_up_within: {n: 25, unit: calendar_days}, source: us}}}"
)
TABLES = {
    "terms": "calendar_id kind start end\nCAL year 2026-09-01 2027-06-11",
    "calendar": "calendar_id date kind until\nCAL 2027-03-29 holiday -\nCAL 2027-04-05 break 2027-04-09",
    "schools": "school_id policy_id\nE house",
    "students": "student_id school_id\nS1 E\nS2 E\nS3 E",
    "providers": "provider_id service_types school_id\nP1 speech E\nP2 ot E",
    "services": "service_id student_id service_type minutes sessions per group_max provider_id\n"
    "A S1 speech 30 2 week 1 P1\nB S2 speech 30 1 week 2 P1\nC S3 speech 30 1 week 2 P1\n"
    "D S1 ot 40 1 month 1 -\nE S2 ot 20 1 week 1 P2",
    # B and C are a group.
    "schedule": "service_id weekday start_time minutes\nB Monday 09:00 30\nC Monday 09:00 30",
    # Owed by P1: 30 minutes due 26 March, 30 due 28 March, 30 due 2 April.
    "sessions": "session_id service_id date minutes_delivered minutes_planned reason\n"
    "A1 A 2027-03-01 0 30 provider_absent\nA2 A 2027-03-03 0 30 provider_absent\n"
    "A3 A 2027-03-08 0 30 provider_absent",
    "provider_absences": "provider_id date until\nP2 2027-03-24 2027-03-31",
    "availability": "provider_id weekday date start end\nP1 Tuesday - 13:00 13:30\nP1 - 2027-04-07 10:00 11:00\n"
    "P2 Thursday - 12:00 13:00",
}


def facts(folder: Path, **tables: str) -> tuple[Records, Instance]:
    records, ledger = read(folder, "2027-03-19", PACK, **(TABLES | tables))
    instance, findings = gather(records, ledger, FIRST, LAST)
    assert findings == []
    return records, instance


def weeks(found: Capacity, provider_id: str | None) -> list[Week]:
    return [week for week in found.weeks if week.provider_id == provider_id]


def test_a_group_that_shares_a_slot_takes_its_provider_s_time_once(tmp_path: Path) -> None:
    found = weeks(capacity_of(*facts(tmp_path)), "P1")
    assert [week.monday for week in found] == [ONE, TWO, THREE]
    # A: 60 minutes a week, without slots. B and C: 30 minutes each, together on Monday; 29 March is a holiday.
    assert [week.promised for week in found] == [120, 120, 0]
    assert [week.needed for week in found] == [90, 60, 0]
    assert [week.days for week in found] == [5, 4, 0]


def test_a_service_that_names_nobody_is_shown_under_its_school_and_type(tmp_path: Path) -> None:
    found = weeks(capacity_of(*facts(tmp_path)), None)
    assert {(week.school_id, week.service_type) for week in found} == {("E", "ot")}
    # 40 minutes a month. March has 22 days with school: five are 9.09, two 3.6. April has 17: two are 4.7.
    assert [week.promised for week in found] == [9, 4 + 5, 0]
    assert [week.nobody_there for week in found] == [9, 9, 0]
    assert [week.state for week in found] == ["nobody named", "nobody named", "no school"]
    assert [week.holds for week in found] == [False, False, True]


def test_a_provider_who_is_away_leaves_a_share_of_the_week(tmp_path: Path) -> None:
    found = weeks(capacity_of(*facts(tmp_path)), "P2")
    # 20 minutes a week. Away on three of five days, then on two of four.
    assert [week.nobody_there for week in found] == [12, 10, 0]
    assert [week.state for week in found] == ["away 3 of 5 days", "away 2 of 4 days", "no school"]
    # Thursdays: away on 25 March, there on 1 April, no school on 8 April.
    assert [week.free for week in found] == [0, 60, 0]


def test_a_vacancy_shows_in_every_week_of_it(tmp_path: Path) -> None:
    gone = "provider_id date until\nP1 2027-03-22 2027-06-11"
    found = weeks(capacity_of(*facts(tmp_path, provider_absences=gone)), "P1")
    # The group's slot of 22 March and all of A; the holiday's slot is on no day with school.
    assert [(week.nobody_there, week.free) for week in found] == [(90, 0), (60, 0), (0, 0)]
    assert [week.state for week in found][:2] == ["away all week and make-ups overdue"] * 2
    assert [week.too_few for week in found] == [90 + 60, 60 + 90, 90]


@pytest.mark.parametrize(
    ("held", "away", "told"),
    [
        ("", "P2 2027-03-24", True),
        ("\nA4 A 2027-03-10 30 30 -", "P2 2027-03-24", False),  # somebody came after the last empty day
        ("\nA4 A 2027-03-02 30 30 -", "P2 2027-03-24", True),  # but not if that was before it
        ("", "P1 2027-06-11", False),
    ],
)
def test_an_empty_post_that_counts_as_filled_is_told(tmp_path: Path, held: str, away: str, told: bool) -> None:  # noqa: FBT001
    tables = TABLES | {
        "sessions": TABLES["sessions"].replace("provider_absent", "vacancy") + held,
        "provider_absences": f"provider_id date\n{away}",
    }
    records, ledger = read(tmp_path, "2027-03-19", PACK, **tables)
    found = counted_on(records, ledger, FIRST)
    assert [each.code for each in found] == (["counts_as_back"] if told else [])
    assert all("'P1', up to 2027-03-08" in each.message for each in found)


def test_make_ups_wait_by_deadline_and_a_week_that_cannot_hold_them_says_by_how_much(tmp_path: Path) -> None:
    found = weeks(capacity_of(*facts(tmp_path)), "P1")
    assert [week.free for week in found] == [30, 30, 60]
    assert [week.waiting for week in found] == [90, 60, 30]
    # After week one the 30 minutes due on 28 March are left, after week two those due on 2 April.
    assert [week.overdue for week in found] == [30, 30, 0]
    assert [week.state for week in found] == ["make-ups overdue", "make-ups overdue", "no school"]


def test_an_agreed_make_up_waits_no_more_and_takes_its_time(tmp_path: Path) -> None:
    records, instance = facts(tmp_path)
    settles = Settles(service_id="A", session_id="A2", missed_on=date(2027, 3, 3), minutes=20)
    agreed = Session(
        date=date(2027, 3, 23), start=780, minutes=20, school_id="E", provider_id="P1", service_type="speech",
        students=(Attends(student_id="S1", settles=(settles,)),),
    )  # fmt: skip
    found = weeks(capacity_of(records, replace(instance, pinned=(agreed,))), "P1")
    # 90 - 20 wait; 10 minutes of Tuesday are left, and go to what is due on 26 March.
    assert (found[0].waiting, found[0].free, found[0].overdue) == (70, 10, 20 + 10)
    # Of 25 minutes a week the agreed session takes 20.
    limited = replace(instance, pinned=(agreed,), limits=Limits(provider_week=25))
    assert weeks(capacity_of(records, limited), "P1")[0].free == 5


@pytest.mark.parametrize(("limits", "free"), [("provider_week\n20", [20, 20, 20]), ("provider_day\n25", [25, 25, 25])])
def test_free_time_keeps_the_limits(tmp_path: Path, limits: str, free: list[int]) -> None:
    found = weeks(capacity_of(*facts(tmp_path, limits=limits)), "P1")
    assert [week.free for week in found] == free


def test_the_schools_services_add_the_same_minutes_up(tmp_path: Path) -> None:
    found = capacity_of(*facts(tmp_path))
    told = {
        line.service_type: (line.promised, line.needed, line.nobody_there, line.waiting, line.cannot_hold)
        for line in found.services
    }
    assert told == {
        "ot": (18 + 40, 18 + 40, 18 + 22, 0, (ONE, TWO)),
        "speech": (240, 150, 0, 90, (ONE, TWO)),
    }


def test_a_slot_is_on_the_caseload_of_whom_it_names(tmp_path: Path) -> None:
    slots = "service_id weekday start_time minutes provider_id\nD Tuesday 10:00 10 P2"
    found = capacity_of(*facts(tmp_path, schedule=slots))
    assert weeks(found, None) == []
    # E's 20 minutes without slots, and D's slot of 23 March and 30 March (P2 is away then).
    assert [(week.promised, week.needed, week.nobody_there) for week in weeks(found, "P2")] == [
        (9 + 20, 30, 12),
        (9 + 20, 30, 10 + 10),
        (0, 0, 0),
    ]


def test_a_span_that_begins_in_mid_week_counts_from_its_first_day(tmp_path: Path) -> None:
    records, _ = facts(tmp_path)
    found = [(week.service_id, week.promised) for week in service_weeks(records, date(2027, 3, 25), date(2027, 3, 28))]
    # Two of five days: A 24, B and C 12 (their slots are behind), D 40 x 2 / 22 = 3.6, E 8.
    assert found == [("A", 24), ("D", 4), ("B", 12), ("E", 8), ("C", 12)]


def test_a_year_of_weeks_promises_what_the_ledger_says_is_due() -> None:
    records, _ = read_folder(MAPLE_RIDGE, as_of=date(2027, 3, 12))
    assert records is not None
    due = {account.service_id: account.due for account in ledger_of(records, date(2028, 1, 1)).services}
    sums, count = Counter[str](), Counter[str]()
    for week in service_weeks(records, date(2026, 6, 1), date(2027, 8, 31)):
        sums[week.service_id] += week.promised
        count[week.service_id] += 1
    weekly = {
        service_id
        for service_id, per, every in zip(
            records.services.service_id, records.services.per, records.services.every, strict=True
        )
        if (per, every) == ("week", 1)
    }
    assert len(weekly) > 40
    assert {id_: sums[id_] for id_ in weekly} == {id_: due[id_] for id_ in weekly}
    # Longer periods are shared over their weeks, each rounded by half a minute at most.
    assert all(abs(sums[id_] - due[id_]) <= count[id_] / 2 for id_ in due)


APP = typer.Typer()
APP.command()(command.command)


def run(*words: str) -> str:
    done = CliRunner().invoke(APP, list(words), env={"COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_tells_which_weeks_cannot_hold_in_words(tmp_path: Path) -> None:
    folder = str(write(tmp_path, PACK, **TABLES))
    told = run(folder, "--as-of", "2027-03-19", "--until", "2027-04-11")
    assert "2027-03-22 to 2027-04-11" in told
    assert "nobody named" in told
    assert "Regular sessions that nobody is there for: 40 minutes in 2 weeks from 2027-03-22 on." in told
    assert "The debt is the district's." in told


def test_the_command_prints_the_same_weeks_as_json_and_csv(tmp_path: Path) -> None:
    folder = str(write(tmp_path, PACK, **TABLES))
    span = ("--as-of", "2027-03-19", "--from", "2027-03-22", "--until", "2027-04-11")
    told = json.loads(run(folder, *span, "--format", "json"))
    assert (told["from"], told["until"], len(told["weeks"])) == ("2027-03-22", "2027-04-11", 9)
    assert told["weeks"][0] == {
        "provider_id": "P1", "school_id": None, "service_type": None, "week": "2027-03-22", "school_days": 5,
        "promised": 120, "needed": 90, "nobody_there": 0, "waiting": 90, "free": 30, "overdue": 30,
        "holds": False, "too_few": 30, "state": "make-ups overdue",
    }  # fmt: skip
    lines = run(folder, *span, "--format", "csv").splitlines()
    assert lines[0] == ",".join(WEEK_COLUMNS)
    assert lines[1] == "P1,,,2027-03-22,5,120,90,0,90,30,30,no,30,make-ups overdue"
    assert len(lines) == 10


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--until", "2027-03-01"), "is before --from"), (("--until", "2031-03-01"), "longer than two years")],
)
def test_a_span_that_cannot_be_is_refused_in_words(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    folder = str(write(tmp_path, PACK, **TABLES))
    done = CliRunner().invoke(APP, [folder, "--as-of", "2027-03-19", *words])
    assert done.exit_code == 2
    assert said in done.output


def test_when_all_fits_the_command_says_so(tmp_path: Path) -> None:
    tables = TABLES | {
        "sessions": "session_id service_id date minutes_delivered",
        "provider_absences": "provider_id date",
    }
    tables["services"] = TABLES["services"].replace("month 1 -", "month 1 P2")
    folder = str(write(tmp_path, PACK, **tables))
    assert "Every week can hold" in run(folder, "--as-of", "2027-03-19", "--until", "2027-04-11")
