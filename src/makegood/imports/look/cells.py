"""What a column is by what its cells look like."""

import re
from collections.abc import Sequence
from typing import Final

from makegood.imports.cells import Cell, CellSheet, text_of
from makegood.imports.values.amount import amounts_in
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.values.dates import written_day
from makegood.imports.words import common
from makegood.intake.mandate import read_mandate
from makegood.intake.values import cell_reader
from makegood.records import Column as Spec

SAMPLE: Final = 200
"""This many cells of a column are looked at."""
_MOST: Final = 0.7
"""A column is what so large a share of its cells looks like."""
_FEWEST_SIGNS: Final = 4
_NUMBERED: Final = re.compile(r"(?=.*[A-Za-z])(?=.*\d\d)[A-Za-z]{0,4}[-_. /#]?\d{2,9}[A-Za-z]?", re.ASCII)
_weekday: Final = cell_reader(Spec("weekday", ""))


def sample(sheet: CellSheet, place: int, first: int, last: int) -> list[Cell]:
    """Return the first cells of a column that hold anything."""
    cells = (sheet.cell(row, place) for row in range(first, last + 1))
    found: list[Cell] = []
    for cell in cells:
        if cell is not None:
            found.append(cell)
            if len(found) == SAMPLE:
                break
    return found


def share(cells: Sequence[Cell], kind: str) -> float:
    """Return the share of cells that look like a kind: `day`, `time`, `stretch`, `minutes`, `weekday`, ..."""
    looks = _LOOKS[kind]
    return sum(map(looks, cells)) / len(cells) if cells else 0.0


def are(cells: Sequence[Cell], kind: str) -> bool:
    """Return whether most cells look like something."""
    return share(cells, kind) >= _MOST


def is_name(text: str) -> bool:
    """Return whether a text looks like a person's name: two to four words with capitals, and no digits."""
    words = text.replace(",", " ").split()
    return 1 < len(words) <= 4 and all(word[0].isupper() for word in words) and not any(c.isdigit() for c in text)  # noqa: PLR2004 - a name's words


def are_numbers(cells: Sequence[Cell]) -> bool:
    """Return whether cells look like the numbers of people: `P-103`, or long numbers that are mostly not alike."""
    texts = [text_of(cell).strip() for cell in cells]
    plain = [text for text in texts if text.isdigit() and len(text) >= _FEWEST_SIGNS]
    mixed = sum(_NUMBERED.fullmatch(text) is not None for text in texts)
    if not texts or (mixed + len(plain)) / len(texts) < _MOST:
        return False
    return mixed >= len(plain) or len(set(plain)) * 2 > len(plain)


def are_names(cells: Sequence[Cell]) -> bool:
    """Return whether cells look like names: two or three words with capitals."""
    return bool(cells) and sum(isinstance(cell, str) and is_name(cell) for cell in cells) >= len(cells) * 0.8


def _is_day(cell: Cell) -> bool:
    return written_day(cell, numbers=True) is not None


def _is_time(cell: Cell) -> bool:
    return time_in(cell) is not None


def _is_stretch(cell: Cell) -> bool:
    return stretch_in(cell) is not None


def _is_minutes(cell: Cell) -> bool:
    read = amounts_in(cell)
    return len(read) == 1 and read[0].code is None and read[0].minutes is not None


def _is_weekday(cell: Cell) -> bool:
    return isinstance(_weekday(text_of(cell)), int)


def _is_delivery(cell: Cell) -> bool:
    return delivery_of(text_of(cell)) is not None


def _is_mandate(cell: Cell) -> bool:
    return isinstance(cell, str) and any(reading.minutes and reading.per for reading in read_mandate(cell).readings)


def delivery_of(text: str) -> str | None:
    """Return `individual`, `group`, `consult` or `direct` if a cell of a column on groups says so; I and G count."""
    word = text.strip().casefold()
    if word in {"i", "g"}:
        return "individual" if word == "i" else "group"
    if found := common(text, "individual", "group", "consult", "direct"):
        return found
    return "group" if word.startswith(("group of ", "grp of ", "grupo de ")) else None


_LOOKS: Final = {
    "day": _is_day,
    "time": _is_time,
    "stretch": _is_stretch,
    "minutes": _is_minutes,
    "weekday": _is_weekday,
    "delivery": _is_delivery,
    "mandate": _is_mandate,
}
