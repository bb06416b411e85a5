"""What files become: an import, as far as it is answered."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from makegood.imports.ask import Question
from makegood.imports.draft import Desk, Drafts, SessionDraft
from makegood.imports.loaded import Loaded
from makegood.imports.look import Look
from makegood.imports.match.absences import AbsenceRows
from makegood.imports.match.services import Services
from makegood.imports.match.sessions import Again, Row
from makegood.imports.match.student import Student
from makegood.imports.match.students import Students
from makegood.imports.write.tables import Numbers
from makegood.terms.findings import Finding


@dataclass(slots=True)
class Import:
    """What files become.

    Attributes:
        loaded: The files and the folder.
        looks: What each sheet is, with what the mapping says, by file.
        desks: What came up at each file.
        drafts: Everything that was drafted.
        students: The students.
        services: The lines of the IEPs.
        rows: Each drafted session with the row that it becomes; None if nothing can be written yet.
        on_record: The rows of the log that no other row corrects.
        again: How the rows compare with those.
        waits: How many sessions wait for a promise, by student and service.
        providers: The ids of providers.
        schools: The ids of schools.
        absences: Rows of absences to add, by table.
        school_days: The first and last day of the school year, where the folder has none and they are given.
        calendars: Where the folder has several: those that days go into, by file, sheet and the school named.
        school_calendars: Likewise the calendar that each new school keeps, by its id.
        own_years: Where each school brought a calendar of its own: the first and last day of school, by calendar.
        refused: Why nothing of it can be written; nothing if it can.
    """

    loaded: Loaded
    looks: dict[str, list[Look]]
    desks: dict[str, Desk]
    drafts: Drafts
    students: Students
    services: Services
    rows: list[tuple[SessionDraft, Row | None]] = field(default_factory=list)
    on_record: list[Row] = field(default_factory=list)
    again: Again = field(default_factory=Again)
    waits: Counter[tuple[str, str]] = field(default_factory=Counter)
    providers: Numbers = field(default_factory=lambda: Numbers((), ""))
    schools: Numbers = field(default_factory=lambda: Numbers((), ""))
    absences: AbsenceRows = field(default_factory=dict)
    school_days: tuple[dt.date, dt.date] | None = None
    calendars: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    school_calendars: dict[str, str] = field(default_factory=dict)
    own_years: dict[str, tuple[dt.date, dt.date]] = field(default_factory=dict)
    refused: list[Finding] = field(default_factory=list)

    @property
    def questions(self) -> list[Question]:
        """Everything that has to be asked, each once."""
        return [question for desk in self.desks.values() for question in desk.questions.values()]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing of the files was read as a record, and no file is an export that is known."""
        drafts = self.drafts
        if any(file.layouts for file in self.loaded.files) or drafts.absences:
            return False
        return not (drafts.sessions or drafts.promises or drafts.days or drafts.family_notes or drafts.first_days)

    @property
    def has_account(self) -> bool:
        """Whether any promise is known, so that there is an account to write."""
        return bool(self.services.all) or not self.loaded.is_new


def students_of(made: Import) -> list[Student]:
    """Return the students that the files name, each once."""
    found = {student.id: student for student in made.students.of.values() if student is not None}
    return list(found.values())
