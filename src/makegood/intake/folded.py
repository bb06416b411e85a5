"""Many findings of one kind, folded so that a person still sees the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from makegood.terms.findings import Finding, Level

SHOWN: Final = 20
"""So many of one kind in one column are shown each; the rest become one finding with a count."""

_Kind = tuple[Level, str, str | None, str | None]


def folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; beyond `SHOWN` of one kind, one that counts the rest and names the first."""
    counts: Counter[_Kind] = Counter()
    first: dict[_Kind, Finding] = {}
    for finding in findings:
        kind = (finding.level, finding.code, finding.table, finding.column)
        counts[kind] += 1
        if counts[kind] <= SHOWN:
            yield finding
        else:
            first.setdefault(kind, finding)
    for kind, finding in first.items():
        more = counts[kind] - SHOWN
        rows = "row" if more == 1 else "rows"
        where = f", the first of them row {finding.row}" if finding.row is not None else ""
        says = f"{more:,} more {rows} like the ones above{where}. For instance: {finding.message}"
        yield replace(finding, message=says)
