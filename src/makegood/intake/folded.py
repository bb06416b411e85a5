"""Many findings of one kind, folded so that a person still sees the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from makegood.terms.findings import Finding, Level

SHOWN: Final = 20
"""So many of one kind in one column are shown each; the rest become one finding with a count."""

ONCE: Final = frozenset({"id_as_number"})
"""Kinds that a spreadsheet makes of a whole column at once: the first is shown, the rest are counted."""

_Kind = tuple[Level, str, str | None, str | None]


def folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; beyond `SHOWN` of one kind, one that counts the rest and names the first."""
    counts: Counter[_Kind] = Counter()
    first: dict[_Kind, Finding] = {}
    for finding in findings:
        kind = (finding.level, finding.code, finding.table, finding.column)
        counts[kind] += 1
        if counts[kind] <= _shown(kind):
            yield finding
        else:
            first.setdefault(kind, finding)
    for kind, finding in first.items():
        more = counts[kind] - _shown(kind)
        rows = "row" if more == 1 else "rows"
        ones = "the one" if _shown(kind) == 1 else "the ones"
        where = f"row {finding.row}" if more == 1 else f"the first of them row {finding.row}"
        told = f"{more:,} more {rows} like {ones} above" + (f", {where}" if finding.row is not None else "")
        says = f"{told}. For instance: {finding.message}"
        yield replace(finding, message=says)


def _shown(kind: _Kind) -> int:
    return 1 if kind[1] in ONCE else SHOWN
