"""A small folder of records from a few lines of text, and its ledger."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.cases.sums import broken_sums

from makegood.intake import read_folder
from makegood.ledger import ledger_of

STUDENTS = """
    student_id policy_id
    S-1        us-federal
"""
TERMS = """
    calendar_id kind start      end
    CAL         year 2025-09-01 2026-06-12
"""
NO_SESSIONS = "session_id service_id date minutes_delivered"


@dataclass(frozen=True)
class Book:
    """A folder's ledger as it is printed."""

    ledger: dict[str, Any]

    def figures(self, service_id: str) -> dict[str, Any]:
        """Return a service's figures; reasons that cost nothing are left out."""
        row = next(row for row in self.ledger["services"] if row["service_id"] == service_id)
        reasons = {reason: n for reason, n in row["missed_by_reason"].items() if n}
        return {**row, "missed_by_reason": reasons}

    def award(self, award_id: str) -> dict[str, Any]:
        """Return an award's figures."""
        found = [award for award in self.ledger["awards"] if award["award_id"] == award_id]
        return dict(found[0])

    def misses(self, service_id: str) -> list[dict[str, Any]]:
        """Return a service's misses that cost minutes, oldest first."""
        found = [m for m in self.ledger["misses"] if m["service_id"] == service_id and m["minutes"]]
        return sorted(found, key=lambda miss: str(miss["missed_on"]))


def book(folder: Path, as_of: str, pack: str | None = None, **tables: str) -> Book:
    """Write the tables, read them as a folder and keep its ledger.

    Args:
        folder: An empty folder to write to.
        as_of: The as-of date.
        pack: The folder's own policy pack, as YAML (see `rules`).
        tables: Each table as lines of cells with blanks between; `-` is an empty cell.
    """
    defaults = {"students": STUDENTS, "terms": TERMS, "sessions": NO_SESSIONS}
    for name, text in (defaults | tables).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows(_cells(text))
    if pack is not None:
        (folder / "policies").mkdir()
        (folder / "policies" / "house.yaml").write_text(pack, encoding="utf-8")
    day = date.fromisoformat(as_of)
    records, findings = read_folder(folder, as_of=day)
    assert records is not None, [finding.message for finding in findings]
    ledger = ledger_of(records, as_of=day).as_dict()
    assert not broken_sums(ledger, folder, day)
    return Book(ledger)


def rules(*, short_period: str = "full", **disposition_of: str) -> str:
    """Return a pack `house` with a disposition for each reason named; it is made up."""
    lines = [f"      {name}: {{disposition: {d}, source: us}}" for name, d in disposition_of.items()]
    reasons = ["    reasons:", *lines] if lines else []
    head = [
        "id: house",
        "title: Our own house rules, made up",
        "level: assumption",
        "binding: false",
        "inherits: us-federal",
        "versions:",
        "  - from: 2025-07-01",
        f"    short_period: {short_period}",
    ]
    sources = ["sources:", "  us: {title: Made up for a test, verification: found}"]
    return "\n".join([*head, *reasons, *sources]) + "\n"


def _cells(text: str) -> list[list[str]]:
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return [["" if cell == "-" else cell for cell in line] for line in lines]
