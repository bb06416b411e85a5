"""What every gap is worth at the prices of the moment, and what it would use."""

from makegood.planner.solve.kernel.compiled import kernel
from makegood.planner.solve.kernel.group import in_order
from makegood.planner.solve.kernel.sack import fill_sack
from makegood.planner.solve.kernel.tables import Array, Columns, Rules, Scratch, Used
from makegood.planner.solve.kernel.walk import walk_gap


@kernel
def settle(
    c: Columns, rules: Rules, z: Scratch, pair: int, day: int, steps: int, worth: Array, rents: Array, lonely: Array,
    use: Array, use_time: Array, use_lonely: Array,
) -> None:  # fmt: skip
    """Add up what a session of some steps settles of a pair at the prices."""
    student = c.student[pair]
    count = fill_sack(c, c.open, pair, day, worth, rents[student, day], lonely, rules.step, steps, z.sack, z.took)
    for i in range(count - 1, -1, -1):
        minutes = z.took[i, steps]
        if minutes > 0:
            miss = c.first[pair] + i
            least = min(c.piece[miss], c.open[miss])
            use[miss] += minutes
            use_time[student, day] += minutes
            use_lonely[miss] += 1.0 if minutes > c.open[miss] - least else 1.0 / max(1, c.open[miss] // max(1, least))
            steps -= -(-minutes // rules.step)


@kernel
def price_gaps(
    c: Columns, rules: Rules, u: Used, z: Scratch, gaps: Array, value: Array, worth: Array, rents: Array,
    lonely: Array, gap_worth: Array, use: Array, use_time: Array, use_lonely: Array,
) -> None:  # fmt: skip
    """Fill in each gap's worth, and add what its best sessions would use of misses and of students' time."""
    for g in range(len(gaps)):
        gap = gaps[g]
        day = c.day[gap]
        top = min(rules.longest, c.end[gap] - c.start[gap])
        first = c.booth[gap]
        base = c.candidate[first]
        for x in range(base, c.candidate[c.booth[gap + 1]]):
            for steps in range(rules.shortest, top + 1):
                z.value[steps, x - base] = value[c.pair[x], day, steps]
            z.value[0, x - base] = value[c.pair[x], day, top]
        for booth in range(first, c.booth[gap + 1]):
            z.waiting[booth - first] = in_order(c, z, base, booth, rules.shortest, top)
        gap_worth[gap], school = walk_gap(c, rules, u, z, gap, False)
        step = c.end[gap] - c.start[gap]
        while school >= 0 and step > 0:
            before = z.from_step[step, school]
            if before < 0:
                break
            if z.from_booth[step, school] >= 0:
                for i in range(z.size[step, school]):
                    pair = c.pair[base + z.group[step, school, i]]
                    settle(c, rules, z, pair, day, step - before, worth, rents, lonely, use, use_time, use_lonely)
            step, school = before, z.from_school[step, school]
