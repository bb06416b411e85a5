"""When a session may begin by what never changes: its people's time, the grid of the clock, and what is fixed."""

from collections.abc import Iterator, Sequence

from makegood.week.caseload import Caseload
from makegood.week.clock_bits import ALL_DAY, DAY, begins, bits, bits_of
from makegood.week.item import Item
from makegood.week.load import NOON
from makegood.week.pattern import SCHOOL_WEEK, Pattern, meet
from makegood.week.ways import taken_with_ways


class Beginnings:
    """Looks up when items may begin; what is asked for twice is worked out once."""

    def __init__(self, caseload: Caseload, items: Sequence[Item], step: int) -> None:
        """Take the items of a week, and the step of the clock on which they begin (`step_of`)."""
        self._caseload, self._items, self._step = caseload, items, step
        self._known: dict[tuple[int, str, int, int], int] = {}
        self._grids: dict[str, int] = {}

    def of(self, item: Item, provider_id: str, pattern: Pattern) -> int:
        """Return when an item may begin with a provider on the days of a pattern, as bits of a day's minutes."""
        key = (item.number, provider_id, pattern.cycle, pattern.day)
        if key not in self._known:
            self._known[key] = self._look_up(item, provider_id, pattern)
        return self._known[key]

    def _look_up(self, item: Item, provider_id: str, pattern: Pattern) -> int:
        caseload = self._caseload
        therapist = caseload.therapists.get(provider_id)
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
        for fixed in caseload.fixed:
            slot = fixed.slot
            if not (fixed.first <= last and first <= fixed.last and meet(slot.pattern, pattern)):
                continue
            if fixed.student_id in students:
                free &= ~bits(slot.start, slot.end)
            if slot.provider_id == provider_id:
                free &= ~taken_with_ways(caseload, slot.start, slot.end, fixed.school_id, item.school_id)
        return begins(free, item.minutes) & self._grid(item.school_id)

    def _open(self, student_id: str, school_id: str, pattern: Pattern) -> int:
        """Return when a student may be taken on all days of a pattern."""
        caseload, key = self._caseload, (student_id, school_id, pattern.cycle, pattern.day)
        if key in caseload.cycle_time:
            return bits_of(caseload.cycle_time[key])
        free = ALL_DAY
        for weekday in range(SCHOOL_WEEK) if pattern.cycle else (pattern.day,):
            free &= bits_of(caseload.student_time[student_id, school_id, weekday])
        return free

    def _grid(self, school_id: str) -> int:
        """Return the minutes at which sessions of a school may begin: some steps after anybody's time begins."""
        if school_id not in self._grids:
            rests = {start % self._step for start in self._anchors(school_id)}
            grid = 0
            for rest in rests:
                for minute in range(rest, DAY, self._step):
                    grid |= 1 << minute
            self._grids[school_id] = grid
        return self._grids[school_id]

    def _anchors(self, school_id: str) -> Iterator[int]:
        """Yield when something begins or ends that a session of a school can begin with."""
        caseload, ways = self._caseload, {0}
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
        for item in self._items:
            if item.home:
                yield item.home.start
        for fixed in caseload.fixed:
            yield from (fixed.slot.end + way for way in ways)
