"""What each check may look at while some cells cannot be read: it must not find what only follows from these."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import compress
from typing import Any, Final

from makegood.intake.checks.check import Check
from makegood.intake.checks.facts import Facts
from makegood.intake.promises import PROMISE
from makegood.records import TABLES, Table
from makegood.terms.findings import Finding, errors

MAY_LACK: Final = ("schools", "providers")
"""Tables whose ids are only names where the table was not given."""

_ONE_PROMISE: Final = frozenset(("mandate", *PROMISE))
"""Columns of `services` that are read together: where one is refused, nobody knows the others."""

_NEEDED_TOO: Final = frozenset({("students", "school_id"), ("services", "school_id")})
"""A student's school, and a service's own, says which calendar holds."""

Refused = dict[str, dict[str, set[int]]]
"""By table and column, the places of the rows in which the cell could not be read."""


class Readable:
    """The records as read, and of which rows a check may be asked."""

    def __init__(self, facts: Facts, found: Iterable[Finding]) -> None:
        """Note what was refused.

        Args:
            facts: All rows; a cell that was refused is None.
            found: What reading the cells and checking the ids has found.
        """
        self.facts = facts
        self.refused = _refused(facts, errors(found))
        self._known: dict[tuple[str, frozenset[int]], set[str]] = {}
        self._made: dict[tuple[tuple[str, frozenset[int]], ...], Facts] = {}

    def facts_for(self, check: Check) -> Facts | None:
        """Return the rows that a check may be asked about, or None if it cannot say anything now."""
        for table in check.whole:
            if table in self.facts.unsure or any(self.refused.get(table, {}).get(one) for one in check.reads[table]):
                return None
        left_out = self._left_out(check.reads)
        if not left_out:
            return self.facts
        key = tuple(sorted(((table, frozenset(places)) for table, places in left_out.items()), key=lambda one: one[0]))
        if key not in self._made:
            tables: dict[str, Any] = {name: _without(self.facts.records.table(name), out) for name, out in key}
            self._made[key] = replace(self.facts, records=replace(self.facts.records, **tables))
        return self._made[key]

    def _left_out(self, reads: Mapping[str, frozenset[str]]) -> dict[str, set[int]]:
        """Return the places of the rows in which a cell could not be read, and of those that need such a row."""
        if not self.refused and not self.facts.unsure:
            return {}
        out: dict[str, set[int]] = {}
        for table, names in reads.items():
            places = set().union(*(self.refused.get(table, {}).get(name, ()) for name in names))
            if places:
                out[table] = places
        while more := self._needing(reads, out):
            for table, places in more.items():
                out[table] = out.get(table, set()) | places
        return out

    def _needing(self, reads: Mapping[str, frozenset[str]], out: dict[str, set[int]]) -> dict[str, set[int]]:
        """Return the places of further rows that need a row which is not among those that are left."""
        more: defaultdict[str, set[int]] = defaultdict(set)
        for table, names in reads.items():
            rows = self.facts.records.table(table)
            for name in names:
                spec = rows.columns()[name]
                to = spec.refers
                if to is None or to not in reads or not (spec.needed or (table, name) in _NEEDED_TOO):
                    continue
                if to in MAY_LACK and to not in self.facts.given:
                    continue
                known = self._ids(to, frozenset(out.get(to, ())))
                if all(id_ is None or id_ in known for id_ in rows.different(name)):
                    continue
                gone = {at for at, id_ in enumerate(rows.values(name)) if id_ is not None and id_ not in known}
                more[table] |= gone - out.get(table, set())
        return {table: places for table, places in more.items() if places}

    def _ids(self, table: str, out: frozenset[int]) -> Collection[str]:
        """Return the ids of a table's rows without those that are left out."""
        rows = self.facts.records.table(table)
        if not out:
            return rows.index().keys()
        if (table, out) not in self._known:
            ids = rows.values(rows.key() or "")
            self._known[table, out] = {id_ for at, id_ in enumerate(ids) if at not in out}
        return self._known[table, out]


def _refused(facts: Facts, found: Iterable[Finding]) -> Refused:
    refused: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    specs = {table.NAME: table.columns() for table in TABLES}
    place_of: dict[str, dict[int, int]] = {}
    for finding in found:
        table, row, column = finding.table or "", finding.row, finding.column
        if table not in specs or row is None or column not in specs[table]:
            continue
        if table not in place_of:
            place_of[table] = {number: at for at, number in enumerate(facts.records.table(table).row)}
        at = place_of[table].get(row)
        # An error of the header is one of all its rows.
        places = range(len(place_of[table])) if at is None else (at,)
        together = _ONE_PROMISE if table == "services" and column in _ONE_PROMISE else (column,)
        for name in together:
            refused[table][name].update(places)
        if finding.code == "duplicate_id":
            refused[table][column] |= _doubled(facts.records.table(table), column)
    return {table: dict(columns) for table, columns in refused.items()}


def _doubled(rows: Table, key: str) -> set[int]:
    """Return the places of the rows with an id of several: all of them, or all but the first if they are alike."""
    ids = rows.values(key)
    several = {id_ for id_, count in Counter(ids).items() if count > 1 and id_ is not None}
    others = [rows.values(name) for name in rows.columns()]
    alike: defaultdict[str, set[tuple[Any, ...]]] = defaultdict(set)
    for at, id_ in enumerate(ids):
        if id_ in several:
            alike[id_].add(tuple(cells[at] for cells in others))
    first: set[str] = set()
    places = set()
    for at, id_ in enumerate(ids):
        if id_ in several and (id_ in first or len(alike[id_]) > 1):
            places.add(at)
        first.add(id_)
    return places


def _without(rows: Table, places: frozenset[int]) -> Table:
    kept = [at not in places for at in range(len(rows))]
    columns = {
        name: rows.coded[name].without(places) if name in rows.coded else list(compress(rows.values(name), kept))
        for name in rows.columns()
    }
    return type(rows).of(columns, list(compress(rows.row, kept)))
