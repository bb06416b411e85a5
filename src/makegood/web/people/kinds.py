"""The kinds of relation that a person can hold, and what goes with each."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

Kind = Literal[
    "family", "therapist", "contractor", "case_manager", "school_leader", "director", "administrator", "alone",
    "therapist_alone",
]  # fmt: skip
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

Scope = Literal["child", "provider", "caseload", "school", "district", "none"]
"""What a relation is to: a child; what a provider gives; children who are named one by one; a school; everything."""

Rights = Literal["full", "limited", "none"]
RIGHTS: Final[tuple[Rights, ...]] = get_args(Rights)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What goes with a kind of relation.

    Attributes:
        scope: What it is to.
        staff: Whether it is work: sessions are shorter, and for 30 days after its end dates inside it may be completed.
        second_factor: Whether a second factor is asked for.
        second_person: Whether a second person has to confirm it before it holds.
        family: Whether pages speak to a child's family: what it can ask for, and its own letters.
        alone: Whether one person keeps the site for themselves, on one machine.
    """

    scope: Scope
    staff: bool
    second_factor: bool
    second_person: bool
    family: bool = False
    alone: bool = False


ABOUT: Final[dict[Kind, About]] = {
    "family": About(scope="child", staff=False, second_factor=False, second_person=True, family=True),
    "therapist": About(scope="provider", staff=True, second_factor=True, second_person=True),
    "contractor": About(scope="provider", staff=True, second_factor=True, second_person=True),
    "case_manager": About(scope="caseload", staff=True, second_factor=True, second_person=True),
    "school_leader": About(scope="school", staff=True, second_factor=True, second_person=True),
    "director": About(scope="district", staff=True, second_factor=True, second_person=True),
    "administrator": About(scope="none", staff=True, second_factor=True, second_person=True),
    # One person on one machine: nobody else is there to confirm anything.
    "alone": About(scope="district", staff=False, second_factor=False, second_person=False, family=True, alone=True),
    "therapist_alone": About(scope="district", staff=False, second_factor=False, second_person=False, alone=True),
}
"""Every kind. An administrator keeps accounts and settings, and sees no child's data."""

STAFF: Final[frozenset[Kind]] = frozenset(kind for kind, about in ABOUT.items() if about.staff)
"""The kinds that are work."""
