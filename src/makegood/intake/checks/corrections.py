"""Checks of rows that take the place of others."""

from collections.abc import Iterator

from makegood.intake.checks.check import COUNTING, OWNER, check
from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding, Origin


@check(*COUNTING)
def corrects_itself(facts: Facts) -> Iterator[Finding]:
    """Yield rows that name themselves as what they correct."""
    log = facts.records.sessions
    for id_, corrects, row in zip(log.session_id, log.corrects, log.row, strict=True):
        if corrects == id_:
            says = "A row cannot correct itself."
            expected = "the session_id of an earlier row"
            yield Finding(
                "error", "corrects_itself", says, Origin("sessions", row, "corrects"), found=id_, expected=expected
            )


@check("sessions.corrects")
def corrected_twice(facts: Facts) -> Iterator[Finding]:
    """Yield second corrections of one row."""
    log = facts.records.sessions
    first: dict[str, int] = {}
    for corrects, row in zip(log.corrects, log.row, strict=True):
        if corrects is None:
            continue
        if corrects in first:
            says = (
                f"'{corrects}' is also corrected in row {first[corrects]}. "
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
    log = facts.records.sessions
    seen: set[str] = set()
    for start in facts.replaced:
        walk: dict[str, None] = {}
        id_ = start
        while id_ in facts.replaced and id_ not in seen and id_ not in walk:
            walk[id_] = None
            id_ = facts.replaced[id_]
        place = facts.session.get(id_)
        if id_ in walk and facts.replaced[id_] != id_ and place is not None:
            circle = list(walk)[list(walk).index(id_) :]
            row = log.row[place]
            says = f"The rows {', '.join(sorted(circle))} correct one another in a circle."
            expected = "corrections that name earlier rows"
            yield Finding(
                "error",
                "correction_circle",
                says,
                Origin("sessions", row, "corrects"),
                found=log.corrects[place],
                expected=expected,
            )
        seen |= walk.keys()


@check(*COUNTING, *OWNER)
def correction_moves_student(facts: Facts) -> Iterator[Finding]:
    """Yield corrections whose row is of another student than the row that they correct."""
    log = facts.records.sessions
    for at, corrects in enumerate(log.corrects):
        before = None if corrects is None else facts.session.get(corrects)
        if before is None:
            continue
        new, old = facts.owner(at)[0], facts.owner(before)[0]
        if new != old:
            row = log.row[at]
            says = (
                f"This row is about student '{new}', but corrects '{corrects}' of student '{old}'. "
                "The minutes move from one student to the other."
            )
            yield Finding(
                "warning",
                "correction_moves_student",
                says,
                Origin("sessions", row, "service_id"),
                found=log.service_id[at],
                expected=f"a service of student '{old}'",
            )
