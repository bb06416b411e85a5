"""The best sequence of sessions in one gap of a provider's day."""

from makegood.planner.solve.kernel.compiled import kernel
from makegood.planner.solve.kernel.group import best_group, take_group
from makegood.planner.solve.kernel.tables import NOT_YET, Columns, Rules, Scratch, Used


@kernel
def reach(z: Scratch, step: int, school: int, worth: float, from_step: int, from_school: int, booth: int) -> bool:
    """Come to a step at a school, if that is the best way so far."""
    if worth <= z.best[step, school] + 1e-9:
        return False
    z.best[step, school] = worth
    z.from_step[step, school] = from_step
    z.from_school[step, school] = from_school
    z.from_booth[step, school] = booth
    return True


@kernel
def make_ready(c: Columns, u: Used, z: Scratch, base: int, booth: int, day: int, at: int, mark: int) -> bool:
    """Write for how many steps from `at` on each candidate can come; those who bear the mark cannot."""
    some = False
    for x in range(c.candidate[booth], c.candidate[booth + 1]):
        steps = c.free[c.row[x], at]
        if steps > 0 and mark > 0:
            if z.stamp[c.local[x]] == mark:
                steps = 0
            else:
                student = c.student[c.pair[x]]
                for i in range(u.busy[student, day]):
                    begin = u.busy_at[student, day, i]
                    if begin + u.busy_length[student, day, i] > at:
                        steps = min(steps, max(0, begin - at))
        z.ready[x - base] = steps
        some = some or steps > 0
    return some


@kernel
def mark_way(c: Columns, z: Scratch, base: int, step: int, school: int, mark: int) -> None:
    """Mark every student who has a session on the best way to a step and school."""
    while step > 0:
        before = z.from_step[step, school]
        if before < 0:
            return
        if z.from_booth[step, school] >= 0:
            for i in range(z.size[step, school]):
                z.stamp[c.local[base + z.group[step, school, i]]] = mark
        step, school = before, z.from_school[step, school]


@kernel
def walk_gap(c: Columns, rules: Rules, u: Used, z: Scratch, gap: int, apart: bool) -> tuple[float, int]:  # noqa: FBT001
    """Walk through a gap, step by step and school by school, and find the sessions that are worth most.

    Args:
        c: The board.
        rules: Lengths and groups.
        u: What is taken already; looked at only if `apart`.
        z: Each candidate's worth by length, in order; filled in with the best way.
        gap: The gap.
        apart: Whether a student comes once only, and not while busy. Without it, the worth found is
            never under that of any real plan of the gap.

    Returns:
        The worth, and the school at which the best way ends (-1 if nothing is worth anything).
    """
    steps = c.end[gap] - c.start[gap]
    schools = c.schools[gap]
    first, last = c.booth[gap], c.booth[gap + 1]
    base = c.candidate[first]
    for step in range(steps + 1):
        for school in range(schools):
            z.best[step, school] = 0.0 if step == 0 else NOT_YET
            z.from_step[step, school] = -1
            z.from_booth[step, school] = -1
    mark = 0
    if apart:
        for x in range(base, c.candidate[last]):
            z.stamp[c.local[x]] = 0
    for step in range(steps):
        for school in range(schools):
            here = z.best[step, school]
            if here <= NOT_YET:
                continue
            reach(z, step + 1, school, here, step, school, -1)
            if schools > 1:
                for other in range(schools):
                    to = step + c.ways[c.way[gap] + school * schools + other]
                    if other != school and step < to <= steps:
                        reach(z, to, other, here, step, school, -1)
        marked = -1
        for booth in range(first, last):
            count = z.waiting[booth - first]
            school = c.school[booth]
            here = z.best[step, school]
            top = min(rules.longest, c.runs[c.run[booth] + step])
            if here <= NOT_YET or count == 0 or top < rules.shortest:
                continue
            if apart and school != marked:
                mark += 1
                marked = school
                mark_way(c, z, base, step, school, mark)
            if not make_ready(c, u, z, base, booth, c.day[gap], c.start[gap] + step, mark if apart else 0):
                continue
            low = c.candidate[booth] - base
            for length in range(rules.shortest, top + 1):
                worth, band, size = best_group(c, rules, z, base, low, count, length)
                if worth <= 0 or here + worth <= z.best[step + length, school] + 1e-9:
                    continue
                got = take_group(c, rules, z, base, low, count, length, band, size)
                if apart:
                    worth = 0.0
                    for i in range(got):
                        worth += z.value[length, z.chosen[i]]
                if reach(z, step + length, school, here + worth, step, school, booth):
                    z.size[step + length, school] = got
                    for i in range(got):
                        z.group[step + length, school, i] = z.chosen[i]
    best = 1e-6
    end = -1
    for school in range(schools):
        if z.best[steps, school] > best:
            best, end = z.best[steps, school], school
    return (best if end >= 0 else 0.0), end
