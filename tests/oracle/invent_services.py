"""Invented services: amended, of every period, with schedules and awards."""

from datetime import date, timedelta

from tests.oracle.invent_school import TYPES
from tests.oracle.invented import Invented
from tests.oracle.tables import Row

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
TIMES = ("08:15", "09:00", "10:30", "13:45")


def calendar_of(folder: Invented, student: Row) -> str:
    """Return the calendar that applies to a student."""
    for school in folder.tables["schools"]:
        if school["school_id"] == student["school_id"] and not student["calendar_id"]:
            return school["calendar_id"]
    return student["calendar_id"] or folder.tables["terms"][0]["calendar_id"]


def policy_of(folder: Invented, student: Row) -> str:
    """Return the policy that applies to a student."""
    for school in folder.tables["schools"]:
        if school["school_id"] == student["school_id"] and not student["policy_id"]:
            return school["policy_id"]
    return student["policy_id"] or "us-federal"


def invent_services(folder: Invented, student: Row) -> None:
    """Add a student's services, their schedules and awards."""
    terms = [t for t in folder.tables["terms"] if t["calendar_id"] == calendar_of(folder, student)]
    first = min(date.fromisoformat(t["start"]) for t in terms)
    last = max(date.fromisoformat(t["end"]) for t in terms)
    for service_type in folder.dice.sample(TYPES, folder.dice.randint(1, 2)):
        start = first + timedelta(days=folder.dice.randint(-10, 60))
        # An amended IEP: the same type again, the next day or overlapping.
        for _ in range(folder.dice.choice((1, 1, 2, 2, 3))):
            end = start + timedelta(days=folder.dice.randint(20, 200))
            row = _service(folder, student, service_type, terms, (start, min(end, last + timedelta(14))))
            if folder.chance(0.25):
                _twin(folder, row)
            start = end + timedelta(days=folder.dice.choice((1, 1, -14, -90, -200, 30)))
            if start > last:
                break
        if folder.chance(0.35):
            begun = folder.day_in(first, last)
            folder.add(
                "awards",
                award_id=folder.new_id("awards"),
                student_id=student["student_id"],
                service_type=service_type,
                minutes=folder.dice.randint(20, 200),
                start=begun,
                end=begun + timedelta(days=60) if folder.chance(0.5) else None,
            )


def _service(folder: Invented, student: Row, service_type: str, terms: list[Row], span: tuple[date, date]) -> Row:
    start, end = span
    dice = folder.dice
    kinds = {term["kind"] for term in terms}
    esy = "esy" in kinds and folder.chance(0.2)
    summers = [term for term in terms if term["kind"] == "esy"]
    if esy and folder.chance(0.7):
        summer = dice.choice(summers)
        start, end = date.fromisoformat(summer["start"]), date.fromisoformat(summer["end"])
    pers = ["day", "week", "week", "week", "cycle", "month", "month", "year", "iep"]
    per = dice.choice(pers + sorted(kinds & {"quarter", "semester"}))
    every = 1
    if per in ("cycle", "week", "month") and (per == "cycle" or folder.chance(0.4)):
        every = dice.randint(1, 6)
    provider = dice.choice(folder.tables["providers"])["provider_id"]
    whole = folder.chance(0.1)
    row = folder.add(
        "services",
        service_id=folder.new_id("services"),
        student_id=student["student_id"],
        service_type=service_type,
        minutes=dice.choice((1, 7, 20, 25, 30, 45, 60)) * (6 if per == "iep" else 1),
        per=per,
        sessions=dice.choice((None, 1, 2, 3, 5)),
        every=None if every == 1 else every,
        esy=True if esy else dice.choice((None, False)),
        group_max=dice.choice((None, 1, 3)),
        setting=dice.choice((None, "Therapy room", "classroom")),
        provider_id=provider if folder.chance(0.5) else None,
        start=None if whole or folder.chance(0.1) else start,
        end=None if whole or folder.chance(0.1) else max(start, end),
    )
    _fit_open_ends(row, terms)
    if folder.chance(0.6):
        _slots(folder, row, start, end)
    return row


def _twin(folder: Invented, row: Row) -> None:
    # The same promise once more, so that misses of one type and day compete for a make-up.
    twin = folder.new_id("services")
    folder.tables["services"].append(row | {"service_id": twin})
    slots = [slot for slot in folder.tables["schedule"] if slot["service_id"] == row["service_id"]]
    folder.tables["schedule"] += [slot | {"service_id": twin} for slot in slots]


def _fit_open_ends(row: Row, terms: list[Row]) -> None:
    # A service with one blank end must still start before it ends.
    years = [term for term in terms if term["kind"] == "year"]
    first, last = min(t["start"] for t in years), max(t["end"] for t in years)
    if (row["start"] or first) > (row["end"] or last):
        row["start"] = row["end"] = ""


def _slots(folder: Invented, service: Row, start: date, end: date) -> None:
    dice = folder.dice
    taken = dice.sample([(d, t) for d in WEEKDAYS for t in TIMES], dice.randint(1, 3))
    for weekday, start_time in taken:
        turn = folder.day_in(start, end)
        provider = dice.choice(folder.tables["providers"])["provider_id"]
        folder.add(
            "schedule",
            service_id=service["service_id"],
            weekday=weekday,
            start_time=start_time,
            minutes=dice.choice((15, 20, 30, 45)),
            provider_id=provider if folder.chance(0.3) else None,
            **{"from": turn if folder.chance(0.2) else None},
            until=turn + timedelta(days=30) if folder.chance(0.2) else None,
        )
