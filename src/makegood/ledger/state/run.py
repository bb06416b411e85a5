"""Folding records of any size in bounded memory: bucket by bucket, a thread for each processor."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from makegood.calendars import day_number
from makegood.files.limits import STATE_PACKS
from makegood.ledger import fold
from makegood.ledger.account import UnusableRecordsError
from makegood.ledger.coding.rules import CodedRules, code_rules
from makegood.ledger.columns import Account, Count, Miss, Out, Service, columns_of
from makegood.ledger.run import Sizes
from makegood.ledger.speed import call, compiled_copy
from makegood.ledger.state.bucket import Bucket, read_bucket
from makegood.ledger.state.folders import write_folders
from makegood.ledger.state.layout import buckets_of, path_of
from makegood.ledger.state.output import awards_table, misses_table, services_table
from makegood.ledger.state.room import Room, by_column, cut
from makegood.ledger.state.stored import other_day, read_stored
from makegood.policies import policy_in_force, read_packs
from makegood.terms.accounts import ACCOUNTS
from makegood.terms.findings import Finding, Origin, errors
from makegood.terms.reasons import REASONS

OUTPUTS = ("services", "misses", "awards")


@dataclass(slots=True)
class StateTotals:
    """The sums over all buckets: minutes by account, missed by reason, and how much was folded.

    Attributes:
        folders: The same of each folder that was stored, by what it is called; empty where they have no names.
    """

    figures: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*ACCOUNTS, "compensatory"), 0))
    missed_by_reason: dict[str, int] = field(default_factory=dict)
    students: int = 0
    services: int = 0
    sessions: int = 0
    misses: int = 0
    folders: dict[str, "StateTotals"] = field(default_factory=dict)

    def add(self, other: "StateTotals") -> None:
        """Add another's sums."""
        for name, minutes in other.figures.items():
            self.figures[name] += minutes
        for reason, minutes in other.missed_by_reason.items():
            self.missed_by_reason[reason] = self.missed_by_reason.get(reason, 0) + minutes
        self.students += other.students
        self.services += other.services
        self.sessions += other.sessions
        self.misses += other.misses


@dataclass(frozen=True, slots=True)
class _Work:
    folder: Path
    as_of: dt.date
    out: Path | None
    rules: CodedRules
    policies: dict[str, int]
    room: Room = field(default_factory=Room)


def fold_state(
    folder: Path,
    as_of: dt.date,
    out: Path | None = None,
    *,
    threads: int | None = None,
    done: Callable[[int, int], None] = lambda _done, _all: None,
) -> StateTotals:
    """Account for records in the layout for large ones.

    Args:
        folder: The records.
        as_of: The last day whose rows count.
        out: A folder, which is there, for services, misses and awards; None to sum up only.
        threads: How many buckets are folded at once; None for one a processor.
        done: Called with the buckets done and the buckets there are.

    Raises:
        UnusableRecordsError: If a policy or calendar is not known, or the records were stored for another day.
    """
    stored = read_stored(folder)
    another = other_day(stored, as_of)
    if another:
        raise UnusableRecordsError(another)
    rules, policies = _rules(folder)
    work = _Work(folder, as_of, out, rules, policies)
    for name in OUTPUTS if out else ():
        (Path(out or folder) / name).mkdir()
    names, totals = buckets_of(folder), StateTotals()
    threads = threads or os.cpu_count() or 1
    for finished, part in enumerate(_each(lambda name: _one(work, name), names, threads), 1):
        totals.add(part)
        if stored and len(stored.folders) == len(names):
            totals.folders[stored.folders[finished - 1]] = part
        done(finished, len(names))
    if out is not None and totals.folders:
        write_folders(out, names, totals.folders)
    return totals


def _each(task: Callable[[str], StateTotals], names: Iterable[str], threads: int) -> Iterator[StateTotals]:
    """Run tasks side by side, never more at once than there are threads."""
    with ThreadPoolExecutor(threads) as pool:
        running: list[Future[StateTotals]] = []
        for name in names:
            if len(running) > threads:
                yield running.pop(0).result()
            running.append(pool.submit(task, name))
        for future in running:
            yield future.result()


def _rules(folder: Path) -> tuple[CodedRules, dict[str, int]]:
    own = folder / "policies"
    packs, findings = read_packs(own, STATE_PACKS)
    if errors(findings):
        raise UnusableRecordsError(findings)
    names = sorted(packs)
    coded = code_rules([policy_in_force(packs, name) for name in names])
    return coded, {name: place for place, name in enumerate(names)}


def _one(work: _Work, name: str) -> StateTotals:
    try:
        bucket = read_bucket(work.folder, name, work.rules, work.policies, with_ids=work.out is not None)
    except KeyError as missing:
        raise UnusableRecordsError([_unknown(name, str(missing.args[0]))]) from None
    sizes = _sizes(bucket)
    room = work.room.of(sizes)
    call(compiled_copy(fold).account_for, bucket.book, room, 0, bucket.student_count, day_number(work.as_of))
    out = cut(room, sizes)
    filled = int(out.counts[Count.misses])
    if work.out is not None:
        misses = columns_of(by_column(out.misses, filled), Miss)
        _write(work.out, "services", name, services_table(bucket, out))
        _write(work.out, "misses", name, misses_table(bucket, misses, work.rules.rules, work.as_of))
        _write(work.out, "awards", name, awards_table(bucket, out))
    return _totals(bucket, out, filled)


def _sizes(bucket: Bucket) -> Sizes:
    """Return how much may be written at most; what is not written takes no memory.

    A regular row is at most one miss, and a make-up splits at most one in two.
    """
    book: Any = bucket.book
    rows = len(book.log.day)
    periods = int((book.services[Service.period_end] - book.services[Service.period_begin]).sum())
    return Sizes(
        services=bucket.services.num_rows,
        misses=rows + periods + bucket.decided.num_rows,
        awards=bucket.awards.num_rows,
        period_sums=0,
        payments=0,
        uses=0,
        make_ups=rows,
    )


def _write(out: Path, table: str, bucket: str, rows: pa.Table) -> None:
    pq.write_table(rows, path_of(out, table, bucket), compression="none", write_statistics=False)


def _totals(bucket: Bucket, out: Out, misses: int) -> StateTotals:
    sums = {name: int(minutes.sum()) for name, minutes in columns_of(out.accounts, Account).items()}
    sums["not_in_session"] = sums["promised"] - sums["due"]
    by_reason = np.asarray(out.missed_by_reason).sum(axis=1)
    totals = StateTotals(
        missed_by_reason={r: int(m) for r, m in zip(REASONS, by_reason, strict=True) if m},
        students=bucket.student_count,
        services=bucket.services.num_rows,
        sessions=len(bucket.book.log.day),
        misses=misses,
    )
    totals.figures = {name: sums[name] for name in totals.figures}
    return totals


def _unknown(bucket: str, word: str) -> Finding:
    return Finding(
        "error",
        "unknown_name",
        f"Bucket {bucket} names {word}, which is neither a calendar of the bucket nor a policy pack.",
        Origin("services"),
        expected="a calendar_id of the bucket's terms, and a policy_id of a built-in pack or one in policies/",
    )
