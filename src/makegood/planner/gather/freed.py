"""What is said of agreed make-ups that cannot be held, or that nobody logged."""

from collections.abc import Iterable, Iterator, Sequence

from makegood.planner.gather.pins import Pin
from makegood.terms.findings import Finding

_FEW = 3


def told_of(freed: Iterable[tuple[Pin, str | None]]) -> Iterator[Finding]:
    """Yield one warning for each cause.

    Args:
        freed: Rows whose minutes are free again, soonest first, and why they cannot be held; None if nobody logged
            them.
    """
    causes: dict[tuple[str | None, ...], list[Pin]] = {}
    for pin, why in freed:
        # Whoever did not log a day is asked for that day.
        cause = (why, pin.provider_id, pin.date.isoformat()) if why is None else (why,)
        causes.setdefault(cause, []).append(pin)
    for (why, *_), pins in causes.items():
        yield _not_logged(pins) if why is None else _released(why, pins)


def _released(why: str, pins: Sequence[Pin]) -> Finding:
    row, days = pins[0].row, _days(pins)
    says = (
        f"pinned, row {row}: {why} {days}, so what was agreed for then cannot be held: {_make_ups(pins)}. "
        f"{_minutes(pins)} free again. Please tell the families."
    )
    return Finding("warning", "pin_released", says, "pinned", row, "date", pins[0].date.isoformat())


def _not_logged(pins: Sequence[Pin]) -> Finding:
    row, date = pins[0].row, pins[0].date
    says = (
        f"pinned, row {row}: agreed with {pins[0].provider_id} for {date}, and the log has no make-up of that day: "
        f"{_make_ups(pins)}. {_minutes(pins)} free again. What was held, please log."
    )
    expected = "a make-up of that day in sessions"
    return Finding("warning", "pin_not_logged", says, "pinned", row, "date", date.isoformat(), expected)


def _make_ups(pins: Sequence[Pin]) -> str:
    """Return the make-ups, each with its students."""
    who: dict[str, dict[str, None]] = {}
    for pin in pins:
        who.setdefault(pin.pinned_id, {})[pin.student_id] = None
    return "; ".join(f"{id_} with {', '.join(students)}" for id_, students in who.items())


def _minutes(pins: Sequence[Pin]) -> str:
    minutes = sum(pin.settles for pin in pins)
    return "1 minute is" if minutes == 1 else f"{minutes:,} minutes are"


def _days(pins: Sequence[Pin]) -> str:
    days = sorted({pin.date for pin in pins})
    if len(days) > _FEW:
        return f"on {len(days)} days from {days[0]} to {days[-1]}"
    return "on " + ", ".join(map(str, days[:-1])) + " and " * (len(days) > 1) + str(days[-1])
