"""Writing an output whole: a file or folder is complete before it gets its name.

Killed at any moment, a command leaves the earlier output or the new one. What it had not finished is hidden, can be
read by its owner only, and is removed by the next run that writes to the same place. A file outlasts a power cut once
the command has ended; a folder of many files may have to be written once more after one.
"""

import os
import shutil
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from makegood.files import rooms
from makegood.files.moves import exchange, put_new, sync
from makegood.files.outputs import is_stream, refused, why
from makegood.files.own import Make
from makegood.terms.findings import Finding, Origin


def write_text(out: Path, text: str, make: Make, reads: Sequence[Path] = ()) -> list[Finding]:
    """Put a text in a file, which only its owner may read unless an earlier one was given other rights.

    Args:
        out: The file, or a stream such as /dev/stdout or a named pipe.
        text: The text.
        make: The kind of output; an earlier one is replaced.
        reads: The folders and files that it is made from; nothing is written into them.

    Returns:
        An error if nothing was written, else none.
    """
    return _put(out, text, make, reads)


def write_bytes(out: Path, data: bytes, make: Make, reads: Sequence[Path] = ()) -> list[Finding]:
    """Put bytes in a file, as `write_text` does with a text; never in a stream.

    Args:
        out: The file.
        data: What it is to hold.
        make: The kind of output; an earlier one is replaced.
        reads: The folders and files that it is made from; nothing is written into them.

    Returns:
        An error if nothing was written, else none.
    """
    return _put(out, data, make, reads)


def _put(out: Path, content: str | bytes, make: Make, reads: Sequence[Path]) -> list[Finding]:
    findings = refused(out, make, reads)
    if findings:
        return findings
    try:
        if isinstance(content, bytes):
            write_whole(out, content)
        elif is_stream(out):
            with out.open("w", encoding="utf-8", newline="") as stream:
                stream.write(content)
        else:
            write_whole(out, content.encode())
    except OSError as problem:
        return [_not_written(out, problem)]
    return []


def write_whole(out: Path, data: bytes) -> None:
    """Put bytes in a file in place of whatever it held: killed at any moment, it holds all of them or what it held.

    Raises:
        OSError: If they cannot be written.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    rooms.remove_left(out.parent)
    room = rooms.new_file(out.parent, data)
    try:
        if out.exists():
            shutil.copymode(out, room)
        room.replace(out)
        sync(out.parent)
    finally:
        rooms.remove(room)


def write_folder(
    out: Path, fill: Callable[[Path], None], make: Make | None, reads: Sequence[Path] = ()
) -> list[Finding]:
    """Fill a new folder and put it in a place.

    Args:
        out: Where it is to be. An earlier output of the same kind is replaced.
        fill: Writes the files into the folder that it is given.
        make: The kind of output; None if nothing may be there yet.
        reads: The folders and files that it is made from; nothing is written into them.

    Returns:
        An error if nothing was written, else none.
    """
    findings = refused(out, make, reads)
    if findings:
        return findings
    made: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        rooms.remove_left(out.parent)
        made = rooms.new_folder(out.parent)
        fill(made)
        # Filling takes a while: what came there meanwhile is not overwritten either.
        findings = refused(out, make, reads)
        if findings:
            return findings
        if out.exists():
            made.chmod(stat.S_IMODE(out.stat().st_mode))
            exchange(made, out)
        else:
            put_new(made, out)
        sync(out.parent)
    except OSError as problem:
        return [_not_written(out, problem)]
    finally:
        if made is not None:
            rooms.remove(made)
    return []


def write_new(out: Path, write: Callable[[Path], None]) -> list[Finding]:
    """Let `write` fill a new file or folder, then give it its name. It holds no pupils' data, and anyone may read it.

    Args:
        out: The name; nothing may have it yet.
        write: Writes what is to be there to the path that it is given.

    Returns:
        An error if nothing was written, else none.
    """
    if os.path.lexists(out):
        return [_exists_already(out)]
    room: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        rooms.remove_left(out.parent)
        room = rooms.new_folder(out.parent)
        made = room / out.name
        write(made)
        try:
            put_new(made, out)
        except FileExistsError:
            return [_exists_already(out)]
        sync(out.parent)
    except OSError as problem:
        return [_not_written(out, problem)]
    finally:
        if room is not None:
            rooms.remove(room)
    return []


def _exists_already(out: Path) -> Finding:
    says = "This exists already, and nothing is overwritten. Choose another name."
    return Finding("error", "exists_already", says, Origin(out.name), expected="a new name")


def _not_written(out: Path, problem: OSError) -> Finding:
    says = f"{out} could not be written: {why(problem)}."
    return Finding("error", "not_written", says, Origin(), expected="a place that can be written to")
