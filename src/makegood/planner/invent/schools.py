"""Made-up schools: bells, and what each grade's day is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from makegood.planner.invent.chance import happens
from makegood.planner.invent.days import WEEKDAYS
from makegood.plans.instance import Bell, StudentTime

_GRADES: Final = {
    "elementary": ("K", "1", "2", "3", "4", "5"),
    "middle": ("6", "7", "8"),
    "high": ("9", "10", "11", "12"),
}
_LEVELS: Final = ("elementary", "middle", "elementary", "high", "elementary", "elementary")
"""The schools of a district, over and over; each school has as many students with an IEP as another."""

_WEDNESDAY: Final = 2

Block = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school.

    Attributes:
        bell: The first and the last bell by weekday.
        days: By grade and weekday, what the time is for, in order; what is left is `open`.
    """

    school_id: str
    level: str
    grades: tuple[str, ...]
    calendar: str
    bell: dict[int, tuple[int, int]]
    days: dict[tuple[str, int], list[Block]]


def draw_schools(number: int, rng: Random) -> list[School]:
    """Return so many schools, elementary ones first."""
    return [_school(each, rng) for each in range(number)]


def bells(schools: list[School]) -> tuple[Bell, ...]:
    """Return the rows of their bells."""
    return tuple(
        Bell(school_id=school.school_id, weekday=weekday, start=start, end=end)
        for school in schools
        for weekday, (start, end) in school.bell.items()
    )


def grade_times(schools: list[School]) -> Iterator[StudentTime]:
    """Yield the rows of what each grade's time is for."""
    for school in schools:
        for (grade, weekday), blocks in school.days.items():
            for start, end, use in blocks:
                if use != "open":
                    yield StudentTime(
                        weekday=weekday, start=start, end=end, use=use, school_id=school.school_id, grade=grade
                    )


def _school(number: int, rng: Random) -> School:
    level = _LEVELS[number % len(_LEVELS)]
    start = rng.choice((470, 480, 495, 495, 510))
    end = start + rng.choice((385, 390, 390, 400))
    early = end - 60 if happens(0.3, rng) else end  # a shorter Wednesday, for teachers' meetings
    bell = {weekday: (start, early if weekday == _WEDNESDAY else end) for weekday in WEEKDAYS}
    days: dict[tuple[str, int], list[Block]] = {}
    for grade in _GRADES[level]:
        is_open = rng.randrange(60, 151, 5)
        for weekdays in ((0, 4), (1, 3), (2,)):
            blocks = _day(bell[weekdays[0]], is_open, level, rng)
            days.update({(grade, weekday): blocks for weekday in weekdays})
    return School(
        school_id=f"{level[0].upper()}{number + 1:02d}",
        level=level,
        grades=_GRADES[level],
        calendar="lower" if level == "elementary" else "upper",
        bell=bell,
        days=days,
    )


def _day(bell: tuple[int, int], is_open: int, level: str, rng: Random) -> list[Block]:
    """Return a day's blocks: lunch in the middle, the rest in any order, `is_open` minutes of it open."""
    middle = [(30, "lunch"), (20, "recess")] if level == "elementary" else [(30, "lunch")]
    blocks = [] if level == "high" else [(45, "special")]
    core = bell[1] - bell[0] - is_open - sum(minutes for minutes, _ in middle + blocks)
    blocks += [(minutes, "core") for minutes in _parts(core, max(2, round(core / 70)))]
    blocks += [(minutes, "open") for minutes in _parts(is_open, round(is_open / 40))]
    rng.shuffle(blocks)
    half = len(blocks) // 2
    placed, start = [], bell[0]
    for minutes, use in blocks[:half] + middle + blocks[half:]:
        placed.append((start, start + minutes, use))
        start += minutes
    return placed


def _parts(minutes: int, number: int) -> list[int]:
    """Split minutes into parts that are multiples of 5 and nearly equal."""
    fives = minutes // 5
    return [5 * (fives // number + (each < fives % number)) for each in range(number)]
