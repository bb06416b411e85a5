"""What a family can do next, each step with its source."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from makegood.statements.statement.case import Case
from makegood.statements.statement.statement import Step

_LOG: Final = ("34 CFR 300.613", "http://iarules.elaws.us/rule/281.41.613")
_MEETING: Final = ("34 CFR 300.324(b)(1)", "https://sites.ed.gov/idea/regs/b/d/300.324/b")
_COMPLAINT: Final = ("34 CFR 300.153(c)", "https://law.lawstack.com/cfr/34/300.153/")
_MONTHS: Final = 12


def next_steps(case: Case) -> tuple[Step, ...]:
    """Return the steps: the log, a meeting, and a State complaint with what it can still reach; none for a school."""
    if case.audience == "school":
        return ()
    words, phrases = case.words, case.words.steps
    found = words.rules.verifications["found"]
    meeting, complaint = phrases.meeting.format(child=words.child), " ".join([phrases.complaint, *_look_back(case)])
    return (
        Step(text=phrases.log, citation=_LOG[0], href=_LOG[1], checked=f"({phrases.state_copies})"),
        Step(text=meeting, citation=_MEETING[0], href=_MEETING[1], checked=found),
        Step(text=complaint, citation=_COMPLAINT[0], href=_COMPLAINT[1], checked=found),
    )


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later or earlier; the month's last day if it has no such day."""
    count = day.year * _MONTHS + day.month - 1 + months
    year, month = count // _MONTHS, count % _MONTHS + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def _look_back(case: Case) -> Iterator[str]:
    """Yield which misses are within the year before a complaint, and until when it must be received."""
    words, phrases, as_of = case.words, case.words.steps, case.ledger.as_of
    begins = months_later(as_of, -_MONTHS)
    will_begin = months_later(months_later(as_of, 1), -_MONTHS)
    misses = [miss for miss in case.window.misses if miss.minutes]
    leaving = [miss for miss in misses if begins <= miss.missed_on < will_begin]
    others = [miss.missed_on for miss in misses if miss.missed_on >= will_begin]
    older = sum(miss.minutes for miss in misses if miss.missed_on < begins)
    if older:
        yield phrases.already_older.of(older, minutes=words.minutes(older))
    if leaving:
        minutes = sum(miss.minutes for miss in leaving)
        last = words.day(months_later(min(miss.missed_on for miss in leaving), _MONTHS))
        yield phrases.soon_older.of(minutes, minutes=words.minutes(minutes), days=case.whens(leaving), day=last)
    elif others:
        phrase = phrases.others_within if older else phrases.all_within
        yield phrase.format(day=words.day(months_later(min(others), _MONTHS)))
