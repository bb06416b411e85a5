"""The spans that a pace is counted for: the current period, the school year, the service's own dates."""

from typing import NamedTuple

from makegood.ledger.period_table import PeriodTable
from makegood.log import ServiceFacts
from makegood.records import Services
from makegood.statements.pace.pace import Horizon


class PaceSpan(NamedTuple):
    """A span of one service, first to last (day numbers), inside the service's own dates.

    Attributes:
        due: Minutes due in it.
        edges: The first days of its first and last period (day numbers); None if it has none.
        session: Minutes of one session as the service says.
    """

    horizon: Horizon
    first: int
    last: int
    due: int
    edges: tuple[int, int] | None
    session: int


def spans_of(table: Services, facts: ServiceFacts, periods: PeriodTable, today: int) -> list[PaceSpan]:
    """Return the spans of a service that runs on a day, shortest first; none if it does not run.

    Args:
        table: The services.
        facts: Where and when the service is held.
        periods: All periods, those to come as well.
        today: The day (a day number).
    """
    row, first, last = facts.place, facts.start, facts.end
    if not first <= today <= last:
        return []
    id_, session = table.service_id[row], table.minutes[row] or 0

    def span(horizon: Horizon, begin: int, finish: int) -> PaceSpan:
        begin, finish = max(begin, first), min(finish, last)
        inside = periods.touching(id_, begin, finish)
        edges = (periods.first[inside[0]], periods.first[inside[-1]]) if inside else None
        return PaceSpan(horizon, begin, finish, periods.due_in(inside), edges, session)

    spans = [span("period", periods.first[at], periods.last[at]) for at in periods.running(id_, today)]
    term = facts.calendar.term_of("esy" if facts.esy else "year", today)
    if term is not None and table.per[row] != "iep":
        spans.append(span("year", term.start, term.end))
    whole = span("iep", first, last)
    if not spans or (spans[-1].first, spans[-1].last) != (whole.first, whole.last):
        spans.append(whole)
    return spans
