"""Invented services: amended, of every period, at another school, with schedules and awards."""

from datetime import date, timedelta

from tests.oracle.invent_school import TYPES
from tests.oracle.invented import Invented
from tests.oracle.services import which
from tests.oracle.slots import WEEKDAYS
from tests.oracle.tables import Row

TIMES = ("08:15", "09:00", "10:30", "13:45")


def calendar_of(folder: Invented, service: Row, student: Row) -> str:
    """Return the calendar that applies to a service."""
    return which(folder.tables, service, student, "calendar_id") or folder.tables["terms"][0]["calendar_id"]


def policy_of(folder: Invented, service: Row, student: Row) -> str:
    """Return the policy that applies to a service."""
    return which(folder.tables, service, student, "policy_id") or "us-federal"


def invent_services(folder: Invented, student: Row) -> None:
    """Add a student's services, their schedules and awards."""
    terms = _terms(folder, {}, student)
    first = min(date.fromisoformat(t["start"]) for t in terms)
    last = max(date.fromisoformat(t["end"]) for t in terms)
    for service_type in folder.dice.sample(TYPES, folder.dice.randint(1, 2)):
        start = first + timedelta(days=folder.dice.randint(-10, 60))
        # An amended IEP: the same type again, the next day or overlapping; or a move to another school.
        for _ in range(folder.dice.choice((1, 1, 2, 2, 3))):
            end = start + timedelta(days=folder.dice.randint(20, 200))
            row = _service(folder, student, service_type, (start, min(end, last + timedelta(14))))
            if folder.chance(0.2):
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
                service_type=_as_typed(folder, service_type),
                minutes=folder.dice.randint(20, 200),
                start=begun,
                end=begun + timedelta(days=60) if folder.chance(0.5) else None,
            )


def _terms(folder: Invented, service: Row, student: Row) -> list[Row]:
    calendar_id = calendar_of(folder, service, student)
    return [term for term in folder.tables["terms"] if term["calendar_id"] == calendar_id]


def _as_typed(folder: Invented, service_type: str) -> str:
    return service_type.upper() if folder.chance(0.1) else service_type


def _service(folder: Invented, student: Row, service_type: str, span: tuple[date, date]) -> Row:
    start, end = span
    dice = folder.dice
    if folder.chance(0.1):  # begun on a Saturday
        start += timedelta(days=5 - start.weekday())
    schools = folder.tables["schools"]
    school_id = dice.choice(schools)["school_id"] if schools and folder.chance(0.3) else None
    terms = _terms(folder, {"school_id": school_id or ""}, student)
    kinds = {term["kind"] for term in terms}
    esy = "esy" in kinds and folder.chance(0.2)
    summers = [term for term in terms if term["kind"] == "esy"]
    if esy and folder.chance(0.7):
        summer = dice.choice(summers)
        start, end = date.fromisoformat(summer["start"]), date.fromisoformat(summer["end"])
    pers = ["day", "week", "week", "week", "week", "cycle", "month", "month", "month", "year", "iep"]
    per = dice.choice(pers + sorted(kinds & {"quarter", "semester"}))
    every = 1
    if per in ("cycle", "week", "month") and (per == "cycle" or folder.chance(0.3)):
        every = dice.randint(1, 6)
    provider = dice.choice(folder.tables["providers"])["provider_id"]
    whole = folder.chance(0.1)
    total = folder.chance(0.4)  # "60 minutes a month", however they are given
    minutes = dice.choice((1, 7, 20, 25, 30, 45, 60)) * (dice.choice((1, 2, 3)) if total else 1)
    row = folder.add(
        "services",
        service_id=folder.new_id("services"),
        student_id=student["student_id"],
        service_type=_as_typed(folder, service_type),
        minutes=minutes * (6 if per == "iep" else 1),
        per=per,
        sessions=None if total else dice.choice((1, 1, 2, 3, 5)),
        every=None if every == 1 else every,
        session_minutes=dice.choice((15, 20, 30)) if folder.chance(0.25) else None,
        esy=True if esy else dice.choice((None, False)),
        group_max=dice.choice((None, 1, 3)),
        setting=dice.choice((None, "Therapy room", "classroom")),
        provider_id=provider if folder.chance(0.6) else None,
        school_id=school_id,
        start=None if whole or folder.chance(0.1) else start,
        end=None if whole or folder.chance(0.1) else max(start, end),
    )
    _fit_open_ends(row, terms)
    if folder.chance(0.65):
        _slots(folder, row, student, start, max(start, end))
    return row


def _twin(folder: Invented, row: Row) -> None:
    # The same promise once more, so that misses of one type and day compete for a make-up.
    twin = folder.new_id("services")
    folder.tables["services"].append(row | {"service_id": twin})
    slots = [slot for slot in folder.tables["schedule"] if slot["service_id"] == row["service_id"]]
    folder.tables["schedule"] += [slot | {"service_id": twin} for slot in slots]


def _fit_open_ends(row: Row, terms: list[Row]) -> None:
    # A service with one blank end must still start before it ends.
    esy = row["esy"] in ("yes", "true", "1")
    years = [term for term in terms if term["kind"] == ("esy" if esy else "year")]
    first, last = min(t["start"] for t in years), max(t["end"] for t in years)
    if (row["start"] or first) > (row["end"] or last):
        row["start"] = row["end"] = ""


def _slots(folder: Invented, service: Row, student: Row, start: date, end: date) -> None:
    dice = folder.dice
    cycle = folder.cycles.get(calendar_of(folder, service, student))
    days: list[object] = list(WEEKDAYS if folder.chance(0.5) else WEEKDAYS[:5])
    if folder.chance(0.1):
        days = list(WEEKDAYS[5:])
    if cycle and folder.chance(0.5):
        days = list(range(1, cycle + 1))
    taken = dice.sample(sorted({(d, t) for d in days for t in TIMES}, key=str), dice.randint(1, 3))
    if folder.chance(0.3):  # several slots a day
        taken = [(taken[0][0], time) for _, time in taken]
    for place, time in sorted(set(taken), key=str):
        turn = folder.day_in(start, end)
        changed = folder.chance(0.25)
        since = turn - timedelta(days=dice.randint(0, 60)) if folder.chance(0.3) else None
        if folder.chance(0.1):
            since = start + timedelta(days=dice.randint(1, 25))  # the schedule is made after the IEP begins
        until = max(turn, since or turn) if changed or folder.chance(0.15) else None
        _slot(folder, service, (place, time), cycle, (since, until))
        if changed and until and isinstance(place, str):
            another = WEEKDAYS[(WEEKDAYS.index(place) + dice.randint(1, 4)) % 5]
            _slot(folder, service, (another, "11:15"), cycle, (until + timedelta(days=dice.choice((1, 1, 10))), None))


def _slot(
    folder: Invented,
    service: Row,
    place: tuple[object, str],
    cycle: int | None,
    span: tuple[date | None, date | None],
) -> None:
    dice = folder.dice
    on, time = place
    since, until = span
    by_cycle = isinstance(on, int)
    provider = dice.choice(folder.tables["providers"])["provider_id"]
    folder.add(
        "schedule",
        service_id=service["service_id"],
        weekday=None if by_cycle else on,
        cycle_day=on if by_cycle else None,
        cycle=cycle if by_cycle else None,
        start_time=time,
        minutes=dice.choice((15, 20, 30, 45)),
        provider_id=provider if folder.chance(0.4) else None,
        **{"from": since},
        until=until,
        every=dice.choice((2, 2, 3)) if not by_cycle and folder.chance(0.25) else None,
    )
