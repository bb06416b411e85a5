"""Policies as small tables: one row per policy, span of days without a change, and reason."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from makegood.calendars import date_of, day_number
from makegood.ledger import columns
from makegood.policies import Policy, Rule, Within
from makegood.terms.accounts import DISPOSITIONS, Disposition
from makegood.terms.reasons import REASONS, UNRECORDED

BEFORE_ALL: Final = -(10**9)
"""A day before every day that a record can bear."""

_UNITS: Final = {
    "school_days": columns.SCHOOL_DAYS,
    "calendar_days": columns.CALENDAR_DAYS,
    "business_days": columns.BUSINESS_DAYS,
    "weeks": columns.CALENDAR_DAYS,
}
_ENDS: Final = {
    "period": columns.END_OF_PERIOD,
    "iep": columns.END_OF_IEP,
    "quarter": columns.END_OF_QUARTER,
    "semester": columns.END_OF_SEMESTER,
    "year": columns.END_OF_YEAR,
}
_DAYS_IN_A_WEEK: Final = 7
_FIRST_OF_ALL: Final = day_number(dt.date.min)


@dataclass(frozen=True, slots=True)
class CodedRules:
    """What policies say, as numbers, and the rules themselves by their place there (None: silent).

    Attributes:
        span_begin: For each policy and one more, where its spans begin.
        spans: By the columns of `Span`.
        table: By the columns of `Rule`, for each span and reason.
    """

    span_begin: list[int]
    spans: list[list[int]]
    table: list[list[int]]
    rules: tuple[Rule | None, ...]


def code_rules(policies: Sequence[Policy]) -> CodedRules:
    """Write out what each policy says of every reason in every span of days."""
    span_begin = [0]
    first: list[int] = []
    by_school_days: list[int] = []
    rules: list[Rule | None] = []
    for policy in policies:
        changes = [day_number(day) for day in policy.changes()]
        for start in [BEFORE_ALL, *changes]:
            # Any day before the first change stands for all of them; before the first day of all there is none.
            day = date_of(start if start != BEFORE_ALL else max(min(changes, default=1) - 1, _FIRST_OF_ALL))
            first.append(start)
            by_school_days.append(int(policy.short_period(day) == "by_school_days"))
            rules += [policy.rule(reason, day) for reason in REASONS]
        span_begin.append(len(first))
    windows = [_window(rule.make_up_within if rule else None) for rule in rules]
    table = [
        [DISPOSITIONS.index(disposition_of(rule, REASONS[place % len(REASONS)])) for place, rule in enumerate(rules)],
        [window for window, _ in windows],
        [n for _, n in windows],
        [int(rule is not None and rule.declined_offer_releases) for rule in rules],
    ]
    return CodedRules(span_begin, [first, by_school_days], table, tuple(rules))


def disposition_of(rule: Rule | None, reason: str) -> Disposition:
    """Return what a rule decides; where all are silent the team does, and no record proves nothing."""
    if rule is not None:
        return rule.disposition
    return "unknown" if reason == UNRECORDED else "team_decides"


def _window(within: Within | None) -> tuple[int, int]:
    if within is None:
        return columns.NO_WINDOW, 0
    if within.end_of is not None:
        return _ENDS[within.end_of], 0
    if within.n is None or within.unit is None:
        return columns.NO_WINDOW, 0
    days = within.n * (_DAYS_IN_A_WEEK if within.unit == "weeks" else 1)
    return _UNITS[within.unit], days
