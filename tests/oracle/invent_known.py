"""When invented rows were written down."""

from datetime import date, timedelta

from tests.oracle.invented import Invented

# How often a row of a table has a moment, and from which of its days on it was written. Schools
# and terms have none: without them a calendar or a local code would be unknown, which is refused.
MOMENTS = {
    "calendar": (0.1, "date"),
    "providers": (0.15, None),
    "students": (0.1, None),
    "services": (0.35, "start"),
    "schedule": (0.25, "from"),
    "sessions": (0.7, "date"),
    "determinations": (0.5, "decided_on"),
    "awards": (0.3, "start"),
    "offers": (0.3, "date"),
    "student_absences": (0.4, "date"),
    "provider_absences": (0.4, "date"),
}


def invent_known(folder: Invented) -> None:
    """Add `recorded_at` to rows of two folders in three."""
    if folder.chance(1 / 3):
        return
    for table, (share, column) in MOMENTS.items():
        for place, row in enumerate(folder.tables[table]):
            if not folder.chance(share) or (table in ("students", "services") and place == 0):
                continue
            on = row.get(column or "") or ""
            day = date.fromisoformat(on) if on else folder.day_in(date(2024, 8, 1), date(2025, 6, 1))
            day += timedelta(days=folder.dice.choice((0, 0, 1, 3, 10, 40, 120)))
            row["recorded_at"] = folder.dice.choice((f"{day}", f"{day}T14:30:00", f"{day} 23:59"))
