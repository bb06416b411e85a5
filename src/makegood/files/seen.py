"""What stood in a folder of records when it was read, to be compared before anything in it is replaced."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

TABLES: Final = (".csv", ".tsv")
_PACKS: Final = "policies"
_DATABASE: Final = ("site.sqlite3", "site.sqlite3-wal")
"""The files in which a site keeps its records."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The files of a folder that an account rests on, each as the system knew it: which, how long, changed when.

    Attributes:
        folder: The folder.
        files: By name, the file's number, length, and the times of its last changes.
    """

    folder: Path
    files: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Look at a folder's tables and policy packs as they are now; at a workbook or a site's database as a whole."""
        return cls(folder, {name: _stamp(path) for name, path in _rests_on(folder)})

    def changed(self) -> str | None:
        """Return the name of a file that was changed, added or removed since; None if nothing was."""
        now = Seen.of(self.folder).files
        return next((name for name in sorted(now.keys() | self.files) if now.get(name) != self.files.get(name)), None)

    def replaced(self) -> bool:
        """Return whether other files have the names meanwhile, as when a command's changes took their places."""
        now = Seen.of(self.folder).files
        return {name: stamp[:2] for name, stamp in now.items()} != {
            name: stamp[:2] for name, stamp in self.files.items()
        }


def _rests_on(folder: Path) -> list[tuple[str, Path]]:
    found: list[tuple[str, Path]] = []
    if folder.is_file():
        return [(folder.name, folder)]
    try:
        found += [(path.name, path) for path in folder.iterdir() if is_table(path) or path.name in _DATABASE]
        packs = folder / _PACKS
        if packs.is_dir():
            found += [(f"{_PACKS}/{path.name}", path) for path in packs.iterdir() if path.name[0] not in ".~"]
    except OSError:
        return found
    return found


def is_table(path: Path) -> bool:
    """Return whether a file's name can be a table's."""
    return path.name[0] not in ".~" and path.suffix.lower() in TABLES


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
