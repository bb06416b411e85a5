"""Constraints on who is together."""

from makegood.plans.verify.broken import Found
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import Held, piece_name
from makegood.plans.verify.spans import at

PRE_K, KINDERGARTEN, LAST_GRADE = -1, 0, 12


def group(facts: Facts, held: Held) -> Found:
    """A group is never larger than every service in it allows, and an individual service stays individual."""
    for session in held.sessions:
        here = [attends.student_id for attends in session.students]
        for student_id in sorted({name for name in here if here.count(name) > 1}):
            yield f"{at(session)}: {student_id} is listed twice.", session
        for attends in session.students:
            names = [piece_name(attends, settles) for settles in attends.settles]
            sizes = [miss.group_max for name in names for miss in facts.misses.get(name, ())]
            if sizes and len(here) > min(sizes):
                found = f"{len(here)} students together, {attends.student_id}'s service allows {min(sizes)}"
                yield f"{at(session)}: {found}.", session


def grade_span(facts: Facts, held: Held) -> Found:
    """The grades of a group are no further apart than the limit; without a known grade a student is alone."""
    span = facts.limits.grade_span
    if span is None:
        return
    for session in held.sessions:
        if len(session.students) < 2:  # noqa: PLR2004 - one student is no group
            continue
        here = [facts.students[row.student_id] for row in session.students if row.student_id in facts.students]
        grades = {student.student_id: _grade(student.grade) for student in here}
        known = [grade for grade in grades.values() if grade is not None]
        unknown = sorted(name for name, grade in grades.items() if grade is None)
        if unknown and len(grades) > 1:
            yield f"{at(session)}: no grade is known of {', '.join(unknown)}, who is expected alone.", session
        elif known and max(known) - min(known) > span:
            yield f"{at(session)}: grades {max(known) - min(known)} apart, at most {span} are expected.", session


def _grade(text: str | None) -> int | None:
    word = (text or "").strip().upper()
    if word in {"PK", "K"}:
        return PRE_K if word == "PK" else KINDERGARTEN
    # `isdecimal` also knows digits of other scripts, which no grade is written in.
    grade = int(word) if word.isascii() and word.isdecimal() and len(word) <= len("12") else 0
    return grade if 1 <= grade <= LAST_GRADE else None
