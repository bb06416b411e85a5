"""The rows that say that sessions are agreed, and offered to the families."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from makegood.planner.gather.offers import offer_id_of
from makegood.plans.instance import Session
from makegood.records import Records
from makegood.terms.clock import clock

Rows = dict[str, list[dict[str, str]]]
"""By table, rows as text by column; a blank cell is left out."""

_NUMBERED: Final = re.compile(r"M(\d{1,9})", re.ASCII)


def rows_of(records: Records, sessions: Sequence[Session], on: dt.date) -> Rows:
    """Return the rows that make sessions agreed: the same input gives the same ids.

    Args:
        records: The records, for ids that are taken.
        sessions: The sessions that become agreed.
        on: The day of the offer.
    """
    offers = records.offers
    offered = {
        id_: (session_id, response)
        for id_, session_id, response in zip(offers.offer_id, offers.session_id, offers.response, strict=True)
    }
    numbers = _numbers(records)
    rows: Rows = {"offers": [], "pinned": []}
    for session in sessions:
        missed = _missed(session)
        for pinned_id in numbers:
            ids = {offer_id_of(pinned_id, n): (each, "no_answer") for n, each in enumerate(missed, start=1)}
            if all(offered.get(offer_id, offer) == offer for offer_id, offer in ids.items()):
                break
        rows["pinned"] += _pinned(pinned_id, session)
        # An unanswered offer that belongs to nothing agreed is for this one, whichever day it names: its rows of
        # `pinned` were lost, or never written.
        rows["offers"] += [
            {"offer_id": offer_id, "session_id": session_id, "date": on.isoformat(), "response": response}
            for offer_id, (session_id, response) in ids.items()
            if offer_id not in offered
        ]
    return rows


def _numbers(records: Records) -> Iterator[str]:
    """Yield ids that no agreed session has yet."""
    found = [_NUMBERED.fullmatch(id_) for id_ in set(records.pinned.pinned_id)]
    number = max((int(match[1]) for match in found if match), default=0)
    while True:
        number += 1
        yield f"M{number:04d}"


def _missed(session: Session) -> list[str]:
    """Return the missed sessions that a session settles and that have a row in the log, each once."""
    parts = [part for attends in session.students for part in attends.settles]
    return list(dict.fromkeys(part.session_id for part in parts if part.session_id is not None))


def _pinned(pinned_id: str, session: Session) -> Iterator[dict[str, str]]:
    for attends in session.students:
        for part in attends.settles:
            row = {
                "pinned_id": pinned_id,
                "date": session.date.isoformat(),
                "start": clock(session.start),
                "minutes": str(session.minutes),
                "school_id": session.school_id,
                "provider_id": session.provider_id,
                "student_id": attends.student_id,
                "service_id": part.service_id,
                "missed_on": part.missed_on.isoformat(),
                "settles": str(part.minutes),
            }
            yield row if part.session_id is None else row | {"session_id": part.session_id}
