"""Many findings of one kind, folded so that a person still sees the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from makegood.terms.findings import Finding, Level

MOST: Final = 10
"""More of one kind in one column than this become one finding."""
NAMED: Final = 3
"""So many of its rows are named."""

ONCE: Final = frozenset({"id_as_number"})
"""Kinds that a spreadsheet makes of a whole column at once: two of them are one finding already."""

_Kind = tuple[Level, str, str | None, str | None]


def folded(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings; instead of more than `MOST` of one kind in one column, the first one, which counts them."""
    kinds: defaultdict[_Kind, list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.level, finding.code, finding.table, finding.column].append(finding)
    for (_, code, *_), ones in kinds.items():
        if len(ones) > (1 if code in ONCE else MOST):
            yield _as_one(ones)
        else:
            yield from ones


def _as_one(ones: Sequence[Finding]) -> Finding:
    """Return the first of several findings of one kind, with their number and the rows of the first."""
    first = ones[0]
    told = f"There are {len(ones):,} like this"
    if first.row is not None:
        more = len(ones) - NAMED
        rows = [str(one.row) for one in ones[:NAMED]]
        told += f", in rows {', '.join(rows)}" if more > 0 else f", in rows {', '.join(rows[:-1])} and {rows[-1]}"
        told += f" and {more:,} more" if more > 0 else ""
    return replace(first, message=f"{first.message} {told}.")
