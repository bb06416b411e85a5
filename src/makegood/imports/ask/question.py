"""One thing that cannot be known from the files, asked once."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from makegood.terms.language import Lang
from makegood.terms.letters import letters
from makegood.terms.place_words import place_in_words

Kind = Literal[
    "code", "column", "date_order", "school_year", "school_days", "service_type", "service_word", "service",
    "session_minutes", "minutes_beside_miss", "pairs", "student", "student_of_sheet", "shape",
    "promise", "calendar_word", "numbers", "zeros", "duration_is", "duplicates",
    "day", "week", "grades", "color", "table", "summer", "makeup",
    "period", "calendar_of", "school_calendar",
]  # fmt: skip
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file.

    Attributes:
        file: The file's name.
        sheet: The sheet, blank for a file without sheets.
        row: The row, or None for the whole sheet.
        column: The column's place from 0, or None for the whole row.
    """

    file: str
    sheet: str = ""
    row: int | None = None
    column: int | None = None

    def words(self, lang: Lang = "en") -> str:
        """Return the place as people name it, such as `log.xlsx, Fall log, row 12`."""
        return place_in_words(self.file, self.sheet, self.row, self.column, lang)

    def as_dict(self) -> dict[str, Any]:
        """Return the place as JSON prints it."""
        column = None if self.column is None else letters(self.column)
        return {"file": self.file, "sheet": self.sheet, "row": self.row, "column": column}


@dataclass(frozen=True, slots=True)
class Answer:
    """A likely answer.

    Attributes:
        value: What the mapping file then says.
        says: The same in plain words.
    """

    value: Any
    says: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question.

    Attributes:
        kind: What kind of thing is asked.
        of: What it is about, such as the code `SA`. It may be a name that the file holds.
        says: The question in one or two plain sentences.
        key: The way to the answer's place in the mapping file.
        file: The file in whose mapping the answer goes.
        where: The first places where it is.
        times: How often it is there.
        likely: Likely answers, the likeliest first.
        any_text: Whether other answers than the likely ones can be written: an id, a number, a day.
    """

    kind: Kind
    of: str
    says: str
    key: tuple[str, ...]
    file: str
    where: tuple[Place, ...] = ()
    times: int = 1
    likely: tuple[Answer, ...] = ()
    any_text: bool = False

    def again(self, where: Place) -> "Question":
        """Return the question with one more place."""
        places = (*self.where, where) if len(self.where) < _SHOWN else self.where
        return replace(self, where=places, times=self.times + 1)

    def as_dict(self) -> dict[str, Any]:
        """Return the question as JSON prints it."""
        return {
            "kind": self.kind,
            "of": self.of,
            "says": self.says,
            "key": list(self.key),
            "file": self.file,
            "where": [place.as_dict() for place in self.where],
            "times": self.times,
            "likely": [{"value": str(answer.value), "says": answer.says} for answer in self.likely],
            "any_text": self.any_text,
        }
