"""The periods of many services at once: services that share a grid share its periods."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from makegood.calendars import Period, SchoolCalendar, date_of, day_number, monday_of, periods_of

Array = np.ndarray[Any, np.dtype[np.int32]]
_WEEK = 7
_MONTHS = 12


@dataclass(slots=True)
class Grids:
    """Grids of periods, laid one after the other as the services ask for them."""

    calendars: Sequence[SchoolCalendar]
    low: int
    high: int
    first: list[Array] = field(default_factory=list)
    last: list[Array] = field(default_factory=list)
    size: int = 0

    def add(self, periods: Sequence[Period]) -> tuple[int, Array, Array]:
        """Lay out a grid; return where it begins, and its first and last days."""
        first = np.array([period.first for period in periods], np.int32)
        last = np.array([period.last for period in periods], np.int32)
        return self.add_arrays(first, last), first, last

    def add_arrays(self, first: Array, last: Array) -> int:
        """Lay out periods that are known already; return where they begin."""
        begin = self.size
        self.first.append(first)
        self.last.append(last)
        self.size += len(first)
        return begin


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


def lay_out(promises: Promises, grids: Grids) -> tuple[Array, Array]:
    """Return where each service's periods begin and end among all that were laid out."""
    begin = np.zeros(len(promises.start), np.int32)
    end = np.zeros(len(promises.start), np.int32)
    phase = _phase(promises)
    keys = np.stack([promises.calendar, promises.per_code, promises.every, promises.esy, phase])
    distinct, of = np.unique(keys, axis=1, return_inverse=True)
    for place, key in enumerate(distinct.T.tolist()):
        mine = np.flatnonzero(of.reshape(-1) == place)
        per = promises.per[key[1]]
        start, stop = promises.start[mine], promises.end[mine]
        if per == "iep":
            at = grids.add_arrays(start, stop)
            begin[mine] = at + np.arange(len(mine))
            end[mine] = begin[mine] + (stop >= start)
            continue
        at, first, last = grids.add(_grid(grids, key, per))
        begin[mine] = at + np.searchsorted(last, start, side="left")
        end[mine] = np.maximum(at + np.searchsorted(first, stop, side="right"), begin[mine])
    return begin, end


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


def _grid(grids: Grids, key: list[int], per: str) -> list[Period]:
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
