"""The schedule's CSV file with rows ended, taken out and added: every other row stays byte for byte."""

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from makegood.intake.aliases import column_of
from makegood.intake.csv_file import delimiter_of
from makegood.planner.accept.table_file import encoding_of, with_rows
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
    encoding = encoding_of(data)
    text = data.decode(encoding)
    delimiter = delimiter_of(text.removeprefix("\ufeff"))
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, delimiter=delimiter)
    made: list[str] = []
    column: int | None = None
    begun = 0
    for number, cells in enumerate(reader, start=1):
        own, begun = lines[begun : reader.line_num], reader.line_num
        if column is None and any(cells):
            names = [column_of(Schedule.NAME, name.strip().removeprefix("\ufeff")) for name in cells]
            if "until" not in names and until:
                return data, [_no_column(path)]
            column = names.index("until") if "until" in names else -1
        if number in out:
            continue
        if number in until and column is not None:
            padded = cells + [""] * (column + 1 - len(cells))
            padded[column] = until[number]
            file = io.StringIO()
            csv.writer(file, delimiter=delimiter, lineterminator=newline).writerow(padded)
            own = [file.getvalue()]
        made += own
    changed = "".join(made).encode(encoding)
    return with_rows(path, changed, Schedule, rows) if rows else (changed, [])


def _no_column(path: Path) -> Finding:
    says = f"{path.name} has no column 'until', in which slots that move end. Please add it to its first row."
    return Finding("error", "missing_column", says, Origin(Schedule.NAME, 1, "until"), expected="until")
