"""The three sums that every ledger keeps, reckoned from its printed figures and the log."""

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

SPENT = (
    "not_in_session",
    "delivered",
    "delivered_differently",
    "still_due",
    "missed",
    "unrecorded",
)
JUDGED = ("owed", "not_owed", "team_decides", "unknown")
SETTLED = ("made_up", "released", "open", "overdue")
HELD = ("delivered", "delivered_differently", "made_up", "extra")


def broken_sums(ledger: dict[str, Any], folder: Path, as_of: date, known_on: date | None = None) -> list[str]:
    """Return each sum that does not hold, in words; none if all hold."""
    rows: list[dict[str, Any]] = ledger["services"]
    found = [words for row in (*rows, ledger["totals"]) for words in _one_row(row)]
    found += _misses_add_up(ledger)
    found += _held_add_up(ledger, minutes_held(folder, as_of, known_on))
    return found


def minutes_held(folder: Path, as_of: date, known_on: date | None = None) -> Counter[tuple[str, str]]:
    """Add up what the log says was held, per student and service type, of rows that were known."""
    services = {row["service_id"]: row for row in _known(read_rows(folder / "services.csv"), known_on)}
    log = [row for row in _known(read_rows(folder / "sessions.csv"), known_on) if row["service_id"] in services]
    replaced = {row.get("corrects") for row in log}
    held: Counter[tuple[str, str]] = Counter()
    for row in log:
        if row["session_id"] not in replaced and date.fromisoformat(row["date"]) <= as_of:
            service = services[row["service_id"]]
            held[service["student_id"], service["service_type"]] += int(row["minutes_delivered"])
    return held


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a table as text."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _known(rows: list[dict[str, str]], known_on: date | None) -> list[dict[str, str]]:
    """Leave out what was recorded after a day; a row that does not say when is always known."""
    return [row for row in rows if known_on is None or (row.get("recorded_at") or "")[:10] <= known_on.isoformat()]


def _one_row(row: dict[str, Any]) -> Iterable[str]:
    name = row.get("service_id", "totals")
    pairs = (
        ("promised", SPENT),
        ("owed", SETTLED),
    )
    for whole, parts in pairs:
        if row[whole] != sum(row[part] for part in parts):
            yield f"{name}: {whole} {row[whole]} is not the sum of {', '.join(parts)}"
    if row["promised"] - row["not_in_session"] != row["due"]:
        yield f"{name}: due {row['due']} is not promised less not_in_session"
    if row["missed"] + row["unrecorded"] != sum(row[part] for part in JUDGED):
        yield f"{name}: missed and unrecorded are not the sum of {', '.join(JUDGED)}"
    by_reason = row.get("missed_by_reason")
    if by_reason is not None and sum(by_reason.values()) != row["missed"]:
        yield f"{name}: the reasons do not add up to missed {row['missed']}"


def _misses_add_up(ledger: dict[str, Any]) -> Iterable[str]:
    listed: Counter[tuple[str, str]] = Counter()
    for miss in ledger["misses"]:
        listed[miss["service_id"], miss["disposition"]] += miss["minutes"]
    for row in ledger["services"]:
        for disposition in JUDGED:
            if listed[row["service_id"], disposition] != row[disposition]:
                yield f"{row['service_id']}: the misses listed as {disposition} do not add up"


def _held_add_up(ledger: dict[str, Any], held: Counter[tuple[str, str]]) -> Iterable[str]:
    accounted: Counter[tuple[str, str]] = Counter()
    for row in ledger["services"]:
        accounted[row["student_id"], row["service_type"]] += sum(row[part] for part in HELD)
    for award in ledger["awards"]:
        accounted[award["student_id"], award["service_type"]] += award["delivered"]
        if award["minutes"] != award["delivered"] + award["remaining"]:
            yield f"{award['award_id']}: minutes are not delivered and remaining"
    for key in accounted.keys() | held.keys():
        if accounted[key] != held[key]:
            yield f"{key}: {held[key]} minutes were held, {accounted[key]} are accounted for"
