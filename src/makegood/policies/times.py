"""Times in a pack: how long after a miss, what a notice follows, and spans of days."""

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

Unit = Literal["school_days", "calendar_days", "business_days", "weeks"]
EndOf = Literal["period", "quarter", "semester", "year", "iep"]

LONGEST_SPAN: Final = 3660
"""Ten years of days: a larger number is a slip of the pen."""

Count = Annotated[int, Field(ge=1, le=LONGEST_SPAN)]


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


class Days(Strict):
    """A span of days; both ends are inside it, None is open."""

    first_day: date | None = Field(default=None, alias="from")
    last_day: date | None = Field(default=None, alias="to")

    def covers(self, day: date) -> bool:
        """Whether a day is one of them."""
        return (self.first_day or date.min) <= day <= (self.last_day or date.max)

    @property
    def in_words(self) -> str:
        """Say it, such as "from 2020-03-12 to 2020-06-30"."""
        first, last = self.first_day, self.last_day
        if first is None:
            return f"until {last}" if last else "on all days"
        return f"from {first} to {last}" if last else f"from {first} on"

    def holds(self, other: "Days") -> bool:
        """Whether all days of another span are among them."""
        return self.covers(other.first_day or date.min) and self.covers(other.last_day or date.max)


class SpokenOf(Days):
    """The days that a source speaks of; without ends if it is `undated`, so that no day is known to be outside."""

    @model_validator(mode="before")
    @classmethod
    def _undated_or_ends(cls, written: Any) -> Any:
        if written == "undated":
            return {}
        if isinstance(written, dict) and written:
            return written
        raise PydanticCustomError("unclear_days", "undated, or from and to")
