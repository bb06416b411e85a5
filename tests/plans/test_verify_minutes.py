"""Minutes and groups: whose miss it is, no debt paid twice, who is together, lengths and limits."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.plans.small_instance import HOUSE, broken_by, held, in_order, who, with_limits

from makegood.plans.instance import Limits, Miss
from makegood.plans.verify import verify

S1 = who("S1", ("02-01", 30))
S4 = who("S4", ("02-01", 10))
S6 = who("S6", ("02-01", 30))
S7 = who("S7", ("02-01", 30))
ON_FRIDAY = held("03-12 11:00", 30, "P2@A", S1)


def test_a_student_makes_up_only_their_own_misses() -> None:
    others = replace(S1.settles[0], service_id="V-S7")
    assert broken_by(HOUSE, replace(ON_FRIDAY, students=(replace(S1, settles=(others,)),))) == {"owner"}


def test_a_session_makes_up_its_own_kind_of_service_only() -> None:
    assert broken_by(HOUSE, replace(ON_FRIDAY, students=(who("S4", ("02-02", 30)),))) == {"owner"}
    ot = held("03-12 11:00", 30, "P2@A", who("S4", ("02-02", 30)), service_type="ot")
    assert broken_by(HOUSE, ot) == set()
    assert broken_by(HOUSE, replace(ot, service_type="speech")) == {"owner"}


def test_a_group_is_as_small_as_the_smallest_that_a_service_in_it_allows() -> None:
    # S1, S2 and S7 allow three, S6 two, S3 none but itself.
    three = replace(ON_FRIDAY, students=(S1, S4, S7))
    assert broken_by(HOUSE, three) == set()
    assert broken_by(HOUSE, replace(three, students=(S1, S6))) == set()
    assert broken_by(HOUSE, replace(three, students=(S1, S6, S7))) == {"group"}
    alone = replace(HOUSE, misses=tuple(replace(miss, group_max=1) for miss in HOUSE.misses))
    assert broken_by(alone, ON_FRIDAY) == set()
    assert broken_by(alone, replace(three, students=(S1, S6))) == {"group"}


def test_the_smallest_of_several_misses_counts() -> None:
    small = replace(HOUSE, misses=(*HOUSE.misses[:1], replace(HOUSE.misses[1], group_max=1), *HOUSE.misses[2:]))
    both = who("S1", ("02-01", 15), ("02-02", 15))
    assert broken_by(small, replace(ON_FRIDAY, students=(S1, S7))) == set()
    assert broken_by(small, replace(ON_FRIDAY, students=(both, S7))) == {"group"}


def test_nobody_is_listed_twice() -> None:
    twice = (who("S1", ("02-01", 15)), who("S1", ("02-01", 15)))
    assert broken_by(HOUSE, replace(ON_FRIDAY, students=twice)) == {"group"}


@pytest.mark.parametrize(
    ("grades", "broken"),
    [
        (("3", "4"), set()),
        (("3", "5"), {"grade_span"}),
        (("PK", "K"), set()),
        (("PK", "1"), {"grade_span"}),
        (("K", "1"), set()),
        (("11", "12"), set()),
        (("3", None), {"grade_span"}),
        ((None, None), {"grade_span"}),
        (("13", "12"), {"grade_span"}),
        (("transition", "transition"), {"grade_span"}),
        (("²", "2"), {"grade_span"}),  # no number of a grade
    ],
)
def test_grades_of_a_group_are_at_most_so_far_apart(grades: tuple[str | None, str | None], broken: set[str]) -> None:
    grade = {"S1": grades[0], "S7": grades[1]}
    students = tuple(replace(row, grade=grade.get(row.student_id, row.grade)) for row in HOUSE.students)
    graded = replace(HOUSE, students=students, student_times=())
    together = replace(ON_FRIDAY, students=(S1, S7))
    assert broken_by(with_limits(graded, grade_span=1), together) == broken
    assert broken_by(graded, together) == set()


def test_without_a_known_grade_a_student_may_still_come_alone() -> None:
    assert broken_by(with_limits(grade_span=0), replace(ON_FRIDAY, students=(S7,))) == set()
    assert broken_by(with_limits(grade_span=0), replace(ON_FRIDAY, students=(S1, S6))) == set()


@pytest.mark.parametrize(
    ("pieces", "broken"),
    [
        ((("02-01", 30),), set()),
        ((("02-01", 15), ("02-02", 15)), set()),
        ((("02-01", 10),), set()),  # a longer session than what is settled
        ((("02-01", 16), ("02-02", 15)), {"settled"}),  # 31 of a session of 30
        ((("02-01", 0),), {"settled"}),
        ((("02-01", 20), ("02-02", -5)), {"settled"}),
    ],
)
def test_a_session_settles_no_more_than_it_lasts(pieces: tuple[tuple[str, int], ...], broken: set[str]) -> None:
    assert broken_by(HOUSE, replace(ON_FRIDAY, students=(who("S1", *pieces),))) == broken


def test_no_debt_is_paid_twice() -> None:
    first = held("03-11 11:00", 30, "P2@A", who("S1", ("02-01", 15)))
    rest = replace(ON_FRIDAY, students=(who("S1", ("02-01", 15)),))
    assert broken_by(HOUSE, first, rest) == set()
    more = replace(ON_FRIDAY, students=(who("S1", ("02-01", 16)),))
    assert broken_by(HOUSE, first, more) == {"settled"}
    # What is agreed counts.
    assert broken_by(replace(HOUSE, pinned=(first,)), first, rest) == set()
    assert broken_by(replace(HOUSE, pinned=(first,)), first, more) == {"settled"}


def test_misses_that_share_a_name_are_settled_together() -> None:
    # Two slots of one day are two misses of one name.
    twins = replace(HOUSE, misses=(*HOUSE.misses, HOUSE.misses[0]))
    long = held("03-12 11:00", 60, "P2@A", who("S1", ("02-01", 60)))
    assert broken_by(twins, long) == set()
    assert broken_by(twins, replace(long, minutes=61, students=(who("S1", ("02-01", 61)),))) == {"settled"}


def test_a_session_is_made_up_on_the_day_it_was_missed_or_later() -> None:
    missed = who("S1", ("03-03", 30))
    assert broken_by(HOUSE, held("03-03 11:00", 30, "P2@A", missed)) == set()
    assert broken_by(HOUSE, held("03-02 11:00", 30, "P2@A", missed)) == {"after"}


@pytest.mark.parametrize(("minutes", "broken"), [(14, {"lengths"}), (15, set()), (45, set()), (46, {"lengths"})])
def test_a_session_is_neither_too_short_nor_too_long(minutes: int, broken: set[str]) -> None:
    # The miss of 10 minutes may be settled whole in any of them.
    session = held("03-12 11:00", minutes, "P2@A", S4)
    assert broken_by(with_limits(shortest=15, longest=45), session) == broken


def test_a_piece_is_at_least_the_shortest_session_or_the_whole_of_its_miss() -> None:
    limits = with_limits(shortest=15)
    assert broken_by(limits, replace(ON_FRIDAY, students=(who("S1", ("02-01", 15), ("02-02", 15)),))) == set()
    assert broken_by(limits, replace(ON_FRIDAY, students=(who("S1", ("02-01", 14), ("02-02", 16)),))) == {"lengths"}
    assert broken_by(limits, replace(ON_FRIDAY, students=(S4,))) == set()
    assert broken_by(limits, replace(ON_FRIDAY, students=(who("S4", ("02-01", 9)),))) == {"lengths"}


def test_what_pinned_sessions_leave_of_a_miss_is_a_whole_piece() -> None:
    agreed = held("03-11 11:00", 30, "P2@A", who("S1", ("02-01", 20)))
    limits = replace(with_limits(shortest=15), pinned=(agreed,))
    assert broken_by(limits, agreed, replace(ON_FRIDAY, students=(who("S1", ("02-01", 10)),))) == set()
    assert broken_by(limits, agreed, replace(ON_FRIDAY, students=(who("S1", ("02-01", 9)),))) == {"lengths"}


def test_the_smallest_of_misses_that_share_a_name_is_a_whole_piece() -> None:
    twins = (HOUSE.misses[0], replace(HOUSE.misses[0], minutes=10))
    limits = replace(with_limits(shortest=15), misses=twins)
    assert broken_by(limits, replace(ON_FRIDAY, students=(who("S1", ("02-01", 10)),))) == set()
    assert broken_by(limits, replace(ON_FRIDAY, students=(who("S1", ("02-01", 9)),))) == {"lengths"}
    # Pinned sessions take the first of them first: 20 of 30, then 10 of 10 are left.
    agreed = held("03-11 11:00", 30, "P2@A", who("S1", ("02-01", 20)))
    assert broken_by(
        replace(limits, pinned=(agreed,)), agreed, replace(ON_FRIDAY, students=(who("S1", ("02-01", 9)),))
    ) == {"lengths"}
    # Two that leave 5 of the first and all of the second.
    second = replace(agreed, start=agreed.start + 30, students=(who("S1", ("02-01", 5)),))
    five = replace(ON_FRIDAY, students=(who("S1", ("02-01", 5)),))
    four = replace(ON_FRIDAY, students=(who("S1", ("02-01", 4)),))
    both = replace(limits, pinned=(agreed, second))
    assert broken_by(both, agreed, second, five) == set()
    assert broken_by(both, agreed, second, four) == {"lengths"}
    # What takes the first whole leaves the second: its ten minutes are the whole piece.
    first_whole = replace(agreed, students=(who("S1", ("02-01", 30)),))
    done = replace(limits, pinned=(first_whole,))
    assert broken_by(done, first_whole, replace(ON_FRIDAY, students=(who("S1", ("02-01", 10)),))) == set()
    assert broken_by(done, first_whole, replace(ON_FRIDAY, students=(who("S1", ("02-01", 9)),))) == {"lengths"}


LONG = Miss(
    student_id="S1", service_id="V-S1", service_type="speech", session_id="L", missed_on=HOUSE.misses[0].missed_on,
    minutes=500, group_max=3,
)  # fmt: skip


@pytest.mark.parametrize("limit", ["student_day", "provider_day"])
def test_a_days_make_ups_stay_within_the_limit(limit: str) -> None:
    owed = replace(HOUSE, misses=(LONG,))
    day = [held("03-11 11:00", 30, "P2@A", S1), held("03-11 12:00", 20, "P2@A", who("S1", ("02-01", 20)))]
    elsewhen = held("03-12 11:00", 30, "P2@A", S1)
    assert broken_by(replace(owed, limits=Limits(**{limit: 50})), *day, elsewhen) == set()
    assert broken_by(replace(owed, limits=Limits(**{limit: 49})), *day, elsewhen) == {"limits"}
    # What is agreed counts.
    pinned = replace(owed, pinned=(day[0],), limits=Limits(**{limit: 49}))
    assert broken_by(pinned, *day) == {"limits"}


@pytest.mark.parametrize("limit", ["student_week", "provider_week"])
def test_a_weeks_make_ups_stay_within_the_limit_from_monday_to_sunday(limit: str) -> None:
    sunday = replace(HOUSE.availability[-1], provider_id="P2", weekday=None, date=dt.date(2027, 3, 7))
    owed = replace(HOUSE, misses=(LONG,), availability=(*HOUSE.availability, sunday))
    # Monday, Sunday, and the Monday after.
    week = [held(f"03-{day} 12:00", 30, "P2@A", S1) for day in ("01", "07", "08")]
    assert broken_by(replace(owed, limits=Limits(**{limit: 60})), *week) == set()
    assert broken_by(replace(owed, limits=Limits(**{limit: 59})), *week) == {"limits"}


def test_a_limit_counts_the_sessions_minutes_once_for_a_provider_and_for_each_who_comes() -> None:
    both = replace(ON_FRIDAY, students=(who("S1", ("02-01", 5)), who("S7", ("02-01", 5))))
    assert broken_by(with_limits(provider_day=30, student_day=30), both) == set()
    assert broken_by(with_limits(student_day=29), both) == {"limits"}


def test_a_session_that_takes_no_time_is_in_nobodys_way() -> None:
    nothing = replace(ON_FRIDAY, start=ON_FRIDAY.start + 10, minutes=0, students=(who("S1", ("02-02", 30)),))
    assert broken_by(HOUSE, ON_FRIDAY, nothing) == {"complete", "settled"}


def test_one_limit_is_not_anothers() -> None:
    # Two providers, one student; and one provider, two students.
    one = in_order([held("03-11 11:00", 30, "P2@A", S1), held("03-11 09:00", 30, "P1@A", who("S1", ("02-02", 30)))])
    assert broken_by(with_limits(provider_day=30, provider_week=30), *one) == set()
    two = in_order([held("03-11 11:00", 30, "P2@A", S1), held("03-11 09:00", 30, "P2@A", S7)])
    assert broken_by(with_limits(student_day=30, student_week=30), *two) == set()


def test_a_finding_about_a_limit_says_the_sum_and_the_limit() -> None:
    (broken,) = verify(with_limits(student_week=20), [ON_FRIDAY])
    assert broken.says == ("S1: 30 minutes of make-ups in the week of 2027-03-08, the limit for a student is 20.")
    assert broken.session == ON_FRIDAY
