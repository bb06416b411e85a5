"""Files of a change that take their places: all of them, or none."""

from collections.abc import Sequence
from typing import Literal

from makegood.files.journal import Entry, digest_of
from makegood.files.moves import exchange, put_new, sync

State = Literal["waiting", "edited", "done", "lost"]
"""Where one file of a change stands.

`waiting`: its new content is still in the room, and nobody touched the file. `edited`: still in the room, but the file
is no longer what was read. `done`: the new content is in place (and may have been edited since). `lost`: it is in
place, but what stood there before was written to after it was read, and would be lost.
"""

Outcome = Literal["new", "old", "mixed"]
"""What became of a change: made whole, taken back whole, or left as people have changed it since."""


def state_of(entry: Entry) -> State:
    """Return where a file of a change stands; killed at any moment, it stands at one of these."""
    file, room = digest_of(entry.file), digest_of(entry.room)
    if room == entry.new and file != entry.new:
        return "waiting" if file == entry.old else "edited"
    return "done" if room in {None, entry.old, entry.new} else "lost"


def put_in_place(entries: Sequence[Entry]) -> Outcome:
    """Bring a change to its end, from wherever it stands: forward if nobody meddled, else back.

    Raises:
        OSError: If a file cannot be read or moved. The change stands in the middle then; `take_back` or a later call
            can go on.
    """
    if all(state_of(entry) in {"waiting", "done"} for entry in entries):
        try:
            for entry in entries:
                if state_of(entry) == "waiting":
                    _forward(entry)
        except FileExistsError:
            return take_back(entries)
        sync(entries[0].room.parent)
        # What was written to a file between the last look and its change of place is in the room now, and seen here.
        if all(state_of(entry) == "done" for entry in entries):
            return "new"
    return take_back(entries)


def take_back(entries: Sequence[Entry]) -> Outcome:
    """Put back what stood there before; what people changed since the new content took its place stays.

    Raises:
        OSError: If a file cannot be read or moved.
    """
    kept = False
    for entry in reversed(entries):
        if state_of(entry) not in {"done", "lost"}:
            continue
        if digest_of(entry.file) != entry.new or (entry.old is not None and digest_of(entry.room) is None):
            kept = True
        elif entry.old is None:
            entry.file.replace(entry.room)
        elif digest_of(entry.room) != entry.new:
            exchange(entry.room, entry.file)
    return "mixed" if kept else "old"


def _forward(entry: Entry) -> None:
    if entry.old is None:
        put_new(entry.room, entry.file)
    else:
        exchange(entry.room, entry.file)
