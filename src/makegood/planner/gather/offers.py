"""What families answered to the make-ups that were offered."""

import datetime as dt
from collections import defaultdict

from makegood.planner.gather.make_ups import MakeUps
from makegood.planner.gather.pins import Pin
from makegood.records import Records


def offer_id_of(pinned_id: str, number: int) -> str:
    """Return the id of the offer of an agreed make-up for the first, second ... missed session that it settles."""
    return f"{pinned_id}-{number}"


class Offers:
    """The offers up to a day, by the missed session and by the agreed make-up that they are about."""

    def __init__(self, records: Records, make_ups: MakeUps, as_of: dt.date) -> None:
        """Sort them; an offer's own id says which agreed make-up it offers (`offer_id_of`)."""
        table, pinned = records.offers, records.pinned
        known = set(pinned.pinned_id)
        self._response = table.response
        self._own: dict[tuple[str, str], tuple[dt.date, int]] = {}
        self._others: dict[str, list[tuple[dt.date, int]]] = defaultdict(list)
        for at, (offer_id, date) in enumerate(zip(table.offer_id, table.date, strict=True)):
            if date > as_of:
                continue
            missed = make_ups.standing(table.session_id[at])
            of = offer_id.rpartition("-")[0]
            if of in known:
                self._own[of, missed] = (date, at)
            else:
                self._others[missed].append((date, at))
        # A family says no to a make-up, whichever of the missed sessions that it settles the answer stands beside.
        self._refused = {
            (id_, student)
            for id_, student, session in zip(pinned.pinned_id, pinned.student_id, pinned.session_id, strict=True)
            if session is not None and self._says_no(self._own.get((id_, make_ups.standing(session))))
        }

    def declined(self, pin: Pin) -> bool:
        """Return whether the family declined an agreed make-up: one of its own offers, or a later one for the miss.

        Where nothing tells when it was offered, the last answer for the miss holds.
        """
        if (pin.pinned_id, pin.student_id) in self._refused:
            return True
        missed = pin.key[1]
        if missed is None:
            return False
        others = sorted(self._others.get(missed, ()))
        own = self._own.get((pin.pinned_id, missed))
        if own is None:
            return bool(others) and self._says_no(others[-1])
        return any(self._says_no(other) for other in others if other > own)

    def _says_no(self, offer: tuple[dt.date, int] | None) -> bool:
        return offer is not None and self._response[offer[1]] == "declined"
