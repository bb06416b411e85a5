"""Whether the month or the day comes first in days such as 3/4: what decides it for a column, a file, an import.

The nearest that decides holds: what the mapping says, the days of the column itself, those of the whole file, weekends,
and last the other files that were brought in with it from the same system. Only where none does, it is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import text_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.written_days import start_year_of_days
from makegood.imports.look import Look
from makegood.imports.mapping import Mapping
from makegood.imports.values.dates import written_day
from makegood.imports.values.lines import dated_line
from makegood.imports.values.written import ORDERS, Order, Written

_SATURDAY: Final = 5
_SURE_WEEKENDS: Final = 2
"""This many days on a weekend show that the other order was meant."""
_DAYS: Final = frozenset({"date", "week", "start", "end", "date_of_birth", "entered_at"})
"""What the columns mean that hold days."""
_LINES: Final = frozenset({"notes", "calendar"})
"""Sheets whose lines may begin or end with a day."""


def order_of(days: Sequence[Written], desk: Desk, where: Place) -> Order | None:
    """Return whether the month or the day comes first in a column of days; asked if nothing decides it.

    None also where no day of the column needs it.
    """
    given = _given(desk.mapping)
    if given is not None:
        return given
    numeric = list(_numeric(days))
    orders = {day.order for day in numeric if day.order}
    open_days = [day for day in numeric if day.order is None and day.first != day.second]
    if len(orders) == 1:
        return next(iter(orders))
    if not open_days:
        return None
    if not orders and (found := _order_elsewhere(open_days, desk)):
        return found
    _ask(open_days[0], desk, where)
    return None


def order_of_file(looks: Iterable[Look], mapping: Mapping) -> Order | None:
    """Return the order that a file's mapping names, or that all days of its columns have; None if nothing decides."""
    given = _given(mapping)
    if given is not None:
        return given
    orders = {day.order for look in looks for day in _numeric(_days_of(look)) if day.order}
    return orders.pop() if len(orders) == 1 else None


def _given(mapping: Mapping) -> Order | None:
    return next((order for order in ORDERS if order == mapping.dates.order), None)


def _numeric(days: Iterable[Written]) -> Iterator[Written]:
    return (each for day in days for each in (day, day.until) if each is not None and each.numeric)


def _days_of(look: Look) -> Iterator[Written]:
    """Yield the days of a sheet's columns and headings; where it has no columns of days, those of its lines."""
    sheet = look.sheet
    for block in look.blocks:
        yield from (column.day for column in block.days)
        places = [column.place for column in block.columns if column.meaning in _DAYS]
        cells = (sheet.cell(row, place) for row in block.below for place in places)
        yield from (day for cell in cells if (day := written_day(cell, numbers=True)))
        if not places and look.shape in _LINES:
            lines = (" ".join(text_of(cell) for cell in cells if cell is not None) for cells in sheet.rows)
            yield from (read.day for line in lines if line and (read := dated_line(line)))


def _order_elsewhere(days: Sequence[Written], desk: Desk) -> Order | None:
    """Return the order that the days beside a column decide, which could be read both ways themselves."""
    if desk.date_order is not None:
        return desk.date_order
    by_weekend = _order_by_weekends(days, desk)
    order = by_weekend or desk.date_order_of_others
    if order is None:
        return None
    shown, (first, other) = _shown(days[0]), ("month", "day") if order == "month_first" else ("day", "month")
    if by_weekend:
        desk.assume(
            f"In dates such as {shown} the {first} comes first: with the {other} first, some would fall on a weekend."
        )
    else:
        desk.assume(f"In dates such as {shown} the {first} comes first: as in the other files of this import.")
    return order


def _order_by_weekends(days: Sequence[Written], desk: Desk) -> Order | None:
    """Return the order by which no day is on a weekend, where by the other one several are."""
    fallen = {order: _on_weekends(days, order, desk) for order in ORDERS}
    for order, other in (ORDERS, ORDERS[::-1]):
        if fallen[order] == 0 and fallen[other] >= _SURE_WEEKENDS:
            return order
    return None


def _on_weekends(days: Sequence[Written], order: Order, desk: Desk) -> int:
    found = (day.on(order, start_year_of_days(days, desk, None)) for day in days)
    return sum(day is not None and day.weekday() >= _SATURDAY for day in found)


def _ask(day: Written, desk: Desk, where: Place) -> None:
    shown = _shown(day)
    year = start_year_of_days([day], desk, None) or 2026
    likely = []
    for order in ORDERS:
        meant = day.on(order, year)
        words = f"{meant:%B} {meant.day}" if meant else order
        likely.append(Answer(order, f"{order.replace('_', ' ')}: {shown} is {words}"))
    says = f"Is the month or the day first in dates such as {shown}?"
    desk.ask(Question("date_order", shown, says, ("dates", "order"), desk.file, likely=tuple(likely)), where)


def _shown(day: Written) -> str:
    year = f"/{day.year}" if day.year else ""
    return f"{day.first}/{day.second}{year}"
