"""The mapping of a file: its sheets and columns, its dates, and what its words mean."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from makegood.imports.look.look import SHAPES
from makegood.imports.values.school_years import school_year_in
from makegood.imports.values.written import ORDERS
from makegood.imports.words.lists import MEANINGS, alike, outcome_in_answer
from makegood.intake.mandate import read_mandate
from makegood.records.places import NO_SCHOOL, SCHOOL
from makegood.terms.accounts import PERS
from makegood.terms.reasons import REASONS, UNRECORDED

OPEN: Final = "?"
"""Written where an answer is needed."""
WEEK: Final = ("first_day", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
"""Where the minutes of a whole week may be put."""
OUTCOMES: Final = ("held", "make_up", "missed", *(r for r in REASONS if r != UNRECORDED), "no_row", "leave_out")
"""What a code may mean: held, a make-up, missed without a reason, a reason, nothing to say, or no session at all."""

_WORDS: Final = frozenset({"codes", "service_types", "periods"})
"""Parts in which words that differ only in case, accents and signs stand for the same."""


def _one_of(*words: str) -> Any:
    def check(word: str) -> str:
        if word != OPEN and word not in words:
            raise PydanticCustomError("not_offered", "one of {words}", {"words": ", ".join(words)})
        return word

    return AfterValidator(check)


def _outcome(text: str) -> str:
    """Return an outcome's fixed word for it or for the words in which a person says it, in English or Spanish."""
    if text == OPEN or text in OUTCOMES:
        return text
    said = outcome_in_answer(text)
    if said not in OUTCOMES:
        words = f"{', '.join(OUTCOMES)}, or one of them in plain words, such as 'not given' or 'no recibida'"
        raise PydanticCustomError("not_offered", "one of {words}", {"words": words})
    return said


def _school_year(text: str) -> str:
    if text != OPEN and school_year_in(text) is None:
        raise PydanticCustomError("not_offered", "one of {words}", {"words": "a school year such as 2026-27"})
    return text


def _follows(part: str, other: str, name: str) -> bool:
    """Return whether what is said of a word of some part was taken from the answer about another one."""
    if part in _WORDS:
        return alike(other) == alike(name)
    return other == name or (part == "students" and other.startswith(f"{name} ("))


def _day_or_open(value: dt.date | str) -> dt.date | str:
    if isinstance(value, str) and value != OPEN:
        raise PydanticCustomError("not_offered", "one of {words}", {"words": "a day such as 2026-08-24"})
    return value


def _promise(text: str) -> str:
    if text not in {OPEN, "leave_out"} and read_mandate(text).status != "ok":
        words = "words that mean one thing, such as 2 x 30 min weekly, or leave_out"
        raise PydanticCustomError("not_offered", "one of {words}", {"words": words})
    return text


Shape = Annotated[str, _one_of(*SHAPES)]
Meaning = Annotated[str, _one_of(*MEANINGS)]
Outcome = Annotated[str, AfterValidator(_outcome)]
Minutes = Annotated[int, Field(ge=0, le=480)]
Day = Annotated[dt.date | str, AfterValidator(_day_or_open)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SheetMap(_Strict):
    """What one sheet is.

    Attributes:
        shape: What it is; `leave_out` reads nothing of it.
        heading_row: The row of its headings.
        columns: What each column holds, by its heading.
        student: The one student that all its rows are about; `sheet`: the sheet's name is the student's.
        service_type: The one service that all its rows are about.
    """

    shape: Shape | None = None
    heading_row: Annotated[int, Field(ge=0)] | None = None
    columns: dict[str, Meaning] = Field(default_factory=dict)
    student: str | None = None
    service_type: str | None = None


class Dates(_Strict):
    """How dates are written, and the school year.

    Attributes:
        order: Whether the month or the day comes first in 9/5.
        school_year: The school year of days without a year, such as 2026-27.
        first_day: The first day of school.
        last_day: The last day of school.
        week: On which day the minutes of a whole week are put: a weekday, or the day that is written for the week.
    """

    order: Annotated[str, _one_of(*ORDERS)] | None = None
    school_year: Annotated[str, AfterValidator(_school_year)] | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    week: Annotated[str, _one_of(*WEEK)] | None = None


class Mapping(_Strict):
    """What is known about a file.

    Attributes:
        sheets: What each sheet is, by its name; a file without sheets has one that is called "".
        dates: How dates are written.
        codes: What each code or word of the file says of a session; a number is its minutes.
        colors: What each color of an empty cell says of a session.
        service_types: Which type each word for a service stands for.
        periods: Which period each word or code for one stands for.
        students: Which student each name is, by student_id; `new` is a student of its own.
        promises: What an IEP's words mean that can be read in more than one way, in words that cannot; `leave_out`: no
            promise of minutes.
        services: Which service the sessions of a student are given under, where two fit.
        calendar: What kind of day each title of a calendar is; `leave_out`: a day like any other.
        calendar_of: Whose calendar a sheet of days is, by the sheet's name, where schools have their own: a
            calendar_id (where there is none yet, the school), or `every_calendar`.
        school_calendars: Which calendar a new school keeps, by its name, where the folder has several.
        grades: For which grades a day of the calendar holds that is for some only, such as `K;1;2;3;4;5`; `all`.
        session_minutes: How long a session is that has no minutes: for all, or by service type.
        minutes_beside_miss: What minutes beside a reason for a miss are.
        pairs: What `30/20` means: `given_of_planned` (20 of 30), or `two_sessions`.
        numbers: What numbers such as 1 and 2 are where no number is larger: minutes, or sessions.
        zeros: Whether numbers of students have lost the zeros that they begin with: `lost`, or `none` were lost.
        duration_is: What `2 weekly, 30` promises: 30 minutes `per_session`, or `per_interval` (30 a week in two).
        summer: What a line of an IEP is that runs in summer only: extended school year (`esy`), or `as_written`.
        duplicates: What rows that say the same twice are: one session (`once`), or `both`.
        makeups: Which day's miss a make-up is for that is noted as `P, MU 9/30` where 9/30 is no day of the grid: it
            was held on that day; `as_written`: 9/30 is the day of the miss.
        days: Which day is meant by one that lies outside the school year; `leave_out`: no row; `as_written`.
        notes_are: What notes are beside a log that the folder has already: what the family saw, or the `log` itself.
        not_noted: What a scheduled session is that nobody noted: `unknown`, nothing is written for it.
        assumed: What was assumed, in words. Not read.
    """

    sheets: dict[str, SheetMap] = Field(default_factory=dict)
    dates: Dates = Dates()
    codes: dict[str, Outcome | Minutes] = Field(default_factory=dict)
    colors: dict[str, Outcome] = Field(default_factory=dict)
    service_types: dict[str, str] = Field(default_factory=dict)
    periods: dict[str, Annotated[str, _one_of(*PERS)]] = Field(default_factory=dict)
    students: dict[str, str] = Field(default_factory=dict)
    promises: dict[str, Annotated[str, AfterValidator(_promise)]] = Field(default_factory=dict)
    services: dict[str, str] = Field(default_factory=dict)
    calendar: dict[str, Annotated[str, _one_of(*NO_SCHOOL, *SCHOOL, "leave_out")]] = Field(default_factory=dict)
    calendar_of: dict[str, str] = Field(default_factory=dict)
    school_calendars: dict[str, str] = Field(default_factory=dict)
    grades: dict[str, str] = Field(default_factory=dict)
    session_minutes: dict[str, Annotated[int, Field(ge=1, le=480)] | Annotated[str, _one_of()]] = Field(
        default_factory=dict
    )
    minutes_beside_miss: Annotated[str, _one_of("planned", "given")] | None = None
    pairs: Annotated[str, _one_of("given_of_planned", "two_sessions")] | None = None
    numbers: Annotated[str, _one_of("minutes", "sessions")] | None = None
    zeros: Annotated[str, _one_of("lost", "none")] | None = None
    duration_is: Annotated[str, _one_of("per_session", "per_interval")] | None = None
    summer: Annotated[str, _one_of("esy", "as_written")] | None = None
    duplicates: Annotated[str, _one_of("once", "both")] | None = None
    makeups: dict[str, dt.date | Annotated[str, _one_of("as_written")]] = Field(default_factory=dict)
    days: dict[str, dt.date | Annotated[str, _one_of("leave_out", "as_written")]] = Field(default_factory=dict)
    notes_are: Annotated[str, _one_of("family_notes", "log")] | None = None
    not_noted: Literal["unknown"] = "unknown"
    assumed: tuple[str, ...] = ()

    def answer(self, key: tuple[str, ...]) -> Any:
        """Return what is said at a place, or None if nothing is said there, or `?`."""
        part: Any = self
        for step in key:
            part = part.get(step) if isinstance(part, dict) else getattr(part, step, None)
            if part is None:
                return None
        return None if part == OPEN else part

    def without(self, key: tuple[str, ...]) -> "Mapping":
        """Return the mapping without the answer at a place: what it was about is asked again.

        What was taken from the same answer goes with it: a code that differs only in case, accents and signs, and the
        student whom a grade or school tells from others of the name. Of a sheet whose shape is taken back nothing is
        kept: its columns were read as those of another kind of table.

        Args:
            key: The way to the answer, such as `("codes", "SA")`.
        """
        data = self.model_dump()
        way = key[:-1] if key[-1:] == ("shape",) else key
        part = data
        for step in way[:-1]:
            part = part.get(step) or {}
        name = way[-1]
        if part is data or way[0] == "dates":
            part.pop(name, None)
        else:
            for other in [each for each in part if _follows(way[0], each, name)]:
                del part[other]
        return Mapping.model_validate(data)

    def with_answers(self, answers: Iterable[tuple[tuple[str, ...], Any]]) -> "Mapping":
        """Return the mapping with answers, each at its place.

        Args:
            answers: For each the way to its place, such as `("codes", "SA")`, and the answer.

        Raises:
            pydantic.ValidationError: If one is no answer for its place.
        """
        data = self.model_dump()
        for key, answer in answers:
            part = data
            for step in key[:-1]:
                part = part.setdefault(step, {})
            part[key[-1]] = answer
        return Mapping.model_validate(data)
