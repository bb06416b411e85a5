"""Writing agreed make-ups into a folder: both files are complete before either takes its place."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from makegood.planner.accept.rows import Rows
from makegood.planner.accept.table_file import file_of, with_rows
from makegood.records import Offers, Pinned
from makegood.terms.findings import Finding, Origin


def write_acceptance(folder: Path, rows: Rows) -> tuple[dict[str, Path], list[Finding]]:
    """Add rows to the tables `offers` and `pinned` of a folder.

    Offers go first: killed between the two, the next run finds them and writes the rest.

    Args:
        folder: A folder of CSV tables.
        rows: The rows by table.

    Returns:
        The files that were written, by table, and an error if nothing was.
    """
    files: dict[str, Path] = {}
    made: dict[Path, bytes] = {}
    old: dict[Path, bytes | None] = {}
    findings: list[Finding] = []
    for table in (Offers, Pinned):
        if rows[table.NAME]:
            path = files[table.NAME] = file_of(folder, table).resolve()
            old[path] = path.read_bytes() if path.exists() else None
            made[path], found = with_rows(path, old[path], table, rows[table.NAME])
            findings += found
    if findings:
        return {}, findings
    try:
        _replace(made, old)
    except OSError as problem:
        says = f"Nothing was written: {problem.strerror}."
        return {}, [Finding("error", "not_written", says, Origin("pinned"), expected="a folder that you may write to")]
    return files, []


def _replace(made: dict[Path, bytes], old: dict[Path, bytes | None]) -> None:
    """Put files in the place of others; if one cannot be, put back those that were."""
    new = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in made}
    done: list[Path] = []
    try:
        for path, room in new.items():
            _fill(room, made[path])
            if old[path] is not None:
                shutil.copymode(path, room)
        for path, room in new.items():
            room.replace(path)
            done.append(path)
    except BaseException:
        for path in done:
            with suppress(OSError):
                before = old[path]
                path.unlink() if before is None else path.write_bytes(before)
        raise
    finally:
        for room in new.values():
            room.unlink(missing_ok=True)


def _fill(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
