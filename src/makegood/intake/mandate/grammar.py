"""The order in which the rules are tried, and what becomes of words that no rule takes."""

from collections.abc import Callable, Sequence
from typing import Final

from makegood.intake.mandate import amounts, counts, pairs, people, periods
from makegood.intake.mandate.phrases import Flag, Joint, Match, Phrase
from makegood.intake.mandate.words import Word

Rule = Callable[[Sequence[Word], int], Match | None]

_JOINTS: Final = frozenset(
    [",", "(", ")", "/", "-", ":", "=", "x", "and", "or", "for", "of", "into", "a", "each", "session"]
)


def doubt(words: Sequence[Word], at: int) -> Match | None:
    """A word that makes an amount no amount: 'up to', 'at least', 'as needed'."""
    if words[at] in {"at_most", "limit"}:
        return (Flag("qualifier"),), at + 1
    if words[at] == "summer":
        return (Flag("summer"),), at + 1
    return ((Flag("as_needed"),), at + 1) if words[at] == "as_needed" else None


def joint(words: Sequence[Word], at: int) -> Match | None:
    """A word or sign between two phrases; 'sessions' alone leaves their number open."""
    if words[at] == "sessions":
        return (Joint("sessions"),), at + 1
    return ((Joint(str(words[at])),), at + 1) if words[at] in _JOINTS else None


RULES: Final[tuple[Rule, ...]] = (
    pairs.triple,
    people.ratio,
    counts.labelled,
    pairs.clock,
    people.group,
    people.who,
    pairs.dashed,
    pairs.pair,
    pairs.half_hours,
    amounts.amount,
    periods.out_of,
    periods.share,
    periods.limit,
    counts.count,
    counts.lesson,
    counts.times,
    periods.period,
    counts.bare,
    doubt,
    joint,
)
"""Tried from first to last at each word: the first that fits takes its words."""


def phrases(words: Sequence[Word], spelled: Sequence[str] = ()) -> list[Phrase]:
    """Group all words into phrases; a word that no rule takes leaves the flag `unparsed`, which names it."""
    names = spelled or [str(word) for word in words]
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        match = next(filter(None, (rule(words, at) for rule in RULES)), None)
        taken, at = match or ((Flag("unparsed", names[at]),), at + 1)
        found += taken
    return found
