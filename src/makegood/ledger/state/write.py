"""Records of a folder as a bucket of the layout for large ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from makegood.calendars import SchoolCalendar
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import NONE
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
    cast, book, log = coded.cast, coded.book, coded.book.log
    students, services = cast.records.students, cast.records.services
    sessions, awards = cast.records.sessions, cast.records.awards
    names = [f"{place}" for place in range(len(cast.calendars))]
    rows = [end - begin for begin, end in zip(coded.log.row_begin, coded.log.row_begin[1:], strict=False)]
    owner = cast.owners()
    at = {students.student_id[place]: student for student, place in enumerate(cast.students)}
    team = cast.records.determinations.determination_id
    return {
        "students": {
            "student_id": [students.student_id[place] for place in cast.students],
            "school_id": [students.school_id[place] for place in cast.students],
            "calendar_id": [names[place] for place in cast.calendar],
            "policy_id": [cast.policies[place].policy_id for place in cast.policy],
        },
        "services": {
            "service_id": [services.service_id[place] for place in cast.services],
            "service_type": [services.service_type[place] for place in cast.services],
            "per": [services.per[place] for place in cast.services],
            "student": owner,
            "minutes": [services.minutes[place] for place in cast.services],
            "sessions": [services.sessions[place] or 1 for place in cast.services],
            "every": [services.every[place] for place in cast.services],
            "esy": [int(services.esy[place]) for place in cast.services],
            "start": cast.start,
            "end": cast.end,
            "rows": rows,
        },
        "sessions": {
            "service": [service for service, count in enumerate(rows) for _ in range(count)],
            "date": log.day,
            "minutes_delivered": log.delivered,
            "minutes_planned": log.planned,
            "reason": log.reason,
            "mark": log.mark,
            "session_id": log.order,
        },
        "ids": {"session_id": [sessions.session_id[i] if i != NONE else None for i in coded.log.source]},
        "links": dict(zip(("row", "names"), coded.sparse.links, strict=True)),
        "decided": dict(zip(("row", "disposition", "minutes"), coded.sparse.decided, strict=True))
        | {
            "determination_id": [team[place] for place in coded.sparse.determinations],
        },
        "declined": {"row": book.declined},
        "awards": {
            "award_id": [awards.award_id[place] for place in coded.sparse.awards],
            "service_type": [awards.service_type[place] for place in coded.sparse.awards],
            "student": [at[awards.student_id[place]] for place in coded.sparse.awards],
            "minutes": book.award_minutes,
        },
        "terms": _terms(names, cast.calendars),
        "calendar": _calendar(names, cast.calendars),
    }


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
