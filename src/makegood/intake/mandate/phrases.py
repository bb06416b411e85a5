"""What a text is made of, once its words are grouped."""

from dataclasses import dataclass
from typing import Literal

from makegood.intake.mandate.reading import Delivery


@dataclass(frozen=True, slots=True)
class Span:
    """A block of time: `every` periods, in which what is said holds `times` times."""

    per: str
    every: int = 1
    times: int = 1


@dataclass(frozen=True, slots=True)
class Amount:
    """Minutes; several values if any of them can be meant.

    `each`: of every session, whose number is said elsewhere. `one`: of a single session.
    `total`: of all sessions together.
    """

    minutes: tuple[int, ...]
    role: Literal["plain", "each", "one", "total"] = "plain"


@dataclass(frozen=True, slots=True)
class Count:
    """How many sessions. `split`: over which the minutes are laid. `noun`: said as 'sessions'."""

    times: tuple[int, ...]
    role: Literal["plain", "noun", "split", "total"] = "plain"


@dataclass(frozen=True, slots=True)
class Pairing:
    """Minutes and sessions that were said in one breath, in every order that they can have."""

    options: tuple[tuple[int, int | None], ...]  # minutes, sessions (None: the minutes are a total)
    weekly: bool = False  # shorthand that leaves out its period, which is usually the week


@dataclass(frozen=True, slots=True)
class Period:
    """How often; several spans if any of them can be meant.

    `stretch`: said as how long the plan runs, 'for the school year', which may be no rate.
    """

    spans: tuple[Span, ...]
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """So many days or weeks of a longer span: '5 days a week', '3 out of 4 weeks'."""

    times: int
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Limit:
    """How long it goes on: 'for 6 weeks'."""

    span: Span


@dataclass(frozen=True, slots=True)
class Who:
    """With whom."""

    delivery: Delivery
    group_max: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number that says nothing of what it counts."""

    value: int


@dataclass(frozen=True, slots=True)
class Factor:
    """A number after a times sign, as in '30 min x 2' or '2x a week x 30'."""

    value: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt that the words themselves raise, and the word that was not read, if it is that."""

    name: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Joint:
    """A word or sign between two phrases."""

    word: str


Phrase = Amount | Count | Pairing | Period | Within | Limit | Who | Number | Factor | Flag | Joint
Match = tuple[tuple[Phrase, ...], int]
"""What a rule found, and the place of the word after it."""
