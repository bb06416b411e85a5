"""The columns that the fold walks over: records coded as whole numbers.

A grid is asked for by column and row: `services[Service.start, service]`. Days are day numbers, dispositions and
reasons are places in the tuples of `makegood.terms`. The compiled way has arrays where the plain way has lists
(`Grid`); the fold cannot tell them apart.
"""

from typing import Any, Final, NamedTuple, Protocol


class Ints(Protocol):
    """A column of whole numbers."""

    def __getitem__(self, place: int, /) -> int:
        """Return the number at a place."""

    def __setitem__(self, place: int, value: int, /) -> None:
        """Put a number at a place."""

    def __len__(self) -> int:
        """Return how many there are."""


class Cells(Protocol):
    """Columns of whole numbers, all of one length."""

    @property
    def shape(self) -> tuple[int, int]:
        """The number of columns, and that of rows."""

    def __getitem__(self, place: tuple[int, int], /) -> int:
        """Return the number in a column and row."""

    def __setitem__(self, place: tuple[int, int], value: int, /) -> None:
        """Put a number in a column and row."""


class Grid:
    """Columns as plain lists."""

    __slots__ = ("columns",)

    def __init__(self, columns: list[list[int]]) -> None:
        """Take the columns, in the order of their names."""
        self.columns = columns

    @property
    def shape(self) -> tuple[int, int]:
        """The number of columns, and that of rows."""
        return len(self.columns), len(self.columns[0])

    def __getitem__(self, place: tuple[int, int]) -> int:
        """Return the number in a column and row."""
        column, row = place
        return self.columns[column][row]

    def __setitem__(self, place: tuple[int, int], value: int) -> None:
        """Put a number in a column and row."""
        column, row = place
        self.columns[column][row] = value


NONE: Final = -1
"""No row, no day, no rule: in every column that can be empty."""

DIFFERENT: Final = 1
MAKE_UP: Final = 2
COMPENSATORY: Final = 4
INFERRED: Final = 8
WITHOUT_REASON: Final = 16
NOT_REGULAR: Final = MAKE_UP | COMPENSATORY
"""The marks of a session, added up in `Log.mark`. `WITHOUT_REASON`: neither the row nor a table gives one."""

PLANNED_BY: Final = 32
"""What tells a session's planned minutes, times this, is added to its mark: a place in `terms.accounts.PLANNED_BY`."""

COUNTED: Final = 0
PENDING: Final = 1
NOT_DUE: Final = 2
CURED: Final = 3
"""What a miss's minutes are, in `Miss.state`: counted; or none of them, and why."""

CREDITED: Final = -2
"""The rule of minutes that were made up before anybody decided, in `Miss.rule` (ledger.md, 5)."""

GIVEN: Final = 0
GIVEN_DIFFERENTLY: Final = 1
MADE_UP: Final = 2
UNDER_AWARD: Final = 3
OVER_PROMISE: Final = 4
IN_NO_PERIOD: Final = 5
WAITING: Final = 6
NAMES_NOT_OWED: Final = 7
NOTHING_TO_SETTLE: Final = 8
OVER_AWARD: Final = 9
"""Where the minutes of a row went, in `Use.use`; from `OVER_PROMISE` on they are extra, and it says why."""

NO_WINDOW: Final = 0
SCHOOL_DAYS: Final = 1
CALENDAR_DAYS: Final = 2
BUSINESS_DAYS: Final = 3
END_OF_PERIOD: Final = 4
END_OF_IEP: Final = 5
END_OF_QUARTER: Final = 6
END_OF_SEMESTER: Final = 7
END_OF_YEAR: Final = 8
"""The kinds of deadline, in `Rule.window`."""


class _Calendar(NamedTuple):
    first: int = 0  # the first day that its counts cover
    size: int = 1  # how many days they cover
    begin: int = 2  # where its counts begin
    days_begin: int = 3  # where its school days begin among those of all calendars
    days_end: int = 4


class _Day(NamedTuple):
    year: int = 0  # weekdays in year terms before the day
    esy: int = 1  # weekdays in esy terms before the day
    school: int = 2  # school days before the day
    school_year: int = 3  # the same of services of the year
    school_esy: int = 4  # the same of services of esy terms
    quarter_end: int = 5  # the last day of its quarter, or NONE
    semester_end: int = 6
    year_end: int = 7


class _Span(NamedTuple):
    first: int = 0
    by_school_days: int = 1  # 1 for short_period by_school_days


class _Rule(NamedTuple):
    disposition: int = 0
    window: int = 1  # the kind of deadline
    window_n: int = 2
    releases: int = 3  # 1 if a declined offer releases the debt


class _Period(NamedTuple):
    first: int = 0
    last: int = 1
    whole: int = 2  # W
    served: int = 3  # V of a service that has all its days
    school: int = 4  # F of such a service


class _Student(NamedTuple):
    service_begin: int = 0
    service_end: int = 1
    link_begin: int = 2
    link_end: int = 3
    decided_begin: int = 4
    decided_end: int = 5
    declined_begin: int = 6
    declined_end: int = 7


class _Service(NamedTuple):
    minutes: int = 0  # N: minutes x sessions
    start: int = 1
    end: int = 2
    counts: int = 3  # the column of days that W and V count: year, esy or its school days
    school: int = 4  # the column of its school days: school_year or school_esy
    period_begin: int = 5
    period_end: int = 6
    row_begin: int = 7
    row_end: int = 8
    type: int = 9  # the student's first service of its service type
    calendar: int = 10
    policy: int = 11
    weighed_begin: int = 12
    weighed_end: int = 13


class _Weighed(NamedTuple):
    nth: int = 0  # which of the service's periods
    partly: int = 1  # 1 where V holds not all weekdays of the period; else it is for `by_school_days` only
    whole: int = 2  # W, V and F in minutes of slots
    served: int = 3
    school: int = 4


class _Link(NamedTuple):
    row: int = 0
    names: int = 1  # the row of the miss, or the place of the award


class _Decided(NamedTuple):
    row: int = 0
    disposition: int = 1
    minutes: int = 2  # NONE: all of them


class _Account(NamedTuple):
    promised: int = 0
    due: int = 1
    delivered: int = 2
    delivered_differently: int = 3
    still_due: int = 4
    missed: int = 5
    unrecorded: int = 6
    owed: int = 7
    not_owed: int = 8
    team_decides: int = 9
    unknown: int = 10
    made_up: int = 11
    released: int = 12
    open: int = 13
    overdue: int = 14
    extra: int = 15
    compensatory: int = 16
    in_no_period: int = 17  # rows, not minutes


class _Miss(NamedTuple):
    service: int = 0
    row: int = 1  # NONE where nothing is on record
    day: int = 2
    reason: int = 3
    inferred: int = 4
    gap: int = 5
    minutes: int = 6
    disposition: int = 7
    made_up: int = 8
    released: int = 9
    open: int = 10
    due_by: int = 11
    rule: int = 12  # span x reason, or CREDITED
    decided: int = 13  # the determination, or NONE
    state: int = 14  # COUNTED, or why it is none of the minutes


class _PeriodSums(NamedTuple):
    service: int = 0
    period: int = 1
    promised: int = 2
    due: int = 3
    delivered: int = 4
    delivered_differently: int = 5
    still_due: int = 6
    missed: int = 7
    unrecorded: int = 8
    extra: int = 9
    days: int = 10  # F
    elapsed: int = 11  # those of F up to the as-of date


class _Payment(NamedTuple):
    row: int = 0
    miss: int = 1
    minutes: int = 2


class _Use(NamedTuple):
    row: int = 0
    use: int = 1
    minutes: int = 2


class _MakeUp(NamedTuple):
    row: int = 0
    service: int = 1
    left: int = 2


class _Count(NamedTuple):
    make_ups: int = 0
    misses: int = 1
    period_sums: int = 2
    payments: int = 3
    owed: int = 4
    waiting: int = 5
    uses: int = 6


Calendar: Final = _Calendar()
Day: Final = _Day()
Span: Final = _Span()
Rule: Final = _Rule()
Period: Final = _Period()
Student: Final = _Student()
Service: Final = _Service()
Weighed: Final = _Weighed()
Link: Final = _Link()
Decided: Final = _Decided()
Account: Final = _Account()
Miss: Final = _Miss()
PeriodSums: Final = _PeriodSums()
Payment: Final = _Payment()
Use: Final = _Use()
MakeUp: Final = _MakeUp()
Count: Final = _Count()
"""The columns of each grid, by name."""


class Log(NamedTuple):
    """The sessions that count, by service, date, inferred ones last, and session_id."""

    day: Ints
    delivered: Ints
    planned: Ints
    reason: Ints
    mark: Ints
    order: Ints  # sessions compare by it as their ids compare as text


class Book(NamedTuple):
    """All that the fold reads."""

    calendars: Cells
    days: Cells  # of all calendars, one after the other
    school_days: Ints
    span_begin: Ints  # per policy and one more: where its spans begin
    spans: Cells  # of days in which a policy's rules do not change
    rules: Cells  # per span and reason
    periods: Cells
    students: Cells
    services: Cells  # those of a student together
    weighed: Cells  # the periods of services whose days are weighed by slots, by service and period
    log: Log
    links: Cells  # by row
    decided: Cells  # by row
    declined: Ints  # rows of which a make-up was declined, ascending
    award_minutes: Ints


LEFT_OUT: Final = 2
"""So wide is a list that nobody asked for. One of no columns would be another kind of array to the compiler, and all of
the fold would be compiled a second time."""


class Out(NamedTuple):
    """All that the fold writes, and room for one student's make-ups and unsettled misses meanwhile."""

    accounts: Cells
    missed_by_reason: Cells  # reason, service
    misses: Cells
    award_delivered: Ints
    period_sums: Cells  # per period; this and the next two may be left out
    payments: Cells  # which make-up paid which miss
    uses: Cells  # where the minutes of each row went
    make_ups: Cells
    owed: Ints  # misses that are owed
    waiting: Ints  # misses that the team decides or nobody knows
    queue: Ints  # make-ups, by service type
    counts: Ints


def columns_of(grid: Any, names: tuple[int, ...]) -> dict[str, Any]:
    """Return a grid's columns by name: `columns_of(out.misses, Miss)["open"]`."""
    fields: tuple[str, ...] = names._fields  # type: ignore[attr-defined]
    lists = grid.columns if isinstance(grid, Grid) else grid
    return {name: lists[place] for place, name in enumerate(fields)}


def in_order(by_name: dict[str, Any], names: tuple[int, ...]) -> list[Any]:
    """Return columns given by name in the order of their grid; a name too many or too few raises KeyError."""
    fields: tuple[str, ...] = names._fields  # type: ignore[attr-defined]
    if len(by_name) != len(fields):
        raise KeyError(*(set(by_name) ^ set(fields)))
    return [by_name[name] for name in fields]
