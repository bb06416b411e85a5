"""A child's case: what every part of a statement or explanation is written from."""

import datetime as dt
from dataclasses import dataclass
from typing import cast

from makegood.calendars import SchoolCalendar
from makegood.ledger import Ledger, Miss, Payment
from makegood.log import Log
from makegood.records import Records
from makegood.statements.statement.statement import Audience
from makegood.statements.window.window import Window
from makegood.statements.wording.words import Words
from makegood.terms.accounts import Per


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One child's log, account and window, and the words for who reads them."""

    log: Log
    ledger: Ledger
    window: Window
    words: Words
    student_id: str
    audience: Audience

    @property
    def records(self) -> Records:
        """The records that were accounted for."""
        return self.log.records

    def service(self, service_id: str) -> str:
        """Return what a service is called."""
        return self.words.service(self.records.services.service_type[self.place(service_id)])

    def named(self, service_id: str) -> str:
        """Return what a service is called beside the child's others: with its dates, where another has its name."""
        services, row, words = self.records.services, self.place(service_id), self.words
        name, dates = self.service(service_id), words.span_of_days(services.start[row], services.end[row])
        others = (account for account in self.window.shown if account.service_id != service_id)
        alike = any(words.service(account.service_type) == name for account in others)
        return f"{name} ({dates})" if alike and dates else name

    def place(self, service_id: str) -> int:
        """Return a service's place in its table."""
        return self.records.services.index()[service_id]

    def calendar(self, service_id: str) -> SchoolCalendar | None:
        """Return the calendar of the school at which a service is held."""
        facts = self.log.services.of(self.place(service_id))
        return facts.calendar if facts else None

    def paid(self, miss: int) -> list[Payment]:
        """Return what settled a miss, oldest first."""
        return sorted((p for p in self.ledger.payments if p.miss == miss), key=lambda p: (p.held_on, p.session_id))

    def laid(self, gap: Miss) -> int:
        """Return how many minutes of a gap are missed or on no record; a gap that is split has several entries."""
        return sum(miss.minutes for miss in self.window.misses if gap_of(miss) == gap_of(gap))

    def row(self, session_id: str) -> str:
        """Return what a school reads after a line about a row of the log; nothing for a family."""
        return f" {self.words.misses.row.format(id=session_id)}" if self.audience == "school" else ""

    def days(self, days: list[dt.date], most: int = 6) -> str:
        """Return days as a list, or how many more there are."""
        listed = [self.words.short_day(day) for day in days[:most]]
        if len(days) > most:
            listed.append(self.words.dates.more.format(n=len(days) - most))
        return self.words.listed(listed)

    def this(self, service_id: str) -> str:
        """Return what the period of a service that still runs is called, such as "this week"."""
        per, phrases = self.per(service_id), self.words.promises
        return phrases.this[per] if per else phrases.this_block

    def per(self, service_id: str) -> Per | None:
        """Return the period that a service's promise is for; None for a block of several."""
        services, row = self.records.services, self.place(service_id)
        return cast("Per | None", services.per[row]) if services.every[row] == 1 else None


def gap_of(miss: Miss) -> tuple[str, str | None, dt.date, int | None, bool]:
    """Return what the entries of one gap have in common."""
    return miss.service_id, miss.session_id, miss.missed_on, miss.start_time, miss.inferred
