"""A statement for a family, as data: every figure with its words, rule and rows. Renderers only arrange it."""

import datetime as dt
from dataclasses import dataclass

from makegood.statements.picture.picture import Picture
from makegood.terms.language import Lang


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
        ref: What `makegood explain` takes: the session_id, or SERVICE_ID:DATE.
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
    """A rule or decision that a statement rests on, with its source and how far that was checked."""

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
        sentence: The service in short: the promise, where it went, what follows.
        parts: The same, sentence by sentence.
        extra: What settled nothing.
    """

    service_id: str
    service_type: str
    service: str
    policy_id: str
    promise: str
    sentence: str
    parts: tuple[str, ...]
    about: tuple[str, ...]
    sums: tuple[Sum, ...]
    extra: Figure
    misses: tuple[MissLine, ...]
    unrecorded: tuple[str, ...]
    cured: tuple[str, ...]
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
        name: The child's name, if the records have it: it is the family's document.
        held: The third sum of ledger.md, 6, one per service type.
        due: What is owed and open, soonest first.
    """

    lang: Lang
    title: str
    student_id: str
    name: str | None
    about: tuple[str, ...]
    as_of: dt.date
    first: dt.date | None
    last: dt.date | None
    services: tuple[ServiceStatement, ...]
    held: tuple[Sum, ...]
    due: tuple[MissLine, ...]
    make_ups: tuple[str, ...]
    awards: tuple[str, ...]
    outside: tuple[str, ...]
    corrections: tuple[str, ...]
    notices: tuple[str, ...]
    rules: tuple[RuleLine, ...]
    notes: tuple[str, ...]
    next_steps: tuple[Step, ...]
    last_word: str
