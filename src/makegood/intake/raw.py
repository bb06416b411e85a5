"""A CSV file before its cells are read: columns and rows are taken out of it as they are asked for.

Of a district's log one child's rows are a few in a hundred thousand. To find them takes two or three of its columns;
the cells of all others are never made.
"""

import csv
import io
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from makegood.intake.aliases import column_of
from makegood.intake.csv_file import delimiter_of, text_of
from makegood.intake.sheet import Sheet, lay_out
from makegood.terms.findings import Finding
from makegood.terms.visible import without_unseen

_BLOCK: Final = 1 << 13
"""So many characters are split at a time: all lines of a district's log would fill the memory."""
_CHUNK: Final = 200


@dataclass(frozen=True)
class RawTable:
    """A CSV file's text. Its records are numbered from 0, the one above the header's first row included.

    Attributes:
        file: The file's name.
        table: The table that it holds.
        text: All of it.
        delimiter: What separates its cells.
    """

    file: str
    table: str
    text: str
    delimiter: str

    @cached_property
    def plain(self) -> bool:
        """Whether each line is a record, and each delimiter ends a cell: nothing is quoted."""
        return '"' not in self.text and "\r" not in self.text

    @cached_property
    def head(self) -> int:
        """The record that names the columns: the first that is not blank. -1 if there is none."""
        for at, cells in enumerate(self._records()):
            if any(map(str.strip, cells)):
                return at
        return -1

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each column in a record; of two for one column, the first."""
        found: dict[str, int] = {}
        for place, header in enumerate(self.records([self.head])[0] if self.head >= 0 else ()):
            name = column_of(self.table, header.strip())
            if name is not None:
                found.setdefault(name, place)
        return found

    def columns(self, *names: str) -> list[list[str]]:
        """Return columns for all records, without outer blanks and unseen characters, as ids are read.

        Blank where a column or a cell is not there.

        The header and what is above it count as blank records.
        """
        there = [name for name in names if name in self.places]
        found = dict(zip(there, self._columns([self.places[name] for name in there]), strict=True)) if there else {}
        size = len(next(iter(found.values()))) if found else sum(1 for _ in self._records())
        blank = [""] * size
        for cells in found.values():
            cells[: self.head + 1] = blank[: self.head + 1]
        return [found.get(name, blank) for name in names]

    def records(self, places: Sequence[int]) -> list[list[str]]:
        """Return the cells of some records; their places ascend."""
        if not self.plain:
            wanted = frozenset(places)
            return [cells for at, cells in enumerate(self._records()) if at in wanted]
        lines = []
        first, begin = 0, 0
        for block in _blocks(self.text):
            after = first + block.count("\n") + 1
            end = bisect_left(places, after, begin)
            if end > begin:
                of_block = block.split("\n")
                lines += [of_block[place - first] for place in places[begin:end]]
            first, begin = after, end
            if begin == len(places):
                break
        return list(csv.reader(lines, delimiter=self.delimiter, strict=True))

    def records_with(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the place and the cells of each record in which a text, which is not blank, stands anywhere."""
        if not self.plain:
            yield from ((at, cells) for at, cells in enumerate(self._records()) if any(text in cell for cell in cells))
            return
        place = begin = 0
        while (at := self.text.find(text, begin)) >= 0:
            place += self.text.count("\n", begin, at)
            line, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
            end = len(self.text) if end < 0 else end
            yield place, self.text[line:end].split(self.delimiter)
            begin = end

    def sheet(self, places: Sequence[int]) -> tuple[Sheet | None, list[Finding]]:
        """Lay out the header and some records, in order; rows keep the numbers that they have in the file."""
        kept = [self.head, *(place for place in places if place > self.head)] if self.head >= 0 else []
        sheet, findings = lay_out(self.file, self.table, self.records(kept))
        if sheet is not None:
            sheet.head = self.head + 1
            sheet.rows = [kept[row - 1] + 1 for row in sheet.rows]
        return sheet, [_renumbered(finding, kept) for finding in findings]

    def _columns(self, places: list[int]) -> list[list[str]]:
        found: list[list[str]] = [[] for _ in places]
        last = max(places)
        for chunk in self._chunks(last + 1):
            # Mostly all records of a chunk have as many cells, and are turned into columns at one go.
            alike = len(chunk[0]) > last and len(set(map(len, chunk))) == 1
            rows = chunk if alike else [(cells + [""] * (last + 1 - len(cells)))[: last + 1] for cells in chunk]
            columns = list(zip(*rows, strict=True))
            for column, place in zip(found, places, strict=True):
                column.extend(_as_ids(columns[place]))
        return found

    def _chunks(self, cells: int) -> Iterator[list[list[str]]]:
        """Yield records, some thousand at a time; of each record not more cells than are asked for are split."""
        if self.plain:
            for block in _blocks(self.text):
                yield [line.split(self.delimiter, cells) for line in block.split("\n")]
            return
        chunk = []
        for record in self._records():
            chunk.append(record)
            if len(chunk) == _CHUNK:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    def _records(self) -> Iterator[list[str]]:
        # Of a long text the first few lines are often all that is asked for: then no copy is made.
        lines = _lines(self.text) if self.plain else io.StringIO(self.text, newline="")
        return csv.reader(lines, delimiter=self.delimiter, strict=True)


def read_raw(path: Path, table: str) -> tuple[RawTable | None, list[Finding]]:
    """Read a CSV file's text; None if it cannot be read as text, and what was found."""
    text, findings = text_of(path, table)
    if text is None:
        return None, findings
    if '"' not in text:
        # Then a line is a record: its end is one character here, and the last one has none.
        text = (text.replace("\r\n", "\n") if "\r" in text else text).removesuffix("\n")
    return RawTable(path.name, table, text, delimiter_of(text)), findings


def _blocks(text: str) -> Iterator[str]:
    """Yield a text in blocks of whole lines, without the end of their last line."""
    begin = 0
    while begin <= len(text):
        end = text.find("\n", begin + _BLOCK)
        end = len(text) if end < 0 else end
        yield text[begin:end]
        begin = end + 1


def _lines(text: str) -> Iterator[str]:
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin) + 1 or len(text)
        yield text[begin:end]
        begin = end


def _as_ids(cells: Sequence[str]) -> Sequence[str]:
    """Return cells without outer blanks and unseen characters."""
    # A log has a million cells, so many are first looked at as one text. Of blanks only " " is printable.
    text = "".join(cells)
    if " " not in text and text.isprintable():
        return cells
    stripped = map(str.strip, cells)
    return [cell if cell.isprintable() else without_unseen(cell).strip() for cell in stripped]


def _renumbered(finding: Finding, kept: Sequence[int]) -> Finding:
    row = finding.row
    return finding if row is None else replace(finding, origin=replace(finding.origin, row=kept[row - 1] + 1))
