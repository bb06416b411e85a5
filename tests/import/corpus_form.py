"""The form of `expected.yaml`, held strictly: what a file of the corpus should become. `corpus/README.md` explains it.

Nothing here reads the files themselves, so that a reader's errors cannot come back as what is expected of it.
"""

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator
from ruamel.yaml import YAML

from makegood.terms.reasons import REASONS, UNRECORDED

CORPUS: Final = Path(__file__).parent / "corpus"

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
SchoolYear = Annotated[str, StringConstraints(pattern=r"^20\d\d-\d\d$")]
Shape = Literal["log", "grid", "caseload", "calendar", "notes", "export", "unreadable"]

CODE_ANSWERS: Final = {"held", "make_up", "no_row", "leave_out", *REASONS} - {UNRECORDED}
SERVICE_TYPES: Final = {
    "speech",
    "occupational_therapy",
    "physical_therapy",
    "counseling",
    "social_work",
    "specialized_instruction",
    "vision",
    "nursing",
    "audiology",
    "adapted_physical_education",
    "other",
}
NO_SCHOOL_OR_SHORT: Final = {
    "holiday",
    "break",
    "in_service",
    "weather_closure",
    "emergency_closure",
    "early_dismissal",
    "delayed_start",
    "remote_day",
    "school_day",
}
PERIODS: Final = {"day", "week", "cycle", "month", "quarter", "semester", "year", "iep"}
WEEKDAYS: Final = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "schools": ("school", "name"),
    "students": ("student_id", "given_name", "family_name", "school", "grade", "home_language", "date_of_birth"),
    "terms": ("kind", "start", "end"),
    "calendar": ("first", "last", "kind", "label", "school", "grades"),
    "services": (
        *("student", "service_type", "minutes", "per", "sessions", "every", "session_minutes", "mandate", "esy"),
        *("delivery", "group_max", "setting", "provider", "school", "start", "end", "plan"),
    ),
    "schedule": ("student", "service_type", "weekday", "start_time", "minutes", "provider"),
    "sessions": (
        *("student", "service_type", "date", "minutes_delivered", "minutes_planned", "start_time", "reason", "kind"),
        *("makeup_for", "provider", "group", "group_size", "delivery", "setting", "note"),
    ),
    "providers": ("provider", "name", "service_types"),
    "family_notes": ("student", "date", "service_type", "saw", "minutes"),
    "student_absences": ("student", "date", "until", "kind"),
    "provider_absences": ("provider", "date", "until", "kind"),
}
"""The columns that a list of rows may name, table by table."""

NEEDED: Final[dict[str, set[str]]] = {
    "schools": {"name"},
    "students": {"given_name"},
    "terms": {"kind", "start", "end"},
    "calendar": {"first", "last", "kind"},
    "services": {"student", "service_type", "minutes", "per"},
    "schedule": {"student", "service_type", "weekday", "start_time", "minutes"},
    "sessions": {"student", "service_type", "date", "minutes_delivered", "reason"},
    "providers": {"name"},
    "family_notes": {"student", "date", "service_type", "saw"},
    "student_absences": {"student", "date", "kind"},
    "provider_absences": {"provider", "date", "kind"},
}
"""The columns that every list of a table names, blank or not."""

DATES: Final = {"date", "first", "last", "until", "start", "end", "makeup_for", "date_of_birth"}
COUNTS: Final = {
    *("minutes", "minutes_delivered", "minutes_planned", "sessions", "every", "session_minutes"),
    *("group_max", "group_size"),
}
WORDS: Final[dict[str, set[str]]] = {
    "service_type": SERVICE_TYPES,
    "per": PERIODS,
    "weekday": WEEKDAYS,
    "saw": {"held", "not_held", "shorter", "unsure"},
    "esy": {"yes", "no"},
    "reason": set(REASONS) - {UNRECORDED},
}
"""Columns with fixed words."""
KINDS: Final[dict[str, set[str]]] = {
    "terms": {"year", "semester", "quarter", "esy"},
    "calendar": NO_SCHOOL_OR_SHORT,
    "sessions": {"regular", "make_up", "compensatory"},
    "student_absences": set(REASONS) - {UNRECORDED},
    "provider_absences": set(REASONS) - {UNRECORDED},
}
"""The words of the column `kind`, which every table has for itself."""

FILLED: Final = {"student", "service_type", "first", "last", "name", "provider", "weekday", "saw"}
"""Columns that are never blank in a table that needs them."""


def _keyword(text: str) -> str:
    if not all(part.strip() for part in text.split("|")):
        raise ValueError(f"{text!r}: a keyword, or several with | between them of which one is enough")
    return text


Keyword = Annotated[str, StringConstraints(min_length=1), AfterValidator(_keyword)]


class Strict(BaseModel):
    """Nothing that the form does not name, and nothing turned into another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Given(Strict):
    """What the person who imports has said or has already, beside the file."""

    school_year: SchoolYear | None = None
    as_of: date | None = None
    into: bool = False


class Question(Strict):
    """One question that has to be asked, and the right answer."""

    ask: Literal[
        "code",
        "service_type",
        "student",
        "service",
        "session",
        "date_order",
        "school_year",
        "date",
        "date_of_week",
        "minutes",
        "cell",
        "calendar",
        "column",
        "promise",
        "colour",
        "sheet",
        "duplicate",
        "line",
        "table",
        "duration_is",
    ]
    of: Text
    answer: Text
    why: Text

    @model_validator(mode="after")
    def the_answer_is_one_that_the_question_can_have(self) -> Self:
        """Refuse an answer that this kind of question cannot have."""
        choices: dict[str, set[str]] = {
            "code": CODE_ANSWERS,
            "colour": CODE_ANSWERS,
            "service_type": SERVICE_TYPES | {"leave_out"},
            "date_order": {"month_first", "day_first"},
            "date_of_week": set(WEEKDAYS) | {"first_school_day"},
            "calendar": NO_SCHOOL_OR_SHORT | {"no_row"},
            "duplicate": {"once", "both"},
            "table": set(COLUMNS),
            "duration_is": {"per_session", "per_interval"},
        }
        if self.ask in choices and self.answer not in choices[self.ask]:
            raise ValueError(f"{self.answer!r} answers no question about a {self.ask}")
        if self.ask == "school_year" and not re.fullmatch(r"20\d\d-\d\d", self.answer):
            raise ValueError(f"{self.answer!r} is no school year")
        if self.ask in {"date", "session"} and self.answer != "leave_out":
            date.fromisoformat(self.answer)
        return self


class Refusal(Strict):
    """What is said instead of an import."""

    sentence: Text
    names: Annotated[list[Keyword], AfterValidator(lambda names: names or _none())]


class LeftOut(Strict):
    """A row, line or cell of the file that becomes no row and is listed, with why."""

    file: Text | None = None
    sheet: Text | None = None
    row: int
    why: Literal[
        "total",
        "key",
        "comment",
        "heading",
        "not_a_session",
        "no_date",
        "no_student",
        "no_outcome",
        "cannot_be_read",
        "answered",
        "already_there",
        "other_role",
        "no_day_off",
        "not_an_absence",
        "part_of_a_day",
        "far_away",
        "ended",
        "copy",
    ]


class Said(Strict):
    """Something that has to be said, and keywords that an honest sentence about it has."""

    sentence: Text
    names: Annotated[list[Keyword], AfterValidator(lambda names: names or _none())]


class Expected(Strict):
    """What one file, or one pair of files, should become."""

    title: Text
    files: Annotated[list[Text], AfterValidator(lambda files: files or _none())]
    shape: Shape
    given: Given = Given()
    answers: Literal["none", "questions", "refused"]
    ask: list[Question] = []
    refused: Refusal | None = None
    rows: dict[str, str] = {}
    left_out: list[LeftOut] = []
    says: list[Said] = []

    @model_validator(mode="after")
    def parts_agree(self) -> Self:
        """Refuse an expectation that says two things."""
        if (self.answers == "questions") != bool(self.ask):
            raise ValueError("`ask` has questions if and only if `answers` says so")
        if (self.answers == "refused") != (self.refused is not None):
            raise ValueError("`refused` has a sentence if and only if `answers` says so")
        if self.answers == "refused" and (self.rows or self.left_out):
            raise ValueError("what is refused leaves no rows")
        if self.answers != "refused" and not self.rows:
            raise ValueError("what is read leaves rows")
        if (self.shape == "unreadable") and self.answers != "refused":
            raise ValueError("what is unreadable is refused")
        asked = [(question.ask, question.of) for question in self.ask]
        if len(set(asked)) < len(asked):
            raise ValueError("each thing is asked once")
        for name in self.rows:
            self.table(name)
        return self

    def table(self, name: str) -> list[dict[str, str]]:
        """Return one table's rows, each by column, checked: known columns, ISO dates, whole counts, known words."""
        if name not in COLUMNS:
            raise ValueError(f"{name}: no such table")
        lines = [line for line in self.rows[name].splitlines() if line.strip()]
        header, *cells = list(csv.reader(lines, skipinitialspace=True, strict=True))
        header = [column.strip() for column in header]
        if wrong := (set(header) - set(COLUMNS[name])) | (NEEDED[name] - set(header)):
            raise ValueError(f"{name}: columns {sorted(wrong)}")
        if len(set(header)) < len(header):
            raise ValueError(f"{name}: a column twice")
        rows = []
        for written in cells:
            if len(written) != len(header):
                raise ValueError(f"{name}: {written} has {len(written)} cells, not {len(header)}")
            row = dict(zip(header, (cell.strip() for cell in written), strict=True))
            for column, cell in row.items():
                _check(name, column, cell)
            rows.append(row)
        return rows


def _check(table: str, column: str, cell: str) -> None:
    """Raise a `ValueError` for a cell that its column cannot hold."""
    if not cell:
        if column in FILLED & NEEDED[table]:
            raise ValueError(f"{table}.{column} is blank")
        return
    if column in DATES and date.fromisoformat(cell).isoformat() != cell:
        raise ValueError(f"{table}.{column}: {cell} is no ISO date")
    if column in COUNTS and not re.fullmatch(r"0|[1-9]\d*", cell):
        raise ValueError(f"{table}.{column}: {cell} is no whole number")
    if column == "start_time" and not re.fullmatch(r"[01]\d:[0-5]\d|2[0-3]:[0-5]\d", cell):
        raise ValueError(f"{table}.{column}: {cell} is no time")
    words = KINDS.get(table) if column == "kind" else WORDS.get(column)
    if words is not None and cell not in words:
        raise ValueError(f"{table}.{column}: {cell} is no word of it")


def _none() -> list[str]:
    raise ValueError("at least one is needed")


def folders() -> list[Path]:
    """Return each folder of the corpus, in the order of names."""
    return sorted(path for path in CORPUS.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))


@cache
def read_expected(folder: Path) -> Expected:
    """Read what a folder's file should become; what breaks the form raises."""
    return Expected.model_validate(YAML(typ="safe", pure=True).load(folder / "expected.yaml"))
