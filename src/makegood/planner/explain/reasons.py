"""The reasons, each a test against the facts and the plan. The first that holds is the one."""

from collections.abc import Callable
from typing import Final

from makegood.planner.explain import say
from makegood.planner.explain.case import Case
from makegood.planner.explain.declined import declined
from makegood.planner.explain.minutes import bits_of, in_a_row
from makegood.planner.explain.missing import of_bell, of_providers
from makegood.planner.explain.places import Place, places, session_to_join
from makegood.planner.misses import key_of
from makegood.plans.plan import Why

Reason = tuple[Why, str]


def missing_data(case: Case) -> Reason | None:
    """The records lack a row without which nobody could be planned."""
    if case.usable:
        return None
    if somebody(case):
        says = of_bell(case)
    elif (says := of_providers(case)) is not None:
        says += say.nor_open(case)
    return None if says is None else ("missing_data", says)


def no_provider(case: Case) -> Reason | None:
    """Nobody with the credential has any time for make-ups at the school from the day of the miss on."""
    return None if somebody(case) else ("no_provider", say.nobody(case))


def somebody(case: Case) -> bool:
    """Return whether anybody with the credential has time at the school from the day of the miss on."""
    return any(
        date >= case.miss.missed_on and in_a_row(offer.fact, case.shortest)
        for date, offers in case.supply.days
        for offer in offers
    )


def no_open_time(case: Case) -> Reason | None:
    """The student has no open time that overlaps theirs."""
    return None if case.usable else ("no_open_time", say.apart(case) + declined(case))


def own_make_ups(case: Case) -> Reason | None:
    """The student's other make-ups take all the open time that overlaps theirs."""
    if any(in_a_row(meeting.fact & ~meeting.own, case.shortest) for meeting in case.usable):
        return None
    return "no_open_time", say.taken_by_own(case) + declined(case)


def deadline(case: Case) -> Reason | None:
    """Time that overlaps comes only after the deadline, and goes to minutes that can still be in time.

    What was overdue before the first day of the plan is no matter of its deadline any more.
    """
    due_by = case.miss.due_by
    if due_by is None or due_by < case.book.instance.first or case.usable[0].date <= due_by:
        return None
    if any(in_a_row(meeting.left, case.shortest) for meeting in case.usable):
        return None
    sessions = {}
    for meeting in case.usable:
        for session in case.book.held.get((meeting.provider_id, meeting.date), ()):
            if meeting.fact & bits_of([(session.start, session.start + session.minutes)]):
                sessions[id(session)] = session
    planned = in_time = 0
    for session in sessions.values():
        for attends in session.students:
            for part in attends.settles:
                due = case.book.due_by.get(key_of(part))
                planned += part.minutes
                in_time += part.minutes if due is None or session.date <= due else 0
    return ("deadline", say.too_late(case, planned, in_time) + declined(case)) if 2 * in_time > planned else None


def limit(case: Case, found: list[Place]) -> Reason | None:
    """A limit leaves no room where both still have time."""
    if not found:
        return None
    if case.minutes < case.least:
        return "limit", say.too_short(case)
    if not found[-1].blocked:
        return None
    fewest = min(len(place.blocked) for place in found)
    groups: dict[tuple[str, ...], list[Place]] = {}
    for place in found:
        if len(place.blocked) == fewest:
            groups.setdefault(tuple(each.limit for each in place.blocked), []).append(place)
    return "limit", say.limited(case, max(groups.values(), key=len))


def reason_of(case: Case) -> Reason:
    """Return why the minutes of a case are not planned."""
    for test in _TESTS:
        found = test(case)
        if found is not None:
            return found
    join = session_to_join(case)
    if join is not None:
        return "not_found", say.could_join(case, join)
    left = places(case)
    return (
        limit(case, left)
        or (("not_found", say.still_free(case, left[-1])) if left else None)
        or ("providers_full", say.full(case) + declined(case))
    )


_TESTS: Final[tuple[Callable[[Case], Reason | None], ...]] = (
    missing_data,
    no_provider,
    no_open_time,
    own_make_ups,
    deadline,
)
