"""The best sequence of sessions in one gap of a provider's day."""

from typing import Any

from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.group import best_group, take_group
from makegood.planner.solve.kernel.tables import NOT_YET, Array, Columns, Rules, Scratch, Used


@part
def reach(states: Array, step: int, school: int, worth: float, from_step: int, from_school: int, booth: int) -> bool:
    """Come to a step at a school, if that is the best way so far."""
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
    """Write for how many steps from `at` on each candidate can come; those who bear the mark cannot."""
    some = False
    for x in range(c.booths[booth].candidate, c.booths[booth].candidate_end):
        candidate = c.candidates[x]
        steps = int(c.free[candidate.row, at])
        if steps > 0 and mark > 0:
            if z.stamp[candidate.local] == mark:
                steps = 0
            else:
                student = candidate.student
                for i in range(u.busy[student, day]):
                    busy = u.when[student, day, i]
                    if busy.at + busy.length > at:
                        steps = min(steps, max(0, busy.at - at))
        z.ready[x - base] = steps
        some = some or steps > 0
    return some


@part
def mark_way(c: Columns, z: Scratch, base: int, step: int, school: int, mark: int) -> None:
    """Mark every student who has a session on the best way to a step and school."""
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
    """Come at a step to the schools that lie no time away: next door, or for somebody who works over a screen."""
    for school in range(gap.schools):
        here = states[step, school].worth
        for other in range(gap.schools):
            if here > NOT_YET and other != school and c.ways[gap.way + school * gap.schools + other] == 0:
                reach(states, step, other, here, step, school, -1)


@part
def walk_gap(c: Columns, rules: Rules, u: Used, z: Scratch, at: int, apart: bool) -> tuple[float, int]:  # noqa: FBT001
    """Walk through a gap, step by step and school by school, and find the sessions that are worth most.

    Args:
        c: The board.
        rules: Lengths and groups.
        u: What is taken already; looked at only if `apart`.
        z: Each candidate's worth by length, in order; filled in with the best way.
        at: The gap.
        apart: Whether a student comes once only, and not while busy. Without it, the worth found is
            never under that of any real plan of the gap.

    Returns:
        The worth, and the school at which the best way ends (-1 if nothing is worth anything).
    """
    gap = c.gaps[at]
    steps = gap.end - gap.start
    schools, base = gap.schools, gap.candidate
    for step in range(steps + 1):
        for school in range(schools):
            state = z.states[step, school]
            state.worth = 0.0 if step == 0 else NOT_YET
            state.from_step = -1
            state.from_booth = -1
    mark = 0
    if apart:
        for x in range(base, gap.candidate_end):
            z.stamp[c.candidates[x].local] = 0
    for step in range(steps):
        if schools > 1:
            cross(c, gap, z.states, step)
        for school in range(schools):
            here = z.states[step, school].worth
            if here <= NOT_YET:
                continue
            reach(z.states, step + 1, school, here, step, school, -1)
            if schools > 1:
                for other in range(schools):
                    to = step + c.ways[gap.way + school * schools + other]
                    if other != school and step < to <= steps:
                        reach(z.states, to, other, here, step, school, -1)
        marked = -1
        for place in range(gap.booth, gap.booth_end):
            booth = c.booths[place]
            count = z.waiting[place - gap.booth]
            school = booth.school
            here = z.states[step, school].worth
            top = min(rules.longest, c.runs[booth.run + step])
            if here <= NOT_YET or count == 0 or top < rules.shortest:
                continue
            if apart and school != marked:
                mark += 1
                marked = school
                mark_way(c, z, base, step, school, mark)
            if not make_ready(c, u, z, base, place, gap.day, gap.start + step, mark if apart else 0):
                continue
            low = booth.candidate - base
            for length in range(rules.shortest, top + 1):
                worth, band, size = best_group(c, rules, z, base, low, count, length)
                if worth <= 0 or here + worth <= z.states[step + length, school].worth + 1e-9:
                    continue
                got = take_group(c, rules, z, base, low, count, length, band, size)
                if apart:
                    worth = 0.0
                    for i in range(got):
                        worth += z.value[length, z.chosen[i]]
                if reach(z.states, step + length, school, here + worth, step, school, place):
                    z.states[step + length, school].size = got
                    for i in range(got):
                        z.group[step + length, school, i] = z.chosen[i]
    best = 1e-6
    end = -1
    for school in range(schools):
        if z.states[steps, school].worth > best:
            best, end = z.states[steps, school].worth, school
    return (best if end >= 0 else 0.0), end
