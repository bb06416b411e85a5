"""On which other day a missed session was held or made up, as the log says."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from makegood.web.records.models import MODELS
from makegood.web.records.versions import holding


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOn:
    """Another day on which a missed session was given.

    Attributes:
        moved: Whether it was said in one form that it was missed on its day and held on this one.
    """

    date: dt.date
    moved: bool


def held_on(rows: Iterable[Any]) -> Mapping[str, list[HeldOn]]:
    """Return the other days on which missed sessions were given, by session_id.

    Args:
        rows: The rows of the missed sessions as the database keeps them.
    """
    missed = list(rows)
    if not missed:
        return {}
    versions: Any = holding(MODELS["sessions"])
    own = versions.filter(service_id__in={row.service_id for row in missed})
    first = _first_notes(missed, own)
    # The two rows of one form are marked with its id; those of a group are all of one day.
    pairs = {
        f"{note.posted.removesuffix('-1')}-0": row
        for row in missed
        for note in first[row.session_id]
        if (note.posted or "").endswith("-1")
    }
    named = {note.session_id: row for row in missed for note in first[row.session_id]}
    found: dict[str, dict[dt.date, HeldOn]] = {}
    pair_rows = list(own.filter(posted__in=pairs))
    for given in _still_given([*pair_rows, *own.filter(makeup_for__in=named)], own):
        pair = pairs.get(given.posted or "")
        row = pair or named[given.makeup_for]
        date = dt.date.fromisoformat(given.date)
        if given.date != row.date:
            found.setdefault(row.session_id, {}).setdefault(date, HeldOn(date=date, moved=pair is not None))
    return {id_: [days[date] for date in sorted(days)] for id_, days in found.items()}


def _first_notes(missed: Iterable[Any], own: Any) -> dict[str, list[Any]]:
    """Return each row with the notes that it corrects, by its session_id."""
    chains = {row.session_id: [row] for row in missed}
    while wanted := {chain[-1].corrects for chain in chains.values() if chain[-1].corrects}:
        earlier = {row.session_id: row for row in own.filter(session_id__in=wanted)}
        grown = False
        for chain in chains.values():
            note = earlier.get(chain[-1].corrects or "")
            if note is not None and note not in chain:
                chain.append(note)
                grown = True
        if not grown:
            break
    return chains


def _still_given(rows: Iterable[Any], own: Any) -> list[Any]:
    """Return the rows of which minutes are still on record: a correction may say that none were given."""
    found = {row.session_id: row for row in rows}
    last = dict(found)
    asked = set(last)
    while asked:
        newer = {row.corrects: row for row in own.filter(corrects__in=asked)}
        moved = {id_: newer[row.session_id] for id_, row in last.items() if row.session_id in newer}
        asked = {row.session_id for row in moved.values()} - asked
        last |= moved
    return [found[id_] for id_, row in last.items() if row.minutes_delivered not in {None, "", "0"}]
