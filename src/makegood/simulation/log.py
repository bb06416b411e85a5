"""The log of a simulated bucket: what was held, what was missed and why, what was made up."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from makegood.ledger.columns import COMPENSATORY, DIFFERENT, MAKE_UP
from makegood.simulation.promises import TYPES, Promises
from makegood.simulation.year import END, START, Year
from makegood.terms.reasons import PARTY_OF, REASONS

Array = np.ndarray[Any, np.dtype[Any]]

_CAUSES: Final = (
    ("student_absent", 0.045), ("provider_absent", 0.03), ("school_activity", 0.015), ("assessment", 0.008),
    ("provider_other_duty", 0.014), ("student_refused", 0.004), ("no_space_or_equipment", 0.003),
    ("not_released_by_teacher", 0.003),
)  # fmt: skip
"""How often a planned session is missed, by reason. Made up: no breakdown has been published."""

_UNLOGGED, _SHORT, _EXTRA, _DIFFERENT, _VACANT = 0.02, 0.03, 0.01, 0.02, 0.03
_MADE_UP, _LINKED = 0.45, 0.6
_OWING: Final = np.array([PARTY_OF[reason] in {"provider", "district", "school"} for reason in REASONS])
_AWARDED, _AWARD_SESSIONS, _AWARD_MINUTES = 0.004, 8, 30
_OTHER: Final = REASONS.index("other")


@dataclass(slots=True)
class Rows:
    """Rows of a log before they are in order; `names` is the row that a make-up names, or -1."""

    service: Array
    day: Array
    delivered: Array
    planned: Array
    reason: Array
    mark: Array
    names: Array


def held(promises: Promises, years: list[Year], rng: np.random.Generator) -> Rows:
    """Draw what became of each session in the schedule."""
    service, day, closed = _scheduled(promises, years, rng)
    keep = rng.random(len(service)) >= _UNLOGGED
    service, day, closed = service[keep], day[keep], closed[keep]
    size = len(service)
    planned = promises.planned[service]
    draw = rng.random(size, np.float32)
    reason = np.full(size, _OTHER, np.int32)
    missed = np.zeros(size, bool)
    upto = 0.0
    for name, share in _CAUSES:
        hit = (draw >= upto) & (draw < upto + share)
        reason[hit], missed[hit] = REASONS.index(name), True
        upto += share
    for hit, name in ((_vacant(promises, service, day, rng), "vacancy"), (closed != 0, "weather_closure")):
        reason[hit], missed[hit] = REASONS.index(name), True
    short = ~missed & (draw > 1 - _SHORT)
    reason[short] = REASONS.index("student_late")
    longer = ~missed & ~short & (draw > 1 - _SHORT - _EXTRA)
    delivered = np.where(missed, 0, planned - np.where(short, 5, 0) + np.where(longer, 5, 0))
    mark = np.where(~missed & (rng.random(size, np.float32) < _DIFFERENT), DIFFERENT, 0)
    none = np.full(size, -1, np.int32)
    return Rows(service, day, delivered.astype(np.int32), planned, reason, mark.astype(np.int32), none)


def make_ups(rows: Rows, promises: Promises, years: list[Year], rng: np.random.Generator) -> Rows:
    """Draw make-ups of some of the misses, days or weeks after them."""
    gap = rows.planned - rows.delivered
    chosen = np.flatnonzero((gap > 0) & _OWING[rows.reason])
    chosen = chosen[rng.random(len(chosen)) < _MADE_UP]
    calendar = promises.student_calendar[promises.student[rows.service[chosen]]]
    day = rows.day[chosen] + rng.integers(2, 35, len(chosen)).astype(np.int32)
    for place, year in enumerate(years):
        mine = calendar == place
        at = np.minimum(np.searchsorted(year.school, day[mine]), len(year.school) - 1)
        day[mine] = year.school[at]
    linked = rng.random(len(chosen)) < _LINKED
    size = len(chosen)
    return Rows(
        rows.service[chosen], day, gap[chosen], gap[chosen], np.full(size, _OTHER, np.int32),
        np.full(size, MAKE_UP, np.int32), np.where(linked, chosen, -1).astype(np.int32),
    )  # fmt: skip


def compensatory(promises: Promises, rng: np.random.Generator) -> tuple[Rows, Array]:
    """Draw awards for a few services, and sessions that fill them; return the awarded services too."""
    awarded = np.flatnonzero(rng.random(len(promises.student)) < _AWARDED).astype(np.int32)
    # One award a student keeps the awards in the order of their students.
    _, first = np.unique(promises.student[awarded], return_index=True)
    awarded = awarded[first]
    service = np.repeat(awarded, _AWARD_SESSIONS)
    size = len(service)
    minutes = np.full(size, _AWARD_MINUTES, np.int32)
    rows = Rows(
        service, rng.integers(START + 60, END - 5, size).astype(np.int32), minutes, minutes,
        np.full(size, _OTHER, np.int32), np.full(size, COMPENSATORY, np.int32),
        np.repeat(np.arange(len(awarded), dtype=np.int32), _AWARD_SESSIONS),
    )  # fmt: skip
    return rows, awarded


def _scheduled(promises: Promises, years: list[Year], rng: np.random.Generator) -> tuple[Array, Array, Array]:
    """Lay each service's weekly slots over its calendar's days."""
    size = len(promises.student)
    first_weekday = rng.integers(0, 5, size)
    calendar = promises.student_calendar[promises.student]
    parts: list[tuple[Array, Array, Array]] = []
    for place, year in enumerate(years):
        weekday = (year.planned + 3) % 7
        for weekly in np.unique(promises.weekly):
            for first in range(5):
                mine = np.flatnonzero((calendar == place) & (promises.weekly == weekly) & (first_weekday == first))
                slots = [(first + 5 * n // weekly) % 5 for n in range(weekly)]
                on = np.isin(weekday, slots)
                parts.append(_spread(mine, promises, year.planned[on], year.closed[on]))
    service, day, closed = (np.concatenate(column) for column in zip(*parts, strict=True))
    return service, day, closed


def _spread(mine: Array, promises: Promises, days: Array, closed: Array) -> tuple[Array, Array, Array]:
    low = np.searchsorted(days, promises.start[mine])
    high = np.searchsorted(days, promises.end[mine], side="right")
    count = np.maximum(high - low, 0)
    begin = np.cumsum(count) - count
    at = np.arange(count.sum()) - np.repeat(begin - low, count)
    return np.repeat(mine, count).astype(np.int32), days[at], closed[at]


def _vacant(promises: Promises, service: Array, day: Array, rng: np.random.Generator) -> Array:
    """Return the sessions that fall into a vacancy of their school and service type."""
    schools, types = int(promises.student_school.max()) + 1, len(TYPES)
    has = rng.random((schools, types)) < _VACANT
    first = rng.integers(START, END - 60, (schools, types))
    length = rng.integers(20, 90, (schools, types))
    school, type_ = promises.student_school[promises.student[service]], promises.type[service]
    since = first[school, type_]
    vacant: Array = has[school, type_] & (day >= since) & (day < since + length[school, type_])
    return vacant
