"""The schedule's CSV file with rows ended, taken out and added: every other row stays byte for byte."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from makegood.intake.table_file import TableFile, csv_text
from makegood.planner.accept.write import with_rows
from makegood.records import Schedule
from makegood.terms.findings import Finding, Origin


def with_changes(
    path: Path,
    data: bytes | None,
    *,
    until: Mapping[int, str],
    out: Collection[int],
    rows: Sequence[dict[str, str]],
) -> tuple[bytes, list[Finding]]:
    """Return the file's bytes after the change.

    Args:
        path: The file, for findings.
        data: What it holds, or None if it is new.
        until: The last day of rows that end, by their row numbers.
        out: The numbers of rows that go.
        rows: The rows to add.

    Returns:
        The bytes, and an error if the file has no column for a cell.
    """
    if data is None or not (until or out):
        return with_rows(path, data, Schedule, rows) if rows else (data or b"", [])
    file = TableFile.of(data, Schedule)
    if until and "until" not in file.columns:
        return data, [_no_column(path)]
    lines = io.StringIO(file.text, newline="").readlines()
    reader = csv.reader(lines, delimiter=file.delimiter)
    made: list[str] = []
    begun = 0
    for number, cells in enumerate(reader, start=1):
        own, begun = lines[begun : reader.line_num], reader.line_num
        if number in out:
            continue
        if number in until:
            column = file.columns.index("until")
            padded = cells + [""] * (column + 1 - len(cells))
            padded[column] = until[number]
            own = [csv_text([padded], file.delimiter, file.newline)]
        made += own
    mark = data[: len(data) - len(file.text.encode(file.encoding))]
    changed = mark + "".join(made).encode(file.encoding)
    return with_rows(path, changed, Schedule, rows) if rows else (changed, [])


def _no_column(path: Path) -> Finding:
    says = f"{path.name} has no column 'until', in which slots that move end. Please add it to its first row."
    return Finding("error", "missing_column", says, Origin(Schedule.NAME, 1, "until"), expected="until")
