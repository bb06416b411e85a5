"""A child's case: what every part of a statement or explanation is written from."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from makegood.calendars import SchoolCalendar
from makegood.ledger import Ledger, Miss, Payment, PeriodAccount
from makegood.log import Log
from makegood.records import Records
from makegood.statements.statement.rules import names_no_reason
from makegood.statements.statement.statement import Audience
from makegood.statements.window.held import by_service, period_on
from makegood.statements.window.window import Window
from makegood.statements.wording.words import Words
from makegood.terms.accounts import Per
from makegood.terms.reasons import OTHER, UNRECORDED


@dataclass(frozen=True, kw_only=True)
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
        ids = self._ids_by_name.get(name, set())
        has_others = len(ids) > (service_id in ids)
        return f"{name} ({dates})" if has_others and dates else name

    @cached_property
    def _ids_by_name(self) -> dict[str, set[str]]:
        """The ids of the child's services in the window by what they are called."""
        found: dict[str, set[str]] = {}
        for account in self.window.shown:
            found.setdefault(self.words.service(account.service_type), set()).add(account.service_id)
        return found

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
        return self._laid[gap_of(gap)]

    @cached_property
    def _laid(self) -> Counter[tuple[object, ...]]:
        """The minutes of the window that are missed or on no record, by gap."""
        found: Counter[tuple[object, ...]] = Counter()
        for miss in self.window.misses:
            found[gap_of(miss)] += miss.minutes
        return found

    def row(self, session_id: str) -> str:
        """Return what a school reads after a line about a row of the log; nothing for a family."""
        return f" {self.words.misses.row.format(id=session_id)}" if self.audience == "school" else ""

    def days(self, days: list[dt.date], most: int = 6) -> str:
        """Return days as a list, or how many more there are."""
        return self._listed([self.words.short_day(day) for day in days], most)

    def why(self, reason: str, session_id: str | None) -> str:
        """Return why something was missed: a row that names no reason says of none that it was "another"."""
        if reason == OTHER and names_no_reason(self.records, session_id):
            return self.words.misses.no_reason
        return self.words.reason(reason)

    def when(self, miss: Miss, *, short: bool = False) -> str:
        """Return when something was missed, or is on no record: a day; or a whole period of which no day is known.

        The ledger dates minutes that nothing explains with their period's last day. On that day nothing happened that
        anybody knows of, so a reader is told the week, by its Monday, the month, or from when to when.

        Args:
            miss: The miss.
            short: Whether a day is told without its weekday.
        """
        period = None if has_a_day(miss) else self.period(miss)
        if period is None or period.first == period.last:
            return self.words.short_day(miss.missed_on) if short else self.words.dated(miss.missed_on)
        words, per = self.words, self.per(miss.service_id)
        if per == "week":
            return words.dates.week_of.format(day=words.day(period.first))
        if per == "month":
            return words.month_and_year(period.first)
        first, last = words.short_day(period.first), words.short_day(period.last)
        return words.dates.span.format(first=first, last=last)

    def whens(self, misses: Iterable[Miss], most: int = 6) -> str:
        """Return when things were missed as a list in order of time, or how many more there are."""
        ordered = sorted(misses, key=lambda miss: miss.missed_on)
        return self._listed(list(dict.fromkeys(self.when(miss, short=True) for miss in ordered)), most)

    def period(self, miss: Miss) -> PeriodAccount | None:
        """Return the period of a miss, or None."""
        return period_on(self._periods.get(miss.service_id, ()), miss.missed_on)

    @cached_property
    def _periods(self) -> dict[str, list[PeriodAccount]]:
        return by_service(self.ledger.periods)

    def _listed(self, parts: list[str], most: int) -> str:
        listed = parts[:most]
        if len(parts) > most:
            listed.append(self.words.dates.more.format(n=len(parts) - most))
        return self.words.listed(listed)

    def this(self, service_id: str) -> str:
        """Return what the period of a service that still runs is called, such as "this week"."""
        per, phrases = self.per(service_id), self.words.promises
        return phrases.this[per] if per else phrases.this_block

    def per(self, service_id: str) -> Per | None:
        """Return the period that a service's promise is for; None for a block of several."""
        services, row = self.records.services, self.place(service_id)
        return cast("Per | None", services.per[row]) if services.every[row] == 1 else None


def has_a_day(miss: Miss) -> bool:
    """Return whether a miss is of a day: it has a row, a slot, or a reason; else only its period is known."""
    return miss.session_id is not None or miss.inferred or miss.reason != UNRECORDED


def gap_of(miss: Miss) -> tuple[str, str | None, dt.date, int | None, bool]:
    """Return what the entries of one gap have in common."""
    return miss.service_id, miss.session_id, miss.missed_on, miss.start_time, miss.inferred
