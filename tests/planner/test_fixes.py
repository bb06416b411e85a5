"""What more time would settle: minutes, children and hours counted by hand, and added to a plan that still stands."""

import dataclasses
import datetime as dt
from dataclasses import dataclass

import pytest
from tests.planner.small_week import MONDAY, WEEK, clock, free, held, miss, student, week

from makegood.planner.explain.case import key_of, settled
from makegood.planner.fixes import Fix, fixes
from makegood.planner.solve import solve as real_solve
from makegood.planner.wording import week_of
from makegood.plans.instance import (
    Attends,
    Availability,
    Away,
    Instance,
    Limits,
    Miss,
    Provider,
    Regular,
    Session,
    Settles,
    StudentTime,
    Travel,
)
from makegood.plans.verify import verify

HALF_HOURS = range(8 * 60, 17 * 60, 30)


@dataclass(frozen=True)
class Solution:
    """What a solver gives back, as far as it is read."""

    sessions: tuple[Session, ...]


def in_order(sessions: list[Session]) -> list[Session]:
    return sorted(sessions, key=lambda each: (each.date, each.start, each.school_id, each.provider_id))


def solve(instance: Instance, *, trial: bool) -> Solution:
    """Return what a slow and simple planner makes: half hours for one student, wherever the verifier lets them be."""
    assert trial
    plan = in_order(list(instance.pinned))
    assert not verify(instance, plan)
    for each in instance.misses:
        left = each.minutes - settled(plan)[key_of(each)]
        for session in _half_hours(instance, each) if left >= 30 else ():
            more = in_order([*plan, session])
            if left >= 30 and not verify(instance, more):
                plan, left = more, left - 30
    return Solution(tuple(plan))


def _half_hours(instance: Instance, of: Miss) -> list[Session]:
    school = {each.student_id: each.school_id for each in instance.students}
    of_school = sorted({day for each in instance.school_days.values() for day in each})
    days = dict.fromkeys([*of_school, *(row.date for row in instance.availability if row.date)])
    part = Settles(service_id=of.service_id, session_id=of.session_id, missed_on=of.missed_on, minutes=30)
    return [
        Session(
            date=day, start=start, minutes=30, school_id=school[of.student_id], provider_id=each.provider_id,
            service_type=of.service_type, students=(Attends(student_id=of.student_id, settles=(part,)),),
        )
        for each in instance.providers
        for day in days
        for start in HALF_HOURS
        if of.service_type in each.service_types
    ]  # fmt: skip


def found(instance: Instance, *sessions: Session, places: int = 3, later: Instance | None = None) -> dict[str, Fix]:
    """Return the fixes by kind and whose or where they are."""
    made = fixes(instance, sessions, solve, places=places, later=later)
    names = [f"{fix.kind} {fix.provider_id or fix.school_id or 'everywhere'}" for fix in made]
    assert len(set(names)) == len(names)
    return dict(zip(names, made, strict=True))


def person(id_: str = "P1", cost: int | None = 6000, school: str | None = "E", who: str = "district") -> Provider:
    return Provider(
        provider_id=id_, service_types=("speech",), school_id=school, hourly_cost=cost, employer=who
    )  # fmt: skip


def only_open(day: int, start: str, end: str, who: str = "001") -> StudentTime:
    return StudentTime(student_id=who, weekday=day, start=clock(start), end=clock(end), use="open")


def early(*who: str) -> tuple[Availability, ...]:
    """Return a quarter of an hour on Fridays before the first bell: these people are there, with no use for it."""
    return tuple(free(4, "7:00", "7:15", who=each) for each in who or ("P1",))


def weeks_after(instance: Instance, *, school: bool = True) -> Instance:
    """Return the facts up to four weeks later, with school on every weekday of them or on none."""
    days = [WEEK[-1] + dt.timedelta(n) for n in range(1, 29)]
    more = tuple(day for day in days if school and day.weekday() < 5)
    return dataclasses.replace(instance, last=days[-1], school_days={"CAL": (*WEEK, *more)})


def crowded() -> tuple[Instance, Session]:
    """Return a week in which P1 has Monday 9:00-9:30, and 001 and 002 need 60 and 30; 001 gets the half hour."""
    first, second = miss(60), miss(30, who="002")
    instance = week(first, second, providers=(person(),), availability=(free(0, "9:00", "9:30"),))
    return instance, held(MONDAY, "9:00", (first, 30))


def test_every_way_says_hours_minutes_children_and_cost() -> None:
    instance, plan = crowded()
    fix = found(instance, plan, later=weeks_after(instance))
    # 60 minutes of two students are left. Both halves fit into one further hour, one school day of 6 hours, one hour
    # after school; days of which nothing would be used are not asked for. Each week after is as this one: half an hour.
    assert {name: (each.hours, each.minutes, each.children, each.cost) for name, each in fix.items()} == {
        "as_they_are E": (0.0, 60, 2, 0),
        "more_hours P1": (1.0, 60, 2, 6000),
        "one_more_fte E": (6.0, 60, 2, 36000),
        "after_school E": (1.0, 60, 2, 6000),
    }
    assert next(iter(fix)) == "as_they_are E"
    assert week_of(fix["more_hours P1"].rows) == "Mon 08:00-09:00"


def test_a_day_in_term_is_no_day_without_school() -> None:
    # The four weeks after have school: nine to eleven is lessons there, and nothing is asked for that cannot be held.
    instance, plan = crowded()
    assert "summer E" not in found(instance, plan, later=weeks_after(instance))


def test_what_the_next_weeks_hold_knows_their_absences_and_slots() -> None:
    # Half an hour a week, of which P1 is away in three of the four.
    instance, plan = crowded()
    later = weeks_after(instance)
    away = Away(id="P1", first=WEEK[-1] + dt.timedelta(8), last=later.last)
    assert found(instance, plan, later=dataclasses.replace(later, provider_away=(away,)))["as_they_are E"].minutes == 30


@pytest.mark.parametrize("school", [True, False])
def test_whoever_adds_the_time_and_plans_again_finds_what_was_promised(school: bool) -> None:  # noqa: FBT001
    instance, plan = crowded()
    later = weeks_after(instance, school=school)
    person_ = Provider(provider_id="one more", service_types=("speech",), school_id="E")
    for name, fix in found(instance, plan, later=later).items():
        facts = later if fix.kind in {"as_they_are", "summer"} else instance
        who = (*facts.providers, *([person_] if fix.kind == "one_more_fte" else []))
        asked = dataclasses.replace(
            facts, providers=who, availability=(*facts.availability, *fix.rows), pinned=(plan,)
        )  # fmt: skip
        got = sum(settled(real_solve(asked).sessions).values()) - 30
        assert (name, got) == (name, max(got, fix.minutes))
        assert verify(asked, real_solve(asked).sessions) == []


def test_nothing_is_looked_for_where_nothing_is_left() -> None:
    owed = miss(30)
    assert found(week(owed, availability=(free(0, "9:00", "9:30"),)), held(MONDAY, "9:00", (owed, 30))) == {}


def test_a_further_hour_lies_where_those_who_are_left_are_open() -> None:
    # 001 is open on Tuesday from 10 to 11 only, so that one hour of the week's five settles both halves of 60.
    instance = week(
        miss(60), providers=(person(),), availability=(free(0, "9:00", "9:30"),),
        student_times=(only_open(1, "10:00", "11:00"),),
    )  # fmt: skip
    assert found(instance)["more_hours P1"].minutes == 60


def test_a_further_hour_lies_beside_what_the_provider_has_and_gives() -> None:
    # On Tuesdays 001 is open from 9 to 11 and from 13 to 13:30. P1 has 9 to 10 already and a regular slot at 10:15.
    slot = Regular(
        student_id="002", weekday=1, start=clock("10:15"), minutes=30, first=MONDAY, last=WEEK[-1], provider_id="P1"
    )
    instance = week(
        miss(120), providers=(person(),), availability=(free(1, "9:00", "10:00"),), regular=(slot,),
        students=(student(), student("002")),
        student_times=(only_open(1, "9:00", "11:00"), only_open(1, "13:00", "13:30")),
    )  # fmt: skip
    # The whole hours that P1 has none of are those after 11:00; the best of them holds half an hour at 13:00.
    assert found(instance, held(WEEK[1], "9:00", (instance.misses[0], 60)))["more_hours P1"].minutes == 30


def test_a_regular_session_after_the_last_bell_stays() -> None:
    slot = Regular(
        student_id="002", weekday=0, start=clock("14:00"), minutes=30, first=MONDAY, last=WEEK[-1], provider_id="P1"
    )
    instance = week(
        miss(300), providers=(person(),), availability=early(), regular=(slot,), students=(student(), student("002"))
    )
    assert found(instance)["after_school E"].minutes == 270


def test_providers_come_with_the_most_minutes_first() -> None:
    # P1 is away all week but Friday; P2 is there. Each further hour is two half hours a day, one a day for a student.
    away = Away(id="P1", first=WEEK[0], last=WEEK[3])
    instance = week(
        miss(90), providers=(person(), person("P2", cost=7000)), availability=early("P1", "P2"), provider_away=(away,),
        limits=Limits(shortest=15, student_day=30),
    )  # fmt: skip
    fix = [each for each in fixes(instance, (), solve) if each.kind == "more_hours"]
    assert [(each.provider_id, each.minutes, each.hours, each.cost) for each in fix] == [
        ("P2", 90, 3.0, 21000),
        ("P1", 30, 1.0, 6000),
    ]


def test_whoever_has_no_time_at_all_in_these_weeks_is_not_offered() -> None:
    # P2 left in September and has no row; P3 has one, and is away all week. Nobody's hours after school count them in.
    away = Away(id="P3", first=WEEK[0], last=WEEK[-1])
    people = (person(), person("P2"), person("P3"))
    instance = week(miss(60), providers=people, availability=early("P1", "P3"), provider_away=(away,))
    fix = found(instance, later=weeks_after(instance, school=False))
    assert sorted(fix) == ["after_school E", "as_they_are E", "more_hours P1", "one_more_fte E", "summer E"]
    assert {row.provider_id for row in (*fix["after_school E"].rows, *fix["summer E"].rows)} <= {"P1", "P3"}


def test_limits_and_the_plan_hold_in_the_added_time() -> None:
    # The week allows 001 another 30; next month's weeks are free of it.
    first = miss(90)
    instance = week(
        first, providers=(person(),), availability=(free(0, "9:00", "9:30"),),
        limits=Limits(shortest=15, student_week=60),
    )  # fmt: skip
    fix = found(instance, held(MONDAY, "9:00", (first, 30)), later=weeks_after(instance, school=False))
    assert (fix["one_more_fte E"].minutes, fix["summer E"].minutes) == (30, 60)


def test_one_more_person_for_all_schools_is_told_beside_the_school() -> None:
    misses = [miss(60), miss(30, who="002")]
    instance = week(
        *misses, providers=(person(),), students=(student(), student("002", school="M")),
        travel=(Travel(start="E", end="M", minutes=20),),
    )  # fmt: skip
    fix = found(instance, places=1)
    assert (fix["one_more_fte E"].minutes, fix["one_more_fte everywhere"].minutes) == (60, 90)
    assert fix["one_more_fte everywhere"].school_id is None


def test_who_works_elsewhere_in_the_plan_cannot_stay_after_school_too() -> None:
    # 002 is at M with P1 until 14:00 on Monday, 20 minutes from E: the half hour at 14:00 is gone, 14:30 is not.
    first, second = miss(300), miss(30, who="002")
    instance = week(
        first, second, providers=(person(),), students=(student(), student("002", school="M")),
        travel=(Travel(start="E", end="M", minutes=20),), availability=(free(0, "13:30", "14:00", school="M"),),
    )  # fmt: skip
    fix = found(instance, held(MONDAY, "13:30", (second, 30), school="M"))
    assert fix["after_school E"].minutes == 270


@pytest.mark.parametrize(
    ("people", "cost"),
    [
        ((person(cost=None), person("P2", cost=5000)), 5000),
        ((person(cost=None), person("P2", cost=9000, who="Agency"), person("P3", cost=7000, school=None)), 7000),
        ((person(cost=None),), None),
    ],
)
def test_an_unknown_rate_is_the_lowest_of_the_districts_own_people(
    people: tuple[Provider, ...], cost: int | None
) -> None:
    there = early(*(each.provider_id for each in people))
    fix = found(week(miss(30), providers=people, availability=there))
    assert fix["more_hours P1"].cost == cost


def test_what_is_settled_in_added_time_stands_beside_the_whole_plan() -> None:
    instance, plan = crowded()
    seen: list[tuple[Instance, tuple[Session, ...]]] = []

    def watched(facts: Instance, *, trial: bool) -> Solution:
        solution = solve(facts, trial=trial)
        seen.append((facts, solution.sessions))
        return solution

    fixes(instance, (plan,), watched)
    for facts, sessions in seen:
        known = {each.provider_id for each in instance.providers}
        whole = dataclasses.replace(
            instance,
            last=facts.last,
            pinned=(plan,),
            providers=(*instance.providers, *(each for each in facts.providers if each.provider_id not in known)),
            availability=(*instance.availability, *facts.availability),
        )
        assert [each.says for each in verify(whole, sessions)] == []
    assert len(seen) == 3
