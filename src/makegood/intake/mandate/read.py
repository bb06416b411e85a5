"""Read a text: from words to a reading, or to what a person must decide."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from makegood.intake.mandate.clause import Clause, read_clause, relate, shared
from makegood.intake.mandate.context import set_aside
from makegood.intake.mandate.dates import restore, without_dates
from makegood.intake.mandate.flags import FLAGS
from makegood.intake.mandate.grammar import phrases
from makegood.intake.mandate.meanings import Meaning
from makegood.intake.mandate.people import most_exact
from makegood.intake.mandate.periods import UNKNOWN_LENGTH, UNKNOWN_PERIOD
from makegood.intake.mandate.phrases import Flag, Phrase, Who
from makegood.intake.mandate.reading import MandateReading, Reading
from makegood.intake.mandate.segments import segments, settle
from makegood.intake.mandate.words import normalise, tokens

_LONGEST: Final = 400
_MOST_READINGS: Final = 12
_DENIALS: Final = frozenset(
    {"no", "not", "non", "never", "without", "none", "declined", "denied", "refused", "discontinued", "sin", "nunca"}
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_DAYS: Final = {
    "day": 1, "cycle": 1, "week": 7, "month": 31, "quarter": 100, "semester": 200, "year": 366,
}  # fmt: skip
_APART: Final = {"several_parts", "alternatives", "two_periods"}
_DAY: Final = 24 * 60


@lru_cache(maxsize=16384)
def read_mandate(text: str) -> MandateReading:
    """Return every meaning of an IEP's wording, in minutes, and whether a person must decide.

    Never raises: what is not understood is `unparsed`. A text of over 400 characters is not read.
    """
    if len(text) > _LONGEST:
        return MandateReading(text, "review", ("unparsed",), ())
    restored = restore(text)
    plain, dates = without_dates(normalise(text if restored is None else restored))
    around = set_aside(tokens(plain), _capitals(text))
    found = settle(phrases([token.word for token in around.tokens], [token.spelled for token in around.tokens]))
    readings, flags = _understand(found, side_by_side=len(around.services) > 1 or len(dates) > 2)  # noqa: PLR2004 - a start and an end
    if restored is not None:
        flags = flags - {"unparsed"} | {"excel_damage"}
    unread = tuple(dict.fromkeys(each.word for each in found if isinstance(each, Flag) and each.word))
    if len(readings) > _MOST_READINGS or not _DENIALS.isdisjoint(unread):  # what is denied is no reading
        readings, flags = [], flags | {"unparsed"}
    if not flags and len(readings) != 1:
        flags = flags | {"unparsed"}
    return MandateReading(
        text=text,
        status="review" if flags else "ok",
        flags=tuple(flag for flag in FLAGS if flag in flags),
        readings=tuple(readings),
        unread=unread,
        aside=around.aside,
        dates=dates,
    )


def _capitals(text: str) -> frozenset[str]:
    """Return the words, in small letters, that a text always writes with one capital letter in front."""
    spelled = _LETTERS.findall(unicodedata.normalize("NFKC", text))
    small = {word.casefold() for word in spelled if not word.istitle()}
    return frozenset(word.casefold() for word in spelled if word.istitle()) - small


def _understand(found: Sequence[Phrase], *, side_by_side: bool) -> tuple[list[Reading], set[str]]:
    """Return the readings and flags of a text's phrases; services or dates side by side may each have their own."""
    clauses = shared([read_clause(segment) for segment in segments(found)])
    flags = set().union(*(clause.flags for clause in clauses))
    meanings = [(meaning, clause) for clause in clauses for meaning in clause.meanings]
    if side_by_side:
        flags.add("several_parts")
    elif len(clauses) == 2:  # noqa: PLR2004 - a pair is what can be set against each other
        meanings, raised = relate(*clauses)
        flags |= raised
    elif len(clauses) > 1:
        flags.add("several_parts")
    everyone = tuple(dict.fromkeys(who for clause in clauses for who in clause.who))
    readings: dict[Reading, None] = {}
    for meaning, clause in meanings:
        people: list[Who | None] = [*most_exact(clause.who if flags & _APART else everyone)]
        flags |= _missing(meaning, clause) | ({"delivery_unclear"} if len(people) > 1 else set())
        if meaning.minutes or meaning.sessions or meaning.span:
            readings |= dict.fromkeys(_reading(meaning, clause, who) for who in people or [None])
    if any(map(_impossible, readings)):
        flags.add("impossible")
    return list(readings), flags


def _missing(meaning: Meaning, clause: Clause) -> set[str]:
    """Name what a meaning lacks."""
    lacks = set()
    if meaning.minutes is None and "not_minutes" not in clause.flags:
        lacks.add("no_minutes")
    if meaning.span is None:
        lacks.add("no_period")
    elif meaning.span == UNKNOWN_LENGTH:
        lacks.add("no_cycle_length")
    if meaning.sessions is None and clause.role == "each":
        lacks.add("count_assumed")
    return lacks


def _reading(meaning: Meaning, clause: Clause, who: Who | None) -> Reading:
    span = None if meaning.span in {UNKNOWN_LENGTH, UNKNOWN_PERIOD} else meaning.span
    return Reading(
        minutes=meaning.minutes,
        sessions=meaning.sessions or 1,
        per=span.per if span else None,
        every=span.every if span else 1,
        group_max=who.group_max if who else None,
        delivery=who.delivery if who else None,
        total=meaning.minutes is not None
        and meaning.sessions is None
        and clause.role != "each"
        and "count_assumed" not in clause.flags,
    )


def _impossible(reading: Reading) -> bool:
    """Say whether it comes to more minutes than the days of its period have."""
    days = _DAYS.get(reading.per or "")
    total = (reading.minutes or 0) * reading.sessions
    return days is not None and total > days * reading.every * _DAY
