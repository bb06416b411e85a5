"""How each kind of cell is read: a value, or a doubt said in plain words."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from makegood.intake.dates import DateOrder, read_date, read_moment
from makegood.intake.doubt import Doubt
from makegood.records import Column, Kind
from makegood.terms.visible import unseen_in, without_unseen

KEPT_DIGITS: Final = 15
"""So many digits of a number a spreadsheet keeps; the others become zeros."""
_SHORTENED: Final = re.compile(r"\d(?:\.\d+)?[eE]\+\d+", re.ASCII)
_PLAIN_ID: Final = re.compile(rf"[\w./:-]{{1,{KEPT_DIGITS}}}")
"""An id without blanks, too short for digits to be lost and without the + of a number that was shortened."""
_WHOLE_ID: Final = "the whole number, typed as text (format the cell as Text first)"

_NAMED: Final = 3

MOST: Final = 1_000_000
"""More minutes than this are a slip of the keys, whatever the column."""

_WHOLE: Final = re.compile(r"(\d{1,12})(?:\.0+)?", re.ASCII)
_NUMBER: Final = re.compile(r"-?\d*\.?\d+", re.ASCII)
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})(?::00)?\s*(?:([ap])\.?m\.?)?", re.ASCII | re.IGNORECASE)
_MONEY: Final = re.compile(r"\$?\s?(\d{1,7})(?:\.(\d{1,2}))?", re.ASCII)
YES_NO: Final = {
    "yes": True,
    "true": True,
    "1": True,
    "no": False,
    "false": False,
    "0": False,
}
_WEEKDAYS: Final = (
    ("monday", "mon", "lunes", "lun"),
    ("tuesday", "tue", "tues", "martes", "mar"),
    ("wednesday", "wed", "weds", "miercoles", "mie"),
    ("thursday", "thu", "thur", "thurs", "jueves", "jue"),
    ("friday", "fri", "viernes", "vie"),
    ("saturday", "sat", "sabado", "sab"),
    ("sunday", "sun", "domingo", "dom"),
)
_WEEKDAY: Final = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}


def cell_reader(spec: Column, order: DateOrder = "iso") -> Callable[[str], Any]:
    """Return the function that reads a cell's text as a column holds it.

    A blank cell is None; whether it may be blank is not asked here. What is read is what the
    column's kind says (`makegood.records.Kind`), or a `Doubt`.

    Args:
        spec: The column.
        order: How slashed dates are meant.
    """

    def read(text: str) -> Any:
        stripped = text.strip()
        if not stripped:
            return None
        return meaning(stripped) if stripped.isprintable() else _without_unseen(stripped, spec, meaning)

    def meaning(stripped: str) -> Any:
        if spec.choices:
            return _choice(stripped, spec.choices)
        if spec.kind == "date":
            return read_date(stripped, order)
        if spec.kind == "moment":
            return read_moment(stripped, order)
        return _READERS[spec.kind](stripped)

    return read


def are_plain_ids(cells: Sequence[str]) -> bool:
    """Tell, quickly, that each cell is read as the id that is written in it; if in doubt, say no."""
    if all(cells) and "".join(cells).isalnum():
        return max(map(len, cells), default=0) <= KEPT_DIGITS
    return all(map(_PLAIN_ID.fullmatch, cells))


def _without_unseen(text: str, spec: Column, meaning: Callable[[str], Any]) -> Any:
    """Read a text on one line and without the characters that nobody sees, and say so.

    Ids that look alike must be alike, and no text may change the line, page or terminal that it is shown on. A note
    may have several lines, so of their ends nothing is said; an id may not.
    """
    plain = without_unseen(text).strip()
    value = meaning(plain) if plain else None
    unseen = unseen_in(text)
    if spec.kind in ("id", "ids") and len(text.splitlines()) > 1:
        unseen.append("a line break")
    if isinstance(value, Doubt) or not unseen:
        return value
    says = f"This cell holds what cannot be seen: {', '.join(unseen[:_NAMED])}. It is read without it."
    return Doubt("unseen_characters", says, "the same, typed again", "warning", value)


def whole(text: str, least: int, what: str) -> int | Doubt:
    """Read a whole number; `30.0`, as spreadsheets write it, is 30."""
    expected = f"{what} from {least}, digits only, such as 30"
    if found := _WHOLE.fullmatch(text):
        number = int(found.group(1))
        if number < least:
            return Doubt("too_small", f"This must be at least {least}.", expected)
        if number > MOST:
            return Doubt("too_large", f"This is over {MOST:,}.", expected)
        return number
    if text.startswith("-") and _NUMBER.fullmatch(text):
        return Doubt("negative", "This must not be negative.", expected)
    if _NUMBER.fullmatch(text):
        return Doubt("not_whole", "This must be whole: nothing is rounded for you.", expected)
    return Doubt("not_a_number", "This is not a number as it is written here.", expected)


def _minutes(text: str) -> int | Doubt:
    return whole(text, 0, "a whole number of minutes")


def _number(text: str) -> int | Doubt:
    return whole(text, 0, "a whole number")


def _count(text: str) -> int | Doubt:
    return whole(text, 1, "a whole number")


def _id(text: str) -> str | Doubt:
    """Keep an id as it is written, unless a spreadsheet has made a number of it and lost digits."""
    if _SHORTENED.fullmatch(text):
        says = "A spreadsheet has shortened this number, and its last digits are lost."
        return Doubt("damaged_id", says, _WHOLE_ID)
    if len(text) > KEPT_DIGITS and text.isascii() and text.isdigit() and not text[KEPT_DIGITS:].strip("0"):
        says = (
            f"Spreadsheets keep only {KEPT_DIGITS} digits of a number: the zeros at its end may have been other digits."
        )
        return Doubt("damaged_id", says, _WHOLE_ID, "warning", text)
    return text


def _ids(text: str) -> tuple[str, ...] | Doubt | None:
    words = _words(text)
    doubts = [doubt for doubt in map(_id, words or ()) if isinstance(doubt, Doubt)]
    if not doubts:
        return words
    worst = next((doubt for doubt in doubts if doubt.level == "error"), doubts[0])
    return replace(worst, value=None if worst.level == "error" else words)


def _text(text: str) -> str:
    return text


def _words(text: str) -> tuple[str, ...] | None:
    return tuple(word.strip() for word in text.split(";") if word.strip()) or None


def _choice(text: str, choices: tuple[str, ...]) -> str | Doubt:
    word = re.sub(r"[\s_-]+", "_", text.casefold())
    if word in choices:
        return word
    return Doubt("not_a_choice", "This word has no meaning here.", f"one of {', '.join(choices)}")


def _yes_no(text: str) -> bool | Doubt:
    value = YES_NO.get(text.casefold())
    if value is None:
        return Doubt("not_yes_or_no", "This must be yes or no.", "yes or no")
    return value


def time_of_day(text: str) -> int | Doubt:
    """Read a time such as 09:30, 9:30 or 9:30 AM, as minutes after midnight."""
    doubt = Doubt("bad_time", "This is not a time of day.", "a time as HH:MM, such as 09:30")
    found = _TIME.fullmatch(text)
    if found is None:
        return doubt
    hour, minute, half = int(found.group(1)), int(found.group(2)), (found.group(3) or "").lower()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours on a clock's face
            return doubt
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else doubt  # noqa: PLR2004


def _weekday(text: str) -> int | Doubt:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    number = _WEEKDAY.get(bare.casefold().rstrip("."))
    if number is None:
        says = "This is not the name of a weekday. Numbers are refused: people count them differently."
        return Doubt("bad_weekday", says, "Monday, Tuesday, ... or Mon, Tue, ...")
    return number


def _money(text: str) -> int | Doubt:
    found = _MONEY.fullmatch(text)
    if found is None:
        return Doubt("bad_money", "This is not an amount of dollars.", "dollars, such as 62.50")
    return int(found.group(1)) * 100 + int((found.group(2) or "0").ljust(2, "0"))


_READERS: Final[dict[Kind, Callable[[str], Any]]] = {
    "id": _id,
    "ids": _ids,
    "text": _text,
    "words": _words,
    "time": time_of_day,
    "weekday": _weekday,
    "minutes": _minutes,
    "number": _number,
    "count": _count,
    "yes_no": _yes_no,
    "money": _money,
}
