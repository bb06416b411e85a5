"""A window over one child's ledger: windows that share no day add up to the whole (docs/decisions/0003, 52)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from makegood.ledger import Ledger, Miss, Payment, PeriodAccount, ServiceAccount
from makegood.log import Log, alike
from makegood.statements.window.held import Held, by_service, held_sessions, period_on
from makegood.terms.reasons import UNRECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What a statement of some days shows.

    Attributes:
        first: Its first day; None from the beginning.
        last: Its last day; None to the end.
        services: The accounts of the window.
        held: Sessions of the window: regular ones of its periods, the others by their own dates.
        payments: What settled the window's misses, whenever it was held.
        held_minutes: Minutes held by service type (those written alike are one), counted from the log for the third
            sum.
    """

    first: dt.date | None
    last: dt.date | None
    services: tuple[ServiceAccount, ...]
    periods: tuple[PeriodAccount, ...]
    misses: tuple[Miss, ...]
    payments: tuple[Payment, ...]
    held: tuple[Held, ...]
    held_minutes: dict[str, int]

    @property
    def shown(self) -> tuple[ServiceAccount, ...]:
        """The accounts of the services that have a period or a session in the window."""
        used = {period.service_id for period in self.periods} | {held.service_id for held in self.held}
        return tuple(account for account in self.services if account.service_id in used)

    def holds(self, day: dt.date) -> bool:
        """Return whether a day lies in the window."""
        return _in(day, self.first, self.last)


def window_of(
    log: Log, ledger: Ledger, student_id: str, first: dt.date | None = None, last: dt.date | None = None
) -> Window:
    """Return the window over a child's ledger.

    Args:
        log: The log of the records that were accounted for (`log_of(records, ledger.as_of)`).
        ledger: Their ledger, of this child at least.
        student_id: The child.
        first: The window's first day; None from the beginning.
        last: Its last day; None to the end.
    """
    own = [service for service in ledger.services if service.student_id == student_id]
    type_of = {service.service_id: alike(service.service_type) for service in own}
    periods = tuple(p for p in ledger.periods if p.service_id in type_of and _in(p.first, first, last))
    begun = {(p.service_id, p.first) for p in periods}
    all_periods = by_service(p for p in ledger.periods if p.service_id in type_of)
    misses = tuple(
        miss
        for miss in ledger.misses
        if miss.service_id in type_of
        and (period := period_on(all_periods.get(miss.service_id, ()), miss.missed_on)) is not None
        and (miss.service_id, period.first) in begun
    )
    shown = {miss.place for miss in misses}
    every = tuple(held_sessions(log, ledger, student_id))
    held = tuple(
        h
        for h in every
        if ((h.service_id, h.period.first) in begun if h.period is not None else _in(h.date, first, last))
    )
    payments = tuple(p for p in ledger.payments if p.miss in shown)
    minutes = dict.fromkeys(sorted(set(type_of.values())), 0)
    for h in held:
        minutes[type_of[h.service_id]] += h.compensatory + h.extra if h.kind != "regular" else h.minutes
    type_of_session = {h.session_id: type_of[h.service_id] for h in every}
    for payment in payments:
        minutes[type_of_session[payment.session_id]] += payment.minutes
    return Window(
        first=first,
        last=last,
        services=tuple(_account(service, periods, misses, held) for service in own),
        periods=periods,
        misses=misses,
        payments=payments,
        held=held,
        held_minutes=minutes,
    )


def _account(
    service: ServiceAccount, periods: Iterable[PeriodAccount], misses: Iterable[Miss], held: Iterable[Held]
) -> ServiceAccount:
    """Add up a service's account from the periods, misses and sessions of a window."""
    own = [period for period in periods if period.service_id == service.service_id]
    missed = [miss for miss in misses if miss.service_id == service.service_id]
    rows = [h for h in held if h.service_id == service.service_id]
    by_reason: dict[str, int] = {}
    for miss in missed:
        if miss.minutes and miss.reason != UNRECORDED:
            by_reason[miss.reason] = by_reason.get(miss.reason, 0) + miss.minutes
    overdue = sum(miss.open for miss in missed if miss.status == "overdue")
    return service._replace(
        promised=sum(period.promised for period in own),
        not_in_session=sum(period.not_in_session for period in own),
        due=sum(period.due for period in own),
        delivered=sum(period.delivered for period in own),
        delivered_differently=sum(period.delivered_differently for period in own),
        still_due=sum(period.still_due for period in own),
        missed=sum(period.missed for period in own),
        missed_by_reason={reason: by_reason[reason] for reason in service.missed_by_reason if reason in by_reason},
        unrecorded=sum(period.unrecorded for period in own),
        owed=_judged(missed, "owed"),
        not_owed=_judged(missed, "not_owed"),
        team_decides=_judged(missed, "team_decides"),
        unknown=_judged(missed, "unknown"),
        made_up=sum(miss.made_up for miss in missed),
        released=sum(miss.released for miss in missed),
        open=sum(miss.open for miss in missed) - overdue,
        overdue=overdue,
        extra=sum(period.extra for period in own) + sum(h.extra for h in rows),
        compensatory=sum(h.compensatory for h in rows),
    )


def _judged(misses: Iterable[Miss], disposition: str) -> int:
    return sum(miss.minutes for miss in misses if miss.disposition == disposition)


def _in(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
