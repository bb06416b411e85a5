"""The marks in a template that is filled in: of our own words, which become blocks, and of values, which never do."""

import re
from typing import Any, Final

from makegood.documents.glyphs import written

_OPEN: Final = "\x02"
_SHUT: Final = "\x03"
_VALUE: Final = "\x04"
"""Is put before each value, so that no value begins a line as a sign of a template."""
MARK: Final = re.compile(f"{_OPEN}([a-z_]+):([^{_SHUT}]*){_SHUT}")
"""A mark of ours: what it is of, and its name."""
_BLANKS: Final = re.compile(r"\s+")


class Marked(str):
    """A mark of ours, not a value."""

    __slots__ = ()


def mark(what: str, name: str = "") -> Marked:
    """Return the mark of one of our words."""
    return Marked(f"{_OPEN}{what}:{name}{_SHUT}")


def as_value(value: Any) -> str:
    """Return a value as it is put in: one line, none of our marks in it."""
    if isinstance(value, Marked):
        return value
    if value is None:
        return ""
    return _VALUE + _BLANKS.sub(" ", written(str(value)))


def without_values(words: str) -> str:
    """Return words without the marks before values."""
    return words.replace(_VALUE, "")


def without_marks(words: str) -> str:
    """Return words without any mark."""
    return without_values(MARK.sub("", words)).strip()
