"""The random ids of rows, for addresses and forms."""

from collections.abc import Collection

from makegood.web.records.models import KEYS, MODELS
from makegood.web.records.versions import holding


def refs_of(table: str, ids: Collection[str]) -> dict[str, str]:
    """Return the random ids of rows that hold, by their own ids.

    Args:
        table: A table whose rows have ids of their own.
        ids: These ids.
    """
    key = KEYS[table] or ""
    return dict(holding(MODELS[table]).filter(**{f"{key}__in": ids}).values_list(key, "ref"))
