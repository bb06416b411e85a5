"""Writing an import into its folder: rows for each table, the mappings, and what the files were."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from makegood.files.limits import CSV_BYTES
from makegood.files.own import Make
from makegood.files.reading import is_there, read_bytes
from makegood.files.refusal import Refusal
from makegood.files.writing import write_text
from makegood.imports.loaded import SourceFile, today
from makegood.imports.look.mapped import sheet_map_of
from makegood.imports.mapping import OPEN, mapping_text, read_mapping
from makegood.imports.mapping import Mapping as FileMapping
from makegood.imports.match.sessions import Row, numbered
from makegood.imports.match.student import told_apart
from makegood.imports.match.students import NEW
from makegood.imports.result import Import, students_of
from makegood.imports.values.school_years import start_year_of
from makegood.imports.write import NewFile, with_rows, write_files
from makegood.imports.write.caseload import FILE, Waiting, caseload_text
from makegood.imports.write.tables import (
    calendar_name,
    day_row,
    note_row,
    schedule_rows,
    school_row,
    service_row,
    session_row,
    student_row,
    term_row,
)
from makegood.intake import read_folder_report
from makegood.intake.table_file import file_of
from makegood.records import TABLES, Table
from makegood.terms.findings import Finding, errors

_TABLE: Mapping[str, type[Table]] = {table.NAME: table for table in TABLES}
_NOTE: Final = re.compile(r"F-\d{4,}", re.ASCII)
_MAPPING = Make("a mapping", file=lambda path: read_mapping(path)[0] is not None)
Rows = dict[str, list[dict[str, str]]]


def mapping_of(file: SourceFile, made: Import) -> FileMapping:
    """Return what a file's mapping is to say: what it says, what was seen, `?` for what is asked, what was assumed."""
    desk = made.desks[file.name]
    mapping = file.mapping
    sheets = {
        look.sheet.name: sheet_map_of(look, mapping.sheets.get(look.sheet.name))
        for look in made.looks[file.name]
        if look.shape != "unknown" or look.sheet.name in mapping.sheets
    }
    codes = {**mapping.codes}
    for word, meaning in desk.taken.get("codes", {}):
        codes.setdefault(word, meaning)
    services = {**mapping.service_types}
    for word, meaning in desk.taken.get("service_types", {}):
        services.setdefault(word, meaning)
    update: dict[str, object] = {
        "sheets": sheets,
        "codes": codes,
        "service_types": services,
        "assumed": tuple(desk.assumed),
    }
    update["students"] = {**mapping.students, **_now_known(mapping, made, file.name)}
    whole = mapping.model_copy(update=update)
    return whole.with_answers((question.key, OPEN) for question in desk.questions.values())


def _now_known(mapping: FileMapping, made: Import, file: str) -> dict[str, str]:
    """Return the ids of students who were answered to be new: the next import must find them again."""
    known: dict[str, str] = {}
    names = Counter(student.key for student in made.students.all.values() if student.key)
    for ref, student in made.students.of.items():
        if student is not None and names[student.key] > 1 and not ref.id and made.drafts.students[ref].file == file:
            known[told_apart(ref)] = student.id
    for ref, student in made.students.of.items():
        for name in (told_apart(ref), ref.shown):
            if student is not None and mapping.students.get(name) == NEW and made.drafts.students[ref].file == file:
                known.setdefault(name, student.id)
                break
    return known


def write_mappings(made: Import, given: Path | None = None, *, every: bool = False) -> tuple[list[Path], list[Finding]]:
    """Write the mapping files alone, with `?` where an answer is needed.

    Args:
        made: The import.
        given: The mapping file that the command named, which is then the one that is written.
        every: Whether those are named too in which nothing is asked.

    Returns:
        Where they are, those first in which something is asked; and an error if they were not written.
    """
    into = made.loaded.into
    files: dict[str, NewFile] = {}
    asked: list[Path] = []
    for file in made.loaded.files:
        if file.own and file.mapping == FileMapping() and not made.desks[file.name].questions:
            continue
        text = mapping_text(mapping_of(file, made), file.name)
        if given is not None and not file.own:
            found = write_text(given, text, _MAPPING)
            if found:
                return [], found
            path = given
        else:
            files[file.mapping_name] = NewFile(file.kept, text.encode())
            path = into / file.mapping_name
        if every or made.desks[file.name].questions:
            asked.append(path)
    return asked, write_files(into, files, made.loaded.seen) if files else []


def finish(made: Import) -> tuple[list[str], list[Finding]]:
    """Write an import of which nothing is open.

    Returns:
        The files of the folder that were written, none if everything was there already; and what was found: an error
        if nothing was written.
    """
    return ([], made.refused) if made.refused else _finish(made)


def _finish(made: Import) -> tuple[list[str], list[Finding]]:
    into = made.loaded.into
    files: dict[str, NewFile] = {}
    rows = _rows(made)
    gone = _caseload(made, files)
    if any(rows.values()):
        rows["imports"] = _imports(made)
    for name, added in rows.items():
        if not added:
            continue
        path = file_of(into, _TABLE[name])
        old = read_bytes(path, CSV_BYTES) if is_there(path) else None
        if isinstance(old, Refusal):
            return [], [old.finding(path.name)]
        files[path.name] = NewFile(old, with_rows(old, _TABLE[name], added))
    if any(rows.values()) and made.loaded.is_new:
        for name in ("sessions", "students", "services", "terms"):
            files.setdefault(f"{name}.csv", NewFile(None, with_rows(None, _TABLE[name], [])))
    if not files and not gone:
        return [], []
    for file in made.loaded.files:
        if not file.own:
            files[file.mapping_name] = NewFile(file.kept, mapping_text(mapping_of(file, made), file.name).encode())
    account = any(rows.values()) or not made.loaded.is_new
    found = write_files(into, files, made.loaded.seen, _checked if account else None, gone)
    return ([] if errors(found) else sorted(files) or gone), found


def _checked(folder: Path) -> list[Finding]:
    return read_folder_report(folder).findings


def _rows(made: Import) -> Rows:
    """Return the rows to add, by table."""
    rows: Rows = defaultdict(list)
    if not made.has_account:
        return rows
    _add_people(made, rows)
    for name, absent in made.absences.items():
        rows[name] += absent
    rows["family_notes"] = list(_notes(made))
    rows["sessions"] = [session_row(row) for row in _sessions(made)]
    for id_, name in made.providers.new.items():
        rows["providers"].append({"provider_id": id_, "name": name})
    return rows


def _add_people(made: Import, rows: Rows) -> None:
    records = made.loaded.records
    if made.school_days is not None:
        first, last = made.school_days
        calendar = calendar_name(records, start_year_of(first))
        rows["terms"].append(term_row(calendar, first, last))
    else:
        calendar = records.terms.calendar_id[0] if len(set(records.terms.calendar_id)) == 1 else ""
    rows["terms"] += [term_row(each, first, last) for each, (first, last) in made.own_years.items()]
    table = records.calendar
    known = set(zip(table.calendar_id, table.date, table.kind, strict=True))
    for day in made.drafts.days:
        for whose in made.calendars.get((day.where.file, day.where.sheet, day.school), (calendar,)):
            if (whose, day.date, day.kind) not in known:
                known.add((whose, day.date, day.kind or ""))
                rows["calendar"].append(day_row(day, whose))
    promised = {service.student for service in made.services.all.values()}
    for student in students_of(made):
        if student.new and student.id in promised:
            rows["students"].append(student_row(student, made.schools.of(student.school)))
    for id_, name in made.schools.new.items():
        rows["schools"].append(school_row(id_, name, made.school_calendars.get(id_, calendar)))
    for service in made.services.all.values():
        if service.new:
            provider = made.providers.of(service.draft.provider) if service.draft else ""
            rows["services"].append(service_row(service, provider))
            rows["schedule"] += schedule_rows(service)


def _notes(made: Import) -> Iterator[dict[str, str]]:
    """Yield what families saw that the folder does not have yet."""
    table = made.loaded.records.family_notes
    known = set(zip(table.student_id, table.date, table.words, strict=True))
    ids = (*table.note_id, *made.loaded.used)
    number = max((int(id_[2:]) for id_ in ids if _NOTE.fullmatch(id_)), default=0)
    for note in made.drafts.family_notes:
        student = made.students.of.get(note.student)
        if student is None or (student.id, note.date, note.words) in known:
            continue
        number += 1
        yield note_row(note, student.id, number)


def _sessions(made: Import) -> Sequence[Row]:
    """Return the rows of the log to add, numbered, with the misses that make-ups name."""
    next_id = numbered(made.loaded.records, made.loaded.used)
    now = today().isoformat(sep=" ", timespec="minutes")
    added: list[Row] = []
    for row in made.again.new:
        row.id = next_id()
        added.append(row)
    replaced: dict[str, str] = {}
    for old, row in made.again.changed:
        row.id, row.corrects, row.entered_at = next_id(), old.id, now
        replaced[old.id] = row.id
        added.append(row)
    misses: dict[object, str] = {}
    for row in (*made.on_record, *added):
        if (
            row.kind is None
            and (row.reason or not row.minutes or (row.planned or 0) > row.minutes)
            and row.id not in replaced
        ):
            misses.setdefault((row.service, row.date), row.id)
    for row in added:
        if row.makeup_day is not None:
            row.makeup_for = misses.get((row.service, row.makeup_day))
    return added


def _imports(made: Import) -> list[dict[str, str]]:
    known = set(zip(made.loaded.records.imports.file, made.loaded.records.imports.sha256, strict=True))
    number = len(made.loaded.records.imports)
    found = []
    for file in made.loaded.files:
        if file.own or (file.name, file.sha256) in known:
            continue
        number += 1
        found.append(
            {
                "import_id": f"M-{number:04d}",
                "file": file.name,
                "bytes": str(file.size),
                "sha256": file.sha256,
                "imported_at": today().isoformat(sep=" ", timespec="minutes"),
                "mapping": file.mapping_name,
            }
        )
    return found


def _caseload(made: Import, files: dict[str, NewFile]) -> list[str]:
    """Write what waits for a promise; return the file if nothing does any more."""
    path = made.loaded.into / FILE
    waiting = [
        Waiting(
            made.students.all[student],
            type_,
            draft.start.isoformat() if draft and draft.start else "",
            draft.end.isoformat() if draft and draft.end else "",
            made.waits[student, type_],
        )
        for (student, type_), draft in made.services.waiting.items()
    ]
    old = read_bytes(path, CSV_BYTES) if is_there(path) else None
    old = None if isinstance(old, Refusal) else old
    if not waiting:
        return [] if old is None else [FILE]
    new = caseload_text(waiting).encode("utf-8-sig")
    if old != new:
        files[FILE] = NewFile(old, new)
    return []
