"""The slots of a schedule: on which days they fall, and which of them hold (L1)."""

from datetime import date

from tests.oracle.promise import Service, monday_of
from tests.oracle.tables import Row, clock, day, number, text

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def falls_on(slot: Row, service: Service, on: date) -> bool:
    """Tell whether a slot falls on a day by its pattern alone, be it in force or not."""
    if text(slot, "cycle_day"):
        return service.school.cycle_days(number(slot, "cycle", 0)).get(on) == number(slot, "cycle_day", 0)
    if WEEKDAYS[on.weekday()] != text(slot, "weekday").lower():
        return False
    first_week = monday_of(day(slot, "from") or service.start)
    weeks = (monday_of(on) - first_week).days // 7
    return weeks % number(slot, "every", 1) == 0


def in_force(slot: Row, service: Service) -> tuple[date, date]:
    """Return a slot's first and last day; none holds outside the service's start to end."""
    first = max(day(slot, "from") or date.min, service.start)
    return first, min(day(slot, "until") or date.max, service.end)


def slots_on(service: Service, on: date) -> list[Row]:
    """Return the slots that hold on a day, first one first: by start_time, minutes, provider_id."""
    holding = []
    for slot in service.slots:
        first, last = in_force(slot, service)
        if first <= on <= last and falls_on(slot, service, on):
            holding.append(slot)
    return sorted(holding, key=slot_order)


def slot_order(slot: Row) -> tuple[int, int, str]:
    """Order slots of one day."""
    return (clock(text(slot, "start_time")) or 0, number(slot, "minutes", 0), text(slot, "provider_id"))


def told_slots(service: Service, on: date, rows: list[Row]) -> dict[str, Row]:
    """Return the slot that each regular row of a service's day tells of, by session_id (L3)."""
    slots = slots_on(service, on)
    told: dict[str, Row] = {}
    taken: list[Row] = []
    for row in rows:
        begins = clock(text(row, "start_time"))
        there = [slot for slot in slots if begins is not None and clock(text(slot, "start_time")) == begins]
        if there:
            told[text(row, "session_id")] = there[0]
            taken.append(there[0])
    for row in sorted(rows, key=lambda row: text(row, "session_id")):
        free = [slot for slot in slots if not any(slot is other for other in taken)]
        if text(row, "session_id") not in told and free:
            told[text(row, "session_id")] = free[0]
            taken.append(free[0])
    return told


def untold_slots(service: Service, on: date, rows: list[Row]) -> list[Row]:
    """Return the slots of a day of which none of its regular rows tells."""
    told = told_slots(service, on, rows).values()
    return [slot for slot in slots_on(service, on) if not any(slot is other for other in told)]
