"""Numbers in words, English and Spanish, as digits: 'one hundred and five' and 'ciento cinco' are 105."""

import re
from typing import Final, Literal, NamedTuple

_Kind = Literal["unit", "teen", "tens", "hundreds", "hundred", "thousand"]


def _numbered(kind: _Kind, first: int, step: int, *rows: str) -> dict[str, tuple[_Kind, int]]:
    """Number the words of each row from `first` on; words joined by `/` mean the same."""
    return {
        word: (kind, first + step * place)
        for row in rows
        for place, words in enumerate(row.split())
        for word in words.split("/")
    }


_WORDS: Final[dict[str, tuple[_Kind, int]]] = {
    **_numbered("unit", 1, 1, "one two three four five six seven eight nine"),
    **_numbered("unit", 2, 1, "dos tres cuatro cinco seis siete ocho nueve"),
    **_numbered("teen", 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    **_numbered("teen", 10, 1, "diez once/onze doce trece catorce quince dieciséis/dieciseis diecisiete dieciocho"),
    **_numbered("teen", 19, 1, "diecinueve"),
    **_numbered("teen", 21, 1, "veintiuno/veintiún/veintiuna veintidós/veintidos veintitrés/veintitres veinticuatro"),
    **_numbered("teen", 25, 1, "veinticinco veintiséis/veintiseis veintisiete veintiocho veintinueve"),
    **_numbered("tens", 20, 10, "twenty thirty forty/fourty fifty sixty seventy eighty ninety"),
    **_numbered("tens", 20, 10, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    **_numbered("hundreds", 100, 100, "cien/ciento doscientos/doscientas trescientos/trescientas"),
    **_numbered("hundreds", 400, 100, "cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas"),
    **_numbered("hundreds", 700, 100, "setecientos/setecientas ochocientos/ochocientas novecientos/novecientas"),
    "hundred": ("hundred", 100),
    "thousand": ("thousand", 1000),
    "mil": ("thousand", 1000),
}
# 'once' is eleven in Spanish and one time in English; only 'once minutos' and the like are eleven.
_ONCE: Final = re.compile(r"\bonce(?=\s+(?:minutos?|horas?|sesion(?:es)?|sesiones|veces)\b)")
_ONE: Final = frozenset({"un", "uno", "una"})
_TOKEN: Final = re.compile(r"[^\W\d_]+")
_UNIT_AFTER: Final = re.compile(r"-\s*(?:min|hour|hr)")


class _Found(NamedTuple):
    value: int
    end: int  # the place of the token after it


def digits(text: str) -> str:
    """Return the text with each number in words as digits.

    'thirty five-minute sessions' keeps two numbers: the hyphen ties the five to the minutes.
    """
    text = _ONCE.sub("11", text)
    tokens = list(_TOKEN.finditer(text))
    parts: list[str] = []
    at = done = 0
    while at < len(tokens):
        found = _number(text, tokens, at)
        if found is None:
            at += 1
            continue
        parts += [text[done : tokens[at].start()], str(found.value)]
        at, done = found.end, tokens[found.end - 1].end()
    return "".join([*parts, text[done:]])


def _number(text: str, tokens: list[re.Match[str]], at: int) -> _Found | None:
    """Read the longest number that begins at a token."""
    kind, value = _WORDS.get(tokens[at][0], (None, 0))
    if tokens[at][0] in {"a", "an"} and at + 1 < len(tokens) and tokens[at + 1][0] in {"hundred", "thousand"}:
        kind, value = "unit", 1
    if kind is None or (tokens[at][0] == "once") or kind == "hundred" or tokens[at][0] == "thousand":
        return None
    thousands, at = 0, at + 1
    if kind == "thousand":
        thousands, value = 1000, 0
    while (more := _next(text, tokens, at, kind)) is not None:
        if more[0] == "thousand" and thousands:
            break
        kind, amount, at = more
        if kind == "thousand":
            thousands, value = value * 1000, 0
        elif kind == "hundred":
            value *= 100
        else:
            value += amount
    return _Found(thousands + value, at)


def _next(text: str, tokens: list[re.Match[str]], at: int, before: _Kind) -> tuple[_Kind, int, int] | None:
    """Return the kind and value of a word that goes on with the number, and the place after it."""
    if at >= len(tokens):
        return None
    joint = ""
    place = at
    if tokens[at][0] in {"and", "y"} and at + 1 < len(tokens) and _gap(text, tokens, at) == " ":
        joint, place = tokens[at][0], at + 1
    gap = _gap(text, tokens, place)
    kind, value = _WORDS.get(tokens[place][0], (None, 0))
    if joint == "y" and tokens[place][0] in _ONE:
        kind, value = "unit", 1
    if kind is None or gap not in {" ", "-"} or tokens[place][0] == "once":
        return None
    if gap == " " and not joint and kind in {"unit", "tens"} and _UNIT_AFTER.match(text, tokens[place].end()):
        return None
    if not _goes_on(before, kind, joint):
        return None
    return kind, value, place + 1


def _goes_on(before: _Kind, kind: _Kind, joint: str) -> bool:
    """Say whether a word of one kind can follow another in one number."""
    if joint == "y":
        return (before, kind) == ("tens", "unit")
    if joint == "and":
        return before in {"hundred", "thousand"} and kind in {"unit", "teen", "tens"}
    follows: dict[_Kind, set[_Kind]] = {
        "unit": {"hundred", "thousand"},
        "teen": {"hundred", "thousand"},
        "tens": {"unit", "hundred", "thousand"},
        "hundred": {"unit", "teen", "tens", "thousand"},
        "hundreds": {"unit", "teen", "tens", "thousand"},
        "thousand": {"unit", "teen", "tens", "hundreds"},
    }
    return kind in follows[before]


def _gap(text: str, tokens: list[re.Match[str]], at: int) -> str:
    """Return what lies between a token and the one before: blanks as one blank."""
    between = text[tokens[at - 1].end() : tokens[at].start()]
    return between.strip() or " "
