"""The rules for periods. Each takes the words and a place, and says what begins there."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from makegood.intake.mandate.cursor import number, unit, word
from makegood.intake.mandate.phrases import Flag, Limit, Match, Period, Span, Within
from makegood.intake.mandate.words import Word
from makegood.terms.accounts import PERS

_PER: Final = frozenset({"per", "a", "each", "every", "/"})
_WEEK: Final = 7
_BLOCKS: Final = frozenset({"week", "month"})
_NINE_WEEKS: Final = 9
_SEMESTERS: Final = 2
"""A school year has so many."""
UNKNOWN_LENGTH: Final = Span("cycle", 0)
"""A cycle that does not say its days of school."""
UNKNOWN_PERIOD: Final = Span("trimester", 0)
"""A period that the school calendar does not have."""
_DOUBTFUL: Final[dict[Word, tuple[tuple[Span, ...], str]]] = {
    "biweek": ((Span("week", 1, 2), Span("week", 2)), "biweekly_ambiguous"),
    "bimonth": ((Span("month", 1, 2), Span("month", 2)), "biweekly_ambiguous"),
    "fortnight": ((Span("week", 2), Span("month", 1, 2)), "biweekly_ambiguous"),
    "sem": ((Span("week"), Span("semester")), "sem_ambiguous"),
    "term": ((Span("quarter"), UNKNOWN_PERIOD), "period_unknown"),
    "trimester": ((UNKNOWN_PERIOD,), "period_unknown"),
    "summer": ((UNKNOWN_PERIOD,), "period_unknown"),
}
"""Words that name a period in more than one way, or one that the school calendar does not have."""


def share(words: Sequence[Word], at: int) -> Match | None:
    """So many days or weeks of a longer period: '5 days a week', '3 weeks per month'."""
    times, named, joint = number(words, at), unit(words, at + 1), word(words, at + 2)
    if times is None or named not in {"day", "week"} or joint not in _PER | {"of", "out_of"}:
        return None
    rest = at + 2 + (word(words, at + 2) in {"of", "out_of"})
    found = period(words, rest)
    if found is None:
        return None
    (first, *flags), end = found
    weekly = flags == [Flag("sem_ambiguous")]  # so many days of a 'sem' are most likely of a week
    if not isinstance(first, Period) or (not weekly and (len(first.spans) > 1 or flags)):
        return None
    span = first.spans[0]
    if span.times > 1 or PERS.index(span.per) <= PERS.index(named):
        return None
    if span == Span("week") and times > _WEEK:
        return None
    return (Within(times, named, span), *flags), end


def out_of(words: Sequence[Word], at: int) -> Match | None:
    """So many of every so many weeks: '3 out of 4 weeks', '3 weeks out of 4'."""
    times = number(words, at)
    weeks = unit(words, at + 1) == "week"
    place = at + 1 + weeks
    every = number(words, place + 1)
    if times is None or every is None or word(words, place) not in {"out_of", "of"}:
        return None
    again = unit(words, place + 2) == "week"
    if times > every or not (weeks or again):
        return None
    rest = place + 2 + again
    return (Within(times, "week", Span("week", every)),), rest


def period(words: Sequence[Word], at: int) -> Match | None:
    """A day, week, month or other period, or several of them: 'per week', 'every 2 weeks'."""
    start = at
    while word(words, at) in _PER:
        at += 1
    named, length, said = word(words, at), number(words, at), at > start
    if named in _DOUBTFUL and (said or named != "summer"):
        spans, doubt = _DOUBTFUL[named]
        return (Period(spans), Flag(doubt)), at + 1
    if named == "other" and said:
        return _blocks(2, unit(words, at + 1), at + 2)
    if length is not None:
        return _long(words, at, length) or (_several(words, at, length, words[start:at]) if said else None)
    if named == "cycle":
        return _cycle(words, at + 1)
    if named not in PERS or (not said and (_counts(words, at - 1) or str(word(words, at - 1))[:1] == "?")):
        return None
    return (Period((Span(str(named)),), stretch=_is_stretch(named, words[start:at])),), at + 1


def _is_stretch(named: Word, lead: Sequence[Word]) -> bool:
    """Say whether the year or the IEP's term may be how long the plan runs: no word of a rate is before it."""
    return (named in {"year", "iep"} and not lead) or (named == "iep" and set(lead) == {"/"})


def _counts(words: Sequence[Word], at: int) -> bool:
    """Say whether the number at a place counts what follows, as in '5 days'; in '1x30 wk' it is the minutes."""
    return at >= 0 and isinstance(words[at], Fraction) and (at < 1 or words[at - 1] != "x")


def _several(words: Sequence[Word], at: int, length: int, lead: Sequence[Word]) -> Match | None:
    """Return a block; 'per nine weeks' can mean the quarter, which many schools call their nine weeks."""
    named = unit(words, at + 1)
    if (length, named) == (_NINE_WEEKS, "week") and "every" not in lead:
        return (Period((Span("week", length), Span("quarter"))), Flag("weeks_or_term")), at + 2
    if word(words, at + 1) == "sem":
        # Of several semesters the school calendar has only two: the school year.
        if length == _SEMESTERS:
            return (Period((Span("week", length), Span("year"))), Flag("sem_ambiguous"), Flag("two_semesters")), at + 2
        return (Period((Span("week", length), UNKNOWN_PERIOD)), Flag("sem_ambiguous")), at + 2
    return _blocks(length, named, at + 2)


def _long(words: Sequence[Word], at: int, length: int) -> Match | None:
    """Return '6 day cycle' or '9 week quarter', which say their length."""
    measure, named = unit(words, at + 1), word(words, at + 2)
    if (measure, named) == ("day", "cycle"):
        return (Period((Span("cycle", length),)),), at + 3
    weeks = Span("week", length)
    if measure != "week":
        return None
    if named == "cycle":
        return (Period((weeks,)),), at + 3
    if named in {"quarter", "semester", "sem"}:
        per = "quarter" if named == "quarter" else "semester"
        return (Period((Span(per), weeks)), Flag("weeks_or_term")), at + 3
    if named in {"term", "trimester"}:
        terms = (Span("quarter"),) if length == _NINE_WEEKS else ()
        return (Period((weeks, *terms, UNKNOWN_PERIOD)), Flag("period_unknown")), at + 3
    return None


def _blocks(length: int, named: str, end: int) -> Match | None:
    """Return a block of several weeks or months; of days, the reading assumes days of school."""
    if named in _BLOCKS:
        return (Period((Span(named, length),)),), end
    if named == "day":
        return (Period((Span("cycle", length),)), Flag("period_assumed")), end
    if (named, length) == ("semester", _SEMESTERS):
        return (Period((Span("year"),)), Flag("two_semesters")), end
    return None


def _cycle(words: Sequence[Word], at: int) -> Match:
    """Return a cycle with the length that may follow it: 'cycle (6 days)', 'cycle of 6 days'."""
    opened = word(words, at) == "("
    place = at + (word(words, at) in {"(", "of"})
    length = number(words, place)
    closed = place + 2 + opened
    whole = not opened or word(words, closed - 1) == ")"
    if length and unit(words, place + 1) == "day" and place > at and whole:
        return (Period((Span("cycle", length),)),), closed
    return (Period((UNKNOWN_LENGTH,)),), at


def limit(words: Sequence[Word], at: int) -> Match | None:
    """How long it goes on: 'for 36 weeks', 'over three weeks'."""
    length, named = number(words, at + 1), unit(words, at + 2)
    if word(words, at) not in {"for", "into"} or length is None or named not in _BLOCKS:
        return None
    if out_of(words, at + 1) or share(words, at + 1):
        return None
    return (Limit(Span(named, length)), Flag("time_limited")), at + 3
