"""Many findings of one kind, folded so that a person still sees the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from makegood.terms.findings import Alike, Finding, Level, each_of

MOST: Final = 10
"""More of one kind in one column than this become one finding."""
NAMED: Final = 3
"""So many of its rows are named."""

ONCE: Final = frozenset({"id_as_number"})
"""Kinds that a spreadsheet makes of a whole column at once: two of them are one finding already."""

_Kind = tuple[Level, str, str | None, str | None]


def folded(findings: Iterable[Finding | Alike]) -> Iterator[Finding]:
    """Yield the findings; instead of more than `MOST` of one kind in one column, the first one, which counts them."""
    kinds: defaultdict[_Kind, list[Finding | Alike]] = defaultdict(list)
    for finding in findings:
        kinds[finding.level, finding.code, finding.table, finding.column].append(finding)
    for (_, code, *_), ones in kinds.items():
        count = sum(one.count if isinstance(one, Alike) else 1 for one in ones)
        if count > (1 if code in ONCE else MOST):
            yield _as_one(list(islice(each_of(ones), NAMED)), count)
        else:
            yield from each_of(ones)


def _as_one(firsts: Sequence[Finding], count: int) -> Finding:
    """Return the first of several findings of one kind, with their number and the rows of the first.

    Args:
        firsts: Those whose rows are named.
        count: How many there are in all.
    """
    first = firsts[0]
    told = f"There are {count:,} like this"
    if first.row is not None:
        more = count - NAMED
        rows = [str(one.row) for one in firsts]
        told += f", in rows {', '.join(rows)}" if more > 0 else f", in rows {', '.join(rows[:-1])} and {rows[-1]}"
        told += f" and {more:,} more" if more > 0 else ""
    return replace(first, message=f"{first.message} {told}.")
