"""Which rows of a large log a question can be about: all rows asked at once, so that few are looked at one by one.

A sieve lets through every row that the question is about, and perhaps some that it is not about.
"""

import datetime as dt
from collections.abc import Callable, Collection, Hashable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from makegood.calendars import date_of, day_number
from makegood.records import ProviderAbsences, StudentAbsences
from makegood.records.coded import Coded

if TYPE_CHECKING:
    from makegood.log.log import Log

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]

_BLANK: Final = -1
_EVER: Final = 1_000_000_000
"""More than any day number and any number of minutes."""
_DAY: Final = 24 * 60


class Sieve:
    """The columns of a log as arrays, and the rows that questions can be about."""

    def __init__(self, log: "Log") -> None:
        """Take the log; its columns are looked up when they are asked for."""
        self._log = log
        self._sessions = log.records.sessions

    def column(self, name: str) -> Coded:
        """Return a column of the sessions as its different cells and which row has which."""
        return self._sessions.as_coded(name)

    def filled(self, name: str) -> Mask:
        """Return which rows have something in a column."""
        mask = np.zeros(len(self._sessions), np.bool_)
        mask[self._sessions.filled(name)] = True
        return mask

    def places(self, mask: Mask) -> list[int]:
        """Return the places of the rows of a mask that count, in their order."""
        found: list[int] = np.flatnonzero(self.counts & mask).tolist()
        return found

    @cached_property
    def counts(self) -> Mask:
        """Which rows count."""
        kept = np.fromiter(self._log.corrections.counts, np.bool_, len(self._sessions))
        return kept if self._log.as_of is None else kept & (self.day <= day_number(self._log.as_of))

    @cached_property
    def regular(self) -> Mask:
        """Which rows are regular sessions."""
        mask = ~(self.filled("kind") | self.filled("makeup_for") | self.filled("award_id"))
        for place in self._sessions.filled("kind"):
            mask[place] = self._log.kinds[place] == "regular"
        return mask

    @cached_property
    def service(self) -> NDArray[np.int64]:
        """The place of each row's service."""
        return self.column("service_id").numbers(self._log.records.services.index().__getitem__)

    @cached_property
    def given(self) -> Numbers:
        """The minutes that each row gave."""
        return self.column("minutes_delivered").numbers(int)

    @cached_property
    def start(self) -> Numbers:
        """When each row's session began, in minutes after midnight; -1 if it does not say."""
        return self.minutes("start_time")

    @cached_property
    def day(self) -> Numbers:
        """Each row's day number."""
        return self.column("date").numbers(day_number)

    def of_services(self, number: Callable[[int], int]) -> Numbers:
        """Return for each row what a function says of its service, which it is asked once."""
        return self._by_service(number)[self.service]

    def of(self, services: Collection[int]) -> Mask:
        """Return the rows of services, given by their places."""
        chosen = np.zeros(len(self._log.records.services), np.bool_)
        chosen[list(services)] = True
        return chosen[self.service]

    def outside_dates(self) -> Mask:
        """Return the regular sessions before their service begins or after it ends."""
        dates = self._log.services.dates
        first = self.of_services(lambda place: (dates(place) or (-_EVER, _EVER))[0])
        last = self.of_services(lambda place: (dates(place) or (-_EVER, _EVER))[1])
        return self.regular & ((self.day < first) | (self.day > last))

    def without_school(self) -> Mask:
        """Return the sessions held on a day on which their service's school has no school."""
        calendars = [self._log.services.calendar(place) for place in range(len(self._log.records.services))]
        different = {id(one): one for one in calendars if one is not None}
        number = {key: at for at, key in enumerate(different, start=1)}
        days = self.column("date")
        closed = np.zeros((len(different) + 1, len(days.cells)), np.bool_)
        for at, calendar in enumerate(different.values(), start=1):
            closed[at] = [not calendar.is_school_day(day) for day in days.cells]
        kept = self.of_services(lambda place: number.get(id(calendars[place]), 0))
        return (self.given > 0) & closed[kept, days.codes]

    def away(self) -> Mask:
        """Return the rows of whose student or provider a table of absences has rows, on any day that it names."""
        records, days = self._log.records, self.column("date")
        services, away = records.services, np.zeros(len(self._sessions), np.bool_)
        students, providers = records.student_absences, records.provider_absences
        if len(students):
            names = set(students.student_id)
            mine = self.of_services(lambda place: services.student_id[place] in names) > 0
            away |= mine & days.those(_days_of(students).__contains__)
        if len(providers):
            named = set(providers.provider_id)
            # Where the row names nobody, its slot or its service does.
            theirs = self.column("provider_id").those(lambda id_: id_ is None or id_ in named)
            away |= theirs & days.those(_days_of(providers).__contains__)
        return away

    def alike(self) -> Mask:
        """Return the rows that share service, day and minutes with another, if two may have begun at one time."""
        minutes, days = self.column("minutes_delivered"), self.column("date")
        keys = (self.service * len(days.cells) + days.codes) * len(minutes.cells) + minutes.codes
        places = np.flatnonzero(self.counts)
        places = places[_shared(keys[places])]
        # Rows that all begin at different times are no doubt.
        several, start = keys[places], self.start[places]
        same = _shared(several * (_DAY + 1) + start + 1) | (start < 0)
        mask = np.zeros(len(keys), np.bool_)
        mask[places] = np.isin(several, several[same])
        return mask

    def over(self, most: int, times: int) -> Mask:
        """Return the rows that give more than so many minutes, or than so many times what was planned."""
        least, planned = self._bounds
        return (self.given > most) | ((planned > 0) & (self.given > times * least))

    def short(self) -> Mask:
        """Return the regular sessions without a reason that give fewer minutes than were planned."""
        return self.regular & ~self.filled("reason") & (self._bounds[1] > self.given)

    def of_children_at_once(self) -> Mask:
        """Return all held sessions of a child on a day on which two of them share a minute."""
        students = _numbered(self._log.records.services.student_id)
        return self._at_once(self.of_services(students.__getitem__), np.arange(len(self._sessions)))

    def of_providers_at_once(self, where: Sequence[Hashable]) -> Mask:
        """Return all held sessions of a provider on a day on which two share a minute that are not one group.

        Args:
            where: What services have in common whose sessions are one group if they begin together.
        """
        group, places = self.column("group_id"), _numbered(where)
        most = max(places, default=0) + 1
        unit = np.where(self.filled("group_id"), most + group.codes, self.of_services(places.__getitem__))
        provider = self.column("provider_id")
        number = {cell: _BLANK if cell is None else at for at, cell in enumerate(provider.cells)}
        return self._at_once(provider.numbers(number.__getitem__), unit)

    def _at_once(self, who: NDArray[np.int64], unit: NDArray[np.int64]) -> Mask:
        """Return all held sessions of a person on a day on which two of different units share a minute.

        Args:
            who: A number for each row's person; negative for none.
            unit: A number for what rows that begin together may have in common without being two.
        """
        held = np.flatnonzero(self.counts & (self.start >= 0) & (self.given > 0) & (who >= 0))
        person = who * len(self.column("date").cells) + self.column("date").codes
        begin = person[held] * _DAY + self.start[held]
        order = np.lexsort((unit[held], begin))
        begin, units, end = begin[order], unit[held][order], (begin + self.given[held])[order]
        first = np.flatnonzero(np.diff(begin, prepend=-1) | np.diff(units, prepend=-1))
        if not len(first):
            return np.zeros(len(who), np.bool_)
        last = np.maximum.reduceat(end, first)
        begin, day = begin[first], person[held][order][first]
        clash = day[1:][(begin[1:] < last[:-1]) & (day[1:] == day[:-1])]
        return np.isin(person, clash) if len(clash) else np.zeros(len(who), np.bool_)

    @cached_property
    def _bounds(self) -> tuple[Numbers, Numbers]:
        """Between which lengths each session was planned to last, without looking at its day (`Log.planned`)."""
        services, schedule = self._log.records.services, self._log.records.schedule
        own_length = [services.length(place) for place in range(len(services))]
        short = [_EVER if length is None else length for length in own_length]
        long = [0 if length is None else length for length in own_length]
        for place, minutes in zip(map(services.index().get, schedule.service_id), schedule.minutes, strict=True):
            if place is not None:
                short[place], long[place] = min(short[place], minutes), max(long[place], minutes)
        known = self.of_services(lambda place: own_length[place] is not None) > 0
        shortest, longest = self.of_services(short.__getitem__), self.of_services(long.__getitem__)
        own, given = self.minutes("minutes_planned"), self.given
        says = (own > 0) | ((own == 0) & (given > 0))
        usual = ~known & ((given == 0) | self.filled("reason"))
        least = np.where(known, shortest, np.where(usual, 0, np.minimum(shortest, given)))
        most = np.where(known, longest, np.where(usual, _EVER, np.maximum(longest, given)))
        return np.where(says, own, least), np.where(says, own, most)

    def minutes(self, name: str) -> Numbers:
        """Return a column of minutes; -1 for a blank cell."""
        return self.column(name).numbers(lambda minutes: _BLANK if minutes is None else minutes)

    def _by_service(self, number: Callable[[int], int]) -> Numbers:
        count = len(self._log.records.services)
        return np.fromiter(map(number, range(count)), np.int64, count)


def _days_of(table: StudentAbsences | ProviderAbsences) -> set[dt.date]:
    """Return the days that a table of absences names."""
    spans = {(first, until or first) for first, until in zip(table.date, table.until, strict=True)}
    return {date_of(day) for first, last in spans for day in range(day_number(first), day_number(last) + 1)}


def _shared(keys: Numbers) -> Mask:
    """Return which keys are there twice or more often."""
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(twice):
        return np.zeros(len(keys), np.bool_)
    nearest = np.minimum(np.searchsorted(twice, keys), len(twice) - 1)
    shared: Mask = twice[nearest] == keys
    return shared


def _numbered(cells: Sequence[Hashable]) -> list[int]:
    """Return a number for each cell, the same for those that are alike."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(cell, len(numbers)) for cell in cells]
