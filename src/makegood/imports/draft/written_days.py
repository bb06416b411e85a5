"""How the days of a column are written: whether the month or the day comes first, and of which school year they are."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.mapping import OPEN
from makegood.imports.values.school_years import school_year_in, start_year_of, year_in_words
from makegood.imports.values.written import ORDERS, Order, Written

_SATURDAY: Final = 5
_SURE_WEEKENDS: Final = 2
"""This many days on a weekend show that the other order was meant."""


def order_of(days: Sequence[Written], desk: Desk, where: Place) -> Order | None:
    """Return whether the month or the day comes first in a column of days; asked if the days do not tell."""
    given = desk.mapping.dates.order
    numeric = [each for day in days for each in (day, day.until) if each is not None and each.numeric]
    orders = {day.order for day in numeric if day.order}
    open_days = [day for day in numeric if day.order is None and day.first != day.second]
    if given in ORDERS:
        return "month_first" if given == "month_first" else "day_first"
    if len(orders) == 1:
        return next(iter(orders))
    if not open_days:
        return None
    by_weekend = None if orders else _order_by_weekends(open_days, desk)
    if by_weekend:
        other = "day" if by_weekend == "month_first" else "month"
        desk.assume(
            f"In dates such as {_shown(open_days[0])} the {by_weekend.partition('_')[0]} comes first: with the "
            f"{other} first, some would fall on a weekend."
        )
        return by_weekend
    _ask_order(open_days[0], desk, where)
    return None


def start_year_of_days(days: Iterable[Written], desk: Desk, where: Place | None) -> int | None:
    """Return the year in which the school year begins, for days without a year; asked if nothing tells.

    Args:
        days: The days of the column.
        desk: Where it is asked.
        where: Where they are written; None: it is not asked.
    """
    given = desk.mapping.dates.school_year
    if given and given != OPEN:
        return school_year_in(given)
    all_days = list(days)
    if desk.school_year is not None:
        if desk.year_of_another_file and any(day.year is None for day in all_days):
            year = year_in_words(desk.school_year)
            desk.assume(f"Dates without a year are of the school year {year}, which another file names.")
        return desk.school_year
    years = {start_year_of(found) for day in all_days if day.year and (found := day.on("month_first", None))}
    if len(years) == 1:
        return years.pop()
    lacking = [day for day in all_days if day.year is None]
    if where is not None and lacking:
        _ask_school_year(lacking[0], desk, where)
    return None


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


def _ask_order(day: Written, desk: Desk, where: Place) -> None:
    shown = _shown(day)
    year = start_year_of_days([day], desk, None) or 2026
    likely = []
    for order in ORDERS:
        meant = day.on(order, year)
        words = f"{meant:%B} {meant.day}" if meant else order
        likely.append(Answer(order, f"{order.replace('_', ' ')}: {shown} is {words}"))
    says = f"Is the month or the day first in dates such as {shown}?"
    desk.ask(Question("date_order", shown, says, ("dates", "order"), desk.file, likely=tuple(likely)), where)


def _ask_school_year(day: Written, desk: Desk, where: Place) -> None:
    now = start_year_of(dt.datetime.now(tz=dt.UTC).date())
    likely = tuple(Answer(year_in_words(year), "") for year in (now, now - 1))
    says = f"Which school year are dates such as {_shown(day)} of?"
    key = ("dates", "school_year")
    desk.ask(Question("school_year", _shown(day), says, key, desk.file, likely=likely, any_text=True), where)


def _shown(day: Written) -> str:
    year = f"/{day.year}" if day.year else ""
    return f"{day.first}/{day.second}{year}"
