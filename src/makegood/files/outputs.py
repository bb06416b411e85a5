"""Where an output may be written: never into the records that it is made from, and never over what is not its own."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from makegood.files.own import Make
from makegood.terms.findings import Finding, Origin

_STREAMS: Final = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")
"""Names that the system gives to what is open already, wherever it leads."""


def is_stream(out: Path) -> bool:
    """Return whether a path is no place for a file: a pipe, a device such as /dev/null, or what is open already."""
    if os.path.abspath(out).startswith(_STREAMS):  # noqa: PTH100 - a link is not to be followed here
        return True
    try:
        mode = out.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def refused(out: Path, make: Make | None, reads: Sequence[Path]) -> list[Finding]:
    """Return why an output may not be written to a path; none if it may.

    An output is refused inside a folder of records that the command reads, or in the place of a file that it reads;
    through a link, since what lies behind it may be another's; and over anything that is not an earlier output of the
    same kind, which its mark tells. Links on the way to the path are followed. Streams are no files and may be
    written to, where a file is to be written.

    Args:
        out: The path that somebody named.
        make: The kind of output; None if nothing may be there yet.
        reads: The folders and files that the command reads.
    """
    folder_is_due = make is None or make.file is None
    if is_stream(out) and not folder_is_due:
        return []
    try:
        says = _records(out, reads) or _taken(out, make)
    except OSError as problem:
        says = f"{out} cannot be looked at: {why(problem)}.", "another place"
    except RuntimeError:
        says = f"{out} cannot be looked at: its links go in a circle.", "another place"
    return [_refused(*says)] if says else []


def _records(out: Path, reads: Sequence[Path]) -> tuple[str, str] | None:
    elsewhere = "a place outside the records"
    here = out.resolve()
    for read in reads:
        if not read.exists():
            continue
        at = read.resolve()
        policies = at.parent / "policies"
        if any(_same(each, at) for each in _upwards(here)):
            if at.is_dir():
                return f"{out} lies inside the records of {read}, and an output may change none of them.", elsewhere
            return f"{out} is what is read, and it is not overwritten.", "another name"
        if here in at.parents:
            return f"{out} holds the records of {read}, and an output may change none of them.", elsewhere
        if at.is_file() and policies.is_dir() and any(_same(each, policies) for each in _upwards(here)):
            return f"{out} lies among the policies of {read}, and an output may change none of them.", elsewhere
    return None


def _taken(out: Path, make: Make | None) -> tuple[str, str] | None:
    if out.is_symlink():
        return f"{out} is a link, and nothing is written through a link.", "the path that it leads to, or another name"
    if not os.path.lexists(out):
        return None
    if make is None:
        return f"{out} is there already.", "the name of a new folder"
    if make.file is not None and out.is_dir():
        return f"{out} is a folder, and a file is to be written.", "the name of a file"
    if _is_empty(out, make) or make.made(out):
        return None
    expected = "the name of a new folder" if make.file is None else "another name"
    return f"{out} is something else than {make.says} that makegood wrote, and it is not overwritten.", expected


def _is_empty(out: Path, make: Make) -> bool:
    if make.file is None:
        return out.is_dir() and not any(out.iterdir())
    return out.is_file() and out.stat().st_size == 0


def why(problem: OSError) -> str:
    """Return the system's own words for what went wrong; a library may leave them out."""
    return problem.strerror or "the system does not say why"


def _upwards(path: Path) -> Iterator[Path]:
    yield path
    yield from path.parents


def _same(one: Path, other: Path) -> bool:
    """Return whether two paths are one file or folder, however they are written."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False


def _refused(says: str, expected: str) -> Finding:
    return Finding("error", "output_refused", says, Origin(), expected=expected)
