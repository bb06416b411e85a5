"""What the kinds of made-up instances have in common with the places that they stand for."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["school", "contested", "cluster", "district"]
"""`school`: one with room for nearly all; `contested`: one that is owed far more than fits; `cluster`: six schools
that share three itinerants; `district`: some sixty schools, linked by itinerants, where most but not all fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a kind of instance is drawn.

    Attributes:
        students: Students with an IEP, unless another number is asked for.
        students_a_school: Students with an IEP at a school; None for all of them at one.
        schools: The number of schools, if it does not follow from the students.
        free: The fewest and the most minutes that a provider has free on a day of theirs.
        free_on: The share of a provider's days (an itinerant's half-days) on which they have free minutes.
        looks: Of how many places in the day a provider takes the one where most students are open.
        misses: How often a student who misses anything misses 1, 2, ... sessions.
        vacancies: The share of schools where a post is vacant.
        itinerants: Occupational and physical therapists, if the number does not follow from caseloads.
    """

    students: int
    students_a_school: int | None
    free: tuple[int, int]
    free_on: float
    looks: int
    misses: tuple[int, ...]
    vacancies: float
    schools: int | None = None
    itinerants: tuple[int, int] | None = None


SHAPES: Final[dict[Kind, Shape]] = {
    "school": Shape(
        students=40,
        students_a_school=None,
        free=(60, 100),
        free_on=1.0,
        looks=5,
        misses=(6, 5, 4, 2, 1, 1),
        vacancies=0.2,
    ),
    "contested": Shape(
        students=120,
        students_a_school=None,
        free=(20, 60),
        free_on=1.0,
        looks=2,
        misses=(1, 2, 3, 4, 4, 4),
        vacancies=0.5,
    ),
    "cluster": Shape(
        students=360,
        students_a_school=60,
        schools=6,
        free=(20, 80),
        free_on=0.9,
        looks=5,
        misses=(4, 4, 4, 3, 2, 2),
        vacancies=0.17,
        itinerants=(2, 1),
    ),
    "district": Shape(
        students=10_000,
        students_a_school=167,
        free=(20, 70),
        free_on=1.0,
        looks=5,
        misses=(4, 4, 4, 3, 3, 2),
        vacancies=0.1,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceShape:
    """A kind of service, as schools give it.

    Attributes:
        share: The share of students with an IEP who have it.
        caseload: Students of one provider.
        minutes: How long its sessions are.
        group_max: The group sizes that IEPs allow.
        a_week: The fewest and the most sessions in a week.
        itinerant: Whether its providers go from school to school.
        hourly_cost: Whole cents for an hour, the least and the most.
    """

    share: float
    caseload: int
    minutes: tuple[int, ...]
    group_max: tuple[int, ...]
    a_week: tuple[int, int]
    itinerant: bool
    hourly_cost: tuple[int, int]


SERVICES: Final[dict[str, ServiceShape]] = {
    "speech": ServiceShape(
        share=0.45, caseload=50, minutes=(20, 25, 30, 30), group_max=(1, 2, 3, 3), a_week=(1, 2), itinerant=False,
        hourly_cost=(7000, 9500),
    ),
    "occupational_therapy": ServiceShape(
        share=0.25, caseload=40, minutes=(30, 30, 45), group_max=(1, 1, 2), a_week=(1, 1), itinerant=True,
        hourly_cost=(7000, 9000),
    ),
    "physical_therapy": ServiceShape(
        share=0.07, caseload=35, minutes=(30, 45), group_max=(1, 1, 1, 2), a_week=(1, 1), itinerant=True,
        hourly_cost=(7500, 9500),
    ),
    "counseling": ServiceShape(
        share=0.18, caseload=50, minutes=(20, 30, 30), group_max=(1, 2, 4), a_week=(1, 1), itinerant=False,
        hourly_cost=(5500, 7500),
    ),
    "specialized_instruction": ServiceShape(
        share=0.38, caseload=20, minutes=(30, 45, 60), group_max=(1, 2, 3, 4), a_week=(1, 2), itinerant=False,
        hourly_cost=(4500, 6500),
    ),
}  # fmt: skip
