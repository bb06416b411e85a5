"""Make-ups in a grid that name another day: which of the two days is the miss, and which the make-up."""

import datetime as dt
from collections.abc import Set as AbstractSet
from dataclasses import replace

from makegood.imports.ask import Answer, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import SessionDraft


def on_its_day(session: SessionDraft, days: AbstractSet[dt.date], desk: Desk) -> SessionDraft:
    """Return a make-up on its day; asked where the day beside it is neither the miss's nor after the miss.

    `P, MU 9/30` below 10/5, in a grid without 9/30, was hardly missed on 9/30: it was held then, for another day.

    Args:
        session: A session of the grid; what is no make-up stays as it is.
        days: The days of the grid.
        desk: Where it is asked.
    """
    named = session.makeup_for
    if session.meaning != "make_up" or named is None or session.date is None:
        return session
    if not days or named in days or not min(days) < named < session.date:
        return session
    answer = desk.answer(("makeups", session.words))
    if answer == "as_written":
        return session
    if isinstance(answer, dt.date):
        return replace(session, date=named, makeup_for=answer)
    likely = (
        *(Answer(day, f"it was held on {named} for the miss of {day}") for day in sorted(days) if day < named),
        Answer("as_written", f"it was held on {session.date} for the miss of {named}"),
    )
    says = f"{session.words!r} names {named}, which is no day of this grid. Which miss is made up?"
    key = ("makeups", session.words)
    question = Question("makeup", session.words, says, key, desk.file, likely=likely[-4:], any_text=True)
    desk.ask(question, session.where)
    return replace(session, meaning=None)
