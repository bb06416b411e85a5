"""Invented terms, calendars, schools, students and providers."""

from datetime import date, timedelta

from tests.oracle.invented import Invented

GRADES = ("K", "1", "5", "12")
CLOSURES = ("holiday", "break", "in_service", "weather_closure", "emergency_closure")
SHORTENED = ("early_dismissal", "delayed_start", "remote_day")
TYPES = ("speech", "ot", "reading")


def invent_calendar(folder: Invented, calendar_id: str) -> None:
    """Add one calendar: one or two years with their terms, summers and odd days."""
    dice = folder.dice
    start = date(2024, 8, 12) + timedelta(days=dice.randint(0, 25))
    parts = dice.sample(("quarter", "semester"), dice.randint(0, 2))
    for year in range(dice.choice((1, 1, 2))):
        end = start + timedelta(days=dice.randint(60, 280))
        _term(folder, calendar_id, f"Year {year + 1}", "year", (start, end))
        for kind in parts:
            _parts(folder, calendar_id, kind, start, end)
        summer = end + timedelta(days=dice.randint(1, 20))
        after = summer + timedelta(days=dice.randint(10, 45))
        if folder.chance(0.6):
            _term(folder, calendar_id, f"Summer {year + 1}", "esy", (summer, after))
        for _ in range(dice.randint(2, 14)):
            _odd_day(folder, calendar_id, start, after)
        if folder.chance(0.6):  # the calendar's own cycle days
            folder.cycles[calendar_id] = dice.choice((2, 2, 5, 6))
            for _ in range(dice.randint(0, 3)):
                _cycle_day(folder, calendar_id, start, end)
        start = after + timedelta(days=dice.randint(1, 30))


def _cycle_day(folder: Invented, calendar_id: str, first: date, last: date) -> None:
    on = folder.day_in(first, last)
    if on.weekday() < 5:  # `school_day` wins over all, so that it is surely one
        place = folder.dice.randint(1, folder.cycles[calendar_id])
        folder.add("calendar", calendar_id=calendar_id, date=on, kind="school_day", cycle_day=place)


def _term(folder: Invented, calendar_id: str, name: str, kind: str, span: tuple[date, date]) -> None:
    start, end = span
    folder.add("terms", calendar_id=calendar_id, name=name, kind=kind, start=start, end=end)


def _parts(folder: Invented, calendar_id: str, kind: str, start: date, end: date) -> None:
    count = 4 if kind == "quarter" else 2
    step = ((end - start).days + 1) // count
    for part in range(count):
        first = start + timedelta(days=part * step)
        last = end if part == count - 1 else first + timedelta(days=step - 1)
        if folder.chance(0.1):
            last -= timedelta(days=folder.dice.randint(1, 4))  # a gap between two terms
        _term(folder, calendar_id, f"{kind} {part + 1} from {first}", kind, (first, last))


def _odd_day(folder: Invented, calendar_id: str, first: date, last: date) -> None:
    dice = folder.dice
    on = folder.day_in(first, last - timedelta(days=9))
    if folder.chance(0.3):  # the last days of a week, or of a month
        on += timedelta(days=4 - on.weekday() if on.weekday() < 5 else 0)
        if folder.chance(0.4):
            on = (on.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=dice.randint(1, 3))
    kinds = dice.choice((CLOSURES, CLOSURES, SHORTENED, ("school_day",)))
    chosen = [dice.choice(kinds)]
    if chosen == ["school_day"] and folder.chance(0.7):
        while on.weekday() != 5:
            on += timedelta(days=1)
    if folder.chance(0.2):  # several rows on one day
        chosen += [dice.choice([k for k in (*CLOSURES, *SHORTENED, "school_day") if k not in chosen])]
    for kind in chosen:
        long = kind != "school_day" and folder.chance(0.3)
        folder.add(
            "calendar",
            calendar_id=calendar_id,
            date=on,
            until=on + timedelta(days=dice.randint(0, 9)) if long else None,
            kind=kind,
            grades="; ".join(dice.sample(GRADES, 2)) if folder.chance(0.2) else None,
        )


def invent_people(folder: Invented, students: int) -> None:
    """Add schools, students and providers."""
    dice = folder.dice
    calendars = sorted({row["calendar_id"] for row in folder.tables["terms"]})
    policies = [pack["id"] for pack in folder.packs]
    usual = [p for p in policies if p != "us-federal"]
    for _ in range(dice.choice((0, 1, 2, 2))):
        folder.add(
            "schools",
            school_id=folder.new_id("schools"),
            name="Made-up School",
            calendar_id=dice.choice(calendars),
            policy_id=dice.choice(usual),
        )
    for _ in range(dice.randint(1, 3)):
        several = "; ".join(t.title() for t in dice.sample(TYPES, dice.randint(1, 2)))
        folder.add(
            "providers",
            provider_id=folder.new_id("providers"),
            name="Made-up Provider",
            service_types=several if folder.chance(0.5) else None,
        )
    for _ in range(students):
        school = dice.choice(folder.tables["schools"]) if folder.tables["schools"] else None
        own_calendar = len(calendars) > 1 if school is None else folder.chance(0.2)
        own_policy = folder.chance(0.95 if school is None else 0.2)
        folder.add(
            "students",
            student_id=folder.new_id("students"),
            school_id=school["school_id"] if school else None,
            calendar_id=dice.choice(calendars) if own_calendar else None,
            policy_id=dice.choice(usual) if own_policy else None,
            grade=dice.choice((*GRADES, "")),
        )
