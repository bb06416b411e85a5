"""Why minutes were missed, and to whom the reason belongs."""

from typing import Final, Literal, get_args

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

IN_WORDS: Final[dict[str, str]] = {
    "student_absent": "the student was absent",
    "student_refused": "the student declined the session",
    "student_late": "the student arrived late",
    "student_suspended": "the student was suspended",
    "family_cancelled": "the family cancelled",
    "provider_absent": "the provider was absent",
    "provider_other_duty": "the provider was at a meeting, testing or training",
    "provider_late": "the provider arrived late",
    "vacancy": "the position was vacant",
    "long_term_leave": "the provider was on long-term leave",
    "no_substitute": "no substitute was available",
    "not_released_by_teacher": "the student was not released from class",
    "no_space_or_equipment": "no room or equipment was available",
    "no_transport": "no transport was available",
    "no_prescription": "a form or prescription was not signed",
    "not_started": "the service had not started",
    "school_activity": "a school activity (assembly, field trip)",
    "assessment": "testing",
    "delayed_start": "the school day started late",
    "no_school": "there was no school that day",
    "holiday": "holiday",
    "in_service": "staff in-service day",
    "weather_closure": "school was closed for weather",
    "emergency_closure": "school was closed for an emergency",
    "strike": "strike",
    "technology_outage": "technology outage",
    "unrecorded": "nothing is on record",
    "other": "no reason, or another reason, was given",
}
"""Each reason as a sentence for people says it. No reason blames a person."""


def reason_of(word: str) -> str | None:
    """Return the reason that a word spells, without regard to case, hyphens and spaces; None if it is none."""
    spelled = "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
    return spelled if spelled in PARTY_OF else None
