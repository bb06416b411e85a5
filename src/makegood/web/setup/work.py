"""The private folder of an import under way: the files that were sent, and the records beside which they are read.

It lies under the site's data, is found by a random id and only by the relation that made it, and goes once the import
is written, given up, or a day old.
"""

import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from makegood.web.records.ids import new_ref
from makegood.web.site import site

_DAY: Final = 24 * 60 * 60
_LONGEST: Final = 120
_BYTES: Final = 180
"""The most bytes of a name without its ending: a disk takes 255, and names of other files are made from it."""
_ODD: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u2028\u2029\u202a-\u202e\u2066-\u2069]+')
_OWNER: Final = "owner"

_busy: dict[str, Lock] = {}


@dataclass(frozen=True, slots=True)
class Work:
    """An import under way.

    Attributes:
        ref: Its random id.
        folder: Where it lies.
    """

    ref: str
    folder: Path

    @property
    def records(self) -> Path:
        """The folder of records that it is read beside."""
        return self.folder / "records"

    @property
    def files(self) -> list[Path]:
        """The files that were sent."""
        return sorted(path for path in (self.folder / "files").iterdir() if path.is_file())

    def remove(self) -> None:
        """Throw everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def one_at_a_time(owner: str) -> Iterator[None]:
    """Wait until no other form or page of the same relation works in its import.

    A button that is pressed twice sends two forms at once: the second finds what the first has left.

    Args:
        owner: The ref of the relation.
    """
    with _busy.setdefault(owner, Lock()):
        yield


def begin(owner: str) -> Work:
    """Begin an import in place of an older one of the same relation; return its folder.

    Args:
        owner: The ref of the relation.
    """
    for old in list(_root().iterdir()):
        if _owner(old) == owner or _is_old(old):
            shutil.rmtree(old, ignore_errors=True)
    ref = new_ref()
    work = Work(ref, _root() / ref)
    for folder in (work.folder, work.folder / "files"):
        folder.mkdir(mode=0o700)
    (work.folder / _OWNER).write_text(owner, encoding="ascii")
    return work


def find(ref: str, owner: str) -> Work | None:
    """Return an import under way; None if there is none of this id, or if it is another relation's."""
    folder = _root() / ref
    return Work(ref, folder) if folder.is_dir() and _owner(folder) == owner else None


def keep(work: Work, sent: Iterable[Any]) -> None:
    """Take the files that were sent, under names that no disk takes for anything else."""
    taken: set[str] = set()
    for each in sent:
        name = _plain(each.name)
        stem, suffix = Path(name).stem, Path(name).suffix
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number}){suffix}"
        taken.add(name.casefold())
        with (work.folder / "files" / name).open("xb") as file:
            for chunk in each.chunks():
                file.write(chunk)


def _plain(name: str) -> str:
    path = Path(_ODD.sub("_", name).strip(" ."))
    stem = path.stem[:_LONGEST].encode()[:_BYTES].decode(errors="ignore")
    return f"{stem.strip() or 'file'}{path.suffix[:12]}"


def _root() -> Path:
    root = site().uploads
    root.mkdir(mode=0o700, exist_ok=True)
    return root


def _is_old(folder: Path) -> bool:
    """Return whether a folder has lain untouched for a day; what somebody else has just thrown away has not."""
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime > _DAY
    return False


def _owner(folder: Path) -> str | None:
    try:
        return (folder / _OWNER).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None
