"""What a contractor would take to settle the rest: hours counted by hand, and groups held against the verifier."""

import dataclasses
from typing import Any

import pytest
from tests.planner.small_week import MONDAY, WEEK, clock, free, held, miss, student, week

from makegood.planner.cover import contractor_rate, cover, price
from makegood.planner.explain import unplanned
from makegood.planner.invent import invent
from makegood.planner.packing import Need, Packing
from makegood.plans.instance import Attends, Availability, Instance, Limits, Provider, Session, Settles, StudentTime
from makegood.plans.plan import Cover
from makegood.plans.verify import verify


def only_open(day: int, start: str, end: str, who: str = "001") -> StudentTime:
    return StudentTime(student_id=who, weekday=day, start=clock(start), end=clock(end), use="open")


def covered(instance: Instance, *sessions: Session) -> tuple[Cover, ...]:
    return cover(instance, sessions, unplanned(instance, sessions))


def hours(instance: Instance, *sessions: Session) -> list[tuple[float, int]]:
    return [(each.hours, each.minutes) for each in covered(instance, *sessions)]


def test_nothing_left_takes_no_contractor() -> None:
    owed = miss(30)
    assert covered(week(owed, availability=(free(0, "9:00", "9:30"),)), held(MONDAY, "9:00", (owed, 30))) == ()


def test_each_student_alone_takes_as_long_as_is_left() -> None:
    # 45 of 001 and 20 of 002 are left: 65 minutes are 1.08 hours.
    first, second = miss(75), miss(20, who="002")
    instance = week(first, second, availability=(free(0, "9:00", "9:30"),))
    assert covered(instance, held(MONDAY, "9:00", (first, 30))) == (
        Cover(school_id="E", service_type="speech", hours=1.08, cost=None, minutes=65),
    )


def test_students_who_may_be_together_share_an_hour() -> None:
    both = [miss(30, who=who, group_max=2) for who in ("001", "002", "003")]
    # Two together, the third alone: an hour for 90 minutes.
    assert hours(week(*both)) == [(1.0, 90)]


def test_nobody_shares_a_session_beyond_the_grade_span() -> None:
    pair = [miss(30, who=who, group_max=2) for who in ("001", "002")]
    people = (student("001", grade="2"), student("002", grade="4"))
    near, apart = Limits(shortest=15, grade_span=2), Limits(shortest=15, grade_span=1)
    assert hours(week(*pair, students=people, limits=near)) == [(0.5, 60)]
    assert hours(week(*pair, students=people, limits=apart)) == [(1.0, 60)]


def test_students_who_are_never_open_together_are_served_one_by_one() -> None:
    pair = [miss(30, who=who, group_max=2) for who in ("001", "002")]
    times = (only_open(0, "9:00", "9:30"), only_open(0, "9:20", "10:00", who="002"))
    assert hours(week(*pair, student_times=times)) == [(1.0, 60)]


def test_who_needs_less_sits_with_who_needs_more() -> None:
    # 40 minutes together settle 40 of the one and 30 of the other.
    assert hours(week(miss(30, group_max=2), miss(40, who="002", group_max=2))) == [(0.67, 70)]


def test_a_group_leaves_nobody_a_piece_below_the_shortest_session() -> None:
    # Sessions last 30 at most. 60 of 001 are two of them; 002 settles 25 of 40 in one and 15 in the other.
    pair = (miss(60, group_max=2), miss(40, who="002", group_max=2))
    instance = week(*pair, limits=Limits(shortest=15, longest=30))
    assert hours(instance) == [(1.0, 100)]
    needs = [Need("001", 2, MONDAY, 60), Need("002", 2, MONDAY, 40)]
    held_ = Packing(instance, ()).settle(needs)
    assert [[minutes for _, minutes in each.together] for each in held_] == [[30, 25], [30, 15]]


def test_nobody_joins_a_group_before_the_day_of_their_miss() -> None:
    pair = (miss(30, group_max=2), miss(30, who="002", group_max=2, missed_on=WEEK[2]))
    assert hours(week(*pair, student_times=(only_open(0, "9:00", "9:30"),))) == [(1.0, 60)]


def test_contractors_stand_side_by_side() -> None:
    misses = [miss(30, who=who) for who in ("001", "002", "003")]
    times = tuple(only_open(0, "9:00", "9:30", who=each.student_id) for each in misses)
    assert hours(week(*misses, student_times=times)) == [(1.5, 90)]


def test_a_limit_of_the_student_holds_for_a_contractor_too() -> None:
    # 40 a week and 30 of them are planned: 10 are no session. Next to it 002 may have 40 of 60.
    first, second = miss(60), miss(60, who="002")
    instance = week(first, second, availability=(free(0, "9:00", "9:30"),), limits=Limits(shortest=15, student_week=40))
    assert hours(instance, held(MONDAY, "9:00", (first, 30))) == [(0.67, 40)]


def test_a_long_rest_is_cut_so_that_no_short_piece_is_left() -> None:
    # Open are twice 25 minutes, 40 are left, the shortest is 15: 25 and 15.
    times = (only_open(0, "9:00", "9:25"), only_open(1, "9:00", "9:25"))
    assert hours(week(miss(40), student_times=times)) == [(0.67, 40)]
    # 35 are left: 25 and 10 will not do, so 20 and 15.
    assert hours(week(miss(35), student_times=times)) == [(0.58, 35)]


def test_a_rest_below_the_shortest_session_takes_one_of_that_length() -> None:
    assert hours(week(miss(10))) == [(0.25, 10)]


def test_a_student_without_open_time_is_not_in_it() -> None:
    # Of 001's open 40 minutes the plan takes 30. 002 is open all week.
    first, second = miss(60), miss(20, who="002")
    instance = week(
        first, second, availability=(free(0, "9:00", "9:30"),), student_times=(only_open(0, "9:00", "9:40"),)
    )
    assert hours(instance, held(MONDAY, "9:00", (first, 30))) == [(0.33, 20)]


def test_two_services_do_not_take_the_same_minutes() -> None:
    two = (miss(30), miss(30, what="ot"))
    # 45 minutes are open: 30 for ot, which comes first by name, and 15 for speech.
    found = covered(week(*two, student_times=(only_open(0, "9:00", "9:45"),)))
    assert [(each.service_type, each.minutes) for each in found] == [("ot", 30), ("speech", 15)]


def test_what_was_missed_late_in_the_weeks_is_made_up_after_it() -> None:
    late = miss(30, missed_on=WEEK[3])
    assert hours(week(late, student_times=(only_open(0, "9:00", "9:30"),))) == []
    assert hours(week(late, student_times=(only_open(4, "9:00", "9:30"),))) == [(0.5, 30)]


def hired(cost: int | None, employer: str | None, what: str = "speech") -> Provider:
    return Provider(provider_id=f"{cost}{employer}", service_types=(what,), hourly_cost=cost, employer=employer)


@pytest.mark.parametrize(
    ("people", "rate"),
    [
        ((hired(5000, "district"), hired(9000, "Agency"), hired(8000, "Agency")), 8000),
        ((hired(5000, "District "), hired(6000, None)), 5000),
        ((hired(5000, " "), hired(None, "Agency")), 5000),
        ((hired(None, "Agency"), hired(7000, "Agency", "ot")), None),
    ],
)
def test_the_rate_is_the_lowest_of_a_contractor_and_else_of_anybody(
    people: tuple[Provider, ...], rate: int | None
) -> None:
    assert contractor_rate(people, "speech")[0] == rate


def test_the_cost_is_the_sessions_minutes_at_the_rate() -> None:
    (found,) = covered(week(miss(50), providers=(hired(7999, "Agency"),)))
    # 50/60 of 79.99 is 66.658..., in whole cents 66.66.
    assert (found.hours, found.cost) == (0.83, 6666)
    assert price(90, 10001) == 15002  # half a cent goes up


def as_sessions(instance: Instance, packing: Packing, needs: list[Need], place: tuple[str, str]) -> list[Session]:
    first = {(each.student_id, each.service_type): each for each in instance.misses}
    return [
        Session(
            date=choice.date, start=choice.start, minutes=choice.minutes, school_id=place[0],
            provider_id=f"hired {place} {n}", service_type=place[1],
            students=tuple(
                Attends(
                    student_id=need.student_id,
                    settles=(_part(first[need.student_id, place[1]]),),
                ) for need, _ in choice.together
            ),
        )
        for n, choice in enumerate(packing.settle(needs))
    ]  # fmt: skip


def _part(of: Any) -> Settles:
    return Settles(service_id=of.service_id, session_id=of.session_id, missed_on=of.missed_on, minutes=1)


@pytest.mark.parametrize("seed", range(8))
def test_every_hour_of_a_contractor_could_be_held(seed: int) -> None:
    instance = invent("school", seed, students=60)
    school = {each.student_id: each.school_id for each in instance.students}
    packing, sessions = Packing(instance, ()), []
    for place in sorted({(school[each.student_id], each.service_type) for each in instance.misses}):
        needs = [
            Need(each.student_id, each.group_max, max(each.missed_on, instance.first), each.minutes)
            for each in instance.misses
            if (school[each.student_id], each.service_type) == place
        ]
        sessions += as_sessions(instance, packing, needs, place)
    assert sessions
    staff = {each.provider_id: each.service_type for each in sessions}
    hired_too = dataclasses.replace(
        instance,
        providers=tuple(Provider(provider_id=id_, service_types=(what,), remote=True) for id_, what in staff.items()),
        availability=tuple(
            Availability(provider_id=id_, weekday=day, start=0, end=1440) for id_ in staff for day in range(7)
        ),
    )
    sessions.sort(key=lambda each: (each.date, each.start, each.school_id, each.provider_id))
    # Which minutes of which miss is not what a price is about: a piece of one minute stands for all of them.
    found = [each for each in verify(hired_too, sessions) if "a piece of" not in each.says]
    assert [each.says for each in found if each.constraint != "settled"] == []
