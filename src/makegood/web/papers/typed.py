"""What a person has typed into the form of a letter."""

from dataclasses import dataclass
from typing import Any, Final

from makegood.documents.fields import FIELDS, LONG
from makegood.terms.language import Lang
from makegood.web.words.language import LANGS

_PREFIX: Final = "field."
LINE: Final = 300
"""Characters of a field of one line, at most."""
TEXT: Final = 4_000
"""Characters of a field of several lines, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed.

    Attributes:
        lang: The language of the letter.
        was: The language in which the form was shown.
        fields: The fields of the form by name; a blank one is to be a blank line.
        too_long: Whether a field is longer than it may be.
    """

    lang: Lang
    was: Lang
    fields: dict[str, str]
    too_long: bool


def typed_in(form: Any, page: Lang) -> Typed:
    """Return what was typed into a form.

    Args:
        form: What was posted; empty if the page is opened for the first time.
        page: The language of the page, in which a letter begins.
    """
    found = {
        # A browser counts a line's end as one character and sends two.
        name: form[_PREFIX + name].replace("\r\n", "\n").strip()
        for name in FIELDS
        if _PREFIX + name in form
    }
    lang = _lang(form.get("lang"), page)
    return Typed(
        lang=lang,
        was=_lang(form.get("was"), lang),
        fields=found,
        too_long=any(len(text) > most(name) for name, text in found.items()),
    )


def most(name: str) -> int:
    """Return how many characters a field may have."""
    return TEXT if name in LONG else LINE


def _lang(said: str | None, other: Lang) -> Lang:
    return said if said in LANGS else other
