"""Random folders of records: lifelike, nasty, and valid."""

from datetime import date, timedelta
from pathlib import Path

from tests.oracle.invent_log import invent_log
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
    terms = folder.tables["terms"]
    first = date.fromisoformat(min(term["start"] for term in terms))
    last = date.fromisoformat(max(term["end"] for term in terms))
    middle = folder.day_in(first, last)
    sunday = middle + timedelta(days=6 - middle.weekday())
    month_end = middle.replace(day=1) - timedelta(days=1)
    some_end = date.fromisoformat(folder.dice.choice(terms)["end"])
    return sorted({middle, sunday, month_end, some_end, last + timedelta(days=90)})


def _invent(seed: int, size: str) -> Invented:
    folder = Invented(seed)
    for number in range(folder.dice.choice((1, 1, 2))):
        invent_calendar(folder, f"cal-{number + 1}")
    invent_packs(folder)
    invent_people(folder, folder.dice.randint(*STUDENTS[size]))
    for student in folder.tables["students"]:
        invent_services(folder, student)
        invent_log(folder, student)
    return folder
