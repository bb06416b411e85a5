"""The usual length of a student's sessions, where the promise is a total (ledger.md, 1)."""

from bisect import bisect_left, bisect_right
from collections import Counter

Row = tuple[int, str, int]
"""A session held without a reason for missing any of it: its day, session_id and minutes."""


class UsualLength:
    """What one student's sessions of one service type usually last, day by day."""

    def __init__(self, rows: list[Row]) -> None:
        """Count the lengths up to each day.

        Args:
            rows: The student's regular sessions of the type with minutes and without a reason.
        """
        rows = sorted(rows)
        self._days = [day for day, _, _ in rows]
        self._minutes = [minutes for _, _, minutes in rows]
        self._usual: list[int] = []
        counted: Counter[int] = Counter()
        most = 0
        for minutes in self._minutes:
            counted[minutes] += 1
            # Of two equally frequent lengths the longer one holds.
            if not most or (counted[minutes], minutes) > (counted[most], most):
                most = minutes
            self._usual.append(most)

    def on(self, day: int, period_last: int) -> int | None:
        """Return the most frequent length up to a day, else that of the first session after it in the same period.

        Args:
            day: The day of the row that is asked for, as a day number.
            period_last: The last day of its period.
        """
        before = bisect_right(self._days, day)
        if before:
            return self._usual[before - 1]
        first = bisect_left(self._days, day)
        if first < len(self._days) and self._days[first] <= period_last:
            return self._minutes[first]
        return None
