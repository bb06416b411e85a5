"""The periods of all services as columns: what lies between two days is summed up without a row for each period."""

from collections.abc import Callable
from functools import cached_property
from itertools import compress
from operator import add


class PeriodTable:
    """Periods, those of one service together and in order. Days are day numbers."""

    def __init__(
        self,
        *,
        of_service: dict[str, tuple[int, int]],
        first: list[int],
        last: list[int],
        column: Callable[[str], list[int]],
    ) -> None:
        """Take the periods; their minutes are looked up when they are asked for.

        Args:
            of_service: Where a service's periods begin and end in the columns, by service_id.
            first: Each period's first day.
            last: Its last day.
            column: Returns one of its sums, in minutes, by the name in `columns.PeriodSums`.
        """
        self.of_service = of_service
        self.first = first
        self.last = last
        self._column = column

    @cached_property
    def _due(self) -> list[int]:
        """Minutes due in each period."""
        return self._column("due")

    @cached_property
    def _held(self) -> list[int]:
        """Minutes delivered in each period, also differently."""
        return list(map(add, self._column("delivered"), self._column("delivered_differently")))

    @cached_property
    def _lacks(self) -> list[int]:
        """Minutes of each period with nothing on record, or still due in it."""
        return list(map(add, self._column("unrecorded"), self._column("still_due")))

    def lacking(self, service_id: str) -> list[tuple[int, int]]:
        """Return the first and last days of a service's periods that lack minutes."""
        begin, end = self.of_service.get(service_id, (0, 0))
        places = compress(range(begin, end), self._lacks[begin:end])
        return [(self.first[at], self.last[at]) for at in places]

    def due_in(self, service_id: str, which: slice) -> int:
        """Return the minutes due in some of a service's periods, which are counted from 0."""
        begin, end = self.of_service.get(service_id, (0, 0))
        return sum(self._due[begin:end][which])

    def held_in(self, service_id: str, which: slice) -> int:
        """Return the minutes held in some of a service's periods, which are counted from 0."""
        begin, end = self.of_service.get(service_id, (0, 0))
        return sum(self._held[begin:end][which])
