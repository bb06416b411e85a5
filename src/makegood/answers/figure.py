"""What one figure of a service is made of: the sessions, or the periods, whose minutes add up to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.ledger import log_of
from makegood.log import Difference
from makegood.records import Records

BY_SESSION: Final = ("delivered", "delivered_differently", "extra")
BY_PERIOD: Final = ("promised", "not_in_session", "still_due")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePart:
    """A part of a figure.

    Attributes:
        session_id: The session; None for a period.
        first: The day, or the first day of the period.
        last: The last day of the period.
        minutes: What of the figure comes from it.
        is_supposed: Whether nobody noted the session and somebody supposed that it was given.
        different: In what ways the session was given otherwise than the IEP says.
    """

    session_id: str | None
    first: dt.date
    last: dt.date
    minutes: int
    is_supposed: bool = False
    different: Sequence[Difference] = ()


def parts_of_figure(records: Records, service_id: str, name: str, as_of: dt.date) -> Answer[Sequence[FigurePart]]:
    """Return what a figure is made of, latest first; None if the records cannot be counted.

    Args:
        records: Records without errors, of the service's child at least.
        service_id: The service.
        name: One of BY_SESSION or BY_PERIOD.
        as_of: The last day whose rows count.
    """
    student = records.services.student_id[records.services.index()[service_id]]
    ledger = account(records, as_of, {student})
    if ledger.value is None:
        return Answer(None, ledger.findings)
    places, log = records.sessions.index(), log_of(records, as_of)
    found = (
        [
            FigurePart(session_id=None, first=each.first, last=each.last, minutes=getattr(each, name))
            for each in ledger.value.periods
            if each.service_id == service_id
        ]
        if name in BY_PERIOD
        else [
            FigurePart(
                session_id=use.session_id,
                first=use.held_on,
                last=use.held_on,
                minutes=use.minutes,
                is_supposed=records.sessions.is_supposed(places[use.session_id]),
                different=tuple(log.differences.of(places[use.session_id], log.service_of[places[use.session_id]])),
            )
            for use in ledger.value.uses
            if use.service_id == service_id and (use.is_extra if name == "extra" else use.use == name)
        ]
    )
    parts = [part for part in found if part.minutes]
    return Answer(sorted(parts, key=lambda part: (part.first, part.session_id or ""), reverse=True))


def how_given(records: Records, session_id: str, as_of: dt.date) -> tuple[str, Sequence[Difference]] | None:
    """Return the type of service of a session, and in what ways it was given otherwise than the IEP says.

    Args:
        records: Records without errors, of the session's child at least.
        session_id: The session; None is returned for one that does not count.
        as_of: The last day whose rows count.
    """
    place, log = records.sessions.index().get(session_id), log_of(records, as_of)
    if place is None or not log.counts[place]:
        return None
    service = log.service_of[place]
    return records.services.service_type[service], tuple(log.differences.of(place, service))
