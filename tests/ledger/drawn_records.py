"""Records that hypothesis draws: the oracle's invented folders, and one child's small log."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st
from tests.oracle.folders import write_folder
from tests.statements.small_folder import house

from makegood.intake import read_folder
from makegood.records import TABLES, Determinations, Offers, Records, Services, Sessions, Students, Table, Terms

ROOM = TemporaryDirectory(prefix="makegood-drawn-")
"""Where they are written; it goes when the tests end."""
FIRST, LAST = dt.date(2026, 8, 24), dt.date(2026, 12, 18)
IDS = [*"0123456789", "10", "11", "a", "Z", "a1", "é", "_", "10x", "Z0", "09"]
"""Their order as text is neither that of numbers nor that of this list."""

RULES = """{from: 2020-01-01, short_period: by_school_days, reasons: {
  provider_absent: {disposition: owed, make_up_within: {n: 5, unit: school_days}, source: us},
  provider_late: {disposition: owed, declined_offer: releases, source: us},
  vacancy: {disposition: owed, make_up_within: {end_of: quarter}, declined_offer: releases, source: us},
  unrecorded: {disposition: owed, source: us},
  student_absent: {disposition: not_owed, source: us}}}"""
REASONS = ("provider_absent", "provider_late", "vacancy", "student_absent", "school_activity", None)


@dataclass(frozen=True, slots=True)
class Case:
    """Records, and a day to account for them."""

    records: Records
    as_of: dt.date


def table_of(table: type[Table], rows: list[dict[str, Any]]) -> Any:
    """Build a table; what a row leaves out is blank."""
    columns = {
        name: [row[name] if row.get(name) is not None else spec.blank for row in rows]
        for name, spec in table.columns().items()
    }
    return table.of(columns, list(range(2, len(rows) + 2)))


def with_rows(records: Records, name: str, rows: list[dict[str, Any]]) -> Records:
    """Return the records with rows added to a table."""
    table = records.table(name)
    return with_tables(records, {name: table_of(type(table), [*table.rows_as_dicts(), *rows])})


def with_tables(records: Records, tables: Mapping[str, Table]) -> Records:
    """Return the records with other tables in the place of theirs."""
    changed: dict[str, Any] = dict(tables)
    return replace(records, **changed)


def counting(records: Records, as_of: dt.date) -> list[dict[str, Any]]:
    """Return the rows of the log that count: up to the day, and not replaced."""
    rows = records.sessions.rows_as_dicts()
    replaced = {row["corrects"] for row in rows}
    return [row for row in rows if row["session_id"] not in replaced and row["date"] <= as_of]


def is_regular(row: dict[str, Any]) -> bool:
    """Tell whether a row of the log is a regular session."""
    return row["kind"] in (None, "regular") and not row["makeup_for"] and not row["award_id"]


@cache
def invented(seed: int) -> Records:
    """Return the records that the oracle's tests invent from a seed."""
    records, findings = read_folder(write_folder(Path(ROOM.name) / str(seed), seed))
    assert records is not None, findings
    return records


@cache
def policies() -> Path:
    """Write the pack `house` that the small log is judged by."""
    folder = Path(ROOM.name) / "policies"
    folder.mkdir()
    (folder / "house.yaml").write_text(house(RULES), encoding="utf-8")
    return folder


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw records and a day: half of them an invented folder, half a small log."""
    records = draw(small_records() | st.integers(0, 299).map(invented))
    first, last = min(records.terms.start), max(records.terms.end) + dt.timedelta(60)
    return Case(records, draw(st.dates(first, last)))


@st.composite
def small_records(draw: st.DrawFn) -> Records:
    """Draw one child's log of one or two services of one type."""
    day = st.dates(FIRST, LAST)
    services = [
        {
            "service_id": name,
            "student_id": "S",
            "service_type": "speech",
            "minutes": draw(st.integers(1, 45)),
            "per": draw(st.sampled_from(("day", "week", "cycle", "month", "quarter", "year", "iep"))),
            "sessions": draw(st.integers(1, 3)),
            "start": draw(st.none() | st.dates(FIRST, FIRST + dt.timedelta(50))),
            "end": draw(st.none() | st.dates(LAST - dt.timedelta(50), LAST)),
        }
        for name in ("V2", "V10")[: draw(st.integers(1, 2))]
    ]
    for service in services:
        if service["per"] in ("week", "cycle", "month"):
            service["every"] = draw(st.integers(1, 6))
    ids = draw(st.permutations(IDS))[: draw(st.integers(0, 14))]
    sessions: list[dict[str, Any]] = []
    for id_ in ids:
        row = {
            "session_id": id_,
            "service_id": draw(st.sampled_from([service["service_id"] for service in services])),
            "date": draw(day),
            "minutes_delivered": draw(st.sampled_from((0, 0, 10, 25, 40))),
            "minutes_planned": draw(st.none() | st.integers(0, 50)),
            "reason": draw(st.sampled_from(REASONS)),
            "as_written": draw(st.sampled_from((None, None, True, False))),
            "kind": draw(st.sampled_from((None, None, "make_up"))),
        }
        misses = [other["session_id"] for other in sessions if is_regular(other | {"award_id": None})]
        row["makeup_for"] = draw(st.none() | st.sampled_from(misses)) if row["kind"] and misses else None
        sessions.append(row)
    named = [row["session_id"] for row in sessions if row["kind"] is None]
    decided = [
        {
            "determination_id": f"D{id_}",
            "session_id": id_,
            "disposition": draw(st.sampled_from(("owed", "not_owed", "team_decides"))),
            "minutes": draw(st.none() | st.integers(0, 50)),
            "decided_on": draw(st.none() | day),
        }
        for id_ in named
        if draw(st.integers(0, 3)) == 0
    ]
    offered = [
        {"offer_id": f"O{id_}", "session_id": id_, "date": draw(day), "response": "declined"}
        for id_ in named
        if draw(st.integers(0, 3)) == 0
    ]
    half = dt.date(2026, 10, 23)
    terms = [
        {"calendar_id": "C", "name": "Y", "kind": "year", "start": FIRST, "end": LAST},
        {"calendar_id": "C", "name": "Q1", "kind": "quarter", "start": FIRST, "end": half},
        {"calendar_id": "C", "name": "Q2", "kind": "quarter", "start": half + dt.timedelta(1), "end": LAST},
    ]
    days = [
        {"calendar_id": "C", "date": draw(day), "kind": kind}
        for kind in draw(st.lists(st.sampled_from(("holiday", "school_day", "remote_day")), max_size=4))
    ]
    calendar = next(table for table in TABLES if table.NAME == "calendar")
    return Records(
        students=table_of(Students, [{"student_id": "S", "policy_id": "house"}]),
        terms=table_of(Terms, terms),
        calendar=table_of(calendar, days),
        services=table_of(Services, services),
        sessions=table_of(Sessions, sessions),
        determinations=table_of(Determinations, decided),
        offers=table_of(Offers, offered),
        policies=policies(),
    )
