"""Up to which day the log is here, where sessions are logged elsewhere and brought in as files."""

import datetime as dt
from functools import lru_cache
from typing import Any, Final

from django.db.models import Max

from makegood.web.access.asked import Asked
from makegood.web.clock import local_day
from makegood.web.records.models import MODELS, Batch
from makegood.web.records.versions import holding
from makegood.web.setup.steps import logs_here

_KEPT: Final = 512


def log_end(asked: Asked) -> dt.date | None:
    """Return the last day of the log that was brought in; None where it has today, or is written here.

    Of a child it is the last day of the files that have rows of this child: a file of another therapist may go further.
    """
    own = None if asked.child is None else _services(asked.child.student_id)
    held: Any = holding(MODELS["sessions"])
    rows = held if own is None else held.filter(service_id__in=own)
    if asked.relation.about.alone:
        # What one types here is up to date, whatever was brought in beside it.
        if rows.filter(batch=None).exists():
            return None
    elif logs_here():
        return None
    if own is None:
        batches = set(Batch._default_manager.values_list("number", flat=True))
    else:
        batches = set(rows.exclude(batch=None).values_list("batch", flat=True))
    moments = Batch._default_manager.filter(number__in=batches).values_list("number", "brought_at")
    ends = [end for number, at in moments if (end := _last_day(number, at)) is not None]
    last = max(ends, default=None)
    return last if last is not None and last < asked.day else None


def _services(student_id: str) -> list[str]:
    return list(holding(MODELS["services"]).filter(student_id=student_id).values_list("service_id", flat=True))


@lru_cache(maxsize=_KEPT)
def _last_day(number: int, at: dt.datetime) -> dt.date | None:
    """Return the last day on which a batch has a session; one of a day to come, when it was brought in, is no log yet.

    No row of a batch ever changes, so it is asked once.
    """
    rows: Any = MODELS["sessions"]._default_manager.filter(batch=number, date__lte=local_day(at).isoformat())
    last = rows.aggregate(last=Max("date"))["last"]
    return dt.date.fromisoformat(last) if last else None
