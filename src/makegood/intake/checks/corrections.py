"""Checks of rows that take the place of others."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from makegood.intake.checks.check import COUNTING, OWNER, check
from makegood.intake.checks.facts import Facts
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin

_NAMED: Final = 20
"""So many rows of a circle are named."""


@check(*COUNTING)
def corrects_itself(facts: Facts) -> Iterator[Finding]:
    """Yield rows that name themselves as what they correct."""
    sessions = facts.records.sessions
    for at, corrects in sessions.filled_cells("corrects"):
        id_, row = sessions.session_id[at], sessions.row[at]
        if corrects == id_:
            says = "A row cannot correct itself."
            expected = "the session_id of an earlier row"
            yield Finding(
                "error", "corrects_itself", says, Origin("sessions", row, "corrects"), found=id_, expected=expected
            )


@check("sessions.corrects")
def corrected_twice(facts: Facts) -> Iterator[Finding]:
    """Yield second corrections of one row."""
    sessions = facts.records.sessions
    first: dict[str, int] = {}
    for at, corrects in sessions.filled_cells("corrects"):
        row = sessions.row[at]
        if corrects in first:
            says = (
                f"{quoted(corrects)} is also corrected in row {first[corrects]}. "
                "To correct it again, correct the row that took its place."
            )
            expected = "the session_id of the latest row"
            yield Finding(
                "error", "corrected_twice", says, Origin("sessions", row, "corrects"), found=corrects, expected=expected
            )
        first.setdefault(corrects, row)


@check(*COUNTING)
def correction_circles(facts: Facts) -> Iterator[Finding]:
    """Yield each circle of rows that correct one another, once."""
    sessions = facts.records.sessions
    replaced_by = facts.log.corrections.replaced_by
    seen: set[str] = set()
    for start in replaced_by:
        walk: dict[str, None] = {}
        id_ = start
        while id_ in replaced_by and id_ not in seen and id_ not in walk:
            walk[id_] = None
            id_ = replaced_by[id_]
        place = facts.session.get(id_)
        if id_ in walk and replaced_by[id_] != id_ and place is not None:
            circle = list(walk)[list(walk).index(id_) :]
            row = sessions.row[place]
            more = f" and {len(circle) - _NAMED:,} more" if len(circle) > _NAMED else ""
            named = ", ".join(map(shown, sorted(circle)[:_NAMED]))
            says = f"The rows {named}{more} correct one another in a circle."
            expected = "corrections that name earlier rows"
            yield Finding(
                "error",
                "correction_circle",
                says,
                Origin("sessions", row, "corrects"),
                found=sessions.corrects[place],
                expected=expected,
            )
        seen.update(walk)


@check(*COUNTING, *OWNER)
def correction_moves_student(facts: Facts) -> Iterator[Finding]:
    """Yield corrections whose row is of another student than the row that they correct."""
    sessions = facts.records.sessions
    for at, corrects in sessions.filled_cells("corrects"):
        before = facts.session.get(corrects)
        if before is None:
            continue
        new, old = facts.log.owner(at)[0], facts.log.owner(before)[0]
        if new != old:
            row = sessions.row[at]
            says = (
                f"This row is about student {quoted(new)}, but corrects {quoted(corrects)} of student {quoted(old)}. "
                "The minutes move from one student to the other."
            )
            yield Finding(
                "warning",
                "correction_moves_student",
                says,
                Origin("sessions", row, "service_id"),
                found=sessions.service_id[at],
                expected=f"a service of student {quoted(old)}",
            )


@check(*COUNTING, "sessions.recorded_at")
def correction_before_corrected(facts: Facts) -> Iterator[Finding]:
    """Yield corrections that were written down before the row that they correct: that cannot have happened."""
    sessions = facts.records.sessions
    for at, corrects in sessions.filled_cells("corrects"):
        before = facts.session.get(corrects)
        if before is None:
            continue
        new, old = sessions.recorded_at[at], sessions.recorded_at[before]
        if new is not None and old is not None and _is_before(new, old):
            says = (
                f"This row was written down on {_told(new)}, but corrects {quoted(corrects)}, which was written down "
                f"on {_told(old)}. An account as it was known between the two counts this row as one of its own."
            )
            origin = Origin("sessions", sessions.row[at], "recorded_at")
            expected = f"{_told(old)} or later"
            yield Finding("warning", "correction_before_corrected", says, origin, found=_told(new), expected=expected)


def _is_before(one: dt.date | dt.datetime, other: dt.date | dt.datetime) -> bool:
    """Return whether a moment lies before another; where one has no time, their days are compared."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return _day(one) < _day(other)


def _day(moment: dt.date | dt.datetime) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _told(moment: dt.date | dt.datetime) -> str:
    return moment.isoformat(sep=" ", timespec="minutes") if isinstance(moment, dt.datetime) else moment.isoformat()
