"""What an import found, as values for a terminal, a web page or a test: rows as read beside the words of the file."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Final

from makegood.imports.ask import Place, Question
from makegood.imports.draft import SessionDraft
from makegood.imports.draft.outcome import HELD
from makegood.imports.draft.outcome_words import outcome_in_words
from makegood.imports.match.sessions import Row
from makegood.imports.result import Import, students_of
from makegood.imports.words import bare
from makegood.terms.clock import clock
from makegood.terms.letters import letters

SAMPLES: Final = 6


@dataclass(frozen=True, slots=True)
class Sample:
    """A row as we read it, beside the words of the file."""

    where: Place
    words: str
    read: str


def session_in_words(session: SessionDraft) -> str:
    """Return what was read of a session in a few words; `?` for what is open."""
    day = session.date.isoformat() if session.date else "?"
    parts = [f"week of {day}" if session.week else day]
    if session.start is not None:
        parts.append(clock(session.start))
    parts.append(session.student.shown)
    if session.service_type:
        parts.append(session.service_type.replace("_", " "))
    parts.append(_outcome(session))
    return ", ".join(parts)


def _outcome(session: SessionDraft) -> str:
    if session.meaning is None:
        return "?"
    planned = f" of {session.planned}" if session.planned is not None else ""
    unknown = "as long as the IEP says" if session.meaning in HELD else "its minutes are asked"
    minutes = unknown if session.minutes is None else f"{session.minutes}{planned} min"
    if session.award is not None and session.meaning in HELD:
        return f"compensatory, award {session.award}, {minutes}"
    if session.meaning == "held":
        return f"held, {minutes}"
    if session.meaning == "make_up":
        for_day = f" for {session.makeup_for}" if session.makeup_for else ""
        return f"make-up{for_day}, {minutes}"
    if session.meaning == "missed":
        return f"missed, {minutes}"
    why = outcome_in_words(session.meaning)
    return f"{minutes} given{_rest(session)}: {why}" if session.minutes else f"missed, {minutes}: {why}"


def _rest(session: SessionDraft) -> str:
    """Return what of a session that was cut short was missed, behind the minutes that were given."""
    if session.planned is None:
        return ", the rest missed"
    missed = session.planned - (session.minutes or 0)
    return f", {missed} missed" if missed > 0 else ""


def samples(made: Import, most: int = SAMPLES) -> list[Sample]:
    """Return some rows as read: of each outcome one, then the first ones."""
    chosen: dict[int, SessionDraft] = {}
    kinds: set[str | None] = set()
    for at, session in enumerate(made.drafts.sessions):
        if session.meaning not in kinds and len(chosen) < most:
            kinds.add(session.meaning)
            chosen[at] = session
    for at, session in enumerate(made.drafts.sessions):
        if len(chosen) == most:
            break
        chosen.setdefault(at, session)
    return [Sample(s.where, s.words, session_in_words(s)) for _, s in sorted(chosen.items())]


def counts(made: Import) -> dict[str, Any]:
    """Return the counts of an import: students, services, sessions and minutes by outcome."""
    sessions = made.drafts.sessions
    outcomes = Counter(session.meaning or "?" for session in sessions)
    minutes = sum(row.minutes if row else session.minutes or 0 for session, row in made.rows)
    students = students_of(made)
    new_services = [service for service in made.services.all.values() if service.new]
    return {
        "rows": made.drafts.rows,
        "students": len(students),
        "new_students": sum(student.new for student in students),
        "promises": len(new_services),
        "without_service": sum(not made.services.types(student.id) for student in students),
        "waiting": len(made.services.waiting),
        "sessions_waiting": made.waits.total(),
        "sessions": len(sessions),
        "minutes": minutes,
        "days": len(made.drafts.days),
        "absences": sum(map(len, made.absences.values())),
        "outcomes": dict(outcomes.most_common()),
        "new": len(made.again.new),
        "same": made.again.same,
        "changed": len(made.again.changed),
        "gone": len(made.again.gone),
        "differs": len(made.again.differs),
    }


def taken(made: Import) -> list[tuple[str, str, int]]:
    """Return what each word was taken for, and how often; the commonest first."""
    found: Counter[tuple[str, str]] = Counter()
    for desk in made.desks.values():
        for words in desk.taken.values():
            found.update(words)
    return [(word, meaning, n) for (word, meaning), n in found.most_common() if bare(word) != bare(meaning)]


def assumed(made: Import) -> list[tuple[str, int]]:
    """Return what was assumed, and of how many rows."""
    found: Counter[str] = Counter()
    for desk in made.desks.values():
        found.update(desk.assumed)
    return found.most_common()


def grouped_left_out(made: Import) -> list[tuple[str, list[Place], str]]:
    """Return why rows were left out, with their places and the words of the first one."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    words: dict[str, str] = {}
    for each in made.drafts.left_out:
        places[each.why].append(each.where)
        words.setdefault(each.why, each.words)
    return [(why, where, words[why]) for why, where in places.items()]


def row_as_dict(session: SessionDraft, row: Row | None, student_id: str | None) -> dict[str, Any]:
    """Return a session as JSON prints it: the words of the file and what was read."""
    return {
        "where": session.where.as_dict(),
        "words": session.words,
        "student": session.student.shown,
        "student_id": student_id,
        "service_type": session.service_type,
        "service_id": row.service if row else None,
        "date": session.date.isoformat() if session.date else None,
        "start": clock(session.start) if session.start is not None else None,
        "meaning": session.meaning,
        "minutes": row.minutes if row else session.minutes,
        "planned": session.planned,
        "makeup_for": session.makeup_for.isoformat() if session.makeup_for else None,
    }


def as_dict(made: Import, *, rows: int | None = SAMPLES) -> dict[str, Any]:
    """Return the first look as JSON prints it.

    Args:
        made: The import.
        rows: How many sessions are shown; None: all of them.
    """
    shown = made.rows if rows is None else made.rows[:rows]
    return {
        "files": [
            {
                "file": file.name,
                "bytes": file.size,
                "sha256": file.sha256,
                "mapping": file.mapping_name,
                "looks_like": [found.says for found in file.layouts],
                "sheets": [_sheet(look) for look in made.looks[file.name]],
            }
            for file in made.loaded.files
        ],
        "counts": counts(made),
        "sessions": [row_as_dict(session, row, _id(made, session)) for session, row in shown],
        "students": [
            {"student_id": s.id, "first": s.first, "last": s.last, "school": s.school, "grade": s.grade, "new": s.new}
            for s in students_of(made)
        ],
        "services": [
            {"service_id": s.id, "student_id": s.student, "type": s.type, "mandate": s.mandate, "minutes": s.minutes,
             "sessions": s.sessions, "per": s.per, "every": s.every, "delivery": s.delivery, "new": s.new,
             "start": s.start.isoformat() if s.start else None, "end": s.end.isoformat() if s.end else None}
            for s in made.services.all.values()
        ],
        "waiting": [{"student_id": student, "type": type_} for student, type_ in made.services.waiting],
        "taken": [{"word": word, "for": meaning, "times": number} for word, meaning, number in taken(made)],
        "assumed": [{"words": words, "times": number} for words, number in assumed(made)],
        "left_out": [
            {"why": why, "times": len(where), "where": [place.as_dict() for place in where[:20]], "words": words}
            for why, where, words in grouped_left_out(made)
        ],
        "questions": [question.as_dict() for question in made.questions],
    }  # fmt: skip


def _id(made: Import, session: SessionDraft) -> str | None:
    student = made.students.of.get(session.student)
    return student.id if student else None


def _sheet(look: Any) -> dict[str, Any]:
    block = look.blocks[0] if look.blocks else None
    return {
        "sheet": look.sheet.name,
        "shape": look.shape,
        "rows": len(look.sheet.rows),
        "heading_row": block.heading_row if block else None,
        "columns": [
            {"column": letters(column.place), "heading": column.heading, "meaning": column.meaning, "how": column.how}
            for column in (block.columns if block else ())
        ],
        "days": len(block.days) if block else 0,
        "titles": look.titles,
        "key": look.key,
        "sure": look.sure,
    }


def question_lines(question: Question, *, numbered: bool) -> list[str]:
    """Return a question for a terminal: what is asked, where it is, and the likely answers.

    Args:
        question: The question.
        numbered: Whether an answer is told by its number; in a mapping file it is told by its word.
    """
    times = f" ({question.times} times)" if question.times > 1 else ""
    where = f" First in {question.where[0].words()}{times}." if question.where else ""
    lines = [question.says + where]
    for number, answer in enumerate(question.likely, start=1):
        says = f": {answer.says}" if answer.says and answer.says != str(answer.value) else ""
        lines.append(f"  {f'{number}  ' if numbered else ''}{answer.value}{says}")
    return lines
