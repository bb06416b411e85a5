"""Sessions as calendars, one for each provider: held, planned and agreed make-ups, and in them no child's name.

A calendar lies on phones and on other people's computers, so a child is there by initials alone, or by the id where the
records have no name, and neither service nor disability is named.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from icalendar import Calendar, Event

from makegood.calendars import day_number
from makegood.calendars.days import date_of
from makegood.exports.event import MADE_BY, event_id
from makegood.exports.export import Export, LeftOut
from makegood.exports.people import People
from makegood.log import Log
from makegood.records import Records
from makegood.terms.file_name import file_name
from makegood.terms.visible import visible

NOBODY: Final = "nobody-named"
"""The calendar of sessions whose provider is not on record."""

Kind = Literal["Session", "Make-up"]
_When = tuple[str, str, dt.date, int]
"""A provider, a student where no provider is named, a day, and minutes after midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One student's part of a session."""

    provider_id: str | None
    date: dt.date
    start: int
    kind: Kind
    student_id: str
    minutes: int
    school_id: str | None

    @property
    def when(self) -> _When:
        """What makes it one entry with others: a provider begins one session at a time."""
        return self.provider_id or "", "" if self.provider_id else self.student_id, self.date, self.start


def as_calendars(records: Records, log: Log, as_of: dt.date) -> Export:
    """Return what was held up to a day, and what is to be held after it: the schedule's slots and agreed make-ups.

    Times are local and float: they hold on the wall clock of the school.

    Args:
        records: The records.
        log: Their log, as of that day.
        as_of: The day; it is also the time stamp of the entries.
    """
    left_out: list[LeftOut] = []
    entries: dict[_When, list[_Part]] = {}
    for part in (*_held(log, left_out), *_planned(log, as_of), *_agreed(records, as_of)):
        entries.setdefault(part.when, []).append(part)
    people, names = People(records), dict(zip(records.schools.school_id, records.schools.name, strict=True))
    by_provider: dict[str, list[Event]] = {}
    for when in sorted(entries):
        school = entries[when][0].school_id
        where = None if school is None else names.get(school) or school
        event = _event(when, entries[when], people, where, as_of)
        by_provider.setdefault(when[0], []).append(event)
    files = {
        f"{file_name(provider) if provider else NOBODY}.ics": _calendar(provider, events)
        for provider, events in by_provider.items()
    }
    says = f"{len(entries):,} entries in {len(files)} calendars. Children are in them by initials, else by their ids."
    return Export(files=files, left_out=tuple(left_out), says=(says,))


def _held(log: Log, left_out: list[LeftOut]) -> Iterator[_Part]:
    sessions, services = log.records.sessions, log.records.services
    for place in log.counting:
        minutes, start = sessions.minutes_delivered[place], sessions.start_time[place]
        if minutes == 0:
            continue
        if start is None:
            left_out.append(LeftOut("sessions", sessions.session_id[place], "start_time", "no time is on record"))
            continue
        service = log.service_of[place]
        yield _Part(
            provider_id=sessions.provider_id[place],
            date=sessions.date[place],
            start=start,
            kind="Make-up" if log.kinds[place] == "make_up" else "Session",
            student_id=services.student_id[service],
            minutes=minutes,
            school_id=_school(log.records, service),
        )


def _planned(log: Log, as_of: dt.date) -> Iterator[_Part]:
    services, today = log.records.services, day_number(as_of)
    for service in range(len(services)):
        facts = log.services.of(service)
        if facts is None:
            continue
        for slot in log.slots.of(facts):
            for day in slot.days(log.slots.cycle_days(facts, slot)):
                if day > today and facts.is_school_day(day):
                    yield _Part(
                        provider_id=slot.provider_id or services.provider_id[service],
                        date=date_of(day),
                        start=slot.start_time,
                        kind="Session",
                        student_id=services.student_id[service],
                        minutes=slot.minutes,
                        school_id=_school(log.records, service),
                    )


def _agreed(records: Records, as_of: dt.date) -> Iterator[_Part]:
    pinned = records.pinned
    for place in range(len(pinned)):
        if pinned.date[place] > as_of:
            yield _Part(
                provider_id=pinned.provider_id[place],
                date=pinned.date[place],
                start=pinned.start[place],
                kind="Make-up",
                student_id=pinned.student_id[place],
                minutes=pinned.minutes[place],
                school_id=pinned.school_id[place],
            )


def _school(records: Records, service: int) -> str | None:
    own = records.services.school_id[service]
    student = records.students.index().get(records.services.student_id[service])
    return own or (None if student is None else records.students.school_id[student])


def _calendar(provider: str, events: list[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", visible(f"Sessions of {provider}") if provider else "Sessions, nobody named")
    for event in events:
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text


def _event(when: _When, parts: list[_Part], people: People, where: str | None, as_of: dt.date) -> Event:
    provider, student, date, start = when
    begins = dt.datetime.combine(date, dt.time()) + dt.timedelta(minutes=start)
    kinds = " and ".join(sorted({part.kind for part in parts}, reverse=True)).capitalize()
    held = " held" if date <= as_of else ""
    who = ", ".join(_who({part.student_id for part in parts}, people))
    event = Event()
    event.add("uid", event_id(provider or f"{NOBODY} {student}", date, start))
    event.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + dt.timedelta(minutes=max(part.minutes for part in parts)))
    event.add("summary", visible(f"{kinds}{held}: {who}"))
    event.add("class", "PRIVATE")
    if where is not None:
        event.add("location", visible(where))
    return event


def _who(students: set[str], people: People) -> list[str]:
    """Return how students are told apart: by initials, and where two have the same, these by their ids."""
    initials = {student: people.initials(student) for student in students}
    often = Counter(initials.values())
    return sorted(student if often[short] > 1 else short for student, short in initials.items())
