"""Sentences of the rooms below, which speak English, found again by their form and said in Spanish.

A form is an English sentence with `{}` for each part that only the records know, which the Spanish keeps, and `{_}` for
one that it does not repeat: English words, what a system says.
"""

import re
from collections.abc import Callable
from functools import cache

Forms = tuple[tuple[str, str], ...]
"""Each form, and its Spanish."""


def fits(form: str, text: str) -> tuple[str, ...] | None:
    """Return the parts of a text that a form keeps; None if the text does not have this form."""
    found = _pattern(form).fullmatch(text)
    return None if found is None else found.groups()


def form_of(text: str, forms: Forms) -> tuple[str, tuple[str, ...]] | None:
    """Return the Spanish of the form that a text has, and the parts that it keeps; None if it has none of them.

    Of several forms that fit, the one with the most words of its own says the most.
    """
    for english, spanish in _by_words(forms):
        kept = fits(english, text)
        if kept is not None:
            return spanish, kept
    return None


def said_by(forms: Forms, text: str, part_in_words: Callable[[str], str] = str) -> str | None:
    """Return a text in Spanish by its form, each part that it keeps in words; None if no form fits."""
    found = form_of(text, forms)
    return None if found is None else found[0].format(*map(part_in_words, found[1]))


@cache
def _by_words(forms: Forms) -> Forms:
    return tuple(sorted(forms, key=lambda each: -len(each[0].replace("{}", "").replace("{_}", ""))))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    parts = [".*?".join(map(re.escape, part.split("{_}"))) for part in form.split("{}")]
    return re.compile("(.+?)".join(parts), re.DOTALL)
