"""Random folders of records with all that a plan wants to know: providers' time, bells, ways, limits, uses of time."""

import csv
import datetime as dt
from pathlib import Path
from random import Random

from tests.oracle.folders import as_of_dates, write_folder

Row = dict[str, str]
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
TYPES = "speech;ot;reading"


def planned_folder(path: Path, seed: int, size: str = "small") -> tuple[Path, dt.date]:
    """Write the folder of a seed, and return it with the day as of which a plan may be asked for."""
    luck = Random(f"planned {seed}")  # noqa: S311 - for tests, not for secrets
    write_folder(path, seed, size)
    as_of = luck.choice(as_of_dates(seed, size)[:3])
    schools = _schools(path, luck)
    providers = _providers(path, luck, schools)
    _write(path, "availability", _times(luck, schools, providers, as_of))
    _write(path, "bell", [_bell(luck, school, day) for school in schools for day in DAYS if luck.random() < 0.95])
    _write(path, "student_times", _uses(luck, schools, _read(path, "students")))
    pairs = [(one, other) for one in schools for other in schools if one != other]
    ways = [{"from": one, "to": other, "minutes": str(luck.choice([5, 12, 20]))} for one, other in pairs]
    _write(path, "travel", [way for way in ways if luck.random() < 0.7])
    _write(path, "limits", [_limits(luck)])
    return path, as_of


def _read(path: Path, table: str) -> list[Row]:
    place = path / f"{table}.csv"
    if not place.exists():
        return []
    with place.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(path: Path, table: str, rows: list[Row]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    if names:
        with (path / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, names, restval="")
            writer.writeheader()
            writer.writerows(rows)


def _schools(path: Path, luck: Random) -> list[str]:
    """Give every student a school."""
    schools, students = _read(path, "schools"), _read(path, "students")
    if not schools:
        policy = next(row["policy_id"] for row in students if row.get("policy_id"))
        calendar = _read(path, "terms")[0]["calendar_id"]
        schools = [
            {"school_id": name, "name": name, "calendar_id": calendar, "policy_id": policy} for name in ("one", "two")
        ]
        _write(path, "schools", schools)
    for row in students:
        row["school_id"] = row.get("school_id") or luck.choice(schools)["school_id"]
    _write(path, "students", students)
    return [row["school_id"] for row in schools]


def _providers(path: Path, luck: Random, schools: list[str]) -> list[str]:
    """Add three providers, and give everybody a base and services."""
    rows = _read(path, "providers") + [{"provider_id": f"extra {n}", "name": "Made-up Provider"} for n in range(3)]
    for row in rows:
        row["service_types"] = row.get("service_types") or luck.choice([TYPES, "speech", "reading;ot"])
        row["school_id"] = luck.choice([*schools, ""])
        row["hourly_cost"] = luck.choice(["", "80", "75.50"])
    _write(path, "providers", rows)
    return [row["provider_id"] for row in rows]


def _times(luck: Random, schools: list[str], providers: list[str], as_of: dt.date) -> list[Row]:
    rows = []
    for provider in providers:
        for _ in range(luck.randint(2, 6)):
            dated = luck.random() < 0.25
            start = luck.choice([480, 540, 605, 780, 870])
            rows.append(
                {
                    "provider_id": provider,
                    "weekday": "" if dated else luck.choice(DAYS),
                    "date": str(as_of + dt.timedelta(days=luck.randint(1, 14))) if dated else "",
                    **_span(start, start + luck.choice([25, 60, 150])),
                    "school_id": luck.choice(["", "", *schools]),
                }
            )
    return rows


def _bell(luck: Random, school: str, day: str) -> Row:
    return {"school_id": school, "weekday": day, **_span(luck.choice([480, 495]), luck.choice([870, 900]))}


def _uses(luck: Random, schools: list[str], students: list[Row]) -> list[Row]:
    rows = [
        {"school_id": school, "weekday": day, **_span(690, 730), "use": "lunch"} for school in schools for day in DAYS
    ]
    for student in students:
        if luck.random() < 0.4:
            start = luck.randrange(480, 800, 5)
            use = luck.choice(["open", "core", "protected"])
            rows.append(
                {
                    "student_id": student["student_id"],
                    "weekday": luck.choice(DAYS),
                    **_span(start, start + luck.choice([45, 120])),
                    "use": use,
                }
            )
    return rows


def _limits(luck: Random) -> Row:
    some = {
        "student_day": ["", "30", "60"],
        "student_week": ["", "60", "100"],
        "provider_day": ["", "90"],
        "provider_week": ["", "240"],
        "shortest": ["", "10", "15"],
        "longest": ["", "30", "45"],
        "grade_span": ["", "1"],
    }
    row = {name: luck.choice(values) for name, values in some.items()}
    return row if any(row.values()) else row | {"shortest": "5"}


def _span(start: int, end: int) -> Row:
    return {"start": f"{start // 60:02}:{start % 60:02}", "end": f"{end // 60:02}:{end % 60:02}"}
