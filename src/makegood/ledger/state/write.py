"""Records of a folder as a bucket of the layout for large ones."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from makegood.calendars import SchoolCalendar
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.decoding import determination_of
from makegood.ledger.state.layout import BUCKET, path_of

_MIXED: Final = ("minutes_delivered", "reason", "mark")
"""Columns of short runs: plain numbers under LZ4 are read twice as fast as from a dictionary, at the same size."""


def write_bucket(coded: CodedBook, folder: Path, bucket: str) -> None:
    """Write a coded book as a bucket. The figures of its account stay the same to the minute."""
    for table, columns in _tables(coded).items():
        write_table(folder, table, bucket, columns)


def write_table(folder: Path, table: str, bucket: str, columns: Mapping[str, Any]) -> None:
    """Write one table of a bucket in one row group, so that each column is read in one piece."""
    schema = BUCKET[table]
    arrays = [_column(columns[field.name], field.type) for field in schema]
    rows = pa.Table.from_arrays(arrays, schema=schema)
    path = path_of(folder, table, bucket)
    path.parent.mkdir(parents=True, exist_ok=True)
    columns_of_runs = [name for name in schema.names if name not in _MIXED]
    pq.write_table(
        rows,
        path,
        row_group_size=max(rows.num_rows, 1),
        use_dictionary=columns_of_runs,
        compression={name: "lz4" if name in _MIXED else "none" for name in schema.names},
    )


def _column(values: Any, type_: pa.DataType) -> pa.Array:
    if isinstance(values, pa.Array):
        return values
    if pa.types.is_dictionary(type_):
        return pa.array(values, pa.string()).dictionary_encode()
    return pa.array(values, type_)


def _tables(coded: CodedBook) -> dict[str, dict[str, Any]]:
    roster, book, log = coded.roster, coded.book, coded.book.log
    students, awards = roster.records.students, roster.records.awards
    names = [f"{place}" for place in range(len(roster.calendars))]
    session_id = roster.records.sessions.session_id
    at = {students.student_id[place]: student for student, place in enumerate(roster.students)}
    return {
        "students": {
            "student_id": [students.student_id[place] for place in roster.students],
            "school_id": [students.school_id[place] for place in roster.students],
        },
        "services": _services(coded, names),
        "weights": _weights(coded),
        "sessions": {
            "service": [service for service, count in enumerate(_rows(coded)) for _ in range(count)],
            "date": log.day,
            "minutes_delivered": log.delivered,
            "minutes_planned": log.planned,
            "reason": log.reason,
            "mark": log.mark,
            "session_id": log.order,
        },
        "ids": {"session_id": [session_id[i] if i >= 0 else None for i in coded.log.rows]},
        "links": dict(zip(("row", "names"), coded.sparse.links, strict=True)),
        "decided": _decided(coded),
        "declined": {"row": book.declined},
        "awards": {
            "award_id": [awards.award_id[place] for place in coded.sparse.awards],
            "service_type": [awards.service_type[place] for place in coded.sparse.awards],
            "student": [at[awards.student_id[place]] for place in coded.sparse.awards],
            "minutes": book.award_minutes,
        },
        "terms": _terms(names, roster.calendars),
        "calendar": _calendar(names, roster.calendars),
    }


def _rows(coded: CodedBook) -> list[int]:
    """Return how many rows of the log each service has."""
    return [end - begin for begin, end in pairwise(coded.log.row_begin)]


def _services(coded: CodedBook, calendars: list[str]) -> dict[str, Any]:
    roster, table = coded.roster, coded.roster.records.services
    places = [facts.place for facts in roster.services]
    return {
        "service_id": [table.service_id[place] for place in places],
        "service_type": [table.service_type[place] for place in places],
        "calendar_id": [calendars[place] for place in roster.calendar],
        "policy_id": [roster.policies[place].policy_id for place in roster.policy],
        "per": [table.per[place] for place in places],
        "student": roster.owners(),
        "minutes": [table.minutes[place] or 0 for place in places],
        "sessions": [table.sessions[place] or 1 for place in places],
        "every": [table.every[place] for place in places],
        "esy": [int(facts.esy) for facts in roster.services],
        "start": [facts.start for facts in roster.services],
        "end": [facts.end for facts in roster.services],
        "rows": _rows(coded),
    }


def _weights(coded: CodedBook) -> dict[str, Any]:
    rows = [(service, *weights) for service, of_service in enumerate(coded.weights) for weights in of_service]
    return {name: [row[i] for row in rows] for i, name in enumerate(BUCKET["weights"].names)}


def _decided(coded: CodedBook) -> dict[str, Any]:
    judged = [determination_of(coded, decided) for decided in range(len(coded.sparse.determinations))]
    by_name = dict(zip(("row", "disposition", "minutes"), coded.sparse.decided, strict=True))
    return by_name | {"determination_id": [id_ for id_, _ in judged], "citation": [citation for _, citation in judged]}


def _terms(names: list[str], calendars: list[SchoolCalendar]) -> dict[str, Any]:
    rows = [
        (name, term.kind, term.start, term.end)
        for name, calendar in zip(names, calendars, strict=True)
        for term in calendar.terms
    ]
    return {name: [row[i] for row in rows] for i, name in enumerate(("calendar_id", "kind", "start", "end"))}


def _calendar(names: list[str], calendars: list[SchoolCalendar]) -> dict[str, Any]:
    rows = [
        (name, row.kind, row.first, row.last)
        for name, calendar in zip(names, calendars, strict=True)
        for row in calendar.differing
    ]
    return {name: [row[i] for row in rows] for i, name in enumerate(("calendar_id", "kind", "first", "last"))}
