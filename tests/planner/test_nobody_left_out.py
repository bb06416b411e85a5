"""A child with nothing takes one of another's several make-ups, and never more minutes than are open."""

from tests.planner.small_week import MONDAY, WEEK, free, held, miss, week

from makegood.planner.solve.nobody_left_out import nobody_left_out
from makegood.planner.times import Times
from makegood.plans.instance import Miss, Session
from makegood.plans.verify import verify

A, B = miss(45, "001", "A"), miss(45, "001", "B")


def shared(*owed: Miss) -> tuple[tuple[Session, ...], list[str]]:
    """Return two sessions of 45 minutes for the first child, shared with a second to whom this is owed."""
    instance = week(A, B, *owed, availability=(free(0, "9:00", "9:45"), free(1, "9:00", "9:45")))
    before = (held(MONDAY, "9:00", (A, 45)), held(WEEK[1], "9:00", (B, 45)))
    after = nobody_left_out(instance, Times(instance), before)
    return after, [broken.constraint for broken in verify(instance, after)]


def pieces(sessions: tuple[Session, ...], who: str) -> list[tuple[str | None, int]]:
    """Return what is settled for a child: each miss with its minutes."""
    return [
        (each.session_id, each.minutes)
        for session in sessions
        for attends in session.students
        if attends.student_id == who
        for each in attends.settles
    ]


def test_a_child_to_whom_fewer_minutes_are_owed_takes_no_longer_session() -> None:
    after, broken = shared(miss(30, "002", "C"))
    assert (pieces(after, "001"), pieces(after, "002"), broken) == ([("A", 45), ("B", 45)], [], [])


def test_a_whole_miss_and_a_part_of_another_fill_the_session() -> None:
    after, broken = shared(miss(30, "002", "C"), miss(60, "002", "D"))
    assert sorted(pieces(after, "002")) == [("C", 30), ("D", 15)]
    assert len(pieces(after, "001")) == 1
    assert broken == []
