"""A statement for a family, as data: every figure with its words, rule and rows. Renderers only arrange it."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal, get_args

from makegood.statements.picture.picture import Picture
from makegood.terms.language import Lang

Audience = Literal["family", "school"]
"""Who reads a statement. A school also reads the ids of rows and rules, to look them up."""

LeadName = Literal["given", "owed", "team", "not_on_record", "made_up", "next_make_up"]
LEADS: Final[tuple[LeadName, ...]] = get_args(LeadName)
"""What a statement begins with, in the order in which it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One of the things that a statement begins with.

    Attributes:
        lines: A line for each service, or several; never empty.
    """

    name: LeadName
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of what was due so far was given.

    Attributes:
        given: Minutes given, as the IEP says or otherwise, that count to what was due.
        due: Minutes due so far.
        percent: Of the minutes, rounded down: 100 only where all of them were given. It is shown beside them.
        sessions: Sessions that were due; None where the promise counts none, or where what was
            due is no whole number of them.
        in_full: Sessions held that were as long as the IEP says, or longer, and counted.
        in_part: Sessions held that were shorter, and counted.
    """

    given: int
    due: int
    percent: int
    sessions: int | None
    in_full: int
    in_part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One account with its minutes."""

    name: str
    label: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A figure and the parts that it is made of (ledger.md, 6)."""

    title: str
    whole: Figure
    parts: tuple[Figure, ...]

    @property
    def adds_up(self) -> bool:
        """Whether the parts are exactly the whole."""
        return self.whole.minutes == sum(part.minutes for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissLine:
    """A miss.

    Attributes:
        ref: What `makegood explain` takes: the session_id, or SERVICE_ID:DATE. Shown to a school only.
        labels: What the reader needs to know beside the reason, such as that it is inferred.
        follows: What follows from it and what settled it, one phrase each.
        rule: The number of its rule in the statement's list.
    """

    service_id: str
    service: str
    session_id: str | None
    ref: str
    date: dt.date
    date_words: str
    minutes: int
    gap: int
    reason: str
    why: str
    inferred: bool
    labels: tuple[str, ...]
    disposition: str
    status: str
    made_up: int
    released: int
    open: int
    due_by: dt.date | None
    due_words: str
    overdue: bool
    follows: tuple[str, ...]
    rule: int
    who_decides: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule or decision that a statement rests on, with its source and how far that was checked.

    Attributes:
        name: What packs call it, for a school; its title for a family.
    """

    number: int
    name: str
    title: str
    says: tuple[str, ...]
    citation: str | None
    href: str | None
    quote: str | None
    verification: str | None
    verified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStatement:
    """One service line of the IEP.

    Attributes:
        sentence: The service in short, in the order of the statement's leads.
        parts: The same, line by line.
        share: How much of what was due was given; None if nothing was due.
        supposed: What of it nobody noted and somebody supposed; blank where there is none.
        extra: What settled nothing.
        unrecorded: What is on no record, and what follows.
        pending: Gaps on record of a period that has not ended: not yet counted.
        cured: Gaps that are not missed, and why: other sessions gave the minutes, or the shortfall is counted there.
        not_due: Gaps on days on which nothing was due.
    """

    service_id: str
    service_type: str
    service: str
    policy_id: str
    promise: str
    sentence: str
    parts: tuple[str, ...]
    share: Share | None
    supposed: str
    about: tuple[str, ...]
    sums: tuple[Sum, ...]
    extra: Figure
    misses: tuple[MissLine, ...]
    unrecorded: tuple[str, ...]
    pending: tuple[str, ...]
    cured: tuple[str, ...]
    not_due: tuple[str, ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that a family can do, and its source."""

    text: str
    citation: str
    href: str
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All that one statement says.

    Attributes:
        audience: Who reads it.
        name: The child's name, if the records have it: it is the family's document.
        known_on: The last day whose records were read; None if all were.
        leads: What it begins with, what is empty left out; `next_steps` and `last_word` come after them.
        held: The third sum of ledger.md, 6, one per service type.
        due: What is owed and open, soonest first.
        findings: What was found in the records that touches the figures.
        next_steps: What a family can do; none for a school.
    """

    lang: Lang
    audience: Audience
    title: str
    student_id: str
    name: str | None
    about: tuple[str, ...]
    as_of: dt.date
    known_on: dt.date | None
    first: dt.date | None
    last: dt.date | None
    leads: tuple[Lead, ...]
    services: tuple[ServiceStatement, ...]
    held: tuple[Sum, ...]
    due: tuple[MissLine, ...]
    make_ups: tuple[str, ...]
    awards: tuple[str, ...]
    outside: tuple[str, ...]
    corrections: tuple[str, ...]
    notices: tuple[str, ...]
    findings: tuple[str, ...]
    rules: tuple[RuleLine, ...]
    notes: tuple[str, ...]
    next_steps: tuple[Step, ...]
    last_word: str
