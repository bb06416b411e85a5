"""Who will not get the promised minutes at this rate, and what would make it up."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from makegood.calendars import date_of, day_number
from makegood.ledger import Ledger, Miss, PeriodAccount, ServiceAccount
from makegood.log import Log, ServiceFacts
from makegood.records import Records
from makegood.statements.pace.pace import Pace
from makegood.statements.pace.silent import explained_days, silent_weeks
from makegood.statements.pace.span import PaceSpan, spans_of
from makegood.statements.window.held import by_service


class _SoFar:
    """What happened in one service up to the as-of date.

    Attributes:
        made_up: Days of misses, and minutes of them that make-ups settled.
        longest: The longest regular session on record; 0 if there is none.
        periods: Its periods so far, in order.
        known: Days of which something is on record: rows of the log, and absences.
    """

    __slots__ = ("_firsts", "_held", "known", "longest", "made_up", "periods")

    def __init__(self, periods: Sequence[PeriodAccount], longest: int, known: set[int]) -> None:
        """Take its periods so far, in order."""
        self._firsts = [period.first for period in periods]
        self._held = list(accumulate((p.delivered + p.delivered_differently for p in periods), initial=0))
        self.made_up: list[tuple[int, int]] = []
        self.longest = longest
        self.periods, self.known = periods, known

    def held(self, span: PaceSpan) -> int:
        """Return regular minutes held in a span."""
        if span.edges is None:
            return 0
        first, last = span.edges
        return self._held[bisect_right(self._firsts, last)] - self._held[bisect_left(self._firsts, first)]


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
    periods = by_service(ledger.every_period)
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
    silent = silent_weeks(facts, so_far.known, so_far.periods, (rate.first, rate.last), today)
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
            weeks_unrecorded=silent,
            session=so_far.longest or span.session,
        )


def _so_far(log: Log, ledger: Ledger) -> dict[str, _SoFar]:
    delivered, kinds, places = log.records.sessions.minutes_delivered, log.kinds, log.records.services.index()
    periods, so_far = by_service(ledger.periods), dict[str, _SoFar]()
    misses: dict[str, list[Miss]] = {}
    for miss in ledger.misses:
        misses.setdefault(miss.service_id, []).append(miss)
    for account in ledger.services:
        rows = log.sessions_of.get(places[account.service_id], ())
        longest = max((delivered[place] for place in rows if kinds[place] == "regular"), default=0)
        own = misses.get(account.service_id, ())
        known = explained_days(own) | {log.days[place] for place in rows}
        so_far[account.service_id] = _SoFar(periods.get(account.service_id, ()), longest, known)
        so_far[account.service_id].made_up += [
            (day_number(miss.missed_on), miss.made_up) for miss in own if miss.made_up
        ]
    return so_far
