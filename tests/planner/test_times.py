"""A student's weeks at once say the same as day by day."""

import datetime as dt
from dataclasses import replace

from tests.plans.small_instance import HOUSE

from makegood.planner.times import Times
from makegood.plans.instance import Declined, StudentTime

DATES = [HOUSE.first + dt.timedelta(n) for n in range((HOUSE.last - HOUSE.first).days + 1)]


def test_open_days_are_the_open_time_of_each_day_with_school() -> None:
    # S1 has a slot in the first week only; S2 declined half of the second Friday; S3 is away in between.
    declined = Declined(student_id="S2", date=dt.date(2027, 3, 12), start=600, minutes=60)
    times = Times(replace(HOUSE, declined=(declined,)))
    for student in HOUSE.students:
        found = times.open_days(student.student_id, DATES)
        assert {date: times.open_time(student.student_id, date) for date in DATES} == dict.fromkeys(DATES, ()) | found
    fridays = times.open_days("S2", [dt.date(2027, 3, 5), dt.date(2027, 3, 12)])
    assert list(fridays.values()) == [((540, 660),), ((540, 600),)]


def test_a_week_is_not_like_the_one_before_where_a_and_b_days_change_places() -> None:
    # S1's whole morning is kept on A days. Monday 1 March is an A day, Monday 8 March a B day.
    row = StudentTime(student_id="S1", cycle_day=1, cycle=2, start=480, end=720, use="core")
    first, second = dt.date(2027, 3, 1), dt.date(2027, 3, 8)
    days = {calendar: {2: {first: 1, second: 2}} for calendar in HOUSE.school_days}
    times = Times(replace(HOUSE, student_times=(row,), cycle_days=days, regular=()))
    assert times.open_days("S1", [first, second]) == {first: ((720, 900),), second: ((480, 900),)}
