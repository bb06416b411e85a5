"""What the column `kind` of the absence tables says: a reason of a party that such an absence can belong to."""

from dataclasses import dataclass
from typing import Final, Literal

from makegood.terms.reasons import PARTY_OF, UNRECORDED, Party, reason_of

AbsenceTable = Literal["student_absences", "provider_absences"]

BLANK: Final[dict[AbsenceTable, str]] = {
    "student_absences": "student_absent",
    "provider_absences": "provider_absent",
}
"""What a blank kind means."""

PARTIES_OF: Final[dict[AbsenceTable, tuple[Party, ...]]] = {
    "student_absences": ("family", "school"),
    "provider_absences": ("provider", "district"),
}
"""To whom a reason of each table can belong (ledger.md, 1)."""

_READ_TOO: Final[dict[AbsenceTable, dict[str, str]]] = {
    "student_absences": {
        "absent": "student_absent",
        # Attendance tells whether a school accepts the excuse; for missed minutes that is one reason.
        "excused": "student_absent",
        "unexcused": "student_absent",
        "excused absence": "student_absent",
        "unexcused absence": "student_absent",
        "suspended": "student_suspended",
    },
    "provider_absences": {
        "absent": "provider_absent",
        "training": "provider_other_duty",
    },
}
_LEAVE: Final = ("leave", "on leave")


@dataclass(frozen=True, slots=True)
class Question:
    """Why a kind cannot be taken as it is written, and what can be written instead.

    Attributes:
        says: A plain sentence.
        answers: The reasons to choose from.
    """

    says: str
    answers: tuple[str, ...]


def absence_kind(word: str | None, table: AbsenceTable) -> str | Question | None:
    """Return the reason that a kind of absence stands for, before any policy is asked.

    Args:
        word: The cell; None if it is blank.
        table: The table that it is in.

    Returns:
        The reason; or a question, if the word is known and cannot be taken (leave of unknown length, `unrecorded`, a
        reason of a party to whom such an absence cannot belong); or None, if only a policy's local codes can know it.
    """
    if word is None:
        return BLANK[table]
    plain = " ".join(word.casefold().replace("-", " ").replace("_", " ").split()).strip(" .")
    if plain in _READ_TOO[table]:
        return _READ_TOO[table][plain]
    if plain in _LEAVE and table == "provider_absences":
        says = "Leave can be long, when the position is in effect not filled, or a day's absence."
        return Question(says, ("long_term_leave", "provider_absent"))
    reason = reason_of(word)
    if reason is None or may_be(reason, table):
        return reason
    says = f"'{reason}' cannot be the reason of such an absence."
    if reason == UNRECORDED:
        says = "'unrecorded' is what is said where nothing is on record. It cannot be given as a reason."
    return Question(says, tuple(one for one in PARTY_OF if may_be(one, table)))


def may_be(reason: str, table: AbsenceTable) -> bool:
    """Return whether a reason belongs to a party that an absence of this table can belong to."""
    return PARTY_OF[reason] in PARTIES_OF[table]
