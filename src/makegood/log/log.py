"""What the rows of the log say: which count, of what kind, how long planned, in whose dates, for what reason."""

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Final

from makegood.calendars import day_number
from makegood.log.absences import Absences
from makegood.log.corrections import Corrections, corrections_of
from makegood.log.differences import Differences
from makegood.log.kinds import kinds_of
from makegood.log.planned import PlannedLengths
from makegood.log.reasons import LocalCodes, ReasonRead, ReasonReader
from makegood.log.regular import RegularSessions
from makegood.log.services import ServiceFacts, ServicesOfRecords
from makegood.log.slots import Slots
from makegood.records import Records, Sessions
from makegood.terms.accounts import SessionKind
from makegood.terms.reasons import OTHER

if TYPE_CHECKING:
    from makegood.log.columns import Columns
    from makegood.log.sieve import Mask, Sieve

LARGE: Final = 10_000
"""So many rows are worth the time that it takes to load what asks all of them at once."""
NO_REASON: Final = ReasonRead(OTHER, None)
"""What a row says that gives no reason, where the tables of absences give none either."""


class Log:
    """The log of a folder of records as of a day: the one home for what its rows say.

    Rows of tables are asked for by their place in the table.
    """

    def __init__(
        self,
        records: Records,
        as_of: dt.date | None = None,
        *,
        local_codes: LocalCodes | None = None,
        every: Sessions | None = None,
    ) -> None:
        """Take the records; what is asked for is worked out once, from no more columns than it needs.

        Args:
            records: A folder of records, without errors in the cells that are asked about.
            as_of: The last day whose rows count; None for all.
            local_codes: How policies read a district's own codes for reasons; None where none are known.
            every: All rows of the log, if the records leave some out that could not be read.
        """
        self.records = records
        self.as_of = as_of
        self.services = records.once(ServicesOfRecords)
        self._local_codes = local_codes
        self._every = every

    @cached_property
    def corrections(self) -> Corrections:
        """Which rows took the place of which."""
        return corrections_of(self.records.sessions, self._every)

    @cached_property
    def slots(self) -> Slots:
        """The slots of the schedule."""
        return self.records.once(Slots)

    @cached_property
    def read_reason(self) -> ReasonReader:
        """What words for reasons stand for."""
        return ReasonReader(self._local_codes, self.services.policy_ids)

    @cached_property
    def days(self) -> list[int]:
        """For each session, its day number."""
        if self.is_large:
            return self.columns.every_day
        sessions = self.records.sessions
        known = {day: day_number(day) for day in sessions.different("date")}
        return list(map(known.__getitem__, sessions.date))

    @cached_property
    def counts(self) -> list[bool]:
        """For each session, whether it counts: no other row took its place, and it is not after the as-of date."""
        replaced = self.corrections.counts
        if self.as_of is None:
            return replaced
        if self.is_large:
            return self.columns.counts
        last = day_number(self.as_of)
        return [kept and day <= last for kept, day in zip(replaced, self.days, strict=True)]

    @cached_property
    def counting(self) -> list[int]:
        """The places of the sessions that count."""
        return list(compress(range(len(self.counts)), self.counts))

    @cached_property
    def kinds(self) -> list[SessionKind]:
        """For each session, its kind."""
        return kinds_of(self.records.sessions)

    @cached_property
    def service_of(self) -> list[int]:
        """For each session, the place of its service."""
        if self.is_large:
            return self.columns.service_of
        places = self.records.services.index()
        return list(map(places.__getitem__, self.records.sessions.service_id))

    @property
    def is_large(self) -> bool:
        """Whether the log has so many rows that all are asked at once what a question may be about."""
        return len(self.records.sessions) >= LARGE

    def that_may(self, sieve: "Callable[[Sieve], Mask]") -> Sequence[int]:
        """Return the places of the sessions that count and that a question may be about, in the order of the table.

        Args:
            sieve: Tells of all rows of a large log at once which may be meant. Of a small log, all that count are.
        """
        if not self.is_large:
            return self.counting
        return self.sieve.places(sieve(self.sieve))

    @cached_property
    def sieve(self) -> "Sieve":
        """The rows of a large log, to be asked about all at once."""
        from makegood.log.sieve import Sieve  # noqa: PLC0415 - numpy takes a tenth of a second to load

        return Sieve(self)

    @cached_property
    def columns(self) -> "Columns":
        """The rows of a large log, to be asked for what they say all at once."""
        from makegood.log.columns import Columns  # noqa: PLC0415 - numpy takes a tenth of a second to load

        return Columns(self)

    def owner(self, place: int) -> tuple[str, str]:
        """Return the student and service type of a session, as they are written."""
        services, service = self.records.services, self.service_of[place]
        return services.student_id[service], services.service_type[service]

    @cached_property
    def kept_of(self) -> Mapping[int, list[int]]:
        """For each service, by its place, the sessions that no other row replaced, by date and session_id."""
        if self.is_large:
            return self.columns.kept_of
        kept, service_of = self.corrections.counts, self.service_of
        found: dict[int, list[int]] = {service: [] for service in compress(service_of, kept)}
        places = sorted(compress(range(len(kept)), kept), key=self.records.sessions.session_id.__getitem__)
        places.sort(key=self.days.__getitem__)
        for place in places:
            found[service_of[place]].append(place)
        return found

    @cached_property
    def sessions_of(self) -> Mapping[int, list[int]]:
        """For each service, by its place, the sessions that count, by date and session_id."""
        if self.is_large:
            return self.columns.sessions_of
        if self.as_of is None:
            return self.kept_of
        last, days = day_number(self.as_of), self.days
        counting = {
            service: places[: bisect_right(places, last, key=days.__getitem__)]
            for service, places in self.kept_of.items()
        }
        return {service: places for service, places in counting.items() if places}

    @cached_property
    def longest(self) -> list[int]:
        """For each service, the most minutes that a regular session gave; 0 if there is none that counts."""
        if self.is_large:
            return self.columns.longest
        delivered, longest = self.records.sessions.minutes_delivered, [0] * len(self.records.services)
        for place in self.counting:
            if self.kinds[place] == "regular":
                service = self.service_of[place]
                longest[service] = max(longest[service], delivered[place])
        return longest

    @cached_property
    def group_sizes(self) -> list[int | None]:
        """For each session, how many students were there: as written, else the rows of its group that count."""
        sessions = self.records.sessions
        groups = Counter(
            id_ for id_, counts in zip(sessions.group_id, self.counts, strict=True) if counts and id_ is not None
        )
        if not groups:
            return sessions.group_size
        pairs = zip(sessions.group_size, sessions.group_id, strict=True)
        return [size if size is not None or id_ is None else groups[id_] or None for size, id_ in pairs]

    @cached_property
    def lengths(self) -> PlannedLengths:
        """How long sessions were planned to last."""
        return PlannedLengths(self)

    @cached_property
    def regular(self) -> RegularSessions:
        """The regular sessions of a service, day by day."""
        return RegularSessions(self)

    @cached_property
    def differences(self) -> Differences:
        """How sessions differed from what the IEP says."""
        return Differences(self.records, self.group_sizes)

    @cached_property
    def absences(self) -> Absences:
        """Who was away when, and why."""
        return Absences(self.records, self.read_reason)

    def facts(self, place: int) -> ServiceFacts | None:
        """Return where and when a session's service is held, or None if that is not known."""
        return self.services.of(self.service_of[place])

    def reason(self, place: int) -> ReasonRead:
        """Return why a session's minutes were missed: as its row says, else as the tables of absences say.

        The tables are asked for a row without a reason that delivered nothing; else it is `other`. A word that nobody
        knows is `other` too: `unknown_reasons` finds it.
        """
        sessions = self.records.sessions
        written = sessions.reason[place]
        if written is None and sessions.minutes_delivered[place] > 0:
            return NO_REASON
        facts = self.facts(place)
        policy_id = facts.policy_id if facts else None
        if written is not None:
            return ReasonRead(self.read_reason(written, policy_id, sessions.date[place]) or OTHER, written)
        student_id, day = self.records.services.student_id[self.service_of[place]], self.days[place]
        found = self.absences.reason(student_id, self.provider_of(place), day, policy_id)
        return NO_REASON if found is None else ReasonRead(found, None, from_absences=True)

    def reasons(self, places: Sequence[int]) -> list[str]:
        """Return why the minutes of each of some sessions were missed."""
        if self.is_large:
            return self.columns.reason_words(places)
        return [self.reason(place).reason for place in places]

    def provider_of(self, place: int) -> str | None:
        """Return who was to give a session: its row's provider, else its slot's, else the service's."""
        own = self.records.sessions.provider_id[place]
        if own is not None:
            return own
        service = self.service_of[place]
        usual, facts = self.records.services.provider_id[service], self.services.of(service)
        slots = self.slots.of(facts) if facts and self.kinds[place] == "regular" else ()
        if all(slot.provider_id in {None, usual} for slot in slots):
            return usual
        slot = self.regular.slot_of_each(service, self.days[place]).get(place)
        return (slot.provider_id if slot else None) or usual
