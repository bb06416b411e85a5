"""A day as it is written: two numbers, of which one is the month, and perhaps a year."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final, Literal

from makegood.imports.values.school_years import TURN
from makegood.intake.dates import EARLIEST, LATEST

Order = Literal["month_first", "day_first"]
ORDERS: Final[tuple[Order, ...]] = ("month_first", "day_first")


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it is written.

    Attributes:
        first: The first of two numbers, or the month.
        second: The second, or the day.
        year: The year, or None if it is not written.
        order: Which of the two is the month, or None if the writing does not say.
        week: Whether the whole week of this day is meant.
        until: The last day, where two are written.
        serial: Whether it was a spreadsheet's number of a day.
        weekday: The weekday that is written beside it, Monday being 0.
        numeric: Whether it is written as two numbers, so that the writer's order of day and month matters.
    """

    first: int
    second: int
    year: int | None = None
    order: Order | None = None
    week: bool = False
    until: "Written | None" = None
    serial: bool = False
    weekday: int | None = None
    numeric: bool = False

    def on(self, order: Order | None, start_year: int | None) -> dt.date | None:
        """Return the day.

        Args:
            order: What numbers without a sign of their own mean; None: nothing.
            start_year: The year in which the school year begins, for days without a year; None: not known.

        Returns:
            The day, or None if the order or the year is not known, or if there is no such day.
        """
        meant = self.order or order
        if meant is None and self.first == self.second:
            meant = "month_first"
        if meant is None:
            return None
        month, day = (self.first, self.second) if meant == "month_first" else (self.second, self.first)
        year = self.year
        if year is None:
            if start_year is None:
                return None
            year = start_year + (month < TURN)
        try:
            found = dt.date(year, month, day)
        except ValueError:
            return None
        return found if EARLIEST <= found.year <= LATEST else None


def sound(day: Written) -> Written | None:
    """Return the day with its order, where only one gives a day; None if neither order gives a day."""
    year = day.year or 2024
    orders = [order for order in ORDERS if replace(day, order=order, year=year).on(None, None) is not None]
    if day.order is not None:
        return day if day.order in orders else None
    if len(orders) == 1:
        return replace(day, order=orders[0])
    return day if orders else None
