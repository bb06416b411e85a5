"""Constraints on the minutes that a plan settles and the limits on them."""

from collections import defaultdict

from makegood.plans.verify.broken import Found
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import ByDate, Held, PieceName, piece_name
from makegood.plans.verify.spans import at, monday_of


def owner(facts: Facts, held: Held) -> Found:
    """A session makes up the student's own missed sessions, and of its own kind of service only."""
    for session, attends, settles in held.pieces():
        name = piece_name(attends, settles)
        misses = facts.misses.get(name, [])
        if not misses and name[1:] in facts.miss_names:
            which = f"the missed session of {settles.service_id} on {settles.missed_on}"
            yield f"{at(session)}: {which} is not {attends.student_id}'s.", session
        for miss in misses:
            if miss.service_type != session.service_type:
                found = f"found {session.service_type} for {attends.student_id}, missed was {miss.service_type}"
                yield f"{at(session)}: {found} on {miss.missed_on}.", session


def settled(facts: Facts, held: Held) -> Found:
    """No debt is paid twice: a session settles no more minutes than it has, nor than are open of a missed session."""
    paid: dict[PieceName, int] = defaultdict(int)
    last = {}
    for session, attends in held.attended():
        for settles in attends.settles:
            if settles.minutes <= 0:
                found = f"{settles.minutes} minutes of {settles.missed_on} settled for {attends.student_id}"
                yield f"{at(session)}: {found}, expected at least 1.", session
            paid[piece_name(attends, settles)] += settles.minutes
            last[piece_name(attends, settles)] = session
        total = sum(settles.minutes for settles in attends.settles)
        if total > session.minutes:
            found = f"settles {total} minutes for {attends.student_id}, lasts {session.minutes}"
            yield f"{at(session)}: {found}.", session
    for name, minutes in paid.items():
        still_open = sum(miss.minutes for miss in facts.misses.get(name, ()))
        if name in facts.misses and minutes > still_open:
            student_id, service_id, _, missed_on = name
            which = f"the missed session of {service_id} on {missed_on}"
            yield f"{student_id}: {minutes} minutes settled of {which}, of which {still_open} are open.", last[name]


def after(_: Facts, held: Held) -> Found:
    """A session is made up on the day it was missed or later, never before."""
    for session, attends, settles in held.pieces():
        if session.date < settles.missed_on:
            yield f"{at(session)}: before {attends.student_id}'s session was missed, {settles.missed_on}.", session


def lengths(facts: Facts, held: Held) -> Found:
    """A session, and each piece of a missed one, is neither shorter than the shortest nor longer than the longest."""
    shortest, longest = facts.limits.shortest, facts.limits.longest
    for session in held.sessions:
        if shortest is not None and session.minutes < shortest:
            yield f"{at(session)}: found {session.minutes} minutes, the shortest is {shortest}.", session
        if longest is not None and session.minutes > longest:
            yield f"{at(session)}: found {session.minutes} minutes, the longest is {longest}.", session
    if shortest is None:
        return
    for session, attends, settles in held.pieces():
        name = piece_name(attends, settles)
        least = min(shortest, _whole_of(facts, name))
        if name in facts.misses and 0 < settles.minutes < least:
            found = f"a piece of {settles.minutes} minutes of {settles.missed_on} for {attends.student_id}"
            yield f"{at(session)}: {found}, expected at least {least}.", session


def limits(facts: Facts, held: Held) -> Found:
    """Make-ups a day and a week stay within the limits for students and for providers, agreed ones included."""
    caps = facts.limits
    yield from _over(held.by_student_day, caps.student_day, "the day {}", "student")
    yield from _over(_weeks(held.by_student_day), caps.student_week, "the week of {}", "student")
    yield from _over(held.by_provider_day, caps.provider_day, "the day {}", "provider")
    yield from _over(_weeks(held.by_provider_day), caps.provider_week, "the week of {}", "provider")


def _weeks(by_day: ByDate) -> ByDate:
    """Put together the days of each week, Monday to Sunday."""
    weeks: ByDate = defaultdict(list)
    for (name, date), sessions in by_day.items():
        weeks[name, monday_of(date)] += sessions
    return weeks


def _over(by_span: ByDate, limit: int | None, when: str, who: str) -> Found:
    for (name, date), sessions in by_span.items():
        minutes = sum(session.minutes for session in sessions)
        if limit is not None and minutes > limit:
            found = f"{minutes} minutes of make-ups in {when.format(date)}"
            yield f"{name}: {found}, the limit for a {who} is {limit}.", sessions[-1]


def _whole_of(facts: Facts, name: PieceName) -> int:
    """Return the least that pinned sessions leave of a miss, or of one of the misses that share its name.

    Pinned sessions take the first of them first.
    """
    taken, left = facts.pinned.get(name, 0), []
    for miss in facts.misses.get(name, ()):
        left.append(max(0, miss.minutes - taken))
        taken = max(0, taken - miss.minutes)
    return min((minutes for minutes in left if minutes), default=0)
