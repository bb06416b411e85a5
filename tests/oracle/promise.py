"""What a service promises, period by period (L2)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from tests.oracle.school import School
from tests.oracle.tables import ONE_DAY, Row, day, days_between, number, text, yes


@dataclass(frozen=True)
class Service:
    """A service as its row tells, with its days settled."""

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


@dataclass(frozen=True)
class Period:
    """One period of a service, both days included, and the days counted in it."""

    first: date
    last: date
    w_days: set[date]
    v_days: set[date]
    f_count: int


def service_of(row: Row, school: School) -> Service:
    """Read one service."""
    # L1: without start or end it runs from the first year term's start to the last one's end.
    years = school.terms_of("year")
    return Service(
        row,
        text(row, "service_id"),
        text(row, "student_id"),
        text(row, "service_type"),
        number(row, "minutes", 0),
        text(row, "per"),
        number(row, "sessions", 1),
        number(row, "every", 1),
        yes(row, "esy", blank=False),
        day(row, "start") or min(year.start for year in years),
        day(row, "end") or max(year.end for year in years),
    )


def periods_of(service: Service, school: School) -> list[Period]:
    """Return every period that has a day in the service's start to end (D5), in order."""
    in_term = school.esy_weekdays if service.esy else school.year_weekdays
    own = set(days_between(service.start, service.end))
    found = []
    for first, last in _spans(service, school):
        span = set(days_between(first, last))
        if not span & own:
            continue
        # L2: W are the weekdays inside a year term (esy term), for cycle its school days;
        # V those of W in the service's start to end; F the school days there, at most V.
        w_days = span & (school.school_days if service.per == "cycle" else in_term)
        v_days = w_days & own
        f_count = min(len(span & school.school_days & own), len(v_days))
        found.append(Period(first, last, w_days, v_days, f_count))
    return found


def promised_and_due(service: Service, period: Period, short_period: str) -> tuple[int, int]:
    """Return a period's promised and due minutes."""
    n = service.minutes * service.sessions
    w, v, f = len(period.w_days), len(period.v_days), period.f_count
    if w == 0:
        return 0, 0
    promised = half_up(Fraction(n * v, w))
    if short_period == "by_school_days":
        return promised, half_up(Fraction(n * f, w))
    return promised, promised if f > 0 else 0


def half_up(exact: Fraction) -> int:
    """Round to the nearest minute, half up."""
    return floor(exact + Fraction(1, 2))


def _spans(service: Service, school: School) -> list[tuple[date, date]]:
    if service.per == "iep":
        return [(service.start, service.end)]  # D8: one period, start to end
    if service.per == "day":
        return [(d, d) for d in days_between(service.start, service.end)]
    if service.per == "week":
        return _blocks(service, _weeks(service))
    if service.per == "month":
        return _blocks(service, _months(service))
    if service.per == "cycle":
        return _cycles(service, school)
    return [(term.start, term.end) for term in school.terms_of(service.per)]  # D8


def _weeks(service: Service) -> list[tuple[date, date]]:
    # Weeks run Monday to Sunday; enough of them to fill the last block too.
    monday = service.start
    while monday.weekday() != 0:
        monday -= ONE_DAY
    weeks: list[tuple[date, date]] = []
    while monday <= service.end or len(weeks) % service.every:
        weeks.append((monday, monday + 6 * ONE_DAY))
        monday += 7 * ONE_DAY
    return weeks


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


def _cycles(service: Service, school: School) -> list[tuple[date, date]]:
    # D7: cycles count the school days of each year term (esy term) anew; one runs from its
    # first school day to the day before the next one's first, the last one to the term's end.
    cycles = []
    for term in school.terms_of("esy" if service.esy else "year"):
        inside = [d for d in days_between(term.start, term.end) if d in school.school_days]
        firsts = inside[:: service.every]
        lasts = [following - ONE_DAY for following in firsts[1:]] + [term.end]
        cycles += list(zip(firsts, lasts, strict=False))
    return cycles
