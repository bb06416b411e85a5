"""Random folders of records: lifelike, nasty, and valid."""

from datetime import date, timedelta
from pathlib import Path

from tests.oracle.invent_absences import invent_absences
from tests.oracle.invent_known import invent_known
from tests.oracle.invent_log import invent_groups, invent_log
from tests.oracle.invent_packs import invent_packs
from tests.oracle.invent_school import invent_calendar, invent_people
from tests.oracle.invent_services import invent_services
from tests.oracle.invented import Invented

STUDENTS = {"small": (1, 4), "large": (20, 40)}


def write_folder(path: Path, seed: int, size: str = "small") -> Path:
    """Write the folder of a seed to a path and return the path."""
    _invent(seed, size).write(path)
    return path


def as_of_dates(seed: int, size: str = "small") -> list[date]:
    """Return as-of dates worth asking a seed's folder for, earliest first."""
    folder = _invent(seed, size)
    first, last = _span(folder)
    middle = folder.day_in(first, last)
    week_end = middle + timedelta(days=folder.dice.choice((4, 5, 6)) - middle.weekday())
    month_end = middle.replace(day=1) - timedelta(days=1)
    some_end = date.fromisoformat(folder.dice.choice(folder.tables["terms"])["end"])
    # A day of a make-up that names a row: that row's period may be open then, or not yet begun.
    linked = [date.fromisoformat(row["date"]) for row in folder.tables["sessions"] if row.get("makeup_for")]
    of_link = folder.dice.choice(linked) if linked else middle
    return sorted({week_end, month_end, min(some_end, last), of_link, last + timedelta(days=90)})


def known_on_dates(seed: int, size: str = "small") -> list[date | None]:
    """Return known-on dates worth asking a seed's folder for; None, which knows all, first."""
    folder = _invent(seed, size)
    stamps = sorted({row["recorded_at"][:10] for rows in folder.tables.values() for row in rows if _stamped(row)})
    if not stamps:
        return [None]
    return [None, *sorted(date.fromisoformat(folder.dice.choice(stamps)) for _ in range(2))]


def _stamped(row: dict[str, str]) -> bool:
    return bool(row.get("recorded_at"))


def _span(folder: Invented) -> tuple[date, date]:
    terms = folder.tables["terms"]
    first, last = min(term["start"] for term in terms), max(term["end"] for term in terms)
    return date.fromisoformat(first), date.fromisoformat(last)


def _invent(seed: int, size: str) -> Invented:
    folder = Invented(seed)
    for number in range(folder.dice.choice((1, 1, 2))):
        invent_calendar(folder, f"cal-{number + 1}")
    invent_packs(folder)
    invent_people(folder, folder.dice.randint(*STUDENTS[size]))
    for student in folder.tables["students"]:
        invent_services(folder, student)
        invent_log(folder, student)
    invent_groups(folder)
    invent_absences(folder)
    invent_known(folder)
    return folder
