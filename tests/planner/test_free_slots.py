"""A slot that does not hold leaves its time free: the off week of every second week, the other day of a cycle."""

import datetime as dt
from pathlib import Path

from tests.planner.agreed_folder import TABLES, gathered
from tests.statements.small_folder import read

from makegood.planner.capacity import ServiceWeek, service_weeks
from makegood.planner.times import Times

SCHEDULE = "service_id weekday cycle_day cycle start_time minutes from every\n"
OTHER_WEEKS = SCHEDULE + "D Monday - - 13:00 30 2026-10-05 2"
"""The week of 5 October is the first, that of 12 October is off."""
# 31 August is the year's first school day, so Mondays are odd days: five school days a week, no holiday.
B_DAYS = SCHEDULE + "D - 2 2 13:00 30 2026-10-05 -"
OCTOBER = dt.date(2026, 10, 1)


def day(number: int) -> dt.date:
    return OCTOBER.replace(day=number)


def taken(folder: Path, schedule: str) -> list[tuple[dt.date, dt.date, int]]:
    """Return the spans in which S-4 has a regular session: first day, last day, weekday."""
    instance, _ = gathered(folder, schedule=schedule)
    return sorted((slot.first, slot.last, slot.weekday) for slot in instance.regular if slot.student_id == "S-4")


def free_mondays(folder: Path, schedule: str) -> dict[int, list[tuple[int, int]]]:
    """Return P1's free time for make-ups on the Mondays of the plan, in minutes after midnight."""
    instance, _ = gathered(folder, schedule=schedule)
    times = Times(instance)
    return {n: [(free.start, free.end) for free in times.free_time("P1", day(n))] for n in (5, 12)}


def test_the_off_week_of_a_slot_is_free(tmp_path: Path) -> None:
    assert taken(tmp_path, OTHER_WEEKS) == [(day(5), day(5), 0)]


def test_a_provider_has_the_hour_of_an_off_week_for_make_ups(tmp_path: Path) -> None:
    # P1 is there from 13:00 to 15:00; the slot takes the first half hour of 5 October and nothing of 12 October.
    assert free_mondays(tmp_path, OTHER_WEEKS) == {5: [(13 * 60 + 30, 15 * 60)], 12: [(13 * 60, 15 * 60)]}


def test_the_other_day_of_a_cycle_is_free(tmp_path: Path) -> None:
    # 31 August to 2 October are 25 school days. Monday 5 October is the 26th, day 2; Tuesday is day 1, and so on:
    # day 2 are Monday, Wednesday, Friday of this week, Tuesday and Thursday of the next.
    assert [first.day for first, _, _ in taken(tmp_path, B_DAYS)] == [5, 7, 9, 13, 15]


def test_a_provider_has_the_hour_of_the_other_day_for_make_ups(tmp_path: Path) -> None:
    assert free_mondays(tmp_path, B_DAYS) == {5: [(13 * 60 + 30, 15 * 60)], 12: [(13 * 60, 15 * 60)]}


def slots(folder: Path, schedule: str) -> dict[int, list[int]]:
    """Return by the Monday of each week the days on which capacity counts a slot of D."""
    records, _ = read(folder, "2026-10-04", **{**TABLES, "students": STUDENTS, "schedule": schedule})
    weeks: list[ServiceWeek] = [w for w in service_weeks(records, day(5), day(16)) if w.service_id == "D"]
    return {week.monday.day: [slot.date.day for slot in week.slots] for week in weeks}


STUDENTS = TABLES["students"].replace(" house ", " us-federal ")


def test_capacity_counts_a_slot_only_in_the_weeks_and_on_the_days_on_which_it_holds(tmp_path: Path) -> None:
    assert slots(tmp_path, OTHER_WEEKS) == {5: [5], 12: []}
    assert slots(tmp_path, B_DAYS) == {5: [5, 7, 9], 12: [13, 15]}
