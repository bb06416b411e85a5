"""Reading the loaded files: drafts, whom and what they match, and what is to be written."""

from makegood.files.collector import without_collector
from makegood.imports.ask import Answer, Place, Question
from makegood.imports.calendars import find_calendars, find_school_days, keep_apart
from makegood.imports.draft import Desk, Drafts, FamilyNote, SessionDraft, draft_sheet, settle
from makegood.imports.draft.date_order import order_of_file
from makegood.imports.draft.outcome import HELD, said_in
from makegood.imports.draft.service_words import ask_service_type
from makegood.imports.draft.shown import say_hidden
from makegood.imports.loaded import Loaded, SourceFile
from makegood.imports.look import Look
from makegood.imports.look.doubts import column_questions
from makegood.imports.look.mapped import mapped
from makegood.imports.look.sheets import name_by_sheet
from makegood.imports.match.absences import absence_rows
from makegood.imports.match.awards import take_award
from makegood.imports.match.given_under import service_of_session
from makegood.imports.match.service import Service
from makegood.imports.match.services import Services
from makegood.imports.match.sessions import Row, compare, leave_away, rows_on_record
from makegood.imports.match.students import Students
from makegood.imports.result import Import
from makegood.imports.words import NO_REASONS, phrase_outcomes
from makegood.imports.write.tables import Numbers
from makegood.records import Records


def read(loaded: Loaded) -> Import:
    """Return what the files become, as far as their mappings answer."""
    with without_collector():
        return _read(loaded)


def _read(loaded: Loaded) -> Import:
    looks = {file.name: _looks(file) for file in loaded.files}
    by_sheet = {name: name_by_sheet(each) for name, each in looks.items()}
    years = {look.start_year for each in looks.values() for look in each if look.start_year is not None}
    desks = {file.name: _desk(file, looks[file.name], loaded, years) for file in loaded.files}
    _share_date_orders(loaded.files, looks, desks)
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
    find_calendars(made, promised)
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
    if file.like:
        desk.assume("What was answered about an earlier file with the same headings holds for this one too.")
    if loaded.school_year is not None and not own:
        desk.school_year = loaded.school_year
    if desk.school_year is None and len(years) == 1:
        desk.school_year = next(iter(years))
        desk.year_of_another_file = True
    return desk


def _share_date_orders(files: list[SourceFile], looks: dict[str, list[Look]], desks: dict[str, Desk]) -> None:
    """Let each desk know how its own file writes days, and how the others of the same system do if they agree."""
    for file in files:
        desks[file.name].date_order = order_of_file(looks[file.name], file.mapping)
    for file in files:
        others = {
            order
            for other in files
            if other is not file and other.system == file.system and (order := desks[other.name].date_order)
        }
        desks[file.name].date_order_of_others = others.pop() if len(others) == 1 else None


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
    if not keep_apart(made, records):
        find_school_days(made, records)
    drafts.sessions = [
        session
        for session in drafts.sessions
        if (student := made.students.of.get(session.student)) is None
        or take_award(session, student.id, records.awards, made.desks[session.where.file], drafts)
    ]
    for session in drafts.sessions:
        made.rows.append((session, _row(made, session)))
    found = _each_once(made)
    files = [file.name for file in made.loaded.files]
    differs = made.again.differs
    made.on_record = rows_on_record(records)
    made.again = compare(found, made.on_record, files)
    made.again.differs += differs
    made.again.new, away = leave_away(made.again.new, made.loaded.taken_back)
    file_of = {id(row): session.where.file for session, row in made.rows}
    for row in away:
        made.desks[file_of[id(row)]].assume(
            "Sessions that somebody took back after they were brought in stay taken back."
        )


def _note(made: Import, note: FamilyNote) -> None:
    """Fill in the service of a family's note where the child has only one; else it is asked."""
    student = made.students.of.get(note.student)
    if student is None or note.service_type is not None:
        return
    types = made.services.types(student.id)
    if len(types) == 1:
        note.service_type = types[0]
    else:
        ask_service_type(made.desks[note.where.file], note.where)


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
    reason, words = session.reason, session.reason_words
    if reason is None and (reason := _reason_in_note(session, service, minutes, desk)):
        words = said_in(session.note or "")
    return Row(
        id="",
        service=service.id,
        date=session.date,
        minutes=minutes,
        planned=session.planned,
        start=session.start,
        reason=reason,
        kind="compensatory" if session.award else "make_up" if session.meaning == "make_up" else None,
        makeup_day=None if session.award else session.makeup_for,
        award=session.award,
        provider=made.providers.of(session.provider) or None,
        group_size=session.group_size,
        setting=session.setting,
        note=session.note,
        source=session.where.words(),
        entered_at=None,
        reason_words=words if reason else None,
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
