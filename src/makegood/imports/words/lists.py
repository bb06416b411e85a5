"""The word lists, read once: a word or phrase, made bare, and what it means."""

import re
import tomllib
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from makegood.imports.words.composed import STUDENT, composed
from makegood.terms.accents import without_accents
from makegood.terms.reasons import UNRECORDED, reason_of

Meaning = str
"""`held`, `make_up`, `no_row`, `leave_out`, or a reason of `makegood.terms.reasons`."""

NO_REASONS: Final = frozenset({"held", "make_up", "missed", "no_row", "leave_out"})
"""What a word may say that is no reason for a miss."""
_BRACKETS: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_CLOSED: Final = frozenset({"holiday", "in_service", "weather_closure", "emergency_closure", "strike"})
_WHY: Final = frozenset({"reason", "because", "why", "razon", "motivo", "porque"})
_OTHERS: Final = frozenset(
    {"first", "last", "middle", "family", "given", "parent", "teacher", "provider", "id", "number"}
)
_SHORT_FORMS: Final = {
    "stu": "student", "stud": "student", "std": "student", "svc": "service", "serv": "service", "svcs": "services",
    "cd": "code", "dt": "date", "dlvd": "delivered", "delv": "delivered", "dlv": "delivered", "sched": "scheduled",
    "sch": "school", "rsn": "reason", "prov": "provider", "prv": "provider", "nbr": "number", "num": "number",
    "nm": "name", "att": "attendance", "attn": "attendance", "strt": "start", "mins": "minutes", "min": "minutes",
    "grd": "grade", "typ": "type", "loc": "location", "ses": "session", "sess": "session", "dob": "date of birth",
}  # fmt: skip
"""What systems shorten in the headings of their exports."""
_ARTICLES: Final = frozenset({"a", "an", "the", "at", "in", "la", "el", "un", "una"})
_NO_MEANINGS: Final = frozenset({"ignore", "state_id"})
"""Lists of headings that are settled by what else a table has; no mapping names them."""
_SIGNS: Final = re.compile(r"[^0-9a-z]+")
_CHECKS: Final = ("\u2713", "\u2714", "\u2611", "\u2705", "\u2611\ufe0f", "\u2714\ufe0f", "\u2705\ufe0f")
_PERIODS: Final = {f"per_{per}": per for per in ("day", "week", "month", "quarter", "semester", "year")}
_SHORTEST_PHRASE: Final = 2
"""A phrase that is looked for inside a sentence has at least so many words."""


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Return a text without case, accents and signs, its words parted by one blank."""
    letters = without_accents(text)
    return _SIGNS.sub(" ", letters.casefold().replace("'", "").replace("\u2019", "")).strip()


def alike(word: str) -> str:
    """Return what words have in common that differ only in case, accents and signs."""
    return bare(word) or word.strip()


@cache
def word_list(name: str) -> dict[str, Any]:
    """Return a list of words that comes with Makegood, as its file holds it."""
    return tomllib.loads(files("makegood.imports.words").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _words(text: str) -> list[str]:
    return [bare(word) for word in text.split("|") if word.strip()]


@cache
def _turned(name: str, part: str | None = None) -> dict[str, str]:
    """Return a file's (or its part's) words, each with what it means."""
    lists = word_list(name)
    lists = lists[part] if part else lists
    return {word: meaning.rstrip("_") for meaning, words in lists.items() for word in _words(words)}


def heading_of(text: str) -> str | None:
    """Return what a heading means (a key of `headings.toml`), or None. What is in brackets may be left out."""
    known = _turned("headings")
    numbered = text.replace("#", " number ")
    for written in (numbered, text, _BRACKETS.sub(" ", text), _CAMEL.sub(" ", text)):
        found = known.get(bare(written))
        if found:
            return found
    words = bare(_CAMEL.sub(" ", numbered)).split()
    whole = " ".join(_SHORT_FORMS.get(word, word) for word in words)
    if found := known.get(whole):
        return found
    if STUDENT & set(whole.split()) and {"name", "nombre"} & set(whole.split()) and not _OTHERS & set(whole.split()):
        return "student_name"
    if found := composed(whole.split()):
        return found
    # Whatever else such a heading says, the column says why.
    return "reason" if _WHY & set(bare(text).split()) else None


@lru_cache(maxsize=65536)
def service_of(text: str) -> str | None:
    """Return the type of service that a word or phrase names, or None."""
    known = _turned("services")
    return known.get(bare(text)) or known.get(bare(_BRACKETS.sub(" ", text)))


@lru_cache(maxsize=65536)
def common(text: str, *lists: str) -> str | None:
    """Return the first of some lists of `common.toml` that has a word, or None."""
    word = bare(text)
    return next((name for name in lists if word in _common(name)), None)


def period_of(text: str) -> str | None:
    """Return the period that a word names, such as `weekly` or `20 - Weekly (one or more times a week)`, or None."""
    known = common(text, *_PERIODS) if text else None
    if known is None and "-" in text:
        known = common(text.partition("-")[2].partition("(")[0], *_PERIODS)
    return _PERIODS[known] if known else None


@cache
def _common(name: str) -> frozenset[str]:
    return frozenset(_words(word_list("common")[name]))


@lru_cache(maxsize=65536)
def outcome_of(word: str) -> Meaning | None:
    """Return what a word or phrase surely says of a session, or None."""
    if word.strip() in _CHECKS:
        return "held"
    read = reason_of(word)
    if read is not None and read != UNRECORDED:
        return read
    known = _turned("outcomes", "sure")
    plain = bare(word)
    return known.get(plain) or known.get(" ".join(each for each in plain.split() if each not in _ARTICLES))


@lru_cache(maxsize=65536)
def outcome_in_answer(text: str) -> Meaning | None:
    """Return what a person's own words say of a session in answer to a question about it, or None."""
    return _turned("outcomes", "answers").get(bare(text)) or outcome_of(text)


def likely_outcomes(word: str) -> tuple[Meaning, ...]:
    """Return what a word may say, to be offered as answers: those that mean the same or begin so, never a guess."""
    return _likely().get(bare(word), ())


@cache
def _likely() -> dict[str, tuple[Meaning, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for meaning, words in word_list("outcomes")["likely"].items():
        for word in _words(words):
            found[word].append(meaning)
    return {word: tuple(meanings) for word, meanings in found.items()}


@lru_cache(maxsize=65536)
def phrase_outcomes(sentence: str) -> dict[Meaning, str]:
    """Return what a sentence says of a session: each meaning with the phrase that says it.

    Phrases of two words and more are looked for anywhere; a single word only if it is the whole sentence, or a part of
    it between commas and the like. A phrase inside a longer one that is found too does not count.
    """
    whole = f" {bare(sentence)} "
    found = {
        phrase: meaning
        for phrase, meaning in _turned("outcomes", "sure").items()
        if len(phrase.split()) >= _SHORTEST_PHRASE and f" {phrase} " in whole
    }
    for part in re.split(r"[;,./\u2013\u2014()]+|\s-\s", sentence):
        meaning_of_part = outcome_of(part) if part.strip() else None
        if meaning_of_part:
            found.setdefault(bare(part), meaning_of_part)
    longest = {p: m for p, m in found.items() if not any(p != q and f" {p} " in f" {q} " for q in found)}
    said = {meaning: phrase for phrase, meaning in longest.items()}
    if _CLOSED & said.keys():
        # `No school - storm` says why there was no school.
        said.pop("no_school", None)
    return said


MEANINGS: Final[tuple[str, ...]] = (
    *dict.fromkeys(meaning.rstrip("_") for meaning in word_list("headings") if meaning not in _NO_MEANINGS),
    "leave_out",
)
"""What a column may hold, as a mapping file says it; `leave_out` is not read."""
