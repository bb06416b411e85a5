"""Awards: a ledger of their own (L5)."""

from datetime import date
from typing import Any

from tests.oracle.promise import Service
from tests.oracle.record import Log, by_day
from tests.oracle.tables import Row, number, sure_day, text


def settle_awards(
    rows: list[Row], services: list[Service], log: Log, as_of: date, figures: dict[str, dict[str, int]]
) -> list[dict[str, Any]]:
    """Return the awards that have started, and add to each service what is extra.

    Settled by compensatory sessions that name them, oldest first, never beyond (D23).
    """
    begun = [row for row in rows if sure_day(row, "start") <= as_of]
    remaining = {text(row, "award_id"): number(row, "minutes", 0) for row in begun}
    held = [row for service in services for row in log.of_kind("compensatory", service)]
    for row in sorted(held, key=by_day):
        award_id, minutes = text(row, "award_id"), number(row, "minutes_delivered", 0)
        used = min(minutes, remaining.get(award_id, 0))
        if used:
            remaining[award_id] -= used
        figures[text(row, "service_id")]["extra"] += minutes - used
    return [
        {
            "award_id": text(row, "award_id"),
            "student_id": text(row, "student_id"),
            "service_type": text(row, "service_type"),
            "minutes": number(row, "minutes", 0),
            "delivered": number(row, "minutes", 0) - remaining[text(row, "award_id")],
            "remaining": remaining[text(row, "award_id")],
        }
        for row in begun
    ]
