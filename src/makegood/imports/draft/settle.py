"""What is settled once every row of a file is drafted: days of weeks and of other years, rows that are there twice."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, PromiseDraft, SessionDraft
from makegood.imports.draft.odd_days import put_right
from makegood.imports.mapping import WEEK

_JUNE, _AUGUST = 6, 8
_WEEKDAY: Final = {"first_day": "the day that is written for the week"}


def settle(drafts: Drafts, desk: Desk) -> None:
    """Settle the sessions of a file; what cannot be known is asked."""
    own = [session for session in drafts.sessions if session.where.file == desk.file]
    for session in own:
        if session.week and session.date is not None:
            session.date = _day_of_week(session.date, desk, session.where)
            session.week = False
    _summer(drafts, desk)
    left = (*put_right(own, desk, drafts), *_twice(own, desk, drafts), *_told_beside(own, desk))
    gone = {id(session) for session in left}
    drafts.sessions = [session for session in drafts.sessions if id(session) not in gone]


def _day_of_week(first: dt.date, desk: Desk, where: Place) -> dt.date | None:
    """Return the day on which the minutes of a week are put; None if it has to be asked.

    Args:
        first: The day that is written for the week.
        desk: Where it is asked.
        where: Where it is written.
    """
    chosen = desk.mapping.dates.week
    if chosen in WEEK:
        if chosen == "first_day":
            return first
        monday = first - dt.timedelta(days=first.weekday())
        desk.assume(f"What is noted for a whole week is put on its {chosen}.")
        return monday + dt.timedelta(days=WEEK.index(str(chosen)) - 1)
    says = "On which day are the minutes of a whole week to be put?"
    likely = tuple(Answer(each, _WEEKDAY.get(each, f"the {each} of the week")) for each in WEEK)
    desk.ask(Question("week", "week", says, ("dates", "week"), desk.file, likely=likely), where)
    return None


def _summer(drafts: Drafts, desk: Desk) -> None:
    """Ask what lines of an IEP are that run in summer only, beside a line of the same service for the year."""
    own = [each for each in drafts.promises if each.where.file == desk.file]
    yearly = {(each.student, each.service_type) for each in own if not _in_summer(each)}
    for each in own:
        if not _in_summer(each) or (each.student, each.service_type) not in yearly:
            continue
        answer = desk.answer(("summer",))
        each.esy = answer == "esy"
        if answer is None:
            shown = f"{each.start} to {each.end}"
            says = f"Are services that run in summer only, such as {shown}, extended school year?"
            likely = (
                Answer("esy", "yes: extended school year"),
                Answer("as_written", "no: a service like any other, in these dates"),
            )
            desk.ask(Question("summer", shown, says, ("summer",), desk.file, likely=likely), each.where)


def _in_summer(promise: PromiseDraft) -> bool:
    start, end = promise.start, promise.end
    return (
        start is not None
        and end is not None
        and start.year == end.year
        and start.month >= _JUNE
        and end.month <= _AUGUST
    )


def _told_beside(sessions: Sequence[SessionDraft], desk: Desk) -> list[SessionDraft]:
    """Return the make-ups without minutes that a row of their own tells too; that row learns for which miss."""
    rows = {
        (session.student, session.service_type, session.date): session
        for session in sessions
        if session.meaning == "make_up" and session.minutes is not None
    }
    copies = []
    for session in sessions:
        own = rows.get((session.student, session.service_type, session.date))
        if own is None or session.meaning != "make_up" or session.minutes is not None or session.makeup_for is None:
            continue
        if own.makeup_for in {None, session.makeup_for}:
            own.makeup_for = session.makeup_for
            desk.assume("A make-up that stands beside its miss and in a row of its own was taken once.")
            copies.append(session)
    return copies


def _twice(sessions: Sequence[SessionDraft], desk: Desk, drafts: Drafts) -> list[SessionDraft]:
    """Return the sessions of rows that say word for word what an earlier row says, where they are one."""
    rows: defaultdict[tuple[object, ...], dict[int, list[SessionDraft]]] = defaultdict(lambda: defaultdict(list))
    for session in sessions:
        if session.where.column is None and session.where.row is not None:
            key = (session.where.sheet, session.words, session.student, session.date, session.service_type)
            rows[key][session.where.row].append(session)
    copies = [each for places in rows.values() for each in list(places.values())[1:]]
    if not copies:
        return []
    answer = desk.answer(("duplicates",))
    if answer == "both":
        return []
    first = copies[0][0]
    if answer is None:
        says = "Some rows say word for word what another row says. Are they one session, or two?"
        likely = (Answer("once", "one session, written twice"), Answer("both", "two sessions of that day"))
        question = Question("duplicates", first.where.words(), says, ("duplicates",), desk.file, likely=likely)
        for each in copies:
            desk.ask(question, each[0].where)
        return []
    for each in copies:
        drafts.left_out.append(LeftOut(each[0].where, "the same row once more", each[0].words))
    return [session for each in copies for session in each]
