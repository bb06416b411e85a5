"""A service, its slots and its periods (L1, L2)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tests.oracle.school import School
from tests.oracle.tables import ONE_DAY, Row, day, days_between, number, text, yes


@dataclass(frozen=True)
class Service:
    """A service as its row says, with its days, its calendar and its policy settled."""

    row: Row
    service_id: str
    student_id: str
    service_type: str
    minutes: int
    per: str
    sessions: int
    every: int
    esy: bool
    start: date
    end: date
    school: School
    policy_id: str
    slots: list[Row]

    @cached_property
    def term_days(self) -> set[date]:
        """Every day inside the service's own terms, weekends too."""
        return self.school.days_in_terms("esy" if self.esy else "year")

    @cached_property
    def school_days(self) -> set[date]:
        """The calendar's school days inside its terms, and those that `school_day` adds (L2)."""
        return (self.school.school_days & self.term_days) | self.school.added

    @cached_property
    def own_days(self) -> set[date]:
        """Every day from its start to its end."""
        return set(days_between(self.start, self.end))


@dataclass
class Period:
    """One period of a service, both days included, and the days counted in it.

    `school_days` are the service's own, in its start to end. What is due, what falls short of it
    and whether the period is pending (still open) are filled in when it is reckoned.
    """

    first: date
    last: date
    w_days: set[date]
    v_days: set[date]
    school_days: set[date]
    due: int = 0
    shortfall: int = 0
    pending: bool = False

    @property
    def weekdays(self) -> set[date]:
        """Monday to Friday, inside terms or not."""
        return {d for d in days_between(self.first, self.last) if d.weekday() < 5}

    def holds(self, on: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.first <= on <= self.last

    def is_open(self, as_of: date) -> bool:
        """Tell whether one of its school days lies after the as-of date (L2)."""
        return any(d > as_of for d in self.school_days)


def service_of(row: Row, school: School, policy_id: str, slots: list[Row]) -> Service:
    """Read one service."""
    # L1: without start or end it runs from the first year term's start to the last one's end
    # (the esy terms' with esy).
    esy = yes(row, "esy", blank=False)
    years = school.terms_of("esy" if esy else "year")
    return Service(
        row,
        text(row, "service_id"),
        text(row, "student_id"),
        text(row, "service_type"),
        number(row, "minutes", 0),
        text(row, "per"),
        number(row, "sessions", 1),
        number(row, "every", 1),
        esy,
        day(row, "start") or min(year.start for year in years),
        day(row, "end") or max(year.end for year in years),
        school,
        policy_id,
        slots,
    )


def periods_of(service: Service) -> list[Period]:
    """Return every period that has a day in the service's start to end (D5), in order."""
    own, in_terms, school_days = service.own_days, service.term_days, service.school_days
    found = []
    for first, last in _spans(service):
        span = set(days_between(first, last))
        if not span & own:
            continue
        weekdays = {d for d in span if d.weekday() < 5}
        # L2: W are the weekdays inside the terms, for cycle the school days; V those of them in
        # the service's start to end.
        w_days = span & school_days if service.per == "cycle" else weekdays & in_terms
        if service.per == "iep":
            w_days &= own  # D8: no proration
        v_days = w_days & own
        if service.per in ("week", "month") and 2 * len(w_days) < len(weekdays):
            w_days = weekdays  # the terms hold under half of it
        found.append(Period(first, last, w_days, v_days, span & own & school_days))
    return found


def _spans(service: Service) -> list[tuple[date, date]]:
    if service.per == "iep":
        return [(service.start, service.end)]  # D8: one period, start to end
    if service.per == "day":
        return [(d, d) for d in days_between(service.start, service.end)]
    if service.per == "week":
        return _blocks(service, _weeks(service))
    if service.per == "month":
        return _blocks(service, _months(service))
    if service.per == "cycle":
        return _cycles(service)
    # D8; with esy, `year` means the esy terms (L1).
    kind = "esy" if service.esy and service.per == "year" else service.per
    return [(term.start, term.end) for term in service.school.terms_of(kind)]


def _weeks(service: Service) -> list[tuple[date, date]]:
    # Weeks run Monday to Sunday; enough of them to fill the last block too.
    monday = monday_of(service.start)
    weeks: list[tuple[date, date]] = []
    while monday <= service.end or len(weeks) % service.every:
        weeks.append((monday, monday + 6 * ONE_DAY))
        monday += 7 * ONE_DAY
    return weeks


def monday_of(some_day: date) -> date:
    """Return the Monday of a day's week."""
    while some_day.weekday() != 0:
        some_day -= ONE_DAY
    return some_day


def _months(service: Service) -> list[tuple[date, date]]:
    first = service.start.replace(day=1)
    months: list[tuple[date, date]] = []
    while first <= service.end or len(months) % service.every:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        months.append((first, following - ONE_DAY))
        first = following
    return months


def _blocks(service: Service, units: list[tuple[date, date]]) -> list[tuple[date, date]]:
    # L1: blocks of `every` weeks or months, from the week or month of the service's start.
    size = service.every
    return [(units[i][0], units[i + size - 1][1]) for i in range(0, len(units), size)]


def _cycles(service: Service) -> list[tuple[date, date]]:
    # D7: cycles count the school days of each year term (esy term) anew; one runs from its
    # first school day to the day before the next one's first, the last one to the term's end.
    cycles = []
    for term in service.school.terms_of("esy" if service.esy else "year"):
        inside = [d for d in days_between(term.start, term.end) if d in service.school_days]
        firsts = inside[:: service.every]
        lasts = [following - ONE_DAY for following in firsts[1:]] + [term.end]
        cycles += list(zip(firsts, lasts, strict=False))
    return cycles
