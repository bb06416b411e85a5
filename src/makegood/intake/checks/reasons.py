"""Checks of the reasons that rows give, as far as they can be read without a policy."""

from collections.abc import Iterator

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.terms.absences import BLANK, Question, absence_kind
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import UNRECORDED, reason_of


@check("sessions.reason")
def unrecorded_given(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose reason says that nothing is on record: that cannot be given as a reason."""
    sessions = facts.records.sessions
    words = {word for word in sessions.different("reason") if word is not None and reason_of(word) == UNRECORDED}
    for word, row in zip(sessions.reason, sessions.row, strict=True) if words else ():
        if word in words:
            says = "This is what is said where nothing is on record. It cannot be given as a reason."
            expected = "what happened ('makegood reasons' lists the reasons), or a blank"
            yield Finding(
                "error", "unrecorded_given", says, Origin("sessions", row, "reason"), found=word, expected=expected
            )


@check("student_absences.kind", "provider_absences.kind")
def absence_kinds(facts: Facts) -> Iterator[Finding]:
    """Yield absences whose kind has to be asked about, or belongs to another party.

    A word that is no reason may be a local code of a policy, which is not looked at here.
    """
    for table in BLANK:
        rows = facts.records.table(table)
        for word, row in zip(rows.values("kind"), rows.row, strict=True):
            asked = absence_kind(word, table)
            if isinstance(asked, Question):
                expected = f"one of {', '.join(asked.answers)}"
                yield Finding(
                    "error", "absence_kind", asked.says, Origin(table, row, "kind"), found=word, expected=expected
                )
