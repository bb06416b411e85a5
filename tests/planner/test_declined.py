"""An hour that a family declined is no place for that child again, and what has no place for it says so."""

import datetime as dt

from tests.planner.small_week import MONDAY, clock, free, free_on, held, miss, student, week

from makegood.planner.explain import unplanned
from makegood.planner.make import make_plan
from makegood.planner.solve import solve
from makegood.planner.times import Times
from makegood.plans.instance import Declined, Instance, Limits, Regular, Session
from makegood.plans.verify import verify

TUESDAY = MONDAY + dt.timedelta(days=1)
SATURDAY = MONDAY + dt.timedelta(days=5)


def no(date: dt.date, start: str, minutes: int = 30, who: str = "001") -> Declined:
    """Return an hour that a family declined."""
    return Declined(student_id=who, date=date, start=clock(start), minutes=minutes)


def planned(instance: Instance) -> list[tuple[dt.date, int, int, list[str]]]:
    """Return date, start and minutes of each session and who comes, after asking the verifier."""
    sessions = solve(instance).sessions
    assert verify(instance, sessions) == []
    return [(one.date, one.start, one.minutes, [each.student_id for each in one.students]) for one in sessions]


def why(instance: Instance, *sessions: Session) -> list[tuple[str, str]]:
    """Return reason and sentence of what a plan leaves; the plan must stand."""
    assert [each.says for each in verify(instance, sessions)] == []
    return [(each.why, each.detail) for each in unplanned(instance, sessions)]


def test_a_declined_hour_is_no_open_time_on_its_day_only() -> None:
    times = Times(week(miss(), declined=(no(MONDAY, "9:00"), no(TUESDAY, "13:45", who="002"))))
    assert times.open_time("001", MONDAY) == ((480, 540), (570, 840))
    assert times.open_time("001", TUESDAY) == ((480, 840),)
    assert times.special_days("001") == {MONDAY}
    assert times.special_days("003") == frozenset()


def test_nor_is_one_that_a_provider_opened_by_date() -> None:
    times = Times(week(miss(), availability=(free_on(SATURDAY, "9:00", "11:00"),), declined=(no(SATURDAY, "9:30"),)))
    assert times.open_time("001", SATURDAY, "P1") == ((540, 570), (600, 660))


def test_days_with_agreed_sessions_are_special_too_and_those_with_regular_ones_are_not() -> None:
    slot = Regular(student_id="001", weekday=2, start=600, minutes=30, first=MONDAY, last=SATURDAY)
    agreed = held(TUESDAY, "9:00", (owed := miss(), 30))
    times = Times(week(owed, pinned=(agreed,), regular=(slot,), declined=(no(MONDAY, "9:00"),)))
    assert times.special_days("001") == {MONDAY, TUESDAY}


def test_the_next_plan_takes_another_hour() -> None:
    # Both hours would do; the first was declined, so the second is left for the child, and the first for nobody.
    instance = week(miss(), availability=(free(0, "9:00", "9:30"), free(1, "10:00", "10:30")))
    assert planned(week(miss(), availability=instance.availability[:1])) == [(MONDAY, 540, 30, ["001"])]
    declined = week(miss(), availability=instance.availability, declined=(no(MONDAY, "9:00"),))
    assert planned(declined) == [(TUESDAY, 600, 30, ["001"])]


def test_a_child_whose_family_said_nothing_may_have_the_hour() -> None:
    both = (miss(who="001"), miss(who="002"))
    instance = week(*both, availability=(free(0, "9:00", "9:30"),), declined=(no(MONDAY, "9:00"),))
    assert planned(instance) == [(MONDAY, 540, 30, ["002"])]


def test_nor_does_the_child_join_a_group_at_that_hour() -> None:
    both = (miss(who="001", group_max=2), miss(who="002", group_max=2))
    hour = {"availability": (free(0, "9:00", "9:30"),)}
    assert planned(week(*both, **hour)) == [(MONDAY, 540, 30, ["001", "002"])]
    assert planned(week(*both, **hour, declined=(no(MONDAY, "9:00"),))) == [(MONDAY, 540, 30, ["002"])]


def test_a_declined_hour_on_a_saturday_is_not_taken_either() -> None:
    saturday = {"availability": (free_on(SATURDAY, "9:00", "9:45"),), "last": SATURDAY}
    assert planned(week(miss(15), **saturday, declined=(no(SATURDAY, "9:00"),))) == [(SATURDAY, 570, 15, ["001"])]
    assert planned(week(miss(15), **saturday, declined=(no(SATURDAY, "9:00", 45),))) == []


def test_what_was_agreed_to_since_stays_and_nothing_else_comes_to_that_hour() -> None:
    owed, other = miss(30), miss(30, name="L2")
    agreed = held(MONDAY, "9:00", (owed, 30))
    facts = {"availability": (free(0, "9:00", "10:00"),), "declined": (no(MONDAY, "9:00", 45),), "pinned": (agreed,)}
    assert planned(week(owed, other, **facts)) == [(MONDAY, 540, 30, ["001"]), (MONDAY, 585, 15, ["001"])]


def test_a_whole_plan_with_declined_hours_is_shown() -> None:
    plan = make_plan(week(miss(), availability=(free(0, "9:00", "9:30"),), declined=(no(MONDAY, "9:00"),)))
    assert plan.summary.verified
    assert (plan.summary.planned, plan.summary.bound) == (0, 0)
    assert [each.why for each in plan.unplanned] == ["no_open_time"]


def test_minutes_without_a_place_tell_of_the_declined_hour() -> None:
    instance = week(miss(), availability=(free(0, "9:00", "9:30"),), declined=(no(MONDAY, "9:00"),))
    assert why(instance) == [
        (
            "no_open_time",
            (
                "001 is open on Mon 08:00-09:00, Mon 09:30-14:00 and 4 other times only; "
                "P1 has time on Mon 09:00-09:30. The family declined Mon, March 15, 09:00-09:30, "
                "when P1 still has time."
            ),
        )
    ]


def test_of_a_declined_hour_that_went_to_others_nothing_is_said() -> None:
    owed, other = miss(), miss(who="002")
    instance = week(owed, other, availability=(free(0, "9:00", "9:30"),), declined=(no(MONDAY, "9:00"),))
    ((reason, detail),) = why(instance, held(MONDAY, "9:00", (other, 30)))
    assert reason == "no_open_time"
    assert "declined" not in detail


def test_where_everybody_is_full_the_declined_hours_are_told_too() -> None:
    # 002 has Tuesday's half hour; Monday's two were offered to 001 and declined.
    owed, other = miss(), miss(who="002")
    instance = week(
        owed,
        other,
        availability=(free(0, "9:00", "10:00"), free(1, "9:00", "9:30")),
        declined=(no(MONDAY, "9:00"), no(MONDAY, "9:30"), no(MONDAY, "11:00")),
        students=(student(), student("002")),
        limits=Limits(shortest=15),
    )
    ((reason, detail),) = why(instance, held(TUESDAY, "9:00", (other, 30)))
    assert reason == "providers_full"
    assert detail.endswith(
        " The family declined Mon, March 15, 09:00-09:30 and Mon, March 15, 09:30-10:00, when P1 still has time."
    )
