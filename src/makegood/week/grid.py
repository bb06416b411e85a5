"""A provider's week as lines of times: who comes on each weekday at that time."""

from collections import defaultdict
from dataclasses import dataclass

from makegood.week.caseload import Caseload, Slot
from makegood.week.pattern import SCHOOL_WEEK
from makegood.week.week import Week
from makegood.week.wording import day_of, time_of


@dataclass(frozen=True, slots=True)
class Line:
    """One time of the day.

    Attributes:
        time: From when to when.
        cells: Who comes on each weekday, by student_id; empty for a day of a cycle.
        days: The day of a cycle in words.
        others: Who comes then.
    """

    time: str
    cells: tuple[tuple[str, ...], ...] = ()
    days: str = ""
    others: tuple[str, ...] = ()


def grid_of(week: Week, caseload: Caseload) -> dict[str, list[Line]]:
    """Return each provider's lines, earliest first; days of a cycle come last.

    A star is beside a student who does not come every week.
    """
    needs = caseload.need()
    held: dict[str, list[Slot]] = defaultdict(list)
    for slot in week.slots:
        held[slot.provider_id].append(slot)
    grids: dict[str, list[Line]] = {}
    for provider_id in sorted(held):
        rows: dict[tuple[int, int], list[list[str]]] = defaultdict(lambda: [[] for _ in range(SCHOOL_WEEK)])
        cycles: dict[tuple[str, str], list[str]] = defaultdict(list)
        for slot in held[provider_id]:
            student = needs[slot.service_id].student_id
            if slot.pattern.cycle:
                cycles[day_of(slot.pattern), time_of(slot)].append(student)
            else:
                rows[slot.start, slot.end][slot.pattern.day].append(f"{student}{'*' * (slot.pattern.every > 1)}")
        times = {(slot.start, slot.end): time_of(slot) for slot in held[provider_id]}
        grids[provider_id] = [
            Line(times[key], tuple(tuple(sorted(cell)) for cell in cells)) for key, cells in sorted(rows.items())
        ] + [Line(time, days=day, others=tuple(who)) for (day, time), who in sorted(cycles.items())]
    return grids
