"""The caseload to fill in: students and services of which nobody has said yet what the IEP promises."""

import csv
import io
from collections.abc import Iterable
from typing import Final, NamedTuple

from makegood.imports.match.student import Student
from makegood.intake.unfinished import CASELOAD, FREQUENCY
from makegood.terms.formula import guarded

FILE: Final = CASELOAD
OWN: Final = f"{FILE} (to fill in)"
"""What an import calls it: a file of somebody's own may well have the same name."""
_HEADER: Final = (
    "Student ID", "Last name", "First name", "School", "Grade", "Service", FREQUENCY, "Start date", "End date",
    "Sessions found",
)  # fmt: skip
"""What our own reader of caseloads knows; `Frequency` is to be filled in, in the IEP's own words."""


class Waiting(NamedTuple):
    """A student and service without a promise.

    Attributes:
        student: The student.
        service_type: The service.
        start: The first day, as far as it is known.
        end: The last day.
        sessions: How many sessions were found.
    """

    student: Student
    service_type: str
    start: str
    end: str
    sessions: int


def caseload_text(waiting: Iterable[Waiting]) -> str:
    """Return the file: a row per student and service, with a blank cell for what the IEP promises."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_HEADER)
    for each in waiting:
        one = each.student
        cells = (one.id, one.last, one.first, one.school, one.grade, each.service_type, "", each.start, each.end)
        writer.writerow([*map(guarded, cells), each.sessions])
    return file.getvalue()
