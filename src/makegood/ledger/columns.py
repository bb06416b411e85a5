"""The columns that the fold walks over: records coded as whole numbers.

Plain lists for a small folder, NumPy arrays for a large one: the fold asks only for places. Days are
day numbers, dispositions and reasons are places in the tuples of `makegood.terms`.
"""

from typing import Final, NamedTuple, Protocol


class Ints(Protocol):
    """A column of whole numbers."""

    def __getitem__(self, place: int, /) -> int:
        """Return the number at a place."""

    def __setitem__(self, place: int, value: int, /) -> None:
        """Put a number at a place."""

    def __len__(self) -> int:
        """Return how many there are."""


NONE: Final = -1
"""No row, no day, no rule: in every column that can be empty."""

DIFFERENT: Final = 1
MAKE_UP: Final = 2
COMPENSATORY: Final = 4
INFERRED: Final = 8
NOT_REGULAR: Final = MAKE_UP | COMPENSATORY
"""The marks of a session, added up in `Log.mark`."""

NO_WINDOW: Final = 0
SCHOOL_DAYS: Final = 1
CALENDAR_DAYS: Final = 2
BUSINESS_DAYS: Final = 3
END_OF_PERIOD: Final = 4
END_OF_IEP: Final = 5
END_OF_QUARTER: Final = 6
END_OF_SEMESTER: Final = 7
END_OF_YEAR: Final = 8
"""The kinds of deadline, in `Rules.window`."""

CYCLE_DAYS: Final = 2
"""`Services.counts`: W counts weekdays of `year` terms (0), of `esy` terms (1), school days (2)."""


class Calendars(NamedTuple):
    """Every calendar, one after the other in flat columns."""

    first: Ints  # per calendar: the first day that its counts cover
    size: Ints  # per calendar: how many days they cover
    begin: Ints  # per calendar: where its counts begin
    year: Ints  # weekdays in year terms before each day
    esy: Ints  # weekdays in esy terms before each day
    school: Ints  # school days before each day
    days_begin: Ints  # per calendar and one more: where its school days begin
    days: Ints  # school days
    quarter_end: Ints  # per covered day: the last day of its quarter, or NONE
    semester_end: Ints
    year_end: Ints


class Rules(NamedTuple):
    """What follows from a miss: one row per policy, span of days and reason."""

    span_begin: Ints  # per policy and one more: where its spans begin
    span_from: Ints  # per span: its first day
    by_school_days: Ints  # per span: 1 for short_period by_school_days
    disposition: Ints  # per span x reason
    window: Ints  # per span x reason: the kind of deadline
    window_n: Ints
    releases: Ints  # per span x reason: 1 if a declined offer releases the debt


class Services(NamedTuple):
    """One promise a row."""

    minutes: Ints  # N: minutes x sessions
    start: Ints
    end: Ints
    counts: Ints  # which days W counts
    period_begin: Ints  # where its periods begin
    period_end: Ints
    row_begin: Ints  # where its rows of the log begin
    row_end: Ints
    type: Ints  # its service type, numbered


class Students(NamedTuple):
    """One student a row; a student's services lie together, and so do the rest."""

    calendar: Ints
    policy: Ints
    service_begin: Ints
    service_end: Ints
    link_begin: Ints
    link_end: Ints
    award_begin: Ints
    award_end: Ints
    decided_begin: Ints
    decided_end: Ints
    declined_begin: Ints
    declined_end: Ints


class Log(NamedTuple):
    """The sessions that count, by service, date, inferred ones last, and session_id."""

    day: Ints
    delivered: Ints
    planned: Ints
    reason: Ints
    mark: Ints
    order: Ints  # sessions compare by it as their ids compare as text


class Links(NamedTuple):
    """Make-ups that name a miss and compensatory sessions that name an award, by row."""

    row: Ints
    names: Ints  # the row of the miss, or the place of the award


class Decided(NamedTuple):
    """The determination that holds for a row, by row."""

    row: Ints
    disposition: Ints
    minutes: Ints  # NONE: all of them


class Book(NamedTuple):
    """All that the fold reads."""

    calendars: Calendars
    rules: Rules
    period_first: Ints
    period_last: Ints
    students: Students
    services: Services
    log: Log
    links: Links
    decided: Decided
    declined: Ints  # rows of which a make-up was declined, ascending
    award_minutes: Ints


class Accounts(NamedTuple):
    """What the fold writes of each service: minutes."""

    promised: Ints
    due: Ints
    delivered: Ints
    delivered_differently: Ints
    still_due: Ints
    missed: Ints
    unrecorded: Ints
    owed: Ints
    not_owed: Ints
    team_decides: Ints
    unknown: Ints
    made_up: Ints
    released: Ints
    open: Ints
    overdue: Ints
    extra: Ints
    compensatory: Ints
    in_no_period: Ints  # rows, not minutes
    missed_by_reason: Ints  # per service x reason


class Misses(NamedTuple):
    """What the fold writes of each gap and each unrecorded span."""

    service: Ints
    row: Ints  # NONE where nothing is on record
    day: Ints
    reason: Ints
    inferred: Ints
    gap: Ints
    minutes: Ints
    disposition: Ints
    made_up: Ints
    released: Ints
    open: Ints
    due_by: Ints
    rule: Ints  # span x reason
    decided: Ints  # the determination, or NONE


class Spans(NamedTuple):
    """What the fold writes of each period, if it is asked to."""

    service: Ints
    period: Ints
    promised: Ints
    due: Ints
    delivered: Ints
    delivered_differently: Ints
    still_due: Ints
    missed: Ints
    unrecorded: Ints
    extra: Ints
    days: Ints  # V
    elapsed: Ints  # those of V up to the as-of date


class Settled(NamedTuple):
    """What the fold writes of each payment, if it is asked to: which make-up paid which miss."""

    row: Ints
    miss: Ints
    minutes: Ints


class Scratch(NamedTuple):
    """Room for one student's make-ups and owed misses while they are settled."""

    make_up: Ints
    make_up_service: Ints
    make_up_left: Ints
    queue: Ints
    counts: Ints  # how many make-ups, misses, spans and payments there are so far


class Out(NamedTuple):
    """All that the fold writes."""

    accounts: Accounts
    misses: Misses
    award_delivered: Ints
    spans: Spans
    settled: Settled
    scratch: Scratch
