"""The make-ups in the log: which were held, and what of them settled nothing that is owed."""

import datetime as dt
from collections import defaultdict

from makegood.ledger import Ledger, log_of
from makegood.log import alike
from makegood.records import Records


class MakeUps:
    """The make-ups that count as of the ledger's date; each is named by its place in the log."""

    def __init__(self, records: Records, ledger: Ledger) -> None:
        """Find them by student, service type and day, and by the miss that they name."""
        self._log = log_of(records, ledger.as_of)
        sessions, services = records.sessions, records.services
        self._delivered = sessions.minutes_delivered
        self._of_day: dict[tuple[str, str, dt.date], list[int]] = defaultdict(list)
        self._of_miss: dict[str, list[int]] = defaultdict(list)
        self._spare: dict[int, int] = {}
        for at, (counts, kind) in enumerate(zip(self._log.counts, self._log.kinds, strict=True)):
            if not counts or kind != "make_up":
                continue
            service, named = self._log.service_of[at], sessions.makeup_for[at]
            day = services.student_id[service], alike(services.service_type[service]), sessions.date[at]
            self._of_day[day].append(at)
            self._spare[at] = sessions.minutes_delivered[at]
            if named is not None:
                self._of_miss[self.standing(named)].append(at)
        for payment in ledger.payments:
            self._spare[self._log.corrections.place[payment.session_id]] -= payment.minutes

    def standing(self, session_id: str) -> str:
        """Return the session that stands for one now: corrections followed."""
        return self._log.records.sessions.session_id[self._log.corrections.stands_for(session_id)]

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
