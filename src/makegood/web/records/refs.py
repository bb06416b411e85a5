"""The random ids of rows, for addresses and forms."""

from collections.abc import Collection

from django.db import connection

from makegood.web.records.models import KEYS
from makegood.web.records.versions import held_rows


def refs_of(table: str, ids: Collection[str]) -> dict[str, str]:
    """Return the random ids of rows that hold, by their own ids.

    Args:
        table: A table whose rows have ids of their own.
        ids: These ids.
    """
    if not ids:
        return {}
    key = KEYS[table] or ""
    asked = f'{held_rows(table, (key, "ref"))} AND t."{key}" IN ({", ".join(["%s"] * len(ids))})'
    with connection.cursor() as cursor:
        cursor.execute(asked, list(ids))
        return dict(cursor.fetchall())
