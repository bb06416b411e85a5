"""Constraints on a provider's day."""

from collections.abc import Iterator
from typing import NamedTuple

from makegood.plans.instance import Session
from makegood.plans.verify.broken import Found
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import Held
from makegood.plans.verify.spans import Span, at, clock, first_outside, hours, meet, span_of


class Engagement(NamedTuple):
    """Where a provider is, and when; `what` says for what."""

    span: Span
    school_id: str | None
    what: str


def available(facts: Facts, held: Held) -> Found:
    """A provider has time for make-ups at that school for every minute of the session."""
    for session in held.sessions:
        provider = facts.providers.get(session.provider_id)
        if provider is None:
            continue
        time = facts.provider_time.dated(provider, session.date, session.school_id)
        if all(facts.has_school(attends.student_id, session.date) for attends in session.students):
            time += facts.provider_time.weekly(provider, session.date, session.school_id)
        missing = first_outside(span_of(session), time)
        if missing is not None:
            free = ", ".join(hours(span) for span in sorted(time)) or "none"
            yield f"{at(session)}: no time for make-ups there at {clock(missing)}; time that day: {free}.", session


def provider_present(facts: Facts, held: Held) -> Found:
    """A provider gives no make-up on a day on which they are known to be away."""
    for session in held.sessions:
        away = facts.provider_away(session.provider_id, session.date)
        if away is not None:
            yield f"{at(session)}: {session.provider_id} is away from {away.first} to {away.last}.", session


def provider_once(facts: Facts, held: Held) -> Found:
    """A provider is in one session at a time, regular sessions included."""
    for session, other in _meetings(facts, held):
        if meet(span_of(session), other.span):
            yield f"{at(session)}: at the same time as {other.what} {hours(other.span)}.", session


def travel(facts: Facts, held: Held) -> Found:
    """Between two schools on one day a provider has the time that the way takes."""
    for session, other in _meetings(facts, held):
        span, provider = span_of(session), facts.providers.get(session.provider_id)
        if other.school_id in {None, session.school_id} or provider is None or provider.remote:
            continue
        if meet(span, other.span):
            continue  # `provider_once` says so already.
        ways = [(session.school_id, str(other.school_id)), (str(other.school_id), session.school_id)]
        between = other.span[0] - span[1]
        if other.span < span:
            ways.reverse()
            between = span[0] - other.span[1]
        way = facts.provider_time.way(*ways[0])
        if way is None:
            yield (
                f"{at(session)}: also {other.what} {hours(other.span)}, and no row of travel tells of the way.",
                session,
            )
        elif between < way:
            says = f"{between} minutes from or to {other.what} {hours(other.span)}, the way takes {way}"
            yield f"{at(session)}: {says}.", session


def _meetings(facts: Facts, held: Held) -> Iterator[tuple[Session, Engagement]]:
    """Walk over every two engagements of a provider on one day of which at least one is a make-up."""
    for (provider_id, date), sessions in held.by_provider_day.items():
        regular = set()
        for slot in facts.provider_time.regular(provider_id, date):
            if facts.has_school(slot.student_id, date):
                school_id = facts.students[slot.student_id].school_id
                span = (slot.start, slot.start + slot.minutes)
                regular.add(Engagement(span, school_id, f"the regular session at {school_id}"))
        others = [Engagement(span_of(row), row.school_id, f"the make-up at {row.school_id}") for row in sessions]
        for place, session in enumerate(sessions):
            for other in [*others[place + 1 :], *sorted(regular)]:
                yield session, other
