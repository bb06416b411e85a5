"""Limits of a therapist's week: minutes of sessions a day and a week, time for notes, lunch."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from makegood.week.caseload import Caseload, Therapist
from makegood.week.cells import Cells, Held
from makegood.week.item import Item
from makegood.week.pattern import SCHOOL_WEEK

if TYPE_CHECKING:
    from makegood.week.board import Meeting

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
        """Whether limits are looked away from, to find out what they cost."""
        self._minutes: dict[str, list[int]] = defaultdict(lambda: [0] * cells.count)
        self._fixed: dict[str, list[list[Span]]] = {}
        self._limited = {
            id_
            for id_, each in caseload.therapists.items()
            if each.direct_day is not None or each.direct_week is not None or each.documentation or each.lunch
        }
        told: set[tuple[object, ...]] = set()
        for fixed in caseload.fixed:
            slot = fixed.slot
            # Slots that come later do not count into this week's sums, and a group's slots are one session.
            key = (slot.provider_id, slot.pattern, slot.start, slot.minutes, fixed.school_id)
            if slot.provider_id in self._limited and fixed.first == caseload.first and key not in told:
                told.add(key)
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
        self, provider_id: str, cells: Held, start: int, item: Item, held: Sequence[dict["Meeting", None]]
    ) -> bool:
        """Return whether one more session keeps a provider's limits."""
        if provider_id not in self._limited or self.lifted:
            return True
        therapist, counted = self._caseload.therapists[provider_id], self._minutes[provider_id]
        added = set(cells.own)
        sums = [minutes + item.minutes * (cell in added) for cell, minutes in enumerate(counted)]
        return self._sums_hold(provider_id, therapist, sums, added, start, item, held) and self._lunches(
            provider_id, therapist, added, start, item, held
        )

    def _sums_hold(
        self,
        provider_id: str,
        therapist: Therapist,
        sums: list[int],
        added: set[int],
        start: int,
        item: Item,
        held: Sequence[dict["Meeting", None]],
    ) -> bool:
        by_cycle = {cycle: sums[begin : begin + cycle] for cycle, begin in self._cells.cycles.items()}
        worst = sum(max(days) for days in by_cycle.values())
        whole = sum(minutes * -(-SCHOOL_WEEK // cycle) for cycle, days in by_cycle.items() for minutes in days)
        most = therapist.direct_week
        if therapist.documentation:
            room = therapist.minutes_at_work() - therapist.documentation
            most = room if most is None else min(most, room)
        for week in self._cells.of_weeks:
            if therapist.direct_day is not None and max(sums[cell] for cell in week) + worst > therapist.direct_day:
                return False
            if most is None:
                continue
            total = sum(sums[cell] for cell in week) + whole
            if therapist.direct_week is not None and total > therapist.direct_week:
                return False
            if therapist.documentation and provider_id in self._travels:
                total += sum(self._on_the_way(provider_id, cell, cell in added, start, item, held) for cell in week)
            if therapist.documentation and total > therapist.minutes_at_work() - therapist.documentation:
                return False
        return True

    def _lunches(
        self,
        provider_id: str,
        therapist: Therapist,
        added: set[int],
        start: int,
        item: Item,
        held: Sequence[dict["Meeting", None]],
    ) -> bool:
        if not therapist.lunch:
            return True
        cycles = [cell for begin in self._cells.cycles.values() for cell in range(begin, self._cells.count)]
        for cell in range(SCHOOL_WEEK * self._cells.weeks):
            if cell not in added and not added & set(cycles):
                continue
            spans = [span for each in {cell, *cycles} for span in self._spans(provider_id, each, held)]
            spans.append((start, start + item.minutes, item.school_id))
            if not has_lunch(spans, therapist.lunch, self._caseload.ways):
                return False
        return True

    def _spans(self, provider_id: str, cell: int, held: Sequence[dict["Meeting", None]]) -> list[Span]:
        fixed = self._fixed[provider_id][cell] if provider_id in self._fixed else []
        return [*fixed, *((each.spot.start, each.end, each.school_id) for each in held[cell])]

    def _on_the_way(
        self, provider_id: str, cell: int, here: bool, start: int, item: Item, held: Sequence[dict["Meeting", None]]  # noqa: FBT001
    ) -> int:
        spans = self._spans(provider_id, cell, held)
        if here:
            spans.append((start, start + item.minutes, item.school_id))
        spans.sort()
        pairs = zip(spans, spans[1:], strict=False)
        return sum(self._caseload.ways.get((one[2], two[2]), 0) for one, two in pairs if one[2] != two[2])


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
