"""What the import makes of a folder of the corpus, beside what a careful person wrote down before the import was.

Questions are answered as a person does who knows the truth: of the answers that are offered, and of those that the
corpus gives, with the one that comes nearest to what is expected. A question without a right answer stays wrong.
"""

import csv
import datetime as dt
import importlib
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from typing import Any, Final, Literal

from pydantic import ValidationError
from tests.imports.made import DAYS, mapping_for

from makegood.imports.ask import Question
from makegood.imports.draft import SessionDraft
from makegood.imports.loaded import load
from makegood.imports.match.service import Service
from makegood.imports.match.sessions import Row
from makegood.imports.match.student import Student
from makegood.imports.read import read
from makegood.imports.report import grouped_left_out
from makegood.imports.result import Import, students_of
from makegood.imports.values.school_years import school_year_in
from makegood.imports.write.tables import schedule_rows
from makegood.intake.mandate import read_mandate
from makegood.terms.clock import clock
from makegood.terms.findings import errors
from makegood.terms.reasons import REASONS

form = importlib.import_module("tests.import.corpus_form")

Verdict = Literal["right", "right after questions", "refused", "not read", "wrong"]
"""Right without a question; right after questions; refused as it has to be, with a sentence; not read, or not
all of it, and that is said; wrong without a word.
"""
Cells = dict[str, str | None]
"""A row's cells as text; None where the import does not say yet, such as the length of a session that waits."""

_ROUNDS: Final = 60
_REAL: Final = 2
"""A number of a student has so many digits."""
_SET: Final = {"school_days"}
"""What an account needs and the corpus leaves out: it is given beforehand, and not counted as asked."""
_NEVER_UNASKED: Final = {"sessions", "calendar", "family_notes"}
"""Tables of which no row may come where none is expected."""
_ANY: Final = {"group", "note", "plan", "esy", "as_written"}
"""Columns that are not compared."""


@dataclass
class Judged:
    """What became of one folder.

    Attributes:
        name: The folder.
        verdict: How it came out.
        asked: What was asked, as kind and words.
        missing: Rows that are expected and did not come, as table and cells.
        extra: Rows that came and are not expected.
        unsaid: Rows of the file that had to be listed as left out, and were not.
        silent: What a question was expected about, and was taken without one.
        said: What was refused, in the words of the program.
    """

    name: str
    verdict: Verdict = "wrong"
    asked: list[tuple[str, str]] = field(default_factory=list)
    missing: list[tuple[str, Cells]] = field(default_factory=list)
    extra: list[tuple[str, Cells]] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@contextmanager
def begun(folder: Path, expected: Any) -> Iterator[tuple[list[Path], Path]]:
    """Yield the files and a folder to import into: the corpus's own, or a new one."""
    with tempfile.TemporaryDirectory() as place:
        into = Path(place) / "into"
        if expected.given.into:
            copytree(folder / "into", into)
        for name in expected.files:
            mapping_for(into, name, DAYS)
        yield [folder / name for name in expected.files], into


def judge(folder: Path) -> Judged:
    """Import a folder's files, answer what is asked, and compare."""
    expected = form.read_expected(folder)
    judged = Judged(folder.name)
    with begun(folder, expected) as (files, into):
        year = school_year_in(expected.given.school_year) if expected.given.school_year else None
        loaded = load(files, into, school_year=year)
        if errors(loaded.findings):
            judged.said = [finding.line() for finding in errors(loaded.findings)]
            judged.verdict = "refused" if expected.answers == "refused" else "not read"
            return judged
        made = read(loaded)
        made = _answered(made, expected, judged)
        judged.missing, judged.extra = difference(made, expected)
        _verdict(judged, made, expected)
    return judged


_OF_ONE_KIND: Final = {
    "code": {"code", "minutes_beside_miss", "numbers"}, "minutes": {"code", "minutes_beside_miss", "session_minutes"},
    "cell": {"code", "pairs"}, "column": {"column", "zeros", "grades"}, "calendar": {"calendar_word"},
    "student": {"student", "student_of_sheet"}, "service": {"service"},
    "service_type": {"service_type", "service_word"},
    "session": {"makeup"}, "date": {"day"}, "date_of_week": {"week"}, "duplicate": {"duplicates"},
    "promise": {"promise", "summer"},
    "line": {"code"}, "table": {"table"}, "sheet": {"shape"}, "colour": {"color"},
}  # fmt: skip
"""Which of the import's questions are about what the corpus asks."""


def _not_asked(judged: Judged, expected: Any) -> Iterator[str]:
    """Yield what had to be asked, and was taken without a question."""
    asked = [kind for kind, _ in judged.asked]
    for each in expected.ask:
        if not set(asked) & _OF_ONE_KIND.get(each.ask, {each.ask}):
            yield f"{each.ask}: {each.of}"


def _verdict(judged: Judged, made: Import, expected: Any) -> None:
    if expected.answers == "refused":
        # Asking what a file is, with nothing written meanwhile, leads somewhere as well.
        nothing = not any(made.drafts.sessions or made.drafts.promises or made.drafts.days)
        judged.verdict = "refused" if (judged.asked or _listed(made)) and nothing else "wrong"
        return
    judged.unsaid = list(_unsaid(made, expected))
    if not judged.missing and not judged.extra:
        judged.silent = list(_not_asked(judged, expected))
        judged.verdict = "right after questions" if judged.asked else "right"
        if judged.silent or judged.unsaid:
            judged.verdict = "wrong"
        return
    # What is missing has a word if a question was asked that no answer could settle, or if a row is listed as left out.
    open_ = bool(judged.asked) or bool(_surplus(made, expected))
    nothing = not (made.drafts.sessions or made.services.all or made.drafts.days)
    judged.verdict = "not read" if not judged.extra and (nothing or (open_ and not judged.unsaid)) else "wrong"


def _listed(made: Import) -> int:
    return sum(len(places) for _, places, _ in grouped_left_out(made))


def _left(made: Import) -> set[tuple[str, int | None]]:
    return {(place.sheet, place.row) for _, places, _ in grouped_left_out(made) for place in places}


def _unsaid(made: Import, expected: Any) -> Iterator[str]:
    """Yield the rows that are expected to be listed and are not; entries of an .ics file have no rows of their own."""
    if expected.files[0].endswith(".ics"):
        if _listed(made) < len(expected.left_out):
            yield f"{len(expected.left_out) - _listed(made)} entries"
        return
    found = {row for _, row in _left(made)}
    for each in expected.left_out:
        if each.row not in found:
            yield f"row {each.row} ({each.why})"


def _surplus(made: Import, expected: Any) -> set[int | None]:
    return {row for _, row in _left(made)} - {each.row for each in expected.left_out}


def _answered(made: Import, expected: Any, judged: Judged) -> Import:
    """Answer every question as well as it can be; what was asked is noted."""
    done: set[tuple[str, tuple[str, ...]]] = set()
    for _ in range(_ROUNDS):
        asked = next((q for q in made.questions if (q.file, q.key) not in done), None)
        if asked is None:
            break
        done.add((asked.file, asked.key))
        if asked.kind not in _SET:
            judged.asked.append((asked.kind, asked.of))
        made = _best(made, asked, expected)
    return made


def _best(made: Import, asked: Question, expected: Any) -> Import:
    file = next(each for each in made.loaded.files if each.name == asked.file)
    before, best = file.mapping, None
    for value in _candidates(asked, expected):
        try:
            file.mapping = before.with_answers([(asked.key, value)])
        except ValidationError:
            continue
        tried = _with_columns_open(read(made.loaded))
        missing, extra = difference(tried, expected)
        score = (len(missing) + len(extra), len(tried.questions))
        if best is None or score < best[0]:
            best = (score, file.mapping)
    file.mapping = best[1] if best else before
    return read(made.loaded)


def _with_columns_open(made: Import) -> Import:
    """Return what becomes of the files once nothing else is asked about columns: until then no row is read."""
    before = [(file, file.mapping) for file in made.loaded.files]
    for question in made.questions:
        if question.kind == "column":
            file = next(each for each in made.loaded.files if each.name == question.file)
            file.mapping = file.mapping.with_answers([(question.key, "leave_out")])
    tried = read(made.loaded) if any(q.kind == "column" for q in made.questions) else made
    for file, mapping in before:
        file.mapping = mapping
    return tried


def _candidates(asked: Question, expected: Any) -> list[Any]:
    values = [answer.value for answer in asked.likely]
    for each in expected.ask:
        alike = each.of.casefold() in asked.of.casefold() or asked.of.casefold() in each.of.casefold()
        if asked.any_text and (alike or each.of == "whole file"):
            values.append(int(each.answer) if each.answer.isdigit() else each.answer)
        if each.ask == "promise" and "services" in expected.rows:
            values += [_promise(row) for row in expected.table("services") if row["minutes"]]
        values += [dt.date.fromisoformat(each.answer)] if each.ask == "date" and each.answer[:2] == "20" else []
        values += [each.answer.partition(" ")[2]] if each.ask == "column" and each.answer.startswith("grades ") else []
    if asked.kind == "service_word" and "services" in expected.rows:
        values += [row["service_type"] for row in expected.table("services")]
    if asked.kind == "student_of_sheet" and "students" in expected.rows:
        # Who it is about, a person knows who has but one child.
        values += [" ".join((row["given_name"], row["family_name"])).strip() for row in expected.table("students")]
    return list(dict.fromkeys(values)) or ["leave_out"]


def _promise(row: Mapping[str, str]) -> str:
    """Return what a person writes who knows what an IEP promises: `2 x 30 min weekly individual`."""
    sessions = f"{row['sessions']} x " if row.get("sessions") else ""
    delivery = row.get("delivery", "")
    return f"{sessions}{row['minutes']} min per {row['per']} {delivery}".strip()


def difference(made: Import, expected: Any) -> tuple[list[tuple[str, Cells]], list[tuple[str, Cells]]]:
    """Return the rows that are missing, and those that are too many, table by table."""
    missing, extra = [], []
    for name in expected.rows:
        wanted = expected.table(name)
        found = list(_FOUND[name](made)) if name in _FOUND else []
        columns = [column for column in (wanted[0] if wanted else {}) if column not in _ANY]
        for row in wanted:
            at = next((i for i, each in enumerate(found) if _same(row, each, columns)), None)
            if at is None:
                missing.append((name, row))
            else:
                del found[at]
        extra += [(name, {column: each.get(column) for column in columns}) for each in found]
    for name in _NEVER_UNASKED - set(expected.rows):
        extra += [(name, each) for each in _FOUND[name](made)]
    return missing, extra


def _same(wanted: Mapping[str, str], found: Cells, columns: Iterable[str]) -> bool:
    for column in columns:
        cell = found.get(column, "")
        if cell is None:
            continue
        if column == "student":
            if not _is_student(wanted[column], cell):
                return False
        elif column in {"label", "note", "setting", "name", "school", "provider"}:
            if wanted[column].casefold() not in {cell.casefold(), ""} and cell:
                return False
        elif column == "student_id" and len(wanted[column]) < _REAL:
            # Numbers of one digit are for the list only: the file has none.
            continue
        elif wanted[column] != cell:
            return False
    return True


def _is_student(wanted: str, found: str) -> bool:
    """Return whether `Ann Kestrel`, `#412` or both are the student that is written as `Ann Kestrel#412`."""
    name, _, number = wanted.partition("#")
    has, _, own = found.partition("#")
    if name.strip():
        return " ".join(name.split()).casefold() == " ".join(has.split()).casefold()
    return number.strip() == own.strip()


def _who(student: Student | None) -> str:
    return f"{student.first} {student.last}#{student.id}" if student else "?"


def _students(made: Import) -> Iterator[Cells]:
    for one in students_of(made):
        if one.new:
            yield {
                "student_id": one.id, "given_name": one.first, "family_name": one.last, "school": one.school,
                "grade": one.grade, "date_of_birth": one.born.isoformat() if one.born else "", "home_language": None,
            }  # fmt: skip


def _services(made: Import) -> Iterator[Cells]:
    for one in made.services.all.values():
        if one.new:
            yield _service(one, made)
    for (student, type_), draft in made.services.waiting.items():
        length = draft.session_minutes if draft else None
        yield {
            "student": _who(made.students.all[student]), "service_type": type_, "minutes": "", "per": "",
            "session_minutes": None if length is None else str(length), "start": None, "end": None,
            "delivery": None, "provider": None, "group_max": None, "setting": None, "school": None,
        }  # fmt: skip


def _service(one: Service, made: Import) -> Cells:
    minutes, sessions, per, every = one.minutes, one.sessions, one.per, one.every
    if one.mandate:
        said = read_mandate(one.mandate).readings[0]
        minutes, sessions, per, every = said.minutes, None if said.total else said.sessions, said.per, said.every
    return {
        "student": _who(made.students.all[one.student]), "service_type": one.type, "minutes": _text(minutes),
        "per": per or "", "sessions": _text(sessions), "every": None if every == 1 else str(every),
        "delivery": one.delivery or "", "group_max": _text(one.group_max), "setting": one.setting or "",
        "start": one.start.isoformat() if one.start else "", "end": one.end.isoformat() if one.end else "",
        "session_minutes": None, "mandate": None, "provider": None, "school": None,
    }  # fmt: skip


def _sessions(made: Import) -> Iterator[Cells]:
    new = {id(row) for row in made.again.new}
    for draft, row in made.rows:
        if row is not None and id(row) not in new:
            continue
        if row is None and draft.meaning in {None, "no_row", "leave_out"}:
            continue
        yield _session(draft, row, made)


def _session(draft: SessionDraft, row: Row | None, made: Import) -> Cells:
    meaning = draft.meaning or ""
    reason = row.reason if row else draft.reason or (meaning if meaning in REASONS else "")
    minutes = row.minutes if row else draft.minutes
    for_ = row.makeup_day if row else draft.makeup_for
    missed = meaning not in {"held", "make_up"}
    return {
        "student": _who(made.students.of.get(draft.student)),
        "service_type": draft.service_type,
        "date": draft.date.isoformat() if draft.date else "?",
        "minutes_delivered": "0" if minutes is None and missed else None if minutes is None else str(minutes),
        "minutes_planned": _text(draft.planned) or None,
        "start_time": clock(draft.start) if draft.start is not None else "",
        "reason": reason or "",
        "kind": "make_up" if meaning == "make_up" else "",
        "makeup_for": for_.isoformat() if for_ else "",
        "provider": draft.provider or "",
        "group_size": _text(draft.group_size),
        "delivery": None,
        "setting": draft.setting or "",
    }


def _calendar(made: Import) -> Iterator[Cells]:
    for day in made.drafts.days:
        yield {
            "first": day.date.isoformat(), "last": (day.until or day.date).isoformat(), "kind": day.kind or "",
            "label": day.label, "school": None, "grades": ";".join(day.grades),
        }  # fmt: skip


def _family_notes(made: Import) -> Iterator[Cells]:
    for note in made.drafts.family_notes:
        yield {
            "student": _who(made.students.of.get(note.student)), "service_type": note.service_type, "saw": note.saw,
            "date": note.date.isoformat() if note.date else "", "minutes": _text(note.minutes),
        }  # fmt: skip


def _schools(made: Import) -> Iterator[Cells]:
    schools = dict.fromkeys(one.school for one in students_of(made) if one.school)
    yield from ({"name": school, "school": None} for school in schools)


def _terms(made: Import) -> Iterator[Cells]:
    for first in made.drafts.first_days:
        for last in made.drafts.last_days:
            yield {"kind": "year", "start": first.date.isoformat(), "end": last.date.isoformat()}


def _schedule(made: Import) -> Iterator[Cells]:
    for one in made.services.all.values():
        who = _who(made.students.all[one.student])
        for slot in schedule_rows(one) if one.new else ():
            yield {**slot, "student": who, "service_type": one.type, "provider": None}


_FOUND: Final = {
    "students": _students, "services": _services, "sessions": _sessions, "calendar": _calendar,
    "schools": _schools, "terms": _terms, "schedule": _schedule, "family_notes": _family_notes,
}  # fmt: skip
"""The tables that the import makes."""


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def main(names: Sequence[str]) -> None:
    """Print how each folder comes out, or all about those that are named."""
    found = [judge(folder) for folder in form.folders() if not names or folder.name in names]
    write = csv.writer(sys.stdout)
    for one in found:
        write.writerow([one.verdict, one.name, f"asked {len(one.asked)}", f"missing {len(one.missing)}",
                        f"extra {len(one.extra)}", f"unsaid {len(one.unsaid)}",
                        f"silent {len(one.silent)}"])  # fmt: skip
        if names:
            for title in ("asked", "missing", "extra", "unsaid", "silent", "said"):
                for each in getattr(one, title):
                    write.writerow(["", title, each])
    for verdict in Verdict.__args__:  # type: ignore[attr-defined]
        write.writerow([verdict, sum(one.verdict == verdict for one in found)])


if __name__ == "__main__":
    main(sys.argv[1:])
