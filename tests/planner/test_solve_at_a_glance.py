"""Plans that anybody would see at a glance: the planner sees them too."""

import datetime as dt
from typing import Any

import pytest
from tests.planner.counted import counted
from tests.planner.small_week import MONDAY, WEEK, clock, free, miss, student, week

from makegood.planner.solve import solve
from makegood.plans.instance import Bell, Declined, Instance, Limits, Miss, Provider, StudentTime, Travel
from makegood.plans.verify import verify

ONE_DAY: dict[str, Any] = {"first": MONDAY, "last": MONDAY}
BEFORE = MONDAY - dt.timedelta(days=3)
THIRTY = Limits(shortest=15, longest=30)
TWO = tuple(
    Provider(provider_id=f"P{at}", service_types=(what,), school_id="E") for at, what in ((1, "speech"), (2, "ot"))
)


def solved(instance: Instance) -> tuple[int, int, int]:
    """Return the minutes planned, those in time, and the bound."""
    solution = solve(instance)
    assert verify(instance, solution.sessions) == []
    return (*counted(instance, solution.sessions), solution.bound)


def opens(who: str, start: str, end: str) -> tuple[StudentTime, ...]:
    times: dict[str, Any] = {"student_id": who, "start": clock(start), "end": clock(end), "use": "open"}
    return tuple(StudentTime(weekday=day, **times) for day in range(5))


def many(number: int, minutes: int = 30, **more: Any) -> list[Miss]:
    return [miss(minutes, f"{at:03}", **more) for at in range(number)]


def test_eight_half_hours_in_eight_lessons_of_forty_seven_minutes() -> None:
    windows = (("8:03", "8:50"), ("12:03", "12:50"))
    gaps = tuple(free(day, start, end) for day in range(4) for start, end in windows)
    assert solved(week(*many(8), limits=Limits(shortest=15), availability=gaps)) == (240, 240, 240)


@pytest.mark.parametrize(
    ("one", "more"),
    [
        ({}, {"missed_on": dt.date(2026, 12, 1)}),
        ({"due_by": BEFORE}, {"due_by": MONDAY}),
    ],
)
def test_who_can_come_at_one_hour_only_keeps_it(one: dict[str, Any], more: dict[str, Any]) -> None:
    instance = week(
        miss(30, "000", **one),
        miss(30, "001", **more),
        **ONE_DAY,
        student_times=opens("000", "9:00", "9:30"),
        availability=(free(0, "9:00", "10:00"),),
    )
    assert solved(instance)[0] == 60


def test_three_pairs_of_three_students_who_come_twice() -> None:
    owed = [miss(30, f"{at:03}", name=f"L{turn}", group_max=2) for at in range(3) for turn in range(2)]
    gaps = (free(0, "9:00", "10:30"),)
    assert solved(week(*owed, **ONE_DAY, limits=THIRTY, availability=gaps))[0] == 180


def test_three_half_hours_in_time_for_one_child_before_late_ones_of_two_others() -> None:
    late = [miss(30, who, due_by=BEFORE) for who in ("000", "001")]
    due = [miss(30, "002", name=f"L{at}", due_by=MONDAY) for at in range(3)]
    gaps = (free(0, "9:00", "10:30"),)
    assert solved(week(*late, *due, **ONE_DAY, limits=THIRTY, availability=gaps))[:2] == (90, 90)


@pytest.mark.parametrize("second", [("9:00", "9:30"), ("10:30", "11:00")])
def test_one_child_and_two_services(second: tuple[str, str]) -> None:
    gaps = (free(0, "9:00", "11:00"), free(0, *second, who="P2"))
    instance = week(miss(30), miss(30, what="ot"), **ONE_DAY, providers=TWO, availability=gaps)
    assert solved(instance)[0] == 60


def test_a_limit_leaves_the_week_to_what_is_in_time() -> None:
    gaps = (free(0, "9:00", "10:00"), free(2, "9:00", "9:30", who="P2"))
    owed = (miss(30, due_by=BEFORE), miss(30, what="ot", due_by=WEEK[4]))
    limits = Limits(shortest=15, student_week=30)
    assert solved(week(*owed, providers=TWO, availability=gaps, limits=limits)) == (30, 30, 30)


def test_a_providers_limit_goes_to_what_is_in_time_and_the_bound_knows_it() -> None:
    due, late = many(2, due_by=MONDAY), [miss(30, f"{at:03}", due_by=BEFORE) for at in range(2, 6)]
    instance = week(
        *due,
        *late,
        **ONE_DAY,
        student_times=opens("000", "9:00", "9:30") + opens("001", "9:30", "10:00"),
        limits=Limits(shortest=15, provider_day=60),
        availability=(free(0, "9:00", "12:00"),),
    )
    assert solved(instance) == (60, 60, 60)


@pytest.mark.parametrize("limits", [{"provider_day": 60}, {"provider_week": 60}])
def test_the_bound_knows_what_a_provider_may_hold(limits: dict[str, int]) -> None:
    agreed = week(*many(6), **ONE_DAY, limits=Limits(**limits), availability=(free(0, "9:00", "12:00"),))
    assert solved(agreed) == (60, 60, 60)


def test_groups_are_small_where_there_is_time() -> None:
    gaps = tuple(free(day, "9:00", "9:30") for day in range(4))
    solution = solve(week(*many(4, group_max=4), availability=gaps))
    assert [len(session.students) for session in solution.sessions] == [1, 1, 1, 1]


def test_every_minute_counts_beside_an_hour_that_was_declined() -> None:
    no = Declined(student_id="001", date=MONDAY, start=540, minutes=20)
    assert solved(week(miss(30), **ONE_DAY, declined=(no,), availability=(free(0, "9:00", "9:45"),)))[0] == 25


def itinerant(*owed: Miss, travel: tuple[Travel, ...]) -> Instance:
    return week(
        *owed,
        students=(student("001"), student("002", school="M"), student("003", school="N")),
        travel=travel,
        bell=tuple(Bell(school_id=name, weekday=day, start=480, end=840) for name in "EMN" for day in range(5)),
        availability=tuple(free(day, "8:00", "12:00", school=None) for day in range(5)),
    )


def test_schools_that_are_never_on_one_day_take_turns() -> None:
    # Nobody wrote how long the way from M to N takes.
    ways = (Travel(start="E", end="M", minutes=20), Travel(start="E", end="N", minutes=20))
    owed = (miss(30, "001"), miss(60, "002"), miss(30, "003"))
    assert solved(itinerant(*owed, travel=ways)) == (120, 120, 120)


def test_a_way_over_a_third_school_may_be_a_little_shorter() -> None:
    # Whoever holds a session at N has been longer on the way than the straight one takes.
    ways = tuple(Travel(start=a, end=b, minutes=m) for a, b, m in (("E", "M", 30), ("E", "N", 10), ("N", "M", 15)))
    owed = (miss(30, "001"), miss(30, "002"), miss(30, "003"))
    assert solved(itinerant(*owed, travel=ways)) == (90, 90, 90)


def test_what_can_be_in_time_is_booked_so_though_it_is_not_the_oldest() -> None:
    # One half hour before the deadline of the newer miss, one after it.
    old, new = miss(30, name="L1", missed_on=dt.date(2026, 12, 1)), miss(30, name="L2", due_by=MONDAY)
    gaps = (free(0, "9:00", "9:30"), free(2, "9:00", "9:30"))
    assert solved(week(old, new, availability=gaps)) == (60, 60, 60)
