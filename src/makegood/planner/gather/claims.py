"""Which open minutes each agreed make-up takes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from makegood.planner.gather.pins import Pin
from makegood.planner.misses import MissKey, key_of
from makegood.plans.instance import Miss
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin


def claims(
    pins: Sequence[Pin], misses: Sequence[Miss], room: dict[MissKey, int], shortest: int
) -> tuple[list[Pin], list[Finding]]:
    """Give each row the minutes that it names, as far as they are still open.

    A log often does not say which miss a make-up settles, and it then pays the oldest. So what a row names may be
    made up already while something else of that service is open: the make-up stays where it is and takes that.

    Args:
        pins: The rows that stand.
        misses: What is open, oldest first.
        room: The open minutes by miss; what the rows take is taken off.
        shortest: The fewest minutes that may be taken of a miss, unless they are all of it.

    Returns:
        The rows, each with what it takes of one miss, and a warning for each student who need not come any more.
    """
    own = []
    for pin in pins:
        own.append(min(pin.settles, room.get(pin.key, 0)))
        if own[-1]:
            room[pin.key] -= own[-1]
    others: dict[str, list[Miss]] = defaultdict(list)
    for miss in misses:
        if miss.decided:
            others[miss.service_id].append(miss)
    taken: list[Pin] = []
    for pin, part in zip(pins, own, strict=True):
        parts = {pin.key: part} if part else {}
        left = pin.settles - part
        for miss in others[pin.key[0]] if left else ():
            key, open_ = key_of(miss), room[key_of(miss)]
            more = min(left, open_)
            if more and miss.missed_on <= pin.date and more >= min(shortest, open_ - more):
                parts[key] = parts.get(key, 0) + more
                room[key] -= more
                left -= more
        taken += [replace(pin, key=key, settles=minutes) for key, minutes in parts.items()]
    return taken, _not_needed(pins, taken)


def _not_needed(pins: Sequence[Pin], taken: Sequence[Pin]) -> list[Finding]:
    """Tell of each student who has nothing to make up any more in an agreed make-up."""
    coming = {(pin.pinned_id, pin.student_id) for pin in taken}
    first: dict[tuple[str, str], Pin] = {}
    for pin in pins:
        first.setdefault((pin.pinned_id, pin.student_id), pin)
    return [
        Finding(
            "warning",
            "pin_not_needed",
            f"Student {shown(pin.student_id)} need not come to the make-up {shown(pin.pinned_id)} on "
            f"{pin.date}: what was missed on {pin.key[2]} is not open any more, or another make-up settles it. Please "
            "tell the family, and take the row out.",
            Origin("pinned", pin.row),
        )
        for who, pin in first.items()
        if who not in coming
    ]
