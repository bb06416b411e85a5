"""What a plan says in a line of who is left, of the price, and of what no contractor can do."""

from dataclasses import replace

from tests.plans.a_plan import plan, session, settles, unplanned

from makegood.planner.wording import beyond_cover, left_share, price_of_rest
from makegood.plans.instance import Attends, Limits
from makegood.plans.plan import Cover

HELPED = session(Attends(student_id="001", settles=(settles(30),)))
SPEECH = Cover(school_id="A", service_type="speech", hours=1.25, cost=10050, minutes=60)
COUNSELING = replace(SPEECH, service_type="counseling", hours=0.5, cost=None, minutes=30)


def test_children_for_whom_nothing_is_planned_are_counted_and_a_few_are_named() -> None:
    left = [unplanned(15, student="001"), unplanned(15, student="004"), unplanned(30, student="004")]
    assert left_share(plan(HELPED, left=tuple(left))) == "For 1 child nothing is planned: 004."
    left += [unplanned(15, student=f"00{n}") for n in (5, 6)]
    assert left_share(plan(HELPED, left=tuple(left))) == "For 3 children nothing is planned: 004, 005 and 006."
    left.append(unplanned(15, student="007"))
    assert left_share(plan(HELPED, left=tuple(left))) == "For 4 children nothing is planned."


def test_where_everybody_has_something_the_largest_open_share_is_told() -> None:
    some = plan(HELPED, left=(unplanned(10, student="001"),))
    assert left_share(some) == "No child is left with more than 25% of what is owed to them."
    assert left_share(plan(HELPED).with_summary(worst_open_share=0)) == "No child is left with open minutes."


def test_the_price_of_the_rest_is_told_in_a_line_and_never_made_up() -> None:
    left = (unplanned(100),)
    assert price_of_rest(plan()) is None
    assert price_of_rest(plan(left=left)) == "A contractor alone could settle none of them in these weeks."
    assert (
        price_of_rest(plan(left=left, cover=(SPEECH,))) == "A contractor could settle 60 of them in 1.25 hours, for "
        "$100.50."
    )
    assert (
        price_of_rest(plan(left=(unplanned(90),), cover=(COUNSELING, SPEECH))) == "A contractor could settle all of "
        "them in 1.75 hours, for $100.50 plus what has no cost on record."
    )
    assert (
        price_of_rest(plan(left=left, cover=(COUNSELING,))) == "A contractor could settle 30 of them in 0.50 hours, "
        "for a cost that is not on record."
    )


def test_more_time_outside_the_bell_is_no_way_around_the_limits() -> None:
    rest = plan(left=(unplanned(100),), cover=(SPEECH,))
    assert beyond_cover(rest, Limits()) == (
        "For 40 more minutes the students have no open time left: a contractor alone cannot settle them in these "
        "weeks. More weeks would help, or time outside the bell."
    )
    limited = beyond_cover(rest, Limits(student_week=120))
    assert limited is not None
    assert "within the limits on a student's day and week" in limited
    assert limited.endswith("time outside the bell as far as the limits allow it.")
    assert beyond_cover(plan(left=(unplanned(60),), cover=(SPEECH,)), Limits()) is None
