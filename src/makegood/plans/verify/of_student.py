"""Constraints on a student's day."""

from makegood.plans.instance import Session, Student
from makegood.plans.verify.broken import Found
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import Held
from makegood.plans.verify.spans import Span, at, clock, first_outside, hours, meet, span_of


def student_present(facts: Facts, held: Held) -> Found:
    """A student has no make-up on a day on which they are known to be away."""
    for session, attends in held.attended():
        away = facts.student_away(attends.student_id, session.date)
        if away is not None:
            yield f"{at(session)}: {attends.student_id} is away from {away.first} to {away.last}.", session


def student_open(facts: Facts, held: Held) -> Found:
    """A make-up takes only a student's open time: never core, lunch, recess, specials or protected time."""
    for session, attends in held.attended():
        student = facts.students.get(attends.student_id)
        if student is None:
            continue
        span = span_of(session)
        if facts.has_school(student.student_id, session.date):
            for row in facts.student_time.kept(student, session.date):
                if meet(span, (row.start, row.end)):
                    kept = f"{student.student_id} has {row.use} {hours((row.start, row.end))}"
                    yield f"{at(session)}: {kept}, which is never taken.", session
        time = _time_of(facts, session, student)
        missing = first_outside(span, time)
        if missing is not None:
            open_time = ", ".join(hours(part) for part in sorted(time) if part[0] < part[1]) or "none"
            found = f"{student.student_id} is not open at {clock(missing)}"
            yield f"{at(session)}: {found}; open that day: {open_time}.", session


def student_once(facts: Facts, held: Held) -> Found:
    """A student is in one session at a time, regular sessions included."""
    for (student_id, date), sessions in held.by_student_day.items():
        slots = facts.student_time.regular(student_id, date) if facts.has_school(student_id, date) else []
        regular = sorted({(slot.start, slot.start + slot.minutes) for slot in slots})
        for place, session in enumerate(sessions):
            span = span_of(session)
            for other in sessions[place + 1 :]:
                if meet(span, span_of(other)):
                    yield f"{at(session)}: {student_id} is also with {at(other)}.", session
            for slot in regular:
                if meet(span, slot):
                    yield f"{at(session)}: {student_id} has a regular session {hours(slot)}.", session


def not_declined(facts: Facts, held: Held) -> Found:
    """An hour that a family declined is not offered to that student again."""
    for hour in facts.instance.declined:
        span = (hour.start, hour.start + hour.minutes)
        for session in held.by_student_day.get((hour.student_id, hour.date), ()):
            # What is agreed, the family agreed to since.
            if hour.minutes > 0 and meet(span_of(session), span) and session not in facts.instance.pinned:
                yield f"{at(session)}: {hour.student_id}'s family declined {hours(span)} that day.", session


def school(facts: Facts, held: Held) -> Found:
    """A student makes up sessions at their own school."""
    for session, attends in held.attended():
        student = facts.students.get(attends.student_id)
        if student is not None and student.school_id != session.school_id:
            yield f"{at(session)}: {student.student_id} is at {student.school_id}.", session


def _time_of(facts: Facts, session: Session, student: Student) -> list[Span]:
    """Return what opens a student's time for a session, before what is kept for something else."""
    provider = facts.providers.get(session.provider_id)
    date = session.date
    dated = facts.provider_time.dated(provider, date, session.school_id) if provider is not None else []
    if not facts.has_school(student.student_id, date):
        return dated
    time = facts.student_time.open(student, date)
    return time + facts.student_time.outside_bell(student, date.weekday(), dated) if dated else time
