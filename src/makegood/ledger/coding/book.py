"""Records as the book that the fold reads."""

import datetime as dt
from dataclasses import dataclass

from makegood.calendars import Period, day_number, periods_of
from makegood.ledger import columns
from makegood.ledger.coding.calendars import code_calendars
from makegood.ledger.coding.cast import Cast, cast_of
from makegood.ledger.coding.log import CodedLog, code_log
from makegood.ledger.coding.reasons import ReasonCodes
from makegood.ledger.coding.rules import CodedRules, code_rules
from makegood.ledger.coding.sparse import Sparse, code_sparse
from makegood.records import Records
from makegood.terms.findings import Finding


@dataclass(frozen=True, slots=True)
class CodedBook:
    """The book, and all that turns its numbers back into the records' words."""

    book: columns.Book
    cast: Cast
    rules: CodedRules
    log: CodedLog
    sparse: Sparse
    periods: list[Period]
    findings: list[Finding]


def code_book(
    records: Records, as_of: dt.date, only: frozenset[str] | None = None
) -> tuple[CodedBook | None, list[Finding]]:
    """Code records for the fold; None, with error findings, if they cannot be accounted for."""
    cast = cast_of(records, only)
    if any(finding.level == "error" for finding in cast.findings):
        return None, cast.findings
    codes = ReasonCodes()
    log = code_log(cast, codes)
    findings = cast.findings + codes.findings
    if codes.findings:
        return None, findings
    rules = code_rules(cast.policies)
    sparse = code_sparse(cast, log, day_number(as_of))
    periods, services = _code_services(cast, log)
    book = columns.Book(
        calendars=code_calendars(cast.calendars),
        rules=rules.columns,
        period_first=[period.first for period in periods],
        period_last=[period.last for period in periods],
        students=_code_students(cast, sparse),
        services=services,
        log=log.columns,
        links=sparse.links,
        decided=sparse.decided,
        declined=sparse.declined,
        award_minutes=[records.awards.minutes[place] for place in sparse.awards],
    )
    return CodedBook(book, cast, rules, log, sparse, periods, findings), findings


def _code_students(cast: Cast, sparse: Sparse) -> columns.Students:
    return columns.Students(
        calendar=cast.calendar,
        policy=cast.policy,
        service_begin=cast.service_begin[:-1],
        service_end=cast.service_begin[1:],
        link_begin=sparse.link_begin[:-1],
        link_end=sparse.link_begin[1:],
        award_begin=sparse.award_begin[:-1],
        award_end=sparse.award_begin[1:],
        decided_begin=sparse.decided_begin[:-1],
        decided_end=sparse.decided_begin[1:],
        declined_begin=sparse.declined_begin[:-1],
        declined_end=sparse.declined_begin[1:],
    )


def _code_services(cast: Cast, log: CodedLog) -> tuple[list[Period], columns.Services]:
    """Lay out each service's periods; services alike share theirs."""
    table = cast.records.services
    periods: list[Period] = []
    begin_of: dict[tuple[object, ...], tuple[int, int]] = {}
    spans = []
    types: dict[str, int] = {}
    student_of = [
        student
        for student, begin in enumerate(cast.service_begin[:-1])
        for _ in range(begin, cast.service_begin[student + 1])
    ]
    for place, row in enumerate(cast.services):
        calendar = cast.calendars[cast.calendar[student_of[place]]]
        per = table.per[row] or ""
        start, end, every, esy = (
            cast.start[place],
            cast.end[place],
            table.every[row],
            table.esy[row],
        )
        key = (id(calendar), per, every, start, end, esy)
        if key not in begin_of:
            own = periods_of(calendar, per, every, start, end, esy=esy)
            begin_of[key] = (len(periods), len(periods) + len(own))
            periods += own
        spans.append(begin_of[key])
        types.setdefault(table.service_type[row], len(types))
    return periods, columns.Services(
        minutes=[(table.minutes[row] or 0) * table.sessions[row] for row in cast.services],
        start=cast.start,
        end=cast.end,
        counts=[columns.CYCLE_DAYS if table.per[row] == "cycle" else int(table.esy[row]) for row in cast.services],
        period_begin=[begin for begin, _ in spans],
        period_end=[end for _, end in spans],
        row_begin=log.row_begin[:-1],
        row_end=log.row_begin[1:],
        type=[types[table.service_type[row]] for row in cast.services],
    )
