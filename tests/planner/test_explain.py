"""Why minutes are not planned: one small week for each reason, the figures counted by hand."""

import datetime as dt
from dataclasses import replace
from typing import Any

from tests.planner.small_week import MONDAY, WEEK, clock, free, held, miss, student, week

from makegood.planner.explain import unplanned
from makegood.plans.instance import Away, Instance, Limits, Provider, Regular, Session, StudentTime, Travel
from makegood.plans.verify import verify

TUESDAY = WEEK[1]


def why(instance: Instance, *sessions: Session) -> list[tuple[str, int, str]]:
    """Return reason, minutes and sentence of what a plan leaves; the plan must stand."""
    assert [each.says for each in verify(instance, sessions)] == []
    return [(each.why, each.minutes, each.detail) for each in unplanned(instance, sessions)]


def kept(day: int, start: str, end: str, use: str = "core", who: str = "001") -> StudentTime:
    return StudentTime(student_id=who, weekday=day, start=clock(start), end=clock(end), use=use)


def provider(id_: str = "P1", school: str | None = "E", **more: Any) -> Provider:
    return Provider(provider_id=id_, service_types=("speech",), school_id=school, **more)


def test_nothing_is_unplanned_where_sessions_settle_all() -> None:
    owed = miss(30)
    assert why(week(owed, availability=(free(0, "9:00", "9:30"),)), held(MONDAY, "9:00", (owed, 30))) == []


def test_nobody_with_the_credential() -> None:
    assert why(week(miss(30, what="ot"))) == [("no_provider", 30, "No provider may give ot.")]


def test_nobody_with_the_credential_has_time_at_the_school() -> None:
    instance = week(miss(30), availability=(free(0, "9:00", "9:30", school="M"),))
    assert why(instance) == [
        (
            "no_provider",
            30,
            "Nobody with speech has time for make-ups at E in these weeks: P1 may give it, but has no open time there.",
        )
    ]


def test_regular_sessions_take_all_their_time() -> None:
    # P1 has 30 minutes, and 002 has a regular slot in the middle of them: twice 10 minutes are left.
    slot = Regular(
        student_id="002", weekday=0, start=clock("9:10"), minutes=10, first=MONDAY, last=WEEK[-1], provider_id="P1"
    )
    instance = week(
        miss(30), availability=(free(0, "9:00", "9:30"),), students=(student(), student("002")), regular=(slot,)
    )
    assert why(instance) == [
        (
            "no_provider",
            30,
            (
                "Nobody with speech has time for make-ups at E in these weeks: P1 has never 15 minutes together there, "
                "days away, regular sessions and days without school left out."
            ),
        )
    ]


def test_where_nobody_has_time_a_student_without_open_time_is_told_too() -> None:
    # More hours of a provider alone would not help 001, whose whole week is kept.
    week_kept = tuple(kept(day, "8:00", "14:00", "protected") for day in range(5))
    instance = week(miss(30), miss(20, who="002"), students=(student(), student("002")), student_times=week_kept)
    told = "The table availability has no row in these weeks for P1, who may give speech at E."
    assert [each[2] for each in why(instance)] == [
        f"{told} 001 has no open time of 15 minutes or more in these weeks either.",
        told,
    ]


def test_weeks_without_school_are_told_as_that() -> None:
    instance = week(miss(30), availability=(free(0, "9:00", "9:30"),), school_days={"CAL": ()})
    assert why(instance) == [
        ("no_provider", 30, "There is no school in these weeks, and P1 has no date with 15 minutes or more at E.")
    ]


def test_a_weekday_without_school_is_no_time() -> None:
    instance = week(miss(30), availability=(free(0, "9:00", "9:30"),), school_days={"CAL": WEEK[1:]})
    assert [each[0] for each in why(instance)] == ["no_provider"]


def test_the_student_is_open_when_they_are_not() -> None:
    instance = week(
        miss(30),
        availability=(free(0, "9:00", "10:00"), free(3, "12:00", "12:30")),
        student_times=(kept(1, "10:00", "10:30", "open"),),
    )
    assert why(instance) == [
        ("no_open_time", 30, "001 is open on Tue 10:00-10:30 only; P1 has time on Mon 09:00-10:00 and Thu 12:00-12:30.")
    ]


def test_many_times_are_told_in_short() -> None:
    instance = week(
        miss(30),
        availability=tuple(free(day, "9:00", "9:30") for day in range(4)),
        student_times=(kept(4, "10:00", "10:30", "open"),),
    )
    assert why(instance)[0][2] == (
        "001 is open on Fri 10:00-10:30 only; P1 has time on Mon 09:00-09:30, Tue 09:00-09:30 and 2 other times."
    )


def test_what_overlaps_is_too_short() -> None:
    # Ten minutes overlap, from 10:00 to 10:10, and a session takes 15.
    instance = week(
        miss(30), availability=(free(1, "9:00", "10:10"),), student_times=(kept(1, "10:00", "10:30", "open"),)
    )
    assert why(instance) == [
        (
            "no_open_time",
            30,
            "001 is open on Tue 10:00-10:30; P1 has time on Tue 09:00-10:10: never 15 minutes together.",
        )
    ]


def test_the_student_has_no_open_time_at_all() -> None:
    away = Away(id="001", first=MONDAY, last=WEEK[-1])
    instance = week(miss(30), availability=(free(0, "9:00", "9:30"),), student_away=(away,))
    assert why(instance) == [
        (
            "no_open_time",
            30,
            "001 has no open time of 15 minutes or more in these weeks; P1 has time on Mon 09:00-09:30.",
        )
    ]


def test_other_make_ups_take_the_open_time() -> None:
    first, second = miss(30, name="L1"), miss(20, name="L2")
    instance = week(
        first, second, availability=(free(0, "8:00", "14:00"),), student_times=(kept(0, "9:00", "9:40", "open"),)
    )
    assert why(instance, held(MONDAY, "9:00", (first, 30))) == [
        (
            "no_open_time",
            20,
            (
                "001 and P1 have 40 minutes in common in these weeks, and other make-ups of 001 take 30 of them; "
                "the rest is in pieces under 15 minutes."
            ),
        )
    ]


def test_time_comes_only_after_the_deadline() -> None:
    # P1 comes on Wednesday and Thursday. 001 is due on Tuesday; 002 and 003 have until Friday.
    late = miss(30, due_by=TUESDAY)
    others = [miss(30, who=who, due_by=WEEK[4]) for who in ("002", "003")]
    instance = week(late, *others, availability=(free(2, "9:00", "9:30"), free(3, "9:00", "9:30")))
    plan = (held(WEEK[2], "9:00", (others[0], 30)), held(WEEK[3], "9:00", (others[1], 30)))
    assert why(instance, *plan) == [
        (
            "deadline",
            30,
            (
                "Due by March 16; the first time that 001 has in common with P1 is Wed, March 17, and all of that "
                "time is taken: all of the 60 minutes planned then are in time."
            ),
        )
    ]


def test_what_was_overdue_before_the_plan_is_no_matter_of_its_deadline() -> None:
    late, other = miss(30, due_by=dt.date(2027, 3, 1)), miss(30, who="002", due_by=WEEK[4])
    instance = week(late, other, availability=(free(2, "9:00", "9:30"),))
    assert [each[0] for each in why(instance, held(WEEK[2], "9:00", (other, 30)))] == ["providers_full"]


def test_time_that_late_minutes_take_is_no_matter_of_the_deadline() -> None:
    late, other = miss(30, due_by=TUESDAY), miss(30, who="002", due_by=TUESDAY)
    instance = week(late, other, availability=(free(2, "9:00", "9:30"),))
    assert [each[0] for each in why(instance, held(WEEK[2], "9:00", (other, 30)))] == ["providers_full"]


def test_a_limit_of_the_student_is_named_with_what_it_has_used() -> None:
    # 30 of 40 a week are planned; the shortest session is 15. P1 is still free on Monday, Tuesday and Wednesday.
    owed = miss(60)
    instance = week(
        owed,
        availability=tuple(free(day, "9:00", "9:30") for day in range(4)),
        limits=Limits(shortest=15, student_week=40),
    )
    assert why(instance, held(WEEK[3], "9:00", (owed, 30))) == [
        (
            "limit",
            30,
            (
                "By the limit student_week a student has at most 40 make-up minutes a week: 001 has 30 make-up minutes "
                "in the week of March 15 (the shortest session is 15), while 001 and P1 still "
                "have time on Mon, March 15, 09:00-09:30, and on 2 other days."
            ),
        )
    ]


def test_a_limit_of_the_provider_is_named() -> None:
    first, second = miss(30), miss(30, who="002")
    instance = week(
        first, second, availability=(free(0, "9:00", "10:00"),), limits=Limits(shortest=15, provider_day=30)
    )
    assert why(instance, held(MONDAY, "9:00", (first, 30))) == [
        (
            "limit",
            30,
            (
                "By the limit provider_day a provider gives at most 30 make-up minutes a day: P1 has 30 make-up "
                "minutes on Mon, March 15, while 002 and P1 still have time on Mon, March 15, 09:30-10:00."
            ),
        )
    ]


def test_the_limit_that_stands_alone_in_the_way_is_named_first() -> None:
    # On Monday both limits are used up; on Tuesday only the week's.
    owed = miss(60)
    instance = week(
        owed,
        availability=(free(0, "9:00", "10:00"), free(1, "9:00", "9:30")),
        limits=Limits(shortest=15, student_day=30, student_week=30),
    )
    found = why(instance, held(MONDAY, "9:00", (owed, 30)))
    assert [(reason, detail.split(":")[0]) for reason, _, detail in found] == [
        ("limit", "By the limit student_week a student has at most 30 make-up minutes a week")
    ]


def test_several_limits_together_are_all_named() -> None:
    owed = miss(60)
    instance = week(
        owed, availability=(free(0, "9:00", "10:00"),), limits=Limits(shortest=15, student_day=30, provider_day=30)
    )
    found = why(instance, held(MONDAY, "9:00", (owed, 30)))
    assert [detail.split(":")[0] for *_, detail in found] == [
        (
            "By the limits student_day and provider_day a student has at most 30 make-up minutes a day and a provider "
            "gives at most 30 make-up minutes a day"
        )
    ]


def test_a_rest_shorter_than_a_session_is_a_matter_of_that_limit() -> None:
    owed = miss(40)
    instance = week(owed, availability=(free(0, "9:00", "10:00"),))
    assert why(instance, held(MONDAY, "9:00", (owed, 30))) == [
        (
            "limit",
            10,
            (
                "By the limit shortest a session has at least 15 minutes: the 10 left of this miss are too few for one "
                "of their own."
            ),
        )
    ]


def test_by_how_much_providers_are_full_is_told_for_the_school() -> None:
    # P1 has 30 and P2 45: 75, of which 60 are taken. Owed are 60 + 50 = 110; 60 have a place. P2's last 15 go to
    # nobody: 001 and 002 are kept then. 001 and P1 or P2 have 60 in common: its own 30, and 002's 30 with P2.
    first, second = miss(60), miss(50, who="002")
    instance = week(
        first,
        second,
        providers=(provider(), provider("P2")),
        availability=(free(0, "9:00", "9:30"), free(1, "9:00", "9:45", who="P2")),
        student_times=(kept(1, "9:30", "14:00"), kept(1, "9:30", "14:00", who="002")),
    )
    plan = (held(MONDAY, "9:00", (first, 30)), held(TUESDAY, "9:00", (second, 30), who="P2"))
    assert why(instance, *plan)[0] == (
        "providers_full",
        30,
        (
            "001 and P1 or P2 have 60 minutes in common in these weeks, and no place is left: other make-ups of 001 "
            "take 30, make-ups of other students take 30. P1 and P2 have 75 minutes for make-ups at E in these weeks, "
            "60 of them taken; of 110 minutes of speech owed there 50 have no place."
        ),
    )


def test_what_a_group_shares_counts_once_as_time_and_for_each_student_as_owed() -> None:
    first, second = miss(30, group_max=2), miss(30, who="002", group_max=2)
    other = miss(30, who="003")
    instance = week(first, second, other, availability=(free(0, "9:00", "9:30"),))
    (found,) = why(instance, held(MONDAY, "9:00", (first, 30), (second, 30)))
    assert found[2].endswith(
        "make-ups of other students take all. P1 has 30 minutes for make-ups at E in these weeks, all of them taken; "
        "of 90 minutes of speech owed there 30 have no place."
    )


def test_providers_are_full_when_the_student_is_open() -> None:
    # P1 has 8:00-9:30 at E and M, ten minutes apart; only 30 are owed at E. 001 is open from 8:00 to 9:30.
    # 8:00-8:30 goes to 002 at E, 8:40-9:10 to 003 at M: with the way both ways, 8:30-9:20 is gone; 10 are left.
    own, other, away = miss(30), miss(30, who="002"), miss(30, who="003")
    instance = week(
        own,
        other,
        away,
        students=(student(), student("002"), student("003", school="M")),
        travel=(Travel(start="E", end="M", minutes=10),),
        availability=(free(0, "8:00", "9:30", school=None),),
    )
    plan = (held(MONDAY, "8:00", (other, 30)), held(MONDAY, "8:40", (away, 30), school="M"))
    assert why(instance, *plan) == [
        (
            "providers_full",
            30,
            (
                "001 and P1 have 90 minutes in common in these weeks, and no place is left: make-ups of other students "
                "take 30, make-ups at other schools and the way there take 50, pieces under 15 minutes are 10. "
                "P1 has 90 minutes for make-ups at E in these weeks, 80 of them taken; of 60 minutes of speech owed "
                "there 30 have no place."
            ),
        )
    ]


def test_a_place_that_is_left_is_told() -> None:
    owed = miss(60)
    instance = week(owed, availability=(free(0, "9:00", "10:00"),))
    assert why(instance, held(MONDAY, "9:00", (owed, 30))) == [
        (
            "not_found",
            30,
            "The planner found no place in the time it had; 001 and P1 still have time on Mon, March 15, 09:30-10:00.",
        )
    ]


def test_a_seat_in_a_group_that_is_left_is_told() -> None:
    first, second = miss(30, group_max=2), miss(30, who="002", group_max=2)
    instance = week(first, second, availability=(free(0, "9:00", "9:30"),))
    plan = held(MONDAY, "9:00", (first, 30))
    assert why(instance, plan) == [
        (
            "not_found",
            30,
            (
                "The planner found no place in the time it had; 002 could still join P1's session on Mon, March 15, "
                "09:00-09:30."
            ),
        )
    ]
    alone = week(first, miss(30, who="002"), availability=(free(0, "9:00", "9:30"),))
    assert [each[0] for each in why(alone, plan)] == ["providers_full"]


def test_nobody_joins_a_session_beyond_their_limit() -> None:
    first, second = miss(40, group_max=2), miss(30, who="002", group_max=2)
    instance = week(first, second, availability=(free(0, "9:00", "9:40"),), limits=Limits(shortest=15, student_week=40))
    plan = held(MONDAY, "9:00", (first, 40))
    assert [each[0] for each in why(instance, plan)] == ["not_found"]
    tighter = week(
        first, second, miss(30, who="002", name="L2", group_max=2), limits=Limits(shortest=15, student_week=40),
        availability=(free(0, "9:00", "9:40"), free(1, "9:00", "9:30")),
    )  # fmt: skip
    assert [each[0] for each in why(tighter, plan, held(TUESDAY, "9:00", (second, 30)))] == ["providers_full"]


def test_nobody_joins_a_session_that_is_agreed() -> None:
    first, second = miss(30, group_max=2), miss(30, who="002", group_max=2)
    plan = held(MONDAY, "9:00", (first, 30))
    instance = week(first, second, availability=(free(0, "9:00", "9:30"),), pinned=(plan,))
    assert [each[0] for each in why(instance, plan)] == ["providers_full"]


def test_a_miss_in_these_weeks_counts_from_its_day_on() -> None:
    recent = miss(30, missed_on=WEEK[2])
    instance = week(recent, availability=(free(0, "9:00", "9:30"),))
    assert why(instance) == [
        (
            "no_provider",
            30,
            (
                "Nobody with speech has time for make-ups at E from March 17 on: P1 has never 15 minutes together "
                "there, days away, regular sessions and days without school left out."
            ),
        )
    ]


def test_reasons_come_in_the_order_of_the_misses_and_keep_who_decides() -> None:
    misses = (miss(20, who="002", decided=False), miss(30, who="001"), miss(10, who="002", name="L2"))
    found = unplanned(week(*misses), ())
    assert [(each.student_id, each.session_id, each.minutes, each.decided) for each in found] == [
        ("002", "L1", 20, False),
        ("001", "L1", 30, True),
        ("002", "L2", 10, True),
    ]


def test_no_service_types_for_those_who_could_give_it() -> None:
    nobody_knows = (Provider(provider_id="P1", school_id="E"), Provider(provider_id="P2", school_id="E"))
    assert why(week(miss(30), providers=nobody_knows, availability=(free(0, "9:00", "9:30"),))) == [
        (
            "missing_data",
            30,
            "The table providers has no service_types for P1 and P2, so nobody knows whether they may give speech.",
        )
    ]


def test_no_service_types_for_the_one_who_usually_gives_it() -> None:
    # P2 may give speech and has no time; P1 gave it until now, and P3 without service types never did.
    people = (Provider(provider_id="P1", school_id="E"), provider("P2"), Provider(provider_id="P3", school_id="E"))
    assert why(week(miss(30, provider_id="P1"), providers=people)) == [
        (
            "missing_data",
            30,
            (
                "The table providers has no service_types for P1, so nobody knows whether they may give speech; of all "
                "others, none who may give speech has time at E."
            ),
        )
    ]
    # Who never gave it is not asked about.
    assert why(week(miss(30), providers=people))[0][2] == (
        "The table availability has no row in these weeks for P2, who may give speech at E."
    )


def test_no_availability_of_those_who_may_come_to_the_school() -> None:
    # P2 is based at M, from where a way leads to E; none leads from N, so a row of P3's would not do.
    people = (provider("P2", "M"), provider("P3", "N"))
    ways = (Travel(start="M", end="E", minutes=10),)
    assert why(week(miss(30), providers=people, travel=ways)) == [
        ("missing_data", 30, "The table availability has no row in these weeks for P2, who may give speech at E.")
    ]


def test_a_post_that_is_vacant_throughout_is_no_row_that_is_missing() -> None:
    vacant = Away(id="P1", first=WEEK[0] - dt.timedelta(90), last=WEEK[-1])
    ((reason, _, told),) = why(week(miss(30), provider_away=(vacant,)))
    assert reason == "no_provider"
    assert told.endswith("in these weeks: P1 may give it, but has no day: away throughout, or a vacant post.")
    # Back on the last day, or beside somebody who works here: then a row would free somebody.
    back = replace(vacant, last=WEEK[-2])
    assert why(week(miss(30), provider_away=(back,)))[0][0] == "missing_data"
    others = week(miss(30), provider_away=(vacant,), providers=(provider(), provider("P2")))
    assert why(others)[0][2] == "The table availability has no row in these weeks for P2, who may give speech at E."


def test_no_way_to_the_school() -> None:
    instance = week(miss(30), providers=(provider("P1", "M"),), availability=(free(0, "9:00", "9:30", school=None),))
    assert why(instance) == [
        (
            "missing_data",
            30,
            "The table travel has no row from M to E, so P1, who may give speech, cannot be planned there.",
        )
    ]
    # With the row that is named, the minutes have a place.
    with_way = replace(instance, travel=(Travel(start="M", end="E", minutes=10),))
    assert why(with_way, held(MONDAY, "9:00", (instance.misses[0], 30))) == []


def test_no_way_between_the_schools_of_one_day() -> None:
    # P1 has an hour at E and, on the same day, a regular session at M: without a way nobody plans both.
    slot = Regular(
        student_id="009", weekday=0, start=clock("12:00"), minutes=30, first=MONDAY, last=WEEK[-1], provider_id="P1"
    )
    instance = week(
        miss(30), availability=(free(0, "9:00", "10:00"),), students=(student(), student("009", "M")), regular=(slot,)
    )
    assert why(instance) == [
        (
            "missing_data",
            30,
            "The table travel has no row from M to E, so P1 has no time there on days with sessions at M.",
        )
    ]
    with_way = replace(instance, travel=(Travel(start="M", end="E", minutes=10),))
    assert why(with_way, held(MONDAY, "9:00", (instance.misses[0], 30))) == []


def test_no_bell_on_the_days_on_which_somebody_has_time() -> None:
    bells = tuple(row for row in week(miss()).bell if row.school_id == "E" and row.weekday > 1)
    times = (free(0, "9:00", "9:30"), free(1, "9:00", "9:10"))
    assert why(week(miss(30), bell=bells, availability=times)) == [
        (
            "missing_data",
            30,
            (
                "The table bell has no row for E on Monday, and no row of student_times says when 001 is open: P1 has "
                "time on Mon 09:00-09:30."
            ),
        )
    ]


def test_a_bell_that_is_missing_is_no_reason_where_it_would_change_nothing() -> None:
    # What core lessons keep all Monday would not be open with a bell either.
    bells = tuple(row for row in week(miss()).bell if row.school_id == "E" and row.weekday)
    facts: dict[str, Any] = {"bell": bells, "availability": (free(0, "9:00", "9:30"),)}
    assert [each[0] for each in why(week(miss(30), student_times=(kept(0, "8:00", "14:00"),), **facts))] == [
        "no_open_time"
    ]
    # A student with an open row is open in such rows only, whatever the bell says.
    opened = (kept(1, "9:00", "9:30", "open"),)
    assert [each[0] for each in why(week(miss(30), student_times=opened, **facts))] == ["no_open_time"]


def test_where_availability_is_missing_a_bell_that_is_missing_is_told_too() -> None:
    assert why(week(miss(30), bell=()))[0][2] == (
        "The table availability has no row in these weeks for P1, who may give speech at E. The table bell has no row "
        "for E either."
    )
