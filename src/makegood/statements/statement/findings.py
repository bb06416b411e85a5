"""What was found in the records that touches the figures of one child's statement."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from makegood.calendars import date_of, day_number
from makegood.log.ends import Ends
from makegood.statements.statement.case import Case
from makegood.statements.wording.found_es import found_in_spanish
from makegood.statements.wording.words import Words
from makegood.terms.findings import Finding, sort_key

OF_A_SERVICE: Final = frozenset({"missing_without_reason"})
"""Kinds that are found at one row and tell of several rows of its service."""


def finding_lines(case: Case, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield each finding about a row of the child, once; a school also reads its table, row and message."""
    words, phrases = case.words, case.words.findings
    rows = _rows_of(case)
    told: set[str] = set()
    for finding in (*findings, *sorted(case.ledger.findings, key=sort_key)):
        if finding.table is None or finding.row is None:
            continue
        place = rows.get((finding.table, finding.row))
        if place is None:
            continue
        line = _line(case, finding, place)
        if case.audience == "school":
            line = phrases.for_school.format(
                line=line, table=finding.table, row=words.number(finding.row), message=_message(finding, words)
            )
        if line not in told:
            told.add(line)
            yield line


def _message(finding: Finding, words: Words) -> str:
    return (found_in_spanish(finding.message) if words.lang == "es" else None) or finding.message


def outlived_lines(case: Case) -> Iterator[str]:
    """Yield the day after which nothing falls due because no later term is on record, if a service goes on after it."""
    services = case.log.services
    told_until = day_number(min(case.ledger.as_of, case.window.last or case.ledger.as_of))
    last_days = set()
    for account in case.window.services:
        place = case.place(account.service_id)
        dates, last = services.dates(place), services.last_term_day(place)
        if dates is not None and last is not None and last < min(dates[1], told_until):
            last_days.add(last)
    for last in sorted(last_days):
        yield case.words.findings.outlived.format(day=case.words.day(date_of(last)))


def ended_lines(case: Case) -> Iterator[str]:
    """Yield where the log of each service ends although its promise goes on, if the window does too."""
    places = {account.service_id: case.place(account.service_id) for account in case.window.services}
    ends, until = Ends(case.log, places.values()), day_number(case.window.last or case.ledger.as_of)
    for account in case.window.services:
        end = ends.of([places[account.service_id]])
        if end is not None and end.last < until:
            day = case.words.day(date_of(end.last))
            yield case.words.findings.ended.of(end.weeks, service=case.named(account.service_id), day=day)


def _line(case: Case, finding: Finding, place: int) -> str:
    words, phrases = case.words, case.words.findings
    text = phrases.told.get(finding.code, phrases.other)
    table = case.records.table(finding.table or "")
    columns = table.columns()
    # One finding tells of all rows of the service, so the day of its first row says nothing.
    of_day = "date" in columns and finding.code not in OF_A_SERVICE
    day = table.values("date")[place] if of_day else None
    service_id = table.values("service_id")[place] if "service_id" in columns else None
    service = case.service(service_id) if service_id is not None else ""
    when = words.dated(day) if isinstance(day, dt.date) else ""
    about = ", ".join(part for part in (when, service) if part)
    return phrases.on_day.format(about=about, text=text) if about else text


def _rows_of(case: Case) -> dict[tuple[str, int], int]:
    """Return the place of each row that the statement rests on, by its table and the row that a finding names."""
    records, services = case.records, case.records.services
    own = {id_ for id_, who in zip(services.service_id, services.student_id, strict=True) if who == case.student_id}
    # A row that does not count, or is of another window, touches no figure here.
    held = {each.session_id for each in case.window.held}
    by_link = {"session_id": held, "student_id": {case.student_id}, "service_id": own}
    found = {}
    for name in ("services", "schedule", "sessions", "student_absences", "awards", "determinations", "offers"):
        table = records.table(name)
        link = next(column for column in by_link if column in table.columns())
        for place, (row, id_) in enumerate(zip(table.row, table.values(link), strict=True)):
            if id_ in by_link[link]:
                found[name, row] = place
    return found
