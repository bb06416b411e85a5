"""A child's statement, built from records and ledger."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from makegood.calendars import calendars_of
from makegood.ledger import Ledger
from makegood.records import Records
from makegood.statements.picture.picture import pictures_of
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction_lines
from makegood.statements.statement.make_ups import award_lines, make_up_lines, outside_lines
from makegood.statements.statement.misses import miss_line
from makegood.statements.statement.notices import notice_lines
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.service import service_statement
from makegood.statements.statement.statement import MissLine, ServiceStatement, Statement
from makegood.statements.statement.steps import next_steps
from makegood.statements.statement.sums import held_sums
from makegood.statements.window.window import Window, window_of
from makegood.statements.wording.words import words_for_family
from makegood.terms.language import Lang


def statement_of(
    records: Records,
    ledger: Ledger,
    student_id: str,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    lang: Lang = "en",
) -> Statement:
    """Return a child's statement.

    Args:
        records: The records that were accounted for.
        ledger: Their ledger, of this child at least (`ledger_of(..., only={student_id})` is enough).
        student_id: The child, one of the records' students.
        first: The first day of the window; None from the beginning.
        last: The last day of the window; None to the as-of date.
        lang: The language of every word; figures, ids and citations stay.
    """
    window = window_of(records, ledger, student_id, first, last)
    calendar = calendars_of(records).of_student(student_id)
    case = Case(
        records=records,
        ledger=ledger,
        window=window,
        words=words_for_family(lang, _given_name(records, student_id)),
        calendar=calendar,
        student_id=student_id,
    )
    rules = RuleBook(records, case.words)
    pictures = {picture.service_id: picture for picture in pictures_of(records, window, calendar, ledger.as_of)}
    services = tuple(
        service_statement(case, rules, account, pictures.get(account.service_id))
        for account in window.services
        if _is_shown(window, account.service_id)
    )
    due = _due(case, rules)
    return Statement(
        lang=lang,
        title=case.words.page.title,
        student_id=student_id,
        name=_name(records, student_id),
        about=tuple(_about(case)),
        as_of=ledger.as_of,
        first=first,
        last=last,
        services=services,
        held=held_sums(case) if services else (),
        due=due,
        make_ups=tuple(make_up_lines(case)),
        awards=tuple(award_lines(case)),
        outside=tuple(outside_lines(case)),
        corrections=tuple(correction_lines(case)),
        notices=tuple(notice_lines(case)),
        rules=tuple(rules.lines.values()),
        notes=tuple(_notes(case, services)),
        next_steps=next_steps(case),
        last_word=case.words.page.last_word,
    )


def statement_as_dict(statement: Statement) -> dict[str, Any]:
    """Return a statement as JSON prints it: the same words, days as ISO text."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [plain(each) for each in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    printed: dict[str, Any] = plain(asdict(statement))
    for service, shown in zip(printed["services"], statement.services, strict=True):
        for each, sum_ in zip(service["sums"], shown.sums, strict=True):
            each["adds_up"] = sum_.adds_up
    for each, sum_ in zip(printed["held"], statement.held, strict=True):
        each["adds_up"] = sum_.adds_up
    return printed


def _is_shown(window: Window, service_id: str) -> bool:
    """Return whether a service has anything in the window."""
    shown = {period.service_id for period in window.periods} | {held.service_id for held in window.held}
    return service_id in shown


def _due(case: Case, rules: RuleBook) -> tuple[MissLine, ...]:
    lines = [miss_line(case, rules, miss) for miss in case.window.misses if miss.open]
    return tuple(sorted(lines, key=lambda line: (line.due_by or dt.date.max, line.date, line.service_id)))


def _name(records: Records, student_id: str) -> str | None:
    students = records.students
    place = students.index()[student_id]
    parts = [part for part in (students.given_name[place], students.family_name[place]) if part]
    return " ".join(parts) or None


def _given_name(records: Records, student_id: str) -> str | None:
    students = records.students
    return students.given_name[students.index()[student_id]]


def _about(case: Case) -> list[str]:
    words, students, page = case.words, case.records.students, case.words.page
    place = students.index()[case.student_id]
    lines = [page.student.format(id=case.student_id)]
    school_id, grade = students.school_id[place], students.grade[place]
    schools = case.records.schools
    if school_id is not None and school_id in schools.school_id:
        lines.append(f"{page.school}: {schools.name[schools.index()[school_id]] or school_id}")
    if grade:
        lines.append(f"{page.grade}: {grade}")
    lines.append(page.records_up_to.format(day=words.day(case.ledger.as_of)))
    return lines


def _notes(case: Case, services: tuple[ServiceStatement, ...]) -> list[str]:
    words, window, page = case.words, case.window, case.words.page
    notes = []
    if window.first or window.last:
        first = words.day(window.first) if window.first else words.dates.the_start
        notes.append(page.window.format(first=first, last=words.day(window.last or case.ledger.as_of)))
        notes.append(page.window_note)
    if not services:
        note = page.no_services_in_window if window.services else page.no_services
        notes.append(note.format(child=words.child))
    if any(finding.code == "no_policy" for finding in case.ledger.findings):
        notes.append(words.rules.no_policy)
    return notes
