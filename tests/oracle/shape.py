"""The shape in which the account comes out (L7)."""

from datetime import date
from typing import Any

from tests.oracle.promise import Service
from tests.oracle.record import Miss
from tests.oracle.rules import deadline

FIGURES = [
    "promised",
    "not_in_session",
    "due",
    "delivered",
    "delivered_differently",
    "still_due",
    "missed",
    "unrecorded",
    "owed",
    "not_owed",
    "team_decides",
    "unknown",
    "made_up",
    "released",
    "open",
    "overdue",
    "extra",
]


def due_by(miss: Miss) -> date | None:
    """Return the deadline of an entry: on those whose disposition is owed only (D21)."""
    if miss.disposition != "owed":
        return None
    service = miss.service
    return deadline(miss.rule.within, miss.missed_on, miss.period_last, service.end, service.school)


def status(miss: Miss, as_of: date) -> str:
    """Return what has become of an entry (L7, D22)."""
    if miss.minutes == 0:
        if miss.pending:
            return "pending"
        return "not_due" if miss.not_due else "cured"
    if miss.disposition != "owed":
        return str(miss.disposition)
    if miss.still_open:
        until = due_by(miss)
        return "overdue" if until is not None and until < as_of else "open"
    return "released" if miss.released else "made_up"


def miss_out(miss: Miss, as_of: date) -> dict[str, Any]:
    """Return an entry as an object."""
    until = due_by(miss)
    key: Any = miss.rule.key or miss.rule.word
    if miss.decided_by is not None:
        key = f"determination {miss.decided_by}"
    from_pack = miss.decided_by is None
    return {
        "service_id": miss.service.service_id,
        "student_id": miss.service.student_id,
        "service_type": miss.service.service_type,
        "session_id": miss.session_id,
        "missed_on": miss.missed_on.isoformat(),
        "reason": miss.reason,
        "inferred": miss.inferred,
        "planned_by": miss.planned_by,
        "gap": miss.gap,
        "minutes": miss.minutes,
        "disposition": miss.disposition,
        "made_up": miss.made_up,
        "released": miss.released,
        "open": miss.still_open,
        "due_by": until.isoformat() if until else None,
        "status": status(miss, as_of),
        "rule_key": key,
        "citation": miss.rule.citation if from_pack else None,
        "verification": miss.rule.verification if from_pack else None,
    }


def sum_up(figures: dict[str, int], misses: list[Miss], as_of: date) -> None:
    """Add to a service's figures what its misses tell; `open` counts what is not yet overdue (L7)."""
    for miss in misses:
        if miss.disposition is not None:
            figures[miss.disposition] += miss.minutes
        figures["made_up"] += miss.made_up
        figures["released"] += miss.released
        figures["overdue" if status(miss, as_of) == "overdue" else "open"] += miss.still_open


def service_out(service: Service, figures: dict[str, int], misses: list[Miss]) -> dict[str, Any]:
    """Return a service's row as an object."""
    by_reason: dict[str, int] = {}
    for miss in misses:
        if miss.minutes and not miss.is_unrecorded:
            by_reason[miss.reason] = by_reason.get(miss.reason, 0) + miss.minutes
    return {
        "service_id": service.service_id,
        "student_id": service.student_id,
        "service_type": service.service_type,
        "policy_id": service.policy_id,
        **figures,
        "missed_by_reason": by_reason,
    }
