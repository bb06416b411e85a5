"""What somebody who keeps a log alone wrote of a session: it is theirs to read, and nobody else reads a note here."""

from collections.abc import Collection
from typing import Any

from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


def own_words(asked: Asked, sessions: Collection[str | None]) -> dict[str, str]:
    """Return the notes of sessions by session_id; none on a site of several people, where a note is the school's."""
    if not asked.relation.about.alone:
        return {}
    rows: Any = holding(MODELS["sessions"]).filter(session_id__in=[id_ for id_ in sessions if id_])
    return dict(rows.exclude(note=None).exclude(note="").values_list("session_id", "note"))
