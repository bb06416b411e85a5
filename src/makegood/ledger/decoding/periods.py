"""The accounts of periods that the fold wrote, with dates and ids."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from makegood.calendars import date_of
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import Count, Out, Period, PeriodSums, columns_of
from makegood.ledger.decoding.grid import lists
from makegood.ledger.period_table import PeriodTable
from makegood.ledger.result import PeriodAccount
from makegood.ledger.run import listed
from makegood.records.rows import rows_from


def periods_of(coded: CodedBook, out: Out) -> Iterator[PeriodAccount]:
    """Yield the account of each period of each service."""
    columns = lists(out.period_sums, PeriodSums, out.counts[Count.period_sums])
    services, periods = columns.pop("service"), columns.pop("period")
    ids = coded.roster.records.services.service_id
    id_of = [ids[facts.place] for facts in coded.roster.services]
    firsts, lasts = ([date_of(day) for day in coded.periods.columns[edge]] for edge in (Period.first, Period.last))
    cells: dict[str, Iterable[Any]] = {
        **columns,
        "service_id": map(id_of.__getitem__, services),
        "first": map(firsts.__getitem__, periods),
        "last": map(lasts.__getitem__, periods),
    }
    return rows_from(PeriodAccount, cells)


def period_table(coded: CodedBook, out: Out) -> PeriodTable:
    """Return the accounts of all periods as columns, by service."""
    sums, count = columns_of(out.period_sums, PeriodSums), out.counts[Count.period_sums]
    service = listed(sums["service"][:count])
    in_order = sorted(service)
    order = None if service == in_order else sorted(range(len(service)), key=service.__getitem__)

    def column(name: str) -> list[int]:
        cells = listed(sums[name][:count])
        return cells if order is None else [cells[at] for at in order]

    period = column("period")
    services, ids = coded.roster.services, coded.roster.records.services.service_id
    begins = (bisect_left(in_order, at) for at in range(len(services) + 1))
    firsts, lasts = (coded.periods.columns[edge] for edge in (Period.first, Period.last))
    return PeriodTable(
        of_service={ids[facts.place]: span for facts, span in zip(services, pairwise(begins), strict=True)},
        first=list(map(firsts.__getitem__, period)),
        last=list(map(lasts.__getitem__, period)),
        column=column,
    )
