"""What somebody who keeps a log alone wrote of a session: it is theirs to read, and nobody else reads a note here."""

from collections.abc import Collection
from typing import Any

from makegood.web.access.asked import Asked
from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


def own_words(asked: Asked, sessions: Collection[str | None]) -> dict[str, str]:
    """Return what is written of sessions, by session_id; none on a site of several people, where it is the school's."""
    if not asked.relation.about.alone:
        return {}
    rows: Any = holding(MODELS["sessions"]).filter(session_id__in=[id_ for id_ in sessions if id_])
    return {row.session_id: words for row in rows if (words := words_of(row))}


def words_of(row: Any) -> str:
    """Return what was written of a session: why it was missed, and the note; blank if neither was."""
    return " | ".join(dict.fromkeys(filter(None, (row.reason_words, row.note))))
