"""A child's statement, built from records and ledger."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from makegood.ledger import Ledger, log_of
from makegood.records import Records
from makegood.statements.picture.picture import pictures_of
from makegood.statements.statement.case import Case
from makegood.statements.statement.corrections import correction_lines
from makegood.statements.statement.findings import ended_lines, finding_lines, outlived_lines
from makegood.statements.statement.leads import leads_of, lines_of
from makegood.statements.statement.make_ups import award_lines, make_up_lines, outside_lines
from makegood.statements.statement.misses import miss_line
from makegood.statements.statement.notices import notice_lines
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.service import service_statement
from makegood.statements.statement.statement import Audience, MissLine, ServiceStatement, Statement
from makegood.statements.statement.steps import next_steps
from makegood.statements.statement.sums import held_sums
from makegood.statements.window.window import window_of
from makegood.statements.wording.words import words_for_family, words_of
from makegood.terms.findings import Finding
from makegood.terms.language import Lang


def statement_of(
    records: Records,
    ledger: Ledger,
    student_id: str,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    lang: Lang = "en",
    audience: Audience = "family",
    known_on: dt.date | None = None,
    findings: Sequence[Finding] = (),
    pictures: bool = True,
) -> Statement:
    """Return a child's statement.

    Args:
        records: The records that were accounted for.
        ledger: Their ledger, of this child at least (`ledger_of(..., only={student_id})` is enough).
        student_id: The child, one of the records' students.
        first: The first day of the window; None from the beginning.
        last: The last day of the window; None to the as-of date.
        lang: The language of every word; figures, ids and citations stay.
        audience: Who reads it; a school also reads the ids of rows and rules.
        known_on: The last day whose records were read; None if all were.
        findings: What was found in the records; those that touch this child's figures are told.
        pictures: Whether each service has the picture of its weeks.
    """
    log = log_of(records, ledger.as_of)
    window = window_of(log, ledger, student_id, first, last)
    child = _given_name(records, student_id)
    case = Case(
        log=log,
        ledger=ledger,
        window=window,
        words=words_for_family(lang, child) if audience == "family" else words_of(lang),
        student_id=student_id,
        audience=audience,
    )
    rules = RuleBook(records, case.words, audience)
    calendar = log.services.calendars.of_student(student_id)
    drawn = pictures_of(records, window, calendar, ledger.as_of) if pictures else ()
    picture_of = {picture.service_id: picture for picture in drawn}
    accounts = window.shown
    lines = [list(lines_of(case, account)) for account in accounts]
    services = tuple(
        service_statement(case, rules, account, told, picture_of.get(account.service_id))
        for account, told in zip(accounts, lines, strict=True)
    )
    due = _due(case, rules)
    return Statement(
        lang=lang,
        audience=audience,
        title=case.words.page.title,
        student_id=student_id,
        name=_name(records, student_id),
        about=tuple(_about(case, known_on)),
        as_of=ledger.as_of,
        known_on=known_on,
        first=first,
        last=last,
        leads=leads_of(case, zip(services, lines, strict=True)),
        services=services,
        held=held_sums(case) if services else (),
        due=due,
        make_ups=tuple(make_up_lines(case)),
        awards=tuple(award_lines(case)),
        outside=tuple(outside_lines(case)),
        corrections=tuple(correction_lines(case)),
        notices=tuple(notice_lines(case)),
        findings=(*finding_lines(case, findings), *ended_lines(case), *outlived_lines(case)),
        rules=rules.lines(),
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


def _about(case: Case, known_on: dt.date | None) -> list[str]:
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
    if known_on is not None:
        lines.append(page.known_on.format(day=words.day(known_on)))
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
