"""Records as the book that the fold reads."""

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate

from makegood.calendars import Period, day_number
from makegood.intake.folded import folded
from makegood.ledger import columns
from makegood.ledger.coding.calendars import code_calendars
from makegood.ledger.coding.changeovers import changeovers
from makegood.ledger.coding.log import CodedLog, code_log
from makegood.ledger.coding.roster import Roster, roster_of
from makegood.ledger.coding.rules import CodedRules, code_rules
from makegood.ledger.coding.sparse import Sparse, code_sparse
from makegood.ledger.coding.weighed import Weights, weigh, whole_of
from makegood.ledger.columns import Grid
from makegood.log import ServiceFacts, alike, unknown_reasons
from makegood.log.doubts import OF_REASONS, log_ends
from makegood.records import Records
from makegood.terms.findings import Finding, errors


class Periods:
    """The periods of services, by the columns of `Period`; services alike share theirs."""

    def __init__(self) -> None:
        """Begin with none."""
        self.spans: list[Period] = []
        self.columns: list[list[int]] = [[] for _ in columns.Period]
        self._known: dict[int, tuple[int, int]] = {}

    def of(self, facts: ServiceFacts, per: str, periods: list[Period]) -> tuple[int, int]:
        """Return where a service's periods begin and end, laying them out if they are new."""
        # Services alike are given the same list of periods.
        key = id(periods)
        if key not in self._known:
            begin = len(self.spans)
            for period in periods:
                self._lay_out(facts, per, period)
            self._known[key] = (begin, len(self.spans))
        return self._known[key]

    def _lay_out(self, facts: ServiceFacts, per: str, period: Period) -> None:
        served = facts.calendar.count(facts.counted, period.first, period.last)
        school = facts.calendar.count(facts.school_days, period.first, period.last)
        whole = whole_of(per, served, period)
        for column, cell in zip(self.columns, (period.first, period.last, whole, served, school), strict=True):
            column.append(cell)
        self.spans.append(period)


@dataclass(frozen=True, slots=True)
class CodedBook:
    """The book, and all that turns its numbers back into the records' words."""

    book: columns.Book
    roster: Roster
    rules: CodedRules
    log: CodedLog
    sparse: Sparse
    periods: Periods
    weights: list[list[Weights]]
    findings: list[Finding]


def code_book(
    records: Records, as_of: dt.date, only: frozenset[str] | None = None
) -> tuple[CodedBook | None, list[Finding]]:
    """Code records for the fold; None, with error findings, if they cannot be accounted for.

    Args:
        records: The records.
        as_of: The last day whose rows, determinations and offers count.
        only: The students to account for, by student_id; None for all.
    """
    roster = roster_of(records, as_of, only)
    if errors(roster.findings):
        return None, roster.findings
    places = [facts.place for facts in roster.services]
    unknown = list(unknown_reasons(roster.log, places))
    if unknown:
        return None, roster.findings + unknown
    log = code_log(roster)
    rules = code_rules(roster.policies)
    sparse = code_sparse(roster, log, day_number(as_of))
    periods = Periods()
    of_service = [roster.log.services.periods(facts.place) for facts in roster.services]
    spans = [
        periods.of(facts, records.services.per[facts.place] or "", own)
        for facts, own in zip(roster.services, of_service, strict=True)
    ]
    weights = weigh(roster, of_service)
    # What the intake cannot look for: a policy's codes say what a reason is, and slots weigh what is promised.
    doubts = [finding for look in OF_REASONS for finding in look(roster.log, places)]
    doubts += changeovers(roster, of_service, weights)
    if only is None:
        # Of some students' rows nobody can tell where the log ends.
        doubts += log_ends(roster.log, places)
    # Who asks about some students reads each of their doubts; of a whole district many of one kind are one.
    findings = roster.findings + (list(folded(doubts)) if only is None else doubts)
    calendars = code_calendars(roster.calendars)
    book = columns.Book(
        calendars=Grid(calendars.calendars),
        days=Grid(calendars.days),
        school_days=calendars.school_days,
        span_begin=rules.span_begin,
        spans=Grid(rules.spans),
        rules=Grid(rules.table),
        periods=Grid(periods.columns),
        students=Grid(_code_students(roster, sparse)),
        services=Grid(_code_services(roster, log, spans, weights)),
        weighed=Grid(_columns_of_weights(weights)),
        log=log.columns,
        links=Grid(sparse.links),
        decided=Grid(sparse.decided),
        declined=sparse.declined,
        award_minutes=[records.awards.minutes[place] for place in sparse.awards],
    )
    return CodedBook(book, roster, rules, log, sparse, periods, weights, findings), findings


def _code_students(roster: Roster, sparse: Sparse) -> list[list[int]]:
    """Return the columns of `Student`."""
    begins = (roster.service_begin, sparse.link_begin, sparse.decided_begin, sparse.declined_begin)
    return [part for begin in begins for part in (begin[:-1], begin[1:])]


def _code_services(
    roster: Roster, log: CodedLog, spans: list[tuple[int, int]], weights: list[list[Weights]]
) -> list[list[int]]:
    """Return the columns of `Service`."""
    table, first = roster.records.services, dict[tuple[int, str], int]()
    kinds = [
        (student, alike(table.service_type[facts.place]))
        for student, facts in zip(roster.owners(), roster.services, strict=True)
    ]
    for at, kind in enumerate(kinds):
        first.setdefault(kind, at)
    weighed_end = list(accumulate(map(len, weights)))
    by_name = {
        "minutes": [table.whole(facts.place) for facts in roster.services],
        "start": [facts.start for facts in roster.services],
        "end": [facts.end for facts in roster.services],
        "counts": [counted_by(facts.by_cycle, facts.esy) for facts in roster.services],
        "school": [columns.Day.school_esy if facts.esy else columns.Day.school_year for facts in roster.services],
        "period_begin": [begin for begin, _ in spans],
        "period_end": [end for _, end in spans],
        "row_begin": log.row_begin[:-1],
        "row_end": log.row_begin[1:],
        "type": [first[kind] for kind in kinds],
        "calendar": roster.calendar,
        "policy": roster.policy,
        "weighed_begin": [end - len(own) for end, own in zip(weighed_end, weights, strict=True)],
        "weighed_end": weighed_end,
    }
    return columns.in_order(by_name, columns.Service)


def _columns_of_weights(weights: list[list[Weights]]) -> list[list[int]]:
    rows = [entry for of_service in weights for entry in of_service]
    return columns.in_order({name: [getattr(row, name) for row in rows] for name in Weights._fields}, columns.Weighed)


def counted_by(by_cycle: bool, esy: bool) -> int:  # noqa: FBT001 - two facts of a service
    """Return which days a promise is shared over (W and V): school days for cycles, else weekdays in its terms."""
    if by_cycle:
        return columns.Day.school_esy if esy else columns.Day.school_year
    return columns.Day.esy if esy else columns.Day.year
