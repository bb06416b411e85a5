"""What a provider's day shows: lines of one child or of a group, and what is on record of each."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from makegood.answers.day import DaySlot, Waiting
from makegood.terms.findings import Finding
from makegood.web.access.asked import Child
from makegood.web.today.held_on import HeldOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One child's session.

    Attributes:
        key: What a form names it by: the service's random id, a dot, and the start in minutes or nothing.
        row: The random id of the row that is on record; blank if nothing is.
        signed: Whether that row is signed.
        by: The name of who noted it, if that was somebody else.
        agreed: The random id of the agreed make-up that it is; blank if it is none.
        just_noted: Whether the one who looks wrote that row today.
        corrects: Whether that row took the place of an earlier one, which counts again if it is taken back.
        again: The random id of the row that was taken back, of a session that is in no slot; blank if it is none.
        held_on: The other days on which it was given, of a missed session.
    """

    slot: DaySlot
    child: Child
    key: str
    row: str = ""
    signed: bool = False
    by: str | None = None
    agreed: str = ""
    just_noted: bool = False
    corrects: bool = False
    again: str = ""
    held_on: Sequence[HeldOn] = ()

    @property
    def anchor(self) -> str:
        """Where it is on the page."""
        return anchor_of(self.key)

    @property
    def is_noted(self) -> bool:
        """Whether something is on record."""
        return self.slot.row is not None

    @property
    def can_move(self) -> bool:
        """Whether it can be said to have been held on another day: nothing of it is on record, or it was missed."""
        row = self.slot.row
        if row is None:
            return not self.slot.agreed
        return row.kind == "regular" and row.delivered < row.planned

    @property
    def leaves_nothing(self) -> bool:
        """Whether nothing is left to be noted again if its row is taken back, or the day shows it without our help."""
        return self.just_noted or self.corrects or self.slot.stays


def anchor_of(key: str) -> str:
    """Return what the line of a key is found by on the page: the key without its signs."""
    return key.replace(".", "").replace("+", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sessions that begin together.

    Attributes:
        lines: One for each child.
    """

    start_time: int | None
    minutes: int
    lines: list[Line] = field(default_factory=list)

    @property
    def left(self) -> list[Line]:
        """The lines with nothing on record."""
        return [line for line in self.lines if not line.is_noted]

    @property
    def is_group(self) -> bool:
        """Whether it is noted by one tap for several."""
        return len(self.lines) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """All that the page shows.

    Attributes:
        back: The last school day before this one, if it may be opened.
        before: Days before this one with slots of which nothing is on record, and how many.
        refused: Why the records cannot be used, if they cannot.
    """

    date: dt.date
    groups: Sequence[Group] = ()
    waiting: Sequence[tuple[Waiting, Line]] = ()
    before: Sequence[tuple[dt.date, int]] = ()
    back: dt.date | None = None
    closed: bool = False
    refused: Sequence[Finding] = ()

    @property
    def lines(self) -> list[Line]:
        """Every line."""
        return [line for group in self.groups for line in group.lines]

    @property
    def without_time(self) -> list[Line]:
        """A line for each child without a slot."""
        return [line for _, line in self.waiting]

    @property
    def left(self) -> int:
        """How many have nothing on record."""
        return sum(not line.is_noted for line in self.lines)

    @property
    def noted(self) -> int:
        """How many have something on record."""
        return len(self.lines) - self.left

    @property
    def to_sign(self) -> list[Line]:
        """The lines that the provider noted and has not signed."""
        return [line for line in self.lines if line.is_noted and not line.signed and line.by is None]
