"""A plan in the figures by which two plans are set side by side."""

from collections import Counter
from dataclasses import dataclass

from makegood.planner.figures import settled
from makegood.plans.instance import Instance
from makegood.plans.plan import Plan

_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One plan in figures; minutes, unless they say students or cents.

    Attributes:
        bound: No plan can settle more.
        students: To how many something is owed.
        something: How many of them the plan gives something.
        everything: How many of those it gives all that is owed to them.
        nothing: To how many it gives nothing.
        held: Time of providers in its sessions; a group counts once.
        cost: Whole cents for that time, of providers whose hourly cost is known.
        without_cost: What of `held` is of providers whose hourly cost nobody said.
        on_screen: What of `held` is over a screen, where an adult sits with the student.
        new_debt: Regular minutes that nobody would hold; not planned.
    """

    owed: int
    planned: int
    in_time: int
    unplanned: int
    bound: int
    students: int
    something: int
    everything: int
    nothing: int
    held: int
    cost: int
    without_cost: int
    on_screen: int
    new_debt: int


def figures_of(plan: Plan, instance: Instance, new_debt: int = 0) -> Figures:
    """Return the figures of a plan.

    Args:
        plan: The plan.
        instance: The facts that it was made from.
        new_debt: Regular minutes that nobody would hold, of `new_debt`.
    """
    owed, given = Counter[str](), Counter[str]()
    for miss in instance.misses:
        owed[miss.student_id] += miss.minutes
    for session in plan.sessions:
        for student in session.students:
            given[student.student_id] += sum(part.minutes for part in student.settles)
    people = {provider.provider_id: provider for provider in instance.providers}
    held, over_screens = Counter[int | None](), 0
    for session in plan.sessions:
        who = people[session.provider_id]
        held[who.hourly_cost] += session.minutes
        over_screens += session.minutes if who.remote else 0
    without = held.pop(None, 0)
    something = sum(given[id_] > 0 for id_ in owed)
    planned = sum(map(settled, plan.sessions))
    return Figures(
        owed=plan.summary.owed,
        planned=planned,
        in_time=plan.summary.in_time,
        unplanned=plan.summary.owed - planned,
        bound=plan.summary.bound,
        students=len(owed),
        something=something,
        everything=sum(given[id_] >= minutes for id_, minutes in owed.items()),
        nothing=len(owed) - something,
        held=sum(held.values()) + without,
        cost=_half_up(sum(cents * minutes for cents, minutes in held.items() if cents is not None)),
        without_cost=without,
        on_screen=over_screens,
        new_debt=new_debt,
    )


def _half_up(cents_by_minutes: int) -> int:
    return (2 * cents_by_minutes + _HOUR) // (2 * _HOUR)
