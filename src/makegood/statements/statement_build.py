"""A child's statement, built from records and ledger."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from makegood.calendars import calendars_of
from makegood.ledger import Ledger
from makegood.records import Records
from makegood.statements.picture import pictures_of
from makegood.statements.sentences import Lang, words_of
from makegood.statements.statement import MissLine, ServiceStatement, Statement
from makegood.statements.statement_log import award_lines, correction_lines, make_up_lines, outside_lines
from makegood.statements.statement_misses import miss_line
from makegood.statements.statement_notices import notice_lines
from makegood.statements.statement_rules import RuleBook
from makegood.statements.statement_service import held_sums, service_statement
from makegood.statements.statement_steps import next_steps
from makegood.statements.statement_telling import Telling
from makegood.statements.window import Window, window_of


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
    telling = Telling(
        records=records,
        ledger=ledger,
        window=window,
        words=words_of(lang),
        calendar=calendar,
        student_id=student_id,
    )
    rules = RuleBook(records, telling.words)
    pictures = {picture.service_id: picture for picture in pictures_of(records, window, calendar, ledger.as_of)}
    services = tuple(
        service_statement(telling, rules, account, pictures.get(account.service_id))
        for account in window.services
        if _is_shown(window, account.service_id)
    )
    due = _due(telling, rules)
    return Statement(
        lang=lang,
        title=telling.words.say("title"),
        student_id=student_id,
        name=_name(records, student_id),
        about=tuple(_about(telling)),
        as_of=ledger.as_of,
        first=first,
        last=last,
        services=services,
        held=held_sums(telling) if services else (),
        due=due,
        make_ups=tuple(make_up_lines(telling)),
        awards=tuple(award_lines(telling)),
        outside=tuple(outside_lines(telling)),
        corrections=tuple(correction_lines(telling)),
        notices=tuple(notice_lines(telling)),
        rules=tuple(rules.lines.values()),
        notes=tuple(_notes(telling, services)),
        next_steps=next_steps(telling),
        last_word=telling.words.say("last_word"),
    )


def statement_as_dict(statement: Statement) -> dict[str, Any]:
    """Return a statement as JSON prints it: the same words, days as ISO text."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [plain(each) for each in value]
        return value.isoformat() if isinstance(value, dt.date) else value

    told: dict[str, Any] = plain(asdict(statement))
    for service, shown in zip(told["services"], statement.services, strict=True):
        for each, sum_ in zip(service["sums"], shown.sums, strict=True):
            each["adds_up"] = sum_.adds_up
    for each, sum_ in zip(told["held"], statement.held, strict=True):
        each["adds_up"] = sum_.adds_up
    return told


def _is_shown(window: Window, service_id: str) -> bool:
    """Return whether a service has anything in the window."""
    shown = {period.service_id for period in window.periods} | {held.service_id for held in window.held}
    return service_id in shown


def _due(telling: Telling, rules: RuleBook) -> tuple[MissLine, ...]:
    lines = [miss_line(telling, rules, miss) for miss in telling.window.misses if miss.open]
    return tuple(sorted(lines, key=lambda line: (line.due_by or dt.date.max, line.date, line.service_id)))


def _name(records: Records, student_id: str) -> str | None:
    students = records.students
    place = students.index()[student_id]
    parts = [part for part in (students.given_name[place], students.family_name[place]) if part]
    return " ".join(parts) or None


def _about(telling: Telling) -> list[str]:
    words, say, students = telling.words, telling.words.say, telling.records.students
    place = students.index()[telling.student_id]
    lines = [say("student", id=telling.student_id)]
    school_id, grade = students.school_id[place], students.grade[place]
    schools = telling.records.schools
    if school_id is not None and school_id in schools.school_id:
        lines.append(f"{say('school')}: {schools.name[schools.index()[school_id]] or school_id}")
    if grade:
        lines.append(f"{say('grade')}: {grade}")
    lines.append(say("records_to", day=words.day(telling.ledger.as_of)))
    return lines


def _notes(telling: Telling, services: tuple[ServiceStatement, ...]) -> list[str]:
    words, say, window = telling.words, telling.words.say, telling.window
    notes = []
    if window.first or window.last:
        first = words.day(window.first) if window.first else say("the_start")
        notes.append(say("window", first=first, last=words.day(window.last or telling.ledger.as_of)))
        notes.append(say("window_note"))
    if not services:
        notes.append(say("no_services_window" if window.services else "no_services"))
    if any(finding.code == "no_policy" for finding in telling.ledger.findings):
        notes.append(say("no_policy"))
    return notes
