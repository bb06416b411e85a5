"""Writing for a command: an output is put in its place, or the command refuses; and how JSON and CSV are laid out."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from makegood.cli.fail import refuse_input
from makegood.files import writing
from makegood.files.outputs import refused
from makegood.files.own import Make
from makegood.terms.findings import Finding
from makegood.terms.formula import guarded
from makegood.terms.visible import visible

_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Characters that act on a terminal or are not seen, and that JSON leaves as they are."""


def refuse_output(out: Path, make: Make | None, *reads: Path) -> None:
    """Refuse a place for an output before any work is done (`makegood.files.outputs` says which).

    Args:
        out: The place.
        make: The kind of output; None if nothing may be there yet.
        reads: The folders and files that the command reads.
    """
    _end(refused(out, make, reads))


def write_text(out: Path, text: str, make: Make, *reads: Path) -> None:
    """Put a text in a file; killed at any moment, it leaves the old file or the new one."""
    _end(writing.write_text(out, text, make, reads))


def write_bytes(out: Path, data: bytes, make: Make, *reads: Path) -> None:
    """Put bytes in a file; killed at any moment, it leaves the old file or the new one."""
    _end(writing.write_bytes(out, data, make, reads))


def write_folder(out: Path, fill: Callable[[Path], None], make: Make | None, *reads: Path) -> None:
    """Fill a new folder and put it in a place; killed at any moment, it leaves the old or the new."""
    _end(writing.write_folder(out, fill, make, reads))


def write_files(out: Path, files: Mapping[str, bytes], make: Make, *reads: Path) -> None:
    """Put files, by their places in a folder, in that folder; killed at any moment, it leaves the old or the new."""

    def fill(room: Path) -> None:
        for name, data in files.items():
            (room / name).parent.mkdir(parents=True, exist_ok=True)
            (room / name).write_bytes(data)

    write_folder(out, fill, make, *reads)


def _end(findings: Sequence[Finding]) -> None:
    for finding in findings:
        refuse_input(finding.message, expected=finding.expected)


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
        return guarded(visible(value))
    return value
