"""Which days a provider may open: from the first day of the school year to today."""

import datetime as dt

from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


def latest(asked: Asked) -> dt.date:
    """Return the last day that may be opened: today, or the last day of a relation that has ended."""
    return min(asked.relation.ends or asked.day, asked.day)


def earliest(asked: Asked) -> dt.date:
    """Return the first day that may be opened: that of the school year in which the relation began.

    A relation begins when its invitation is accepted, and what the provider gave earlier in the year is to be noted
    too. One that has ended is completed inside its own days only.
    """
    begins = asked.relation.begins
    if asked.completing:
        return begins
    rows = holding(MODELS["terms"]).filter(kind="year", start__lte=begins.isoformat())
    starts: dict[str, str] = {}
    for calendar, start in rows.values_list("calendar_id", "start"):
        starts[calendar] = max(start, starts.get(calendar, ""))
    return min((dt.date.fromisoformat(start) for start in starts.values()), default=begins)
