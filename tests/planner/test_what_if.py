"""What each change does to the facts of a plan, and two plans side by side, counted by hand."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.planner.what_if_facts import FACTS, FIRST, LAST, PINNED, day, plan, session
from tests.statements.small_folder import read

from makegood.planner.times import Times
from makegood.planner.what_if import Change, apply, compare, figures_of, in_short, new_debt
from makegood.planner.what_if.changes import (
    Contractor,
    Leave,
    LongerDay,
    Summer,
    Teletherapy,
    Vacancy,
    What,
)
from makegood.plans.instance import Away, Instance
from makegood.terms.findings import Finding

NINE, NOON = 540, 720


def tried(what: What, facts: Instance = FACTS) -> tuple[Instance, list[Finding]]:
    return apply(facts, [Change(what=what, file="try.yaml", row=7)])


def found(what: What, facts: Instance = FACTS) -> list[tuple[str, str, int | None, str | None]]:
    return [(each.level, each.code, each.row, each.column) for each in tried(what, facts)[1]]


@pytest.mark.parametrize("kind", [Vacancy, Leave])
def test_a_vacancy_takes_a_provider_away_and_releases_what_was_agreed_in_it(kind: type[Vacancy]) -> None:
    changed, findings = tried(kind(provider="P1", from_=day(22), until=day(26)), PINNED)
    assert changed.provider_away == (Away(id="P1", first=day(22), last=day(26)),)
    assert [each.date for each in changed.pinned] == [day(30)]
    assert changed.misses == PINNED.misses
    (told,) = findings
    assert (told.level, told.code, told.table, told.row) == ("warning", "pin_released", "try.yaml", 7)
    assert "1 agreed make-up session(s) with 30 minutes" in told.message


def test_a_vacancy_without_days_is_as_long_as_the_plan() -> None:
    changed, findings = tried(Vacancy(provider="P1"), PINNED)
    assert changed.provider_away == (Away(id="P1", first=FIRST, last=LAST),)
    assert changed.pinned == ()
    assert "2 agreed make-up session(s) with 60 minutes" in findings[0].message


def test_the_new_debt_is_the_regular_minutes_of_each_student_that_nobody_holds() -> None:
    # 22 March: two students of 30 minutes; 26 March: one. 29 March: two more. 2 April is a Friday without school.
    assert new_debt(FACTS, tried(Vacancy(provider="P1", from_=day(22), until=day(26)))[0]) == 90
    assert new_debt(FACTS, tried(Vacancy(provider="P1"))[0]) == 150
    assert new_debt(FACTS, tried(Vacancy(provider="P2"))[0]) == 0


def test_days_on_which_a_provider_or_student_is_away_anyway_are_no_new_debt() -> None:
    away = replace(
        FACTS,
        provider_away=(Away(id="P1", first=day(22), last=day(22)),),
        student_away=(Away(id="S1", first=day(29), last=day(29)),),
    )
    # What is left: 30 on 26 March and 30 on 29 March, of S2.
    assert new_debt(away, tried(Vacancy(provider="P1"), away)[0]) == 60


def test_two_vacancies_on_the_same_days_are_counted_once() -> None:
    twice = [Change(what=Vacancy(provider="P1")), Change(what=Leave(provider="P1", from_=day(24)))]
    assert new_debt(FACTS, apply(FACTS, twice)[0]) == 150


def test_with_records_the_new_debt_counts_services_without_slots_too(tmp_path: Path) -> None:
    records, _ = read(
        tmp_path,
        "2027-03-19",
        terms="calendar_id kind start end\nE year 2026-09-01 2027-06-11",
        students="student_id\nS1\nS2",
        providers="provider_id\nP1\nP2",
        services="service_id student_id service_type minutes sessions per provider_id\n"
        "A S1 speech 30 2 week P1\nB S2 speech 45 1 week P1\nC S2 ot 30 1 week P2",
        schedule="service_id weekday start_time minutes provider_id\nB Monday 09:00 45 P1",
    )
    gone = tried(Vacancy(provider="P1", from_=day(22), until=day(24)))[0]
    # A: 60 minutes, three of five days: 36. B: its slot of Monday, 45. C is P2's.
    assert new_debt(FACTS, gone, records) == 81


def test_a_contractor_is_there_on_weekdays_with_school_from_the_first_to_the_last_day() -> None:
    change = Contractor(
        service_types=("speech",), schools=("E", "W"), weekdays=(0, 2), start=NINE, end=NOON,
        from_=day(24), until=day(29), hourly_cost=9500, name="C9",
    )  # fmt: skip
    changed, findings = tried(change)
    assert findings == []
    someone = changed.providers[-1]
    assert (someone.provider_id, someone.service_types, someone.hourly_cost) == ("C9", ("speech",), 9500)
    assert (someone.school_id, someone.remote, someone.employer) == (None, False, "contractor")
    times = Times(changed)
    there = [n for n in range(22, 34) if times.free_time("C9", day(n))]
    # Mondays and Wednesdays from 24 to 29 March.
    assert there == [24, 29]
    assert sorted((free.school_id, free.start, free.end) for free in times.free_time("C9", day(24))) == [
        ("E", NINE, NOON),
        ("W", NINE, NOON),
    ]


def test_people_without_a_name_get_one_that_nobody_has() -> None:
    once = Contractor(service_types=("speech",), weekdays=(0,), start=NINE, end=NOON)
    screen = Teletherapy(service_types=("speech",), weekdays=(0,), start=NINE, end=NOON, seats=2)
    changed, findings = apply(FACTS, [Change(what=what) for what in (once, once, screen)])
    assert findings == []
    assert [who.provider_id for who in changed.providers[3:]] == ["C01", "C02", "T01", "T02"]
    assert [who.remote for who in changed.providers[3:]] == [False, False, True, True]


def test_a_contractor_whose_last_day_has_come_is_not_there_in_a_longer_plan() -> None:
    hired = Contractor(service_types=("speech",), weekdays=(0,), start=NINE, end=NOON, until=LAST, name="C1")
    summer = Summer(
        providers=("C1",), from_=dt.date(2027, 6, 21), until=dt.date(2027, 6, 22), weekdays=(0,), start=NINE, end=NOON
    )
    changed, _ = apply(FACTS, [Change(what=hired), Change(what=summer)])
    assert Times(changed).free_time("C1", dt.date(2027, 6, 21)) == ()


def test_a_vacancy_without_a_last_day_reaches_into_a_summer_that_stands_after_it() -> None:
    june = dt.date(2027, 6, 21)
    summer = Summer(providers=("P1",), from_=june, until=june, weekdays=(0,), start=NINE, end=NOON)
    changed, _ = apply(FACTS, [Change(what=Vacancy(provider="P1")), Change(what=summer)])
    assert Times(changed).free_time("P1", june) == ()
    # The summer has no regular sessions, so the new debt is that of the plan as it is.
    assert new_debt(FACTS, changed) == 150


def test_a_longer_day_opens_time_after_the_last_bell_on_days_with_school() -> None:
    changed, findings = tried(LongerDay(school="E", providers=("P1",), end=945, from_=day(24), until=LAST))
    assert findings == []
    rows = [row for row in changed.availability if row.date is not None]
    # 24, 25, 26, 29, 30, 31 March and 1 April; 2 April has no school.
    assert [row.date for row in rows] == [day(n) for n in (24, 25, 26, 29, 30, 31, 32)]
    assert {(row.provider_id, row.start, row.end, row.school_id) for row in rows} == {("P1", 885, 945, "E")}
    times = Times(changed)
    assert times.open_time("S1", day(25), "P1") == ((480, 945),)
    assert times.open_time("S1", day(23), "P1") == ((480, 885),)


def test_a_longer_day_for_a_service_is_for_those_with_the_credential_at_that_school() -> None:
    changed, findings = tried(LongerDay(school="E", service_types=("speech",), end=945, weekdays=(1,)))
    assert findings == []
    # P1 is based there; P2 gives speech at another school; P3 gives another service. Two Tuesdays.
    rows = [(row.provider_id, row.date) for row in changed.availability if row.date is not None]
    assert rows == [("P1", day(23)), ("P1", day(30))]


def test_a_summer_makes_the_plan_longer_and_opens_days_without_school() -> None:
    june = dt.date(2027, 6, 21)
    change = Summer(
        service_types=("speech",), from_=june, until=june + dt.timedelta(9), weekdays=(0, 1), start=NINE, end=NOON
    )
    changed, findings = tried(change)
    assert findings == []
    assert (changed.first, changed.last) == (FIRST, dt.date(2027, 6, 30))
    rows = [(row.provider_id, row.date) for row in changed.availability if row.date is not None]
    days = [june + dt.timedelta(n) for n in (0, 1, 7, 8)]
    assert rows == [(who, date) for who in ("P1", "P2") for date in days]
    assert Times(changed).open_time("S3", june, "P2") == ((NINE, NOON),)


def test_a_summer_day_with_school_is_told_and_keeps_its_lessons() -> None:
    change = Summer(providers=("P1",), school="E", from_=day(32), until=LAST, weekdays=(3, 4), start=NINE, end=NOON)
    changed, findings = tried(change)
    # 1 April has school at E, 2 April has none.
    assert [row.date for row in changed.availability if row.date is not None] == [day(32), LAST]
    assert [(each.code, each.level) for each in findings] == [("school_in_summer", "warning")]
    assert "1 of these 2 days have school" in findings[0].message
    assert changed.last == LAST


def test_teletherapy_reaches_every_school_without_travel() -> None:
    changed, _ = tried(Teletherapy(service_types=("speech",), weekdays=(0,), start=NINE, end=NOON, hourly_cost=7800))
    times = Times(changed)
    assert times.places.between("T01", "E", "W") == 0
    assert all(times.places.may_be("T01", None, school) for school in ("E", "W"))


CONTRACT = Contractor(service_types=("speech",), weekdays=(0,), start=NINE, end=NOON)


@pytest.mark.parametrize(
    ("what", "level", "code", "column"),
    [
        (Vacancy(provider="P9"), "error", "unknown_provider", "vacancy.provider"),
        (LongerDay(school="E", providers=("P9",), end=945), "error", "unknown_provider", "longer_day.providers"),
        (LongerDay(school="X", providers=("P1",), end=945), "error", "unknown_school", "longer_day.school"),
        (replace(CONTRACT, schools=("E", "X")), "error", "unknown_school", "contractor.schools"),
        (replace(CONTRACT, name="P1"), "error", "name_taken", "contractor.name"),
        (replace(CONTRACT, service_types=("speach",)), "warning", "unknown_service_type", "contractor.service_types"),
        (replace(CONTRACT, from_=dt.date(2027, 5, 1)), "warning", "outside_plan", "contractor"),
        (Vacancy(provider="P1", until=day(21)), "warning", "outside_plan", "vacancy"),
        (LongerDay(school="E", providers=("P1",), end=885), "error", "not_longer", "longer_day.end"),
        (LongerDay(school="W", service_types=("ot",), end=945), "error", "nobody_stays", "longer_day.service_types"),
        (LongerDay(school="E", providers=("P1",), end=945, weekdays=(5,)), "warning", "outside_plan", "longer_day"),
    ],
)
def test_a_change_that_the_facts_do_not_bear_out_is_told_with_its_line(
    what: What, level: str, code: str, column: str
) -> None:
    assert found(what) == [(level, code, 7, column)]
    if level == "error" or code == "outside_plan":
        assert tried(what)[0] == FACTS


def test_without_a_last_bell_no_day_can_be_longer() -> None:
    silent = replace(FACTS, bell=tuple(row for row in FACTS.bell if row.weekday != 2))
    assert found(LongerDay(school="E", providers=("P1",), end=945), silent)[0][1] == "no_bell"


def test_a_near_name_is_asked_for() -> None:
    contract = replace(CONTRACT, service_types=("speach",))
    assert "Is “speech” meant?" in tried(contract)[1][0].message


def test_a_plan_in_figures() -> None:
    # P1 (60.00 an hour): a group of 30 minutes and 20 minutes alone; P2 (cost not known): 45 minutes.
    made = plan(
        session(day(23), "P1", 30, S1=30, S2=30), session(day(30), "P1", 20, S1=20), session(day(24), "P2", 45, S3=15)
    )
    figures = figures_of(made, FACTS)
    assert (figures.owed, figures.planned, figures.in_time, figures.unplanned, figures.bound) == (135, 95, 95, 40, 120)
    # S2 gets all 30; S1 50 of 60; S3 15 of 45.
    assert (figures.students, figures.something, figures.everything, figures.nothing) == (3, 3, 1, 0)
    # 50 minutes at 60.00 are 50.00 dollars.
    assert (figures.held, figures.cost, figures.without_cost, figures.on_screen) == (95, 5000, 45, 0)


def test_today_and_what_if_stand_side_by_side() -> None:
    changes = [
        Vacancy(provider="P1", from_=day(22), until=day(26)),
        Teletherapy(service_types=("speech",), weekdays=(0,), start=NINE, end=NOON, hourly_cost=7800),
    ]
    after, _ = apply(FACTS, [Change(what=what) for what in changes])
    today = plan(session(day(23), "P1", 30, S1=30, S2=30))
    then = plan(session(day(29), "T01", 60, S1=60), session(day(29), "T01", 25, S3=25))
    side = compare(today, then, FACTS, after)
    cells = {row.name: row.cells()[1:] for row in side.rows()}
    assert cells == {
        "owed": ("135", "135", "same"),
        "planned": ("60", "85", "+25"),
        "in_time": ("60", "85", "+25"),
        "unplanned": ("75", "50", "-25"),
        "bound": ("120", "120", "same"),
        "new_debt": ("0", "90", "+90"),
        "students": ("3", "3", "same"),
        # S2 gets all 30 today; S1 all 60 then.
        "everything": ("1", "1", "same"),
        "something": ("2", "2", "same"),
        "nothing": ("1", "1", "same"),
        # 85 minutes are 1.4166 hours, at 78.00 an hour 110.50.
        "held": ("0.50", "1.42", "+0.92"),
        "on_screen": ("0.00", "1.42", "+1.42"),
        "cost": ("30.00", "110.50", "+80.50"),
    }
    told = " ".join(side.notes)
    assert "90 minutes of regular sessions would have nobody" in told
    assert "An adult sits with the student" in told
    assert "hourly cost is not on record" not in told
    printed = side.as_dict()["then"]
    assert (printed["new_debt"], printed["held"], printed["cost"]) == (90, 85, 110.5)


def test_several_what_ifs_stand_in_one_table() -> None:
    after, _ = apply(FACTS, [Change(what=Vacancy(provider="P1", from_=day(22), until=day(26)))])
    today = plan(session(day(23), "P1", 30, S1=30, S2=30))
    then = plan(session(day(24), "P2", 45, S3=15))
    beside = (("P1 is gone", compare(today, then, FACTS, after)), ("as it is", compare(today, today, FACTS, FACTS)))
    # 30 minutes at 60.00 an hour are 30.00; nobody knows what P2 costs. S3 has nothing today, S1 and S2 then.
    assert list(in_short(beside)) == [
        ("today", "60", "-", "-", "1", "$30.00"),
        ("P1 is gone", "15", "-45", "90", "2", "$0.00"),
        ("as it is", "60", "same", "-", "1", "$30.00"),
    ]


def test_a_what_if_that_ends_later_stands_under_today_planned_as_far() -> None:
    today = plan(session(day(23), "P1", 30, S1=30, S2=30))
    further = plan(session(day(23), "P1", 30, S1=30, S2=30), session(day(24), "P2", 45, S3=15))
    june = dt.date(2027, 6, 21)
    side = compare(further, further, FACTS, FACTS, until=june)
    beside = (("as it is", compare(today, today, FACTS, FACTS)), ("June", side), ("June again", side))
    assert [row[:3] for row in in_short(beside)] == [
        ("today", "60", "-"),
        ("as it is", "60", "same"),
        ("today, up to 2027-06-21", "75", "-"),
        ("June", "75", "same"),
        ("June again", "75", "same"),
    ]


def test_of_days_after_the_facts_it_is_told_that_nothing_is_on_record() -> None:
    later, today = replace(FACTS, last=dt.date(2027, 6, 21)), plan(session(day(23), "P1", 30, S1=30))
    told = " ".join(compare(today, today, FACTS, later).notes)
    assert "Nothing is on record after 2027-04-02" in told
    assert "without school" not in " ".join(compare(today, today, later, later, until=later.last).notes)


@pytest.mark.parametrize(("bound", "told"), [(84, False), (85, True), (120, True)])
def test_a_difference_that_the_search_alone_may_make_is_told_as_that(bound: int, told: bool) -> None:  # noqa: FBT001
    # 85 minutes are more than any plan of today could settle, unless today's bound reaches them.
    today = plan(session(day(23), "P1", 30, S1=30, S2=30)).with_summary(bound=bound)
    then = plan(session(day(29), "P1", 60, S1=60), session(day(29), "P1", 25, S3=25))
    notes = compare(today, then, FACTS, FACTS).notes
    assert any("a difference of 25 planned minutes may come of the search alone" in note for note in notes) == told
    assert not any("of the search" in note for note in compare(today, today, FACTS, FACTS).notes)


def test_nothing_changed_is_the_same_in_every_row() -> None:
    made = plan(session(day(23), "P2", 30, S3=30))
    side = compare(made, made, FACTS, FACTS)
    assert {row.cells()[3] for row in side.rows()} == {"same"}
    assert any("hourly cost is not on record" in note for note in side.notes)
