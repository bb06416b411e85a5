"""A frequency without minutes, such as `weekly`, and the minutes in the cell beside it: one wording of both."""

from collections.abc import Callable
from typing import Final

from makegood.intake.mandate import read_mandate

_LACKS: Final = frozenset({"no_minutes", "not_minutes"})
TOTALS: Final = {"minutes_per_week": "week", "minutes_per_month": "month", "minutes_per_year": "year"}
"""The columns of minutes that say their period, and that period."""


def with_minutes(frequency: str, minutes_in: Callable[[str], int | None]) -> str:
    """Return the wording of a frequency and the minutes of its row, such as `60 min weekly`.

    Args:
        frequency: The frequency as it is written. If it says minutes itself it is returned as it is.
        minutes_in: Returns the minutes in the row's cell of a column, by the column's meaning; None if it has none.

    Returns:
        Words that are the same for two rows only where both of their cells are.
    """
    said = read_mandate(frequency)
    if not _LACKS & set(said.flags) or any(reading.minutes for reading in said.readings):
        return frequency
    if length := minutes_in("session_minutes"):
        return f"{length} min {frequency}"
    several = any(reading.sessions > 1 for reading in said.readings)
    # The minutes of a period are never those of each session: 60 in two sessions are 30 each.
    total = "min total," if several else "min"
    if minutes := minutes_in("minutes_per_period"):
        return f"{minutes} {total} {frequency}"
    for column, period in TOTALS.items():
        if minutes := minutes_in(column):
            same = all((reading.per, reading.every) == (period, 1) for reading in said.readings) and said.readings
            return f"{minutes} {total} {frequency}" if same else f"{minutes} min per {period}, {frequency}"
    return frequency
