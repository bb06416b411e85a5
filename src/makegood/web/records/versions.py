"""Which version of each row holds, now or as it was known on a day."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from makegood.web.clock import end_of_day
from makegood.web.records.models import Entry


def holding(model: type[Entry], known_on: dt.date | None = None) -> QuerySet[Entry]:
    """Return the versions that hold: not replaced, not withdrawn.

    Args:
        model: The table's model.
        known_on: Only what was written up to the end of this day, as the district counts days; None for all.
    """
    every = model._default_manager.all()
    later = model._default_manager.filter(replaces=OuterRef("entry"))
    if known_on is not None:
        until = end_of_day(known_on)
        # Since when a row is known that replaces no other is said by its own `recorded_at`, wherever it came from.
        every = every.filter(Q(replaces=None) | Q(entered_at__lte=until))
        later = later.filter(entered_at__lte=until)
    return every.filter(~Exists(later), withdrawn=False)


@contextmanager
def one_moment() -> Iterator[None]:
    """Read several tables as they were at one moment, without the lock that writers take."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
