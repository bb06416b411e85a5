"""Which line of the IEP a session is given under: by student, type and day, then by length, group and place."""

import datetime as dt
from collections.abc import Sequence

from makegood.imports.ask import Answer, Question
from makegood.imports.draft import Desk, SessionDraft
from makegood.imports.draft.service_words import ask_service_type
from makegood.imports.mapping import OPEN
from makegood.imports.match.service import Service
from makegood.imports.match.services import Services
from makegood.imports.match.student import Student


def service_of_session(session: SessionDraft, student: Student, services: Services, desk: Desk) -> Service | None:
    """Return the line that a session is given under; None if a question is open or no promise is known.

    Args:
        session: The session; its type is filled in where only one is possible.
        student: Its student.
        services: The lines.
        desk: Where questions go.
    """
    if session.service_type is None:
        types = services.types(student.id)
        if len(types) != 1:
            if session.student.name != OPEN:
                ask_service_type(desk, session.where)
            return None
        session.service_type = types[0]
        desk.assume("Where a row does not name the service, it is the only one that the student has.")
    lines = services.of(student.id, session.service_type)
    if not lines:
        services.wait(student.id, session.service_type, None)
        return None
    running = [line for line in lines if session.date is None or line.runs_on(session.date)]
    if len(running) == 1:
        return running[0]
    if not running:
        return _nearest(lines, session.date) if session.date else None
    fitting = _fitting(running, session)
    if len(fitting) == 1:
        return fitting[0]
    return _asked(session, fitting, desk)


def _fitting(lines: Sequence[Service], session: SessionDraft) -> Sequence[Service]:
    """Return the lines that fit a session best: by group, by length, by place; all of them where nothing tells."""
    left = list(lines)
    length = session.planned or session.minutes
    place = (session.setting or "").casefold()
    if session.delivery:
        left = [line for line in left if line.delivery == session.delivery] or left
    if session.group_size:
        left = [line for line in left if (line.delivery == "individual") == (session.group_size == 1)] or left
    if length:
        left = [line for line in left if line.length == length] or left
    if place:
        left = [line for line in left if (line.setting or "").casefold() == place] or left
    return left


def _nearest(lines: Sequence[Service], day: dt.date) -> Service:
    """Return the line whose dates are nearest to a day in none of them: the check of the folder then warns."""
    return min(lines, key=lambda line: min(abs((each - day).days) for each in (line.start, line.end) if each))


def _asked(session: SessionDraft, lines: Sequence[Service], desk: Desk) -> Service | None:
    how = ", ".join(
        part
        for part in (
            (session.service_type or "").replace("_", " "),
            session.delivery or "",
            f"{session.minutes} minutes" if session.minutes else "",
        )
        if part
    )
    of = f"{session.student.shown}: {how}"
    answer = desk.answer(("services", of))
    chosen = next((line for line in lines if line.id == answer), None)
    if chosen is not None:
        return chosen
    likely = tuple(Answer(line.id, line.shown) for line in lines)
    says = f"Under which service are these sessions given? {of}."
    question = Question("service", of, says, ("services", of), desk.file, likely=likely, any_text=True)
    desk.ask(question, session.where)
    return None
