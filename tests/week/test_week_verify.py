"""The second look at a week: each rule, broken once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.week.facts import FIRST, caseload, daily, fixed, need, slot, therapist

from makegood.week.caseload import Caseload, Place, Slot
from makegood.week.pattern import Pattern
from makegood.week.verify import SENTENCES, verify

ONE = [need("a", group_max=2), need("b", group_max=2)]
GOOD = [slot("a", 0, "9:00"), slot("b", 0, "9:30")]
FAR = {("E", "M"): 20, ("M", "E"): 20}
BOTH = {("E", 0): ((480, 900),), ("M", 0): ((480, 900),)}

CASES: list[tuple[str, Caseload, Sequence[Slot]]] = [
    ("known", caseload(ONE), [*GOOD, slot("z", 1, "9:00")]),
    ("promised", caseload(ONE), [*GOOD, slot("a", 1, "9:00")]),
    ("promised", caseload(ONE), [slot("a", 0, "9:00", 45)]),
    ("different_days", caseload([need("a", sessions=2)]), [slot("a", 0, "9:00"), slot("a", 0, "10:00")]),
    ("credential", caseload(ONE, [therapist(), therapist("P2")]), [slot("a", 0, "9:00", provider="P2")]),
    ("at_work", caseload(ONE, [therapist(time=daily("8:00", "9:15"))]), [slot("a", 0, "9:00")]),
    ("present", caseload(ONE, [replace(therapist(), away_until=FIRST + dt.timedelta(30))]), [slot("a", 0, "9:00")]),
    ("provider_once", caseload(ONE), [slot("a", 0, "9:00"), slot("b", 0, "9:15")]),
    ("provider_once", caseload(ONE, fixed=(fixed("x", "Cx", 0, "9:15"),)), [slot("a", 0, "9:00")]),
    (
        "travel",
        caseload([need("a"), need("b", school_id="M")], [replace(therapist(), time=BOTH)], ways=FAR),
        [slot("a", 0, "9:00"), slot("b", 0, "9:45")],
    ),
    ("lunch", caseload([need("a", 180)], [therapist(lunch=30)]), [slot("a", 0, "10:30", 180)]),
    ("direct", caseload(ONE, [therapist(direct_day=45)]), GOOD),
    ("direct", caseload(ONE, [therapist(direct_week=45)]), [slot("a", 0, "9:00"), slot("b", 1, "9:00")]),
    ("documentation", caseload(ONE, [therapist(time=daily("9:00", "10:00", "M"), documentation=30)]), GOOD),
    ("student_open", caseload(ONE, open_={"Ca": daily("9:05", "10:00")}), [slot("a", 0, "9:00")]),
    (
        "student_once",
        caseload([need("a"), need("b", student_id="Ca", providers=("P2",))], [therapist(), therapist("P2")]),
        [slot("a", 0, "9:00"), slot("b", 0, "9:15", provider="P2")],
    ),
    ("group", caseload([need("a", group_max=2), need("b")]), [slot("a", 0, "9:00"), slot("b", 0, "9:00")]),
    (
        "grade_span",
        caseload([need("a", group_max=2), need("b", group_max=2, grade=5)], grade_span=1),
        [slot("a", 0, "9:00"), slot("b", 0, "9:00")],
    ),
    (
        "alike",
        caseload([need("a", group_max=2), need("b", group_max=2, goals="r")]),
        [slot("a", 0, "9:00"), slot("b", 0, "9:00")],
    ),
    ("together", caseload(ONE, groups=(("a", "b"),)), GOOD),
    ("kept", caseload([need("a", homes=(slot("a", 1, "9:00"),))], keep=True), [slot("a", 0, "9:00")]),
]


@pytest.mark.parametrize(("rule", "facts", "slots"), CASES)
def test_a_week_that_breaks_a_rule_is_found_out(rule: str, facts: Caseload, slots: Sequence[Slot]) -> None:
    assert {each.rule for each in verify(facts, slots)} == {rule}


def test_every_rule_is_broken_somewhere_above() -> None:
    assert {rule for rule, *_ in CASES} == set(SENTENCES)


def test_a_week_that_keeps_them_all_is_left_alone() -> None:
    assert verify(caseload(ONE, fixed=(fixed("x", "Cx", 0, "10:00"),)), GOOD) == []


def test_weeks_that_never_coincide_may_share_an_hour() -> None:
    needs = [need(id_, places=(Place(every=2, phases=(0, 1)),)) for id_ in "ab"]
    slots = [
        replace(slot(id_, 0, "9:00"), pattern=Pattern(0, every=2, phase=phase)) for id_, phase in (("a", 0), ("b", 1))
    ]
    assert verify(caseload(needs), slots) == []
    same = [replace(each, pattern=Pattern(0, every=2)) for each in slots]
    assert {each.rule for each in verify(caseload(needs), same)} == {"group"}


def test_an_id_in_a_sentence_stays_as_it_is_written() -> None:
    twice = [slot("a", 0, "9:00"), slot("b", 0, "9:15")]
    assert [each.says for each in verify(caseload(ONE), twice)] == ["Provider P1 is in two sessions at one time."]
