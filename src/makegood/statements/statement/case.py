"""What every part of a statement is told from."""

import datetime as dt
from dataclasses import dataclass

from makegood.calendars import SchoolCalendar
from makegood.ledger import Ledger, Payment
from makegood.records import Records
from makegood.statements.window.window import Window
from makegood.statements.wording.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One child's records, account and window, and the language to tell them in."""

    records: Records
    ledger: Ledger
    window: Window
    words: Words
    calendar: SchoolCalendar | None
    student_id: str

    def service(self, service_id: str) -> str:
        """Return a service as people say it."""
        return self.words.service(self.records.services.service_type[self.place(service_id)])

    def place(self, service_id: str) -> int:
        """Return a service's place in its table."""
        return self.records.services.index()[service_id]

    def paid(self, miss: int) -> list[Payment]:
        """Return what settled a miss, oldest first."""
        return sorted((p for p in self.ledger.payments if p.miss == miss), key=lambda p: (p.held_on, p.session_id))

    def days(self, days: list[dt.date], most: int = 6) -> str:
        """Return days as a list, or how many more there are."""
        said = [self.words.short_day(day) for day in days[:most]]
        if len(days) > most:
            said.append(self.words.say("more", n=len(days) - most))
        return self.words.listed(said)
