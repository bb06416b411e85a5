"""A plan as tables for a spreadsheet."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from makegood.cli.write import csv_text
from makegood.planner.fixes import Fix
from makegood.planner.plan import Plan
from makegood.planner.plan_json import clock
from makegood.planner.wording import Names

SESSIONS: Final = (
    "date", "start", "end", "minutes", "school_id", "provider_id", "service_type", "student_id",
    "service_id", "session_id", "missed_on", "settles",
)  # fmt: skip
UNPLANNED: Final = (
    "student_id", "service_type", "service_id", "session_id", "missed_on", "minutes", "why", "detail", "decided",
)  # fmt: skip
COVER: Final = ("school_id", "service_type", "minutes", "hours", "cost")
FIXES: Final = ("kind", "provider_id", "school_id", "service_type", "hours", "minutes", "children", "cost")
_CENTS: Final = 100


def sessions_csv(plan: Plan, names: Names) -> str:
    """Return a row for each session, student and miss."""
    return csv_text(_with_names(SESSIONS, names), _named(_sessions(plan), names))


def unplanned_csv(plan: Plan, names: Names) -> str:
    """Return a row for each miss, or part of one, that is not planned."""
    return csv_text(_with_names(UNPLANNED, names), _named(_unplanned(plan), names))


def cover_csv(plan: Plan) -> str:
    """Return the price of the rest: a row for each school and service type, costs in dollars."""
    rows = (
        {
            "school_id": each.school_id,
            "service_type": each.service_type,
            "minutes": each.minutes,
            "hours": each.hours,
            "cost": _dollars(each.cost),
        }
        for each in plan.cover
    )
    return csv_text(COVER, rows)


def fixes_csv(fixes: Sequence[Fix]) -> str:
    """Return what more time would settle: a row for each way to it, costs in dollars."""
    return csv_text(FIXES, (asdict(each) | {"cost": _dollars(each.cost)} for each in fixes))


def _dollars(cents: int | None) -> str | None:
    return None if cents is None else f"{cents / _CENTS:.2f}"


def _sessions(plan: Plan) -> Iterator[dict[str, Any]]:
    for session in plan.sessions:
        for student in session.students:
            for part in student.settles:
                yield {
                    "date": session.date.isoformat(),
                    "start": clock(session.start),
                    "end": clock(session.start + session.minutes),
                    "minutes": session.minutes,
                    "school_id": session.school_id,
                    "provider_id": session.provider_id,
                    "service_type": session.service_type,
                    "student_id": student.student_id,
                    "service_id": part.service_id,
                    "session_id": part.session_id,
                    "missed_on": part.missed_on.isoformat(),
                    "settles": part.minutes,
                }


def _unplanned(plan: Plan) -> Iterator[dict[str, Any]]:
    for each in plan.unplanned:
        yield {name: getattr(each, name) for name in UNPLANNED} | {"missed_on": each.missed_on.isoformat()}


def _with_names(columns: tuple[str, ...], names: Names) -> tuple[str, ...]:
    if not names.students:
        return columns
    at = columns.index("student_id") + 1
    return (*columns[:at], "name", *columns[at:])


def _named(rows: Iterator[dict[str, Any]], names: Names) -> Iterator[dict[str, Any]]:
    return (row | {"name": names.students.get(row["student_id"])} for row in rows)
