"""What a family can do next, each step with the place where it stands."""

import datetime as dt
from calendar import monthrange
from typing import Final

from makegood.statements.statement.case import Case
from makegood.statements.statement.statement import Step

_LOG: Final = ("34 CFR 300.613", "http://iarules.elaws.us/rule/281.41.613")
_MEETING: Final = ("34 CFR 300.324(b)(1)", "https://sites.ed.gov/idea/regs/b/d/300.324/b")
_COMPLAINT: Final = ("34 CFR 300.153(c)", "https://law.lawstack.com/cfr/34/300.153/")
_MONTHS: Final = 12


def next_steps(case: Case) -> tuple[Step, ...]:
    """Return the steps: the log, a meeting, and what leaves the year of a State complaint."""
    say = case.words.say
    found = say("verified_found")
    return (
        Step(text=say("step_log"), citation=_LOG[0], href=_LOG[1], checked=f"({say('state_copy')})"),
        Step(text=say("step_meeting"), citation=_MEETING[0], href=_MEETING[1], checked=found),
        Step(
            text=f"{say('step_complaint')} {_leaving(case)}",
            citation=_COMPLAINT[0],
            href=_COMPLAINT[1],
            checked=found,
        ),
    )


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later or earlier; the month's last day if it has no such day."""
    count = day.year * _MONTHS + day.month - 1 + months
    year, month = count // _MONTHS, count % _MONTHS + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _leaving(case: Case) -> str:
    """Return which misses leave the look-back of one year within the next month, and which have left it."""
    words, say, as_of = case.words, case.words.say, case.ledger.as_of
    begins, soon = months_later(as_of, -_MONTHS), months_later(as_of, 1)
    will_begin = months_later(soon, -_MONTHS)
    misses = [miss for miss in case.window.misses if miss.minutes]
    leaving = [miss for miss in misses if begins <= miss.missed_on < will_begin]
    gone = sum(miss.minutes for miss in misses if miss.missed_on < begins)
    parts = [say("has_left", minutes=words.minutes(gone))] if gone else []
    if leaving:
        days = case.days(sorted({miss.missed_on for miss in leaving}))
        minutes = words.minutes(sum(miss.minutes for miss in leaving))
        parts.append(say("leaves", minutes=minutes, day=words.day(soon), days=days))
    elif misses:
        parts.append(say("leaves_none", day=words.day(soon)))
    return " ".join(parts)
