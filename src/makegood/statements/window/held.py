"""Rows of the log that count, and where their minutes went."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from makegood.ledger import Ledger, Payment, PeriodAccount
from makegood.ledger.coding.corrections import corrections_of
from makegood.ledger.coding.log import alike, differences
from makegood.records import Records
from makegood.terms.accounts import SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A row of the log that counts, and where its minutes went.

    Attributes:
        place: Its place in the table of sessions.
        kind: regular, make_up or compensatory.
        period: The period of a regular session; None if it lies in none, and for other kinds.
        minutes: What was delivered.
        compensatory: What of it counts to an award.
        extra: What of it is extra; a regular session's extra minutes are its period's.
        payments: What a make-up settled.
    """

    place: int
    session_id: str
    service_id: str
    date: dt.date
    kind: SessionKind
    period: PeriodAccount | None
    minutes: int
    compensatory: int
    extra: int
    payments: tuple[Payment, ...]


def held_sessions(records: Records, ledger: Ledger, student_id: str) -> Iterator[Held]:
    """Yield the rows of a child's log that count, oldest first, each with where its minutes went."""
    sessions, awards = records.sessions, records.awards
    own = {service.service_id for service in ledger.services if service.student_id == student_id}
    periods = by_service(period for period in ledger.periods if period.service_id in own)
    left = {id_: awards.minutes[place] for place, id_ in enumerate(awards.award_id)}
    paid: dict[str, list[Payment]] = {}
    for payment in ledger.payments:
        paid.setdefault(payment.session_id, []).append(payment)
    counts = corrections_of(sessions).counts
    rows = [
        i
        for i, service_id in enumerate(sessions.service_id)
        if counts[i] and service_id in own and sessions.date[i] <= ledger.as_of
    ]
    for i in sorted(rows, key=lambda i: (sessions.date[i], sessions.session_id[i])):
        kind, minutes = kind_of(records, i), sessions.minutes_delivered[i]
        payments = tuple(paid.get(sessions.session_id[i], ())) if kind == "make_up" else ()
        period = period_on(periods.get(sessions.service_id[i], ()), sessions.date[i]) if kind == "regular" else None
        compensatory, award_id = 0, sessions.award_id[i]
        if award_id is not None:
            compensatory = min(minutes, left[award_id])
            left[award_id] -= compensatory
        extra = 0 if period else minutes - compensatory - sum(payment.minutes for payment in payments)
        yield Held(
            place=i,
            session_id=sessions.session_id[i],
            service_id=sessions.service_id[i],
            date=sessions.date[i],
            kind=kind,
            period=period,
            minutes=minutes,
            compensatory=compensatory,
            extra=extra,
            payments=payments,
        )


def kind_of(records: Records, place: int) -> SessionKind:
    """Return a session's kind; a filled link makes it one too."""
    sessions = records.sessions
    if sessions.award_id[place] is not None or sessions.kind[place] == "compensatory":
        return "compensatory"
    if sessions.makeup_for[place] is not None or sessions.kind[place] == "make_up":
        return "make_up"
    return "regular"


def how_different(records: Records, place: int) -> list[str]:
    """Return in plain words how a session differed from the IEP's words."""
    sessions, services, providers = records.sessions, records.services, records.providers
    types: dict[str, frozenset[str] | None] = {}
    provider = sessions.provider_id[place]
    if provider is not None and provider in providers.provider_id:
        listed = providers.service_types[providers.index()[provider]]
        types[provider] = frozenset(alike(word) for word in listed) if listed else None
    own = services.index()[sessions.service_id[place]]
    return list(differences(sessions, place, services, own, types))


def period_on(periods: Iterable[PeriodAccount], day: dt.date) -> PeriodAccount | None:
    """Return the period in which a day lies, or None."""
    return next((period for period in periods if period.first <= day <= period.last), None)


def by_service(periods: Iterable[PeriodAccount]) -> dict[str, list[PeriodAccount]]:
    """Return periods by the service that they belong to, in their order."""
    by_service: dict[str, list[PeriodAccount]] = {}
    for period in periods:
        by_service.setdefault(period.service_id, []).append(period)
    return by_service
