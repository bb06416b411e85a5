"""A small folder of records from a few lines of text, read and accounted for."""

import csv
from datetime import date
from pathlib import Path

from makegood.intake import read_folder
from makegood.ledger import Ledger, ledger_of
from makegood.records import Records

STUDENTS = "student_id policy_id\nS-1 us-federal"
NO_SESSIONS = "session_id service_id date minutes_delivered"


def write(folder: Path, pack: str | None = None, **tables: str) -> Path:
    """Write tables as lines of cells with blanks between; `-` is an empty cell."""
    for name, text in ({"students": STUDENTS, "sessions": NO_SESSIONS} | tables).items():
        rows = [["" if cell == "-" else cell for cell in line.split()] for line in text.splitlines() if line.strip()]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows(rows)
    if pack is not None:
        (folder / "policies").mkdir(exist_ok=True)
        (folder / "policies" / "house.yaml").write_text(pack, encoding="utf-8")
    return folder


def read(folder: Path, as_of: str, pack: str | None = None, **tables: str) -> tuple[Records, Ledger]:
    """Write a folder, read it, and account for it."""
    day = date.fromisoformat(as_of)
    records, findings = read_folder(write(folder, pack, **tables), as_of=day)
    assert records is not None, [finding.message for finding in findings]
    return records, ledger_of(records, day)


def house(*versions: str, sources: str = "  us: {title: Made up for a test, verification: found}") -> str:
    """Return a made-up pack `house` with these versions, each in YAML's flow style."""
    head = ["id: house", "title: House rules, made up", "level: assumption", "binding: false", "inherits: us-federal"]
    return "\n".join([*head, "versions:", *(f"  - {v}" for v in versions), "sources:", sources]) + "\n"
