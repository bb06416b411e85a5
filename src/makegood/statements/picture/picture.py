"""The year week by week: what was given, missed and left without a record, as numbers and as a state."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from makegood.calendars import SchoolCalendar, day_number
from makegood.ledger import PeriodAccount
from makegood.records import Records
from makegood.statements.window.window import Window
from makegood.terms.reasons import UNRECORDED

State = Literal["all", "part", "none", "unrecorded", "pending", "running", "closed", "nothing"]
STATES: Final[tuple[State, ...]] = get_args(State)
Bar = Literal["given", "differently", "missed", "unrecorded", "pending", "make_up"]
BARS: Final[tuple[Bar, ...]] = get_args(Bar)
"""What a week's bar is made of, from the ground up; make-ups are a sign under it."""
_WEEK: Final = dt.timedelta(7)
_TO_SUNDAY: Final = dt.timedelta(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of one service, Monday to Sunday, in minutes.

    Attributes:
        given: Minutes of regular sessions given as written, as they were logged.
        differently: Those given, but not as the IEP says.
        make_up: Minutes of make-up and compensatory sessions held in the week.
        missed: What is missed, by the day of the miss.
        unrecorded: What is on no record, on its day where one is known, else in the week in which its period ends.
        pending: Gaps on record of a period that has not ended.
        state: The week in one word.
    """

    monday: dt.date
    given: int
    differently: int
    make_up: int
    missed: int
    unrecorded: int
    pending: int
    state: State

    @property
    def sunday(self) -> dt.date:
        """The week's last day."""
        return self.monday + _TO_SUNDAY

    @property
    def tall(self) -> int:
        """The minutes of the week's bar: make-ups are left out, they are not part of what was due."""
        return sum(self.minutes(name) for name in BARS if name != "make_up")

    def minutes(self, bar: Bar) -> int:
        """Return the minutes of one part of the week."""
        minutes: int = getattr(self, bar)
        return minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The weeks of one service; every service of a statement has the same ones."""

    service_id: str
    weeks: tuple[Week, ...]

    @property
    def tallest(self) -> int:
        """The most minutes of any week's bar."""
        return max((week.tall for week in self.weeks), default=0)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The parts that occur in any week."""
        return tuple(bar for bar in BARS if any(week.minutes(bar) for week in self.weeks))

    @property
    def own(self) -> tuple[Week, ...]:
        """The weeks from the first to the last that tell of the service itself, such as a summer's."""
        told = [n for n, week in enumerate(self.weeks) if week.tall or week.make_up or week.state == "running"]
        return self.weeks[told[0] : told[-1] + 1] if told else ()

    @property
    def counts(self) -> dict[State, int]:
        """How many weeks are in each state that occurs."""
        found = Counter(week.state for week in self.weeks)
        return {state: found[state] for state in STATES if found[state]}


def pictures_of(
    records: Records, window: Window, calendar: SchoolCalendar | None, as_of: dt.date
) -> tuple[Picture, ...]:
    """Return the picture of each service of a window, all over the same weeks."""
    days = [monday(h.date) for h in window.held] + [monday(miss.missed_on) for miss in window.misses]
    days += [monday(max(p.first, _start(records, p.service_id) or p.first)) for p in window.periods]
    days += [monday(min(p.last, as_of)) for p in window.periods]
    if not days:
        return ()
    mondays = [min(days) + _WEEK * n for n in range((max(days) - min(days)).days // 7 + 1)]
    return tuple(
        Picture(
            service_id=service.service_id,
            weeks=_weeks(window, service.service_id, mondays, calendar, as_of),
        )
        for service in window.services
    )


def month_starts(weeks: Sequence[Week], room: int) -> Iterator[int]:
    """Yield the places of the weeks in which a month begins, if its name (so many weeks wide) has room."""
    starts = [n for n, week in enumerate(weeks) if n == 0 or week.monday.month != weeks[n - 1].monday.month]
    # The first month may have only its last weeks here; then the next one is named instead.
    if len(starts) > 1 and starts[1] < room:
        starts = starts[1:]
    free = 0
    for n in starts:
        if n >= free:
            free = n + room
            yield n


def monday(day: dt.date) -> dt.date:
    """Return the Monday of a day's week."""
    return day - dt.timedelta(day.weekday())


def _weeks(
    window: Window, service_id: str, mondays: list[dt.date], calendar: SchoolCalendar | None, as_of: dt.date
) -> tuple[Week, ...]:
    given, differently, make_up = Counter[dt.date](), Counter[dt.date](), Counter[dt.date]()
    missed, unrecorded, pending = Counter[dt.date](), Counter[dt.date](), Counter[dt.date]()
    for held in (h for h in window.held if h.service_id == service_id):
        account = make_up if held.kind != "regular" else differently if held.different else given
        account[monday(held.date)] += held.minutes
    for miss in (m for m in window.misses if m.service_id == service_id):
        account = unrecorded if miss.reason == UNRECORDED else missed
        account[monday(miss.missed_on)] += miss.minutes
        if miss.status == "pending" and miss.reason != UNRECORDED:
            pending[monday(miss.missed_on)] += miss.gap
    due = [period for period in window.periods if period.service_id == service_id and period.still_due]
    return tuple(
        Week(
            monday=day,
            given=given[day],
            differently=differently[day],
            make_up=make_up[day],
            missed=missed[day],
            unrecorded=unrecorded[day],
            pending=pending[day],
            state=_state(
                given[day] + differently[day],
                missed[day],
                unrecorded[day],
                pending[day],
                closed=_closed(calendar, day),
                running=_running(due, day, as_of),
            ),
        )
        for day in mondays
    )


def _state(given: int, missed: int, unrecorded: int, pending: int, *, closed: bool, running: bool) -> State:
    if unrecorded:
        return "unrecorded"
    if missed:
        return "part" if given else "none"
    if pending:
        return "pending"
    if given:
        return "all"
    if closed:
        return "closed"
    return "running" if running else "nothing"


def _closed(calendar: SchoolCalendar | None, day: dt.date) -> bool:
    if calendar is None:
        return False
    number = day_number(day)
    return calendar.count(calendar.school, number, number + 6) == 0


def _running(due: Sequence[PeriodAccount], day: dt.date, as_of: dt.date) -> bool:
    """Return whether minutes of a week may still be given: a week that is not over, of a period with minutes due."""
    sunday = day + _TO_SUNDAY
    return as_of <= sunday and any(period.first <= sunday and day <= period.last for period in due)


def _start(records: Records, service_id: str) -> dt.date | None:
    return records.services.start[records.services.index()[service_id]]
