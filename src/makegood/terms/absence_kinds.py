"""Words of the tables of absences that are no reasons by themselves."""

from typing import Final

_KINDS: Final = {
    ("provider_absences", "absent"): "provider_absent",
    ("provider_absences", "training"): "provider_other_duty",
    ("student_absences", "absent"): "student_absent",
    ("student_absences", "suspended"): "student_suspended",
    ("student_absences", "excused"): "student_absent",
    ("student_absences", "unexcused"): "student_absent",
}


def absence_kind(word: str, table: str) -> str | None:
    """Return the reason that a word of a table of absences stands for, or None if it has none of its own there."""
    return _KINDS.get((table, word.strip().casefold()))
