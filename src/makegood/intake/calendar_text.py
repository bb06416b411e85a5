"""A calendar entry's title as bare words: no capitals, accents, apostrophes, dates or times.

Every expression here reads a text in a time that grows with its length only.
"""

import html
import re
from typing import Final

from makegood.terms.accents import without_accents

_TAGS: Final = re.compile(r"<[^<>]*>")
_ADDRESSES: Final = re.compile(r"(?:https?|webcal)://\S+")
_APOSTROPHES: Final = re.compile("['`\u00b4\u02bc\u2018\u2019\u201b\u2032]|\u00e2\u20ac[\u2122\u02dc]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_HALF: Final = re.compile(r"\b1[/\u2044]2(?= ?-? ?(?:day|school|dia)\b)")
_EN_MONTHS: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_ES_MONTHS: Final = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
_WHEN: Final = re.compile(
    r"(?:\b(?:at|a las|@) ?)?\b\d{1,2}(?::\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?)"
    r"|(?:\b(?:at|a las|@) ?)?\b\d{1,2}:\d\d\b"
    r"|\bat (?=noon\b)"
    r"|\b\d{1,3}(?= ?-? ?(?:hours?|hrs?|minutes?|mins?|horas?|minutos?)\b)"
    r"|\b(?:19|20)\d\d(?:-(?:19|20)?\d\d)?\b"
    r"|# ?\d{1,2}\b|\b\d of \d\b"
)
_DATE: Final = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"
    rf"|\b(?:{_EN_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?: ?- ?\d{{1,2}}\b)?"
    rf"|\b\d{{1,2}}(?: ?[-a] ?\d{{1,2}})? de (?:{_ES_MONTHS})\b"
)
_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST_PLURAL: Final = 4


def bare(value: object) -> str:
    """Return a text without HTML, addresses and doubled blanks."""
    return " ".join(_ADDRESSES.sub(" ", _TAGS.sub(" ", html.unescape(str(value)))).split())


def plain(text: str) -> str:
    """Return a text in small letters without accents and apostrophes, each blank once."""
    text = _APOSTROPHES.sub("", text)
    letters = without_accents(text).casefold()
    return " ".join(_DASHES.sub("-", letters).replace("&", " and ").split())


def without_when(text: str) -> tuple[str, bool]:
    """Return a plain text without times, dates and years, and whether it names a date.

    Times and years say nothing of who has school. A date may be another than the entry's own.
    """
    text, dates = _DATE.subn(" ", _HALF.sub("half", text))
    return _WHEN.sub(" ", text), dates > 0


def words_of(text: str) -> list[str]:
    """Return a plain text's words."""
    return _WORD.findall(text)


def singular(word: str) -> str:
    """Return a word without a plural's ending, so that "days" and "classes" need no entry of their own."""
    if word.endswith("sses"):
        return word[:-2]
    plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word
