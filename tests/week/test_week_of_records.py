"""The week of a folder: what each promise asks for, accepting it, and the example district's autumn."""

import csv
import datetime as dt
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.statements.small_folder import read, write
from typer.testing import CliRunner, Result

from makegood.cli.main import app
from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.week.caseload import Caseload, Place
from makegood.week.gather import caseload_of
from makegood.week.make import solve, week_of

RIDGE = Path(__file__).parents[2] / "examples" / "maple-ridge"
FIRST = dt.date(2026, 9, 7)
TABLES = {
    "terms": "calendar_id name kind start end\nCAL y year 2026-08-31 2027-06-04\nCAL 1 quarter 2026-08-31 2026-10-30\n"
    "CAL 2 quarter 2026-11-02 2027-01-15\nCAL 3 quarter 2027-01-18 2027-03-26\nCAL 4 quarter 2027-03-29 2027-06-04\n"
    "CAL a semester 2026-08-31 2027-01-15\nCAL b semester 2027-01-18 2027-06-04",
    "calendar": "calendar_id date kind until\nCAL 2026-10-12 holiday -\nCAL 2026-11-23 break 2026-11-27\n"
    "CAL 2026-12-21 break 2027-01-01",
    "schools": "school_id name\nE East",
    "students": "student_id school_id policy_id grade\nS-1 E us-federal 3\nS-2 E us-federal 3\nS-3 E us-federal 4",
    "providers": "provider_id service_types school_id\nP1 speech E\nP2 speech E",
    "bell": "school_id weekday start end\n"
    + "\n".join(f"E {day} 08:00 15:00" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
    "sessions": "session_id service_id date minutes_delivered start_time group_size provider_id",
}


def of_folder(path: Path, services: str, **tables: str) -> Caseload:
    records, _ = read(path, "2026-09-04", **(TABLES | {"services": services} | tables))
    return caseload_of(records, dt.date(2026, 9, 4), FIRST)[0]


@pytest.mark.parametrize(
    ("promise", "minutes", "places"),
    [
        ("30 2 week 1", 30, [Place(), Place()]),
        ("60 - week 1", 60, [Place()]),
        ("90 - week 1", 45, [Place(), Place()]),
        # Three weeks of four: the block begins with the week of the start, so the second Monday is its week 1.
        ("25 3 week 4", 25, [Place(every=4, held=3, phases=(3,))]),
        ("30 6 week 4", 30, [Place(), Place(every=2, phases=(0, 1))]),
        ("30 4 month 1", 30, [Place()]),
        ("30 1 month 1", 30, [Place(every=4, phases=(0, 1, 2, 3))]),
        ("20 1 day 1", 20, [Place()] * 5),
        ("15 2 cycle 6", 15, [Place(cycle=6), Place(cycle=6)]),
        # The shortest quarter has nine weeks with school: four sessions in every second week, five in three of four.
        ("30 4 quarter 1", 30, [Place(every=2, phases=(0, 1))]),
        ("30 5 quarter 1", 30, [Place(every=4, held=3, phases=(3,))]),
    ],
)
def test_a_promise_asks_for_so_many_sessions(tmp_path: Path, promise: str, minutes: int, places: list[Place]) -> None:
    amount, sessions, per, every = promise.split()
    services = (
        f"service_id student_id service_type minutes sessions per every\nA S-1 speech {amount} {sessions} {per} {every}"
    )
    (need,) = of_folder(tmp_path, services).needs
    assert (need.minutes, list(need.places)) == (minutes, places)


AB_DAYS = (
    "student_id school_id weekday cycle_day cycle start end use\n"
    "- E - 1 2 10:00 11:00 lunch\n- E - 2 2 12:00 13:00 lunch\n- E Monday - - 08:00 09:00 core"
)


def test_a_weekly_slot_keeps_off_what_either_day_of_a_cycle_keeps(tmp_path: Path) -> None:
    services = (
        "service_id student_id service_type minutes sessions per\nA S-1 speech 30 1 week\nB S-2 speech 30 1 cycle"
    )
    caseload = of_folder(tmp_path, services, student_times=AB_DAYS)
    assert caseload.student_time["S-1", "E", 0] == ((540, 600), (660, 720), (780, 900))
    assert caseload.student_time["S-1", "E", 1] == ((480, 600), (660, 720), (780, 900))


def test_a_slot_on_a_day_of_a_cycle_keeps_off_what_that_day_keeps_on_any_weekday(tmp_path: Path) -> None:
    promises = "service_id student_id service_type minutes sessions per every\n"
    services = f"{promises}A S-1 speech 30 1 cycle 2\nB S-2 speech 30 1 cycle 3"
    caseload = of_folder(tmp_path, services, student_times=AB_DAYS)
    # Mondays are kept until 9:00, and a day of the cycle can be a Monday.
    assert caseload.cycle_time["S-1", "E", 2, 1] == ((540, 600), (660, 900))
    assert caseload.cycle_time["S-1", "E", 2, 2] == ((540, 720), (780, 900))
    # A day of a cycle of three can be an A day or a B day.
    assert caseload.cycle_time["S-2", "E", 3, 3] == ((540, 600), (660, 720), (780, 900))


def test_who_is_open_on_b_days_only_gets_a_session_on_b_days(tmp_path: Path) -> None:
    promises = "service_id student_id service_type minutes sessions per every\n"
    services = f"{promises}A S-1 speech 30 1 cycle 2\nB S-2 speech 30 1 week 1"
    times = "student_id cycle_day cycle start end use\nS-1 2 2 09:00 09:30 open\nS-2 2 2 09:00 09:30 open"
    caseload = of_folder(tmp_path, services, student_times=times)
    # A weekly slot falls on A days too, when S-2 is never open.
    assert set(caseload.student_time.values()) == {()}
    slots = solve(caseload).slots
    assert [(slot.service_id, slot.pattern.cycle, slot.pattern.day, slot.start) for slot in slots] == [("A", 2, 2, 540)]


def test_who_is_open_at_one_hour_on_a_and_b_days_alike_can_have_a_weekly_slot_then(tmp_path: Path) -> None:
    services = "service_id student_id service_type minutes sessions per\nA S-1 speech 30 1 week"
    times = "student_id cycle_day cycle start end use\nS-1 1 2 09:00 10:00 open\nS-1 2 2 09:30 10:30 open"
    assert of_folder(tmp_path, services, student_times=times).student_time["S-1", "E", 4] == ((570, 600),)


def test_days_without_school_are_counted_by_weekday(tmp_path: Path) -> None:
    services = "service_id student_id service_type minutes sessions per\nA S-1 speech 30 1 week"
    # From 7 September to 4 June there are 39 weeks. Three weeks of break close every weekday, one Monday is a holiday.
    assert of_folder(tmp_path, services).closed["A"] == ((39, 4), (39, 3), (39, 3), (39, 3), (39, 3))


def test_children_in_one_slot_are_a_group_and_so_are_those_whom_the_log_has_together(tmp_path: Path) -> None:
    services = (
        "service_id student_id service_type minutes sessions per group_max provider_id\n"
        "A S-1 speech 30 1 week 3 P1\nB S-2 speech 30 1 week 3 P1\nC S-3 speech 30 1 week 3 P1"
    )
    slots = "service_id weekday start_time minutes\nA Monday 09:00 30\nB Monday 09:00 30\nC Tuesday 09:00 30"
    assert of_folder(tmp_path, services, schedule=slots).groups == (("A", "B"),)
    held = "\n".join(f"{service}{n} {service} 2026-09-0{n} 30 10:00 2 P1" for n in (1, 2, 3) for service in ("B", "C"))
    (tmp_path / "logged").mkdir()
    logged = of_folder(tmp_path / "logged", services, sessions=f"{TABLES['sessions']}\n{held}")
    assert logged.groups == (("B", "C"),)


def test_what_make_ups_need_is_what_was_owed_of_every_minute_due(tmp_path: Path) -> None:
    services = "service_id student_id service_type minutes sessions per provider_id\nA S-1 speech 30 2 week P1"
    pack = (
        "id: house\ntitle: Made up\nlevel: assumption\nbinding: false\ninherits: us-federal\nversions:\n"
        "  - {reasons: {provider_absent: {disposition: owed, source: us}}}\n"
        "sources:\n  us: {title: Made up, verification: found}\n"
    )
    students = TABLES["students"].replace("us-federal", "house")
    # Eleven weeks of 60 minutes to 13 November; 60 of 660 are owed, so 5.5 of each week's 60, to the nearest five.
    log = "session_id service_id date minutes_delivered reason\n" + "\n".join(
        f"a{n}{day} A {dt.date(2026, 8, 31) + dt.timedelta(7 * n + day)} {0 if n == 2 else 30} "
        f"{'provider_absent' if n == 2 else '-'}"
        for n in range(11)
        for day in (1, 3)
    )
    tables = TABLES | {"services": services, "students": students, "sessions": log}
    records, ledger = read(tmp_path, "2026-11-13", pack, **tables)
    facts, _ = caseload_of(records, dt.date(2026, 11, 13), dt.date(2026, 11, 16))
    (reserve,) = week_of(facts, ledger).reserves
    assert (reserve.rate, reserve.make_ups, reserve.rate_of, reserve.holds) == (91, 5, "provider", True)
    assert (reserve.at_work, reserve.sessions, reserve.free) == (5 * 420, 60, 5 * 420 - 60)


def run(*words: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, [str(word) for word in words])


def accepted(folder: Path, week: Path, *more: str) -> str:
    done = run("accept", week, folder, *more)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def scheduled(folder: Path, place: Path, *more: str) -> dict[str, Any]:
    done = run("schedule", folder, "--format", "json", *more)
    assert done.exit_code == 0, done.stderr
    place.write_text(done.stdout, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "schedule.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_week_is_accepted_once_and_a_change_ends_and_adds_rows(tmp_path: Path) -> None:
    folder, week = tmp_path / "f", tmp_path / "week.json"
    folder.mkdir()
    services = (
        "service_id student_id service_type minutes sessions per provider_id\n"
        "A S-1 speech 30 1 week P1\nB S-2 speech 30 1 week P1\nC S-3 speech 25 3 week P1"
    )
    write(folder, **(TABLES | {"services": services.replace("week P1\nC", "week P1\nC")}))
    scheduled(folder, week, "--from", "2026-09-07", "--as-of", "2026-09-04")
    assert "5 new slots, 0 as before" in accepted(folder, week)
    before = (folder / "schedule.csv").read_bytes()
    assert "Nothing new" in accepted(folder, week)
    assert (folder / "schedule.csv").read_bytes() == before
    assert {row["from"] for row in rows(folder)} == {"2026-09-07"}
    # From October on child B may be taken on one hour only, where child A or C may be.
    taken = next(row for row in rows(folder) if row["service_id"] == "A")
    hour = f"{taken['weekday']} {taken['start_time']} {int(taken['start_time'][:2]) + 1:02}{taken['start_time'][2:]}"
    times = f"student_id weekday start end use\nS-2 {hour} open"
    write(folder, student_times=times, students=TABLES["students"])
    found = scheduled(folder, week, "--from", "2026-10-05", "--as-of", "2026-10-02")
    assert not found["unplaced"]
    moved = {str(each["service_id"]) for each in found["moved"]}
    assert "B" in moved
    accepted(folder, week)
    ended = [row for row in rows(folder) if row["until"]]
    assert {row["service_id"] for row in ended} == moved
    assert {row["until"] for row in ended} == {"2026-10-04"}
    assert run("check", folder, "--as-of", "2026-10-02").exit_code == 0


def test_a_week_that_no_longer_fits_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    folder, week = tmp_path / "f", tmp_path / "week.json"
    folder.mkdir()
    services = "service_id student_id service_type minutes sessions per provider_id\nA S-1 speech 30 1 week P1"
    write(folder, **(TABLES | {"services": services}))
    found = scheduled(folder, week, "--from", "2026-09-07", "--as-of", "2026-09-04")
    day = found["slots"][0]["weekday"]
    times = f"student_id weekday start end use\nS-1 {day} 08:00 15:00 protected"
    write(folder, student_times=times, students=TABLES["students"])
    done = run("accept", week, folder)
    assert done.exit_code == 2
    assert "may not be taken then" in done.stderr
    assert not (folder / "schedule.csv").exists()


def test_what_is_kept_against_a_rule_is_told_and_can_be_accepted(tmp_path: Path) -> None:
    folder, week = tmp_path / "f", tmp_path / "week.json"
    folder.mkdir()
    services = (
        "service_id student_id service_type minutes sessions per provider_id\n"
        "A S-1 speech 30 1 week P1\nB S-2 speech 30 1 week P1"
    )
    times = "student_id weekday start end use\nS-1 Monday 09:00 10:00 protected"
    slots = "service_id weekday start_time minutes provider_id from until\nA Monday 09:00 30 - - -"
    write(folder, **(TABLES | {"services": services, "student_times": times, "schedule": slots}))
    days = ("--from", "2026-09-07", "--as-of", "2026-09-04")
    said = run("schedule", folder, *days, "--keep").stdout
    assert "Kept as asked (S-1): Student S-1 may not be taken then." in said
    found = scheduled(folder, week, *days, "--keep")
    assert found["moved"] == []
    assert "1 new slot, 1 as before" in accepted(folder, week)
    (moved,) = scheduled(folder, week, *days)["moved"]
    assert (moved["service_id"], moved["weekday"]) == ("A", "Monday")
    assert "Student S-1 may not be taken then." in run("schedule", folder, *days).stdout


def test_children_whom_the_log_has_together_and_the_schedule_apart_can_be_kept(tmp_path: Path) -> None:
    services = (
        "service_id student_id service_type minutes sessions per group_max provider_id\n"
        "A S-1 speech 30 1 week 2 P1\nB S-2 speech 30 1 week 2 P1"
    )
    slots = "service_id weekday start_time minutes\nA Monday 09:00 30\nB Tuesday 09:00 30"
    held = "\n".join(f"{service}{n} {service} 2026-09-0{n} 30 10:00 2 P1" for n in (1, 2, 3) for service in ("A", "B"))
    log = f"{TABLES['sessions']}\n{held}"
    write(tmp_path, **(TABLES | {"services": services, "schedule": slots, "sessions": log}))
    week = scheduled(tmp_path, tmp_path / "week.json", "--from", "2026-09-07", "--as-of", "2026-09-04", "--keep")
    assert (week["moved"], week["summary"]["placed"]) == ([], 2)


@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The example district with its autumn accepted."""
    place = tmp_path_factory.mktemp("autumn")
    folder = place / "maple-ridge"
    shutil.copytree(RIDGE, folder)
    found = scheduled(folder, place / "week.json", "--from", "2026-08-24", "--as-of", "2027-03-12")
    accepted(folder, place / "week.json")
    return folder, found


def test_the_example_district_schedules_its_autumn_and_the_checks_find_nothing_new(
    autumn: tuple[Path, dict[str, Any]],
) -> None:
    folder, found = autumn
    assert found["summary"]["placed"] == found["summary"]["sessions"] == 91
    assert found["summary"]["moved"] == 0
    before, after = (run("check", where, "--as-of", "2027-03-12") for where in (RIDGE, folder))
    assert (after.exit_code, after.stdout.count("warning")) == (0, before.stdout.count("warning"))


def test_the_example_district_loses_a_therapist_and_nobody_elses_slot_moves(
    autumn: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, before = tmp_path / "lost", autumn[1]
    shutil.copytree(autumn[0], folder)
    with (folder / "provider_absences.csv").open("a", encoding="utf-8") as absences:
        absences.write("P01,2026-10-05,2027-01-15,vacancy\n")
    found = scheduled(folder, tmp_path / "week.json", "--from", "2026-10-05", "--as-of", "2026-10-02")
    own = [each for each in before["slots"] if each["provider_id"] == "P01"]
    assert {each["why"] for each in found["unplaced"]} == {"nobody_there"}
    assert sum(each["sessions"] for each in found["unplaced"]) == len(own) == len(found["moved"]) == 23
    assert {each["provider_id"] for each in found["moved"]} == {"P01"}
    assert found["summary"]["fewest_moved"] is True


def test_the_slots_of_that_autumn_hold_what_every_period_has_due(
    autumn: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, found = autumn
    bare = tmp_path / "bare"
    shutil.copytree(folder, bare)
    log = bare / "sessions.csv"
    log.write_text(log.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    for name in ("awards", "determinations", "offers", "notices", "signatures", "family_notes"):
        (bare / f"{name}.csv").unlink()
    as_of = dt.date(2026, 10, 31)
    records, _ = read_folder(bare, as_of=as_of)
    assert records is not None
    ledger = ledger_of(records, as_of)
    in_week = {str(each["service_id"]) for each in found["slots"]}
    assert len(in_week) == 60
    held = Counter[tuple[str, dt.date]]()
    spans = {(period.service_id, period.first): period for period in ledger.periods if period.last <= as_of}
    for miss in ledger.misses:
        for (service_id, first), period in spans.items():
            if service_id == miss.service_id and first <= miss.missed_on <= period.last and miss.inferred:
                held[service_id, first] += miss.gap
    due = {key: period.due for key, period in spans.items() if key[0] in in_week and period.due}
    assert len(due) > 400
    assert {key for key, minutes in due.items() if held[key] < minutes} == set()
