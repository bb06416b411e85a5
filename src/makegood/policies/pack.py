"""A policy pack as its file has it: the shape that is checked, key by key."""

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from makegood.terms.accounts import Disposition, Verification
from makegood.terms.reasons import REASONS

Unit = Literal["school_days", "calendar_days", "business_days", "weeks"]
EndOf = Literal["period", "quarter", "semester", "year", "iep"]
Level = Literal[
    "statute",
    "regulation",
    "state_guidance",
    "district_policy",
    "provider_guidance",
    "assumption",
]
ShortPeriod = Literal["full", "by_school_days"]

LONGEST_QUOTE: Final = 39
"""In words. A quote shows where to look; the source stays the source."""

LONGEST_SPAN: Final = 3660
"""Ten years of days: a larger number is a slip of the pen."""


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
Count = Annotated[int, Field(ge=1, le=LONGEST_SPAN)]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
Reason = Annotated[str, AfterValidator(_reason)]
Href = Annotated[str, Field(pattern=r"^https?://\S+$")]
PackId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class Strict(BaseModel):
    """Values as written, never converted; no key that is not known."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _length(n: int | None, unit: Unit | None) -> str:
    word = str(unit).replace("_", " ")
    return f"{n} {word.removesuffix('s') if n == 1 else word}"


class Within(Strict):
    """A span of time after a miss: `n` of a `unit`, or up to the `end_of` something."""

    n: Count | None = None
    unit: Unit | None = None
    end_of: EndOf | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> "Within":
        spans = self.n is not None and self.unit is not None and self.end_of is None
        ends = self.n is None and self.unit is None and self.end_of is not None
        if not spans and not ends:
            raise PydanticCustomError("unclear_time", "n with unit, or end_of")
        return self

    @property
    def in_words(self) -> str:
        """Say it, such as "within 10 school days"."""
        if self.end_of is not None:
            return "by the end of the " + ("IEP" if self.end_of == "iep" else self.end_of)
        return f"within {_length(self.n, self.unit)}"


class Span(Strict):
    """A number of days or weeks."""

    n: Count
    unit: Unit

    @property
    def in_words(self) -> str:
        """Say it, such as "within 3 school days"."""
        return f"within {_length(self.n, self.unit)}"


class When(Strict):
    """What a notice follows: each miss, a lapse without service, a run of misses."""

    lapse: Span | None = None
    run_of: Count | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_of_three(cls, written: Any) -> Any:
        if written == "each_miss":
            return {}
        if isinstance(written, dict) and set(written) in ({"lapse"}, {"run_of"}):
            return written
        raise PydanticCustomError("unclear_when", "each_miss, lapse or run_of")

    @property
    def each_miss(self) -> bool:
        """Whether the notice follows every miss."""
        return self.lapse is None and self.run_of is None

    @property
    def in_words(self) -> str:
        """Say it, such as "after 10 school days without the service"."""
        if self.lapse is not None:
            return f"after {_length(self.lapse.n, self.lapse.unit)} without the service"
        return "after each miss" if self.run_of is None else f"after {self.run_of} misses in a row"


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


class Version(Strict):
    """What a pack says in a span of days; both ends are inside it, None is open."""

    first_day: date | None = Field(default=None, alias="from")
    last_day: date | None = Field(default=None, alias="to")
    short_period: ShortPeriod | None = None
    reasons: dict[Reason, ReasonLine] = {}
    codes: dict[Text, Reason] = {}
    notices: tuple[NoticeLine, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether the version is in force on a day."""
        return (self.first_day or date.min) <= day <= (self.last_day or date.max)


class Source(Strict):
    """Where a rule stands, and how far its words were read."""

    title: Text
    citation: Text | None = None
    href: Href | None = None
    quote: Annotated[Text, AfterValidator(_quote)] | None = None
    verification: Verification


class Pack(Strict):
    """One pack: a jurisdiction's or a district's rules with their dates and sources."""

    id: PackId
    title: Text
    level: Level
    binding: bool
    inherits: PackId | None = None
    codes: dict[Text, Reason] = {}
    versions: Annotated[tuple[Version, ...], AfterValidator(not_empty)]
    sources: dict[Text, Source] = {}

    def version_on(self, day: date) -> Version | None:
        """Return the version in force on a day, or None."""
        return next((version for version in self.versions if version.covers(day)), None)

    def codes_on(self, day: date) -> dict[str, str]:
        """Return the local codes of a day: the pack's own, and those of the version in force."""
        version = self.version_on(day)
        return self.codes | (version.codes if version else {})
