"""From facts to numbers: the grid of time, what is owed, and where a provider can be."""

import datetime as dt
from typing import Any

import numpy as np
import pytest
from tests.planner.small_week import MONDAY, WEEK, free, free_on, held, miss, student, week

from makegood.planner.model import board_of
from makegood.planner.model.board import NO_WAY
from makegood.planner.model.grid import grid_of
from makegood.planner.model.lengths import lengths_of
from makegood.planner.model.rooms import stands_of, together, without_short_cuts
from makegood.planner.model.ticks import ticks_of
from makegood.planner.times import Times
from makegood.plans.instance import Instance, Limits, Miss, Provider, Regular, Travel


def grain(instance: Instance) -> int:
    return grid_of(instance, Times(instance)).grain


@pytest.mark.parametrize(
    ("facts", "minutes"),
    [
        ({}, 15),
        # The shortest piece is 15 where no limit says so.
        ({"availability": (free(0, "9:00", "9:40"),), "limits": Limits()}, 5),
        ({"availability": (free(0, "9:00", "9:40"),), "limits": Limits(shortest=20)}, 10),
        ({"availability": (free(0, "9:05", "9:40"),)}, 5),
        ({"availability": (free(0, "9:03", "9:33"),)}, 3),
        ({"availability": (free(0, "9:02", "9:33"),)}, 1),
        ({"availability": tuple(free(day, "9:03", "9:33", who=f"P{n}") for day in range(5) for n in range(9))}, 5),
        ({"travel": (Travel(start="E", end="M", minutes=20),)}, 5),
        ({"limits": Limits(shortest=15, student_day=40)}, 5),
        ({"limits": Limits(shortest=15, provider_week=100)}, 5),
        ({"regular": (Regular(student_id="001", weekday=0, start=500, minutes=30, first=MONDAY, last=MONDAY),)}, 5),
    ],
)
def test_a_grain_meets_all_times_and_lengths_within_reason(facts: dict[str, Any], minutes: int) -> None:
    assert grain(week(miss(), **({"availability": (free(0, "9:00", "9:30"),)} | facts))) == minutes


@pytest.mark.parametrize(
    ("limits", "owed", "lengths"),
    [
        (Limits(shortest=20, longest=45), [30, 30], (20, 25, 30, 35, 40, 45)),
        # The limits themselves are lengths, whatever the grain.
        (Limits(shortest=22, longest=33), [30, 30], (22, 25, 30, 33)),
        (Limits(shortest=22, longest=23), [30, 30], (22, 23)),
        # Lessons of 42 minutes.
        (Limits(shortest=40), [42, 42, 30], (40, 42, 45, 50, 55, 60, 65, 70, 75)),
        (Limits(shortest=40, longest=45), [42, *[30] * 20], (40, 45)),
        # A few minutes alone, where no limit forbids it.
        (Limits(longest=15), [3, 30], (3, 5, 10, 15)),
        (Limits(shortest=40, longest=30), [30], ()),
    ],
)
def test_lengths_are_whole_fives_the_limits_and_what_many_misses_last(
    limits: Limits, owed: list[int], lengths: tuple[int, ...]
) -> None:
    assert lengths_of(limits, 5, owed, [min(15, each) for each in owed]) == lengths


@pytest.mark.parametrize(
    ("begins", "after", "ticks"),
    [
        # From 0 to 17 in fives, and the end.
        ({0}, (), [0, 5, 10, 15, 17]),
        # Somebody's time begins at 7.
        ({0, 7}, (), [0, 5, 7, 10, 12, 15, 17]),
        # After a session of 6, or a way of it.
        ({0}, (6,), [0, 5, 6, 10, 11, 15, 16, 17]),
        ({0, 10}, (), [0, 5, 10, 15, 17]),
    ],
)
def test_sessions_begin_where_somebodys_time_does_or_another_session_ends(
    begins: set[int], after: tuple[int, ...], ticks: list[int]
) -> None:
    assert list(ticks_of(np.array([minute in begins for minute in range(17)]), 5, after)) == ticks


def test_days_are_those_with_school_those_with_dated_time_and_those_with_something_agreed() -> None:
    saturday = WEEK[-1] + dt.timedelta(days=1)
    owed = miss()
    instance = week(
        owed,
        first=WEEK[1],
        last=saturday,
        school_days={"CAL": WEEK[1:3]},
        availability=(free(0, "9:00", "9:30"), free_on(saturday, "9:00", "9:30"), free_on(WEEK[0], "9:00", "9:30")),
        pinned=(held(WEEK[4], "9:00", (owed, 30)),),
    )
    assert grid_of(instance, Times(instance)).days == (WEEK[1], WEEK[2], WEEK[4], saturday)


def owed_by_pair(instance: Instance) -> list[tuple[str, int, list[int]]]:
    """Return of each pair the student, the greatest group and the minutes of its misses."""
    board, debts = board_of(instance), board_of(instance).debts
    return [
        (board.students[who], int(most), [int(minutes) for minutes in debts.open[first:last]])
        for who, most, first, last in zip(debts.student, debts.together, debts.first, debts.last, strict=True)
    ]


def test_what_may_be_settled_in_a_group_may_be_settled_alone() -> None:
    def owed(minutes: int, day: int, most: int, **more: Any) -> Miss:
        return miss(minutes, name=f"L{minutes}", missed_on=dt.date(2027, 1, day), group_max=most, **more)

    instance = week(owed(10, 4, 1), owed(20, 5, 3), owed(30, 6, 2), owed(40, 7, 3), owed(50, 8, 3, who="002"))
    assert owed_by_pair(instance) == [
        ("001", 3, [20, 40]),
        ("001", 2, [20, 40, 30]),
        ("001", 1, [20, 40, 30, 10]),
        ("002", 3, [50]),
    ]


def test_misses_are_sorted_by_age_though_the_instance_does_not() -> None:
    new, old = miss(20, name="L1", missed_on=WEEK[2]), miss(30, name="L2")
    assert owed_by_pair(week(new, old)) == [("001", 1, [30, 20])]


def test_what_is_agreed_is_no_longer_owed() -> None:
    first, second = miss(30), miss(40, name="L2")
    agreed = (held(MONDAY, "9:00", (first, 30)), held(WEEK[1], "9:00", (second, 25)))
    assert owed_by_pair(week(first, second, pinned=agreed)) == [("001", 1, [15])]


def ways(*rows: tuple[str, str, int], remote: bool = False) -> Times:
    travel = tuple(Travel(start=start, end=end, minutes=minutes) for start, end, minutes in rows)
    provider = Provider(provider_id="P1", service_types=("speech",), school_id="E", remote=remote)
    return Times(week(miss(), providers=(provider,), travel=travel))


def test_schools_of_one_day_are_linked_two_by_two() -> None:
    times = ways(("E", "M", 10), ("E", "N", 10))
    assert together(times, "P1", ["E", "M", "N"], {}) == {"E", "M"}
    assert together(times, "P1", ["E", "N", "M"], {}) == {"E", "N"}
    assert together(times, "P1", ["N", "E"], {"M": 30}) == {"M", "E"}
    assert together(ways(remote=True), "P1", ["E", "M", "N"], {}) == {"E", "M", "N"}


def test_no_two_schools_of_one_day_are_nearer_over_a_regular_session() -> None:
    over = ways(("E", "M", 30), ("E", "N", 5), ("N", "M", 5))
    assert together(over, "P1", ["E", "M", "N"], {}) == {"E", "M", "N"}
    assert together(over, "P1", ["E", "M"], {"N": 15}) == {"E", "N"}
    # Twenty minutes at N make the way over it long enough.
    assert together(over, "P1", ["E", "M"], {"N": 20}) == {"E", "M", "N"}


def test_a_stop_makes_no_way_shorter() -> None:
    # From E over N to M would take 25 minutes instead of 30, and from M over N to E as well.
    assert without_short_cuts([[0, 30, 10], [30, 0, 15], [10, 15, 0]]) == [[0, 30, 10], [30, 0, 15], [15, 20, 0]]
    far = NO_WAY
    assert without_short_cuts([[0, 30, far], [30, 0, 15], [far, 15, 0]]) == [[0, 30, far], [30, 0, 15], [far, 15, 0]]


def test_schools_no_time_apart_are_one_stand() -> None:
    next_door = ways(("E", "M", 0), ("E", "N", 12), ("M", "N", 12))
    assert stands_of(next_door, "P1", ["E", "M", "N"]) == ({"E": 0, "M": 0, "N": 1}, [[0, 12], [12, 0]])
    one_way = ways(("E", "M", 0), ("M", "E", 20))
    assert stands_of(one_way, "P1", ["E", "M"]) == ({"E": 0, "M": 1}, [[0, 0], [20, 0]])
    assert stands_of(ways(remote=True), "P1", ["E", "M"]) == ({"E": 0, "M": 0}, [[0]])


def test_the_bound_reckons_with_longer_sessions_than_are_planned() -> None:
    gaps = (free(0, "9:00", "12:00"),)
    facts: dict[str, Any] = {"first": MONDAY, "last": MONDAY, "availability": gaps}

    def lengths(*owed: Miss, **limits: int) -> tuple[int, int]:
        board = board_of(week(*owed, **facts, limits=Limits(**limits)))
        return board.lengths[-1], board.widths[-1]

    two = (miss(60, group_max=2), miss(45, name="L2", group_max=2))
    assert lengths(*two, shortest=15, longest=45) == (45, 45)
    # All that is owed to one student, and no more than the gap.
    assert lengths(*two, shortest=20) == (60, 105)
    assert lengths(*two, miss(300, name="L3", group_max=2), shortest=20) == (60, 180)
    # Any cut is as good as none where a piece may be as short as a step.
    assert lengths(*two) == lengths(*two, shortest=15) == (60, 60)


def test_two_students_of_two_schools_may_meet_a_provider() -> None:
    board = board_of(
        week(
            miss(who="001"),
            miss(who="002"),
            students=(student("001"), student("002", school="M")),
            travel=(Travel(start="E", end="M", minutes=15),),
            availability=(free(0, "9:00", "10:30", school=None),),
        )
    )
    assert len(board.gaps.day) == 1
    assert [board.schools[place] for place in board.gaps.place] == ["E", "M"]
    assert list(board.gaps.may) == [1, 1]
