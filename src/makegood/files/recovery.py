"""What a killed command left of a change: completed or taken back before anybody reads or writes the folder."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from makegood.files.journal import BadJournalError, Journal, end_journal, is_pending, read_journal
from makegood.files.lock import Lock, lock
from makegood.files.places import Outcome, put_in_place
from makegood.files.rooms import JOURNAL
from makegood.files.seen import Seen
from makegood.terms.findings import Finding, Origin

T = TypeVar("T")

_PATIENCE: Final = 5.0
"""Seconds that a reader gives a writer whose files are just changing places; it takes milliseconds."""
_BLINK: Final = 0.02
_READINGS: Final = 3


def steadily(folder: Path, command: str, read: Callable[[], T]) -> tuple[T | None, list[str], list[Finding]]:
    """Read a folder as it is before or after a change, never in the middle of one.

    A reader does not ask for the lock: it works beside a writer. Only while a writer's files change places, for some
    milliseconds, it waits; and if files were replaced while it read, it reads again. If a change was left in the
    middle by a killed command, the reader first brings it to its end, which takes the lock; if it may not write
    there, it refuses rather than show half of it.

    Args:
        folder: A folder of records; a workbook is one file and is read as it is.
        command: Who reads.
        read: Reads it.

    Returns:
        What was read, or None if a finding says why not; sentences on what was put right; and the findings.
    """
    if not folder.is_dir():
        return read(), [], []
    sentences: list[str] = []
    for _ in range(_READINGS):
        more, findings = put_right(folder, command)
        sentences += more
        if findings:
            return None, sentences, findings
        seen = Seen.of(folder)
        value = read()
        # The journal may have come between the first look and the reading; it goes only after the last file moved.
        if not is_pending(folder) and not seen.replaced():
            return value, sentences, []
    says = "Files of this folder were replaced again and again while they were read. Try again."
    return None, sentences, [Finding("error", "folder_changed", says, Origin())]


def put_right(folder: Path, command: str) -> tuple[list[str], list[Finding]]:
    """Bring a change that a killed command left in the middle to its end.

    Returns:
        A sentence if there was one, and an error if it could not be done.
    """
    if not is_pending(folder):
        return [], []
    held, findings = lock(folder, command)
    if held is None:
        if findings[0].code != "folder_in_use":
            return [], [_not_by_me()]
        return [], [] if _done_soon(folder) else findings
    with held:
        return bring_to_end(held)


def bring_to_end(held: Lock) -> tuple[list[str], list[Finding]]:
    """Do as `put_right` does, for who has the lock already."""
    try:
        journal = read_journal(held.folder)
        if journal is None:
            return [], []
        outcome = put_in_place(journal.entries)
        end_journal(held.folder, journal.entries)
    except BadJournalError:
        return [], [_strange()]
    except OSError:
        return [], [_not_by_me()]
    return [_sentence(journal, outcome)], []


def _done_soon(folder: Path) -> bool:
    until = time.monotonic() + _PATIENCE
    while is_pending(folder):
        if time.monotonic() > until:
            return False
        time.sleep(_BLINK)
    return True


def _sentence(journal: Journal, outcome: Outcome) -> str:
    files = " and ".join(entry.file.name for entry in journal.entries)
    begun = f"'makegood {journal.command}' was stopped in the middle of writing {files}"
    ends: dict[Outcome, str] = {
        "new": "what it had begun was completed just now.",
        "old": "a file was changed since, so nothing of it was kept; run it again.",
        "mixed": "they were changed since, so they are left as they are; run it again, it adds only what is missing.",
    }
    return f"{begun}: {ends[outcome]}"


def _not_by_me() -> Finding:
    says = (
        "A command was stopped in the middle of writing to this folder, and it cannot be put right without the right "
        "to write there, so it is not read."
    )
    expected = "any makegood command on this folder, run by somebody who may write to it"
    return Finding("error", "change_in_the_middle", says, Origin(), expected=expected)


def _strange() -> Finding:
    says = f"The hidden file {JOURNAL} in this folder was not written by makegood. Please move it elsewhere."
    return Finding("error", "strange_journal", says, Origin())
