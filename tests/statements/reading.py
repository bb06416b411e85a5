"""How hard a text is to read: Flesch-Kincaid for English, Szigriszt for Spanish."""

import re
from collections.abc import Callable, Iterable, Iterator

from makegood.statements.statement.statement import Statement

_WORD = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ'-]*[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]|\d[\d,.:%]*")
_END = re.compile(r"[.!?](?=\s|$)")


def grade_of(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of English sentences."""
    words, sentences, syllables = _counts(texts, english_syllables)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def ease_of(texts: Iterable[str]) -> float:
    """Return Szigriszt's perspicuity of Spanish sentences."""
    words, sentences, syllables = _counts(texts, spanish_syllables)
    return 206.835 - 62.3 * syllables / words - words / sentences


def english_syllables(word: str) -> int:
    """Count groups of vowels; a silent e at the end is none."""
    plain = re.sub(r"(?<=[^aeiouyl])es?$|(?<=[^aeiouydt])ed$", "", word.lower())
    return max(len(re.findall(r"[aeiouy]+", plain)), 1)


def spanish_syllables(word: str) -> int:
    """Count groups of vowels; two strong or accented vowels beside each other are two syllables."""
    text = re.sub(r"(?<=[qg])u(?=[eéií])", "", word.lower())
    groups = re.findall(r"[aeiouáéíóúü]+", text)
    return max(sum(len(re.findall(r"[aeoáéíóú]", group)) or 1 for group in groups), 1)


def texts_of(told: Statement) -> Iterator[str]:
    """Yield what a statement says in sentences, without what is quoted or cited."""
    for lead in told.leads:
        yield from lead.lines
    yield from told.notes
    yield from (step.text for step in told.next_steps)
    yield told.last_word
    for service in told.services:
        yield from service.about
        yield from (*service.unrecorded, *service.pending, *service.cured, *service.not_due)
        for miss in service.misses:
            yield from (*miss.follows, *miss.labels, miss.who_decides)
    yield from (*told.make_ups, *told.awards, *told.outside, *told.notices, *told.findings)
    for rule in told.rules:
        yield from rule.says


def _counts(texts: Iterable[str], syllables_of: Callable[[str], int]) -> tuple[int, int, int]:
    """Return words, sentences and syllables. A number is a word of one syllable."""
    words = sentences = syllables = 0
    for text in texts:
        found = _WORD.findall(text)
        words += len(found)
        sentences += max(len(_END.findall(text)), 1)
        syllables += sum(1 if word[0].isdigit() else syllables_of(word) for word in found)
    return words, sentences, syllables
