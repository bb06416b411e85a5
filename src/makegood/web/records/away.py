"""Rows that no longer hold and that a file may bring again: what somebody took back stays taken back."""

import datetime as dt
from typing import Any, Final

from makegood.imports.match.sessions import Row
from makegood.web.records.models import KEYS, MODELS
from makegood.web.records.versions import gone
from makegood.web.typed import clock_in, minutes_in

_NUMBERED: Final = ("sessions", "family_notes")
"""The tables of which an import numbers the rows, and a person can take rows back."""


def imported_and_taken_back() -> list[Row]:
    """Return the sessions that came from a file and were taken back, as an import compares them."""
    found: Any = gone(MODELS["sessions"])
    rows = list(found.exclude(source=None))
    named = {row.makeup_for for row in rows if row.makeup_for}
    every: Any = MODELS["sessions"]._default_manager
    days = dict(every.filter(session_id__in=named).values_list("session_id", "date")) if named else {}
    return [
        Row(
            row.session_id, row.service_id, dt.date.fromisoformat(row.date), minutes_in(row.minutes_delivered) or 0,
            minutes_in(row.minutes_planned or ""), clock_in(row.start_time or ""), row.reason,
            None if row.kind == "regular" else row.kind, _day(days.get(row.makeup_for)), award=row.award_id,
            source=row.source,
        )
        for row in rows
    ]  # fmt: skip


def used_ids() -> set[str]:
    """Return the ids that rows had which no longer hold: a new row cannot have one of them."""
    return {id_ for table in _NUMBERED for id_ in gone(MODELS[table]).values_list(KEYS[table], flat=True)}


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
