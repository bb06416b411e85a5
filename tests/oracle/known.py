"""The folder's tables as they were known at the end of a day (L1, known-on)."""

from datetime import date
from pathlib import Path

from tests.oracle.tables import Row, rows_of, text

Tables = dict[str, list[Row]]

# Which columns name a row of which table. A row that needs the named one is left out with it; in
# any other row the name is blanked. Tables that others name come first.
NEEDS = "needs"
NAMES = "names"
LINKS: dict[str, list[tuple[str, str, str]]] = {
    "schools": [],
    "terms": [],
    "calendar": [],
    "providers": [],
    "students": [(NAMES, "school_id", "schools")],
    "services": [
        (NEEDS, "student_id", "students"),
        (NAMES, "provider_id", "providers"),
        (NAMES, "school_id", "schools"),
    ],
    "schedule": [(NEEDS, "service_id", "services"), (NAMES, "provider_id", "providers")],
    "awards": [(NEEDS, "student_id", "students")],
    "sessions": [
        (NEEDS, "service_id", "services"),
        (NAMES, "provider_id", "providers"),
        (NAMES, "award_id", "awards"),
        (NAMES, "makeup_for", "sessions"),
        (NAMES, "corrects", "sessions"),
        (NAMES, "together_with", "sessions"),
    ],
    "determinations": [(NEEDS, "session_id", "sessions")],
    "offers": [(NEEDS, "session_id", "sessions")],
    "student_absences": [(NEEDS, "student_id", "students")],
    "provider_absences": [(NEEDS, "provider_id", "providers")],
}
IDS = {
    "schools": "school_id",
    "providers": "provider_id",
    "students": "student_id",
    "services": "service_id",
    "awards": "award_id",
    "sessions": "session_id",
}
KINDS = {"makeup_for": "make_up", "award_id": "compensatory"}


def known_tables(folder: Path, known_on: date | None) -> Tables:
    """Return every table that a figure rests on, as it was known; None knows all."""
    tables = {name: rows_of(folder, name) for name in LINKS}
    if known_on is None:
        return tables
    for name, links in LINKS.items():
        tables[name] = [row for row in tables[name] if _was_known(row, known_on)]
        for bond, column, other in links:
            if bond == NEEDS:
                there = _ids(tables, other)
                tables[name] = [row for row in tables[name] if text(row, column) in there]
        # Only now, since a session may be named by a session that is left out itself.
        for bond, column, other in links:
            if bond == NAMES:
                there = _ids(tables, other)
                tables[name] = [row if text(row, column) in there else _unlinked(row, column) for row in tables[name]]
    return tables


def _was_known(row: Row, known_on: date) -> bool:
    recorded_at = text(row, "recorded_at")
    return not recorded_at or date.fromisoformat(recorded_at[:10]) <= known_on


def _ids(tables: Tables, table: str) -> set[str]:
    return {text(row, IDS[table]) for row in tables[table]}


def _unlinked(row: Row, column: str) -> Row:
    # A make-up of a row that was not known is a make-up all the same; so is a session of an award.
    blanked = row | {column: ""}
    if text(row, column) and column in KINDS:
        blanked["kind"] = KINDS[column]
    return blanked
