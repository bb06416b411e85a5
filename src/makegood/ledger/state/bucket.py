"""One bucket, read as the book that the fold walks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from makegood.calendars import CalendarDay, SchoolCalendar, Term
from makegood.files.parquet import count_parquet, read_parquet
from makegood.files.reading import is_there
from makegood.files.refusal import Refusal
from makegood.ledger import columns
from makegood.ledger.account import UnusableRecordsError
from makegood.ledger.coding.calendars import code_calendars
from makegood.ledger.coding.rules import CodedRules
from makegood.ledger.run import arrays_of
from makegood.ledger.state.layout import BUCKET, LOG, STUDENTS, path_of
from makegood.ledger.state.periods import Array, Grids, Promises, lay_out
from makegood.log import alike

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket's book, and its ids; for sums only, the ids of students and services are left out."""

    book: columns.Book
    student_count: int
    students: pa.Table
    services: pa.Table
    awards: pa.Table
    decided: pa.Table
    ids: pa.Table | None


def read_bucket(
    folder: Path, bucket: str, rules: CodedRules, policies: dict[str, int], *, with_ids: bool = True
) -> Bucket:
    """Read a bucket of records in the layout for large ones.

    Args:
        folder: The folder of the records.
        bucket: The bucket's name.
        rules: The rules of all policies.
        policies: Where each policy_id stands among them.
        with_ids: Whether the ids are wanted too; who only sums up need not read them.
    """
    path = path_of(folder, "students", bucket)
    student_count = _sound(count_parquet(path), path)
    students = _read(folder, "students", bucket) if with_ids else STUDENTS.empty_table()
    services = _read(folder, "services", bucket, () if with_ids else ("service_id",))
    calendars, place_of = _calendars(folder, bucket)
    calendar, policy = _codes(services, "calendar_id", place_of), _codes(services, "policy_id", policies)
    log, links = _read_log(folder, bucket), _read(folder, "links", bucket)
    decided, declined = _read(folder, "decided", bucket), _read(folder, "declined", bucket)
    awards, weights = _read(folder, "awards", bucket), _read(folder, "weights", bucket)
    owner, by_service = _ints(services, "student"), np.arange(services.num_rows, dtype=np.int32)
    row_end = np.cumsum(_ints(services, "rows"), dtype=np.int32)
    row_begin = row_end - _ints(services, "rows")
    heads = code_calendars(calendars)
    days = np.array(heads.days, np.int32)
    start, end = _ints(services, "start"), _ints(services, "end")
    grids = Grids(calendars, days, int(start.min()) if len(start) else 0, int(end.max()) if len(end) else 0)
    per = services["per"].combine_chunks()
    promises = Promises(
        calendar=calendar,
        per=per.dictionary.to_pylist(),
        per_code=per.indices.to_numpy(),
        every=_ints(services, "every"),
        esy=_ints(services, "esy"),
        start=start,
        end=end,
    )
    period_begin, period_end = lay_out(promises, grids)
    weighed_begin, weighed_end = _spans(_ints(weights, "service"), by_service)
    service_begin, service_end = _spans(owner, np.arange(student_count))
    rows_before = np.append(row_begin, row_end[-1:] if len(row_end) else [0])

    def spans(rows: Array) -> tuple[Array, Array]:
        """Return where each student's entries begin and end in sparse rows, which ascend."""
        return (
            np.searchsorted(rows, rows_before[service_begin]).astype(np.int32),
            np.searchsorted(rows, rows_before[service_end]).astype(np.int32),
        )

    sparse = [edge for table in (links, decided, declined) for edge in spans(_ints(table, "row"))]
    by_name = {
        "minutes": _ints(services, "minutes") * _ints(services, "sessions"),
        "start": start,
        "end": end,
        "counts": promises.counted(),
        "school": promises.school(),
        "period_begin": period_begin,
        "period_end": period_end,
        "row_begin": row_begin,
        "row_end": row_end,
        "type": _first_of_type(owner, services),
        "calendar": calendar,
        "policy": policy,
        "weighed_begin": weighed_begin,
        "weighed_end": weighed_end,
    }
    book = columns.Book(
        calendars=np.array(heads.calendars, np.int32),
        days=days,
        school_days=np.array(heads.school_days, np.int32),
        span_begin=np.array(rules.span_begin, np.int32),
        spans=np.array(rules.spans, np.int32),
        rules=np.array(rules.table, np.int32),
        periods=grids.whole(),
        students=np.stack([service_begin, service_end, *sparse]),
        services=np.stack(columns.in_order(by_name, columns.Service)),
        weighed=_grid(weights, columns.Weighed),
        log=log,
        links=_grid(links, columns.Link),
        decided=_grid(decided, columns.Decided),
        declined=_ints(declined, "row"),
        award_minutes=_ints(awards, "minutes"),
    )
    book = arrays_of(book)
    ids = _read(folder, "ids", bucket) if with_ids and is_there(path_of(folder, "ids", bucket)) else None
    return Bucket(book, student_count, students, services, awards, decided, ids)


def _read(folder: Path, table: str, bucket: str, left_out: Sequence[str] = ()) -> pa.Table:
    path, schema = path_of(folder, table, bucket), BUCKET[table]
    if not is_there(path):
        return schema.empty_table()
    return _sound(read_parquet(path, schema=pa.schema([each for each in schema if each.name not in left_out])), path)


def _read_log(folder: Path, bucket: str) -> columns.Log:
    path = path_of(folder, "sessions", bucket)
    table = _sound(read_parquet(path, columns=list(LOG.values())), path)
    return columns.Log(*(_ints(table, name) for name in LOG.values()))


def _sound(read: T | Refusal, path: Path) -> T:
    """Return what was read; UnusableRecordsError if it could not be."""
    if isinstance(read, Refusal):
        raise UnusableRecordsError([read.finding(f"{path.parent.name}/{path.name}")])
    return read


def _ints(table: pa.Table, name: str) -> Array:
    chunks = table[name].chunks
    column: Array = (chunks[0] if len(chunks) == 1 else table[name].combine_chunks()).to_numpy(zero_copy_only=False)
    return column


def _codes(table: pa.Table, name: str, place_of: dict[str, int]) -> Array:
    """Return a column of words as places; KeyError names a word that has none, or the column if a word is lacking."""
    column = table[name].combine_chunks()
    if column.null_count:
        raise KeyError("a blank " + name)
    places = np.array([place_of[word] for word in column.dictionary.to_pylist()], np.int32)
    codes: Array = places[column.indices.to_numpy()]
    return codes


def _first_of_type(owner: Array, services: pa.Table) -> Array:
    """Return for each service its student's first service of the same type; types that are written alike are one."""
    column, numbers = services["service_type"].combine_chunks(), dict[str, int]()
    places = [numbers.setdefault(alike(word), len(numbers)) for word in column.dictionary.to_pylist()]
    types = np.array(places, np.int64)[column.indices.to_numpy()]
    _, first, kind = np.unique(owner * np.int64(len(places) + 1) + types, return_index=True, return_inverse=True)
    found: Array = first.astype(np.int32)[kind]
    return found


def _spans(owners: Array, of: Array) -> tuple[Array, Array]:
    """Return where the rows of each owner begin and end; they ascend by owner."""
    return (
        np.searchsorted(owners, of, side="left").astype(np.int32),
        np.searchsorted(owners, of, side="right").astype(np.int32),
    )


def _calendars(folder: Path, bucket: str) -> tuple[list[SchoolCalendar], dict[str, int]]:
    terms, days = _read(folder, "terms", bucket).to_pylist(), _read(folder, "calendar", bucket).to_pylist()
    names = sorted({row["calendar_id"] for row in terms})
    calendars = [
        _calendar(
            name,
            tuple(Term(t["kind"], t["start"], t["end"]) for t in terms if t["calendar_id"] == name),
            tuple(CalendarDay(d["kind"], d["first"], d["last"]) for d in days if d["calendar_id"] == name),
        )
        for name in names
    ]
    return calendars, {name: place for place, name in enumerate(names)}


@lru_cache(maxsize=256)
def _calendar(name: str, terms: tuple[Term, ...], days: tuple[CalendarDay, ...]) -> SchoolCalendar:
    """Build a calendar once: the buckets of one district share theirs."""
    return SchoolCalendar.of(name, terms, days)


def _grid(table: pa.Table, names: Any) -> Any:
    """Return whole-number columns of a table as one array, in the order of their names."""
    return np.stack([_ints(table, name) for name in names._fields])
