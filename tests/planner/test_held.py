"""Small odd instances whose best plan is found by trying everything: the planner reaches it, and the bound is near.

The oracle knows nothing of the planner: it tries every set of pieces in every gap, minute by minute.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from tests.planner.small_week import MONDAY, WEEK, free, miss, student, week
from tests.plans.slow_verify import slow_verify

from makegood.planner.solve import solve
from makegood.plans.instance import Bell, Instance, Limits, Provider, Travel

SHORTEST = 15
"""No piece of a longer miss is shorter, where no limit says so."""


@dataclass(frozen=True)
class Held:
    """Gaps of one provider on days of their own, and misses of students who are always open and come alone.

    Attributes:
        gaps: Minutes of each gap.
        owed: By student, the minutes of each miss.
        fewest: In how many pieces the best plan can be cut, if that was counted by hand.
    """

    gaps: tuple[int, ...]
    owed: tuple[tuple[int, ...], ...]
    fewest: int | None = None


HELD = {
    "three misses in four lessons": Held((42, 42, 42, 42), ((30, 30, 30),), 3),
    "two thirties in an hour": Held((60,), ((30,), (30,), (30,)), 2),
    "one odd hour": Held((60,), ((42, 42), (17, 17))),
    "a rest that is of use to nobody": Held((25, 20), ((40,),)),
    "eight half hours in eight lessons of 47": Held((47, 47, 47, 47), ((30, 30), (30, 30)), 4),
    "seventeen thrice": Held((51,), ((17,), (17,), (17,)), 3),
    "seventeen thrice and a minute over": Held((52,), ((17, 17, 17),), 3),
    "a gap that is too short": Held((14,), ((30,),), 0),
    "a gap as short as the miss": Held((7,), ((7,),), 1),
    "ten minutes where a short miss is owed": Held((10,), ((30,), (10,)), 1),
    "twenty nine and thirty one": Held((60,), ((31,), (31,), (31,))),
    "forty five twice in thirty": Held((30, 30, 30), ((45, 45),), 4),
    "one long miss over three days": Held((20, 20, 20), ((60,),), 3),
    "a long miss and a leftover": Held((20, 20, 25), ((60,),)),
    "two children and one lesson": Held((42,), ((42,), (42,)), 1),
    "two children share a lesson and a half": Held((63,), ((42,), (42,)), 2),
    "primes": Held((23, 19, 37), ((23,), (19,), (37,)), 3),
    "primes in the wrong order": Held((37, 23, 19), ((19,), (23,), (37,)), 3),
    "everything is short": Held((12, 12), ((4,), (5,), (7,), (8,)), 4),
    "one minute too few": Held((29,), ((15,), (15,)), None),
    "one gap of two hours": Held((120,), ((45,), (45,), (45,)), None),
    "nothing is owed but a little": Held((60,), ((1,),), 1),
    "the last quarter": Held((45, 15), ((30,), (30,)), 3),
}


def pieces(whole: int, left: int) -> Iterator[int]:
    """Yield what one session may settle of a miss: nothing, or at least a quarter of an hour, or all of a short one."""
    yield 0
    yield from range(min(SHORTEST, whole), left + 1)


@cache
def best(gaps: tuple[int, ...], misses: tuple[tuple[int, int], ...]) -> int:
    """Return the most minutes that gaps hold of misses, each with its length and what is left, by trying everything."""
    if not gaps:
        return 0
    return max(taken + best(gaps[1:], left) for taken, left in fillings(gaps[0], misses))


@cache
def fillings(room: int, misses: tuple[tuple[int, int], ...]) -> frozenset[tuple[int, tuple[tuple[int, int], ...]]]:
    """Return every way to fill one gap: how much is settled, and what is left of each miss, alike ones in one order."""
    if not misses:
        return frozenset({(0, ())})
    (whole, left), *others = misses
    found = set()
    for piece in pieces(whole, min(left, room)):
        for taken, rest in fillings(room - piece, tuple(others)):
            found.add((piece + taken, tuple(sorted([(whole, left - piece), *rest]))))
    return frozenset(found)


def instance_of(held: Held) -> Instance:
    misses = [
        miss(minutes, who=f"{n:03}", name=f"L{at}")
        for n, each in enumerate(held.owed)
        for at, minutes in enumerate(each)
    ]
    gaps = tuple(free(day, "9:00", f"{9 + minutes // 60}:{minutes % 60:02}") for day, minutes in enumerate(held.gaps))
    return week(*misses, availability=gaps, limits=Limits(), first=MONDAY, last=WEEK[len(held.gaps) - 1])


@pytest.mark.parametrize("name", HELD)
def test_the_plan_is_the_best_there_is_in_no_more_pieces_than_it_takes(name: str) -> None:
    held = HELD[name]
    instance = instance_of(held)
    most = best(held.gaps, tuple(sorted((minutes, minutes) for each in held.owed for minutes in each)))
    solution = solve(instance)
    parts = [part for one in solution.sessions for row in one.students for part in row.settles]
    assert slow_verify(instance, solution.sessions) == set()
    assert sum(part.minutes for part in parts) == most
    assert most <= solution.bound <= max(most, most * 1.25)
    whole = {(each.service_id, each.session_id): each.minutes for each in instance.misses}
    assert all(part.minutes >= min(SHORTEST, whole[part.service_id, part.session_id]) for part in parts)
    assert held.fewest is None or len(parts) <= held.fewest


def test_no_session_is_longer_than_the_child_is_used_to() -> None:
    owed = [miss(30, name=f"L{n}", usual=30) for n in range(4)]
    solution = solve(week(*owed, availability=tuple(free(day, "9:00", "10:00") for day in range(4)), limits=Limits()))
    assert [one.minutes for one in solution.sessions] == [30, 30, 30, 30]


def test_an_itinerant_whose_schools_are_all_asked_too_little_of_at_first_is_bounded() -> None:
    # Four schools, nobody's price moves before the first one's does: the bound was everything that is owed.
    kids = [f"{school}{n}" for school in "ABCD" for n in range(5)]
    owed = [miss(30, who=kid, name=f"L{n}") for kid in kids for n in range(2)]
    instance = week(
        *owed,
        providers=(Provider(provider_id="P1", service_types=("speech",)),),
        students=tuple(student(kid, school=kid[0]) for kid in kids),
        travel=tuple(Travel(start=a, end=b, minutes=15) for a in "ABCD" for b in "ABCD" if a < b),
        bell=tuple(Bell(school_id=school, weekday=day, start=480, end=840) for school in "ABCD" for day in range(5)),
        availability=tuple(free(day, "9:00", "10:30", school=None) for day in range(5)),
    )
    # 90 minutes on each of five days; 1,200 minutes are owed.
    assert solve(instance).bound == 450
