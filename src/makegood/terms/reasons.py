"""Why minutes were missed, and to whom the reason belongs."""

from typing import Final, Literal, get_args

from makegood.terms.reason_words import reason_in_words

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
