"""Writing a simulated state, a bucket at a time."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa

from makegood.calendars import date_of
from makegood.ledger.columns import MAKE_UP
from makegood.ledger.state.write import write_table
from makegood.simulation.log import Array, Rows, compensatory, held, make_ups
from makegood.simulation.promises import PERS, TYPES, Promises, promised
from makegood.simulation.year import CALENDARS, END, Year
from makegood.terms.accounts import DISPOSITIONS

STUDENTS_A_BUCKET: Final = 31_250
"""About 64,000 services and 3.6 million sessions: a few hundred megabytes while they are folded."""

YEAR_END: Final[dt.date] = date_of(END)
_IDS_A_BUCKET: Final = 4_500_000
_FIRST_ID: Final = 1_000_000_000
_AWARD: Final = 300
_DECIDED, _DECLINED = 0.01, 0.01

POLICY: Final = """\
id: simulated-state
title: A made-up state for measuring
level: assumption
binding: false
inherits: us-federal
versions:
  - from: 2025-07-01
    to: 2025-12-31
    short_period: by_school_days
    reasons: &rules
{rules}
  - from: 2026-01-01
    short_period: by_school_days
    reasons:
{rules}
sources:
  none: {{title: Made up for measuring, citation: none, href: "https://example.org", verification: found}}
"""
_RULES: Final = (
    "provider_absent: {disposition: owed, make_up_within: {n: 30, unit: school_days}, source: none}",
    "provider_other_duty: {disposition: owed, make_up_within: {n: 30, unit: school_days}, source: none}",
    "vacancy: {disposition: owed, make_up_within: {end_of: year}, source: none}",
    "school_activity: {disposition: owed, make_up_within: {end_of: quarter}, declined_offer: releases, source: none}",
    "assessment: {disposition: team_decides, source: none}",
    "student_absent: {disposition: not_owed, source: none}",
    "student_refused: {disposition: not_owed, source: none}",
    "weather_closure: {disposition: not_owed, source: none}",
    "no_space_or_equipment: {disposition: owed, make_up_within: {n: 20, unit: business_days}, source: none}",
)


def simulate(
    students: int,
    seed: int,
    out: Path,
    *,
    threads: int = 2,
    done: Callable[[int, int], None] = lambda _done, _all: None,
) -> None:
    """Write a made-up state of so many students into a folder that is there; a seed gives the same state again.

    Args:
        students: How many students.
        seed: Chooses the state.
        out: The folder.
        threads: How many buckets are written at once.
        done: Called with the buckets done and the buckets there are.
    """
    policies = out / "policies"
    policies.mkdir()
    rules = "\n".join(f"      {rule}" for rule in _RULES)
    (policies / "simulated-state.yaml").write_text(POLICY.replace(" &rules", "").format(rules=rules), "utf-8")
    sizes = [min(STUDENTS_A_BUCKET, students - begin) for begin in range(0, students, STUDENTS_A_BUCKET)]
    task = partial(_bucket, seed, out)
    with ThreadPoolExecutor(threads) as pool:
        for finished, _ in enumerate(pool.map(task, range(len(sizes)), sizes), 1):
            done(finished, len(sizes))


def _bucket(seed: int, out: Path, number: int, students: int) -> None:
    rng = np.random.default_rng([seed, number])
    name = f"{number:05d}"
    years = [Year.drawn(f"{name}-{place}", rng) for place in range(CALENDARS)]
    promises = promised(students, rng)
    rows, links = _in_order(promises, years, rng)
    _write_people(out, name, number, promises, years)
    awarded = links["awarded"]
    missed = np.flatnonzero((rows.planned > rows.delivered) & (rows.mark == 0)).astype(np.int32)
    decided = missed[rng.random(len(missed)) < _DECIDED]
    write = partial(write_table, out, bucket=name)
    write("links", columns={"row": links["row"], "names": links["names"]})
    write(
        "decided",
        columns={
            "row": decided,
            "disposition": rng.integers(0, len(DISPOSITIONS), len(decided)).astype(np.int32),
            "minutes": np.where(rng.random(len(decided)) < 0.2, 10, -1).astype(np.int32),  # noqa: PLR2004
            "determination_id": [f"D{name}{place:06d}" for place in range(len(decided))],
            "citation": _words(np.zeros(len(decided), np.int32), ["Determination on record"]),
        },
    )
    write("declined", columns={"row": missed[rng.random(len(missed)) < _DECLINED]})
    write(
        "awards",
        columns={
            "award_id": [f"A{name}{place:06d}" for place in range(len(awarded))],
            "service_type": _words(promises.type[awarded], TYPES),
            "student": promises.student[awarded],
            "minutes": np.full(len(awarded), _AWARD, np.int32),
        },
    )
    by_day = np.argsort(rows.day, kind="stable")
    ids = np.empty(len(by_day), np.int32)
    ids[by_day] = _FIRST_ID + number * _IDS_A_BUCKET + np.arange(len(by_day), dtype=np.int32)
    write(
        "sessions",
        columns={
            "service": rows.service,
            "date": rows.day,
            "minutes_delivered": rows.delivered,
            "minutes_planned": rows.planned,
            "reason": rows.reason,
            "mark": rows.mark,
            "session_id": ids,
        },
    )
    counts = np.bincount(rows.service, minlength=len(promises.student)).astype(np.int32)
    write("services", columns=_services(number, promises, years, counts))


def _in_order(promises: Promises, years: list[Year], rng: np.random.Generator) -> tuple[Rows, dict[str, Array]]:
    """Put all rows in order by service and date, and say which rows the links name now."""
    regular = held(promises, years, rng)
    made_up = make_ups(regular, promises, years, rng)
    given, awarded = compensatory(promises, rng)
    parts = (regular, made_up, given)
    joined = Rows(*(np.concatenate([getattr(part, f) for part in parts]) for f in Rows.__slots__))
    order = np.argsort(joined.service.astype(np.int64) * 100_000 + joined.day, kind="stable")
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    rows = Rows(*(getattr(joined, f)[order] for f in Rows.__slots__))
    linked = np.flatnonzero(rows.names >= 0).astype(np.int32)
    names = rows.names[linked]
    names = np.where(rows.mark[linked] == MAKE_UP, place[names], names).astype(np.int32)
    return rows, {"row": linked, "names": names, "awarded": awarded}


def _services(number: int, promises: Promises, years: list[Year], rows: Array) -> dict[str, Any]:
    size, calendar = len(promises.student), promises.student_calendar[promises.student]
    pers = np.array([PERS.index("week") if per == "week of four" else place for place, per in enumerate(PERS)])
    whole = {name: getattr(promises, name).astype(np.int32) for name in ("student", "minutes", "sessions", "every")}
    return whole | {
        "service_id": [f"V{number:04d}{place:06d}" for place in range(size)],
        "service_type": _words(promises.type, TYPES),
        "calendar_id": _words(calendar, [year.calendar.calendar_id for year in years]),
        "policy_id": _words(np.zeros(size, np.int32), ["simulated-state"]),
        "per": _words(pers[promises.per].astype(np.int32), PERS),
        "esy": np.zeros(size, np.int32),
        "start": promises.start,
        "end": promises.end,
        "rows": rows,
    }


def _write_people(out: Path, name: str, number: int, promises: Promises, years: list[Year]) -> None:
    size = len(promises.student_school)
    schools = [f"{name}-{place:02d}" for place in range(int(promises.student_school.max()) + 1)]
    columns = {
        "student_id": [f"{number:04d}{place:06d}" for place in range(size)],
        "school_id": _words(promises.student_school, schools),
    }
    write_table(out, "students", name, columns)
    terms = [(y.calendar.calendar_id, t.kind, t.start, t.end) for y in years for t in y.calendar.terms]
    days = [(y.calendar.calendar_id, d.kind, d.first, d.last) for y in years for d in y.calendar.differing]
    for table, rows, names in (
        ("terms", terms, ("calendar_id", "kind", "start", "end")),
        ("calendar", days, ("calendar_id", "kind", "first", "last")),
    ):
        write_table(out, table, name, {field: [row[i] for row in rows] for i, field in enumerate(names)})


def _words(places: Array, words: Any) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(list(words), pa.string()))
