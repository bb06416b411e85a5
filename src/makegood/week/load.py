"""Limits of a therapist's week: minutes of sessions a day and a week, time for notes, lunch."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

from makegood.week.caseload import Caseload, Therapist
from makegood.week.cells import Cells, Held
from makegood.week.item import Item
from makegood.week.meeting import Meeting
from makegood.week.pattern import SCHOOL_WEEK

NOON: Final = (10 * 60 + 30, 13 * 60 + 30)
"""A lunch lies between these."""
Span = tuple[int, int, str]
"""From when, until when, at which school."""


class Load:
    """Minutes of sessions by provider and cell, and whether there is room for one more."""

    def __init__(self, caseload: Caseload, cells: Cells, travels: Collection[str]) -> None:
        """Begin with what is fixed."""
        self._caseload, self._cells, self._travels = caseload, cells, travels
        self.lifted = False
        """Whether limits are ignored, to find out what they cost."""
        self._minutes: dict[str, list[int]] = defaultdict(lambda: [0] * cells.count)
        self._fixed: dict[str, list[list[Span]]] = {}
        self._limited = {
            id_
            for id_, each in caseload.therapists.items()
            if each.direct_day is not None or each.direct_week is not None or each.documentation or each.lunch
        }
        self._at_work = {id_: caseload.therapists[id_].minutes_at_work() for id_ in self._limited}
        self._most = {}
        for id_ in self._limited:
            each = caseload.therapists[id_]
            rooms = [each.direct_week] if each.direct_week is not None else []
            rooms += [self._at_work[id_] - each.documentation] if each.documentation else []
            if rooms:
                self._most[id_] = min(rooms)
        counted: set[tuple[object, ...]] = set()
        for fixed in caseload.fixed:
            slot = fixed.slot
            # Slots that come later do not count into this week's sums, and a group's slots are one session.
            key = (slot.provider_id, slot.pattern, slot.start, slot.minutes, fixed.school_id)
            if slot.provider_id in self._limited and fixed.first == caseload.first and key not in counted:
                counted.add(key)
                own = cells.of(slot.pattern)
                self.add(slot.provider_id, own, slot.minutes, 1)
                spans = self._fixed.setdefault(slot.provider_id, [[] for _ in range(cells.count)])
                for cell in own.own:
                    spans[cell].append((slot.start, slot.end, fixed.school_id))

    def add(self, provider_id: str, cells: Held, minutes: int, sign: int) -> None:
        """Count a session in, or out again."""
        if provider_id in self._limited:
            counted = self._minutes[provider_id]
            for cell in cells.own:
                counted[cell] += sign * minutes

    def has_room(
        self, provider_id: str, cells: Held, start: int, item: Item, held: Sequence[dict[Meeting, None]]
    ) -> bool:
        """Return whether one more session keeps a provider's limits."""
        return self.sums_hold(provider_id, cells, item) and self.day_holds(provider_id, cells, start, item, held)

    def sums_hold(self, provider_id: str, cells: Held, item: Item) -> bool:
        """Return whether the minutes of sessions keep a provider's limits with one more, whenever it begins."""
        if provider_id not in self._limited or self.lifted:
            return True
        therapist, counted = self._caseload.therapists[provider_id], self._minutes[provider_id]
        if therapist.direct_day is None and provider_id not in self._most:
            return True
        sums, cycles = list(counted), self._cells.cycles
        for cell in cells.own:
            sums[cell] += item.minutes
        worst = sum(max(sums[begin : begin + cycle]) for cycle, begin in cycles.items())
        whole = sum(sum(sums[begin : begin + cycle]) * -(-SCHOOL_WEEK // cycle) for cycle, begin in cycles.items())
        most = self._most.get(provider_id)
        for week in self._cells.of_weeks:
            today = [sums[cell] for cell in week]
            if therapist.direct_day is not None and max(today) + worst > therapist.direct_day:
                return False
            if most is not None and sum(today) + whole > most:
                return False
        return True

    def day_holds(
        self, provider_id: str, cells: Held, start: int, item: Item, held: Sequence[dict[Meeting, None]]
    ) -> bool:
        """Return whether lunch, and the ways that notes leave time for, hold with one more session."""
        if provider_id not in self._limited or self.lifted:
            return True
        therapist, added = self._caseload.therapists[provider_id], set(cells.own)
        span = (start, start + item.minutes, item.school_id)
        keeps_notes = therapist.documentation and provider_id in self._travels
        return (not keeps_notes or self._notes_hold(therapist, added, span, held)) and (
            not therapist.lunch or self._lunches(therapist, added, span, held)
        )

    def _notes_hold(
        self, therapist: Therapist, added: set[int], span: Span, held: Sequence[dict[Meeting, None]]
    ) -> bool:
        provider_id, minutes, cycles = therapist.provider_id, span[1] - span[0], self._cells.cycles
        sums = [each + minutes * (cell in added) for cell, each in enumerate(self._minutes[provider_id])]
        room = self._at_work[provider_id] - therapist.documentation
        whole = sum(sum(sums[begin : begin + cycle]) * -(-SCHOOL_WEEK // cycle) for cycle, begin in cycles.items())
        for week in self._cells.of_weeks:
            ways = sum(self._on_the_way(provider_id, cell, span if cell in added else None, held) for cell in week)
            if whole + sum(sums[cell] for cell in week) + ways > room:
                return False
        return True

    def _lunches(self, therapist: Therapist, added: set[int], span: Span, held: Sequence[dict[Meeting, None]]) -> bool:
        cycles = range(SCHOOL_WEEK * self._cells.weeks, self._cells.count)
        for cell in range(SCHOOL_WEEK * self._cells.weeks):
            if cell in added or added & set(cycles):
                spans = [each for n in (cell, *cycles) for each in self._spans(therapist.provider_id, n, held)]
                if not has_lunch([*spans, span], therapist.lunch, self._caseload.ways):
                    return False
        return True

    def _spans(self, provider_id: str, cell: int, held: Sequence[dict[Meeting, None]]) -> list[Span]:
        fixed = self._fixed[provider_id][cell] if provider_id in self._fixed else []
        return [*fixed, *((each.start, each.end, each.school_id) for each in held[cell])]

    def _on_the_way(self, provider_id: str, cell: int, added: Span | None, held: Sequence[dict[Meeting, None]]) -> int:
        spans = sorted([*self._spans(provider_id, cell, held), *([added] if added else [])])
        return sum(self._caseload.ways.get((one[2], two[2]), 0) for one, two in pairwise(spans) if one[2] != two[2])


def has_lunch(spans: list[Span], lunch: int, ways: Mapping[tuple[str, str], int]) -> bool:
    """Return whether so many minutes on end are free around noon, the way between two schools taken off."""
    free_from, where = NOON[0], ""
    for start, end, school in sorted(spans):
        on_the_way = ways.get((where, school), 0) if where and where != school else 0
        if min(start, NOON[1]) - free_from - on_the_way >= lunch:
            return True
        if end > free_from:
            free_from, where = end, school
    return NOON[1] - free_from >= lunch
