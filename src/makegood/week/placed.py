"""Who is where in the week as it is being made: what is put and taken, taken back, and put as it was."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from makegood.week.caseload import Caseload
from makegood.week.cells import Cells
from makegood.week.clock_bits import bits
from makegood.week.item import Item, Spot
from makegood.week.load import Load
from makegood.week.meeting import Meeting, Option
from makegood.week.pattern import Pattern


class Placed:
    """What is placed; the minutes that it takes of children and providers are kept beside it, as bits by cell."""

    def __init__(self, caseload: Caseload, items: list[Item]) -> None:
        """Begin with nothing placed."""
        self.caseload, self.items = caseload, items
        patterns = {pattern for item in items for pattern in item.patterns}
        homes = {item.home.pattern for item in items if item.home}
        self.cells = Cells(patterns | homes | {fixed.slot.pattern for fixed in caseload.fixed})
        self.at: list[Meeting | None] = [None] * len(items)
        self._student = defaultdict[str, list[int]](lambda: [0] * self.cells.count)
        self._provider = defaultdict[str, list[int]](lambda: [0] * self.cells.count)
        self._held: dict[str, list[dict[Meeting, None]]] = {}
        self.meetings = defaultdict[tuple[str, Pattern, int], list[Meeting]](list)
        self._of_student: dict[str, dict[Item, None]] = defaultdict(dict)
        self._days: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
        self._trail: list[tuple[Item, Spot | None]] = []
        schools: dict[str, set[str]] = defaultdict(set)
        for item in items:
            for provider_id in item.providers:
                schools[provider_id].add(item.school_id)
        for fixed in caseload.fixed:
            schools[fixed.slot.provider_id].add(fixed.school_id)
        self._travels = {id_ for id_, several in schools.items() if len(several) > 1}
        self.load = Load(caseload, self.cells, self._travels)

    def held(self, provider_id: str) -> list[dict[Meeting, None]]:
        """Return a provider's meetings by cell."""
        found = self._held.get(provider_id)
        if found is None:
            found = self._held[provider_id] = [{} for _ in range(self.cells.count)]
        return found

    def put(self, item: Item, option: Option) -> None:
        """Put an item where it can be."""
        self._trail.append((item, None))
        self._put(item, option)

    def _put(self, item: Item, option: Option) -> None:
        meeting, spot = option.joins, option.spot
        if meeting is None:
            cells = self.cells.of(spot.pattern)
            meeting = Meeting(spot, item.kind, cells, spot.start, spot.start + item.minutes)
            self.meetings[spot.provider_id, spot.pattern, spot.start].append(meeting)
            self._provider_bits(meeting)
            for cell in cells.own:
                self.held(spot.provider_id)[cell][meeting] = None
            self.load.add(spot.provider_id, cells, item.minutes, 1)
        meeting.items.append(item)
        self.at[item.number] = meeting
        window = bits(spot.start, meeting.end)
        for need in item.needs:
            busy = self._student[need.student_id]
            for cell in meeting.cells.own:
                busy[cell] |= window
            self._of_student[need.student_id][item] = None
            self._days[need.service_id][spot.pattern.cycle, spot.pattern.day] += 1

    def take(self, item: Item) -> Spot:
        """Take an item from where it is, and return its spot."""
        spot = self._take(item)
        self._trail.append((item, spot))
        return spot

    def mark(self) -> int:
        """Return a mark to which `undo` goes back."""
        return len(self._trail)

    def undo(self, mark: int) -> None:
        """Take back whatever was put and taken since a mark."""
        while len(self._trail) > mark:
            item, spot = self._trail.pop()
            if spot is None:
                self._take(item)
            else:
                self._put_back(item, spot)

    def _put_back(self, item: Item, spot: Spot) -> None:
        """Put an item into a spot where it was before, beside whoever is there."""
        there = self.meetings[spot.provider_id, spot.pattern, spot.start]
        self._put(item, Option(spot, next((meeting for meeting in there if meeting.kind == item.kind), None)))

    def _take(self, item: Item) -> Spot:
        meeting = self.at[item.number]
        if meeting is None:
            raise ValueError(item.number)
        spot = meeting.spot
        meeting.items.remove(item)
        self.at[item.number] = None
        window = ~bits(spot.start, meeting.end)
        for need in item.needs:
            busy = self._student[need.student_id]
            for cell in meeting.cells.own:
                busy[cell] &= window
            del self._of_student[need.student_id][item]
            self._days[need.service_id][spot.pattern.cycle, spot.pattern.day] -= 1
        if not meeting.items:
            self.meetings[spot.provider_id, spot.pattern, spot.start].remove(meeting)
            for cell in meeting.cells.own:
                del self.held(spot.provider_id)[cell][meeting]
            self.load.add(spot.provider_id, meeting.cells, meeting.minutes, -1)
            self._provider_bits(meeting)
        return spot

    def others_of(self, item: Item) -> Iterator[Meeting]:
        """Yield where the other sessions of an item's first service are."""
        for other in self._of_student[item.needs[0].student_id]:
            meeting = self.at[other.number]
            if other is not item and meeting is not None and other.needs[0].service_id == item.needs[0].service_id:
                yield meeting

    def has_left(self, item: Item) -> bool:
        """Return whether an item is in the present week and is not where it is there."""
        meeting = self.at[item.number]
        return item.moves > 0 and (meeting is None or meeting.spot != item.home)

    def lost(self, items: Iterable[Item]) -> tuple[int, int]:
        """Return what of some items is not placed, in parts of a minute a week, and how many present slots moved."""
        open_ = moved = 0
        for item in items:
            open_ += item.weight * (self.at[item.number] is None)
            moved += item.moves * self.has_left(item)
        return open_, moved

    def spots(self) -> list[Spot | None]:
        """Return where each item is."""
        return [None if meeting is None else meeting.spot for meeting in self.at]

    def restore(self, items: Iterable[Item], spots: list[Spot | None]) -> None:
        """Put items back to where they were."""
        items = list(items)
        for item in items:
            if self.at[item.number] is not None:
                self._take(item)
        for item in items:
            spot = spots[item.number]
            if spot is not None:
                self._put_back(item, spot)
        self._trail.clear()

    def _provider_bits(self, meeting: Meeting) -> None:
        """Mark the minutes of a meeting as taken from its provider, or as free again."""
        busy, window = self._provider[meeting.spot.provider_id], bits(meeting.spot.start, meeting.end)
        for cell in meeting.cells.own:
            busy[cell] ^= window
