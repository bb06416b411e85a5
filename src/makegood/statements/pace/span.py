"""The spans that a pace is counted for: the current period, the school year, the service's own dates."""

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from makegood.calendars import date_of, day_number
from makegood.ledger import PeriodAccount
from makegood.log import ServiceFacts
from makegood.records import Services
from makegood.statements.pace.pace import Horizon


@dataclass(frozen=True, slots=True)
class PaceSpan:
    """A span of one service, first to last (day numbers), inside the service's own dates.

    Attributes:
        due: Minutes due in it.
        edges: The first days of its first and last period; None if it has none.
        session: Minutes of one session as the service says.
    """

    horizon: Horizon
    first: int
    last: int
    due: int
    edges: tuple[dt.date, dt.date] | None
    session: int


def spans_of(table: Services, facts: ServiceFacts, periods: list[PeriodAccount], as_of: dt.date) -> list[PaceSpan]:
    """Return the spans of a service that runs on a day, shortest first; none if it does not run.

    Args:
        table: The services.
        facts: Where and when the service is held.
        periods: All its periods, those to come as well.
        as_of: The day.
    """
    row, first, last = facts.place, facts.start, facts.end
    today = day_number(as_of)
    if not first <= today <= last:
        return []
    session = table.minutes[row] or 0
    firsts, lasts = [period.first for period in periods], [period.last for period in periods]
    due = list(accumulate((period.due for period in periods), initial=0))

    def span(horizon: Horizon, begin: int, finish: int) -> PaceSpan:
        begin, finish = max(begin, first), min(finish, last)
        # Periods follow each other, so those that share a day with the span are neighbours.
        at, end = bisect_left(lasts, date_of(begin)), bisect_right(firsts, date_of(finish))
        edges = (firsts[at], firsts[end - 1]) if at < end else None
        return PaceSpan(horizon, begin, finish, due[max(at, end)] - due[at], edges, session)

    spans = [span("period", day_number(p.first), day_number(p.last)) for p in periods if p.first <= as_of < p.last]
    term = facts.calendar.term_of("esy" if facts.esy else "year", today)
    if term is not None and table.per[row] != "iep":
        spans.append(span("year", term.start, term.end))
    whole = span("iep", first, last)
    if not spans or (spans[-1].first, spans[-1].last) != (whole.first, whole.last):
        spans.append(whole)
    return spans
