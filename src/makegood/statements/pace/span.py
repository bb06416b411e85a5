"""The spans that a pace is counted for: the current period, the school year, the service's own dates."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from makegood.calendars import Period, date_of
from makegood.log import ServiceFacts
from makegood.statements.pace.pace import Horizon
from makegood.statements.pace.silent import Weeks, school_weeks


class PaceSpan(NamedTuple):
    """A span of services alike, inside their own dates.

    Attributes:
        first: Its first day.
        last: Its last day.
        days: The same as day numbers.
        inside: Which of a service's periods share a day with it, counted from 0.
        days_left: The school days in it after the day that is counted to.
    """

    horizon: Horizon
    first: dt.date
    last: dt.date
    days: tuple[int, int]
    inside: slice
    days_left: int


class Spans(NamedTuple):
    """The spans of services alike that run on a day, shortest first.

    Attributes:
        every: The spans; there is at least one.
        rate: The one that the rate rests on: the school year's, or the service's own where it counts by the IEP.
        days_so_far: School days from the rate's first day to the day that is counted to.
        weeks: The rate's school weeks.
    """

    every: list[PaceSpan]
    rate: PaceSpan
    days_so_far: int
    weeks: Weeks


def spans_of(facts: ServiceFacts, per: str, periods: Sequence[Period], today: int) -> Spans | None:
    """Return the spans of a service that runs on a day; None if it does not run.

    Args:
        facts: Where and when the service is held.
        per: In what it promises: a week, a month.
        periods: All its periods, those to come as well.
        today: The day (a day number).
    """
    first, last = facts.start, facts.end
    if not first <= today <= last:
        return None

    def school_days(begin: int, finish: int) -> int:
        return facts.calendar.count(facts.school_days, begin, finish)

    def span(horizon: Horizon, begin: int, finish: int) -> PaceSpan:
        begin, finish = max(begin, first), min(finish, last)
        inside = [at for at, period in enumerate(periods) if period.first <= finish and begin <= period.last]
        return PaceSpan(
            horizon=horizon,
            first=date_of(begin),
            last=date_of(finish),
            days=(begin, finish),
            inside=slice(inside[0], inside[-1] + 1) if inside else slice(0),
            days_left=school_days(max(begin, today + 1), finish),
        )

    spans = [span("period", period.first, period.last) for period in periods if period.first <= today < period.last]
    term = facts.calendar.term_of("esy" if facts.esy else "year", today)
    if term is not None and per != "iep":
        spans.append(span("year", term.start, term.end))
    whole = span("iep", first, last)
    if not spans or spans[-1].days != whole.days:
        spans.append(whole)
    rate = next((span for span in spans if span.horizon == "year"), spans[-1])
    begin, finish = rate.days
    return Spans(spans, rate, school_days(begin, min(finish, today)), school_weeks(facts, begin, finish))
