"""Reading the loaded files: drafts, whom and what they match, and what is to be written."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft import Desk, Drafts, FamilyNote, SessionDraft, draft_sheet, settle
from makegood.imports.draft.outcome import HELD
from makegood.imports.draft.shown import say_hidden
from makegood.imports.loaded import Loaded, SourceFile
from makegood.imports.look import Look
from makegood.imports.look.doubts import column_questions
from makegood.imports.look.mapped import mapped
from makegood.imports.look.sheets import name_by_sheet
from makegood.imports.match.absences import AbsenceRows, absence_rows
from makegood.imports.match.apart import SEVERAL, is_one_sheet, names_several, take_apart
from makegood.imports.match.calendars import calendar_of_school, calendars_of_day, known_calendars
from makegood.imports.match.services import Service, Services, ask_type, service_of_session
from makegood.imports.match.sessions import Again, Row, compare, rows_on_record
from makegood.imports.match.students import Student, Students
from makegood.imports.values.dates import start_year_of, year_in_words
from makegood.imports.words import NO_REASONS, phrase_outcomes
from makegood.imports.write.tables import Numbers
from makegood.intake.collector import without_collector
from makegood.records import Records
from makegood.terms.findings import Finding, Origin

_SHARED: Final = (
    "This is a calendar of one school, and several schools keep the same calendar here, so its closed days would close "
    "the others too. Nothing was brought in. In the folder of records, first give each school its own calendar_id in "
    "schools.csv and that calendar its first and last day in terms.csv. Then bring one school's calendar at a time."
)
_ONE_SCHOOL: Final = (
    "This is the calendar of one school, and there are other schools. Nothing was brought in. Bring the calendar files "
    "of the other schools together with this one, so that each school gets its own."
)
_NO_SCHOOL: Final = (
    "These are calendars of several schools, and a student has no school, so nothing says which of them holds. Nothing "
    "was brought in. Fill in the School column for every student, and bring the files again."
)


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


def read(loaded: Loaded) -> Import:
    """Return what the files become, as far as their mappings answer."""
    with without_collector():
        return _read(loaded)


def _read(loaded: Loaded) -> Import:
    looks = {file.name: _looks(file) for file in loaded.files}
    by_sheet = {name: name_by_sheet(each) for name, each in looks.items()}
    years = {look.start_year for each in looks.values() for look in each if look.start_year is not None}
    desks = {file.name: _desk(file, looks[file.name], loaded, years) for file in loaded.files}
    for name, named in by_sheet.items():
        for _ in named:
            desks[name].assume("Each sheet is about the student whose name it bears.")
    drafts = Drafts()
    for file in loaded.files:
        alone = all(look.shape in {"unknown", "key"} for look in looks[file.name])
        for look in looks[file.name]:
            _draft(look, desks[file.name], drafts, alone=alone)
    for desk in desks.values():
        settle(drafts, desk)
    made = Import(loaded, looks, desks, drafts, Students.on_record(loaded.records), Services.on_record(loaded.records))
    _match(made)
    promised = {service.student for service in made.services.all.values()}
    providers = {*loaded.records.providers.provider_id, *made.providers.new}
    _calendars(made, promised)
    made.absences = absence_rows(drafts, loaded.records, made.students.all.values(), promised, providers)
    return made


def _looks(file: SourceFile) -> list[Look]:
    return [mapped(look, file.mapping.sheets.get(look.sheet.name)) for look in file.looks]


def _desk(file: SourceFile, looks: list[Look], loaded: Loaded, years: set[int]) -> Desk:
    key: dict[str, str] = {}
    for look in looks:
        key |= look.key
    own = {look.start_year for look in looks if look.start_year is not None}
    desk = Desk(file.name, file.mapping, key, own.pop() if len(own) == 1 else loaded.school_year)
    desk.has_log = len(loaded.records.sessions) > 0
    if loaded.school_year is not None and not own:
        desk.school_year = loaded.school_year
    if desk.school_year is None and len(years) == 1:
        desk.school_year = next(iter(years))
        desk.year_of_another_file = True
    return desk


def _draft(look: Look, desk: Desk, drafts: Drafts, *, alone: bool) -> None:
    """Draft a sheet; while it is open what its columns hold, nothing of its rows is asked."""
    if look.sheet.hidden and look.shape not in {"key", "leave_out"} and not desk.mapping.sheets.get(look.sheet.name):
        desk.ask(_about_hidden(look))
        return
    say_hidden(look.sheet, desk)
    open_columns = column_questions(look)
    if not open_columns:
        draft_sheet(look, desk, drafts, alone=alone)
        return
    for question in open_columns:
        desk.ask(question)


def _about_hidden(look: Look) -> Question:
    sheet = look.sheet
    says = f"{sheet.place} is hidden in the workbook. Is it to be read?"
    likely = (Answer("leave_out", "no"), Answer(look.shape, f"yes: it is a {look.shape}"))
    key = ("sheets", sheet.name, "shape")
    return Question("shape", sheet.name, says, key, sheet.file, (Place(sheet.file, sheet.name),), 1, likely)


def _match(made: Import) -> None:
    records, drafts = made.loaded.records, made.drafts
    made.students.match(drafts.students, made.desks)
    for draft in drafts.promises:
        student = made.students.of.get(draft.student)
        if student is not None:
            made.services.promise(draft, student, made.desks[draft.where.file])
    for note in drafts.family_notes:
        _note(made, note)
    _names(made, records)
    if not _apart(made, records):
        _school_days(made, records)
    for session in drafts.sessions:
        made.rows.append((session, _row(made, session)))
    found = _each_once(made)
    files = [file.name for file in made.loaded.files]
    differs = made.again.differs
    made.on_record = rows_on_record(records)
    made.again = compare(found, made.on_record, files)
    made.again.differs += differs


def _note(made: Import, note: FamilyNote) -> None:
    """Fill in the service of a family's note where the child has only one; else it is asked."""
    student = made.students.of.get(note.student)
    if student is None or note.service_type is not None:
        return
    types = made.services.types(student.id)
    if len(types) == 1:
        note.service_type = types[0]
    else:
        ask_type(note.where, made.desks[note.where.file])


def _each_once(made: Import) -> list[Row]:
    """Return the rows, without those that an earlier sheet or file of this import has already.

    A row that says another thing of the same session than an earlier sheet is kept apart: nothing is written for it.
    """
    sheets: dict[tuple[str, str], list[Row]] = {}
    for session, row in made.rows:
        if row is not None:
            sheets.setdefault((session.where.file, session.where.sheet), []).append(row)
    kept: list[Row] = []
    for (file, _), rows in sheets.items():
        compared = compare(rows, kept, ())
        kept += compared.new
        made.again.differs += compared.differs
        desk = made.desks[file]
        if compared.same:
            desk.assume("Sessions that are on two sheets or in two files are counted once.")
    return kept


def _names(made: Import, records: Records) -> None:
    providers, schools = records.providers, records.schools
    made.providers = Numbers(zip(providers.provider_id, providers.name, strict=True), "P-{:03d}")
    made.schools = Numbers(zip(schools.school_id, schools.name, strict=True), "")


def _apart(made: Import, records: Records) -> bool:
    """Keep the calendars of several schools apart where the folder does not; return whether each has its own.

    Refused is what would put a day of one school into a calendar that other schools keep too.
    """
    drafts = made.drafts
    dated = drafts.days or drafts.first_days or drafts.last_days
    if not dated or len(known_calendars(records)) >= SEVERAL or not made.has_account or _all_known(made, records):
        return False
    schools = {id_: name or id_ for id_, name in zip(records.schools.school_id, records.schools.name, strict=True)}
    promised = {service.student for service in made.services.all.values()}
    students = [student for student in students_of(made) if student.new and student.id in promised]
    ids = {made.schools.of(student.school) for student in students}
    schools |= made.schools.new
    if len(schools) < SEVERAL:
        return False
    if not len(records.terms) and is_one_sheet(drafts):
        made.desks[dated[0].where.file].assume("The calendar was taken to be that of every school.")
        return False
    apart = None if names_several(drafts) else take_apart(drafts, made.desks, schools)
    if apart is None and not names_several(drafts):
        return False
    says = ""
    if apart is None or (apart.own and (len(records.schools) or len(records.terms))):
        says = _SHARED
    elif len(apart.own) == 1:
        says = _ONE_SCHOOL
    elif apart.own and "" in ids:
        says = _NO_SCHOOL
    if says:
        made.refused.append(Finding("error", "several_calendars", says, Origin(dated[0].where.file)))
    if apart is None:
        return False
    made.calendars, made.school_calendars, made.own_years = apart.days, apart.schools, apart.years
    return True


def _all_known(made: Import, records: Records) -> bool:
    """Return whether the folder has a school year and every day of the files."""
    known = set(zip(records.calendar.date, records.calendar.kind, strict=True))
    return len(records.terms) > 0 and all((day.date, day.kind) in known for day in made.drafts.days)


def _calendars(made: Import, promised: set[str]) -> None:
    """Find out whose calendars the days of the files are, and new schools keep; asked where there are several."""
    records = made.loaded.records
    if len(known_calendars(records)) < SEVERAL:
        return
    for day in made.drafts.days:
        whose = (day.where.file, day.where.sheet, day.school)
        if whose not in made.calendars:
            made.calendars[whose] = calendars_of_day(day, made.desks[day.where.file], records)
    for ref, student in made.students.of.items():
        if student is None or not student.new or student.id not in promised:
            continue
        id_ = made.schools.of(student.school)
        if id_ in made.schools.new and id_ not in made.school_calendars:
            where = made.drafts.students[ref]
            name = made.schools.new[id_]
            made.school_calendars[id_] = calendar_of_school(name, made.desks[where.file], records, where)


def _row(made: Import, session: SessionDraft) -> Row | None:
    """Return the row that a session becomes; None if a question is open, or if it waits for a promise."""
    student = made.students.of.get(session.student)
    desk = made.desks[session.where.file]
    if student is None or session.meaning is None or session.date is None:
        return None
    service = service_of_session(session, student, made.services, desk)
    if service is None:
        if session.service_type is not None and not made.services.of(student.id, session.service_type):
            made.waits[student.id, session.service_type] += 1
        return None
    minutes = session.minutes
    if minutes is None:
        minutes = _length(session, service, desk) if session.meaning in HELD else None
        if minutes is None:
            return None
    reason = session.reason or _reason_in_note(session, service, minutes, desk)
    return Row(
        id="",
        service=service.id,
        date=session.date,
        minutes=minutes,
        planned=session.planned,
        start=session.start,
        reason=reason,
        kind="make_up" if session.meaning == "make_up" else None,
        makeup_day=session.makeup_for,
        provider=made.providers.of(session.provider) or None,
        group_size=session.group_size,
        setting=session.setting,
        note=session.note or (session.words if session.reason and session.where.column is not None else None),
        source=session.where.words(),
        entered_at=None,
    )


def _reason_in_note(session: SessionDraft, service: Service, minutes: int, desk: Desk) -> str | None:
    """Return the one reason that the note of a session gives that was shorter than planned; None for any other."""
    planned = session.planned if session.planned is not None else service.length
    if not session.note or session.meaning != "held" or planned is None or minutes >= planned:
        return None
    said = set(phrase_outcomes(session.note)) - NO_REASONS
    if len(said) != 1:
        return None
    reason = said.pop()
    desk.take("notes", session.note, reason)
    return reason


def _length(session: SessionDraft, service: Service, desk: Desk) -> int | None:
    """Return how long a held session was that has no minutes: what the mapping or the IEP says; else it is asked."""
    for name in (service.type, "all"):
        answer = desk.answer(("session_minutes", name))
        if isinstance(answer, int):
            return answer
    if service.length is not None:
        desk.assume("Sessions that are only marked as held were taken to be as long as the IEP says.")
        return service.length
    says = f"How many minutes is a session of {service.type.replace('_', ' ')} that is only marked as held?"
    key = ("session_minutes", service.type)
    desk.ask(Question("session_minutes", service.type, says, key, desk.file, any_text=True), session.where)
    return None


def _school_days(made: Import, records: Records) -> None:
    """Find the first and last day of the school year, which an account needs; asked where nothing says them."""
    if len(records.terms) or not made.has_account:
        return
    given = [desk.mapping.dates for desk in made.desks.values()]
    first = next((dates.first_day for dates in given if isinstance(dates.first_day, dt.date)), None)
    last = next((dates.last_day for dates in given if isinstance(dates.last_day, dt.date)), None)
    first = first or min((day.date for day in made.drafts.first_days), default=None)
    last = last or max((day.date for day in made.drafts.last_days), default=None)
    if first is not None and last is not None and first < last:
        made.school_days = (first, last)
        return
    desk = next((each for each in made.desks.values() if each.file != "caseload.csv"), next(iter(made.desks.values())))
    year = _year(made, desk)
    shown = f" of {year_in_words(year)}" if year is not None else ""
    for name, which, known in (("first_day", "first", first), ("last_day", "last", last)):
        if known is None:
            says = f"What is the {which} day of school{shown}?"
            key = ("dates", name)
            desk.ask(Question("school_days", f"{which} day of school", says, key, desk.file, any_text=True))


def _year(made: Import, desk: Desk) -> int | None:
    days = [session.date for session in made.drafts.sessions if session.date is not None]
    return start_year_of(min(days)) if days else desk.school_year


def students_of(made: Import) -> list[Student]:
    """Return the students that the files name, each once."""
    found = {student.id: student for student in made.students.of.values() if student is not None}
    return list(found.values())
