"""The rows of an instance file: which cells each kind of row has."""

from typing import Any, Final

from makegood.plans.instance import (
    Attends,
    Availability,
    Away,
    Bell,
    Declined,
    Limits,
    Miss,
    Provider,
    Regular,
    Session,
    Settles,
    Student,
    StudentTime,
    Travel,
)
from makegood.plans.instance_file import cells as cell
from makegood.plans.instance_file.cells import NEEDED, Cell

_DAY: Final = 24 * 60

CELLS: Final[dict[type, dict[str, Cell]]] = {
    Provider: {
        "provider_id": cell.text(),
        "service_types": cell.texts(()),
        "school_id": cell.text(None),
        "hourly_cost": cell.count(None, least=0),
        "employer": cell.text(None),
        "remote": cell.yes(default=False),
    },
    Availability: {
        "provider_id": cell.text(),
        "weekday": cell.weekday(None),
        "date": cell.date(None),
        "start": cell.time(),
        "end": cell.time(),
        "school_id": cell.text(None),
        "first": cell.date(None),
        "last": cell.date(None),
    },
    Away: {"id": cell.text(), "first": cell.date(), "last": cell.date()},
    Travel: {
        "start": cell.text(key="from"),
        "end": cell.text(key="to"),
        "minutes": cell.count(least=0, most=_DAY),
    },
    Student: {
        "student_id": cell.text(),
        "school_id": cell.text(),
        "calendar": cell.text(),
        "grade": cell.text(None),
    },
    StudentTime: {
        "student_id": cell.text(None),
        "school_id": cell.text(None),
        "grade": cell.text(None),
        "weekday": cell.weekday(None),
        "cycle_day": cell.count(None),
        "cycle": cell.count(None),
        "start": cell.time(),
        "end": cell.time(),
        "use": cell.use(),
    },
    Bell: {"school_id": cell.text(), "weekday": cell.weekday(), "start": cell.time(), "end": cell.time()},
    Regular: {
        "student_id": cell.text(),
        "provider_id": cell.text(None),
        "weekday": cell.weekday(),
        "start": cell.time(),
        "minutes": cell.count(most=_DAY),
        "first": cell.date(),
        "last": cell.date(),
    },
    Miss: {
        "student_id": cell.text(),
        "service_id": cell.text(),
        "service_type": cell.text(),
        "session_id": cell.text(None),
        "missed_on": cell.date(),
        "minutes": cell.count(),
        "due_by": cell.date(None),
        "group_max": cell.count(1),
        "provider_id": cell.text(None),
        "usual": cell.count(None, least=1),
        "decided": cell.yes(default=True),
    },
    Limits: {
        "student_day": cell.count(None),
        "student_week": cell.count(None),
        "provider_day": cell.count(None),
        "provider_week": cell.count(None),
        "shortest": cell.count(None),
        "longest": cell.count(None),
        "grade_span": cell.count(None, least=0),
    },
    Settles: {
        "service_id": cell.text(),
        "session_id": cell.text(None),
        "missed_on": cell.date(),
        "minutes": cell.count(),
    },
    Attends: {"student_id": cell.text()},
    Session: {
        "date": cell.date(),
        "start": cell.time(),
        "minutes": cell.count(most=_DAY),
        "school_id": cell.text(),
        "provider_id": cell.text(),
        "service_type": cell.text(),
    },
    Declined: {
        "student_id": cell.text(),
        "date": cell.date(),
        "start": cell.time(),
        "minutes": cell.count(most=_DAY),
    },
}
"""By kind of row: the cells, by the name of the field."""

WITHIN: Final[dict[type, tuple[str, type]]] = {Session: ("students", Attends), Attends: ("settles", Settles)}
"""Rows that hold a list of rows."""


def write_row(row: Any) -> dict[str, Any]:
    """Return a row for JSON; what is as when it is left out, is left out."""
    cells = {}
    for name, each in CELLS[type(row)].items():
        value = getattr(row, name)
        if each.default is NEEDED or value != each.default:
            cells[each.key or name] = each.write(value)
    if type(row) in WITHIN:
        name, _ = WITHIN[type(row)]
        cells[name] = [write_row(each) for each in getattr(row, name)]
    return cells
