"""Which reasons a provider is offered: a few by one tap, and all of them in a list."""

from collections.abc import Sequence
from typing import Final, cast

from makegood.terms.reason_words import reason_in_words
from makegood.terms.reasons import OTHER, REASONS, UNRECORDED
from makegood.web.words.all import SiteWords

WHICH: Final = "which"
"""What a form says whose reason was chosen in the list."""
CAN_BE_GIVEN: Final = frozenset(REASONS) - {UNRECORDED}


def by_one_tap(words: SiteWords) -> Sequence[tuple[str, str]]:
    """Return the reasons that have a button, with its words: not "another reason", of which it is asked which."""
    buttons = cast("dict[str, str]", words.today.reasons)
    return [(reason, says) for reason, says in buttons.items() if reason != OTHER]


def in_full(words: SiteWords) -> Sequence[tuple[str, str]]:
    """Return every reason that can be given, in the words and the order of `makegood reasons`."""
    return [(reason, reason_in_words(reason, words.lang)) for reason in REASONS if reason in CAN_BE_GIVEN]
