"""No plan settles more than the bound: the best plans of tiny instances, to the minute, and cases made to break it."""

from dataclasses import replace
from typing import Any

import pytest
from tests.planner.exact_plan import best_plan
from tests.planner.small_week import MONDAY, WEEK, clock, free, miss, student, week
from tests.planner.tiny_instance import tiny_instance
from tests.plans.slow_verify import slow_verify

from makegood.planner.solve import solve
from makegood.plans.instance import Instance, Limits, Provider, Regular, StudentTime, Travel

ONE_DAY: dict[str, Any] = {"first": MONDAY, "last": MONDAY}


def expect_no_more(instance: Instance, *, minutes: int | None = None, **how: Any) -> None:
    """Hold the bounds against the best plans, which must keep the rules themselves."""
    solution = solve(instance)
    best = best_plan(instance, **how)
    assert slow_verify(instance, best.sessions) == set()
    assert minutes is None or (best.minutes, best.proven) == (minutes, True)
    assert best.minutes <= solution.bound
    assert best_plan(instance, in_time=True, **how).minutes <= solution.in_time_bound


@pytest.mark.parametrize("seed", range(20))
def test_no_plan_to_the_minute_settles_more_than_the_bound(seed: int) -> None:
    expect_no_more(tiny_instance(seed, (5, 5, 1, 15)[seed % 4]), effort=0.3)


@pytest.mark.parametrize("seed", range(100, 105))
def test_nor_one_whose_sessions_begin_and_end_on_marks_of_five_minutes(seed: int) -> None:
    expect_no_more(tiny_instance(seed, 5), step=5, effort=0.3)


def test_the_bound_is_often_reached() -> None:
    # A bound of everything would be one too.
    close = 0
    for seed in range(0, 24, 3):
        instance = tiny_instance(seed, 5)
        solution = solve(instance)
        settled = sum(part.minutes for one in solution.sessions for row in one.students for part in row.settles)
        owed = sum(each.minutes for each in instance.misses)
        close += settled == solution.bound < owed
    assert close >= 5


def at_both(*, minutes: str, travel: int | None = None, **more: Any) -> Instance:
    """Return P1 from 9:00 until then for half an hour of a student at E and one at M."""
    ways = () if travel is None else (Travel(start="E", end="M", minutes=travel),)
    return week(
        miss(who="001"),
        miss(who="002"),
        **ONE_DAY,
        students=(student("001"), student("002", school="M")),
        travel=ways,
        availability=(free(0, "9:00", minutes, school=None),),
        **more,
    )


def speech(name: str = "P1", **more: Any) -> Provider:
    return Provider(**({"provider_id": name, "service_types": ("speech",), "school_id": "E"} | more))


def test_two_schools_in_a_row() -> None:
    expect_no_more(at_both(minutes="10:15", travel=15), minutes=60)
    expect_no_more(at_both(minutes="10:10", travel=20), minutes=50)
    expect_no_more(at_both(minutes="10:00", travel=40), minutes=30)


def test_two_schools_over_a_screen_in_a_row() -> None:
    instance = at_both(minutes="10:00", providers=(speech(remote=True),))
    expect_no_more(instance, minutes=60)
    assert len(solve(instance).sessions) == 2


def test_two_schools_next_door_in_a_row() -> None:
    instance = at_both(minutes="10:00", travel=0)
    expect_no_more(instance, minutes=60)
    assert len(solve(instance).sessions) == 2


def test_a_session_longer_than_an_hour_where_no_limit_says_so() -> None:
    expect_no_more(
        week(miss(70), **ONE_DAY, limits=Limits(shortest=50), availability=(free(0, "9:00", "10:10"),)), minutes=70
    )


def test_a_long_session_of_a_group_that_two_short_ones_cannot_make_up_for() -> None:
    # 35 + 35 for one, 30 + 40 for the other: only all 70 minutes together settle all of it in pieces of 20.
    owed = [miss(35, "001", "a"), miss(35, "001", "b"), miss(30, "002", "c"), miss(40, "002", "d")]
    instance = week(
        *(replace(each, group_max=2) for each in owed),
        **ONE_DAY,
        limits=Limits(shortest=20),
        availability=(free(0, "9:00", "10:10"),),
    )
    expect_no_more(instance, minutes=140)


def test_pieces_that_a_limit_of_forty_minutes_a_day_cuts() -> None:
    # Twenty of each, though everything else comes in quarters of an hour.
    limits = Limits(shortest=15, student_day=40)
    instance = week(miss(30), miss(30, name="L2"), **ONE_DAY, limits=limits, availability=(free(0, "9:00", "10:00"),))
    expect_no_more(instance, minutes=40)


def test_a_way_of_twenty_minutes_among_quarters_of_an_hour() -> None:
    owed = [miss(15, who=name) for name in ("001", "002", "003")]
    students = (student("001"), student("002", school="M"), student("003"))
    first = StudentTime(student_id="001", weekday=0, start=clock("9:00"), end=clock("9:15"), use="open")
    last = StudentTime(student_id="003", weekday=0, start=clock("10:15"), end=clock("10:30"), use="open")
    instance = week(
        *owed, **ONE_DAY, students=students, student_times=(first, last),
        travel=(Travel(start="E", end="M", minutes=20),), availability=(free(0, "9:00", "10:30", school=None),),
    )  # fmt: skip
    expect_no_more(instance, minutes=45)


def test_a_rest_that_is_of_no_use() -> None:
    # 30 owed, 20 at least: gaps of 25 and 25 settle 25 and no more.
    gaps = (free(0, "9:00", "9:25"), free(1, "9:00", "9:25"))
    expect_no_more(week(miss(30), availability=gaps, limits=Limits(shortest=20)), minutes=25)


def test_odd_minutes_that_share_a_session() -> None:
    # 12 and 8 of 13 in the first twenty minutes, the other 5 in the last five.
    gaps = (free(0, "9:00", "9:20"), free(0, "10:00", "10:05"))
    instance = week(miss(12), miss(13, name="L2"), **ONE_DAY, availability=gaps, limits=Limits(shortest=5))
    expect_no_more(instance, minutes=25)


def crowded(instance: Instance) -> Instance:
    """Return an instance with seventy more rows of availability that nobody can use, so that it is no small one."""
    more = [speech(f"Q{at}", service_types=("ot",)) for at in range(70)]
    rows = [free(at % 5, "8:00", "8:05", who=each.provider_id) for at, each in enumerate(more)]
    return replace(
        instance, providers=(*instance.providers, *more), availability=(*instance.availability, *rows)
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(200, 210))
def test_nor_one_of_odd_times_among_many(seed: int) -> None:
    # Sessions begin at any minute, and last as long as fives of minutes and whole misses make them.
    expect_no_more(crowded(tiny_instance(seed, 1)), piece=5, effort=0.3)


def test_odd_minutes_that_share_a_session_among_many() -> None:
    gaps = (free(0, "9:00", "9:20"), free(0, "10:00", "10:05"))
    instance = week(miss(12), miss(13, name="L2"), **ONE_DAY, availability=gaps, limits=Limits(shortest=5))
    expect_no_more(crowded(instance), minutes=25)


def test_odd_times_among_many() -> None:
    instance = week(miss(30), **ONE_DAY, availability=(free(0, "8:03", "8:33"),), limits=Limits(shortest=30))
    expect_no_more(crowded(instance), minutes=30)


def test_twelve_together() -> None:
    owed = [miss(who=f"{at:03}", group_max=12) for at in range(12)]
    expect_no_more(week(*owed, **ONE_DAY, availability=(free(0, "9:00", "9:30"),)), minutes=360)


def test_a_session_alone_settles_misses_of_group_and_individual_service() -> None:
    owed = (miss(15, group_max=1), miss(15, name="L2", group_max=3))
    instance = week(*owed, **ONE_DAY, limits=Limits(shortest=30), availability=(free(0, "9:00", "9:30"),))
    expect_no_more(instance, minutes=30)


def test_more_misses_than_anybody_should_have() -> None:
    owed = [miss(30, name=f"L{at:02}") for at in range(45)]
    instance = week(*owed, availability=tuple(free(day, "8:00", "14:00") for day in range(5)))
    # Five days of six hours are more than the 1350 that are owed.
    assert solve(instance).bound == 1350


def test_an_agreed_session_and_what_it_leaves() -> None:
    owed = miss(40)
    gaps = (free(0, "9:00", "9:30"), free(1, "9:00", "9:10"))
    instance = week(owed, availability=gaps, limits=Limits(shortest=20))
    agreed = replace(solve(instance).sessions[0], minutes=30)
    part = replace(agreed.students[0].settles[0], minutes=30)
    agreed = replace(agreed, students=(replace(agreed.students[0], settles=(part,)),))
    instance = replace(instance, pinned=(agreed,), limits=Limits(shortest=10))
    expect_no_more(instance, minutes=40)


def test_a_regular_session_that_no_mark_of_the_grid_meets() -> None:
    slot = Regular(
        student_id="001", weekday=0, start=clock("9:31"), minutes=7, first=MONDAY, last=WEEK[4], provider_id="P1"
    )
    instance = week(miss(60), **ONE_DAY, regular=(slot,), availability=(free(0, "9:00", "10:00"),))
    # 31 minutes before it and 22 after it.
    expect_no_more(instance, minutes=53)
