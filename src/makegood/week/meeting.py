"""A session with those who come, and the spot in which an item could be, alone or with others."""

from dataclasses import dataclass, field
from typing import NamedTuple

from makegood.week.cells import Held
from makegood.week.item import Item, Spot


@dataclass(slots=True, eq=False)
class Meeting:
    """A session with those who come.

    Attributes:
        spot: Who gives it, on which days, when it begins.
        start: When it begins.
        end: When it ends.
        kind: At which school, what, how long and to which goal (`Item.kind`).
        items: Those who come; at least one.
    """

    spot: Spot
    kind: tuple[str, str, int, str | None]
    cells: Held
    start: int
    end: int
    items: list[Item] = field(default_factory=list)

    @property
    def school_id(self) -> str:
        """Where it is held."""
        return self.kind[0]

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.kind[2]

    @property
    def size(self) -> int:
        """How many children come."""
        return sum(len(item.needs) for item in self.items)

    def may_take(self, item: Item, grade_span: int | None) -> bool:
        """Return whether an item may join: by size, by who comes already, by grades.

        Args:
            item: The item, of the same kind.
            grade_span: How many grades apart its children may be at most; None: any.
        """
        if self.size + len(item.needs) > min(item.cap, *(other.cap for other in self.items)):
            return False
        children = {need.student_id for other in self.items for need in other.needs}
        if any(need.student_id in children for need in item.needs):
            return False
        if grade_span is None:
            return True
        low, high = 99, -99
        for each in (*self.items, item):
            if each.grades is None:
                return False
            low, high = min(low, each.grades[0]), max(high, each.grades[1])
        return high - low <= grade_span


class Option(NamedTuple):
    """A spot for an item, and the meeting that it would join there, if any."""

    spot: Spot
    joins: Meeting | None
