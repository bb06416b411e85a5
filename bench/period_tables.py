"""The periods of services: those that services alike share, and which of them are each service's own."""

from typing import Any, Final

import numpy as np
import pyarrow as pa
from bench.frames import Array, ints

from makegood.calendars import SchoolCalendar, monday_of, periods_of
from makegood.ledger.coding.book import whole_of

SUMS: Final = ("year", "esy", "school_year", "school_esy")
"""The days that a period counts; a kind's place here is its code, and odd for the esy terms."""


def lay_out(
    calendars: list[SchoolCalendar], calendar: Array, per: Any, counts: Array, services: pa.Table
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Number the periods of services alike, and tell of each service which are its own."""
    start, end, every = (ints(services, name) for name in ("start", "end", "every"))
    size = len(start)
    spread = {name: np.zeros(size, np.int32) for name in ("grid", "low", "high", "since", "until")}
    spread["high"] -= 1  # until told otherwise: no period, and so no day
    spread["until"] -= 1
    alike: dict[tuple[Any, ...], list[int]] = {}
    for at, key in enumerate(zip(calendar.tolist(), per.tolist(), every.tolist(), counts.tolist(), strict=True)):
        alike.setdefault((*key, _phase(key[1], key[2], int(start[at]))), []).append(at)
    periods: dict[str, list[int]] = {"first": [], "last": [], "days": []}
    of_day: dict[str, list[int]] = {"grid": [], "date": [], "number": []}
    for grid, (key, members) in enumerate(_each_iep_alone(alike, start, end)):
        known, mine, base = calendars[key[0]], np.array(members), len(periods["first"])
        found = periods_of(known, key[1], key[2], int(start[mine].min()), int(end[mine].max()), esy=bool(key[3] % 2))
        first, last = (np.array([getattr(span, name) for span in found], np.int32) for name in ("first", "last"))
        sums = getattr(known, SUMS[key[3]])
        for number, span in enumerate(found, base):
            periods["first"].append(span.first)
            periods["last"].append(span.last)
            periods["days"].append(whole_of(key[1], known.count(sums, span.first, span.last), span))
            of_day["date"] += range(span.first, span.last + 1)
            of_day["grid"] += [grid] * (span.last - span.first + 1)
            of_day["number"] += [number] * (span.last - span.first + 1)
        low, high = np.searchsorted(last, start[mine]), np.searchsorted(first, end[mine], side="right") - 1
        has = (low <= high) & (start[mine] <= end[mine])
        mine, low, high = mine[has], low[has], high[has]
        spread["grid"][mine] = grid
        spread["low"][mine], spread["high"][mine] = base + low, base + high
        spread["since"][mine], spread["until"][mine] = first[low], last[high]
    return {"number": range(len(periods["first"])), **periods}, of_day, spread


def _phase(per: str, every: int, start: int) -> int:
    """Return which of the possible blocks of weeks or months a start chooses."""
    if every == 1:
        return 0
    if per == "week":
        return monday_of(start) // 7 % every
    if per == "month":
        return int(np.datetime64(start, "D").astype("datetime64[M]").astype(int)) % every
    return 0


def _each_iep_alone(alike: dict[tuple[Any, ...], list[int]], start: Array, end: Array) -> Any:
    """Yield groups of services that share their periods; a total over the IEP shares its own dates only."""
    for key, members in alike.items():
        if key[1] != "iep":
            yield key, members
            continue
        dates: dict[tuple[int, int], list[int]] = {}
        for at in members:
            dates.setdefault((int(start[at]), int(end[at])), []).append(at)
        yield from ((key, same) for same in dates.values())
