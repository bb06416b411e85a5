"""What a code may mean, in plain words, as answers to a question."""

import re
from typing import Final

from makegood.imports.ask import Answer
from makegood.imports.words import bare, likely_outcomes, outcome_in_answer, phrase_outcomes
from makegood.terms.reasons import IN_WORDS

_OTHERS: Final = {
    "held": "the session was held",
    "make_up": "a make-up session was held",
    "missed": "the session was missed, and nobody wrote down why",
    "no_row": "it says nothing: no session was to be held",
    "leave_out": "it is no session of this promise (an evaluation, a consult, time under an award)",
}
_COMMON: Final = ("held", "student_absent", "provider_absent", "no_row")
_ADULT: Final = re.compile(r" (ms|mr|mrs|miss|dr|therapist|slp|ot|pt|maestra|maestro|terapeuta|sra|sr) ")
_CLOCK: Final = re.compile(r"([0-7]):([0-5]\d)(?::00)?$", re.ASCII)
_BROKEN: Final = re.compile(r"(\d{1,3})[.,]\d+(?:\s*(?:m|min|mins|minutes|minutos))?$", re.ASCII)
_MOST: Final = 6


def _length(code: str) -> tuple[int, ...]:
    """Return the minutes that a cell may mean that is nearly a number: `1:15`, `22,5`."""
    if found := _CLOCK.match(code):
        return (int(found.group(1)) * 60 + int(found.group(2)),)
    if found := _BROKEN.match(code):
        return int(found.group(1)), int(found.group(1)) + 1
    return ()


def outcome_in_words(meaning: str) -> str:
    """Return what a session was, in plain words."""
    return _OTHERS.get(meaning) or IN_WORDS[meaning]


def answers_for_code(words: str, code: str) -> tuple[Answer, ...]:
    """Return the likely answers for a code: what its words say, what codes like it mean, then the commonest.

    That the session was missed, and it is not known why, is always among them.
    """
    length = _length(code)
    if length:
        return tuple(Answer(each, f"{each} minutes") for each in length) + tuple(
            Answer(each, outcome_in_words(each)) for each in ("missed", "no_row", "leave_out")
        )
    own = [said for said in (outcome_in_answer(words), outcome_in_answer(code)) if said]
    found = dict.fromkeys((*own, *phrase_outcomes(words), *likely_outcomes(words), *likely_outcomes(code)))
    plain = f" {bare(words)} "
    if _ADULT.search(plain):
        found.setdefault("provider_absent")
    for word in plain.split() if len(plain.split()) > 1 else ():
        if len(word) > 2:  # noqa: PLR2004 - a single letter in a sentence is no code
            found.update(dict.fromkeys(likely_outcomes(word)))
    for meaning in _COMMON:
        if len(found) < _MOST:
            found.setdefault(meaning)
    shown = list(found)[:_MOST]
    if "missed" not in shown:
        shown.append("missed")
    return tuple(Answer(meaning, outcome_in_words(meaning)) for meaning in shown)
