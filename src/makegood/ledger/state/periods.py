"""The periods of many services at once: services that share a grid share its periods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from makegood import calendars
from makegood.calendars import SchoolCalendar, date_of, day_number, monday_of, periods_of
from makegood.ledger.coding.book import counted_by
from makegood.ledger.coding.weighed import WEEKS_AND_MONTHS
from makegood.ledger.columns import Day, Period

Array = np.ndarray[Any, np.dtype[Any]]
_WEEK = 7
_MONTHS = 12


@dataclass(slots=True)
class Grids:
    """Grids of periods, laid one after the other as the services ask for them.

    Attributes:
        days: The calendars' counts of days, by the columns of `Day`, one calendar after the other.
        parts: What was laid out, by the columns of `Period`.
    """

    calendars: Sequence[SchoolCalendar]
    days: Array
    low: int
    high: int
    parts: list[Array] = field(default_factory=list)
    size: int = 0

    def add(self, calendar: int, per: str, first: Array, last: Array, *, esy: bool) -> int:
        """Lay out periods of a calendar; return where they begin."""
        begin = self.size
        served = self._count(calendar, counted_by(per == "cycle", esy), first, last)
        whole = served
        if per in WEEKS_AND_MONTHS:
            weekdays = np.busday_count(first.astype("datetime64[D]"), (last + 1).astype("datetime64[D]"))
            whole = np.where(2 * served < weekdays, weekdays, served)
        school = self._count(calendar, Day.school_esy if esy else Day.school_year, first, last)
        self.parts.append(np.stack([first, last, whole, served, school]).astype(np.int32))
        self.size += len(first)
        return begin

    def whole(self) -> Array:
        """Return all that was laid out."""
        return np.concatenate([np.empty((len(Period), 0), np.int32), *self.parts], axis=1)

    def _count(self, calendar: int, what: int, first: Array, last: Array) -> Array:
        """Count days of a kind in each of many periods."""
        known = self.calendars[calendar]
        begin = sum(len(other.school) for other in self.calendars[:calendar])
        size = len(known.school) - 1
        sums = self.days[what, begin : begin + size + 1]
        low, high = np.clip(first - known.first, 0, size), np.clip(last + 1 - known.first, 0, size)
        counted: Array = sums[high] - sums[low]
        return counted


@dataclass(frozen=True, slots=True)
class Promises:
    """What the periods of services depend on, as arrays of one length."""

    calendar: Array
    per: list[str]  # per code: the word
    per_code: Array
    every: Array
    esy: Array
    start: Array
    end: Array

    def counted(self) -> Array:
        """Return for each service the column of days that its promise is shared over."""
        by_cycle = np.array([per == "cycle" for per in self.per], bool)[self.per_code]
        counted: Array = np.where(by_cycle, self.school(), np.where(self.esy, Day.esy, Day.year)).astype(np.int32)
        return counted

    def school(self) -> Array:
        """Return for each service the column of its school days."""
        school: Array = np.where(self.esy, Day.school_esy, Day.school_year).astype(np.int32)
        return school


def lay_out(promises: Promises, grids: Grids) -> tuple[Array, Array]:
    """Return where each service's periods begin and end among all that were laid out."""
    begin = np.zeros(len(promises.start), np.int32)
    end = np.zeros(len(promises.start), np.int32)
    fields = (promises.calendar, promises.per_code, promises.every, promises.esy, _phase(promises))
    for key, mine in _alike(fields):
        per, esy = promises.per[key[1]], bool(key[3])
        start, stop = promises.start[mine], promises.end[mine]
        if per == "iep":
            at = grids.add(key[0], per, start, stop, esy=esy)
            begin[mine] = at + np.arange(len(mine))
            end[mine] = begin[mine] + (stop >= start)
            continue
        periods = _grid(grids, key, per)
        first = np.array([period.first for period in periods], np.int32)
        last = np.array([period.last for period in periods], np.int32)
        at = grids.add(key[0], per, first, last, esy=esy)
        begin[mine] = at + np.searchsorted(last, start, side="left")
        end[mine] = np.maximum(at + np.searchsorted(first, stop, side="right"), begin[mine])
    return begin, end


def _alike(fields: Sequence[Array]) -> Iterator[tuple[list[int], Array]]:
    """Yield each combination of values that occurs, and the rows that have it."""
    spans = [int(field.max(initial=0)) + 1 for field in fields]
    keys = np.zeros(len(fields[0]), np.int64)
    for values, span in zip(fields, spans, strict=True):
        keys = keys * span + values
    order = np.argsort(keys, kind="stable")
    changes = np.flatnonzero(np.diff(keys[order])) + 1
    for rows in np.split(order, changes) if len(order) else ():
        yield [int(values[rows[0]]) for values in fields], rows


def _phase(promises: Promises) -> Array:
    """Return which of the possible grids of blocks a service's start chooses."""
    phase = np.zeros(len(promises.start), np.int32)
    for code, per in enumerate(promises.per):
        mine = np.flatnonzero((promises.per_code == code) & (promises.every > 1))
        start, every = promises.start[mine], promises.every[mine]
        if per == "week":
            phase[mine] = ((start + 3) // _WEEK) % every
        elif per == "month":
            months = start.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)
            phase[mine] = months % every
    return phase


def _grid(grids: Grids, key: list[int], per: str) -> list[calendars.Period]:
    """Return all periods of a kind from the lowest to the highest day that any service has."""
    calendar, _, every, esy, phase = key
    low = grids.low
    if per == "week" and every > 1:
        low = monday_of(low)
        while ((low + 3) // _WEEK) % every != phase:
            low -= _WEEK
    elif per == "month" and every > 1:
        day = date_of(low).replace(day=1)
        while (day.year * _MONTHS + day.month - 1 - 1970 * _MONTHS) % every != phase:
            day = date_of(day_number(day) - 1).replace(day=1)
        low = day_number(day)
    return periods_of(grids.calendars[calendar], per, every, low, grids.high, esy=bool(esy))
