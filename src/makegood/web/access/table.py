"""Who may ask for what, by which method: the whole of it. A route that is not here is refused, and fails a test."""

from dataclasses import dataclass
from typing import Final, Literal

from makegood.web.people.kinds import ABOUT, Kind

Method = Literal["GET", "POST"]
About = Literal["child", "school"]

ANYBODY: Final = "anybody"
HALF: Final = "half"
SIGNED_IN: Final = "signed in"
Who = Literal["anybody", "half", "signed in"] | frozenset[Kind]
"""Anybody; who has given a password and not yet the second factor; who is signed in; or by relation."""

FAMILY: Final[frozenset[Kind]] = frozenset({"family"})
GIVES: Final[frozenset[Kind]] = frozenset({"therapist", "contractor"})
LEADS: Final[frozenset[Kind]] = frozenset({"school_leader", "director"})
OVERSEES: Final[frozenset[Kind]] = frozenset({"case_manager", "director"})
KEEPS: Final[frozenset[Kind]] = frozenset({"administrator"})
GRANTS: Final[frozenset[Kind]] = KEEPS | frozenset({"director"})
ALONE: Final[frozenset[Kind]] = frozenset({"alone", "therapist_alone"})
WRITES: Final[frozenset[Kind]] = OVERSEES | frozenset({"therapist", "therapist_alone"})
BRINGS: Final[frozenset[Kind]] = ALONE | frozenset({"director"})
OWN_LETTERS: Final[frozenset[Kind]] = frozenset(kind for kind, about in ABOUT.items() if about.family)
LETTERS: Final[frozenset[Kind]] = OWN_LETTERS | WRITES | LEADS
STATEMENTS: Final[frozenset[Kind]] = OWN_LETTERS | OVERSEES | LEADS
SEES_CHILDREN: Final[frozenset[Kind]] = FAMILY | GIVES | LEADS | ALONE | frozenset({"case_manager"})


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may use a route.

    Attributes:
        methods: For each method, who may. A page of relations has the relation's ref in its address.
        about: What else the address names: it must be within the relation.
        completes: Whether a staff relation may use it for 30 days after its end.
    """

    methods: dict[Method, Who]
    about: About | None = None
    completes: bool = False

    @property
    def is_of_relations(self) -> bool:
        """Whether one looks as somebody."""
        return all(isinstance(who, frozenset) for who in self.methods.values())


TABLE: Final[dict[str, Rule]] = {
    "home": Rule({"GET": SIGNED_IN}),
    "sign_in": Rule({"GET": ANYBODY, "POST": ANYBODY}),
    "language": Rule({"POST": ANYBODY}),
    "second": Rule({"GET": HALF, "POST": HALF}),
    "factor": Rule({"GET": HALF, "POST": HALF}),
    "sign_out": Rule({"POST": ANYBODY}),
    "start": Rule({"GET": ANYBODY, "POST": ANYBODY}),
    "invited": Rule({"GET": ANYBODY, "POST": ANYBODY}),
    "as": Rule({"GET": SEES_CHILDREN | KEEPS}, completes=True),
    "today": Rule({"GET": GIVES}, completes=True),
    "note": Rule({"POST": GIVES}, completes=True),
    "sign_day": Rule({"POST": GIVES}, completes=True),
    "more": Rule({"GET": GIVES, "POST": GIVES}, completes=True),
    "give_back": Rule({"POST": GIVES}),
    "out": Rule({"GET": GIVES, "POST": GIVES}),
    "children": Rule({"GET": SEES_CHILDREN}),
    "child": Rule({"GET": SEES_CHILDREN}, about="child"),
    "why": Rule({"GET": SEES_CHILDREN}, about="child"),
    "figure": Rule({"GET": SEES_CHILDREN}, about="child"),
    "statement": Rule({"GET": STATEMENTS}, about="child"),
    "notes": Rule({"GET": FAMILY, "POST": FAMILY}, about="child"),
    "letters": Rule({"GET": LETTERS}, about="child"),
    "letter": Rule({"GET": LETTERS, "POST": LETTERS}, about="child"),
    "given": Rule({"GET": LETTERS, "POST": LETTERS}, about="child"),
    "take_back": Rule({"POST": LETTERS}, about="child"),
    "offers": Rule({"GET": FAMILY, "POST": FAMILY}, about="child"),
    "school": Rule({"GET": LEADS}, about="school"),
    "empty_slots": Rule({"GET": LEADS}, about="school"),
    "closed": Rule({"GET": LEADS, "POST": LEADS}, about="school"),
    "sums": Rule({"GET": OVERSEES}),
    "sums_empty": Rule({"GET": OVERSEES}),
    "schools": Rule({"GET": LEADS}),
    "people": Rule({"GET": GRANTS}),
    "person": Rule({"GET": GRANTS, "POST": GRANTS}),
    "give": Rule({"GET": GRANTS, "POST": GRANTS}),
    "right": Rule({"GET": GRANTS, "POST": GRANTS}),
    "invite": Rule({"GET": GRANTS, "POST": GRANTS}),
    "confirm": Rule({"POST": GRANTS}),
    "withdraw": Rule({"POST": GRANTS}),
    "setup": Rule({"GET": BRINGS, "POST": BRINGS}),
    "bring": Rule({"GET": BRINGS, "POST": BRINGS}),
    "bring_look": Rule({"GET": BRINGS, "POST": BRINGS}),
    "bring_write": Rule({"POST": BRINGS}),
    "bring_drop": Rule({"POST": BRINGS}),
    "policy": Rule({"GET": BRINGS, "POST": BRINGS}),
    "next_year": Rule({"GET": BRINGS, "POST": BRINGS}),
    "alone_child": Rule({"GET": ALONE, "POST": ALONE}),
    "alone_line": Rule({"GET": ALONE, "POST": ALONE}, about="child"),
    "alone_days": Rule({"GET": ALONE, "POST": ALONE}),
    "alone_dates": Rule({"GET": ALONE, "POST": ALONE}, about="child"),
}
"""Every route by name."""

PAPERS: Final[dict[str, frozenset[Kind]]] = {
    "missed_notice": WRITES,
    "not_given_notice": WRITES,
    "make_up_offer": WRITES,
    "prior_written_notice": OVERSEES,
    "agreement": OVERSEES,
    "records_answer": OVERSEES | LEADS,
    "medicaid_report": LEADS,
}
"""Who may write each letter of a school, and enter that it was given; a family's letters are those of `OWN_LETTERS`."""
