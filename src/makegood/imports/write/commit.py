"""Putting files into a folder, all or none: the old folder is there, or the new one."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from makegood.files import rooms
from makegood.files.commit import Change, commit
from makegood.files.lock import Lock, lock
from makegood.files.outputs import why
from makegood.files.reading import list_folder
from makegood.files.recovery import bring_to_end
from makegood.files.refusal import Refusal
from makegood.files.seen import Seen
from makegood.terms.findings import Finding, Origin, errors

COMMAND: Final = "import"
_PLACE: Final = "a folder that you may write to, on a disk with room"


@dataclass(frozen=True, slots=True)
class NewFile:
    """What a file of the folder is to hold.

    Attributes:
        old: What was read of it, or None if there was none.
        new: What it is to hold.
    """

    old: bytes | None
    new: bytes


def write_files(
    folder: Path,
    files: Mapping[str, NewFile],
    seen: Seen | None,
    check: Callable[[Path], list[Finding]] | None = None,
    gone: Collection[str] = (),
) -> list[Finding]:
    """Write files into a folder; killed at any moment, it leaves the old folder or the new one.

    Args:
        folder: The folder; it need not be there yet.
        files: The files, by their path in the folder.
        seen: What the folder held when it was read; None if nothing of it was.
        check: Looks at the folder as it will be, before anything of it changes; an error keeps it from being written.
        gone: Files that are no longer needed once the others are in place.

    Returns:
        What was found; if any finding is an error, nothing was written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        return [_not_written(problem)]
    held, findings = lock(folder, COMMAND)
    if held is None:
        return findings
    with held:
        _, findings = bring_to_end(held)
        found = findings or _changed(held, files, seen, check)
        if not errors(found):
            for name in gone:
                # Killed before this, it says what the other files say already.
                with suppress(OSError):
                    (held.folder / name).unlink()
        return found


def _changed(
    held: Lock, files: Mapping[str, NewFile], seen: Seen | None, check: Callable[[Path], list[Finding]] | None
) -> list[Finding]:
    """Check the folder as it will be, and make it so."""
    try:
        found = _checked(held.folder, files, check) if check else []
        if errors(found):
            return found
        for name in files:
            (held.folder / name).parent.mkdir(exist_ok=True)
    except OSError as problem:
        return [_not_written(problem)]
    outside = [name for name in files if _leads_out(held, name)]
    if outside:
        return [_leads_away(outside[0])]
    changes = [Change((held.folder / name).resolve(), each.old, each.new) for name, each in files.items()]
    failed = commit(held, COMMAND, changes, seen or Seen.of(held.folder)) if changes else []
    return failed or found


def _checked(folder: Path, files: Mapping[str, NewFile], check: Callable[[Path], list[Finding]]) -> list[Finding]:
    """Check the folder as it will be: a room with the new files, and links to those that stay.

    Raises:
        OSError: If there is no room for it.
    """
    there = list_folder(folder)
    if isinstance(there, Refusal):
        return [there.finding(folder.name)]
    rooms.remove_left(folder)
    trial = rooms.new_folder(folder)
    try:
        for path in there:
            if path.name not in files and path.name[0] != ".":
                (trial / path.name).symlink_to(path)
        for name, each in files.items():
            if "/" not in name:
                (trial / name).write_bytes(each.new)
        return check(trial)
    finally:
        rooms.remove(trial)


def _leads_out(held: Lock, name: str) -> bool:
    path = held.folder / name
    return not path.resolve().is_relative_to(held.folder) or (path.exists() and not path.is_file())


def _leads_away(name: str) -> Finding:
    says = f"{name} is a link that leads out of the folder, or no ordinary file, and nothing is written through it."
    return Finding("error", "not_a_file", says, Origin(name), expected="the file itself, in the folder")


def _not_written(problem: OSError) -> Finding:
    return Finding("error", "not_written", f"Nothing was written: {why(problem)}.", Origin(), expected=_PLACE)
