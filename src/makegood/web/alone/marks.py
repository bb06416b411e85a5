"""The marks of a month's form: what each says, and how it was posted."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest

from makegood.web.alone.month import Line, Month
from makegood.web.typed import minutes_in, number_in

REASONS: Final = (
    "student_absent", "provider_absent", "provider_other_duty", "no_substitute", "vacancy", "not_released_by_teacher",
    "school_activity", "assessment", "weather_closure", "family_cancelled", "no_transport", "other",
)  # fmt: skip
GIVEN: Final = "given"
MISSED: Final = "missed"
SHORT: Final = "short."
"""Given, but shorter: the minutes that were given stand behind it."""
TYPED: Final = ".minutes"
"""Behind the name of a day's field: any minutes, typed."""
Marked = Mapping[tuple[str, dt.date], str]
"""The mark of each day of a service, by the service's id."""


def posted(request: HttpRequest, month: Month) -> tuple[dict[tuple[str, dt.date], str], list[tuple[Line, dt.date]]]:
    """Return the marks that were posted, with typed minutes among them; and where what was typed is no such minutes."""
    marked, wrong = {}, []
    for line, day in ((line, day) for line in month.lines for day in month.days if line.runs_on(day)):
        mark = request.POST.get(field_of(line, day), "")
        typed = request.POST.get(f"{field_of(line, day)}{TYPED}", "").strip()
        if typed:
            minutes = minutes_in(typed)
            # Minutes beside a reason for which all of it was missed say two things.
            if not minutes or minutes > line.minutes or mark == MISSED or mark in REASONS:
                wrong.append((line, day))
            else:
                mark = GIVEN if minutes == line.minutes else f"{SHORT}{minutes}"
        marked[line.id, day] = mark
    return marked, wrong


def given_by(mark: str, full: int) -> int | None:
    """Return the minutes that a mark says were given; None if it is no mark."""
    if mark == GIVEN:
        return full
    if mark == MISSED or mark in REASONS:
        return 0
    given = number_in(mark.removeprefix(SHORT)) if mark.startswith(SHORT) else None
    return given if given and given < full else None


def mark_of(row: Any, full: int) -> str:
    """Return the mark that a row on record has, or its reason where no mark has it."""
    given = int(row.minutes_delivered or 0)
    if 0 < given < full:
        return f"{SHORT}{given}"
    return GIVEN if given else row.reason or MISSED


def field_of(line: Line, day: dt.date) -> str:
    """Return the name of the field of a day of a service."""
    return f"{line.ref}.{day.isoformat()}"
