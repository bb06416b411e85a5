"""What an invitation may be bound to, as lists of names on record. A child is named by its number."""

from collections import Counter
from typing import Any

from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


def choices(table: str, key: str) -> list[tuple[str, str]]:
    """Return the id and the name of each school or provider, by name; the id is shown beside a name that two have.

    Args:
        table: `schools` or `providers`.
        key: Its column of ids.
    """
    rows: list[tuple[str, Any]] = list(holding(MODELS[table]).values_list(key, "name"))
    times = Counter(name for _, name in rows)
    shown = [(id_, f"{name} ({id_})" if times[name] > 1 else name) if name else (id_, id_) for id_, name in rows]
    return sorted(shown, key=lambda each: (each[1].casefold(), each[0]))
