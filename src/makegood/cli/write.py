"""Writing a file or folder whole: the old one stands until the new one is complete."""

import csv
import ctypes
import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from makegood.cli.fail import refuse_input
from makegood.terms.visible import visible

_HERE: Final = -100
_EXCHANGE: Final = 2
"""Linux's own numbers, from fcntl.h and stdio.h: paths as they stand, and two names that change places."""

_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Characters that act on a terminal or are not seen, and that JSON leaves as they are."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_text(path: Path, text: str) -> None:
    """Put a text in a file; killed at any moment, it leaves the old file or the new one."""
    if path.exists() and not path.is_file():
        _write_through(path, text)
        return
    path = path.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as problem:
        _refuse_place(path, problem)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as problem:
        Path(name).unlink(missing_ok=True)
        _refuse_place(path, problem)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _write_through(path: Path, text: str) -> None:
    """Write to what is no file and must stay what it is: a pipe, or a device such as /dev/null."""
    if path.is_dir():
        refuse_input(f"{path} is a folder, and a file is to be written.", expected="the name of a file")
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except OSError as problem:
        _refuse_place(path, problem)


def _refuse_place(path: Path, problem: OSError) -> NoReturn:
    refuse_input(f"{path} could not be written: {problem.strerror}.", expected="a place that you may write to")


def write_folder(path: Path, fill: Callable[[Path], None]) -> None:
    """Fill a new folder and put it in a place; killed at any moment, it leaves the old or the new.

    Args:
        path: Where the folder is to stand. An earlier one of the same make is replaced; anything else is refused.
        fill: Writes the files into the folder that it is given.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    except OSError as problem:
        _refuse_place(path, problem)
    try:
        fill(made)
        if path.exists() and not _alike(made, path):
            refuse_input(f"{path} holds something else, and it is not overwritten.", expected="a new folder")
        if path.exists():
            _exchange(made, path)
            shutil.rmtree(made)
        else:
            made.replace(path)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _alike(made: Path, path: Path) -> bool:
    return path.is_dir() and {each.name for each in path.iterdir()} <= {each.name for each in made.iterdir()}


def _exchange(made: Path, path: Path) -> None:
    """Let two folders change places: in one step where the system can, so that one of them always stands there."""
    libc = ctypes.CDLL(None, use_errno=True)
    swap = getattr(libc, "renameat2", None)
    if swap is not None and swap(_HERE, os.fsencode(made), _HERE, os.fsencode(path), _EXCHANGE) == 0:
        return
    old = made.with_name(f"{made.name}.old")
    path.replace(old)
    made.replace(path)
    old.replace(made)


def json_text(value: Any) -> str:
    """Return a value as JSON for people and programs."""
    return _UNSEEN.sub(_escaped, json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def _escaped(found: re.Match[str]) -> str:
    """Return a character as JSON escapes it, in two halves where it needs them."""
    return json.dumps(found.group())[1:-1]


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV. A cell that a spreadsheet would take for a formula is kept a text."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
    return file.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        plain = visible(value)
        return f"'{plain}" if plain.startswith(_FORMULA) else plain
    return value
