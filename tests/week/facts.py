"""Caseloads written down in a few lines."""

import datetime as dt
from collections.abc import Sequence

from makegood.planner.spans import Spans
from makegood.week.caseload import Caseload, Fixed, Need, Place, Slot, Therapist
from makegood.week.pattern import Pattern

FIRST = dt.date(2026, 9, 7)
LAST = dt.date(2027, 6, 4)
Week = dict[int, Spans]


def at(text: str) -> int:
    """Return a time such as `9:30` in minutes after midnight."""
    hour, _, minute = text.partition(":")
    return 60 * int(hour) + int(minute)


def span(start: str, end: str) -> tuple[int, int]:
    """Return a span."""
    return at(start), at(end)


def daily(start: str, end: str, days: str = "MTWRF") -> Week:
    """Return the same span on some weekdays."""
    return {"MTWRF".index(day): (span(start, end),) for day in days}


def therapist(id_: str = "P1", time: Week | None = None, school: str = "E", **more: object) -> Therapist:
    """Return a therapist who is at one school."""
    given = {(school, day): spans for day, spans in (time or daily("8:00", "15:00")).items()}
    known: dict[str, object] = {"service_types": frozenset({"speech"}), "time": given} | more
    return Therapist(provider_id=id_, **known)  # type: ignore[arg-type]


def need(id_: str, minutes: int = 30, sessions: int = 1, **more: object) -> Need:
    """Return a need of a service whose child has its number; of one session unless more are named."""
    homes = more.pop("homes", ())
    places = [Place(home=home) for home in homes]  # type: ignore[attr-defined]
    places += [Place()] * (sessions - len(places))
    known: dict[str, object] = {
        "student_id": f"C{id_}",
        "service_type": "speech",
        "school_id": "E",
        "providers": ("P1",),
        "named": True,
        "places": tuple(places),
        "group_max": 1,
        "in_group": False,
        "goals": None,
        "grade": 3,
        "first": FIRST,
        "last": LAST,
        "length_from": "iep",
    } | more
    return Need(service_id=id_, minutes=minutes, **known)  # type: ignore[arg-type]


def slot(id_: str, day: int, start: str, minutes: int = 30, provider: str = "P1") -> Slot:
    """Return a weekly slot."""
    return Slot(service_id=id_, pattern=Pattern(day), start=at(start), minutes=minutes, provider_id=provider)


def caseload(
    needs: Sequence[Need],
    therapists: Sequence[Therapist] = (),
    open_: dict[str, Week] | None = None,
    **more: object,
) -> Caseload:
    """Return a caseload; a child is open all day unless `open_` tells otherwise by student."""
    given = open_ or {}
    time = {
        (each.student_id, each.school_id, day): given.get(each.student_id, daily("8:00", "15:00")).get(day, ())
        for each in needs
        for day in range(5)
    }
    known: dict[str, object] = {
        "first": FIRST,
        "as_of": FIRST,
        "therapists": {each.provider_id: each for each in therapists or [therapist()]},
        "ways": {},
        "closed": {each.service_id: ((40, 0),) * 5 for each in needs},
    } | more
    return Caseload(needs=tuple(needs), student_time=time, **known)  # type: ignore[arg-type]


def fixed(id_: str, student: str, day: int, start: str, provider: str = "P1") -> Fixed:
    """Return a slot of half an hour that stays."""
    return Fixed(slot=slot(id_, day, start, 30, provider), student_id=student, school_id="E", first=FIRST,
                 last=LAST)  # fmt: skip
