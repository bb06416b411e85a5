"""The plain check of a folder: a plan by hand that is fine, and each rule broken once."""

import datetime as dt
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.plans.plain_check import check_plan
from tests.statements.small_folder import house, write

PACK = house("{reasons: {provider_absent: {disposition: owed, source: us}}}")
FOLDER = {
    "terms": "calendar_id kind start end\nCAL year 2026-09-01 2027-06-11",
    "calendar": "calendar_id date kind\nCAL 2027-03-10 holiday",
    "schools": "school_id name calendar_id\nE East CAL\nW West CAL",
    "students": "student_id school_id policy_id grade\nS-1 E house 3\nS-2 E house 4\nS-3 W house 6",
    "providers": "provider_id service_types school_id\nP1 speech E\nP2 ot E",
    # One period each, over since 26 February: 30 minutes a week for S-1 and S-2, missed in the last two weeks.
    "services": "service_id student_id service_type minutes per group_max provider_id start end\n"
    "A S-1 speech 30 week 2 P1 2027-02-15 2027-02-26\nB S-2 speech 30 week 2 P1 2027-02-15 2027-02-26\n"
    "C S-3 speech 30 week 1 P1 2027-02-22 2027-02-26\nD S-2 ot 30 week - P2 2027-01-04 2027-06-11",
    "schedule": "service_id weekday start_time minutes\nD Monday 10:00 30",
    "sessions": "session_id service_id date minutes_delivered reason\n"
    "A1 A 2027-02-16 0 provider_absent\nA2 A 2027-02-23 0 provider_absent\n"
    "B1 B 2027-02-16 0 provider_absent\nB2 B 2027-02-23 0 provider_absent\nC1 C 2027-02-23 0 provider_absent\n",
    "student_absences": "student_id date until\nS-1 2027-03-04 2027-03-05",
    "provider_absences": "provider_id date\nP1 2027-03-09",
    "availability": "provider_id weekday date start end\nP1 Monday - 08:00 12:00\nP1 Tuesday - 08:00 12:00\n"
    "P1 Thursday - 08:00 12:00\nP1 - 2027-03-10 09:00 10:00\nP1 - 2027-03-08 14:00 16:00",
    "bell": "school_id weekday start end\nE Monday 08:00 15:00\nE Tuesday 08:00 15:00\nE Thursday 08:00 15:00\n"
    "W Monday 08:00 15:00\nW Tuesday 08:00 15:00",
    "student_times": "student_id school_id grade weekday start end use\n- E - Monday 11:00 11:30 lunch\n"
    "- E 4 Tuesday 08:00 08:30 special",
    "travel": "from to minutes\nE W 15\nW E 20",
    "limits": "student_day student_week provider_day provider_week shortest longest grade_span\n30 60 60 120 15 45 1",
}
FRIDAY = dt.date(2027, 2, 26)
Json = dict[str, Any]


def session(when: str, school_id: str, *students: tuple[str, str, str, int]) -> Json:
    """Return a session of 30 minutes with P1, as JSON: each student with service, session and minutes."""
    day, start = when.split()
    return {
        "date": f"2027-{day}",
        "start": start,
        "minutes": 30,
        "school_id": school_id,
        "provider_id": "P1",
        "service_type": "speech",
        "students": [
            {"student_id": name, "settles": [miss(service, missed, minutes)]}
            for name, service, missed, minutes in students
        ],
    }


def miss(service_id: str, session_id: str, minutes: int) -> Json:
    """Return minutes of a miss: A1 and B1 are of 16 February, the others of 23 February."""
    day = "2027-02-16" if session_id in {"A1", "B1"} else "2027-02-23"
    return {"service_id": service_id, "session_id": session_id, "missed_on": day, "minutes": minutes}


PLAN: Json = {
    "sessions": [
        session("03-01 08:00", "E", ("S-1", "A", "A1", 30), ("S-2", "B", "B1", 30)),
        session("03-01 08:45", "W", ("S-3", "C", "C1", 30)),
        session("03-08 15:00", "E", ("S-1", "A", "A2", 30)),
    ],
    "unplanned": [{"student_id": "S-2", **miss("B", "B2", 30), "why": "providers_full", "detail": ""}],
    "summary": {"owed": 150, "planned": 120, "bound": 150},
}


def found(folder: Path, change: Callable[[Json], object] | None = None, tables: dict[str, str] | None = None) -> str:
    """Return what stands against the plan after a change, line by line; what is left untold is no matter here."""
    plan = deepcopy(PLAN)
    if change is not None:
        change(plan)
        del plan["summary"]
    folder = write(folder, PACK, **(FOLDER | (tables or {})))
    first, last = dt.date(2027, 3, 1), dt.date(2027, 3, 12)
    lines = check_plan(folder, FRIDAY + dt.timedelta(days=2), plan, first=first, last=last)
    return "\n".join(line for line in lines if change is None or "neither planned nor told" not in line)


def test_a_plan_by_hand_is_fine(tmp_path: Path) -> None:
    assert not found(tmp_path)


CHANGES: dict[str, tuple[Callable[[list[Json]], object], str]] = {
    "horizon": (lambda all_: all_[2].update(date="2027-03-15", start="08:00"), "outside 2027-03-01"),
    "order": (lambda all_: all_.reverse(), "not in order"),
    "credential": (lambda all_: all_[0].update(provider_id="P2"), "no credential"),
    "unknown": (lambda all_: all_[0].update(provider_id="P9"), "not on record"),
    "no time": (lambda all_: all_[0].update(start="07:50"), "the provider has no time"),
    "not on a holiday": (lambda all_: all_[2].update(date="2027-03-10", start="09:31"), "the provider has no time"),
    "provider away": (lambda all_: all_[2].update(date="2027-03-09", start="08:00"), "the provider is away"),
    "student away": (lambda all_: all_[2].update(date="2027-03-04", start="08:00"), "S-1 is away"),
    "lunch": (lambda all_: all_[2].update(start="11:15"), "S-1 is not open"),
    "a grade's special": (lambda all_: all_[0].update(date="2027-03-02"), "S-2 is not open"),
    "regular": (lambda all_: all_[0].update(start="09:45"), "S-2 has a regular session"),
    "travel": (lambda all_: all_[1].update(start="08:44"), "too little time"),
    "twice at once": (lambda all_: all_[1].update(start="08:15"), "the provider is also in"),
    "school": (lambda all_: all_[2].update(school_id="W"), "S-1 is at another school"),
    "type": (lambda all_: all_[0].update(service_type="ot"), "of another service"),
    "listed twice": (lambda all_: all_[1].update(students=all_[1]["students"] * 2), "listed twice"),
    "group": (lambda all_: all_[1]["students"].append(all_[0]["students"][0]), "2 together, C: 1"),
    "paid twice": (lambda all_: all_[2].update(students=all_[0]["students"][:1]), "60 settled of 30"),
    "more than it lasts": (lambda all_: all_[2].update(minutes=20), "settles 30 for S-1"),
    "piece": (lambda all_: all_[2]["students"][0]["settles"][0].update(minutes=14), "a piece of 14"),
    "not owed": (lambda all_: all_[2]["students"][0]["settles"][0].update(session_id="A9"), "is not owed"),
    "before": (lambda all_: all_[2].update(date="2027-02-22", start="08:00"), "is missed later"),
    "too long": (lambda all_: all_[1].update(minutes=46), "too short or too long"),
    "a day's limit": (lambda all_: all_[0].update(minutes=31), "student_day of S-1"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_rule_broken_once_is_found(tmp_path: Path, name: str) -> None:
    change, says = CHANGES[name]
    assert says in found(tmp_path, lambda plan: change(plan["sessions"]))


def test_a_date_opens_a_day_without_school_and_time_after_the_bell(tmp_path: Path) -> None:
    assert not found(tmp_path, lambda plan: plan["sessions"][2].update(date="2027-03-10", start="09:30"))
    assert "not open" in found(
        tmp_path,
        lambda plan: plan["sessions"][2].update(start="15:00"),
        {"bell": "school_id weekday start end\nE Monday 08:00 15:10\nW Monday 08:00 15:00"}
        | {"student_times": FOLDER["student_times"] + "\n- E - Monday 15:20 15:40 protected"},
    )


def test_grades_of_a_group_are_held_together(tmp_path: Path) -> None:
    students = FOLDER["students"].replace("S-2 E house 4", "S-2 E house 5")
    assert "grades too far apart" in found(tmp_path, None, {"students": students})


def test_what_is_neither_planned_nor_told_and_wrong_sums_are_found(tmp_path: Path) -> None:
    plan = deepcopy(PLAN)
    plan["unplanned"] = []
    plan["summary"] = {"owed": 120, "planned": 150, "bound": 100}
    write(tmp_path, PACK, **FOLDER)
    lines = "\n".join(check_plan(tmp_path, FRIDAY + dt.timedelta(days=2), plan))
    assert "'B2', datetime.date(2027, 2, 23)): 30 minutes neither" in lines
    assert "planned is 120" in lines
    assert "owed is 150" in lines
    assert "the bound is under 120" in lines


def test_what_is_agreed_is_asked_for(tmp_path: Path) -> None:
    head = "pinned_id date start minutes school_id provider_id student_id service_id session_id missed_on settles\n"
    agreed = head + "N1 2027-03-08 15:00 30 E P1 S-1 A A2 2027-02-23 30"
    assert not found(tmp_path, None, {"pinned": agreed})
    assert "pinned N1" in found(tmp_path, None, {"pinned": agreed.replace("15:00", "15:15")})
    declined = "offer_id session_id date response\nO1 A2 2027-02-27 declined"
    assert not found(tmp_path, None, {"pinned": agreed.replace("15:00", "15:15"), "offers": declined})
