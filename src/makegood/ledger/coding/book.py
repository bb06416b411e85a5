"""Records as the book that the fold reads."""

import datetime as dt
from dataclasses import dataclass

from makegood.calendars import SchoolCalendar, day_number, periods_of
from makegood.ledger import columns
from makegood.ledger.coding.calendars import code_calendars
from makegood.ledger.coding.cast import Cast, cast_of
from makegood.ledger.coding.log import CodedLog, code_log
from makegood.ledger.coding.reasons import ReasonCodes
from makegood.ledger.coding.rules import CodedRules, code_rules
from makegood.ledger.coding.sparse import Sparse, code_sparse
from makegood.ledger.columns import Grid
from makegood.records import Records
from makegood.terms.findings import Finding


class Periods:
    """The periods of services, by the columns of `Period`; services alike share theirs."""

    def __init__(self) -> None:
        """Begin with none."""
        self.columns: list[list[int]] = [[], [], [], []]
        self._known: dict[tuple[object, ...], tuple[int, int]] = {}

    def of(self, calendar: SchoolCalendar, per: str, every: int, start: int, end: int, *, esy: bool) -> tuple[int, int]:
        """Return where a service's periods begin and end, laying them out if they are new."""
        key = (id(calendar), per, every, start, end, esy)
        if key not in self._known:
            first, last, days, school = self.columns
            begin, counted = len(first), _counted(calendar, per, esy=esy)
            for period in periods_of(calendar, per, every, start, end, esy=esy):
                first.append(period.first)
                last.append(period.last)
                days.append(calendar.count(counted, period.first, period.last))
                school.append(calendar.count(calendar.school, period.first, period.last))
            self._known[key] = (begin, len(first))
        return self._known[key]


@dataclass(frozen=True, slots=True)
class CodedBook:
    """The book, and all that turns its numbers back into the records' words."""

    book: columns.Book
    cast: Cast
    rules: CodedRules
    log: CodedLog
    sparse: Sparse
    periods: Periods
    findings: list[Finding]


def code_book(
    records: Records, as_of: dt.date, only: frozenset[str] | None = None, *, gaps_until: dt.date | None = None
) -> tuple[CodedBook | None, list[Finding]]:
    """Code records for the fold; None, with error findings, if they cannot be accounted for.

    Args:
        records: The records.
        as_of: The last day whose determinations and offers count.
        only: The students to account for, by student_id; None for all.
        gaps_until: The last day on which the schedule's empty slots are gaps; None for all. A fold as of a day asks
            for none after it.
    """
    cast = cast_of(records, only)
    if any(finding.level == "error" for finding in cast.findings):
        return None, cast.findings
    codes = ReasonCodes()
    log = code_log(cast, codes, None if gaps_until is None else day_number(gaps_until))
    findings = cast.findings + codes.findings
    if codes.findings:
        return None, findings
    rules = code_rules(cast.policies)
    sparse = code_sparse(cast, log, day_number(as_of))
    periods, services = _code_services(cast, log)
    calendars = code_calendars(cast.calendars)
    book = columns.Book(
        calendars=Grid(calendars.calendars),
        days=Grid(calendars.days),
        school_days=calendars.school_days,
        span_begin=rules.span_begin,
        spans=Grid(rules.spans),
        rules=Grid(rules.table),
        periods=Grid(periods.columns),
        students=Grid(_code_students(cast, sparse)),
        services=Grid(services),
        log=log.columns,
        links=Grid(sparse.links),
        decided=Grid(sparse.decided),
        declined=sparse.declined,
        award_minutes=[records.awards.minutes[place] for place in sparse.awards],
    )
    return CodedBook(book, cast, rules, log, sparse, periods, findings), findings


def _code_students(cast: Cast, sparse: Sparse) -> list[list[int]]:
    """Return the columns of `Student`."""
    begins = (cast.service_begin, sparse.link_begin, sparse.decided_begin, sparse.declined_begin)
    return [cast.calendar, cast.policy] + [part for begin in begins for part in (begin[:-1], begin[1:])]


def _counted(calendar: SchoolCalendar, per: str, *, esy: bool) -> list[int]:
    return (calendar.year, calendar.esy, calendar.school)[_counts(per, esy=esy)]


def _code_services(cast: Cast, log: CodedLog) -> tuple[Periods, list[list[int]]]:
    """Lay out each service's periods, and return the columns of `Service`."""
    table = cast.records.services
    periods, types = Periods(), dict[str, int]()
    spans = []
    for student, calendar in enumerate(cast.calendar):
        for place in range(cast.service_begin[student], cast.service_begin[student + 1]):
            row = cast.services[place]
            start, end = cast.start[place], cast.end[place]
            per, every, esy = table.per[row] or "", table.every[row], table.esy[row]
            spans.append(periods.of(cast.calendars[calendar], per, every, start, end, esy=esy))
            types.setdefault(table.service_type[row], len(types))
    return periods, [
        [table.whole(row) for row in cast.services],
        cast.start,
        cast.end,
        [_counts(table.per[row], esy=table.esy[row]) for row in cast.services],
        [begin for begin, _ in spans],
        [end for _, end in spans],
        log.row_begin[:-1],
        log.row_begin[1:],
        [types[table.service_type[row]] for row in cast.services],
    ]


def _counts(per: str | None, *, esy: bool) -> int:
    """Return which days a promise is shared over (W): school days for cycles, else weekdays in its terms."""
    if per == "cycle":
        return columns.Day.school
    return columns.Day.esy if esy else columns.Day.year
