"""The planners that ours is measured beside make plans that stand, and plan what a person can see is there."""

import datetime as dt
import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bench.planner.child import minutes
from bench.planner.greedy import greedy
from bench.planner.plain_cp_sat import TooLargeError, plain_cp_sat
from bench.planner.published import PUBLISHED, best

from makegood.planner.invent import invent
from makegood.plans.instance import (
    Attends,
    Availability,
    Bell,
    Instance,
    Limits,
    Miss,
    Provider,
    Session,
    Settles,
    Student,
    Travel,
)
from makegood.plans.plan_json import read_plan
from makegood.plans.verify import verify

Plan = Callable[[Instance], tuple[int, int]]
"""Gives minutes planned, and those in time."""

MONDAY = dt.date(2027, 3, 15)
TUESDAY = dt.date(2027, 3, 16)
FEBRUARY = dt.date(2027, 2, 1)
LARGE = 1000
"""Students from which checking a plan takes too long for a test."""
PLANNERS = [greedy, lambda instance: plain_cp_sat(instance, 5)]


def tiny(*students: Student, misses: tuple[Miss, ...], **more: object) -> Instance:
    """Return two days at a school with a provider who has from 10:00 to 10:30 on Mondays."""
    facts = {
        "availability": (Availability(provider_id="P", weekday=0, start=600, end=630, school_id="E"),),
        "bell": tuple(Bell(school_id=each, weekday=day, start=480, end=900) for each in "EF" for day in (0, 1)),
        "providers": (Provider(provider_id="P", service_types=("speech",), school_id="E"),),
        "limits": Limits(shortest=15, longest=60, grade_span=1),
    } | more
    days = {"c": (MONDAY, TUESDAY)}
    return Instance(first=MONDAY, last=TUESDAY, school_days=days, students=students, misses=misses, **facts)


def student(name: str, grade: str = "3", school: str = "E") -> Student:
    """Return a student."""
    return Student(student_id=name, school_id=school, calendar="c", grade=grade)


def miss(name: str, length: int = 30, together: int = 1, due_by: dt.date | None = None) -> Miss:
    """Return minutes that a student missed."""
    return Miss(
        student_id=name, service_id=f"V{name}", service_type="speech", session_id=None, missed_on=FEBRUARY,
        minutes=length, group_max=together, due_by=due_by,
    )  # fmt: skip


def way(length: int) -> Travel:
    """Return the way between the two schools."""
    return Travel(start="E", end="F", minutes=length)


@pytest.fixture(params=PLANNERS, ids=["greedy", "plain CP-SAT"])
def plan(request: pytest.FixtureRequest) -> Plan:
    def planned(instance: Instance) -> tuple[int, int]:
        sessions = request.param(instance)
        assert verify(instance, sessions) == []
        return minutes(instance, sessions)

    return planned


def test_one_place_goes_to_one_of_two_who_must_be_alone(plan: Plan) -> None:
    assert plan(tiny(student("a"), student("b"), misses=(miss("a"), miss("b")))) == (30, 30)


def test_two_who_may_be_together_share_it_if_their_grades_are_neighbours(plan: Plan) -> None:
    two = (miss("a", together=2), miss("b", together=2))
    assert plan(tiny(student("a", "3"), student("b", "4"), misses=two)) == (60, 60)
    assert plan(tiny(student("a", "3"), student("b", "5"), misses=two)) == (30, 30)


def test_nobody_joins_one_who_must_be_alone(plan: Plan) -> None:
    assert plan(tiny(student("a"), student("b"), misses=(miss("a", together=2), miss("b")))) == (30, 30)


def test_a_long_miss_is_made_up_in_pieces(plan: Plan) -> None:
    later = Availability(provider_id="P", weekday=1, start=600, end=620, school_id="E")
    instance = tiny(student("a"), misses=(miss("a", 45),))
    assert plan(instance) == (30, 30)
    assert plan(replace(instance, availability=(*instance.availability, later))) == (45, 45)


def test_what_comes_after_its_deadline_is_planned_but_not_in_time(plan: Plan) -> None:
    assert plan(tiny(student("a"), misses=(miss("a", due_by=FEBRUARY),))) == (30, 0)


def test_the_way_between_two_schools_is_kept(plan: Plan) -> None:
    free = tuple(
        Availability(provider_id="P", weekday=0, start=start, end=start + 30, school_id=school)
        for start, school in ((600, "E"), (640, "F"))
    )
    two = (student("a"), student("b", school="F"))
    two_misses = (miss("a"), miss("b"))
    assert plan(tiny(*two, misses=two_misses, availability=free, travel=(way(10),)))[0] == 60
    # Whoever stays at E for the shortest session of 15 minutes is at F at 11:15, when nobody is free there.
    assert plan(tiny(*two, misses=two_misses, availability=free, travel=(way(60),)))[0] == 30
    assert plan(tiny(*two, misses=two_misses, availability=free))[0] == 30


def test_limits_and_what_is_agreed_are_kept(plan: Plan) -> None:
    agreed = Session(
        date=MONDAY, start=600, minutes=15, school_id="E", provider_id="P", service_type="speech",
        students=(
            Attends(
                student_id="a",
                settles=(Settles(service_id="Va", session_id=None, missed_on=FEBRUARY, minutes=15),),
            ),
        ),
    )  # fmt: skip
    instance = tiny(student("a"), misses=(miss("a", 45),), pinned=(agreed,))
    assert plan(instance) == (30, 30)
    assert plan(replace(instance, limits=Limits(student_day=29, shortest=15))) == (15, 15)


@pytest.mark.parametrize("seed", range(3))
def test_made_up_schools_get_plans_that_stand(seed: int) -> None:
    instance = invent("school", seed, students=12)
    in_turn = greedy(instance)
    assert verify(instance, in_turn) == []
    assert minutes(instance, in_turn)[0] > 0
    # On a busy machine two seconds may not be enough for the solver to find a plan with anything in it.
    assert verify(instance, plain_cp_sat(instance, 2)) == []


def test_greedy_plans_that_span_schools_stand() -> None:
    for instance in (invent("cluster", 1, students=120), invent("contested", 1)):
        assert verify(instance, greedy(instance)) == []


def test_an_instance_too_large_for_the_plain_model_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.planner.plain_model.MOST", 10)
    with pytest.raises(TooLargeError):
        plain_cp_sat(invent("school", 1), 1)


@pytest.mark.parametrize("name", ["school-1", "contested-1", "cluster-1"])
def test_a_published_instance_is_what_its_seed_gives(name: str) -> None:
    published = PUBLISHED[name]
    instance = published.read()
    assert instance == invent(published.kind, published.seed)
    assert best()[name]["owed"] == sum(each.minutes for each in instance.misses)


@pytest.mark.parametrize("name", [name for name in best() if PUBLISHED[name].plan.exists()])
def test_the_best_plan_published_stands_and_settles_what_is_said(name: str, tmp_path: Path) -> None:
    told, instance = best()[name], PUBLISHED[name].read()
    assert told["in_time"] <= told["planned"] <= told["bound"] <= told["owed"]
    (tmp_path / "plan.json").write_bytes(gzip.decompress(PUBLISHED[name].plan.read_bytes()))
    plan, findings = read_plan(tmp_path / "plan.json")
    assert findings == []
    assert plan is not None
    assert minutes(instance, plan.sessions) == (told["planned"], told["in_time"])
    if len(instance.students) < LARGE:
        assert verify(instance, plan.sessions) == []
