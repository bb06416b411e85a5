"""Why minutes were missed, and to whom the reason belongs."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal, get_args

from makegood.terms.accents import without_accents
from makegood.terms.reason_words import SAME, reason_in_words

Party = Literal["family", "provider", "district", "school", "calendar", "external", "unrecorded", "other"]

PARTY_OF: Final[dict[str, Party]] = {
    "student_absent": "family",
    "student_refused": "family",
    "student_late": "family",
    "student_suspended": "family",
    "family_cancelled": "family",
    "provider_absent": "provider",
    "provider_other_duty": "provider",
    "provider_late": "provider",
    "vacancy": "district",
    "long_term_leave": "district",
    "no_substitute": "district",
    "not_released_by_teacher": "district",
    "no_space_or_equipment": "district",
    "no_transport": "district",
    "no_prescription": "district",
    "not_started": "district",
    "school_activity": "school",
    "assessment": "school",
    "delayed_start": "school",
    "no_school": "calendar",
    "holiday": "calendar",
    "in_service": "calendar",
    "weather_closure": "calendar",
    "emergency_closure": "calendar",
    "strike": "calendar",
    "technology_outage": "external",
    "unrecorded": "unrecorded",
    "other": "other",
}
"""Every reason and its party, in the order in which reports list them."""

REASONS: Final[tuple[str, ...]] = tuple(PARTY_OF)
"""Every reason. A reason's place in this tuple is its code in the ledger's columns."""

UNRECORDED: Final = "unrecorded"
OTHER: Final = "other"
PARTIES: Final[tuple[Party, ...]] = get_args(Party)

IN_WORDS: Final[dict[str, str]] = {reason: reason_in_words(reason) for reason in REASONS}
"""Each reason as a school reads it in English."""
IN_SPANISH: Final[dict[str, str]] = {reason: reason_in_words(reason, "es") for reason in REASONS}
"""Each reason as a school reads it in Spanish."""


def reason_of(word: str) -> str | None:
    """Return the reason that a word or phrase stands for, or None.

    A reason may be written as its fixed word (`student_absent`, `Student Absent`, `STUDENT-ABSENT`), or as
    `makegood reasons` and the papers say it in English or Spanish, to a school or to a family. Case, accents, outer
    blanks and final periods do not matter. `unrecorded` is returned like the others: whether it may be given is for
    the caller to say.
    """
    return _readable().get(_bare(word))


@cache
def _readable() -> dict[str, str]:
    """Return every phrase that is read, bare, with its reason."""
    read = {_bare(reason): reason for reason in REASONS}
    for phrases in (IN_WORDS, IN_SPANISH):
        for reason, phrase in phrases.items():
            for form in _forms(phrase):
                # `no_school` and `holiday` can share their words: the more general one comes first.
                read.setdefault(_bare(form), reason)
    return read


def _forms(phrase: str) -> Iterator[str]:
    """Yield a phrase, and with each of its parts written otherwise."""
    forms = [phrase]
    for part, others in SAME:
        forms += [form.replace(part, other) for form in forms if part in form for other in others]
    yield from forms


def _bare(word: str) -> str:
    """Return a word or phrase without case, accents, underscores, hyphens, outer blanks and final periods."""
    plain = without_accents(word).casefold().replace("\u2019", "'")
    return re.sub(r"[\s_\-\u2010-\u2014]+", " ", plain).strip(" .")
