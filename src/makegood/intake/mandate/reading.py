"""What a text can mean, and whether a person has to decide."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Delivery = Literal["individual", "group", "consult", "indirect", "direct"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a text.

    Attributes:
        minutes: Minutes of a session where the text says so, else of the whole period. None if not said.
        sessions: Sessions in each block of `every` periods.
        per: A word of `makegood.terms.accounts.PERS`, or None if not said.
        every: Days of school (`cycle`), weeks or months in a block; 1 elsewhere.
        group_max: The largest group in students. None if not said.
        delivery: How, as far as the text says it.
        total: Whether the minutes are those of the whole period, of which the text says no sessions.
    """

    minutes: int | None
    sessions: int
    per: str | None
    every: int
    group_max: int | None
    delivery: Delivery | None
    total: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return the reading as JSON prints it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class MandateReading:
    """All that a text can mean.

    Attributes:
        text: The text as it was written.
        status: `ok` for one reading and nothing assumed, else `review`: a person decides.
        flags: Why it needs review: keys of `FLAGS`, in its order.
        readings: Every meaning that we see, the most likely first. Never a choice made for a person.
        unread: The words that were not understood, as the text spells them, in small letters.
        aside: What stands around the promise and says nothing of its amount: services, places, people, dates.
        dates: The dates among them.
    """

    text: str
    status: Literal["ok", "review"]
    flags: tuple[str, ...]
    readings: tuple[Reading, ...]
    unread: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return status, flags and readings as JSON prints them."""
        return {
            "status": self.status,
            "flags": list(self.flags),
            "readings": [reading.as_dict() for reading in self.readings],
        }
