"""A plan as tables for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from makegood.cli.plan_ask import Ask
from makegood.cli.write import csv_text
from makegood.planner.explain.placed import Placed
from makegood.planner.fixes import Fix
from makegood.planner.misses import key_of
from makegood.planner.wording import Names, week_of
from makegood.plans.instance import Instance
from makegood.plans.plan import Plan
from makegood.terms.clock import clock

MADE_BY: Final = "-//Makegood//Make-up plan//EN"
"""Who made a calendar, as the calendar says itself."""

SESSIONS: Final = (
    "date", "start", "end", "minutes", "school_id", "provider_id", "service_type", "student_id",
    "service_id", "session_id", "missed_on", "settles", "due_by", "in_time", "why",
)  # fmt: skip
UNPLANNED: Final = (
    "school_id", "student_id", "service_type", "service_id", "session_id", "missed_on", "minutes", "due_by", "why",
    "detail", "decided",
)  # fmt: skip
COVER: Final = ("school_id", "service_type", "minutes", "hours", "cost")
FIXES: Final = (
    "kind", "provider_id", "school_id", "service_type", "when", "hours", "minutes", "children", "cost",
)  # fmt: skip
_CENTS: Final = 100


def _beside_names(columns: tuple[str, ...]) -> tuple[str, ...]:
    at = columns.index("student_id") + 1
    return (*columns[:at], "name", *columns[at:])


HEADERS: Final = {
    "sessions": (SESSIONS, _beside_names(SESSIONS)),
    "unplanned": (UNPLANNED, _beside_names(UNPLANNED)),
    "cover": (COVER,),
    "fixes": (FIXES,),
}
"""The first lines that each table of a plan may have: without names and with them."""


def sessions_csv(settled: Iterable[Placed], ask: Ask) -> str:
    """Return a row for each session, student and miss."""
    return csv_text(_with_names(SESSIONS, ask.names), _named(_sessions(settled), ask.names))


def unplanned_csv(plan: Plan, ask: Ask) -> str:
    """Return a row for each miss, or part of one, that is not planned."""
    return csv_text(_with_names(UNPLANNED, ask.names), _named(_unplanned(plan, ask.instance), ask.names))


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
    return csv_text(FIXES, (_fix(each) for each in fixes))


def _fix(fix: Fix) -> dict[str, Any]:
    when = week_of(fix.rows) if fix.kind in {"more_hours", "one_more_fte"} else _dates(fix)
    return {name: getattr(fix, name) for name in FIXES if name not in {"when", "cost"}} | {
        "when": when,
        "cost": _dollars(fix.cost),
    }


def _dates(fix: Fix) -> str:
    return "; ".join(dict.fromkeys(f"{row.date} {clock(row.start)}-{clock(row.end)}" for row in fix.rows))


def _dollars(cents: int | None) -> str | None:
    return None if cents is None else f"{cents / _CENTS:.2f}"


def _sessions(settled: Iterable[Placed]) -> Iterator[dict[str, Any]]:
    for piece in settled:
        session, miss = piece.session, piece.miss
        yield {
            "date": session.date.isoformat(),
            "start": clock(session.start),
            "end": clock(session.start + session.minutes),
            "minutes": session.minutes,
            "school_id": session.school_id,
            "provider_id": session.provider_id,
            "service_type": session.service_type,
            "student_id": miss.student_id,
            "service_id": miss.service_id,
            "session_id": miss.session_id,
            "missed_on": miss.missed_on.isoformat(),
            "settles": piece.minutes,
            "due_by": miss.due_by and miss.due_by.isoformat(),
            "in_time": piece.in_time,
            "why": piece.why,
        }


def _unplanned(plan: Plan, instance: Instance) -> Iterator[dict[str, Any]]:
    school = {each.student_id: each.school_id for each in instance.students}
    due = {key_of(each): each.due_by for each in instance.misses}
    for each in plan.unplanned:
        due_by = due.get(key_of(each))
        yield {
            **{name: getattr(each, name, None) for name in UNPLANNED},
            "school_id": school[each.student_id],
            "missed_on": each.missed_on.isoformat(),
            "due_by": due_by and due_by.isoformat(),
        }


def _with_names(columns: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return _beside_names(columns) if names.students else columns


def _named(rows: Iterator[dict[str, Any]], names: Names) -> Iterator[dict[str, Any]]:
    return (row | {"name": names.students.get(row["student_id"])} for row in rows)
