"""Where and when each service is held: its school's calendar and policy, its first and last day."""

from dataclasses import dataclass
from functools import cached_property

from makegood.calendars import Calendars, Period, SchoolCalendar, calendars_of, day_number, periods_of
from makegood.records import Records


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """What holds for one service.

    Attributes:
        place: Its place in the table of services.
        calendar: The calendar of the school at which it is held.
        policy_id: The policy that the records name for it, or None if they name none.
        start: Its first day (a day number), blank dates filled in from its terms.
        end: Its last day.
        esy: Whether it is a service of the `esy` terms.
        by_cycle: Whether it falls due by cycles of school days.
    """

    place: int
    calendar: SchoolCalendar
    policy_id: str | None
    start: int
    end: int
    esy: bool
    by_cycle: bool

    @property
    def term_days(self) -> list[int]:
        """The calendar's sums of the weekdays inside the service's terms."""
        return self.calendar.esy if self.esy else self.calendar.year

    @property
    def school_days(self) -> list[int]:
        """The calendar's sums of the service's school days: those inside its terms, and those added."""
        return self.calendar.school_esy if self.esy else self.calendar.school_year

    @property
    def counted(self) -> list[int]:
        """The calendar's sums of the days that a promise is shared over (W and V): weekdays, or school days."""
        return self.school_days if self.by_cycle else self.term_days

    @property
    def terms_and_calendar(self) -> tuple[int, bool, bool]:
        """What tells apart services whose days differ, for looking such days up once."""
        return id(self.calendar), self.esy, self.by_cycle

    def is_school_day(self, day: int) -> bool:
        """Return whether a day (a day number) is one of the service's school days."""
        return self.calendar.count(self.school_days, day, day) == 1


class ServicesOfRecords:
    """Looks up what holds for the services of a folder of records; each is looked up once."""

    def __init__(self, records: Records) -> None:
        """Take the records; schools and students are looked up when they are asked for."""
        self.records = records
        self._facts: dict[int, ServiceFacts | None] = {}
        self._periods: dict[tuple[object, ...], list[Period]] = {}
        self._dates: dict[int, tuple[int, int] | None] = {}
        self._kept: dict[int, SchoolCalendar | None] = {}
        self._terms: dict[tuple[int, bool], tuple[int, int] | None] = {}

    @cached_property
    def calendars(self) -> Calendars:
        """Which calendar each student keeps."""
        return calendars_of(self.records)

    @cached_property
    def _policy_of_school(self) -> dict[str, str | None]:
        schools = self.records.schools
        return dict(zip(schools.school_id, schools.policy_id, strict=True))

    @cached_property
    def _student(self) -> dict[str, int]:
        return self.records.students.index()

    def of(self, place: int) -> ServiceFacts | None:
        """Return the facts of a service, or None if the records do not give its calendar or dates."""
        if place not in self._facts:
            self._facts[place] = self._look_up(place)
        return self._facts[place]

    def calendar(self, place: int) -> SchoolCalendar | None:
        """Return the calendar of the school at which a service is held, or None if the records do not say."""
        if place not in self._kept:
            self._kept[place] = self.calendars.of_service(place)
        return self._kept[place]

    def dates(self, place: int) -> tuple[int, int] | None:
        """Return a service's first and last day (day numbers), or None if the records do not say.

        Blank ones are those of its calendar's `year` terms, or of its `esy` terms for a service with `esy`.
        """
        if place not in self._dates:
            self._dates[place] = self._look_up_dates(place)
        return self._dates[place]

    def _look_up_dates(self, place: int) -> tuple[int, int] | None:
        services, calendar = self.records.services, self.calendar(place)
        if calendar is None:
            return None
        start, end = services.start[place], services.end[place]
        # An esy service without esy terms promises nothing, which a check says; it need not be refused.
        span = self._span_of_terms(calendar, esy=services.esy[place]) or self._span_of_terms(calendar, esy=False)
        if span is None and (start is None or end is None):
            return None
        first, last = span or (0, 0)
        return first if start is None else day_number(start), last if end is None else day_number(end)

    def last_term_day(self, place: int) -> int | None:
        """Return the last day of a service's terms, after which nothing falls due (a day number); None without."""
        calendar = self.calendar(place)
        span = None if calendar is None else self._span_of_terms(calendar, esy=self.records.services.esy[place])
        return None if span is None else span[1]

    def policy_id(self, place: int) -> str | None:
        """Return the policy of a service: its own school's, the student's, that of the student's school."""
        services, students = self.records.services, self.records.students
        own = self._policy_of_school.get(services.school_id[place] or "")
        if own is not None:
            return own
        student = self._student[services.student_id[place]]
        return students.policy_id[student] or self._policy_of_school.get(students.school_id[student] or "")

    def policy_ids(self) -> list[str | None]:
        """Return the policies that hold for any service, each once; None where none is named."""
        return sorted({self.policy_id(place) for place in range(len(self.records.services))}, key=lambda id_: id_ or "")

    def periods(self, place: int) -> list[Period]:
        """Return a service's periods, in order; none if its calendar or dates are not known.

        Services alike are given the same list.
        """
        facts, services = self.of(place), self.records.services
        if facts is None:
            return []
        per, every = services.per[place] or "", services.every[place]
        key = (id(facts.calendar), per, every, facts.start, facts.end, facts.esy)
        if key not in self._periods:
            self._periods[key] = periods_of(facts.calendar, per, every, facts.start, facts.end, esy=facts.esy)
        return self._periods[key]

    def _look_up(self, place: int) -> ServiceFacts | None:
        services, calendar, dates = self.records.services, self.calendar(place), self.dates(place)
        if calendar is None or dates is None:
            return None
        return ServiceFacts(
            place=place,
            calendar=calendar,
            policy_id=self.policy_id(place),
            start=dates[0],
            end=dates[1],
            esy=services.esy[place],
            by_cycle=services.per[place] == "cycle",
        )

    def _span_of_terms(self, calendar: SchoolCalendar, *, esy: bool) -> tuple[int, int] | None:
        """Return the first and last day of a calendar's year (or esy) terms; None if it has none."""
        key = (id(calendar), esy)
        if key not in self._terms:
            terms = [term for term in calendar.terms if term.kind == ("esy" if esy else "year")]
            self._terms[key] = (terms[0].start, max(term.end for term in terms)) if terms else None
        return self._terms[key]
