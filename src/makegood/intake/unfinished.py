"""A folder into which an import was begun that is not finished: what is missing there, and what to do next."""

import csv
import io
from pathlib import Path
from typing import Final

from makegood.files.limits import CSV_BYTES, MAPPING_BYTES
from makegood.files.reading import is_folder, is_regular, list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.files.seen import is_table
from makegood.terms.counted import Counted
from makegood.terms.findings import Finding, Origin

MAPPINGS: Final = "mappings"
"""The folder, in a folder of records, that keeps what was answered about each file."""
CASELOAD: Final = "caseload.csv"
"""The file of students and services of which nobody has said yet what the IEP promises."""
FREQUENCY: Final = "Frequency"
"""The column of that file that is to be filled in."""
_ANSWERS: Final = Counted(
    '1 answer is missing in {file}: write it in the place of its "?"',
    '{n} answers are missing in {file}: write each in the place of its "?"',
)  # fmt: skip
_PROMISES: Final = Counted(
    f"what the IEP promises is missing for 1 service in {CASELOAD}: fill in its '{FREQUENCY}' in the IEP's own words",
    f"what the IEPs promise is missing for {{n}} services in {CASELOAD}: fill in their '{FREQUENCY}' in the IEP's own "
    "words",
)
_AGAIN: Final = "Then run the same 'makegood import' again, and check after that."


def unfinished(path: Path) -> Finding | None:
    """Return what an import that was begun still needs; None for a folder into which none was begun, or that is done.

    Args:
        path: The folder.
    """
    mappings = path / MAPPINGS
    begun = is_regular(path / CASELOAD) or (is_folder(mappings) and _names(mappings, ".yaml"))
    there = list_folder(path)
    if not begun or isinstance(there, Refusal) or any(is_table(each) and each.name != CASELOAD for each in there):
        return None
    missing = []
    for name in _names(mappings, ".yaml"):
        answers = _open(mappings / name)
        if answers:
            missing.append(_ANSWERS.of(answers, file=f"{MAPPINGS}/{name}"))
    waiting = _waiting(path / CASELOAD)
    if waiting:
        missing.append(_PROMISES.of(waiting))
    says = "An import into this folder was begun and is not finished, so there are no records yet."
    says += "".join(f" {each[:1].upper()}{each[1:]}." for each in missing)
    return Finding("error", "import_not_finished", f"{says} {_AGAIN}", Origin(path.name or str(path)))


def _names(folder: Path, suffix: str) -> list[str]:
    found = list_folder(folder) if is_folder(folder) else []
    return [] if isinstance(found, Refusal) else sorted(each.name for each in found if each.suffix == suffix)


def _open(mapping: Path) -> int:
    """Return how many answers a mapping still asks for."""
    data = read_bytes(mapping, MAPPING_BYTES)
    lines = [] if isinstance(data, Refusal) else data.decode("utf-8", "replace").splitlines()
    asked = [line.rsplit(":", 1)[-1].strip().strip("'\"") for line in lines if not line.lstrip().startswith("#")]
    return asked.count("?")


def _waiting(caseload: Path) -> int:
    """Return of how many services it is not known what the IEP promises."""
    data = read_bytes(caseload, CSV_BYTES) if is_regular(caseload) else b""
    if isinstance(data, Refusal):
        return 0
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    return sum(not (row.get(FREQUENCY) or "").strip() for row in rows)
