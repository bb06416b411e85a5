"""What the columns of each kind of table may hold: what a person can say of a column that was read otherwise."""

from typing import Final

from makegood.imports.look.columns import PROMISES
from makegood.imports.look.look import Shape

NOT_READ: Final = "leave_out"
"""What a mapping says of a column that is not read."""
_STUDENT: Final = ("student_name", "first_name", "last_name", "student_id", "date_of_birth", "school", "grade")
_PROMISE: Final = ("mandate", *sorted(PROMISES - {"mandate"}), "start", "end")
_GIVEN: Final = ("delivery", "group_size", "provider", "setting")
_MINUTES: Final = ("minutes_delivered", "minutes_planned", "hours_delivered")
MEANINGS_OF: Final[dict[Shape, tuple[str, ...]]] = {
    "log": (
        "date", "week", *_STUDENT, "service_type", *_MINUTES, "code", "reason", "note", "kind", "makeup_for", "award",
        "start_time", "end_time", "time", "group", *_GIVEN, *_PROMISE,
    ),
    "grid": ("date", "week", *_STUDENT, "service_type", *_MINUTES[:2], "one_student", "note", *_GIVEN, *_PROMISE),
    "caseload": (*_STUDENT, "service_type", *_PROMISE, "weekday", "start_time", "time", *_GIVEN),
    "calendar": ("date", "week", "start", "end", "label", "school", "grade", "who"),
}  # fmt: skip
"""By shape; a shape that is not here has no columns of which anything can be said."""


def is_read(shape: Shape, meaning: str | None) -> bool:
    """Return whether a table of a shape reads a column of a meaning."""
    return meaning in MEANINGS_OF.get(shape, (meaning,)) and meaning not in {None, "ignore", "total"}
