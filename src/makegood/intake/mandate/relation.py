"""Several amounts in one text: said again, added up, or one thing beside another."""

from collections.abc import Sequence
from typing import Final

from makegood.intake.mandate.drafts import Draft
from makegood.intake.mandate.part import Part

_AGAIN: Final = frozenset({"=", "(", ":"})


def relate(first: Part, second: Part) -> tuple[list[tuple[Draft, Part]], set[str]]:
    """Return the drafts that two parts can mean together, each with its part, and the flags raised."""
    both = [(draft, part) for part in (first, second) for draft in part.drafts]
    if second.link == "or":
        return both, {"alternatives"}
    spans = {draft.span for draft, _ in both}
    again = second.link in _AGAIN or "total" in {first.role, second.role}
    if len(spans) > 1:
        return both, {"two_periods" if again else "several_parts"}
    for detail, total in ((second, first), (first, second)):
        if detail.role == "each" and not detail.counted and total.role != "each":
            return _laid_out(detail, total, both)
    agreed = [
        (a, first) if first.counted else (b, second) for a in first.drafts for b in second.drafts if a.sum == b.sum
    ]
    if agreed and (again or first.counted != second.counted):
        return agreed, set()
    return both, {"arithmetic" if again else "several_parts"}


def _laid_out(
    detail: Part, total: Part, both: Sequence[tuple[Draft, Part]]
) -> tuple[list[tuple[Draft, Part]], set[str]]:
    """Find the number of sessions: 60 minutes a week in 30-minute sessions are two."""
    found = []
    for one in detail.drafts:
        for whole in total.drafts:
            sessions, rest = divmod(whole.sum, one.minutes or 1)
            if not rest and whole.sessions in {None, 1, sessions}:
                found.append((one._replace(sessions=sessions), detail))
    return (found, set()) if found else (list(both), {"arithmetic"})
