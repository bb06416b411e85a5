"""What is said of agreed make-ups that cannot be held, or that nobody logged."""

from collections.abc import Iterable, Iterator, Sequence

from makegood.planner.gather.pins import Pin
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin


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
    row, first, last = pins[0].row, pins[0].date, pins[-1].date
    when = f"on {first}" if first == last else f"on days from {first} to {last}"
    says = (
        f"{why[0].upper()}{why[1:]} {when}, so what was agreed for then cannot be held: {_make_ups(pins)}. "
        "What is still open is planned anew. Please tell the families, then take these rows out of pinned."
    )
    return Finding("warning", "pin_released", says, Origin("pinned", row, "date"), found=first.isoformat())


def _not_logged(pins: Sequence[Pin]) -> Finding:
    row, date, minutes = pins[0].row, pins[0].date, sum(pin.settles for pin in pins)
    says = (
        f"Agreed with {shown(pins[0].provider_id)} for {date}, and the log has no make-up of that day: "
        f"{_make_ups(pins)}. {minutes} minutes are free again. What was held, please log."
    )
    expected = "a make-up of that day in sessions"
    return Finding(
        "warning", "pin_not_logged", says, Origin("pinned", row, "date"), found=date.isoformat(), expected=expected
    )


def _make_ups(pins: Sequence[Pin]) -> str:
    """Return the make-ups, each with its students, and its day where there are several."""
    who: dict[str, dict[str, None]] = {}
    one_day = len({pin.date for pin in pins}) == 1
    for pin in pins:
        make_up = shown(pin.pinned_id) if one_day else f"{shown(pin.pinned_id)} on {pin.date}"
        who.setdefault(make_up, {})[pin.student_id] = None
    return "; ".join(f"{make_up} with {', '.join(map(shown, students))}" for make_up, students in who.items())
