"""How an output of ours is known again: an earlier one of the same kind may be replaced, and nothing else."""

import hashlib
import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

_HEAD: Final = 4096
"""Bytes at the beginning of a file in which its mark lies."""
_TAIL: Final = 65536
"""Bytes at the end of a file in which its mark lies."""
_OF_THE_SYSTEM: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a window on a folder leaves in it."""

Mark = Callable[[Path], bool]
"""Says whether a file carries the mark of an output."""


@dataclass(frozen=True, slots=True)
class Make:
    """A kind of output.

    Attributes:
        says: What it is, such as `an account`.
        files: For a folder, the mark of each file in it by its place, such as `weeks/*.html`.
        file: For a single file, its mark.
    """

    says: str
    files: Mapping[str, Mark] | None = None
    file: Mark | None = None

    def made(self, path: Path) -> bool:
        """Return whether what is at a path is an output of this kind, whole or in part, and nothing else.

        Raises:
            OSError: If it cannot be looked at.
        """
        if path.is_symlink():
            return False
        if self.file is not None:
            return path.is_file() and self.file(path)
        return path.is_dir() and all(self._is_own(path, each) for each in _inside(path))

    def _is_own(self, folder: Path, path: Path) -> bool:
        place = path.relative_to(folder).as_posix()
        files = self.files or {}
        if path.is_symlink():
            return False
        if path.is_dir():
            return any(pattern.startswith(f"{place}/") for pattern in files)
        return path.is_file() and any(
            fnmatchcase(place, pattern) and place.count("/") == pattern.count("/") and mark(path)
            for pattern, mark in files.items()
        )


def _inside(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in _OF_THE_SYSTEM:
            continue
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path)


def whose(student_id: str) -> str:
    """Return the sign of a child in the mark of its paper: the id cannot be read from it."""
    return hashlib.sha256(student_id.encode(errors="surrogatepass")).hexdigest()[:12]


def table(*headers: Sequence[str]) -> Mark:
    """Return the mark of a CSV table: its first line has one of these headers, with or without a byte order mark."""
    lines = {",".join(header).encode() for header in headers}
    return lambda path: _head(path).removeprefix(BOM_UTF8).split(b"\n", 1)[0].rstrip(b"\r") in lines


def page(kind: str) -> Mark:
    """Return the mark of an HTML page: it names us and the kind of page as what generated it."""
    return begins(rb".*?<meta name=\"generator\" content=\"Makegood %s\">" % re.escape(kind.encode()))


def json_of(*keys: str) -> Mark:
    """Return the mark of JSON as we lay it out: a day under the first key, a list under the second."""
    day, *lists = (re.escape(key.encode()) for key in keys)
    rest = b"".join(rb"  \"%s\": [\[{]" % key for key in lists)
    return begins(rb"\{\n  \"%s\": \"\d{4}-\d\d-\d\d\",\n" % day + rest)


def calendar(product: str) -> Mark:
    """Return the mark of a calendar file: it names what made it."""
    return begins(rb"BEGIN:VCALENDAR\r?\n.*?PRODID:%s\r?\n" % re.escape(product.encode()))


def parquet(*columns: str) -> Mark:
    """Return the mark of a Parquet file: its foot names these columns."""

    def mark(path: Path) -> bool:
        with path.open("rb") as file:
            if file.read(4) != b"PAR1":
                return False
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 8))
            length = int.from_bytes(file.read(4), "little")
            file.seek(max(0, size - 8 - length))
            foot = file.read(length)
        return all(name.encode() in foot for name in columns)

    return mark


def holds_at_its_end(words: bytes, end: bytes) -> Mark:
    """Return the mark of a file that ends with some bytes (and a line break), and holds words not far before."""

    def mark(path: Path) -> bool:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
        return tail.rstrip(b"\r\n").endswith(end) and words in tail

    return mark


def begins(pattern: bytes) -> Mark:
    """Return the mark of a file that begins with a pattern."""
    known = re.compile(pattern, re.DOTALL)
    return lambda path: known.match(_head(path)) is not None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)
