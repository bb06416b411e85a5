"""What the verifier says about a plan that cannot stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from makegood.plans.instance import Session
from makegood.plans.verify.facts import Facts
from makegood.plans.verify.held import Held


@dataclass(frozen=True, slots=True)
class Broken:
    """A constraint that a plan does not keep.

    Attributes:
        constraint: The constraint's name, as in `SENTENCES`.
        says: What was found and what was expected, with ids, dates and times, never a name.
        session: The session that it is about; None where it is about the plan as a whole.
    """

    constraint: str
    says: str
    session: Session | None


Found = Iterator[tuple[str, Session | None]]
"""What a constraint finds: a sentence, and the session that it is about."""

Constraint = Callable[[Facts, Held], Found]
"""One rule that every plan keeps. Its docstring is its sentence."""
