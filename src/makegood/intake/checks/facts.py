"""What the checks look at, with the look-ups that several of them share."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from makegood.calendars import Calendars, SchoolCalendar, calendars_of, date_of
from makegood.records import Records, Sessions

REGULAR = "regular"
MAKE_UP = "make_up"
COMPENSATORY = "compensatory"


@dataclass(frozen=True)
class Facts:
    """The records as read, before any ledger is drawn from them.

    Attributes:
        records: The tables. While cells were refused, needed cells can be None in them.
        log: The log with every row, also those that a check is not asked about: what corrects what.
        given: The tables that were given at all.
        as_of: The day of the account, if it is known.
        unsure: Tables of which rows or ids could not be read.
    """

    records: Records
    log: Sessions
    given: frozenset[str]
    as_of: dt.date | None = None
    unsure: frozenset[str] = frozenset()

    @cached_property
    def service(self) -> dict[str, int]:
        """The place of each service by its id."""
        return self.records.services.index()

    @cached_property
    def session(self) -> dict[str, int]:
        """The place of each session by its id."""
        return self.records.sessions.index()

    @cached_property
    def service_of(self) -> list[int]:
        """The place of each session's service."""
        return list(map(self.service.__getitem__, self.records.sessions.service_id))

    @cached_property
    def provider(self) -> dict[str, int]:
        """The place of each provider by their id."""
        return self.records.providers.index()

    def base_of(self, provider_id: str) -> str | None:
        """Return the school where a provider is based, if the records say."""
        place = self.provider.get(provider_id)
        return None if place is None else self.records.providers.school_id[place]

    @cached_property
    def school_of(self) -> dict[str, str | None]:
        """Each student's school, by the student's id."""
        return dict(zip(self.records.students.student_id, self.records.students.school_id, strict=True))

    @cached_property
    def award(self) -> dict[str, int]:
        """The place of each award by its id."""
        return self.records.awards.index()

    @cached_property
    def kinds(self) -> list[str]:
        """Each session's kind: as written, else what its links make it (ledger.md, 1)."""
        log = self.records.sessions
        return [
            kind or (MAKE_UP if makeup_for else COMPENSATORY if award else REGULAR)
            for kind, makeup_for, award in zip(log.kind, log.makeup_for, log.award_id, strict=True)
        ]

    @cached_property
    def replaced(self) -> dict[str, str]:
        """By the id of each session that was corrected, the id of the row in its place."""
        # A row that cannot be read still takes the place of the one that it names.
        rows = zip(self.log.session_id, self.log.corrects, strict=True)
        return {old: new for new, old in rows if old is not None and new is not None}

    @cached_property
    def counting(self) -> list[int]:
        """The places of the sessions that no correction replaced."""
        return [at for at, id_ in enumerate(self.records.sessions.session_id) if id_ not in self.replaced]

    def last(self, session_id: str) -> int | None:
        """Return the place of the row that stands for a session now: corrections followed."""
        seen = set()
        while session_id in self.replaced and session_id not in seen:
            seen.add(session_id)
            session_id = self.replaced[session_id]
        return self.session.get(session_id)

    @cached_property
    def calendars(self) -> Calendars:
        """Which calendar each student keeps."""
        return calendars_of(self.records)

    @cached_property
    def _kept(self) -> dict[str, SchoolCalendar | None]:
        return {}

    def calendar_of(self, student_id: str) -> SchoolCalendar | None:
        """Return a student's calendar, looked up once."""
        if student_id not in self._kept:
            self._kept[student_id] = self.calendars.of_student(student_id)
        return self._kept[student_id]

    def calendar_of_service(self, place: int) -> SchoolCalendar | None:
        """Return the calendar that a service's student keeps."""
        return self.calendar_of(self.records.services.student_id[place])

    def dates_of(self, place: int) -> tuple[dt.date, dt.date] | None:
        """Return a service's first and last day; blank ones are those of the `year` terms."""
        services, calendar = self.records.services, self.calendar_of_service(place)
        years = [term for term in calendar.terms if term.kind == "year"] if calendar else []
        start = services.start[place] or (date_of(years[0].start) if years else None)
        end = services.end[place] or (date_of(max(t.end for t in years)) if years else None)
        return (start, end) if start and end else None

    def owner(self, session: int) -> tuple[str, str]:
        """Return the student and service type of a session, by its place."""
        services, place = self.records.services, self.service_of[session]
        return services.student_id[place], services.service_type[place]
