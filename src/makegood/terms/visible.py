"""Text from outside made safe to print: characters that nobody sees are shown, and a cell stays on its line."""

import re
import unicodedata
from typing import Final

_BREAK: Final = re.compile("(?:\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029])+")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SEEN: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs of numbers and verses, which are formats to Unicode and ink to a reader."""
_JOINERS: Final = frozenset("\u200c\u200d")
_FIRST_JOINED: Final = "\u0590"
"""Scripts whose letters join begin here; in Latin, Greek and Cyrillic letters a joiner says nothing."""


def visible(text: str) -> str:
    """Return a cell's text on one line: line breaks and tabs are blanks, unseen characters such as `[U+202E]`."""
    return text if text.isprintable() else _shown(_BREAK.sub(" ", text), "")


def visible_lines(text: str) -> str:
    """Return a text of several lines, tabs kept, with every other unseen character such as `[U+001B]`."""
    if text.isprintable():
        return text
    return "\n".join(_shown(line, "\t") for line in text.split("\n"))


def unseen_in(text: str) -> list[str]:
    """Return the unseen characters of a text, such as `U+200B`, each once; line breaks and tabs are none."""
    if text.isprintable():
        return []
    bare = _BREAK.sub(" ", text)
    return list(dict.fromkeys(_name(sign) for at, sign in enumerate(bare) if _is_unseen(bare, at)))


def without_unseen(text: str) -> str:
    """Return a text without unseen characters; a line break or a tab becomes a blank."""
    if text.isprintable():
        return text
    bare = _BREAK.sub(" ", text)
    return "".join(sign for at, sign in enumerate(bare) if not _is_unseen(bare, at))


def _shown(text: str, kept: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        f"[{_name(sign)}]" if sign not in kept and _is_unseen(text, at) else sign for at, sign in enumerate(text)
    )


def _is_unseen(text: str, at: int) -> bool:
    sign = text[at]
    if sign.isprintable():
        return False
    if sign in _JOINERS:
        # Persian, the scripts of India and pictures of several signs need them.
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        return not (_joins(before) and _joins(after))
    return unicodedata.category(sign) in _UNSEEN and sign not in _SEEN


def _joins(sign: str) -> bool:
    return sign >= _FIRST_JOINED and unicodedata.category(sign)[0] in "LMS"


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X}"
