"""Days that cannot be right: in another school year than all others, or with another weekday beside them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from makegood.imports.ask import Answer, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, SessionDraft
from makegood.imports.values.school_years import start_year_of

_FEW: Final = 3
"""This many days outside the school year are slips of the pen; more are another year of the log."""
_SHARE: Final = 0.4
_FAR: Final = 120
"""Days. What lies nearer to the others may be summer school."""


def put_right(sessions: Sequence[SessionDraft], desk: Desk, drafts: Drafts) -> list[SessionDraft]:
    """Put sessions on the day that is meant, and return those that are no row."""
    gone = []
    odd = _odd(sessions)
    for session in sessions:
        if session.date is None:
            continue
        other = session.weekday is not None and session.date.weekday() != session.weekday
        if session.date not in odd and not other:
            continue
        if desk.answer(("days", session.date.isoformat())) == "leave_out":
            drafts.left_out.append(LeftOut(session.where, "its day cannot be right", session.words))
            gone.append(session)
            continue
        session.date = _day_meant(session, session.date, desk, other_weekday=other)
    return gone


def _odd(sessions: Sequence[SessionDraft]) -> set[dt.date]:
    """Return the days that are far from all others and in another school year."""
    days = [session.date for session in sessions if session.date is not None]
    years = Counter(map(start_year_of, days))
    if len(years) < 2:  # noqa: PLR2004 - all are of one year
        return set()
    year = years.most_common(1)[0][0]
    inside = sorted({day for day in days if start_year_of(day) == year})
    odd = {day for day in days if start_year_of(day) != year and min(abs((day - each).days) for each in inside) > _FAR}
    share = sum(day in odd for day in days) / len(days)
    return odd if len(odd) <= _FEW and share <= _SHARE else set()


def _day_meant(session: SessionDraft, day: dt.date, desk: Desk, *, other_weekday: bool) -> dt.date | None:
    """Return the day that is meant by one that cannot be right; None if it is asked.

    Args:
        session: The session that it is written for.
        day: The day as it is written.
        desk: Where it is asked.
        other_weekday: Whether another weekday is written beside it; else it lies outside the school year.
    """
    text = day.isoformat()
    answer = desk.answer(("days", text))
    if answer in ("as_written", day):
        return day
    if isinstance(answer, dt.date):
        desk.assume("Days that could not be right were taken for the days that the mapping names.")
        return answer
    if other_weekday and session.weekday is not None:
        near: dt.date | None = day + dt.timedelta(days=(session.weekday - day.weekday() + 3) % 7 - 3)
        says = f"{text} is a {day:%A}, and another weekday is written beside it. Which day is meant?"
    else:
        near = _in_year(day, desk.school_year) if desk.school_year is not None else None
        says = f"{text} lies outside the school year of this file. Which day is meant?"
    likely = [Answer(near, f"{near:%A, %B} {near.day}, {near.year}")] if near else []
    likely += [Answer("as_written", "the day as it is written"), Answer("leave_out", "no row is written for it")]
    question = Question("day", text, says, ("days", text), desk.file, likely=tuple(likely), any_text=True)
    desk.ask(question, session.where)
    return None


def _in_year(day: dt.date, start_year: int) -> dt.date | None:
    """Return the same day and month in a school year; None for a February 29 that it does not have."""
    for year in (start_year, start_year + 1):
        try:
            meant = day.replace(year=year)
        except ValueError:
            continue
        if start_year_of(meant) == start_year:
            return meant
    return None
