"""Rows of the log that count, and where their minutes went."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from makegood.ledger import Ledger, Payment, PeriodAccount, Use
from makegood.ledger.result import UseWord
from makegood.log import Difference, Log
from makegood.terms.accounts import SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A row of the log that counts, and where its minutes went.

    Attributes:
        place: Its place in the table of sessions.
        kind: regular, make_up or compensatory.
        period: The period of a regular session; None if it lies in none, and for other kinds.
        minutes: What was delivered.
        uses: Where the minutes went.
        compensatory: What of it counts to an award.
        extra: What of it is extra; a regular session's extra minutes are its period's.
        payments: What a make-up settled.
        different: How it differed from what the IEP says.
    """

    place: int
    session_id: str
    service_id: str
    date: dt.date
    kind: SessionKind
    period: PeriodAccount | None
    minutes: int
    uses: tuple[Use, ...]
    compensatory: int
    extra: int
    payments: tuple[Payment, ...]
    different: tuple[Difference, ...]

    def used(self, *words: UseWord) -> int:
        """Return how many of its minutes went one of these ways."""
        return sum(use.minutes for use in self.uses if use.use in words)


def held_sessions(log: Log, ledger: Ledger, student_id: str) -> Iterator[Held]:
    """Yield the rows of a child's log that count, oldest first, each with where its minutes went."""
    sessions = log.records.sessions
    own = {service.service_id for service in ledger.services if service.student_id == student_id}
    periods = by_service(period for period in ledger.periods if period.service_id in own)
    paid: dict[str, list[Payment]] = {}
    for payment in ledger.payments:
        paid.setdefault(payment.session_id, []).append(payment)
    uses: dict[str, list[Use]] = {}
    for use in ledger.uses:
        uses.setdefault(use.session_id, []).append(use)
    rows = [i for i, service_id in enumerate(sessions.service_id) if log.counts[i] and service_id in own]
    for i in sorted(rows, key=lambda i: (sessions.date[i], sessions.session_id[i])):
        kind, id_ = log.kinds[i], sessions.session_id[i]
        used = tuple(uses.get(id_, ()))
        period = period_on(periods.get(sessions.service_id[i], ()), sessions.date[i]) if kind == "regular" else None
        yield Held(
            place=i,
            session_id=id_,
            service_id=sessions.service_id[i],
            date=sessions.date[i],
            kind=kind,
            period=period,
            minutes=sessions.minutes_delivered[i],
            uses=used,
            compensatory=sum(use.minutes for use in used if use.use == "compensatory"),
            extra=0 if period else sum(use.minutes for use in used if use.is_extra),
            payments=tuple(paid.get(id_, ())),
            different=tuple(log.differences.of(i, log.service_of[i])),
        )


def period_on(periods: Sequence[PeriodAccount], day: dt.date) -> PeriodAccount | None:
    """Return the period of a service in which a day lies, or None; its periods are in order, and share no day."""
    begun = bisect_right(periods, day, key=attrgetter("first"))
    return periods[begun - 1] if begun and day <= periods[begun - 1].last else None


def by_service(periods: Iterable[PeriodAccount]) -> dict[str, list[PeriodAccount]]:
    """Return periods by the service that they belong to, in their order."""
    found: dict[str, list[PeriodAccount]] = {}
    # A service's periods mostly come together.
    for service_id, own in groupby(periods, key=attrgetter("service_id")):
        found.setdefault(service_id, []).extend(own)
    return found
