"""A policy pack as its file has it: the shape that is checked, key by key."""

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from makegood.policies.codes import nearest_codes
from makegood.policies.times import Days, Span, SpokenOf, Strict, When, Within
from makegood.terms.accounts import Disposition, Verification
from makegood.terms.reasons import REASONS

Level = Literal[
    "statute",
    "regulation",
    "federal_guidance",
    "state_guidance",
    "district_policy",
    "provider_guidance",
    "assumption",
]
ShortPeriod = Literal["full", "by_school_days"]

LONGEST_QUOTE: Final = 39
"""In words. A quote shows where to look; the source stays the source."""

DECIDING: Final[frozenset[Verification]] = frozenset({"found", "secondary"})
"""How far a source must be known before it decides. A reading of ours, or a guess, is only shown."""


def _reason(word: str) -> str:
    if word not in REASONS:
        raise PydanticCustomError("unknown_reason", "not a reason")
    return word


def _quote(text: str) -> str:
    words = len(text.split())
    if words > LONGEST_QUOTE:
        raise PydanticCustomError("quote_too_long", "{words}", {"words": words})
    return text


def not_empty(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse an empty list, and say so only where its items are well written."""
    if not items:
        raise PydanticCustomError("too_short", "nothing in it")
    return items


Text = Annotated[str, Field(min_length=1)]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
Reason = Annotated[str, AfterValidator(_reason)]
Href = Annotated[str, Field(pattern=r"^https?://\S+$")]
PackId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class ReasonLine(Strict):
    """What a version says of one reason."""

    disposition: Disposition
    make_up_within: Within | None = None
    declined_offer: Literal["releases"] | None = None
    source: Text


class NoticeLine(Strict):
    """Whom a version wants told, or what it wants done, and when."""

    when: When
    tell: Word | None = None
    do: Word | None = None
    within: Span | None = None
    source: Text

    @model_validator(mode="after")
    def _tell_or_do(self) -> "NoticeLine":
        if self.tell is None and self.do is None:
            raise PydanticCustomError("notice_without_act", "tell or do")
        return self


class Version(Days):
    """What a pack says in a span of days."""

    short_period: ShortPeriod | None = None
    reasons: dict[Reason, ReasonLine] = Field(default_factory=dict)
    codes: dict[Text, Reason] = Field(default_factory=dict)
    notices: tuple[NoticeLine, ...] = ()


class Source(Strict):
    """Where a rule is written, and how far its words were read.

    Attributes:
        level: What the source is, where that differs from its pack.
        binding: Whether it binds those whom it addresses, where that differs from its pack.
        speaks_of: The days that its words are about; None if the pack does not say.
    """

    title: Text
    citation: Text | None = None
    href: Href | None = None
    quote: Annotated[Text, AfterValidator(_quote)] | None = None
    level: Level | None = None
    binding: bool | None = None
    speaks_of: SpokenOf | None = None
    verification: Verification

    @property
    def reference(self) -> str:
        """The title, and the place in it."""
        return ", ".join(part for part in (self.title, self.citation) if part)

    @property
    def decides(self) -> bool:
        """Whether a value that rests on it may decide: its words say so, or someone reliable reports that they do."""
        return self.verification in DECIDING


class Pack(Strict):
    """One pack: a jurisdiction's or a district's rules with their dates and sources."""

    id: PackId
    title: Text
    level: Level
    binding: bool
    inherits: PackId | None = None
    codes: dict[Text, Reason] = Field(default_factory=dict)
    versions: Annotated[tuple[Version, ...], AfterValidator(not_empty)]
    sources: dict[Text, Source] = Field(default_factory=dict)

    def version_on(self, day: date) -> Version | None:
        """Return the version in force on a day, or None."""
        return next((version for version in self.versions if version.covers(day)), None)

    def codes_on(self, day: date) -> dict[str, str]:
        """Return the local codes of a day: those of the version in force, then the pack's own."""
        version = self.version_on(day)
        return nearest_codes([version.codes if version else {}, self.codes])
