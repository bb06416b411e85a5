"""The week as it is being made: where an item can be, and what is in the way."""

from collections.abc import Iterator
from functools import cached_property

from makegood.week.beginnings import Beginnings
from makegood.week.caseload import Caseload
from makegood.week.cells import Held
from makegood.week.clock_bits import ALL_DAY, begins, bits, each
from makegood.week.item import Item, Spot, step_of
from makegood.week.meeting import Meeting, Option
from makegood.week.pattern import SCHOOL_WEEK, Pattern, meet
from makegood.week.placed import Placed
from makegood.week.ways import taken_with_ways, ways_between


class Board(Placed):
    """What is placed, and what could be. Each question is about one item."""

    def __init__(self, caseload: Caseload, items: list[Item]) -> None:
        """Begin with nothing placed."""
        super().__init__(caseload, items)
        self.step = step_of(items, caseload)
        self.may = Beginnings(caseload, items, self.step).of
        """When an item may begin with a provider on the days of a pattern, by what never changes."""

    @cached_property
    def most_a_day(self) -> dict[str, int]:
        """By service, how many of its sessions may be on one day: one, unless there are more than days."""
        return {
            need.service_id: -(-len(need.places) // (need.places[0].cycle or SCHOOL_WEEK) if need.places else 1)
            for need in self.caseload.needs
        }

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
                go, come = ways_between(self.caseload, item.school_id, meeting.school_id) if travels else (0, 0)
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

    def _joinable(self, item: Item, provider_id: str, pattern: Pattern) -> Iterator[Meeting]:
        """Yield the meetings of a provider on the days of a pattern that an item may join."""
        if item.cap <= len(item.needs):
            return
        seen = self.cells.of(pattern).own
        for meeting in self.held(provider_id)[seen[0]]:
            if (
                meeting.kind == item.kind
                and meeting.spot.pattern == pattern
                and meeting.may_take(item, self.caseload.grade_span)
            ):
                yield meeting

    def _children(self, item: Item, cells: Held) -> int:
        """Return the minutes at which a child of an item is in another session."""
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
                busy |= taken_with_ways(self.caseload, meeting.spot.start, meeting.end, meeting.school_id, school_id)
        return busy
