"""The small tables that both engines join the log with: services, periods, days, rules, deadlines.

They are made in Python, as the fold makes its own; a bucket has some hundred thousand rows of them at most. The log
itself is read by the engines only. A made-up state has no schedule: no days are weighed by slots, no gap is inferred.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from bench.frames import Array, ints, read, table_of
from bench.period_tables import SUMS, lay_out
from bench.rule_tables import rule_tables

from makegood.calendars import CalendarDay, SchoolCalendar, Term
from makegood.ledger.coding.rules import CodedRules, code_rules
from makegood.policies import policy_in_force, read_packs

Small = dict[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies that a state's students have, coded."""

    coded: CodedRules
    places: dict[str, int]


def policies_of(folder: Path) -> Policies:
    """Read the policies once for all buckets."""
    packs, _ = read_packs(folder / "policies")
    names = sorted(packs)
    coded = code_rules([policy_in_force(packs, name) for name in names])
    return Policies(coded, {name: place for place, name in enumerate(names)})


def tables_of(folder: Path, bucket: str, policies: Policies) -> Small:
    """Prepare a bucket's small tables; every column but the ids is of 32-bit whole numbers."""
    services = read(folder, "services", bucket)
    terms, differing = (read(folder, name, bucket).to_pylist() for name in ("terms", "calendar"))
    names = sorted({row["calendar_id"] for row in terms})
    calendars = [_calendar(name, terms, differing) for name in names]
    owner = ints(services, "student")
    calendar = _places(services, "calendar_id", names)
    policy = _places(services, "policy_id", list(policies.places))
    start, end = ints(services, "start"), ints(services, "end")
    esy, per = ints(services, "esy"), np.array(services["per"].to_pylist())
    counts = np.where(per == "cycle", SUMS.index("school_year"), SUMS.index("year")) + esy
    periods, of_day, spread = lay_out(calendars, calendar, per, counts, services)
    low = min(int(start.min()), min(periods["first"], default=0))
    days = np.arange(low, max(int(end.max()), max(periods["last"], default=0)) + 2, dtype=np.int32)
    type_ = services["service_type"].combine_chunks().indices
    whole = ints(services, "minutes") * ints(services, "sessions")
    numbered = {"service": np.arange(len(owner)), "student": owner, "type": type_, "calendar": calendar}
    numbered |= {"policy": policy, "counts": counts, "whole": whole, "start": start, "end": end}
    return {
        "services": table_of(numbered | spread).append_column("service_id", services["service_id"]),
        "periods": table_of(periods),
        "period_of_day": table_of(of_day),
        "days": _days(calendars, days),
        **rule_tables(policies.coded, np.unique(policy), calendars, days),
        **{name: read(folder, name, bucket) for name in ("links", "decided", "declined", "awards")},
    }


def _days(calendars: list[SchoolCalendar], days: Array) -> pa.Table:
    """Count, for each calendar and kind of counted day, the days before each day; and name the last school day then."""
    parts = []
    for calendar, known in enumerate(calendars):
        at = np.clip(days - known.first, 0, len(known.school) - 1)
        for counts, name in enumerate(SUMS):
            sums = known.school_esy if counts % 2 else known.school_year
            school = np.array(sums)[at]
            open_days = np.array([0, *known.days_of(sums)])
            same = {"calendar": np.full(len(days), calendar), "counts": np.full(len(days), counts), "day": days}
            counted = {"served": np.array(getattr(known, name))[at], "school": school, "latest": open_days[school]}
            counted |= {"has_school": np.isin(days, open_days)}
            parts.append(table_of(same | counted))
    return pa.concat_tables(parts)


def _calendar(name: str, terms: list[dict[str, Any]], differing: list[dict[str, Any]]) -> SchoolCalendar:
    return SchoolCalendar.of(
        name,
        [Term(t["kind"], t["start"], t["end"]) for t in terms if t["calendar_id"] == name],
        [CalendarDay(d["kind"], d["first"], d["last"]) for d in differing if d["calendar_id"] == name],
    )


def _places(table: pa.Table, name: str, words: list[str]) -> Array:
    column = table[name].combine_chunks()
    places: Array = np.array([words.index(word) for word in column.dictionary.to_pylist()], np.int32)
    chosen: Array = places[column.indices.to_numpy()]
    return chosen
