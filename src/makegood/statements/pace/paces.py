"""Who will not get the promised minutes at this rate, and what would make it up."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from makegood.calendars import date_of, day_number
from makegood.ledger import Ledger, PeriodAccount, ServiceAccount
from makegood.log import Log, ServiceFacts
from makegood.records import Records
from makegood.statements.pace.pace import Pace
from makegood.statements.pace.span import PaceSpan, spans_of


@dataclass(slots=True)
class _SoFar:
    """What happened in one service up to the as-of date.

    Attributes:
        periods: Its periods so far.
        made_up: Days of misses, and minutes of them that make-ups settled.
        longest: The longest regular session on record; 0 if there is none.
    """

    periods: list[PeriodAccount] = field(default_factory=list)
    made_up: list[tuple[int, int]] = field(default_factory=list)
    longest: int = 0

    def held(self, span: PaceSpan) -> int:
        """Return regular minutes held in a span."""
        return sum(p.delivered + p.delivered_differently for p in self.periods if span.has(p))


def pace_of(records: Records, ledger: Ledger, only: Collection[str] | None = None) -> list[Pace]:
    """Return the pace of every service that runs on the ledger's as-of date, worst service first.

    A service's spans follow each other, the longest one last. The rest of a span's promise is what the
    ledger itself will count as due in it.

    Args:
        records: The records that the ledger accounts for.
        ledger: Their account.
        only: The students; None for all that the ledger accounts for.
    """
    log, places = ledger.log, records.services.index()
    # Due minutes do not depend on the log, so the promise to come is known.
    periods: dict[str, list[PeriodAccount]] = {}
    for period in ledger.every_period:
        periods.setdefault(period.service_id, []).append(period)
    so_far = _so_far(log, ledger)
    paces: list[list[Pace]] = []
    for account in ledger.services:
        facts = log.services.of(places[account.service_id])
        if facts is None or (only is not None and account.student_id not in only):
            continue
        spans = spans_of(records.services, facts, periods.get(account.service_id, []), ledger.as_of)
        own = list(_paces(account, facts, spans, so_far[account.service_id], day_number(ledger.as_of)))
        if own:
            paces.append(own)
    paces.sort(key=lambda own: (-max((p.short for p in own if p.behind), default=0), own[0].service_id))
    return [pace for own in paces for pace in own]


def _paces(
    account: ServiceAccount, facts: ServiceFacts, spans: list[PaceSpan], so_far: _SoFar, today: int
) -> Iterator[Pace]:
    # The rate is this school year's; a service that counts by the IEP has its own.
    rate = next((span for span in spans if span.horizon == "year"), spans[-1] if spans else None)
    if rate is None:
        return
    held_so_far = so_far.held(rate)
    for span in spans:
        yield Pace(
            service_id=account.service_id,
            student_id=account.student_id,
            service_type=account.service_type,
            horizon=span.horizon,
            first=date_of(span.first),
            last=date_of(span.last),
            due=span.due,
            held=so_far.held(span),
            made_up=sum(minutes for day, minutes in so_far.made_up if span.first <= day <= span.last),
            days_so_far=facts.calendar.count(facts.school_days, rate.first, min(rate.last, today)),
            held_so_far=held_so_far,
            days_left=facts.calendar.count(facts.school_days, max(span.first, today + 1), span.last),
            session=so_far.longest or span.session,
        )


def _so_far(log: Log, ledger: Ledger) -> dict[str, _SoFar]:
    so_far = {account.service_id: _SoFar() for account in ledger.services}
    for period in ledger.periods:
        so_far[period.service_id].periods.append(period)
    for miss in ledger.misses:
        if miss.made_up:
            so_far[miss.service_id].made_up.append((day_number(miss.missed_on), miss.made_up))
    delivered, kinds, places = log.records.sessions.minutes_delivered, log.kinds, log.records.services.index()
    for service_id, own in so_far.items():
        rows = log.sessions_of.get(places[service_id], ())
        own.longest = max((delivered[place] for place in rows if kinds[place] == "regular"), default=0)
    return so_far
