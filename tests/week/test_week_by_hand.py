"""Weeks counted by hand: sample caseloads, groups, lunch, ways, limits, periods of 42 minutes, what a change costs."""

from dataclasses import replace

import pytest
from tests.week.facts import FIRST, at, caseload, daily, fixed, need, slot, span, therapist

from makegood.week.caseload import Caseload, Place, Slot
from makegood.week.make import Solved, solve
from makegood.week.pattern import Pattern
from makegood.week.verify import verify


def solved(facts: Caseload) -> Solved:
    found = solve(facts)
    assert verify(facts, found.slots) == []
    return found


def whys(found: Solved) -> dict[str, str]:
    return {each.service_id: each.why for each in found.unplaced}


def when(found: Solved, id_: str) -> list[tuple[int, int]]:
    return [(each.pattern.day, each.start) for each in found.slots if each.service_id == id_]


def a_caseload_of_18() -> Caseload:
    """A school's speech caseload: 18 children, 9 of them in pairs, lunch, core lessons by grade, a therapist of 4 days.

    31 child-sessions of 30 minutes; alone they would take 930 of some 1,170 minutes that are open to somebody.
    """
    grades = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0, 1, 2, 3, 4, 5]
    needs, open_ = [], {}
    for n, grade in enumerate(grades):
        id_ = f"{n:02}"
        sessions = 2 if n < 13 else 1
        pair = n < 8
        needs.append(need(id_, 30, sessions, grade=grade, group_max=2 if pair else 1, in_group=pair))
        # Reading and mathematics of an hour each keep the morning of grades 0 to 2, and the noon of the others.
        kept = (span("9:00", "11:00"), span("11:30", "12:00")) if grade < 3 else (span("10:30", "12:30"),)
        begin = at("8:00")
        spans = []
        for a, b in (*kept, (at("15:00"), at("15:00"))):
            if begin < a:
                spans.append((begin, a))
            begin = b
        open_[f"C{id_}"] = {day: tuple(spans) for day in range(5)}
    who = therapist(time=daily("8:00", "14:30", "MTWR"), lunch=30, direct_day=270)
    return caseload(needs, [who], open_, grade_span=1)


def test_a_sample_caseload_of_18_is_placed_whole() -> None:
    found = solved(a_caseload_of_18())
    assert (found.summary.sessions, found.summary.placed) == (31, 31)
    assert found.summary.proved
    assert found.unplaced == ()


def test_a_group_that_exists_is_never_taken_apart() -> None:
    # One hour on two days; each child alone has room, but the three have only Tuesday in common.
    needs = [need(id_, 30, group_max=3) for id_ in "abc"] + [need("d", 30)]
    open_ = {
        "Ca": daily("8:00", "8:30", "MT"),
        "Cb": daily("8:00", "8:30", "TW"),
        "Cc": daily("8:00", "8:30", "TR"),
        "Cd": daily("8:00", "8:30", "T"),
    }
    apart = solved(caseload(needs, open_=open_))
    assert apart.summary.placed == 4
    together = solved(caseload(needs, open_=open_, groups=(("a", "b", "c"),)))
    assert {when(together, id_)[0] for id_ in "abc"} == {(1, at("8:00"))}
    assert whys(together) == {"d": "full"}


def test_what_a_group_is_promised_beyond_what_it_has_in_common_is_held_by_each_alone() -> None:
    needs = [need("a", 30, 2, group_max=2), need("b", 30, 1, group_max=2)]
    found = solved(caseload(needs, groups=(("a", "b"),)))
    assert when(found, "b")[0] in when(found, "a")
    assert len({day for day, _ in when(found, "a")}) == 2


def test_a_group_with_two_sessions_in_common_and_a_third_of_one_child_stays_where_it_is() -> None:
    alone, shared = slot("a", 2, "9:00"), [[slot(id_, day, "9:00") for day in (1, 4)] for id_ in "ab"]
    needs = [
        need("a", group_max=2, homes=(shared[0][0], alone, shared[0][1])),
        need("b", group_max=2, homes=tuple(shared[1])),
    ]
    found = solved(caseload(needs, groups=(("a", "b"),)))
    assert found.moved == ()


def test_the_sessions_of_a_service_are_on_different_days_and_at_the_same_hour() -> None:
    found = solved(caseload([need("a", 30, 3)]))
    times = when(found, "a")
    assert len({day for day, _ in times}) == 3
    assert len({start for _, start in times}) == 1


def test_two_services_that_alternate_share_one_hour() -> None:
    some = Place(every=2, held=1, phases=(0, 1))
    needs = [need(id_, 30, places=(some,)) for id_ in "ab"]
    time = daily("8:00", "8:30", "M")
    found = solved(caseload(needs, [therapist(time=time)]))
    assert {each.pattern.phase for each in found.slots} == {0, 1}
    third = solved(caseload([*needs, need("c", 30, places=(some,))], [therapist(time=time)]))
    assert (third.summary.placed, third.summary.proved) == (2, True)


def test_a_day_of_a_cycle_keeps_its_hour_on_every_weekday() -> None:
    needs = [need("a", 30, places=(Place(cycle=6), Place(cycle=6))), need("b", 30, 5)]
    found = solved(caseload(needs, [therapist(time=daily("8:00", "9:00"))]))
    cycle = {each.start for each in found.slots if each.pattern.cycle}
    week = {each.start for each in found.slots if not each.pattern.cycle}
    assert (found.summary.placed, len(cycle), len(week)) == (7, 1, 1)
    assert not cycle & week


def test_two_sessions_of_21_fill_a_period_of_42_and_a_third_has_no_place() -> None:
    period = (span("8:03", "8:45"),)
    open_ = {f"C{id_}": {0: period} for id_ in "abc"}
    found = solved(caseload([need(id_, 21) for id_ in "abc"], open_=open_))
    assert sorted(each.start for each in found.slots) == [at("8:03"), at("8:24")]
    assert (len(found.unplaced), found.summary.proved) == (1, True)


def test_the_way_between_two_schools_and_lunch_take_their_time() -> None:
    time = {("E", 0): (span("10:00", "13:00"),), ("M", 0): (span("10:00", "13:00"),)}
    needs = [need("a", 60), need("b", 60, school_id="M")]
    both = replace(therapist(), time=time)
    ways = {("E", "M"): 20, ("M", "E"): 20}
    assert solved(caseload(needs, [both], ways=ways)).summary.placed == 2
    # Without a row for the way nobody is sent to both on one day.
    assert solved(caseload(needs, [both])).summary.placed == 1
    # 60 + 20 + 60 minutes from 10:00 on leave the time from 12:20 to 13:30 around noon, 70 minutes, and no more.
    for lunch, placed in ((70, 2), (75, 1)):
        found = solved(caseload(needs, [replace(both, lunch=lunch)], ways=ways))
        assert found.summary.placed == placed


@pytest.mark.parametrize(
    ("limit", "placed"),
    [({"direct_day": 60}, 4), ({"direct_day": 30}, 2), ({"direct_week": 90}, 3), ({"documentation": 60}, 2)],
)
def test_a_therapists_own_limits_hold(limit: dict[str, int], placed: int) -> None:
    # Two days of an hour: 120 minutes at work, four sessions of 30.
    needs = [need(id_, 30) for id_ in "abcd"]
    found = solved(caseload(needs, [therapist(time=daily("8:00", "9:00", "MT"), **limit)]))
    assert found.summary.placed == placed
    assert found.summary.proved
    assert set(whys(found).values()) <= {"limit", "full"}


def a_full_morning() -> list[Slot]:
    return [slot(id_, 0, start) for id_, start in (("a", "8:00"), ("b", "8:30"), ("c", "9:00"))]


def test_a_child_added_in_october_moves_as_little_as_it_can() -> None:
    # The new child is open at 8:30 on Monday only; child b could go to Tuesday, a and c stay.
    homes = a_full_morning()
    needs = [need(home.service_id, 30, homes=(home,)) for home in homes] + [need("n", 30)]
    found = solved(caseload(needs, open_={"Cn": {0: (span("8:30", "9:00"),)}}))
    assert found.summary.placed == 4
    assert [each.service_id for each in found.moved] == ["b"]
    assert found.summary.fewest_moved


def test_nothing_moves_where_nothing_has_to() -> None:
    homes = a_full_morning()
    needs = [need(home.service_id, 30, homes=(home,)) for home in homes] + [need("n", 30)]
    found = solved(caseload(needs))
    assert (found.moved, found.summary.placed) == ((), 4)


def test_with_keep_present_slots_stay_even_if_a_child_has_no_place_then() -> None:
    homes = a_full_morning()
    needs = [need(home.service_id, 30, homes=(home,)) for home in homes] + [need("n", 30)]
    facts = caseload(needs, open_={"Cn": {0: (span("8:30", "9:00"),)}}, keep=True)
    found = solved(facts)
    assert set(homes) <= set(found.slots)
    assert whys(found) == {"n": "full"}


def test_a_slot_that_is_fixed_keeps_its_student_and_its_provider() -> None:
    stays = (fixed("x", "Cx", 0, "8:00"), fixed("y", "Ca", 0, "8:30", provider="P9"))
    found = solved(caseload([need("a", 30)], [therapist(time=daily("8:00", "9:30", "M"))], fixed=stays))
    assert when(found, "a") == [(0, at("9:00"))]


def test_each_reason_is_the_one_that_somebody_can_act_on() -> None:
    needs = [
        need("nobody", providers=(), service_type="ot"),
        need("away", providers=("P2",)),
        need("days", sessions=3),
        need("bell", school_id="N", providers=("P3",)),
    ]
    who = [
        therapist(time=daily("8:00", "10:00", "MT")),
        replace(therapist("P2"), away_until=FIRST),
        replace(therapist("P3"), time={}),
    ]
    facts = caseload(needs, who, {"Cbell": {}}, no_bell=frozenset({"N"}))
    assert whys(solved(facts)) == {
        "nobody": "no_provider",
        "away": "nobody_there",
        "days": "no_common_time",
        "bell": "missing_data",
    }


def test_a_row_that_is_missing_is_named() -> None:
    needs = [need("way", providers=("P2",)), need("types", providers=(), service_type="ot")]
    at_m = replace(therapist("P2", school="M"), base="M", any_school=True)
    unknown = replace(therapist("P3"), service_types=frozenset())
    left = {each.service_id: (each.why, each.detail) for each in solved(caseload(needs, [at_m, unknown])).unplaced}
    assert left == {
        "way": ("missing_data", "The table travel has no row from M to E for the way of P2."),
        "types": (
            "missing_data",
            "The table providers has no service_types for P3, so nobody knows whether they may give ot.",
        ),
    }
    # With the row that is named, the session has a place; hours at M alone would not be helped by it.
    assert not solved(caseload([needs[0]], [replace(at_m, time=therapist().time)], ways={("M", "E"): 10})).unplaced
    (left_at_m,) = solved(caseload([needs[0]], [replace(at_m, any_school=False)])).unplaced
    assert left_at_m.why == "no_common_time"


def test_a_colleague_with_the_credential_and_room_is_named() -> None:
    time = daily("8:00", "8:30", "M")
    facts = caseload([need("a"), need("b")], [therapist(time=time), therapist("P2", time)])
    (left,) = solved(facts).unplaced
    assert (left.why, left.elsewhere) == ("full", "P2")


def test_the_same_facts_give_the_same_week() -> None:
    assert solve(a_caseload_of_18()) == solve(a_caseload_of_18())


def test_a_closed_monday_is_avoided_where_another_day_is_free() -> None:
    facts = caseload([need("a")], closed={"a": ((40, 9), (40, 6), (40, 4), (40, 6), (40, 6))})
    assert [each.pattern for each in solved(facts).slots] == [Pattern(2)]
