"""An instance as a file of JSON, which other programs can write and read too: `docs/instances.md`."""

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from makegood.files.json_file import read_json
from makegood.files.refusal import Refusal
from makegood.plans.instance import (
    Availability,
    Away,
    Bell,
    Declined,
    Instance,
    Limits,
    Miss,
    Provider,
    Regular,
    Session,
    Student,
    StudentTime,
    Travel,
)
from makegood.plans.instance_file.cells import BAD, read_date
from makegood.plans.instance_file.checks import disagreements
from makegood.plans.instance_file.reader import Reader
from makegood.plans.instance_file.rows import write_row
from makegood.terms.findings import Finding, Origin

FORMAT: Final = "makegood-plan-instance"
VERSION: Final = 1
_CYCLE: Final = re.compile(r"[1-9]\d{0,8}", re.ASCII)

LISTS: Final[dict[str, type]] = {
    "providers": Provider,
    "students": Student,
    "misses": Miss,
    "availability": Availability,
    "travel": Travel,
    "student_times": StudentTime,
    "bell": Bell,
    "regular": Regular,
    "provider_away": Away,
    "student_away": Away,
    "pinned": Session,
    "declined": Declined,
}
_NEEDED: Final = ("providers", "students", "misses")
_NAMES: Final = ("format", "version", "first", "last", "limits", "school_days", "cycle_days", *LISTS)


def write_instance(instance: Instance, path: Path) -> None:
    """Write an instance, packed if the name ends in `.gz`; the same instance gives the same bytes.

    Raises:
        OSError: If the file cannot be written.
    """
    data = "".join(_lines(instance)).encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def read_instance(path: Path) -> tuple[Instance | None, list[Finding]]:
    """Read an instance; `.gz` is unpacked.

    Returns:
        The instance, or None if there is any finding; and what cannot be used: where, what was found, what was
        expected.
    """
    reader = Reader(path.name)
    value = read_json(path)
    if isinstance(value, Refusal):
        return None, [_refused(path, value.says)]
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return None, [_refused(path, f'{path.name} does not say "format": "{FORMAT}".')]
    if type(value.get("version")) is not int or value["version"] != VERSION:
        reader.refuse("version", value.get("version"), str(VERSION))
        return None, reader.findings
    instance = _instance(value, reader)
    if instance is not None:
        for where, found, expected in disagreements(instance):
            reader.refuse(where, found, expected)
    return (None if reader.findings else instance), reader.findings


def _instance(value: dict[str, Any], reader: Reader) -> Instance | None:
    reader.unknown(value, _NAMES)
    days: dict[str, Any] = {name: read_date(value.get(name)) for name in ("first", "last")}
    for name, day in days.items():
        if day is BAD:
            reader.refuse(name, value.get(name), "a day such as 2027-03-16")
    rows: dict[str, Any] = {
        name: tuple(reader.rows(kind, value.get(name), name))
        for name, kind in LISTS.items()
        if name in _NEEDED or value.get(name) is not None
    }
    limits = Limits() if value.get("limits") is None else reader.row(Limits, value["limits"], "limits")
    school_days = _school_days(value.get("school_days"), reader)
    cycle_days = {} if value.get("cycle_days") is None else _cycle_days(value["cycle_days"], reader)
    if reader.findings:
        return None
    return Instance(**days, **rows, limits=limits, school_days=school_days, cycle_days=cycle_days)


def _school_days(found: Any, reader: Reader) -> dict[str, Any]:
    if not isinstance(found, dict):
        reader.refuse("school_days", found, "an object in braces, with the days of each calendar")
        return {}
    read: dict[str, Any] = {}
    for calendar, days in found.items():
        read[calendar] = tuple(map(read_date, days)) if isinstance(days, list) else (BAD,)
        if BAD in read[calendar]:
            reader.refuse(f"school_days.{ascii(calendar)[1:-1]}", days, "a list of days such as 2027-03-16")
    return read


def _cycle_days(found: Any, reader: Reader) -> dict[str, Any]:
    if not isinstance(found, dict):
        reader.refuse("cycle_days", found, "an object in braces, with the cycles of each calendar")
        return {}
    read: dict[str, Any] = {}
    for calendar, cycles in found.items():
        read[calendar] = {}
        for cycle, places in cycles.items() if isinstance(cycles, dict) else [("", None)]:
            days = {read_date(day): place for day, place in places.items()} if isinstance(places, dict) else {BAD: 0}
            length = int(cycle) if _CYCLE.fullmatch(cycle) else 0
            fits = all(type(place) is int and 1 <= place <= length for place in days.values())
            if not length or BAD in days or not fits:
                where = f"cycle_days.{ascii(calendar)[1:-1]}"
                reader.refuse(where, cycles, 'the days of each cycle with their place, as {"2": {"2027-03-16": 1}}')
            read[calendar][length] = days
    return read


def _lines(instance: Instance) -> Iterator[str]:
    """Yield the file in pieces: a line for each row, so that people and programs can compare files."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "first": instance.first.isoformat(),
        "last": instance.last.isoformat(),
        "limits": write_row(instance.limits),
    }
    yield "{" + ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in head.items())
    days = {name: [day.isoformat() for day in each] for name, each in instance.school_days.items()}
    yield f',\n"school_days": {json.dumps(days, ensure_ascii=False)}'
    if instance.cycle_days:
        yield f',\n"cycle_days": {json.dumps(_written(instance.cycle_days), ensure_ascii=False)}'
    for name in LISTS:
        if name == "declined" and not instance.declined:
            continue  # Files from before there was such a list keep their bytes.
        rows = (json.dumps(write_row(row), ensure_ascii=False) for row in getattr(instance, name))
        yield f',\n"{name}": [' + ",".join(f"\n{row}" for row in rows) + "]"
    yield "}\n"


def _written(cycle_days: dict[str, dict[int, dict[dt.date, int]]]) -> dict[str, Any]:
    return {
        calendar: {
            str(cycle): {day.isoformat(): place for day, place in days.items()} for cycle, days in cycles.items()
        }
        for calendar, cycles in cycle_days.items()
    }


def _refused(path: Path, message: str) -> Finding:
    expected = "a file as docs/instances.md describes it"
    return Finding("error", "bad_instance", message, Origin(path.name), expected=expected)
