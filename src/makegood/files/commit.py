"""One commit for all files of a change: the new ones stand there, or the old ones, whatever happens meanwhile."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from makegood.files import rooms
from makegood.files.journal import Entry, Journal, digest, digest_of, end_journal, write_journal
from makegood.files.lock import Lock
from makegood.files.outputs import why
from makegood.files.places import Outcome, put_in_place, take_back
from makegood.files.rooms import remove_left
from makegood.files.seen import Seen
from makegood.terms.findings import Finding, Origin

_PLACE: Final = "a folder that you may write to, on a disk with room"


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is to be replaced or made.

    Attributes:
        file: The file, inside the locked folder, with every link followed.
        old: What was read of it, or None if there was none.
        new: What it is to hold.
    """

    file: Path
    old: bytes | None
    new: bytes


def commit(lock: Lock, command: str, changes: Sequence[Change], seen: Seen) -> list[Finding]:
    """Replace files of a locked folder, all or none.

    The new contents are complete on the disk, in rooms, before anything moves. Then a journal names them; then each
    changes places with its file; then the journal goes. Killed before the journal is there, nothing has happened;
    killed after, the next command completes what it says (`recovery.py`). A file that somebody wrote to since it was
    read, up to the moment of its change of place, is put back, and nothing of the change is kept.

    Args:
        lock: The hold on the folder.
        command: Who writes, for the journal.
        changes: The files, in the order in which they take their places.
        seen: What stood in the folder when it was read.

    Returns:
        An error if nothing was changed, else none.
    """
    folder = lock.folder
    remove_left(folder)
    entries: list[Entry] = []
    outcome: Outcome | None = None
    try:
        # One by one, so that `entries` has those that were made if one cannot be.
        entries.extend(_entry(folder, change) for change in changes)
        changed = seen.changed() or _changed(entries)
        if changed is not None:
            return [_meanwhile(changed)]
        write_journal(folder, Journal(command, tuple(entries)))
        outcome = put_in_place(entries)
        return [] if outcome == "new" else [_meanwhile(" or ".join(entry.file.name for entry in entries))]
    except OSError as problem:
        return [_not_written(problem)]
    finally:
        # What cannot be done here, on a failing disk or when it is interrupted once more, the next command does.
        with suppress(OSError):
            if outcome is None:
                take_back(entries)
            end_journal(folder, entries)


def _entry(folder: Path, change: Change) -> Entry:
    """Fill a room with a file's new content, with the rights that the file has."""
    room = rooms.new_file(folder, change.new)
    try:
        if change.old is None:
            room.chmod(0o666 & ~_umask())
        else:
            _same_rights(change.file, room)
    except BaseException:
        rooms.remove(room)
        raise
    return Entry(change.file, room, None if change.old is None else digest(change.old), digest(change.new))


def _same_rights(file: Path, room: Path) -> None:
    """Give a room the owner, group and rights of a file, as far as this user can; the mode always."""
    status = file.stat()
    for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):
        with suppress(OSError):
            os.chown(room, owner, group)
    with suppress(OSError):
        shutil.copystat(file, room)
        os.utime(room)
    shutil.copymode(file, room)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _changed(entries: Sequence[Entry]) -> str | None:
    return next((entry.file.name for entry in entries if digest_of(entry.file) != entry.old), None)


def _meanwhile(name: str) -> Finding:
    says = f"The folder was changed meanwhile ({name}), so nothing was written. Try again."
    return Finding("error", "folder_changed", says, Origin(name))


def _not_written(problem: OSError) -> Finding:
    return Finding("error", "not_written", f"Nothing was written: {why(problem)}.", Origin(), expected=_PLACE)
