"""Every constraint, one after another."""

from collections.abc import Sequence
from typing import Final

from makegood.plans.instance import Instance, Session
from makegood.plans.verify.broken import Broken, Constraint
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import Held
from makegood.plans.verify.of_group import grade_span, group
from makegood.plans.verify.of_minutes import after, lengths, limits, owner, settled
from makegood.plans.verify.of_provider import available, provider_once, provider_present, travel
from makegood.plans.verify.of_session import complete, credential, horizon, in_order, known, pinned
from makegood.plans.verify.of_student import not_declined, school, student_once, student_open, student_present

CONSTRAINTS: Final[tuple[Constraint, ...]] = (
    known,
    complete,
    in_order,
    horizon,
    credential,
    available,
    provider_present,
    student_present,
    provider_once,
    travel,
    student_open,
    student_once,
    not_declined,
    school,
    owner,
    group,
    grade_span,
    settled,
    after,
    lengths,
    limits,
    pinned,
)
"""What every plan keeps. A plan stands when none of them finds anything."""

SENTENCES: Final[dict[str, str]] = {rule.__name__: str(rule.__doc__) for rule in CONSTRAINTS}
"""By constraint, the one sentence that says what it asks."""


def verify(instance: Instance, sessions: Sequence[Session]) -> list[Broken]:
    """Return everything that stands against a plan, constraint by constraint; an empty list means that it can stand.

    Pinned sessions are part of the plan and held to the same constraints. Whatever the sessions name or say,
    it is a finding here and never an error.
    """
    facts, held = Facts(instance), Held(sessions)
    return [Broken(rule.__name__, says, session) for rule in CONSTRAINTS for says, session in rule(facts, held)]
