"""A plan read child by child and school by school: the same small week, every figure counted by hand."""

import datetime as dt

from tests.planner.small_week import MONDAY, WEEK, free, held, miss, student, week

from makegood.planner.explain import unplanned
from makegood.planner.explain.accounts import Accounts
from makegood.planner.explain.placed import Placed, placed
from makegood.plans.instance import Instance, Provider, Session


def reads(instance: Instance, *sessions: Session) -> list[str]:
    return [each.why for each in placed(instance, sessions)]


def accounts(instance: Instance, *sessions: Session) -> Accounts:
    return Accounts(instance, placed(instance, sessions), unplanned(instance, sessions))


def test_a_place_says_who_which_day_and_that_it_is_in_time() -> None:
    owed = miss(30, due_by=WEEK[2], provider_id="P1")
    instance = week(owed, availability=tuple(free(day, "9:00", "9:30") for day in (0, 1, 3)))
    plan = held(WEEK[1], "9:00", (owed, 30))
    assert reads(instance, plan) == [
        "Day 2 of 3 on which both have time. P1 usually gives it. In time: due by March 17."
    ]


def test_the_only_day_is_told_as_the_only_one_and_days_before_the_miss_do_not_count() -> None:
    owed = miss(30, missed_on=WEEK[1])
    instance = week(owed, availability=(free(0, "9:00", "9:30"), free(3, "9:00", "9:30")))
    assert reads(instance, held(WEEK[3], "9:00", (owed, 30))) == [
        "The only day on which both have time. P1 may give it. No deadline is known."
    ]


def test_another_provider_than_the_usual_one_is_explained_by_the_time_that_one_has() -> None:
    owed = miss(30, provider_id="P2")
    people = tuple(Provider(provider_id=id_, service_types=("speech",), school_id="E") for id_ in ("P1", "P2"))
    monday = free(0, "9:00", "9:30")
    without = week(owed, providers=people, availability=(monday,))
    plan = held(MONDAY, "9:00", (owed, 30))
    assert (
        "P1 may give it; P2, who usually does, has no time for make-ups at E in these weeks." in reads(without, plan)[0]
    )
    some = week(owed, providers=people, availability=(monday, free(1, "9:00", "9:20", who="P2")))
    assert "P2, who usually does, has 20 minutes left at E in these weeks." in reads(some, plan)[0]


def test_late_minutes_say_whether_anything_came_sooner() -> None:
    before = miss(30, due_by=dt.date(2027, 3, 1))
    instance = week(before, availability=(free(3, "9:00", "9:30"),))
    plan = held(WEEK[3], "9:00", (before, 30))
    assert "Late: it was due by March 1, before these weeks begin." in reads(instance, plan)[0]
    none = miss(30, due_by=WEEK[1])
    plan = held(WEEK[3], "9:00", (none, 30))
    sooner = "Late: it was due by March 16, and 001 and P1 have no time in common before that."
    assert sooner in reads(week(none, availability=(free(3, "9:00", "9:30"),)), plan)[0]
    other = miss(30, who="002")
    instance = week(none, other, availability=(free(0, "9:00", "9:30"), free(3, "9:00", "9:30")))
    taken = "Late: it was due by March 16, and other make-ups take what 001 and P1 have in common up to then."
    assert taken in reads(instance, held(MONDAY, "9:00", (other, 30)), plan)[1]
    assert reads(instance, plan)[0].endswith("Late: it was due by March 16.")


def test_what_is_agreed_says_only_that_and_with_whom() -> None:
    first, second = miss(30, group_max=2), miss(30, who="002", group_max=2)
    plan = held(MONDAY, "9:00", (first, 30), (second, 30))
    instance = week(first, second, availability=(free(0, "9:00", "9:30"),), pinned=(plan,))
    assert set(reads(instance, plan)) == {
        "Agreed already, so it stays. No deadline is known. Together with 1 other student; the IEPs allow it."
    }


def test_a_childs_account_holds_every_minute_once_and_oldest_first() -> None:
    # 001 is owed 60 + 20; 30 of the 60 have a place. 002 is owed 30 and has none: P1 has 30 minutes in all.
    old, new, other = miss(60), miss(20, name="L2", missed_on=dt.date(2027, 2, 3)), miss(30, who="002")
    instance = week(new, old, other, availability=(free(0, "9:00", "9:30"),))
    found = accounts(instance, held(MONDAY, "9:00", (old, 30)))
    assert list(found.students) == ["001", "002"]
    mine = found.students["001"]
    assert (mine.school_id, mine.owed, mine.planned) == ("E", 80, 30)
    assert [(line.session_id, line.minutes, isinstance(line.piece, Placed)) for line in mine.lines] == [
        ("L1", 30, True),
        ("L1", 30, False),
        ("L2", 20, False),
    ]
    assert (found.students["002"].owed, found.students["002"].planned) == (30, 0)


def test_lines_with_the_same_reason_share_one_note() -> None:
    parts = [miss(30, name=f"L{n}") for n in range(3)]
    mine = accounts(week(*parts)).students["001"]
    assert [mine.notes[line.note] for line in mine.lines] == [1, 1, 1]


def test_each_school_and_service_adds_up_to_what_is_owed_there() -> None:
    # E: 60 owed, 30 placed in time; M: 30 owed and placed late, so nothing of it in time.
    first, second = miss(60, due_by=WEEK[4]), miss(30, who="002", due_by=dt.date(2027, 3, 1))
    instance = week(
        first,
        second,
        students=(student(), student("002", school="M")),
        providers=(Provider(provider_id="P1", service_types=("speech",)),),
        availability=(free(0, "9:00", "9:30"), free(1, "9:00", "9:30", school="M")),
    )
    found = accounts(instance, held(MONDAY, "9:00", (first, 30)), held(WEEK[1], "9:00", (second, 30), school="M"))
    assert [
        (each.school_id, each.service_type, each.owed, each.planned, each.in_time, each.left, each.students_left)
        for each in found.places
    ] == [("E", "speech", 60, 30, 30, 30, {"001"}), ("M", "speech", 30, 30, 0, 0, set())]
