"""Which version of each row holds, now or as it was known on a day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from django.db import connection
from django.db.models import QuerySet

from makegood.web.records.models import Entry


def holding(model: type[Entry]) -> QuerySet[Entry]:
    """Return the versions that hold: not replaced, not withdrawn (`held_rows` says the same to SQLite)."""
    # mypy takes the hash of the class for that of its instances.
    return _holding(model).all()  # type: ignore[arg-type]


def gone(model: type[Entry]) -> QuerySet[Entry]:
    """Return the latest versions of the rows that were taken back."""
    return model._default_manager.filter(replaced_by=None, withdrawn=True)


@cache
def _holding(model: type[Entry]) -> QuerySet[Entry]:
    """Put the question together once: that takes Django as long as the database needs to answer it."""
    return model._default_manager.filter(replaced_by=None, withdrawn=False)


def held_rows(table: str, columns: Iterable[str], known_on: dt.date | None = None) -> str:
    """Return the question, in SQL, for columns of the rows that hold; a further condition may be added to it.

    Args:
        table: The table, `t` in conditions.
        columns: The columns.
        known_on: Only what was known by the end of this day: it is asked with that moment twice; None for all.
    """
    named = ", ".join(f't."{name}"' for name in columns)
    later = "AND r.entered_at <= %s" if known_on else ""
    # Since when a row is known that replaces no other is said by its own `recorded_at`, wherever it came from.
    then = "AND (t.replaces_id IS NULL OR t.entered_at <= %s)" if known_on else ""
    return (
        f'SELECT {named} FROM "{table}" t WHERE NOT t.withdrawn '
        f'AND NOT EXISTS (SELECT 1 FROM "{table}" r WHERE r.replaces_id = t.entry {later}) {then}'
    )


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
