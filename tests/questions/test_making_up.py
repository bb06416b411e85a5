"""Questions of docs/questions.md, counted by hand: When can it be made up?"""

import json
from pathlib import Path
from typing import Any

from tests.planner import agreed_folder
from tests.planner.small_week import MONDAY, clock, free, held, miss, week
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.plans.instance import Instance, Limits, Provider, StudentTime
from makegood.plans.instance_file import write_instance

WEEKS = ("--from", "2026-10-05", "--until", "2026-10-16", "--as-of", "2026-10-04")


def say(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "100"})
    assert done.exit_code == 0, done.output
    return done.output


def planned(tmp_path: Path, instance: Instance) -> dict[str, Any]:
    write_instance(instance, tmp_path / "week.json")
    say("plan", tmp_path / "week.json", "--format", "json", "--out", tmp_path / "plan.json")
    found: dict[str, Any] = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    return found


def test_q46_eleven_students_five_days_each_and_ten_free_minutes_a_day(tmp_path: Path) -> None:
    # 11 x 5 x 10 minutes are owed: 550. One week of ten minutes a day holds 50, whoever plans it.
    owed = [miss(10, who=f"{n:03}", name=f"L{n}-{day}") for n in range(1, 12) for day in range(5)]
    people = (Provider(provider_id="P1", service_types=("speech",), school_id="E", hourly_cost=6000),)
    ten = tuple(free(day, "9:00", "9:10") for day in range(5))
    found = planned(tmp_path, week(*owed, providers=people, availability=ten, limits=Limits(shortest=10)))
    assert [found["summary"][name] for name in ("owed", "planned", "bound")] == [550, 50, 50]
    assert {row["why"] for row in found["unplanned"]} == {"providers_full"}
    # 500 minutes for one student at a time: 8 hours and 20 minutes, at $60 an hour.
    assert [(each["hours"], each["cost"]) for each in found["cover"]] == [(8.33, 500.00)]


def test_q47_a_full_week_has_a_reason_for_every_minute(tmp_path: Path) -> None:
    taken, owed = miss(30, who="002"), miss(30)
    instance = week(taken, owed, availability=(free(0, "9:00", "9:30"),), pinned=(held(MONDAY, "9:00", (taken, 30)),))
    (left,) = planned(tmp_path, instance)["unplanned"]
    assert (left["student_id"], left["minutes"], left["why"]) == ("001", 30, "providers_full")
    assert "make-ups of other students take all" in left["detail"]


def test_q48_a_vacancy_is_set_beside_today(tmp_path: Path) -> None:
    here = agreed_folder.folder(tmp_path)
    (tmp_path / "if.yaml").write_text(
        "scenarios:\n  - {name: P1 leaves, changes: [{vacancy: {provider: P1}}]}\n", encoding="utf-8"
    )
    told = say("plan", here, *WEEKS, "--what-if", tmp_path / "if.yaml")
    # 80 minutes are owed and planned, 60 of them with P1, who also owes S-4 30 minutes of ot in each of two weeks.
    rows = [line.split() for line in told.split("What if: P1 leaves")[1].splitlines()]
    assert ["Planned", "80", "20", "-60"] in rows
    assert ["Regular", "minutes", "that", "nobody", "would", "hold", "0", "60", "+60"] in rows


def test_q49_one_child_reads_when_and_with_whom(tmp_path: Path) -> None:
    told = say("plan", agreed_folder.folder(tmp_path), *WEEKS, "--student", "S-1")
    assert "60 of 60 minutes owed and open have a place." in told
    assert told.count("13:00 with P1") == 2


def test_q50_no_lesson_and_no_lunch_is_taken_and_no_group_grows(tmp_path: Path) -> None:
    # P1 has half an hour; 001 has core lessons in its first quarter. 002 needs all of it and must be alone.
    first, second = miss(30, group_max=2), miss(30, who="002", group_max=1)
    core = StudentTime(student_id="001", weekday=0, start=clock("9:00"), end=clock("9:15"), use="core")
    found = planned(tmp_path, week(first, second, availability=(free(0, "9:00", "9:30"),), student_times=(core,)))
    assert [(each["minutes"], len(each["students"])) for each in found["sessions"]] == [(30, 1)]
    assert found["sessions"][0]["students"][0]["student_id"] == "002"


def test_q51_the_rest_has_its_price(tmp_path: Path) -> None:
    people = (
        Provider(provider_id="P1", service_types=("speech",), school_id="E", hourly_cost=5000),
        Provider(provider_id="P9", service_types=("speech",), hourly_cost=9000, employer="Agency"),
    )
    found = planned(tmp_path, week(miss(30), miss(60, who="002"), providers=people))
    # An hour and a half at the contractor's $90.
    assert [(each["hours"], each["cost"]) for each in found["cover"]] == [(1.5, 135)]
