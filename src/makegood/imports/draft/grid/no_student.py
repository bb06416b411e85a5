"""Rows of a grid that are about no student: totals, the key, headings of groups, lines of words."""

from typing import Final

from makegood.imports.draft.drafts import StudentRef
from makegood.imports.look.titles import services_in
from makegood.imports.words import bare, common

_LONGEST_NAME: Final = 40
GROUP: Final = "a heading of a group"
LABELS: Final = "the heads once more"
"""Such a row is not worth naming."""
_LABELS: Final = frozenset({"week", "day", "days", "date", "dates", "mon", "tue", "wed", "thu", "fri", "month"})


def why_no_student(student: StudentRef, *, has_cells: bool) -> str | None:  # noqa: PLR0911 - one return for each kind reads best
    """Return why a row of a grid is about no student, though it seems to name one; None for one that is.

    Args:
        student: Whom it seems to name.
        has_cells: Whether anything stands below its days.
    """
    name = student.shown
    words = bare(name).split()
    if common(name.rstrip(":"), "totals"):
        return "a total"
    if bare(name) in _LABELS:
        return LABELS
    if "=" in name or common(name.partition(":")[0], "keys"):
        return "part of the key"
    if not has_cells and words[:1] in (["group"], ["grupo"]):
        return GROUP
    if not has_cells and (
        len(name) > _LONGEST_NAME or name.rstrip().endswith(":") or services_in(name) or any(map(str.isdigit, name))
    ):
        return "a line of words"
    if not has_cells and any(common(word, "schools") for word in words):
        return "a line of words"
    return None
