"""The rows of the table `pinned`: one for each agreed session, student and missed session."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from makegood.planner.gather.make_ups import MakeUps
from makegood.planner.misses import MissKey
from makegood.plans.instance import Attends, Session, Settles
from makegood.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One row: minutes of a missed session that a student is to make up in an agreed session.

    Attributes:
        row: Its row in the table.
        minutes: How long the session is.
        settles: How many minutes of the missed session it makes up.
        key: What names the missed session.
    """

    row: int
    pinned_id: str
    date: dt.date
    start: int
    minutes: int
    school_id: str
    provider_id: str
    service_type: str
    student_id: str
    key: MissKey
    settles: int


def pins_of(records: Records, make_ups: MakeUps) -> list[Pin]:
    """Return the rows, soonest first. That they agree with one another and the records was checked on reading."""
    table, services = records.pinned, records.services
    place = services.index()
    pins = []
    for at, (row, session_id) in enumerate(zip(table.row, table.session_id, strict=True)):
        standing = None if session_id is None else make_ups.standing(session_id)
        pin = Pin(
            row=row,
            pinned_id=table.pinned_id[at],
            date=table.date[at],
            start=table.start[at],
            minutes=table.minutes[at],
            school_id=table.school_id[at],
            provider_id=table.provider_id[at],
            service_type=services.service_type[place[table.service_id[at]]],
            student_id=table.student_id[at],
            key=(table.service_id[at], standing, table.missed_on[at]),
            settles=table.settles[at],
        )
        pins.append(pin)
    return sorted(pins, key=lambda pin: (pin.date, pin.start, pin.pinned_id, pin.row))


def sessions_of(pins: Iterable[Pin]) -> list[tuple[Session, list[Pin]]]:
    """Return the agreed sessions in the order of a plan, each with its rows; a student comes once to each."""
    rows: dict[str, list[Pin]] = {}
    for pin in pins:
        rows.setdefault(pin.pinned_id, []).append(pin)
    sessions = [(_session(own), own) for own in rows.values()]
    return sorted(sessions, key=lambda pair: order_of(pair[0]))


def order_of(session: Session) -> tuple[dt.date, int, str, str]:
    """Return where a session stands in a plan."""
    return session.date, session.start, session.school_id, session.provider_id


def _session(rows: list[Pin]) -> Session:
    settled: dict[str, dict[MissKey, int]] = {}
    for pin in rows:
        own = settled.setdefault(pin.student_id, {})
        own[pin.key] = own.get(pin.key, 0) + pin.settles
    one = rows[0]
    return Session(
        date=one.date,
        start=one.start,
        minutes=one.minutes,
        school_id=one.school_id,
        provider_id=one.provider_id,
        service_type=one.service_type,
        students=tuple(Attends(student_id=id_, settles=_parts(parts)) for id_, parts in settled.items()),
    )


def _parts(minutes: dict[MissKey, int]) -> tuple[Settles, ...]:
    return tuple(
        Settles(service_id=service_id, session_id=session_id, missed_on=missed_on, minutes=part)
        for (service_id, session_id, missed_on), part in minutes.items()
    )
