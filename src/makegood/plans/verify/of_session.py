"""Constraints on one session: what it names, when it is, and who gives it."""

from makegood.plans.verify.broken import Found
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import Held, piece_name
from makegood.plans.verify.spans import at


def known(facts: Facts, held: Held) -> Found:
    """Every provider, school, student and missed session that the plan names is on record."""
    for session in held.sessions:
        if session.provider_id not in facts.providers:
            yield f"{at(session)}: no provider {session.provider_id} is on record.", session
        if session.school_id not in facts.schools:
            yield f"{at(session)}: no school {session.school_id} is on record.", session
    for session, attends in held.attended():
        if attends.student_id not in facts.students:
            yield f"{at(session)}: no student {attends.student_id} is on record.", session
    for session, attends, settles in held.pieces():
        if piece_name(attends, settles)[1:] not in facts.miss_names:
            which = f"service {settles.service_id}, session {settles.session_id or '-'}, {settles.missed_on}"
            yield f"{at(session)}: no missed session is on record for {which}.", session


def complete(_: Facts, held: Held) -> Found:
    """A session takes time, somebody comes to it, and everybody who comes makes up something."""
    for session in held.sessions:
        if session.minutes <= 0:
            yield f"{at(session)}: found {session.minutes} minutes, expected at least 1.", session
        if not session.students:
            yield f"{at(session)}: nobody comes; expected at least one student.", session
    for session, attends in held.attended():
        if not attends.settles:
            yield f"{at(session)}: {attends.student_id} makes up nothing here; expected a missed session.", session


def in_order(_: Facts, held: Held) -> Found:
    """Sessions are listed by date, start, school and provider."""
    before = None
    for session in held.sessions:
        place = (session.date, session.start, session.school_id, session.provider_id)
        if before is not None and place < before:
            yield (
                f"{at(session)}: listed after one that comes later; expected by date, start, school, provider.",
                session,
            )
        before = place


def horizon(facts: Facts, held: Held) -> Found:
    """A session is on one of the days that the plan is for."""
    first, last = facts.instance.first, facts.instance.last
    for session in held.sessions:
        if not first <= session.date <= last:
            yield f"{at(session)}: the plan is for {first} to {last}.", session


def credential(facts: Facts, held: Held) -> Found:
    """A provider gives only services that they may give."""
    for session in held.sessions:
        provider = facts.providers.get(session.provider_id)
        if provider is not None and session.service_type not in provider.service_types:
            may = ", ".join(provider.service_types) or "none"
            yield f"{at(session)}: found the service {session.service_type}, may give {may}.", session


def pinned(facts: Facts, held: Held) -> Found:
    """What is agreed stays in the plan as it was agreed."""
    for agreed in facts.instance.pinned:
        planned = held.by_start.get((agreed.provider_id, agreed.date, agreed.start), ())
        if agreed not in planned:
            yield f"{at(agreed)}: this session is agreed, and the plan does not have it as agreed.", agreed
