"""The periods of all services as columns: what lies between two days is summed up without a row for each period."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """Periods, those of one service together and in order. Days are day numbers.

    Attributes:
        of_service: Where a service's periods begin and end in the columns, by service_id.
        first: Each period's first day.
        last: Its last day.
        due: Minutes due in the periods before each one, and in all of them.
        held: The same of minutes delivered, also differently.
        lacks: Minutes of each period with nothing on record, or still due in it.
    """

    of_service: dict[str, tuple[int, int]] = field(repr=False)
    first: list[int] = field(repr=False)
    last: list[int] = field(repr=False)
    due: list[int] = field(repr=False)
    held: list[int] = field(repr=False)
    lacks: list[int] = field(repr=False)

    def running(self, service_id: str, day: int) -> range:
        """Return the places of a service's periods that have begun on a day and do not end on it or before."""
        begin, end = self.of_service.get(service_id, (0, 0))
        return range(bisect_right(self.last, day, begin, end), bisect_right(self.first, day, begin, end))

    def touching(self, service_id: str, first: int, last: int) -> range:
        """Return the places of a service's periods that share a day with first to last."""
        begin, end = self.of_service.get(service_id, (0, 0))
        # Periods follow each other, so these are neighbours.
        return range(bisect_left(self.last, first, begin, end), bisect_right(self.first, last, begin, end))

    def beginning(self, service_id: str, first: int, last: int) -> range:
        """Return the places of a service's periods that begin on first to last."""
        begin, end = self.of_service.get(service_id, (0, 0))
        return range(bisect_left(self.first, first, begin, end), bisect_right(self.first, last, begin, end))

    def lacking(self, service_id: str) -> list[tuple[int, int]]:
        """Return the first and last days of a service's periods that lack minutes."""
        return [
            (self.first[at], self.last[at]) for at in range(*self.of_service.get(service_id, (0, 0))) if self.lacks[at]
        ]

    def due_in(self, places: range) -> int:
        """Return the minutes due in neighbouring periods."""
        return self.due[places.stop] - self.due[places.start] if places else 0

    def held_in(self, places: range) -> int:
        """Return the minutes held in neighbouring periods."""
        return self.held[places.stop] - self.held[places.start] if places else 0
