"""What is drafted from a file: sessions, promises, students and days, as they were read and before they are matched."""

import datetime as dt
from dataclasses import dataclass, field

from makegood.imports.ask import Place


@dataclass(frozen=True, slots=True)
class StudentRef:
    """A student as a row names them; each part may be missing.

    Attributes:
        name: The name as it is written.
        first: First name, where it has a column of its own.
        last: Last name, likewise.
        id: The student's number.
        school: The school.
        grade: The grade.
        born: The date of birth.
        id_of: Whose number it is: `local`, or what the heading of its column calls it, such as `seis id`.
    """

    name: str = ""
    first: str = ""
    last: str = ""
    id: str = ""
    school: str = ""
    grade: str = ""
    born: dt.date | None = None
    id_of: str = "local"

    @property
    def shown(self) -> str:
        """The name as the file writes it, or the number if there is none."""
        if self.name:
            return self.name
        return f"{self.last}, {self.first}".strip(", ") or self.id


@dataclass(slots=True)
class SessionDraft:
    """One session of one student.

    Attributes:
        where: Its place in the file.
        words: What the file says there, word for word.
        student: The student.
        service_type: The type of service, or None if the file does not say.
        date: The day, or None while it is not known.
        meaning: What it is: `held`, `make_up`, `missed`, or a reason; None while a question is open.
        minutes: Minutes given; None for a held session whose length is not written.
        planned: Minutes planned.
        start: When it began, in minutes after midnight.
        makeup_for: The day of the miss that it makes up.
        award: The award that it is given under, as the row names it.
        week: Whether only the week is known, and `date` is its first day.
        weekday: The weekday that is written beside the day, Monday being 0.
        reason_words: The words from which the reason was read.
    """

    where: Place
    words: str
    student: StudentRef
    service_type: str | None
    date: dt.date | None
    meaning: str | None
    minutes: int | None = None
    planned: int | None = None
    start: int | None = None
    makeup_for: dt.date | None = None
    award: str | None = None
    week: bool = False
    weekday: int | None = None
    reason: str | None = None
    reason_words: str | None = None
    provider: str | None = None
    group_size: int | None = None
    group: str | None = None
    delivery: str | None = None
    setting: str | None = None
    note: str | None = None
    entered_at: str | None = None


@dataclass(slots=True)
class PromiseDraft:
    """A line of an IEP: in its own words, or in numbers; without either, only that the student has the service."""

    where: Place
    student: StudentRef
    service_type: str | None
    mandate: str | None = None
    minutes: int | None = None
    sessions: int | None = None
    per: str | None = None
    every: int = 1
    session_minutes: int | None = None
    delivery: str | None = None
    group_max: int | None = None
    setting: str | None = None
    provider: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    esy: bool = False
    weekdays: tuple[int, ...] = ()
    start_time: int | None = None
    slot_minutes: int | None = None

    @property
    def is_promise(self) -> bool:
        """Whether it says how many minutes are promised."""
        return bool(self.mandate) or (self.minutes is not None and self.per is not None)


@dataclass(frozen=True, slots=True)
class DayDraft:
    """A day of the school calendar; `kind` None while a person must say, `school` blank where the file names none.

    Attributes:
        for_all: Whether the file says beside it that it is every school's.
    """

    where: Place
    date: dt.date
    until: dt.date | None
    kind: str | None
    label: str
    grades: tuple[str, ...] = ()
    school: str = ""
    for_all: bool = False


@dataclass(slots=True)
class FamilyNote:
    """What a family saw on a day, beside the school's own log."""

    where: Place
    student: StudentRef
    date: dt.date | None
    service_type: str | None
    saw: str
    minutes: int | None
    words: str


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """Days on which a student or a provider was away, each named by a number.

    Attributes:
        student: The student's number; blank for a provider.
        provider: The provider's number; blank for a student.
        kind: Why, as a reason of the district's words; never a person's health.
    """

    where: Place
    student: str
    provider: str
    date: dt.date
    until: dt.date | None
    kind: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row or cell of which nothing becomes a record, and why."""

    where: Place
    why: str
    words: str


@dataclass(slots=True)
class Drafts:
    """Everything drafted from some files."""

    sessions: list[SessionDraft] = field(default_factory=list)
    promises: list[PromiseDraft] = field(default_factory=list)
    students: dict[StudentRef, Place] = field(default_factory=dict)
    days: list[DayDraft] = field(default_factory=list)
    absences: list[AbsenceDraft] = field(default_factory=list)
    family_notes: list[FamilyNote] = field(default_factory=list)
    first_days: list[DayDraft] = field(default_factory=list)
    last_days: list[DayDraft] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    rows: int = 0
