"""A plan stands when every constraint is kept: what it names, when it is, and what is agreed."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.plans.slow_verify import RULES
from tests.plans.small_instance import HOUSE, PLAN, broken_by, held, who

from makegood.plans.instance import Attends, Session, Settles
from makegood.plans.verify import CONSTRAINTS, SENTENCES, verify

THURSDAY = held("03-04 09:00", 30, "P1@A", who("S1", ("02-01", 30)))


def test_a_plan_that_keeps_everything_stands() -> None:
    assert verify(HOUSE, PLAN) == []
    assert verify(HOUSE, []) == []


def test_every_constraint_is_one_sentence_and_the_slow_oracle_knows_it_too() -> None:
    assert list(SENTENCES) == [rule.__name__ for rule in CONSTRAINTS] == list(RULES)
    for sentence in SENTENCES.values():
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert ". " not in sentence


def test_a_finding_says_what_was_found_and_expected_with_the_session() -> None:
    late = held("03-04 11:45", 30, "P1@A", who("S1", ("02-01", 30)))
    (broken,) = verify(HOUSE, [late])
    assert broken.constraint == "available"
    assert broken.session == late
    assert broken.says == (
        "P1 at A on 2027-03-04 11:45-12:15: no time for make-ups there at 12:00; time that day: 09:00-12:00."
    )


def test_what_nobody_knows_is_found_and_breaks_nothing_else() -> None:
    known = held("03-04 09:00", 30, "P1@A", who("S1", ("02-01", 30)))
    assert broken_by(HOUSE, replace(known, provider_id="P9")) == {"known"}
    assert broken_by(HOUSE, replace(known, school_id="Z")) == {"known", "available", "school"}
    assert "known" in broken_by(HOUSE, replace(known, students=(who("S9", ("02-01", 30)),)))
    assert broken_by(HOUSE, replace(known, students=(who("S1", ("02-04", 30)),))) == {"known"}


def test_whatever_sessions_say_is_a_finding_and_never_an_error() -> None:
    never = Settles(service_id="", session_id=None, missed_on=dt.date.min, minutes=-3)
    twice = Attends(student_id="no one", settles=(never, never))
    odd = Session(
        date=dt.date.max,
        start=-5,
        minutes=10**12,
        school_id="",
        provider_id="nobody",
        service_type="",
        students=(twice, twice, who("S1")),
    )
    plan = [odd, replace(odd, date=dt.date.min, minutes=-7), odd, replace(odd, provider_id="P1", school_id="B")]
    found = {broken.constraint for broken in verify(replace(HOUSE, pinned=(PLAN[0],)), plan)}
    assert found >= {"known", "complete", "in_order", "horizon", "provider_once", "student_once", "settled", "pinned"}


@pytest.mark.parametrize(
    "students", [(), (who("S1"),), (who("S1", ("02-01", 30)), who("S7"))], ids=["nobody", "nothing", "one for nothing"]
)
def test_somebody_comes_and_makes_up_something(students: tuple[Attends, ...]) -> None:
    assert broken_by(HOUSE, replace(held("03-04 09:00", 30, "P1@A"), students=students)) == {"complete"}


def test_a_session_takes_time() -> None:
    assert broken_by(HOUSE, held("03-04 09:00", 0, "P1@A", who("S1", ("02-01", 30)))) == {"complete", "settled"}


def test_sessions_are_listed_in_order() -> None:
    assert {broken.constraint for broken in verify(HOUSE, PLAN[::-1])} == {"in_order"}
    # Equal in date and start: the school comes before the provider.
    at_a = held("03-04 09:00", 30, "P2@A", who("S1", ("02-01", 30)))
    at_b = held("03-04 09:00", 30, "P1@B", who("S3", ("02-01", 30)))
    both = replace(HOUSE, availability=tuple(replace(row, school_id=None) for row in HOUSE.availability))
    assert verify(both, [at_a, at_b]) == []
    assert {broken.constraint for broken in verify(both, [at_b, at_a])} == {"in_order"}


def test_a_plan_begins_and_ends_with_its_first_and_last_day() -> None:
    friday = held("03-12 09:00", 30, "P1@A", who("S1", ("02-01", 30)))
    monday = held("03-01 09:00", 30, "P1@A", who("S1", ("02-01", 30)))
    assert broken_by(HOUSE, friday, replace(monday, students=(who("S1", ("02-02", 30)),))) == set()
    assert broken_by(replace(HOUSE, last=dt.date(2027, 3, 11)), friday) == {"horizon"}
    assert broken_by(replace(HOUSE, first=dt.date(2027, 3, 2)), monday) == {"horizon"}


def test_a_provider_gives_only_what_they_may_give() -> None:
    ot = held("03-04 09:00", 30, "P2@A", who("S4", ("02-02", 30)), service_type="ot")
    assert broken_by(HOUSE, ot) == set()
    assert broken_by(HOUSE, replace(ot, provider_id="P1")) == {"credential"}


def test_what_is_agreed_stays_as_it_was_agreed() -> None:
    agreed = replace(HOUSE, pinned=(THURSDAY,))
    assert broken_by(agreed, THURSDAY) == set()
    assert broken_by(agreed) == {"pinned"}
    assert broken_by(agreed, replace(THURSDAY, start=THURSDAY.start + 5)) == {"pinned"}
    assert broken_by(agreed, replace(THURSDAY, students=(who("S1", ("02-01", 25)),))) == {"pinned"}
    assert broken_by(agreed, replace(THURSDAY, minutes=35)) == {"pinned"}


def test_an_agreed_session_is_held_to_the_same_constraints() -> None:
    early = replace(THURSDAY, start=THURSDAY.start - 30)
    assert broken_by(replace(HOUSE, pinned=(early,)), early) == {"available"}
