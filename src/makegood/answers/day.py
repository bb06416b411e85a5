"""A provider's day: the sessions that the schedule has, what is on record of them, and children without a slot."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from makegood.calendars import day_number
from makegood.ledger import log_of
from makegood.log import Log, ServiceFacts, Slot
from makegood.records import Records
from makegood.terms.accounts import SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A row of the log that counts.

    Attributes:
        planned: Minutes planned, and `delivered` those given.
        start_time: Minutes after midnight, if the row says.
        by: Who wrote it down, as it is written.
    """

    session_id: str
    kind: SessionKind
    planned: int
    delivered: int
    reason: str | None
    start_time: int | None
    provider_id: str | None
    group_id: str | None
    award_id: str | None
    by: str | None

    @property
    def missed(self) -> int:
        """The minutes that were planned and not given."""
        return max(0, self.planned - self.delivered)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySlot:
    """A session of the day: one of the schedule, an agreed make-up, or a row of the log that is about neither.

    Attributes:
        start_time: Minutes after midnight; None for a row that does not say.
        minutes: How long it is planned to last.
        provider_id: Who is to give it.
        delivery: `individual`, `group`, ... as the IEP says.
        row: What is on record of it; None if nothing is.
        makeup_for: The missed session that an agreed make-up is for.
        agreed: Whether it is an agreed make-up of `pinned`.
        stays: Whether it is in the schedule or agreed, so that it stays in the day when its row is taken back.
    """

    student_id: str
    service_id: str
    service_type: str
    start_time: int | None
    minutes: int
    provider_id: str | None
    delivery: str | None
    row: DayRow | None
    makeup_for: str | None = None
    agreed: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A service without a slot: how many of the minutes of its period are on record.

    Attributes:
        per: What the promise is for; None for a block of several periods.
        promised: Minutes that the IEP promises for a whole period.
        on_record: Minutes on record in the period that the day is in, up to the day.
        length: How long one session usually is, if the IEP says.
    """

    student_id: str
    service_id: str
    service_type: str
    per: str | None
    promised: int
    on_record: int
    length: int | None
    delivery: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfProvider:
    """A provider's day.

    Attributes:
        slots: In order of time; also rows that are about no slot.
        waiting: Services of the provider that have no slot in the schedule, by student.
        closed: The services of these slots whose school has no school on the day.
    """

    date: dt.date
    provider_id: str
    slots: Sequence[DaySlot]
    waiting: Sequence[Waiting]
    closed: frozenset[str]


def day_of_provider(records: Records, provider_id: str, day: dt.date) -> DayOfProvider:
    """Return what a provider has on a day.

    Args:
        records: Records without errors: the provider's services, and their log of the period at least.
        provider_id: The provider.
        day: The day, as people there count days.
    """
    log = log_of(records, day)
    number = day_number(day)
    slots: list[DaySlot] = []
    waiting: list[Waiting] = []
    closed: set[str] = set()
    for service, id_ in enumerate(records.services.service_id):
        facts = log.services.of(service)
        if facts is None or not facts.start <= number <= facts.end:
            continue
        own = records.services.provider_id[service] == provider_id
        found = list(_of_service(log, facts, number, provider_id, own=own))
        slots += found
        if found and not facts.is_school_day(number):
            closed.add(id_)
        if own and not log.slots.of(facts):
            waiting.append(_waiting(log, service, number))
    slots = _with_agreed(log, provider_id, day, slots)
    slots.sort(key=lambda slot: (slot.start_time is None, slot.start_time or 0, slot.student_id, slot.service_id))
    return DayOfProvider(date=day, provider_id=provider_id, slots=slots, waiting=waiting, closed=frozenset(closed))


def _of_service(log: Log, facts: ServiceFacts, day: int, provider_id: str, *, own: bool) -> Iterator[DaySlot]:
    service = facts.place
    slot_of = log.regular.slot_of_each(service, day)
    row_of: dict[Slot, int] = {slot: row for row, slot in slot_of.items()}
    for slot in log.slots.on(facts, day):
        if (slot.provider_id or (provider_id if own else None)) == provider_id:
            found = _slot(log, service, (slot.start_time, slot.minutes), provider_id, row_of.get(slot))
            yield replace(found, stays=True)
    for row in log.sessions_of.get(service, ()):
        if log.days[row] == day and row not in slot_of and log.provider_of(row) == provider_id:
            start = log.records.sessions.start_time[row]
            yield _slot(log, service, (start, log.lengths.planned(row).minutes), provider_id, row)


def _slot(log: Log, service: int, when: tuple[int | None, int], provider_id: str | None, row: int | None) -> DaySlot:
    services = log.records.services
    return DaySlot(
        student_id=services.student_id[service],
        service_id=services.service_id[service],
        service_type=services.service_type[service],
        start_time=when[0],
        minutes=when[1],
        provider_id=provider_id,
        delivery=services.delivery[service],
        row=None if row is None else _row(log, row),
        makeup_for=None if row is None else log.records.sessions.makeup_for[row],
    )


def _row(log: Log, place: int) -> DayRow:
    sessions = log.records.sessions
    return DayRow(
        session_id=sessions.session_id[place],
        kind=log.kinds[place],
        planned=log.lengths.planned(place).minutes,
        delivered=sessions.minutes_delivered[place],
        reason=sessions.reason[place],
        start_time=sessions.start_time[place],
        provider_id=sessions.provider_id[place],
        group_id=sessions.group_id[place],
        award_id=sessions.award_id[place],
        by=sessions.recorded_by[place],
    )


def _with_agreed(log: Log, provider_id: str, day: dt.date, slots: Sequence[DaySlot]) -> list[DaySlot]:
    """Return a day's slots with its agreed make-ups: those that have no row yet are added."""
    pinned, services = log.records.pinned, log.records.services
    held = {(slot.service_id, slot.start_time) for slot in slots if slot.row is not None and slot.row.kind == "make_up"}
    places = services.index()
    agreed: dict[tuple[str, int | None], DaySlot] = {}
    for place, date in enumerate(pinned.date):
        id_, start = pinned.service_id[place], pinned.start[place]
        if date == day and pinned.provider_id[place] == provider_id and id_ in places:
            slot = DaySlot(
                student_id=pinned.student_id[place],
                service_id=id_,
                service_type=services.service_type[places[id_]],
                start_time=start,
                minutes=pinned.minutes[place],
                provider_id=provider_id,
                delivery=services.delivery[places[id_]],
                row=None,
                makeup_for=pinned.session_id[place],
                agreed=True,
                stays=True,
            )
            # A session that is to make up several misses has a row for each.
            agreed.setdefault((id_, start), slot)
    on_record = agreed.keys() & held
    known = [replace(slot, stays=slot.stays or (slot.service_id, slot.start_time) in on_record) for slot in slots]
    return [*known, *(slot for key, slot in agreed.items() if key not in held)]


def _waiting(log: Log, service: int, day: int) -> Waiting:
    services = log.records.services
    period = next((each for each in log.services.periods(service) if each.first <= day <= each.last), None)
    on_record = sum(
        log.records.sessions.minutes_delivered[row]
        for row in log.sessions_of.get(service, ())
        if period is not None and log.kinds[row] == "regular" and period.first <= log.days[row] <= period.last
    )
    per = services.per[service] if services.every[service] == 1 else None
    return Waiting(
        student_id=services.student_id[service],
        service_id=services.service_id[service],
        service_type=services.service_type[service],
        per=per,
        promised=services.whole(service),
        on_record=on_record,
        length=services.length(service),
        delivery=services.delivery[service],
    )


def same_period(records: Records, service_id: str, one: dt.date, other: dt.date) -> bool:
    """Return whether two days lie in one period of a service's promise, so that either fills it.

    Args:
        records: Records without errors, of this service at least.
        service_id: The service.
        one: A day.
        other: Another one.
    """
    log = log_of(records, max(one, other))
    place = records.services.index().get(service_id)
    if place is None:
        return False
    first, last = sorted((day_number(one), day_number(other)))
    return any(period.first <= first and last <= period.last for period in log.services.periods(place))
