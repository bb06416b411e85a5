"""The best sequence of sessions in one gap of a provider's day."""

from typing import Any

from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.group import best_group, take_group
from makegood.planner.solve.kernel.tables import NOT_YET, Array, Columns, Held, Rules, Scratch, Used

EARLIER = 1e-6
"""What a minute later in the day costs, in minutes settled: among equals, what is left of a gap stays in one piece."""


@part
def reach(states: Array, step: int, school: int, worth: float, from_step: int, from_school: int, booth: int) -> bool:
    """Come to a tick at a school, if that is the best way so far."""
    state = states[step, school]
    if worth <= state.worth + 1e-9:
        return False
    state.worth = worth
    state.from_step = from_step
    state.from_school = from_school
    state.from_booth = booth
    return True


@part
def make_ready(c: Columns, u: Used, z: Scratch, base: int, booth: int, day: int, at: int, mark: int) -> bool:
    """Write for how many minutes from `at` on each candidate can come; those who bear the mark cannot."""
    some = False
    for x in range(c.booths[booth].candidate, c.booths[booth].candidate_end):
        candidate = c.candidates[x]
        minutes = int(c.free[candidate.row, at])
        if minutes > 0 and mark > 0:
            if z.stamp[candidate.local] == mark:
                minutes = 0
            else:
                student = candidate.student
                for i in range(u.busy[student, day]):
                    busy = u.when[student, day, i]
                    if busy.at + busy.minutes > at:
                        minutes = min(minutes, max(0, busy.at - at))
        z.ready[x - base] = minutes
        some = some or minutes > 0
    return some


@part
def mark_way(c: Columns, z: Scratch, base: int, step: int, school: int, mark: int) -> None:
    """Mark every student who has a session on the best way to a tick and school."""
    while step > 0:
        state = z.states[step, school]
        if state.from_step < 0:
            return
        if state.from_booth >= 0:
            for i in range(state.size):
                z.stamp[c.candidates[base + z.group[step, school, i]].local] = mark
        step, school = state.from_step, state.from_school


@part
def cross(c: Columns, gap: Any, states: Array, step: int) -> None:
    """Come at a tick to the schools that lie no time away: next door, or for somebody who works over a screen."""
    for school in range(gap.schools):
        here = states[step, school].worth
        for other in range(gap.schools):
            if here > NOT_YET and other != school and c.ways[gap.way + school * gap.schools + other] == 0:
                reach(states, step, other, here, step, school, -1)


@part
def tick_at(c: Columns, gap: Any, step: int, minute: int, apart: bool) -> int:  # noqa: FBT001
    """Return the tick at which a session or way from `step` on ends that takes until a minute.

    That is the first one not before it. In the bound (`apart` is false) it is the last one not after it, so that no
    plan is left out, whatever its minutes.
    """
    to = step
    while to < gap.steps and c.ticks[gap.tick + to] < minute:
        to += 1
    if not apart and c.ticks[gap.tick + to] > minute:
        to -= 1
    return max(to, step + 1)


@part
def stay(c: Columns, s: Held, at: int, school: int, now: int, minutes: int) -> int:
    """Return how many of the minutes from now on a gap's sessions, and the ways to them, leave at a school."""
    gap = c.gaps[at]
    for j in range(s.number[at]):
        session = s.sessions[at, j]
        there = c.booths[session.booth].school
        leave = session.at - c.ways[gap.way + school * gap.schools + there]
        back = session.at + session.minutes + c.ways[gap.way + there * gap.schools + school]
        if now < leave:
            minutes = min(minutes, leave - now)
        elif now < back:
            return 0
    return minutes


@part
def move_on(c: Columns, gap: Any, z: Scratch, step: int, apart: bool) -> None:  # noqa: FBT001
    """Wait at each school until the next tick, or go to another one."""
    now = c.ticks[gap.tick + step]
    if gap.schools > 1:
        cross(c, gap, z.states, step)
    for school in range(gap.schools):
        here = z.states[step, school].worth
        if here <= NOT_YET:
            continue
        reach(z.states, step + 1, school, here, step, school, -1)
        for other in range(gap.schools):
            until = now + c.ways[gap.way + school * gap.schools + other]
            if other != school and now < until <= c.ticks[gap.tick + gap.steps]:
                reach(z.states, tick_at(c, gap, step, until, apart), other, here, step, school, -1)


@part
def meet(c: Columns, rules: Rules, z: Scratch, at: int, place: int, step: int, top: int, apart: bool) -> None:  # noqa: FBT001
    """Hold sessions of every length up to `top` in a booth from a tick on, each with the best group of who is ready."""
    gap, booth = c.gaps[at], c.booths[place]
    base, school, low = gap.candidate, booth.school, booth.candidate - gap.candidate
    now, here, count = c.ticks[gap.tick + step], z.states[step, school].worth, z.waiting[place - gap.booth]
    to = step
    for length in range(1, top + 1):
        to = tick_at(c, gap, to - 1 if to > step else step, now + rules.lengths[length], apart)
        worth, band, size = best_group(c, rules, z, base, low, count, length)
        if worth <= 0 or here + worth <= z.states[to, school].worth + 1e-9:
            continue
        got = take_group(c, rules, z, base, low, count, length, band, size)
        if apart:
            worth = -EARLIER * now
            for i in range(got):
                worth += z.value[length, z.chosen[i]]
        if reach(z.states, to, school, here + worth, step, school, place):
            z.states[to, school].length = length
            z.states[to, school].size = got
            for i in range(got):
                z.group[to, school, i] = z.chosen[i]


@part
def walk_gap(
    c: Columns,
    rules: Rules,
    u: Used,
    s: Held,
    z: Scratch,
    at: int,
    apart: bool,  # noqa: FBT001
) -> tuple[float, int]:
    """Walk through a gap, tick by tick and school by school, and find the sessions that are worth most.

    Args:
        c: The board.
        rules: Lengths and groups.
        u: What is taken already; looked at only if `apart`.
        s: The sessions; those of the gap stay where they are if `apart`.
        z: Each candidate's worth by length, in order; filled in with the best way.
        at: The gap.
        apart: Whether a student comes once only, and not while busy. Without it, the worth found is
            never under that of any real plan of the gap.

    Returns:
        The worth, and the school at which the best way ends (-1 if nothing is worth anything).
    """
    gap = c.gaps[at]
    base, mark = gap.candidate, 0
    for step in range(gap.steps + 1):
        for school in range(gap.schools):
            state = z.states[step, school]
            state.worth = 0.0 if step == 0 else NOT_YET
            state.from_step = -1
            state.from_booth = -1
    if apart:
        for x in range(base, gap.candidate_end):
            z.stamp[c.candidates[x].local] = 0
    for step in range(gap.steps):
        now = c.ticks[gap.tick + step]
        move_on(c, gap, z, step, apart)
        marked = -1
        for place in range(gap.booth, gap.booth_end):
            booth = c.booths[place]
            school = booth.school
            minutes = int(c.runs[booth.run + step])
            if apart and s.number[at] > 0:
                minutes = stay(c, s, at, school, now, minutes)
            top = rules.fits[minutes]
            if z.states[step, school].worth <= NOT_YET or z.waiting[place - gap.booth] == 0 or top == 0:
                continue
            if apart and school != marked:
                mark += 1
                marked = school
                mark_way(c, z, base, step, school, mark)
            if make_ready(c, u, z, base, place, gap.day, now, mark if apart else 0):
                meet(c, rules, z, at, place, step, top, apart)
    best, end = 1e-6, -1
    for school in range(gap.schools):
        if z.states[gap.steps, school].worth > best:
            best, end = z.states[gap.steps, school].worth, school
    return (best if end >= 0 else 0.0), end
