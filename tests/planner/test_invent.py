"""Made-up instances are well-formed, like the places that they stand for, and the same for the same seed."""

import datetime as dt
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

import pytest

from makegood.planner.invent import Kind, invent
from makegood.plans.instance import Instance
from makegood.plans.instance_file.checks import disagreements

SIZES: list[tuple[Kind, int, int | None]] = [
    ("school", 1, None),
    ("school", 4, None),
    ("contested", 2, None),
    ("cluster", 3, None),
    ("district", 4, 700),
]


@pytest.fixture(scope="module", params=SIZES, ids=str)
def instance(request: pytest.FixtureRequest) -> Instance:
    kind, seed, students = request.param
    return invent(kind, seed, students=students)


def test_all_rows_agree(instance: Instance) -> None:
    assert list(disagreements(instance)) == []


def test_every_school_named_has_bells_and_every_way_leads_between_two_of_them(instance: Instance) -> None:
    schools = {bell.school_id for bell in instance.bell}
    assert {student.school_id for student in instance.students} == schools
    assert {provider.school_id for provider in instance.providers} <= schools
    assert {row.school_id for row in instance.availability} <= schools | {None}
    assert {row.school_id for row in instance.student_times} <= schools | {None}
    ways = [(way.start, way.end) for way in instance.travel]
    assert len(set(ways)) == len(ways)
    assert all({start, end} <= schools and start != end for start, end in ways)


def test_four_weeks_have_nineteen_school_days_and_the_upper_schools_one_less(instance: Instance) -> None:
    assert {name: len(days) for name, days in instance.school_days.items()} == {"lower": 19, "upper": 18}
    assert instance.first == dt.date(2027, 3, 15)
    assert dt.date(2027, 3, 26) not in instance.school_days["lower"]


def test_misses_are_oldest_first_behind_us_and_of_the_students_own_services(instance: Instance) -> None:
    days = [miss.missed_on for miss in instance.misses]
    assert days == sorted(days)
    assert all(day < instance.first for day in days)
    assert all(miss.due_by is None or miss.due_by >= miss.missed_on for miss in instance.misses)
    of = defaultdict(set)
    for miss in instance.misses:
        of[miss.service_id].add((miss.student_id, miss.service_type, miss.provider_id, miss.group_max))
    assert all(len(said) == 1 for said in of.values())


def test_a_miss_names_a_provider_of_its_service_or_its_post_is_vacant(instance: Instance) -> None:
    gives = {provider.provider_id: provider.service_types for provider in instance.providers}
    school = {student.student_id: student.school_id for student in instance.students}
    at = {(row.provider_id, row.school_id) for row in instance.availability}
    for miss in instance.misses:
        if miss.provider_id is not None:
            assert miss.service_type in gives[miss.provider_id]
        else:
            own = {provider for provider, types in gives.items() if miss.service_type in types}
            assert not {(provider, school[miss.student_id]) for provider in own} & at


def test_a_student_is_open_an_hour_to_two_and_a_half_a_day_if_nothing_else_is_said(instance: Instance) -> None:
    kept: Counter[tuple[str | None, str | None, int]] = Counter()
    for row in instance.student_times:
        if row.student_id is None:
            assert row.use != "open"
            kept[row.school_id, row.grade, row.weekday] += row.end - row.start
    bell = {(row.school_id, row.weekday): row.end - row.start for row in instance.bell}
    for student in instance.students:
        for weekday in range(5):
            is_open = bell[student.school_id, weekday] - kept[student.school_id, student.grade, weekday]
            assert 60 <= is_open <= 150


def test_nobody_is_in_two_places_in_a_regular_week(instance: Instance) -> None:
    school = {student.student_id: student.school_id for student in instance.students}
    student_slots: dict[Any, list[tuple[int, int]]] = defaultdict(list)
    provider_slots: dict[Any, set[tuple[int, int, str]]] = defaultdict(set)
    for row in instance.regular:
        student_slots[row.student_id, row.weekday].append((row.start, row.start + row.minutes))
        provider_slots[row.provider_id, row.weekday].add((row.start, row.start + row.minutes, school[row.student_id]))
    for row in instance.availability:
        if row.weekday is not None:
            provider_slots[row.provider_id, row.weekday].add((row.start, row.end, "free"))
    for spans in [*student_slots.values(), *provider_slots.values()]:
        ordered = sorted(spans)
        assert all(before[1] <= after[0] for before, after in pairwise(ordered))


def test_groups_in_a_slot_are_neighbours_in_grade_and_no_larger_than_their_plans_allow() -> None:
    instance = invent("contested", 1)
    students = {student.student_id: student for student in instance.students}
    groups = defaultdict(list)
    for row in instance.regular:
        groups[row.provider_id, row.weekday, row.start].append(students[row.student_id])
    assert max(map(len, groups.values())) in {3, 4}
    for group in groups.values():
        grades = ["K12345".index(str(student.grade)) for student in group]
        assert max(grades) - min(grades) <= 1


def test_providers_have_twenty_to_a_hundred_free_minutes_on_a_day_of_theirs(instance: Instance) -> None:
    free: Counter[tuple[str, int]] = Counter()
    for row in instance.availability:
        if row.weekday is not None:
            free[row.provider_id, row.weekday] += row.end - row.start
    assert min(free.values()) >= 20
    assert max(free.values()) <= 100


def test_the_same_seed_gives_the_same_instance_and_another_seed_another() -> None:
    assert invent("cluster", 7) == invent("cluster", 7)
    assert invent("cluster", 7) != invent("cluster", 8)


def test_shares_are_near_those_of_a_district() -> None:
    instance = invent("district", 1, students=2500)
    owed = {miss.student_id for miss in instance.misses}
    assert len(instance.students) == 2500
    assert 0.57 < len(owed) / 2500 < 0.63
    assert max(Counter(miss.student_id for miss in instance.misses).values()) == 6
    due = Counter(
        "none" if miss.due_by is None else "overdue" if miss.due_by < instance.first else "later"
        for miss in instance.misses
    )
    assert 0.13 < due["overdue"] / due.total() < 0.17
    assert 0.08 < due["none"] / due.total() < 0.12


def test_itinerants_link_the_schools_of_a_district() -> None:
    instance = invent("district", 1, students=2500)
    reached, ways = {"E01"}, [(way.start, way.end) for way in instance.travel]
    for _ in instance.bell:
        reached |= {one for way in ways if set(way) & reached for one in way}
    assert reached == {bell.school_id for bell in instance.bell}
    assert len(reached) == 15


def test_a_cluster_is_six_schools_that_share_three_itinerants() -> None:
    instance = invent("cluster", 1)
    itinerant = {"occupational_therapy", "physical_therapy"}
    assert len({bell.school_id for bell in instance.bell}) == 6
    assert sum(bool(itinerant & set(provider.service_types)) for provider in instance.providers) == 3


def test_times_are_multiples_of_five_but_for_odd_misses_of_every_fourth_school() -> None:
    for seed in range(1, 5):
        instance = invent("school", seed)
        rows = [*instance.availability, *instance.student_times, *instance.bell]
        assert all(row.start % 5 == row.end % 5 == 0 for row in rows)
        assert any(miss.minutes % 5 for miss in instance.misses) == (seed == 4)
