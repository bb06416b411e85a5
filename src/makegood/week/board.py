"""The week as it is being made: who is where, what is still free, and what is in the way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from makegood.week.caseload import Caseload, Therapist
from makegood.week.cells import Cells, Held
from makegood.week.clock_bits import ALL_DAY, begins, bits, bits_of, each
from makegood.week.item import Item, Spot, step_of
from makegood.week.load import NOON, Load
from makegood.week.pattern import SCHOOL_WEEK, Pattern, meet


@dataclass(slots=True, eq=False)
class Meeting:
    """A session with those who come.

    Attributes:
        spot: Who gives it, on which days, when it begins.
        start: When it begins.
        end: When it ends.
        kind: At which school, what, how long and to which goal (`Item.kind`).
        items: Those who come; at least one.
    """

    spot: Spot
    kind: tuple[str, str, int, str | None]
    cells: Held
    start: int
    end: int
    items: list[Item] = field(default_factory=list)

    @property
    def school_id(self) -> str:
        """Where it is held."""
        return self.kind[0]

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.kind[2]

    @property
    def size(self) -> int:
        """How many children come."""
        return sum(len(item.needs) for item in self.items)


class Option(NamedTuple):
    """A spot for an item, and the meeting that it would join there, if any."""

    spot: Spot
    joins: Meeting | None


class Board:
    """What is placed, and what could be. Each question is about one item."""

    def __init__(self, caseload: Caseload, items: list[Item]) -> None:
        """Begin with nothing placed."""
        self.caseload, self.items = caseload, items
        patterns = {pattern for item in items for pattern in item.patterns}
        homes = {item.home.pattern for item in items if item.home}
        self.cells = Cells(patterns | homes | {fixed.slot.pattern for fixed in caseload.fixed})
        self.at: list[Meeting | None] = [None] * len(items)
        self.step = step_of(items, caseload)
        self._student = defaultdict[str, list[int]](lambda: [0] * self.cells.count)
        self._provider = defaultdict[str, list[int]](lambda: [0] * self.cells.count)
        self._held: dict[str, list[dict[Meeting, None]]] = {}
        self.meetings: dict[tuple[str, Pattern, int], list[Meeting]] = defaultdict(list)
        self._of_student: dict[str, dict[Item, None]] = defaultdict(dict)
        self._days: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
        self._trail: list[tuple[Item, Spot | None]] = []
        self._may: dict[tuple[int, str, int, int], int] = {}
        self._grids: dict[str, int] = {}
        schools: dict[str, set[str]] = defaultdict(set)
        for item in items:
            for provider_id in item.providers:
                schools[provider_id].add(item.school_id)
        for fixed in caseload.fixed:
            schools[fixed.slot.provider_id].add(fixed.school_id)
        self._travels = {id_ for id_, several in schools.items() if len(several) > 1}
        self.load = Load(caseload, self.cells, self._travels)

    @cached_property
    def most_a_day(self) -> dict[str, int]:
        """By service, how many of its sessions may be on one day: one, unless there are more than days."""
        return {
            need.service_id: -(-len(need.places) // (need.places[0].cycle or SCHOOL_WEEK) if need.places else 1)
            for need in self.caseload.needs
        }

    # What can be.

    def may(self, item: Item, provider_id: str, pattern: Pattern) -> int:
        """Return when an item may begin, by what never changes: its people's time, the grid, and what is fixed."""
        key = (item.number, provider_id, pattern.cycle, pattern.day)
        if key not in self._may:
            self._may[key] = self._look_up(item, provider_id, pattern)
        return self._may[key]

    def day_is_free(self, item: Item, pattern: Pattern) -> bool:
        """Return whether none of the item's services has as many sessions on this day as it may have."""
        day = (pattern.cycle, pattern.day)
        return all(self._days[need.service_id][day] < self.most_a_day[need.service_id] for need in item.needs)

    def options(self, item: Item) -> Iterator[Option]:
        """Yield where an item can be put with nobody else moved: on each day beside others first, then alone."""
        for provider_id in item.providers:
            for pattern in item.patterns:
                may = self.may(item, provider_id, pattern) if self.day_is_free(item, pattern) else 0
                if may:
                    yield from self._options_of_day(item, provider_id, pattern, may)

    def _options_of_day(self, item: Item, provider_id: str, pattern: Pattern, may: int) -> Iterator[Option]:
        cells = self.cells.of(pattern)
        children = begins(ALL_DAY & ~self._children(item, cells), item.minutes) & may
        if not children:
            return
        for meeting in self._joinable(item, provider_id, pattern):
            if children >> meeting.start & 1:
                yield Option(meeting.spot, meeting)
        if self.load.sums_hold(provider_id, cells, item):
            held = self.held(provider_id)
            alone = children & begins(ALL_DAY & ~self._busy(provider_id, item.school_id, cells), item.minutes)
            for start in each(alone):
                if self.load.day_holds(provider_id, cells, start, item, held):
                    yield Option(Spot(provider_id, pattern, start), None)

    def room_with(self, item: Item, provider_id: str, pattern: Pattern) -> bool:
        """Return whether an item could be alone with any provider on a day, as things are."""
        cells = self.cells.of(pattern)
        taken = self._children(item, cells) | self._busy(provider_id, item.school_id, cells)
        free = begins(ALL_DAY & ~taken, item.minutes) & self.may(item, provider_id, pattern)
        held = self.held(provider_id)
        return any(self.load.has_room(provider_id, cells, start, item, held) for start in each(free))

    def fits(self, item: Item, spot: Spot) -> Option | None:
        """Return how an item can be put into a spot as things are, or None."""
        if spot.provider_id not in item.providers or not self.day_is_free(item, spot.pattern):
            return None
        cells, window = self.cells.of(spot.pattern), bits(spot.start, spot.start + item.minutes)
        if not self.may(item, spot.provider_id, spot.pattern) >> spot.start & 1:
            return None
        if self._children(item, cells) & window:
            return None
        for meeting in self._joinable(item, spot.provider_id, spot.pattern):
            if meeting.spot.start == spot.start:
                return Option(spot, meeting)
        if self._busy(spot.provider_id, item.school_id, cells) & window:
            return None
        room = self.load.has_room(spot.provider_id, cells, spot.start, item, self.held(spot.provider_id))
        return Option(spot, None) if room else None

    def in_the_way(self, item: Item, spot: Spot) -> list[Item] | None:
        """Return the items that would have to leave a spot for another one; None if they cannot.

        Whom the item can join stays. What a limit of the provider asks for is not looked at here.
        """
        cells, end = self.cells.of(spot.pattern), spot.start + item.minutes
        leave: dict[Item, None] = {}
        joined = next(
            (m for m in self._joinable(item, spot.provider_id, spot.pattern) if m.spot.start == spot.start), None
        )
        travels = spot.provider_id in self._travels
        for cell in () if joined else cells.beside:
            for meeting in self.held(spot.provider_id)[cell]:
                # Without travel there is no way to look up; this is asked very often.
                go, come = self._ways(item.school_id, meeting.school_id) if travels else (0, 0)
                apart = go is not None and come is not None and (
                    end + go <= meeting.start or meeting.end + come <= spot.start
                )  # fmt: skip
                if not apart:
                    leave.update(dict.fromkeys(meeting.items))
        for need in item.needs:
            for other in self._of_student[need.student_id]:
                there = self.at[other.number]
                if (
                    there is not None
                    and there.start < end
                    and spot.start < there.end
                    and meet(there.spot.pattern, spot.pattern)
                ):
                    leave[other] = None
        if any(other.locked for other in leave) or (joined and any(other in leave for other in joined.items)):
            return None
        return list(leave)

    # What is.

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

    def therapist(self, provider_id: str) -> Therapist:
        """Return a therapist."""
        return self.caseload.therapists[provider_id]

    def _joinable(self, item: Item, provider_id: str, pattern: Pattern) -> Iterator[Meeting]:
        if item.cap <= len(item.needs):
            return
        seen = self.cells.of(pattern).own
        for meeting in self.held(provider_id)[seen[0]]:
            if meeting.kind == item.kind and meeting.spot.pattern == pattern and self._together(meeting, item):
                yield meeting

    def _together(self, meeting: Meeting, item: Item) -> bool:
        size = meeting.size + len(item.needs)
        if size > min(item.cap, *(other.cap for other in meeting.items)):
            return False
        children = {need.student_id for other in meeting.items for need in other.needs}
        if any(need.student_id in children for need in item.needs):
            return False
        span = self.caseload.grade_span
        if span is None:
            return True
        low, high = 99, -99
        for each_ in (*meeting.items, item):
            if each_.grades is None:
                return False
            low, high = min(low, each_.grades[0]), max(high, each_.grades[1])
        return high - low <= span

    def _children(self, item: Item, cells: Held) -> int:
        busy = 0
        for need in item.needs:
            of_student = self._student[need.student_id]
            for cell in cells.beside:
                busy |= of_student[cell]
        return busy

    def _busy(self, provider_id: str, school_id: str, cells: Held) -> int:
        """Return the minutes at which a provider is not free for a school."""
        busy = 0
        if provider_id not in self._travels:
            of_provider = self._provider[provider_id]
            for cell in cells.beside:
                busy |= of_provider[cell]
            return busy
        held = self.held(provider_id)
        for cell in cells.beside:
            for meeting in held[cell]:
                busy |= self._around(meeting.spot.start, meeting.end, meeting.school_id, school_id)
        return busy

    def _around(self, start: int, end: int, there: str, here: str) -> int:
        """Return the minutes that a session at one school takes from another, the ways with it."""
        go, come = self._ways(here, there)
        return ALL_DAY if go is None or come is None else bits(start - go, end + come)

    def _ways(self, here: str, there: str) -> tuple[int | None, int | None]:
        """Return the minutes of the way from one school to another, and of the way back; None if nobody said."""
        if here == there:
            return 0, 0
        return self.caseload.ways.get((here, there)), self.caseload.ways.get((there, here))

    def _provider_bits(self, meeting: Meeting) -> None:
        busy, window = self._provider[meeting.spot.provider_id], bits(meeting.spot.start, meeting.end)
        for cell in meeting.cells.own:
            busy[cell] ^= window

    def _look_up(self, item: Item, provider_id: str, pattern: Pattern) -> int:
        therapist = self.caseload.therapists.get(provider_id)
        if therapist is None or therapist.away_until is not None:
            return 0
        free = ALL_DAY
        for weekday in range(SCHOOL_WEEK) if pattern.cycle else (pattern.day,):
            free &= bits_of(therapist.time.get((item.school_id, weekday), ()))
        for need in item.needs:
            free &= self._open(need.student_id, item.school_id, pattern)
        if not free:
            return 0
        students = {need.student_id for need in item.needs}
        first, last = min(need.first for need in item.needs), max(need.last for need in item.needs)
        for fixed in self.caseload.fixed:
            slot = fixed.slot
            if not (fixed.first <= last and first <= fixed.last and meet(slot.pattern, pattern)):
                continue
            if fixed.student_id in students:
                free &= ~bits(slot.start, slot.end)
            if slot.provider_id == provider_id:
                free &= ~self._around(slot.start, slot.end, fixed.school_id, item.school_id)
        return begins(free, item.minutes) & self._grid(item.school_id)

    def _open(self, student_id: str, school_id: str, pattern: Pattern) -> int:
        """Return when a student may be taken on all days of a pattern."""
        caseload, key = self.caseload, (student_id, school_id, pattern.cycle, pattern.day)
        if key in caseload.cycle_time:
            return bits_of(caseload.cycle_time[key])
        free = ALL_DAY
        for weekday in range(SCHOOL_WEEK) if pattern.cycle else (pattern.day,):
            free &= bits_of(caseload.student_time[student_id, school_id, weekday])
        return free

    def _grid(self, school_id: str) -> int:
        """Return the minutes at which sessions of a school may begin: some steps after anybody's time begins."""
        if school_id not in self._grids:
            rests = {start % self.step for start in self._anchors(school_id)}
            grid = 0
            for rest in rests:
                for minute in range(rest, 1440, self.step):
                    grid |= 1 << minute
            self._grids[school_id] = grid
        return self._grids[school_id]

    def _anchors(self, school_id: str) -> Iterator[int]:
        caseload, ways = self.caseload, {0}
        ways |= {minutes for (_, end), minutes in caseload.ways.items() if end == school_id}
        times = [(key[1], spans) for key, spans in caseload.student_time.items()]
        times += [(key[1], spans) for key, spans in caseload.cycle_time.items()]
        for school, spans in times:
            if school == school_id or len(ways) > 1:
                yield from (start + way for start, _ in spans for way in ways)
        for therapist in caseload.therapists.values():
            for (school, _), spans in therapist.time.items():
                if school == school_id or len(ways) > 1:
                    yield from (start + way for start, _ in spans for way in ways)
            if therapist.lunch:
                yield NOON[0]
        for item in self.items:
            if item.home:
                yield item.home.start
        for fixed in caseload.fixed:
            yield from (fixed.slot.end + way for way in ways)
