"""Checks of ids: each once, none nearly twice, each that is named known."""

from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.facts import Facts
from makegood.intake.checks.readable import MAY_LACK
from makegood.records import NEEDED, TABLES, Students
from makegood.terms.findings import Finding, Origin

_MAY_LACK: Final = (*NEEDED, *MAY_LACK)


def duplicate_ids(facts: Facts) -> Iterator[Finding]:
    """Yield rows whose own id an earlier row has."""
    for table in TABLES:
        key = table.key()
        rows = facts.records.table(table.NAME)
        if key is None or len(set(rows.values(key))) == len(rows):
            continue
        first: dict[str, int] = {}
        for id_, row in zip(rows.values(key), rows.row, strict=True):
            if id_ is None:
                continue
            if id_ in first:
                says = f"'{id_}' is also in row {first[id_]}. Each {key} may appear only once."
                if isinstance(rows, Students):
                    says += _two_schools(rows, first[id_], row)
                yield Finding(
                    "error", "duplicate_id", says, Origin(table.NAME, row, key), found=id_, expected="an id of its own"
                )
            first.setdefault(id_, row)


def near_ids(facts: Facts) -> Iterator[Finding]:
    """Yield ids that differ only in case or leading zeros: one child may be counted twice."""
    for table in TABLES:
        key = table.key()
        if key is None:
            continue
        rows = facts.records.table(table.NAME)
        ids = set(rows.values(key)) - {None}
        if len({_near(id_) for id_ in ids}) == len(ids):
            continue
        first: dict[str, tuple[str, int]] = {}
        for id_, row in zip(rows.values(key), rows.row, strict=True):
            if id_ is None:
                continue
            other, at = first.setdefault(_near(id_), (id_, row))
            if other != id_:
                says = (
                    f"This and '{other}' in row {at} differ only in case or leading zeros. "
                    "If both are the same, it is counted twice."
                )
                yield Finding("warning", "near_id", says, Origin(table.NAME, row, key), found=id_, expected=other)


def unknown_references(facts: Facts) -> Iterator[Finding]:
    """Yield ids that name a row which is not there.

    Where a table of schools or providers was not given at all, their ids are only names.
    """
    for table in TABLES:
        rows = facts.records.table(table.NAME)
        for name, spec in table.columns().items():
            to = spec.refers
            if to is None or to in facts.unsure or (to not in facts.given and to in _MAY_LACK):
                continue
            known = _ids(facts, to)
            named = rows.values(name)
            if set(named) - known.keys() <= {None}:
                continue
            near = {_near(id_): id_ for id_ in known if id_}
            for id_, row in zip(named, rows.row, strict=True):
                if id_ is not None and id_ not in known:
                    yield _unknown((table.NAME, name, row), id_, to, near.get(_near(id_)))


def unknown_calendars(facts: Facts) -> Iterator[Finding]:
    """Yield calendars that no term has: what they say would hold for nobody."""
    known = set(facts.records.terms.calendar_id)
    if "terms" not in facts.given or "terms" in facts.unsure or None in known:
        return
    near = {_near(id_): id_ for id_ in known if id_}
    for name in ("schools", "students", "calendar"):
        rows = facts.records.table(name)
        for id_, row in zip(rows.values("calendar_id"), rows.row, strict=True):
            if id_ is not None and id_ not in known:
                yield _unknown((name, "calendar_id", row), id_, "terms", near.get(_near(id_)))


def _unknown(cell: tuple[str, str, int], id_: str, to: str, near: str | None) -> Finding:
    table, column, row = cell
    says = f"No row of the table '{to}' has this id."
    if near:
        says += " One id there differs only in case or leading zeros."
    expected = near or f"an id of the table '{to}'"
    return Finding("error", "unknown_reference", says, Origin(table, row, column), found=id_, expected=expected)


def _two_schools(students: Students, first: int, second: int) -> str:
    """Return what to add where two rows of one student name two schools."""
    one, other = (students.school_id[students.row.index(row)] for row in (first, second))
    if one is None or other is None or one == other:
        return ""
    return f" They are at school '{one}' there and at '{other}' here, and a student can be in one school only."


def _ids(facts: Facts, table: str) -> dict[str, int]:
    if table == "sessions":
        return facts.session
    if table == "services":
        return facts.service
    return facts.records.table(table).index()


def _near(id_: str) -> str:
    """Return an id as a hurried eye sees it."""
    return id_.casefold().lstrip("0")
