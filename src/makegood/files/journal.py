"""The journal of a commit: which files change places, written down before the first of them does."""

import hashlib
import json
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from makegood.files import rooms
from makegood.files.moves import sync
from makegood.files.rooms import JOURNAL, NOT_THROUGH_LINKS

_LONGEST: Final = 100_000
"""Bytes of a journal: two files have some 500."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a change.

    Attributes:
        file: The file, with every link followed.
        room: The room with its new content; once they have changed places, with what stood there before.
        old: A sum over what stood there (SHA-256), or None if there was no such file.
        new: The same over the new content.
    """

    file: Path
    room: Path
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Journal:
    """All files of one change, and the command that makes it."""

    command: str
    entries: tuple[Entry, ...]


class BadJournalError(Exception):
    """A file of the journal's name that no command of ours wrote."""


def digest(data: bytes) -> str:
    """Return the sum over a file's content."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str | None:
    """Return the sum over what a file holds now; None if there is none.

    Raises:
        OSError: If it is there and cannot be read.
    """
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def is_pending(folder: Path) -> bool:
    """Return whether a change of a folder's files was begun and is not done."""
    return os.path.lexists(folder / JOURNAL)


def write_journal(folder: Path, journal: Journal) -> None:
    """Write a journal down: from here on, the change is made whole or taken back, whatever happens.

    Raises:
        OSError: If it cannot be written; then nothing is begun.
    """
    content = {
        "command": journal.command,
        "changes": [
            {
                "file": entry.file.relative_to(folder).as_posix(),
                "room": entry.room.name,
                "old": entry.old,
                "new": entry.new,
            }
            for entry in journal.entries
        ],
    }
    room = rooms.new_file(folder, json.dumps(content).encode())
    try:
        sync(folder)
        room.replace(folder / JOURNAL)
        sync(folder)
    except BaseException:
        rooms.remove(room)
        raise


def end_journal(folder: Path, entries: Sequence[Entry]) -> None:
    """Put a journal away after all names have their files; then its rooms, in this order."""
    sync(folder)
    with suppress(FileNotFoundError):
        (folder / JOURNAL).unlink()
    sync(folder)
    for entry in entries:
        rooms.remove(entry.room)


def read_journal(folder: Path) -> Journal | None:
    """Return a folder's journal, or None if there is none.

    Raises:
        BadJournalError: If there is a file of its name that is no journal of ours for this folder.
        OSError: If it cannot be read.
    """
    try:
        handle = os.open(folder / JOURNAL, os.O_RDONLY | NOT_THROUGH_LINKS | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise BadJournalError
        data = file.read(_LONGEST + 1)
    try:
        content = json.loads(data)
        entries = tuple(_entry(folder, each) for each in content["changes"])
        command = str(content["command"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadJournalError from None
    if not entries or len(data) > _LONGEST:
        raise BadJournalError
    return Journal(command if command.isascii() and command.isalpha() else "unknown", entries)


def _entry(folder: Path, change: dict[str, Any]) -> Entry:
    """Return one file of a journal; it can name nothing outside its folder.

    Raises:
        ValueError: If it does, or names a room that is none.
    """
    place = PurePosixPath(change["file"])
    file = folder / place
    if place.is_absolute() or ".." in place.parts or file.resolve() != file or not rooms.is_room(change["room"]):
        raise ValueError(change["file"])
    sums = [change["new"], *([] if change["old"] is None else [change["old"]])]
    if not all(isinstance(each, str) for each in sums):
        raise TypeError
    return Entry(file, folder / change["room"], change["old"], change["new"])
