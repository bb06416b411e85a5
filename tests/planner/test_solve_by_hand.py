"""Small cases that a person can plan alone: the planner comes to the same."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from tests.planner.counted import counted
from tests.planner.small_week import MONDAY, WEEK, free, free_on, held, miss, student, week

from makegood.planner.solve import solve
from makegood.plans.instance import (
    Availability,
    Away,
    Bell,
    Instance,
    Limits,
    Provider,
    Regular,
    Session,
    StudentTime,
    Travel,
)
from makegood.plans.verify import verify

ONE_DAY: dict[str, Any] = {"first": MONDAY, "last": MONDAY}
HALF_HOUR = {**ONE_DAY, "availability": (free(0, "9:00", "9:30"),)}
SATURDAY = WEEK[-1] + dt.timedelta(days=1)


def planned(instance: Instance) -> tuple[Session, ...]:
    """Return the sessions, after asking the verifier, and that the bounds are none below them."""
    solution = solve(instance)
    assert verify(instance, solution.sessions) == []
    assert solution.complete
    minutes, in_time = counted(instance, solution.sessions)
    assert solution.bound >= minutes
    assert solution.in_time_bound >= in_time
    return solution.sessions


def settled(sessions: tuple[Session, ...]) -> Counter[tuple[str, str | None]]:
    """Return the minutes settled by student and missed session."""
    found: Counter[tuple[str, str | None]] = Counter()
    for session in sessions:
        for attends in session.students:
            for part in attends.settles:
                found[attends.student_id, part.session_id] += part.minutes
    return found


def shapes(sessions: tuple[Session, ...]) -> list[tuple[dt.date, int, str, list[str]]]:
    """Return of each session the date, the minutes, the provider and who comes."""
    return [(one.date, one.minutes, one.provider_id, [row.student_id for row in one.students]) for one in sessions]


def provider(name: str = "P1", school: str | None = "E", **more: Any) -> Provider:
    return Provider(**({"provider_id": name, "service_types": ("speech",), "school_id": school} | more))


# What goes first.


def test_one_half_hour_goes_to_the_miss_that_can_still_be_in_time() -> None:
    late = miss(who="001", due_by=MONDAY - dt.timedelta(days=1), missed_on=dt.date(2026, 12, 1))
    on_time = miss(who="002", due_by=MONDAY)
    assert settled(planned(week(late, on_time, **HALF_HOUR))) == {("002", "L1"): 30}


def test_a_miss_goes_into_the_earlier_half_hour_where_only_that_one_is_in_time() -> None:
    due = [miss(who="001", due_by=WEEK[4]), miss(who="002", due_by=WEEK[0])]
    both = week(*due, availability=(free(0, "9:00", "9:30"), free(4, "9:00", "9:30")))
    assert shapes(planned(both)) == [(WEEK[0], 30, "P1", ["002"]), (WEEK[4], 30, "P1", ["001"])]


def test_minutes_without_a_deadline_are_always_in_time() -> None:
    late = miss(who="001", due_by=MONDAY - dt.timedelta(days=1))
    never = miss(who="002", due_by=None)
    assert settled(planned(week(late, never, **HALF_HOUR))) == {("002", "L1"): 30}


@pytest.mark.parametrize("due_by", [None, WEEK[4], MONDAY - dt.timedelta(days=1)])
def test_the_oldest_goes_first_among_equals(due_by: dt.date | None) -> None:
    of_january = miss(who="002", due_by=due_by)
    of_february = miss(who="001", due_by=due_by, missed_on=dt.date(2027, 2, 10))
    assert settled(planned(week(of_january, of_february, **HALF_HOUR))) == {("002", "L1"): 30}


def test_a_students_own_oldest_miss_goes_first() -> None:
    old, new = miss(name="L1"), miss(name="L2", missed_on=dt.date(2027, 2, 10))
    assert settled(planned(week(old, new, **HALF_HOUR))) == {("001", "L1"): 30}


def test_as_many_minutes_as_possible_go_before_the_oldest() -> None:
    # Forty minutes: the old one of 30 and nothing more (10 is too short), or two new ones of 20.
    old = miss(30, who="001")
    new = [miss(20, who=name, missed_on=dt.date(2027, 2, 10)) for name in ("002", "003")]
    instance = week(old, *new, **ONE_DAY, availability=(free(0, "9:00", "9:40"),), limits=Limits(shortest=20))
    assert sum(settled(planned(instance)).values()) == 40


@pytest.mark.parametrize("gaps", [(free(0, "9:00", "10:00"),), (free(0, "9:00", "9:30"), free(3, "9:00", "9:30"))])
def test_no_child_is_left_behind_where_the_minutes_are_the_same(gaps: tuple[Availability, ...]) -> None:
    # An hour; two children are owed an hour each, in halves: one half for each.
    owed = [miss(30, who=name, name=f"L{at}") for name in ("001", "002") for at in (1, 2)]
    assert settled(planned(week(*owed, availability=gaps))) == {("001", "L1"): 30, ("002", "L1"): 30}


# How long, and in how many pieces.


def test_one_session_of_thirty_rather_than_two_of_fifteen() -> None:
    instance = week(miss(30), availability=tuple(free(day, "9:00", "10:00") for day in range(5)))
    assert [one.minutes for one in planned(instance)] == [30]


def test_one_session_of_thirty_settles_two_misses_of_one_child() -> None:
    instance = week(miss(15, name="L1"), miss(15, name="L2"), availability=(free(0, "9:00", "10:00"),))
    [session] = planned(instance)
    assert (session.minutes, len(session.students)) == (30, 1)
    assert [part.minutes for part in session.students[0].settles] == [15, 15]


def test_a_miss_is_settled_in_two_pieces_where_no_gap_is_long_enough() -> None:
    instance = week(miss(45), availability=(free(0, "9:00", "9:25"), free(2, "9:00", "9:20")))
    assert shapes(planned(instance)) == [(WEEK[0], 25, "P1", ["001"]), (WEEK[2], 20, "P1", ["001"])]


def test_no_piece_is_under_the_shortest_nor_leaves_a_rest_that_is_of_no_use() -> None:
    # 40 = 20 + 20: the 25 of Monday is not used up, for a rest of 15 would be under 20.
    gaps = (free(0, "9:00", "9:25"), free(2, "9:00", "9:20"))
    instance = week(miss(40), availability=gaps, limits=Limits(shortest=20))
    assert [part.minutes for one in planned(instance) for part in one.students[0].settles] == [20, 20]


def test_what_is_less_than_the_shortest_is_made_up_whole_in_the_shortest_session() -> None:
    [session] = planned(week(miss(10), limits=Limits(shortest=20), **HALF_HOUR))
    assert (session.minutes, session.students[0].settles[0].minutes) == (20, 10)


def test_no_session_is_longer_than_the_longest() -> None:
    gaps = tuple(free(day, "9:00", "11:00") for day in range(5))
    found = planned(week(miss(90), availability=gaps, limits=Limits(shortest=15, longest=30)))
    assert [one.minutes for one in found] == [30, 30, 30]


@pytest.mark.parametrize(
    ("limits", "each"), [(Limits(), 60), (Limits(longest=30), 30), (Limits(shortest=20, longest=30), 30)]
)
def test_a_student_can_come_several_times_on_one_long_morning(limits: Limits, each: int) -> None:
    owed = [miss(30, name=f"L{at}") for at in range(6)]
    sessions = planned(week(*owed, **ONE_DAY, availability=(free(0, "9:00", "12:00"),), limits=limits))
    assert [one.minutes for one in sessions] == [each] * (180 // each)


def test_several_times_but_not_while_the_provider_is_at_another_school() -> None:
    # An hour in the morning at E, half an hour away M, and what is left of the morning at either.
    owed = (miss(60, "001"), miss(60, "001", "L2"), miss(30, "002", "L3"))
    students, way = (student("001"), student("002", school="M")), (Travel(start="E", end="M", minutes=30),)
    sessions = planned(
        week(*owed, **ONE_DAY, students=students, travel=way, availability=(free(0, "9:00", "12:00", school=None),))
    )
    # 001 first and then the other way round, or 002 first: two hours at E, the way, half an hour at M.
    assert sum(settled(sessions).values()) == 150


def test_the_earlier_of_two_days_that_are_alike() -> None:
    owed = week(miss(), availability=(free(1, "9:00", "9:30"), free(3, "9:00", "9:30")))
    assert [one.date for one in planned(owed)] == [WEEK[1]]


def test_a_shortest_session_of_fifty_allows_one_of_seventy() -> None:
    instance = week(miss(70), **ONE_DAY, availability=(free(0, "9:00", "10:10"),), limits=Limits(shortest=50))
    assert [one.minutes for one in planned(instance)] == [70]


def test_single_minutes_are_planned_where_times_are_no_multiples_of_five() -> None:
    instance = week(miss(17), **ONE_DAY, availability=(free(0, "9:02", "9:19"),))
    [session] = planned(instance)
    assert (session.start, session.minutes) == (542, 17)


# Who comes together, with whom.


def together(*sizes: int, **facts: Any) -> list[int]:
    """Return how many come to each session of half an hour; each student may be in a group of so many."""
    owed = [miss(who=f"{at:03}", group_max=size) for at, size in enumerate(sizes)]
    return [len(one.students) for one in planned(week(*owed, **({**HALF_HOUR} | facts)))]


def test_a_group_is_filled_up_to_the_smallest_that_anyone_in_it_may_have() -> None:
    assert together(3, 3, 3) == [3]
    assert together(3, 3, 3, 3) == [3]
    assert together(2, 3, 3) == [3] or together(2, 3, 3) == [2]
    assert together(2, 2, 2) == [2]
    assert together(4, 4, 4, 2) == [3]


def test_an_individual_service_stays_individual() -> None:
    assert together(1, 1) == [1]
    assert together(1, 2, 2) == [2]
    assert sorted(together(1, 2, 2, availability=(free(0, "9:00", "9:30"), free(1, "9:00", "9:30")), last=WEEK[1])) == [
        1,
        2,
    ]


def test_groups_are_no_larger_than_they_need_be() -> None:
    # Two half hours for two students: each may come alone.
    half_hours = (free(0, "9:00", "9:30"), free(1, "9:00", "9:30"))
    assert sum(together(2, 2, availability=half_hours, last=WEEK[1])) == 2


@pytest.mark.parametrize(
    ("grades", "span", "most"),
    [
        (("2", "3"), 1, 2),
        (("2", "4"), 1, 1),
        (("K", "PK"), 1, 2),
        (("1", "2", "3"), 1, 2),
        (("1", "2", "3"), 2, 3),
        (("2", "2", "7"), 0, 2),
        ((None, None), 1, 1),
        ((None, "2", "2"), 12, 2),
        ((None, "2"), None, 2),
    ],
)
def test_grades_in_a_group_are_no_further_apart_than_said(
    grades: tuple[str | None, ...], span: int | None, most: int
) -> None:
    students = tuple(student(f"{at:03}", grade=grade) for at, grade in enumerate(grades))
    found = together(*(4 for _ in grades), students=students, limits=Limits(shortest=15, grade_span=span))
    assert found == [most]


def test_another_school_or_service_is_not_in_the_group() -> None:
    owed = [miss(who="001", group_max=3), miss(who="002", group_max=3, what="ot"), miss(who="003", group_max=3)]
    both = provider(service_types=("speech", "ot"))
    students = (student("001"), student("002"), student("003", school="M"))
    instance = week(*owed, **HALF_HOUR, providers=(both,), students=students)
    assert [len(one.students) for one in planned(instance)] == [1]


def test_a_childs_own_provider_comes_first() -> None:
    everyone = (free(0, "9:00", "10:00"), free(0, "9:00", "10:00", who="P2"), free(0, "9:00", "10:00", who="P3"))
    for own in ("P1", "P2", "P3"):
        instance = week(
            miss(provider_id=own), **ONE_DAY, availability=everyone, providers=tuple(map(provider, ("P1", "P2", "P3")))
        )
        assert [one.provider_id for one in planned(instance)] == [own]


# Where.


def two_schools(minutes: str, **facts: Any) -> Instance:
    """Return P1 from 9:00 until then, a child at E that is open until 9:30, and another at M."""
    return week(
        miss(who="001"),
        miss(who="002"),
        **ONE_DAY,
        students=(student("001"), student("002", school="M")),
        availability=(free(0, "9:00", minutes, school=None),),
        student_times=(StudentTime(student_id="001", weekday=0, start=540, end=570, use="open"),),
        **facts,
    )


def test_the_way_to_the_next_school_takes_its_time() -> None:
    way = (Travel(start="E", end="M", minutes=15), Travel(start="M", end="E", minutes=40))
    assert [(one.start, one.school_id) for one in planned(two_schools("10:15", travel=way))] == [(540, "E"), (585, "M")]
    assert len(planned(two_schools("10:10", travel=way, limits=Limits(shortest=30)))) == 1


def test_the_way_back_takes_as_long_if_nobody_said_otherwise() -> None:
    way = (Travel(start="M", end="E", minutes=15),)
    assert [one.start for one in planned(two_schools("10:15", travel=way))] == [540, 585]


def test_without_a_way_nobody_is_at_two_schools_on_one_day() -> None:
    no_base = (provider(school=None),)
    assert [one.minutes for one in planned(two_schools("12:00", providers=no_base))] == [30]


def test_a_way_that_a_third_school_would_shorten_is_not_gone() -> None:
    ways = (
        Travel(start="E", end="M", minutes=30),
        Travel(start="E", end="N", minutes=5),
        Travel(start="N", end="M", minutes=5),
    )
    owed = [miss(who=name) for name in ("001", "002", "003")]
    students = (student("001"), student("002", school="M"), student("003", school="N"))
    bell = tuple(Bell(school_id=school, weekday=0, start=480, end=840) for school in "EMN")
    instance = week(
        *owed,
        **ONE_DAY,
        students=students,
        bell=bell,
        travel=ways,
        availability=(free(0, "9:00", "10:10", school=None),),
    )
    assert len(planned(instance)) == 2


def test_a_regular_session_at_another_school_takes_the_way_there_and_back() -> None:
    way = (Travel(start="E", end="M", minutes=20),)
    slot = Regular(student_id="002", weekday=0, start=600, minutes=30, first=MONDAY, last=MONDAY, provider_id="P1")
    facts: dict[str, Any] = {
        **ONE_DAY,
        "students": (student("001"), student("002", school="M")),
        "regular": (slot,),
        "travel": way,
    }
    # Free from 9:10 to 11:20: at E only until 9:40 and from 10:50 on.
    first, second = planned(
        week(miss(), miss(name="L2"), **facts, availability=(free(0, "9:10", "11:20", school=None),))
    )
    assert [(one.start, one.minutes) for one in (first, second)] == [(550, 30), (650, 30)]
    assert (
        planned(
            week(miss(), **facts, availability=(free(0, "9:15", "11:15", school=None),), limits=Limits(shortest=30))
        )
        == ()
    )


# When.


def test_after_school_only_by_date() -> None:
    assert planned(week(miss(), availability=(free(0, "14:00", "15:00"),))) == ()
    [session] = planned(week(miss(), availability=(free_on(MONDAY, "14:00", "15:00"),)))
    assert session.start >= 14 * 60


def test_a_saturday_only_by_date() -> None:
    assert planned(week(miss(), last=SATURDAY, availability=(free(5, "9:00", "10:00"),))) == ()
    [session] = planned(week(miss(), last=SATURDAY, availability=(free_on(SATURDAY, "9:00", "10:00"),)))
    assert session.date == SATURDAY


def test_a_date_opens_no_time_that_lunch_or_a_regular_session_keeps() -> None:
    lunch = StudentTime(school_id="E", weekday=0, start=840, end=870, use="protected")
    one_hour = free_on(MONDAY, "14:00", "15:00")
    [session] = planned(week(miss(), availability=(one_hour,), student_times=(lunch,)))
    assert session.start == 870
    slot = Regular(student_id="001", weekday=0, start=870, minutes=30, first=MONDAY, last=MONDAY)
    assert planned(week(miss(), availability=(one_hour,), student_times=(lunch,), regular=(slot,))) == ()


def test_no_make_up_before_its_miss() -> None:
    later = miss(missed_on=WEEK[2])
    gaps = (free(0, "9:00", "10:00"), free(2, "9:00", "9:20"))
    assert shapes(planned(week(later, availability=gaps))) == [(WEEK[2], 20, "P1", ["001"])]


def test_nobody_is_planned_on_a_day_away() -> None:
    gaps = tuple(free(day, "9:00", "9:30") for day in (0, 1, 2))
    away = {
        "student_away": (Away(id="001", first=WEEK[0], last=WEEK[0]),),
        "provider_away": (Away(id="P1", first=WEEK[2], last=WEEK[4]),),
    }
    assert shapes(planned(week(miss(60), availability=gaps, **away))) == [(WEEK[1], 30, "P1", ["001"])]


def test_without_a_bell_and_without_open_rows_there_is_no_time() -> None:
    assert planned(week(miss(), **HALF_HOUR, bell=())) == ()
    row = StudentTime(student_id="001", weekday=0, start=540, end=560, use="open")
    assert [one.minutes for one in planned(week(miss(), **HALF_HOUR, bell=(), student_times=(row,)))] == [20]


def test_a_row_of_open_time_on_one_weekday_closes_the_others() -> None:
    row = StudentTime(student_id="001", weekday=1, start=540, end=600, use="open")
    gaps = tuple(free(day, "9:00", "9:30") for day in range(5))
    assert [one.date for one in planned(week(miss(60), availability=gaps, student_times=(row,)))] == [WEEK[1]]


# Limits.


@pytest.mark.parametrize(
    ("limits", "minutes"),
    [
        (Limits(shortest=15), 150),
        (Limits(shortest=15, student_day=20), 100),
        (Limits(shortest=15, student_week=75), 75),
        (Limits(shortest=15, provider_day=25), 125),
        (Limits(shortest=15, provider_week=105), 105),
        (Limits(shortest=15, student_day=10), 0),
        (Limits(shortest=15, student_day=30, student_week=50, provider_week=45), 45),
    ],
)
def test_limits_of_a_day_and_a_week(limits: Limits, minutes: int) -> None:
    # Half an hour every day, and a child who is owed 150 minutes.
    owed = [miss(30, name=f"L{at}") for at in range(5)]
    instance = week(*owed, availability=tuple(free(day, "9:00", "9:30") for day in range(5)), limits=limits)
    assert sum(settled(planned(instance)).values()) == minutes


def test_a_childs_limit_counts_sessions_of_every_service_and_provider() -> None:
    both = (provider(), provider("P2", service_types=("ot",)))
    gaps = (free(0, "9:00", "9:30"), free(0, "10:00", "10:30", who="P2"))
    owed = (miss(30), miss(30, what="ot"))
    instance = week(*owed, **ONE_DAY, availability=gaps, providers=both, limits=Limits(shortest=15, student_day=45))
    assert sum(settled(planned(instance)).values()) == 45


def test_a_child_is_with_one_provider_at_a_time() -> None:
    both = (provider(), provider("P2", service_types=("ot",)))
    gaps = (free(0, "9:00", "9:30"), free(0, "9:00", "9:30", who="P2"))
    assert len(planned(week(miss(), miss(what="ot"), **ONE_DAY, availability=gaps, providers=both))) == 1


# What is agreed.


def test_an_agreed_session_stays_and_counts_and_its_minutes_are_not_planned_again() -> None:
    owed = miss(50)
    agreed = held(WEEK[1], "9:10", (owed, 20))
    gaps = tuple(free(day, "9:00", "10:00") for day in range(3))
    found = planned(week(owed, availability=gaps, pinned=(agreed,)))
    assert agreed in found
    assert settled(found) == {("001", "L1"): 50}
    assert len(found) == 2


def test_an_agreed_session_uses_up_limits() -> None:
    first, second = miss(30), miss(30, name="L2")
    agreed = held(WEEK[0], "9:00", (first, 30))
    instance = week(
        first, second, **ONE_DAY, availability=(free(0, "9:00", "10:00"),), pinned=(agreed,),
        limits=Limits(shortest=15, student_day=45),
    )  # fmt: skip
    assert settled(planned(instance)) == {("001", "L1"): 30, ("001", "L2"): 15}


def test_what_an_agreed_session_leaves_may_be_less_than_the_shortest() -> None:
    owed = miss(30)
    agreed = held(WEEK[0], "9:00", (owed, 25))
    instance = week(
        owed,
        availability=(free(0, "9:00", "9:25"), free(1, "9:00", "9:15")),
        pinned=(agreed,),
        limits=Limits(shortest=15),
    )
    assert settled(planned(instance)) == {("001", "L1"): 30}


def test_only_agreed_sessions_where_nobody_has_time() -> None:
    owed = miss(30)
    agreed = held(WEEK[0], "9:00", (owed, 30))
    solution = solve(week(owed, miss(30, name="L2"), pinned=(agreed,)))
    assert solution.sessions == (agreed,)
    assert solution.bound == 30


# Nothing to do.


def test_nothing_owed_nothing_planned() -> None:
    solution = solve(week(availability=(free(0, "9:00", "10:00"),)))
    assert (solution.sessions, solution.bound, solution.in_time_bound, solution.complete) == ((), 0, 0, True)


@pytest.mark.parametrize(
    "facts",
    [
        {"availability": ()},
        {"providers": ()},
        {"providers": (provider(service_types=("ot",)),)},
        {"school_days": {"CAL": ()}},
        {"school_days": {}},
        {"provider_away": (Away(id="P1", first=WEEK[0], last=WEEK[4]),)},
        {"availability": (free(0, "9:00", "9:30", school="M"),)},
        {"limits": Limits(shortest=60)},
    ],
)
def test_nobody_available_nothing_planned(facts: dict[str, Any]) -> None:
    solution = solve(week(miss(), **({**HALF_HOUR} | facts)))
    assert solution.sessions == ()
    assert solution.bound == 0
