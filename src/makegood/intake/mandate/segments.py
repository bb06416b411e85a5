"""The phrases cut into segments of one amount each, once every bare number knows what it counts."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from makegood.intake.mandate.pairs import LEAST_MINUTES, MOST_SESSIONS
from makegood.intake.mandate.phrases import (
    Amount,
    Count,
    Factor,
    Flag,
    Joint,
    Number,
    Pairing,
    Period,
    Phrase,
    Span,
    Within,
)

_DAYS_OF_A_WEEK: Final = 7
_CUTS: Final = frozenset({",", "(", "=", "and", "or", "/", ":"})
_SIGNS: Final = frozenset({",", "-", "/", ":", "("})
_OPEN_AT_START: Final = frozenset({"and", "or", "=", "-", "/", "x"})
_OPEN_AT_END: Final = _OPEN_AT_START | {"for", "of", "into", "a", ":"}


class Segment(NamedTuple):
    """Phrases about one amount, and the word or sign that joins them to the segment before."""

    phrases: tuple[Phrase, ...]
    link: str


def settle(found: Sequence[Phrase]) -> list[Phrase]:
    """Say what each bare number counts: minutes in a sum or if none are given, else sessions.

    A text that begins or ends in the middle of something is `unparsed`: the rest was cut off.
    """
    settled: list[Phrase] = []
    for at, phrase in enumerate(found):
        if isinstance(phrase, Number):
            settled += _counted(phrase.value, settled, found[at:])
        elif isinstance(phrase, Factor):
            daily = settled[-1:] == [Period((Span("day"),))] and phrase.value <= _DAYS_OF_A_WEEK
            # '30 min a day x 5': five days, most likely of a week
            within = Within(phrase.value, "day", Span("week"))
            settled += [within, Flag("period_assumed")] if daily else [_multiplied(phrase.value, found)]
        else:
            settled.append(phrase)
    opened = any(edge.word in _OPEN_AT_START for edge in found[:1] if isinstance(edge, Joint))
    closed = any(edge.word in _OPEN_AT_END for edge in found[-1:] if isinstance(edge, Joint))
    if opened or closed or found.count(Joint("(")) != found.count(Joint(")")):
        settled.append(Flag("unparsed"))
    return settled


def _counted(value: int, before: Sequence[Phrase], rest: Sequence[Phrase]) -> list[Phrase]:
    """Return what a bare number stands for, between what is settled and what follows from it on."""
    amounts = any(isinstance(each, Amount | Pairing) for each in (*before, *rest))
    counts = any(isinstance(each, Count) for each in (*before, *rest))
    if amounts and before and before[-1] in {Joint("="), Joint("(")}:
        return [Amount((value,), "total")]
    hours = before and isinstance(before[-1], Amount) and before[-1].minutes[0] % 60 == 0  # '1 h 30' is no count
    if (
        amounts
        and not counts
        and not hours
        and value <= MOST_SESSIONS
        and any(isinstance(each, Period) for each in rest[1:2])
    ):
        return [Count((value,))]
    if amounts:
        return [Flag("unparsed", str(value))]
    if value >= LEAST_MINUTES or any(isinstance(each, Count) for each in rest):
        return [Amount((value,)), Flag("unit_assumed")]
    return [Count((value,))]


def _multiplied(value: int, found: Sequence[Phrase]) -> Phrase:
    """Return what a number after a times sign is: minutes where the sessions are said and no minutes, else sessions."""
    counted = any(isinstance(each, Count) and max(each.times) < LEAST_MINUTES for each in found)
    counted = counted or any(isinstance(each, Within) for each in found)
    measured = any(isinstance(each, Amount | Pairing) for each in found)
    return Amount((value,), "each") if counted and not measured and value >= LEAST_MINUTES else Count((value,))


def segments(found: Sequence[Phrase]) -> list[Segment]:
    """Cut before each further amount, at the last sign or word that joins it to the one before."""
    amounts = [at for at, each in enumerate(found) if isinstance(each, Amount | Pairing)]
    cuts = [_cut(found, left, right) for left, right in pairwise(amounts)]
    links = ["", *(str(getattr(found[cut], "word", "")) for cut in cuts)]
    edges = pairwise([0, *cuts, len(found)])
    rated = any(map(_is_rate, found))
    return [
        Segment(tuple(_without_stretch(found[a:b], rated=rated)), link)
        for link, (a, b) in zip(links, edges, strict=True)
    ]


def _without_stretch(found: Sequence[Phrase], *, rated: bool) -> list[Phrase]:
    """Leave out how long the plan runs, 'for the school year', where a rate is given too."""
    own = any(map(_is_rate, found))
    kept: list[Phrase] = []
    for phrase in found:
        apart = not kept or (isinstance(kept[-1], Joint) and kept[-1].word in _SIGNS)
        if not (isinstance(phrase, Period) and phrase.stretch and (own or (rated and apart))):
            kept.append(phrase)
    return kept


def _is_rate(phrase: Phrase) -> bool:
    return isinstance(phrase, Within) or (isinstance(phrase, Period) and not phrase.stretch)


def _cut(found: Sequence[Phrase], left: int, right: int) -> int:
    """Return where to cut between two amounts; a count right before the second goes with it."""
    joints = (at for at in range(right - 1, left, -1) if _joins(found[at]))
    return next(joints, right - isinstance(found[right - 1], Count))


def _joins(phrase: Phrase) -> bool:
    return isinstance(phrase, Joint) and phrase.word in _CUTS
