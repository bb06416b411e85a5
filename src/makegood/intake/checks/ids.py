"""Checks of ids: each once, none nearly twice, each that is named known."""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import lt
from typing import Any, Final

from makegood.intake.checks.facts import Facts
from makegood.intake.checks.readable import MAY_LACK
from makegood.records import NEEDED, TABLES, Students
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin
from makegood.terms.spelling import near

_MAY_LACK: Final = (*NEEDED, *MAY_LACK)


def duplicate_ids(facts: Facts) -> Iterator[Finding]:
    """Yield rows whose own id an earlier row has."""
    for table in TABLES:
        key = table.key()
        rows = facts.records.table(table.NAME)
        if key is None or _in_order(rows.values(key)) or len(set(rows.values(key))) == len(rows):
            continue
        first: dict[str, int] = {}
        for id_, row in zip(rows.values(key), rows.row, strict=True):
            if id_ is None:
                continue
            if id_ in first:
                says = f"{quoted(id_)} is also in row {first[id_]}. Each {key} may appear only once."
                if isinstance(rows, Students):
                    says += _two_schools(facts, first[id_], row)
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
        if _none_near(rows.values(key)):
            continue
        first: dict[str, tuple[str, int]] = {}
        for id_, row in zip(rows.values(key), rows.row, strict=True):
            if id_ is None:
                continue
            other, at = first.setdefault(near(id_), (id_, row))
            if other != id_:
                says = (
                    f"This and {quoted(other)} in row {at} differ only in case or leading zeros. "
                    "If both are the same, it is counted twice."
                )
                yield Finding(
                    "warning", "near_id", says, Origin(table.NAME, row, key), found=id_, expected=shown(other)
                )


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
            named = rows.values(name)
            given = rows.different(name)
            if given <= {None} or given - (known := facts.records.table(to).index()).keys() <= {None}:
                continue
            alike = {near(id_): id_ for id_ in known if id_}
            for id_, row in zip(named, rows.row, strict=True):
                if id_ is not None and id_ not in known:
                    yield _unknown((table.NAME, name, row), id_, to, alike.get(near(id_)))


def unknown_calendars(facts: Facts) -> Iterator[Finding]:
    """Yield calendars that no term has: what they say would hold for nobody."""
    known = set(facts.records.terms.calendar_id)
    if "terms" not in facts.given or "terms" in facts.unsure or None in known:
        return
    alike = {near(id_): id_ for id_ in known if id_}
    for name in ("schools", "students", "calendar"):
        rows = facts.records.table(name)
        for id_, row in zip(rows.values("calendar_id"), rows.row, strict=True):
            if id_ is not None and id_ not in known:
                yield _unknown((name, "calendar_id", row), id_, "terms", alike.get(near(id_)))


def _unknown(cell: tuple[str, str, int], id_: str, to: str, other: str | None) -> Finding:
    table, column, row = cell
    says = f"No row of the table '{to}' has this id."
    if other:
        says += " One id there differs only in case or leading zeros."
    expected = shown(other) if other else f"an id of the table '{to}'"
    return Finding("error", "unknown_reference", says, Origin(table, row, column), found=id_, expected=expected)


def _two_schools(facts: Facts, first: int, second: int) -> str:
    """Return what to add where two rows of one student name two schools."""
    students = facts.records.students
    one, other = (students.school_id[students.row.index(row)] for row in (first, second))
    if one is None or other is None or one == other:
        return ""
    there, here = quoted(facts.place(one)), quoted(facts.place(other))
    return f" They are at school {there} there and at {here} here, and a student can be in one school only."


def _in_order(ids: Sequence[Any]) -> bool:
    """Tell, quickly, that each id comes after the one before it, so that none is there twice; if in doubt, say no."""
    return None not in ids and all(map(lt, ids, islice(ids, 1, None)))


def _none_near(cells: Sequence[Any]) -> bool:
    """Tell whether no two different ids look alike to a hurried eye."""
    ids = [id_ for id_ in cells if id_ is not None] if None in cells else cells
    text = "\n".join(ids)
    # Of ASCII letters in one case, no two become one; and of zeros only those that lead are left out.
    if text.isascii() and text in (text.lower(), text.upper()) and not text.startswith("0") and "\n0" not in text:
        return True
    different = set(ids)
    return len(set(map(near, different))) == len(different)
