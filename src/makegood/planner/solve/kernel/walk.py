"""The best sequence of sessions in one gap of a provider's day."""

from makegood.planner.solve.kernel.book import crowding
from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.group import best_group, most_of, take_group
from makegood.planner.solve.kernel.moves import mark_way, move_on, reach, stay, tick_at
from makegood.planner.solve.kernel.tables import NOT_YET, Columns, Held, Rules, Scratch, Used

EARLIER = 1e-6
"""What a minute later in the day costs, in minutes settled: among equals, what is left of a gap stays in one piece."""


@part
def make_ready(c: Columns, u: Used, z: Scratch, base: int, low: int, count: int, day: int, at: int, mark: int) -> bool:
    """Write for how many minutes each candidate can come from `at` on; a child with the mark cannot come."""
    some = False
    for j in range(count):
        x = base + z.order[1, low + j]
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
def meet(
    c: Columns,
    rules: Rules,
    z: Scratch,
    at: int,
    place: int,
    step: int,
    top: int,
    apart: bool,  # noqa: FBT001
    rent: float,
) -> None:
    """Hold sessions of every length up to `top` in a booth from a tick on, each with the best group of who is ready."""
    gap, booth = c.gaps[at], c.booths[place]
    base, school, low = gap.candidate, booth.school, booth.candidate - gap.candidate
    now, here, count = c.ticks[gap.tick + step], z.states[step, school].worth, z.waiting[place - gap.booth]
    to = step
    for length in range(1, top + 1):
        to = tick_at(c, gap, to - 1 if to > step else step, now + rules.lengths[length], apart)
        most = most_of(z, low, min(count, booth.together), length) - rent * rules.lengths[length]
        if here + most <= z.states[to, school].worth + 1e-9:
            continue
        worth, band, size = best_group(c, rules, z, base, low, count, booth.together, length)
        worth -= rent * rules.lengths[length]
        if worth <= 0 or here + worth <= z.states[to, school].worth + 1e-9:
            continue
        got = take_group(c, rules, z, base, low, count, length, band, size)
        if apart:
            worth = -EARLIER * now - crowding(rules, got, rules.lengths[length])
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
    rent: float,
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
        rent: What a minute of the provider's time costs.

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
            top, count = rules.fits[minutes], z.waiting[place - gap.booth]
            if z.states[step, school].worth <= NOT_YET or count == 0 or top == 0:
                continue
            if apart and school != marked:
                mark += 1
                marked = school
                mark_way(c, z, base, step, school, mark)
            if make_ready(c, u, z, base, booth.candidate - base, count, gap.day, now, mark if apart else 0):
                meet(c, rules, z, at, place, step, top, apart, rent)
    best, end = 1e-6, -1
    for school in range(gap.schools):
        if z.states[gap.steps, school].worth > best:
            best, end = z.states[gap.steps, school].worth, school
    return (best if end >= 0 else 0.0), end
