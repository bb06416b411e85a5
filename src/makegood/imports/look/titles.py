"""What is written around a table: titles that name the student, the service, the year; and a key to its codes."""

import re
from collections.abc import Sequence
from typing import Final

from makegood.imports.cells import Cell, CellSheet, text_of
from makegood.imports.look.look import Block
from makegood.imports.values.dates import written_day
from makegood.imports.values.school_years import school_year_in
from makegood.imports.words import bare, common, heading_of, outcome_of, phrase_outcomes, service_of

_LABELLED: Final = re.compile(r"\s*([^:=]{2,40}?)\s*:\s*(\S.{0,80})$")
_COLON: Final = re.compile(r":(?=\s|$)")
_GAP: Final = re.compile(r"\s{2,}|\s*[|;\n]\s*")
"""What parts the things that one line of a title tells."""
_OF_TITLES: Final = frozenset({"student_name", "student_id", "service_type", "provider", "school", "grade", "mandate"})
_PAIRS: Final = re.compile(
    r"(?:^|[;,|\n]|\s{2,}|\s\|\s)\s*([^\s=;,|]{1,6})\s*=\s*([^=;,|\n]+?)(?=\s*(?:$|[;,|\n]|\s{2,}))"
)
_LISTED: Final = re.compile(
    r"(?:^|[;,|\n])\s*([^\s=;,|:\-]{1,6})\s*[:\u2013\u2014-]\s+([^=;,|:\n]+?)(?=\s*(?:$|[;,|\n]))"
)
_WORD: Final = re.compile(r"\S+")
_LABEL_WORDS: Final = 3
_CODE: Final = 6
_NAMES: Final = 3
_TITLE_WORDS: Final = frozenset(
    ("notes", "note", "log", "of", "for", "and", "the", "my", "s", "therapy", "services", "service", "school", "year",
     "fall", "winter", "spring", "summer", "de", "del", "la", "el", "para", "notas", "terapia", "habla", "lenguaje",
     "ano", "escolar", "twins", "iep", "sessions", "sesiones", "diario", "cuaderno", "registro", "libreta",
     "apuntes", "bitacora", "agenda", "notebook", "diary", "journal", "speech", "language",
     "ocupacional", "fisica", "mi", "hijo", "hija", "son", "daughter", "kids")
)  # fmt: skip
_NEAR: Final = 25


def titles_of(sheet: CellSheet, above: int) -> dict[str, str]:
    """Return what the rows above a table say in the form `Student: Ana Example`, by meaning.

    Args:
        sheet: The sheet.
        above: The table's first row; only rows above it are looked at.
    """
    found: dict[str, str] = {}
    for cells in sheet.rows[: max(0, above - 1)]:
        for place, cell in enumerate(cells):
            if not isinstance(cell, str):
                continue
            after = next((each for each in cells[place + 1 :] if each is not None), None)
            for part in _parts(cell):
                label, value = _labelled(part, after)
                meaning = heading_of(label) if label else None
                if meaning in _OF_TITLES and value:
                    found.setdefault(meaning, value)
    return found


def _parts(cell: str) -> list[str]:
    """Return the things that one cell tells: `Student: Ana Example  Grade 2  School: Oak` tells three."""
    if ":" not in cell:
        return [cell]
    starts = {start for colon in _COLON.finditer(cell) if (start := _label_before(cell, colon.start()))}
    for gap in _GAP.finditer(cell):
        word = cell[gap.end() :].partition(" ")[0]
        if heading_of(word) is not None or any(sign.isdigit() for sign in word):
            starts.add(gap.end())
    ends = sorted(starts)
    return [part.strip(" \t,|;\n") for part in map(cell.__getitem__, map(slice, [0, *ends], [*ends, None]))]


def _label_before(cell: str, colon: int) -> int | None:
    """Return where the known label that a colon ends begins, of at most three words."""
    words = list(_WORD.finditer(cell, 0, colon))[-_LABEL_WORDS:]
    return next((word.start() for word in words if heading_of(cell[word.start() : colon].strip())), None)


def _labelled(cell: str, after: Cell) -> tuple[str, str]:
    if match := _LABELLED.match(cell):
        return match.group(1), match.group(2).strip()
    if cell.rstrip().endswith(":"):
        return cell.rstrip(" :"), text_of(after)
    word, _, rest = cell.strip().partition(" ")
    if heading_of(word) == "grade" and rest and " " not in rest:
        # `Grade 2` needs no colon.
        return word, rest
    return "", ""


def service_in_title(sheet: CellSheet, above: int) -> str | None:
    """Return the one type of service that a title, the sheet's name or the file's name names; None if not just one."""
    texts = [text_of(cell) for cells in sheet.rows[: max(0, above - 1)] for cell in cells if isinstance(cell, str)]
    for group in (texts, [sheet.name], [sheet.file.rpartition(".")[0]]):
        found = {named for text in group for named in services_in(text)}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def child_in_title(sheet: CellSheet, above: int) -> str | None:
    """Return the child whom the title of notes names, such as `Ann speech 2026-27`: its one name beside known words."""
    found: set[str] = set()
    for cells in sheet.rows[: max(0, above - 1)]:
        title = " ".join(text_of(cell) for cell in cells if cell is not None)
        words = [word for word in re.findall(r"[^\W\d_]+", title) if bare(word) not in _TITLE_WORDS]
        names = [word for word in words if not services_in(word) and len(word) > 1]
        if names and len(names) <= _NAMES and all(word[0].isupper() for word in names) and title.count(".") == 0:
            found.add(" ".join(names))
    return found.pop() if len(found) == 1 else None


def services_in(text: str) -> set[str]:
    """Return the types of service that the words of a text name."""
    words = bare(text.replace("_", " ")).split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1):
            phrase = " ".join(words[at : at + length])
            named = service_of(phrase) if length > 1 or len(phrase) > 1 else None
            if named and at + length <= len(words):
                found.add(named)
                at += length - 1
                break
        at += 1
    return found


def school_year_of(sheet: CellSheet, above: int) -> int | None:
    """Return the year in which the school year begins that titles, the sheet or the file name."""
    texts = [text_of(cell) for cells in sheet.rows[:above] for cell in cells if isinstance(cell, str)]
    for text in (*texts, sheet.name, sheet.file.rpartition(".")[0].replace("_", " ")):
        year = school_year_in(text)
        if year is not None:
            return year
    lines = [text_of(cells[0]) for cells in sheet.rows if sum(cell is not None for cell in cells) == 1 and cells[0]]
    years = {year for line in lines if (year := school_year_in(line)) is not None}
    return years.pop() if len(years) == 1 else None


def key_of(sheet: CellSheet, blocks: Sequence[Block] = (), *, whole: bool = False) -> dict[str, str]:
    """Return each code that a sheet explains, in the words that explain it.

    Explained is what is written as `P = present`, or is in two cells below a word such as `Key`.

    Args:
        sheet: The sheet.
        blocks: Its tables; what is inside their rows explains nothing.
        whole: Whether the whole sheet is a key.
    """
    found: dict[str, str] = {}
    keyed: dict[int, int] = {}
    inside = _inside(sheet, blocks)
    for number, cells in enumerate(sheet.rows, start=1):
        for place, cell in enumerate(cells):
            if cell is None or place <= inside.get(number, -1):
                continue
            text = text_of(cell)
            if common(text.partition(":")[0], "keys"):
                keyed[place] = number
            under_key = (
                whole
                or number in keyed.values()
                or any(number - row <= _NEAR and abs(place - at) <= 1 for at, row in keyed.items())
            )
            for code, words in _in_text(text, under_key):
                found.setdefault(code, words)
            after = cells[place + 1] if place + 1 < len(cells) else None
            if under_key and isinstance(after, str) and len(text) <= _CODE and len(after) > 1:
                found.setdefault(text, after)
    return {code: words for code, words in found.items() if not _is_heading(code, words)}


def _inside(sheet: CellSheet, blocks: Sequence[Block]) -> dict[int, int]:
    """Return the last column of the table in each row that is one of its rows: its headings, and rows with a day."""
    inside: dict[int, int] = {}
    for block in blocks:
        days = [day.place for day in block.days]
        last = max([*(column.place for column in block.columns if column.heading), *days], default=sheet.width)
        dated = [place for meaning in ("date", "week", "start") if (place := block.place(meaning)) is not None]
        if block.heading_row:
            inside[block.heading_row] = last
        for row in block.below:
            day = any(written_day(sheet.cell(row, place), numbers=True) for place in dated)
            noted = any(sheet.cell(row, place) is not None for place in days)
            if (day or noted) and not common(text_of(sheet.cell(row, 0)).rstrip(":"), "keys"):
                inside[row] = last
    return inside


def _in_text(text: str, under_key: bool) -> list[tuple[str, str]]:  # noqa: FBT001 - one caller
    body = text
    label, colon, rest = text.partition(":")
    if colon and common(label, "keys"):
        body, under_key = rest, True
    pairs = [(code.strip(), words.strip()) for code, words in _PAIRS.findall(body)]
    if not pairs and under_key:
        pairs = [(code.strip(), words.strip()) for code, words in _LISTED.findall(body)]
    return [(code, words) for code, words in pairs if any(letter.isalpha() for letter in words)]


def _is_heading(code: str, words: str) -> bool:
    return bool(common(code, "keys") and common(words, "keys")) or (
        heading_of(code) is not None and heading_of(words) is not None and outcome_of(words) is None
    )


def meaning_in_key(words: str) -> str | None:
    """Return the one thing that the words of a key say of a session, or None."""
    sure = outcome_of(words)
    if sure:
        return sure
    said = set(phrase_outcomes(words))
    return said.pop() if len(said) == 1 else None
