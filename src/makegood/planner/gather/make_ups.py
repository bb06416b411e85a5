"""The make-ups in the log: which were held, and what of them settled nothing that is owed."""

import datetime as dt
from collections import defaultdict

from makegood.ledger import Ledger
from makegood.log import alike, corrections_of, kind_of
from makegood.records import Records


class MakeUps:
    """The make-ups that count as of the ledger's date; each is named by its place in the log."""

    def __init__(self, records: Records, ledger: Ledger) -> None:
        """Find them by student, service type and day, and by the miss that they name."""
        log, services = records.sessions, records.services
        place = services.index()
        self._corrections = corrections_of(log)
        self._delivered = log.minutes_delivered
        self._of_day: dict[tuple[str, str, dt.date], list[int]] = defaultdict(list)
        self._of_miss: dict[str, list[int]] = defaultdict(list)
        self._spare: dict[int, int] = {}
        for at, date in enumerate(log.date):
            if date > ledger.as_of or not self._corrections.counts[at] or kind_of(log, at) != "make_up":
                continue
            service, named = place[log.service_id[at]], log.makeup_for[at]
            self._of_day[services.student_id[service], alike(services.service_type[service]), date].append(at)
            self._spare[at] = log.minutes_delivered[at]
            if named is not None:
                self._of_miss[self.standing(named)].append(at)
        for payment in ledger.payments:
            self._spare[self._corrections.place[payment.session_id]] -= payment.minutes

    def standing(self, session_id: str) -> str:
        """Return the session that stands for one now: corrections followed."""
        replaced_by = self._corrections.replaced_by
        while session_id in replaced_by:
            session_id = replaced_by[session_id]
        return session_id

    def of_day(self, student_id: str, service_type: str, date: dt.date) -> list[int]:
        """Return the make-ups of a student, service type and day."""
        return self._of_day.get((student_id, alike(service_type), date), [])

    def of_miss(self, session_id: str | None) -> list[int]:
        """Return the make-ups that name a miss."""
        return [] if session_id is None else self._of_miss.get(session_id, [])

    def was_held(self, places: list[int]) -> bool:
        """Return whether any minute was given in one of them."""
        return any(self._delivered[at] > 0 for at in places)

    def take_spare(self, places: list[int], most: int) -> int:
        """Take up to so many minutes that settled nothing owed, and return how many there were."""
        taken = 0
        for at in places:
            part = min(self._spare[at], most - taken)
            self._spare[at] -= part
            taken += part
        return taken
