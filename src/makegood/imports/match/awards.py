"""Which award a compensatory session is given under: the one on record that its row names."""

import datetime as dt
from typing import Final

from makegood.imports.draft import Desk, Drafts, LeftOut, SessionDraft
from makegood.imports.words import bare
from makegood.log import alike
from makegood.records import Awards

NO_AWARD: Final = "time under an award that is not on record"
"""Why nothing becomes of a row: as a regular session it would fill a promise that its minutes are not for."""
ONLY_ONE: Final = (
    "Where a row names its award in words, it is the only one that the child has for the service on that day."
)


def take_award(session: SessionDraft, student_id: str, awards: Awards, desk: Desk, drafts: Drafts) -> bool:
    """Take the award that a session names from those on record; a session of none of them is named as left out.

    Returns:
        Whether the session can be read: it names no award, or one that is on record.
    """
    if session.award is None:
        return True
    place = _award_named(session, student_id, awards)
    if place is None:
        drafts.left_out.append(LeftOut(session.where, NO_AWARD, session.words))
        return False
    if not _is_number(session.award):
        desk.assume(ONLY_ONE)
    session.award = awards.award_id[place]
    session.service_type = session.service_type or awards.service_type[place]
    return True


def _award_named(session: SessionDraft, student_id: str, awards: Awards) -> int | None:
    """Return the place of the award that a row names; None if the child has no such award for this service.

    A number has to be that of an award. Words, such as `yes` or `hearing`, are enough where the child has only one, or
    only one on that day.

    Args:
        session: A session whose row names an award.
        student_id: Its student, by the folder's id.
        awards: The folder's awards.
    """
    named = session.award or ""
    own = [
        place
        for place, student in enumerate(awards.student_id)
        if student == student_id
        and (session.service_type is None or alike(awards.service_type[place]) == alike(session.service_type))
    ]
    if _is_number(named):
        return next((place for place in own if bare(awards.award_id[place]) == bare(named)), None)
    running = [place for place in own if session.date is None or _runs_on(awards, place, session.date)] or own
    return running[0] if len(running) == 1 else None


def _runs_on(awards: Awards, place: int, day: dt.date) -> bool:
    end = awards.end[place]
    return awards.start[place] <= day and (end is None or day <= end)


def _is_number(named: str) -> bool:
    """Return whether a row names its award by a number, such as `A01`."""
    return any(sign.isdigit() for sign in named)
