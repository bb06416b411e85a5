"""The rules as tables: which span holds on which day, what it says of each reason, and what is due when."""

from typing import Any, Final

import numpy as np
import pyarrow as pa
from bench.frames import Array, table_of

from makegood.calendars import SchoolCalendar
from makegood.ledger import columns
from makegood.ledger.coding.rules import CodedRules
from makegood.terms.reasons import REASONS

_TERMS: Final = {
    columns.END_OF_QUARTER: "quarter",
    columns.END_OF_SEMESTER: "semester",
    columns.END_OF_YEAR: "year",
}


def rule_tables(
    coded: CodedRules, policies: Array, calendars: list[SchoolCalendar], days: Array
) -> dict[str, pa.Table]:
    """Write out which span of rules holds on each day, what it says of each reason, and what is due when."""
    spans, rules = [], []
    windows: dict[tuple[int, int], int] = {}
    for policy in policies:
        begin, end = coded.span_begin[policy], coded.span_begin[policy + 1]
        first = np.array(coded.spans[columns.Span.first][begin:end])
        span = begin + np.searchsorted(first, days, side="right") - 1
        short = np.array(coded.spans[columns.Span.by_school_days])[span]
        spans.append(
            table_of({"policy": np.full(len(days), policy), "day": days, "span": span, "by_school_days": short})
        )
        for rule in range(begin * len(REASONS), end * len(REASONS)):
            disposition, window, n, releases = (column[rule] for column in coded.table)
            within = windows.setdefault((window, n), len(windows))
            rules.append((rule // len(REASONS), rule % len(REASONS), disposition, window, within, releases))
    names = ("span", "reason", "disposition", "window", "within", "releases")
    due = [
        _due(known, *key, days, {"calendar": at, "within": within})
        for at, known in enumerate(calendars)
        for key, within in windows.items()
    ]
    return {
        "spans": pa.concat_tables(spans),
        "rules": table_of(dict(zip(names, zip(*rules, strict=True), strict=True))),
        "due": pa.concat_tables(due),
    }


def _due(known: SchoolCalendar, window: int, n: int, days: Array, named: dict[str, int]) -> pa.Table:
    """Return the day by which what is missed on each day is to be made up; null where the period or IEP tells it."""
    due: Any = [None] * len(days)
    if window == columns.SCHOOL_DAYS:
        due = [known.nth_school_day_after(int(day), n) for day in days]
    elif window == columns.CALENDAR_DAYS:
        due = days + n
    elif window == columns.BUSINESS_DAYS:
        due = np.busday_offset(days.astype("datetime64[D]"), n, roll="backward").astype(np.int32)
    elif window in _TERMS:
        ends = [known.term_of(_TERMS[window], int(day)) for day in days]
        due = [term.end if term else None for term in ends]
    same = {name: np.full(len(days), value) for name, value in named.items()}
    return table_of(same | {"day": days, "due_by": due})
