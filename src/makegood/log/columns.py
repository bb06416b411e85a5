"""What the rows of a large log say, asked of many at once: the answers of `Log`, column by column.

What most rows say in one way is worked out for all of them, and `Log` is asked about each of the others.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from makegood.calendars import day_number
from makegood.log.order import alike, order_of
from makegood.terms.accounts import PLANNED_BY, SESSION_KINDS
from makegood.terms.reasons import OTHER, REASONS

if TYPE_CHECKING:
    from makegood.log.log import Log

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

_REASON: Final = {reason: place for place, reason in enumerate(REASONS)}
_BLANK: Final = -1
_EVER: Final = 1_000_000_000
"""Later than any day number."""


class Columns:
    """The columns of a large log as arrays; sessions are asked for by their places in the table."""

    def __init__(self, log: "Log") -> None:
        """Take the log; its columns are worked out when they are asked for."""
        self._log = log
        self._sieve = log.sieve

    @cached_property
    def kept(self) -> Numbers:
        """The places of the sessions that no other row replaced, by service, date and session_id."""
        kept = np.fromiter(self._log.corrections.counts, np.bool_, len(self._sieve.day))
        places = self._by_id[kept[self._by_id]]
        service, date = self._sieve.service[places], self._sieve.column("date")
        # Of different days there are few, however far apart they are.
        _, nth = np.unique(date.numbers_of_cells(day_number), return_inverse=True)
        return places[order_of(service * len(nth) + nth[date.codes[places]])]

    @cached_property
    def kept_of(self) -> Mapping[int, list[int]]:
        """The same as `Log.kept_of`."""
        return _ByService(self.kept, self._begins(self.kept))

    @cached_property
    def sessions_of(self) -> Mapping[int, list[int]]:
        """The same as `Log.sessions_of`."""
        if self._log.as_of is None:
            return self.kept_of
        places = self.kept[self._sieve.counts[self.kept]]
        return _ByService(places, self._begins(places))

    @cached_property
    def every_day(self) -> list[int]:
        """The same as `Log.days`."""
        days: list[int] = self._sieve.day.tolist()
        return days

    @cached_property
    def counts(self) -> list[bool]:
        """The same as `Log.counts`."""
        counts: list[bool] = self._sieve.counts.tolist()
        return counts

    @cached_property
    def service_of(self) -> list[int]:
        """The same as `Log.service_of`."""
        services: list[int] = self._sieve.service.tolist()
        return services

    @cached_property
    def longest(self) -> list[int]:
        """The same as `Log.longest`."""
        longest, asked = np.zeros(len(self._log.records.services), np.int64), self._sieve.counts & self._sieve.regular
        np.maximum.at(longest, self._sieve.service[asked], self._sieve.given[asked])
        minutes: list[int] = longest.tolist()
        return minutes

    def days_without_regular(self, days_of: Sequence[tuple[int, Collection[int]]]) -> Iterator[tuple[int, int]]:
        """Yield the same as `RegularSessions.days_without`."""
        if not days_of:
            return iter(())
        # Services alike share their days.
        known = {id(days): np.fromiter(days, np.int64, len(days)) for _, days in days_of}
        each = [known[id(days)] for _, days in days_of]
        which = np.repeat(np.arange(len(each)), list(map(len, each)))
        day, service = np.concatenate(each), np.array([service for service, _ in days_of])[which]
        regular = self.kept[(self._sieve.counts & self._sieve.regular)[self.kept]]
        held_by, held_on = self._sieve.service[regular], self._sieve.day[regular]
        first = min(held_on.min(initial=_EVER), day.min(initial=_EVER))
        # A service and a day become one number, so that all are looked up at once.
        days = max(held_on.max(initial=first), day.max(initial=first)) - first + 1
        left = ~np.isin(service * days + day - first, held_by * days + held_on - first)
        return zip(which[left].tolist(), day[left].tolist(), strict=True)

    def planned_minutes(self, places: Sequence[int]) -> list[int]:
        """Return the same as `PlannedLengths.planned_minutes`."""
        minutes: list[int] = self.planned(np.array(places, np.int64))[0].tolist()
        return minutes

    def reason_words(self, places: Sequence[int]) -> list[str]:
        """Return the same as `Log.reasons`."""
        return list(map(REASONS.__getitem__, self.reasons(np.array(places, np.int64))[0].tolist()))

    def services(self, places: Numbers) -> Numbers:
        """Return the places of sessions' services."""
        return self._sieve.service[places]

    def days(self, places: Numbers) -> Numbers:
        """Return the day numbers of sessions."""
        return self._sieve.day[places]

    def given(self, places: Numbers) -> Numbers:
        """Return the minutes that sessions gave."""
        return self._sieve.given[places]

    def ranks(self, places: Numbers) -> Numbers:
        """Return the rank of each of some sessions among them, in the order of their ids."""
        chosen = np.zeros(len(self._by_id), np.bool_)
        chosen[places] = True
        by_id = self._by_id[chosen[self._by_id]]
        ranks = np.zeros(len(self._by_id), np.int64)
        ranks[by_id] = np.arange(len(by_id))
        return ranks[places]

    def planned(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """Return how long sessions were planned to last, and the place in `PLANNED_BY` of what tells it."""
        own = self._sieve.minutes("minutes_planned")[places]
        minutes, by = own.copy(), np.zeros(len(places), np.int64)
        asked = (own < 0) | ((own == 0) & (self._sieve.given[places] == 0))
        of_service = self._lengths_without_slots[self._sieve.service[places]]
        known = asked & (of_service >= 0)
        minutes[known], by[known] = of_service[known], PLANNED_BY.index("service")
        for at in np.flatnonzero(asked & ~known).tolist():
            length = self._log.lengths.planned(int(places[at]))
            minutes[at], by[at] = length.minutes, PLANNED_BY.index(length.by)
        return minutes, by

    def reasons(self, places: Numbers) -> tuple[Numbers, Mask]:
        """Return why sessions' minutes were missed, by places in `REASONS`, and whether nothing gives that reason."""
        asked = self._sieve.filled("reason")[places] | (self._sieve.given[places] == 0)
        reason, silent = np.full(len(places), _REASON[OTHER], np.int64), np.ones(len(places), np.bool_)
        for at in np.flatnonzero(asked).tolist():
            read = self._log.reason(int(places[at]))
            reason[at], silent[at] = _REASON[read.reason], read.is_silent
        return reason, silent

    def kinds(self, places: Numbers) -> Numbers:
        """Return the kinds of sessions, by places in `SESSION_KINDS`."""
        kinds = np.full(len(self._sieve.regular), SESSION_KINDS.index("regular"), np.int64)
        for place in np.flatnonzero(~self._sieve.regular).tolist():
            kinds[place] = SESSION_KINDS.index(self._log.kinds[place])
        return kinds[places]

    def differs(self, places: Numbers) -> Mask:
        """Return whether sessions were given in another way than their services say."""
        sessions, sizes = self._log.records.sessions, self._log.group_sizes
        codes = [self._sieve.column(name).codes for name in ("as_written", "setting") if sessions.filled(name)]
        if self._log.differences.some_may_give:
            codes.append(self._sieve.column("provider_id").codes)
        if sessions.filled("group_size") or sessions.filled("group_id"):
            codes.append(np.fromiter((_BLANK if size is None else size for size in sizes), np.int64, len(sizes)))
        if not codes:
            return np.zeros(len(places), np.bool_)
        # Sessions of one service that are alike are asked about once.
        group = self._sieve.service[places]
        for column in codes:
            own = column[places] - column.min(initial=0)
            first, group = alike(group * (own.max(initial=0) + 1) + own)
        service_of, differs = self._log.service_of, self._log.differences.differs
        told = [differs(place, service_of[place]) for place in places[first].tolist()]
        return np.array(told, np.bool_)[group]

    @cached_property
    def _lengths_without_slots(self) -> Numbers:
        """For each service that has no slots, how long its IEP says that a session is, in minutes; else -1."""
        services, scheduled = self._log.records.services, set(self._log.records.schedule.service_id)
        lengths = (_BLANK if id_ in scheduled else services.length(at) for at, id_ in enumerate(services.service_id))
        return np.fromiter((_BLANK if length is None else length for length in lengths), np.int64, len(services))

    @cached_property
    def _by_id(self) -> Numbers:
        """The places of all sessions, by session_id."""
        ids = self._log.records.sessions.session_id
        if ids == sorted(ids):
            return np.arange(len(ids))
        return np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)

    def _begins(self, places: Numbers) -> Numbers:
        """Return where each service's begin among places that are in the order of services, and one more."""
        return np.searchsorted(self._sieve.service[places], np.arange(len(self._log.records.services) + 1))


class _ByService(Mapping[int, list[int]]):
    """Sessions by service; a service without any is not in it."""

    def __init__(self, places: Numbers, begins: Numbers) -> None:
        """Take the sessions' places, by service; where each service's begin, and one more."""
        self._places: list[int] = places.tolist()
        self._begins: list[int] = begins.tolist()

    def __getitem__(self, service: int) -> list[int]:
        """Return the places of a service's sessions."""
        begin, end = self._begins[service], self._begins[service + 1]
        if begin == end:
            raise KeyError(service)
        return self._places[begin:end]

    def __iter__(self) -> Iterator[int]:
        """Yield the services that have any."""
        return (service for service, (begin, end) in enumerate(pairwise(self._begins)) if begin < end)

    def __len__(self) -> int:
        """Return how many services have any."""
        return sum(1 for _ in self)
