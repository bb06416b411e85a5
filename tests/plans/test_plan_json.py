"""A plan as JSON has the shape that other programs were promised, and comes back whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.plans.a_plan import plan, session, settles, unplanned

from makegood.plans.instance import Attends
from makegood.plans.plan import Cover
from makegood.plans.plan_json import plan_json, read_plan

ONE = session(Attends(student_id="001", settles=(settles(20), settles(10, None))))
COVER = Cover(school_id="A", service_type="speech", hours=1.25, cost=10050, minutes=60)


def written(tmp_path: Path, value: Any) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_plan_has_exactly_the_keys_that_were_promised() -> None:
    told = plan_json(plan(ONE, left=(unplanned(45),), cover=(COVER,)))
    assert told == {
        "sessions": [
            {
                "date": "2027-03-16",
                "start": "13:05",
                "minutes": 30,
                "school_id": "A",
                "provider_id": "P1",
                "service_type": "speech",
                "students": [
                    {
                        "student_id": "001",
                        "settles": [
                            {"service_id": "S1", "session_id": "L1", "missed_on": "2027-01-20", "minutes": 20},
                            {"service_id": "S1", "session_id": None, "missed_on": "2027-01-20", "minutes": 10},
                        ],
                    }
                ],
            }
        ],
        "unplanned": [
            {
                "student_id": "002",
                "service_id": "S2",
                "session_id": None,
                "missed_on": "2027-01-20",
                "minutes": 45,
                "why": "providers_full",
                "detail": "Everybody with the credential is full.",
            }
        ],
        "summary": {
            "owed": 75,
            "planned": 30,
            "in_time": 30,
            "bound": 30,
            "worst_open_share": 0.25,
            "seconds": 1.5,
            "verified": True,
        },
        "cover": [{"school_id": "A", "service_type": "speech", "hours": 1.25, "cost": 100.5}],
    }


def test_only_what_the_team_has_not_decided_says_so() -> None:
    told = plan_json(plan(left=(unplanned(5), unplanned(6, decided=False))))
    assert [each.get("decided", "silent") for each in told["unplanned"]] == ["silent", False]


def test_a_cover_without_a_price_costs_null_and_not_nothing() -> None:
    cover = Cover(school_id="A", service_type="speech", hours=1, cost=None, minutes=60)
    assert plan_json(plan(cover=(cover,)))["cover"][0]["cost"] is None


def test_a_plan_comes_back_as_it_went(tmp_path: Path) -> None:
    went = plan(ONE, left=(unplanned(45), unplanned(6, decided=False)), cover=(COVER,))
    came, findings = read_plan(written(tmp_path, plan_json(went)))
    assert findings == []
    assert came is not None
    assert came.sessions == went.sessions
    assert came.summary == went.summary
    assert plan_json(came) == plan_json(went)


def test_sessions_alone_are_a_plan_that_claims_nothing_more(tmp_path: Path) -> None:
    came, findings = read_plan(written(tmp_path, {"sessions": plan_json(plan(ONE))["sessions"]}))
    assert findings == []
    assert came is not None
    assert (came.summary.planned, came.summary.in_time, came.summary.verified) == (30, 0, False)


def test_a_plan_says_the_day_of_its_account_where_it_knows_it(tmp_path: Path) -> None:
    assert "as_of" not in plan_json(plan(ONE))
    told = {"as_of": "2027-03-12", **plan_json(plan(ONE))}
    came, _ = read_plan(written(tmp_path, told))
    assert came is not None
    assert plan_json(came) == told
    came, (finding,) = read_plan(written(tmp_path, told | {"as_of": "soon"}))
    assert (came, finding.origin.column) == (None, "as_of")


def test_a_plan_without_a_session_is_a_plan(tmp_path: Path) -> None:
    came, findings = read_plan(written(tmp_path, {"sessions": []}))
    assert (came is not None and came.sessions, findings) == ((), [])


@pytest.mark.parametrize(
    ("path", "value", "column"),
    [
        (("start",), "24:00", "sessions[0].start"),
        (("start",), 785, "sessions[0].start"),
        (("start",), "23:45", "sessions[0].minutes"),
        (("date",), "16.3.2027", "sessions[0].date"),
        (("minutes",), 0, "sessions[0].minutes"),
        (("minutes",), True, "sessions[0].minutes"),
        (("minutes",), 29, "sessions[0].students[0].settles"),
        (("provider_id",), 7, "sessions[0].provider_id"),
        (("provider_id",), "  ", "sessions[0].provider_id"),
        (("students",), [], "sessions[0].students"),
        (("students", 0), "001", "sessions[0].students[0]"),
        (("students", 0, "settles"), [], "sessions[0].students[0].settles"),
        (("students", 0, "settles", 1, "minutes"), 10.5, "sessions[0].students[0].settles[1].minutes"),
        (("students", 0, "settles", 0, "session_id"), 12, "sessions[0].students[0].settles[0].session_id"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, path: tuple[str | int, ...], value: Any, column: str
) -> None:
    told: Any = plan_json(plan(ONE))
    at = told["sessions"][0]
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    came, findings = read_plan(written(tmp_path, told))
    assert came is None
    assert [(each.level, each.table, each.column) for each in findings] == [("error", "plan.json", column)]


def test_a_student_twice_in_one_session_is_refused(tmp_path: Path) -> None:
    told = plan_json(plan(ONE))
    told["sessions"][0]["students"] *= 2
    came, findings = read_plan(written(tmp_path, told))
    assert came is None
    assert findings[0].expected == "each student once"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"misses": []}', '{"sessions": 3}', "[" * 100_000])
def test_a_file_that_is_no_plan_is_refused_in_one_finding(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    came, findings = read_plan(path)
    assert came is None
    assert [each.code for each in findings] == ["bad_plan"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    came, findings = read_plan(tmp_path / "none.json")
    assert came is None
    assert "could not be opened" in findings[0].message
