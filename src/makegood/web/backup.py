"""Copies of a site: made by SQLite's own online backup while people work, and looked at before they are used."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from makegood.web.site import ASIDE, RECORDS, SECRET

DATABASES: Final = (RECORDS, ASIDE)
PRIVATE: Final = stat.S_IRUSR | stat.S_IWUSR


def copy(data: Path, out: Path) -> None:
    """Copy a site's databases and its key into a folder: each database as it was at one moment.

    Args:
        data: The site's folder, or a backup of one.
        out: A folder that is there.

    Raises:
        sqlite3.Error: If a database cannot be read.
        OSError: If a file cannot be read or written.
    """
    for name in DATABASES:
        with closing(_read_only(data / name)) as source, closing(sqlite3.connect(out / name)) as target:
            source.backup(target)
        (out / name).chmod(PRIVATE)
    (out / SECRET).touch(PRIVATE)
    (out / SECRET).write_bytes((data / SECRET).read_bytes())


def damages(data: Path) -> Iterator[str]:
    """Yield what is wrong with a site's databases: a file that is missing or no database, or one that is not whole."""
    for name in (*DATABASES, SECRET):
        if not (data / name).is_file():
            yield f"{name} is missing"
            return
    for name in DATABASES:
        try:
            with closing(_read_only(data / name)) as database:
                (says,) = database.execute("PRAGMA integrity_check").fetchone()
        except sqlite3.Error:
            says = "no database"
        if says != "ok":
            yield f"{name} is not whole"


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
