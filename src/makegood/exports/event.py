"""One entry of a calendar that leaves: a session of one provider, whoever comes to it."""

import datetime as dt
from typing import Final
from uuid import UUID, uuid5

MADE_BY: Final = "-//Makegood//Sessions//EN"
"""Who made a calendar, as the calendar says itself."""
_MAKEGOOD: Final = UUID("6f4d2f5e-64f5-4a0b-9b0e-2b7a6f0c5d11")
"""The root of our events' ids, drawn once: the same session has the same id in every calendar."""


def event_id(provider_id: str, date: dt.date, start: int) -> str:
    """Return the id of a session in calendars.

    A provider begins one session at a time, so these three name it; moved to another hour it is another event.

    Args:
        provider_id: Who gives it.
        date: The day.
        start: When it begins, in minutes after midnight.
    """
    key = f"{provider_id}\0{date}\0{start}"
    return f"{uuid5(_MAKEGOOD, key)}@makegood"
