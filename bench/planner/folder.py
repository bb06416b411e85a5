"""A made-up instance as a folder of records, for timing a plan from the tables on.

    python -m bench.planner.folder KIND SEED DIR [--students N]

The ledger of the folder as of the day before the plan's first finds the instance's minutes owed. Deadlines are the
policy's, as near to the instance's as its few reasons allow.
"""

import argparse
import csv
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bench.planner.log_rows import (
    DAYS,
    UNLOGGED,
    WITHIN,
    Row,
    schedule_rows,
    service_rows,
    services_of,
    session_rows,
)

from makegood.planner.invent import SHAPES, invent
from makegood.planner.invent.days import YEAR
from makegood.plans.instance import Availability, Instance
from makegood.terms.clock import clock

_CLOSED: Final = (
    (dt.date(2026, 9, 7), dt.date(2026, 9, 7)),
    (dt.date(2026, 11, 26), dt.date(2026, 11, 27)),
    (dt.date(2026, 12, 21), dt.date(2027, 1, 1)),
)
"""Days off before any miss."""

_GIVEN: Final = ("Ambrielle", "Corvin", "Dellamy", "Estrin", "Fennick", "Junivere", "Maribeck", "Oswyn", "Tamsolin")
_FAMILY: Final = ("Alderwick", "Brindlemoor", "Copperlea", "Dunmarrow", "Fernhollow", "Larkspire", "Wexcombe")


def write_records(instance: Instance, folder: Path) -> None:
    """Write an invented instance as a folder of records.

    Args:
        instance: From `invent`, whose providers give one type of service each.
        folder: Where; an empty one, or one that is not there yet.
    """
    (folder / "policies").mkdir(parents=True, exist_ok=True)
    (folder / "policies" / "invented.yaml").write_text(_policy(), encoding="utf-8")
    services, days = services_of(instance), _past(instance.first)
    tables = _tables(instance) | {
        "services": service_rows(services),
        "schedule": schedule_rows(services),
        "sessions": session_rows(services, days),
    }
    for name, rows in ((name, list(rows)) for name, rows in tables.items()):
        if rows:
            _write(folder / f"{name}.csv", rows)


def _tables(instance: Instance) -> dict[str, Iterable[Row]]:
    calendars = {each.school_id: each.calendar for each in instance.students}
    spans = {
        name: [{key: row.id, "date": row.first, "until": row.last} for row in rows]
        for name, key, rows in (
            ("student_absences", "student_id", instance.student_away),
            ("provider_absences", "provider_id", instance.provider_away),
        )
    }
    return {
        "terms": [
            {"calendar_id": each, "name": "School year", "kind": "year", "start": YEAR[0], "end": YEAR[1]}
            for each in instance.school_days
        ],
        "calendar": _calendar(instance),
        "schools": [
            {"school_id": each, "name": f"{each} School", "calendar_id": calendar, "policy_id": "invented"}
            for each, calendar in calendars.items()
        ],
        "students": [
            {
                "student_id": each.student_id,
                "school_id": each.school_id,
                "given_name": _GIVEN[number % len(_GIVEN)],
                "family_name": _FAMILY[number % len(_FAMILY)],
                "grade": each.grade,
            }
            for number, each in enumerate(instance.students)
        ],
        "providers": _providers(instance),
        "availability": [_available(row) for row in instance.availability],
        "bell": [_timed(asdict(row)) for row in instance.bell],
        "student_times": [_timed(asdict(row)) for row in instance.student_times],
        "travel": [{"from": row.start, "to": row.end, "minutes": row.minutes} for row in instance.travel],
        "limits": [asdict(instance.limits)],
        **spans,
    }


def _providers(instance: Instance) -> Iterator[Row]:
    for number, each in enumerate(instance.providers):
        yield {
            "provider_id": each.provider_id,
            "name": f"{_GIVEN[-1 - number % len(_GIVEN)]} {_FAMILY[number % len(_FAMILY)]}",
            "service_types": ";".join(each.service_types),
            "school_id": each.school_id,
            "employer": each.employer,
            "hourly_cost": None if each.hourly_cost is None else f"{each.hourly_cost / 100:.2f}",
        }


def _calendar(instance: Instance) -> Iterator[Row]:
    """Yield the days off, those of the plan's weeks as the instance has them."""
    weeks = [instance.first + dt.timedelta(n) for n in range((instance.last - instance.first).days + 1)]
    for calendar, days in instance.school_days.items():
        for first, last in _CLOSED:
            yield {"calendar_id": calendar, "date": first, "kind": "holiday", "until": last}
        for day in weeks:
            if day.weekday() < 5 and day not in days:  # noqa: PLR2004 - Saturday
                yield {"calendar_id": calendar, "date": day, "kind": "holiday", "until": day}


def _past(until: dt.date) -> list[dt.date]:
    """Return the days with school before the plan."""
    days = (YEAR[0] + dt.timedelta(n) for n in range((until - YEAR[0]).days))
    return [
        day
        for day in days
        if day.weekday() < 5 and not any(first <= day <= last for first, last in _CLOSED)  # noqa: PLR2004
    ]


def _available(row: Availability) -> Row:
    cells = _timed(asdict(row))
    return cells | {"first_day": cells.pop("first"), "last_day": cells.pop("last")}


def _timed(row: Row) -> Row:
    weekday = row["weekday"]
    times = {"start": clock(row["start"]), "end": clock(row["end"])}
    return row | times | {"weekday": None if weekday is None else DAYS[weekday]}


def _policy() -> str:
    within = {**WITHIN, "unrecorded": UNLOGGED}
    rules = [
        f"      {reason}: {{disposition: owed, source: invented"
        + ("}" if days is None else f", make_up_within: {{n: {days}, unit: calendar_days}}}}")
        for reason, days in within.items()
    ]
    head = ["id: invented", "title: Rules of a made-up district", "level: assumption", "binding: false"]
    source = "  invented: {title: Made up to time a plan, verification: found}"
    return "\n".join([*head, "inherits: us-federal", "versions:", "  - reasons:", *rules, "sources:", source, ""])


def _write(path: Path, rows: list[Row]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Write a folder, and say how to plan it."""
    parser = argparse.ArgumentParser(prog="python -m bench.planner.folder", description=__doc__)
    parser.add_argument("kind", choices=SHAPES)
    parser.add_argument("seed", type=int)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--students", type=int, help="instead of the kind's own number")
    asked = parser.parse_args()
    instance = invent(asked.kind, asked.seed, students=asked.students)
    write_records(instance, asked.dir)
    owed = sum(miss.minutes for miss in instance.misses)
    print(f"{len(instance.students):,} students, {owed:,} minutes owed: {asked.dir}")
    upto = instance.first - dt.timedelta(days=1)
    print(f"makegood plan {asked.dir} --as-of {upto} --from {instance.first} --until {instance.last}")


if __name__ == "__main__":
    main()
