"""A plan as it is made for a folder: sums, figures, and every row of it held against the tables themselves."""

import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.planner.nasty_instance import nasty_instance
from tests.planner.planned_folder import planned_folder
from tests.planner.small_week import MISSED, MONDAY, WEEK, free, held, miss, week
from tests.plans.plain_check import check_plan
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.planner.make import make_plan, planned_of, worst_open_share
from makegood.plans.instance import Instance
from makegood.plans.plan import Plan

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]


def expect_sums(instance: Instance, plan: Plan) -> None:
    """Hold what is planned and what is told not to be against what is owed, miss by miss."""
    rest = Counter({(each.service_id, each.session_id, each.missed_on): each.minutes for each in instance.misses})
    for session in plan.sessions:
        for row in session.students:
            for part in row.settles:
                rest[part.service_id, part.session_id, part.missed_on] -= part.minutes
    told = Counter[Any]()
    for left in plan.unplanned:
        assert left.minutes > 0
        assert left.detail
        told[left.service_id, left.session_id, left.missed_on] += left.minutes
    assert +rest == told
    assert min(rest.values(), default=0) >= 0
    summary = plan.summary
    assert summary.verified
    assert summary.owed == sum(each.minutes for each in instance.misses)
    assert summary.planned == summary.owed - sum(told.values())
    assert summary.in_time <= summary.planned <= summary.bound <= summary.owed
    assert summary.in_time <= summary.in_time_bound <= summary.bound


@pytest.mark.parametrize("seed", range(8))
def test_every_minute_is_planned_or_told_not_to_be(seed: int) -> None:
    instance = nasty_instance(700 + seed)
    expect_sums(instance, make_plan(instance, stopped=None if seed < 4 else lambda: True))


def test_figures_of_a_plan_counted_by_hand() -> None:
    late, on_time = miss(40, who="001", due_by=WEEK[0]), miss(20, who="002")
    unmet = miss(50, who="003", what="ot")
    instance = week(late, on_time, unmet)
    sessions = [
        held(WEEK[0], "9:00", (late, 20)),
        held(WEEK[2], "9:00", (late, 15)),
        held(WEEK[3], "9:00", (on_time, 20)),
    ]
    assert planned_of(instance, sessions) == (55, 40)
    # 001: 5 of 40 open; 002: nothing; 003: all of it.
    assert worst_open_share(instance, sessions) == 1
    assert worst_open_share(week(late, on_time), sessions) == pytest.approx(1 / 8)
    assert worst_open_share(week(), []) == 0


def test_the_summary_of_a_small_plan() -> None:
    # Monday has half an hour for 001, in time; nobody gives 002's.
    instance = week(
        miss(45, who="001", due_by=MONDAY), miss(30, who="002", what="ot"), availability=(free(0, "9:00", "9:30"),)
    )
    told: list[tuple[int, int | None]] = []
    plan = make_plan(instance, progress=lambda *figures: told.append(figures))
    summary = plan.summary
    assert (summary.owed, summary.planned, summary.in_time, summary.bound, summary.in_time_bound) == (
        75,
        30,
        30,
        30,
        30,
    )
    assert (summary.worst_open_share, summary.verified) == (1, True)
    assert [(each.student_id, each.minutes, each.missed_on) for each in plan.unplanned] == [
        ("001", 15, MISSED),
        ("002", 30, MISSED),
    ]
    assert told[-1] == (30, 30)


def plan_of(folder: Path, first: dt.date, last: dt.date, as_of: dt.date) -> Json:
    words = ["plan", str(folder), "--from", first, "--until", last, "--as-of", as_of, "--format", "json", "--time", "1"]
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    found: Json = json.loads(result.stdout)
    return found


def test_the_example_district_holds_against_its_tables() -> None:
    first, last, as_of = dt.date(2027, 3, 15), dt.date(2027, 4, 16), dt.date(2027, 3, 12)
    folder = ROOT / "examples" / "maple-ridge"
    plan = plan_of(folder, first, last, as_of)
    assert plan["summary"]["verified"]
    assert len(plan["sessions"]) > 20
    assert check_plan(folder, as_of, plan, first=first, last=last) == []


# In these something is owed as of the day that the seed draws, and can be planned.
@pytest.mark.parametrize("seed", [0, 2, 5, 8, 17, 22, 40, 43])
def test_random_folders_hold_against_their_tables(seed: int, tmp_path: Path) -> None:
    folder, as_of = planned_folder(tmp_path, seed, "large" if seed % 4 == 0 else "small")
    first, last = as_of + dt.timedelta(days=1), as_of + dt.timedelta(days=14)
    plan = plan_of(folder, first, last, as_of)
    assert plan["summary"]["verified"]
    assert plan["sessions"]
    assert check_plan(folder, as_of, plan, first=first, last=last) == []
