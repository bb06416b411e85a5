"""What every gap is worth at the prices of the moment, and what it would use."""

from makegood.planner.solve.kernel.compiled import kernel, part
from makegood.planner.solve.kernel.group import in_order
from makegood.planner.solve.kernel.sack import fill_sack
from makegood.planner.solve.kernel.tables import Array, Columns, Rules, Scratch, Used
from makegood.planner.solve.kernel.walk import walk_gap


@part
def settle(
    c: Columns, rules: Rules, z: Scratch, pair: int, day: int, steps: int, worth: Array, rents: Array, lonely: Array,
    use: Array, use_time: Array, use_lonely: Array,
) -> None:  # fmt: skip
    """Add up what a session of some steps settles of a pair at the prices."""
    student, first = c.pairs[pair].student, c.pairs[pair].miss
    count = fill_sack(c, c.open, pair, day, worth, rents[student, day], lonely, rules.step, steps, z.sack, z.took)
    for i in range(count - 1, -1, -1):
        minutes = z.took[i, steps]
        if minutes > 0:
            miss = c.misses[first + i]
            use[first + i] += minutes
            use_time[student, day] += minutes
            use_lonely[first + i] += 1.0 if minutes > c.open[first + i] - miss.least else 1.0 / miss.parts
            steps -= -(-minutes // rules.step)


@kernel
def price_gaps(
    c: Columns, rules: Rules, u: Used, z: Scratch, gaps: Array, value: Array, worth: Array, rents: Array,
    lonely: Array, gap_worth: Array, use: Array, use_time: Array, use_lonely: Array,
) -> None:  # fmt: skip
    """Fill in each gap's worth, and add what its best sessions would use of misses and of students' time."""
    for at in gaps:
        gap = c.gaps[at]
        day, base = gap.day, gap.candidate
        top = min(rules.longest, gap.end - gap.start)
        for x in range(base, gap.candidate_end):
            pair = c.candidates[x].pair
            for steps in range(rules.shortest, top + 1):
                z.value[steps, x - base] = value[pair, day, steps]
            z.value[0, x - base] = value[pair, day, top]
        for place in range(gap.booth, gap.booth_end):
            low, high = c.booths[place].candidate - base, c.booths[place].candidate_end - base
            z.waiting[place - gap.booth] = in_order(z, low, high, rules.shortest, top)
        gap_worth[at], school = walk_gap(c, rules, u, z, at, False)
        step = gap.end - gap.start
        while school >= 0 and step > 0:
            state = z.states[step, school]
            if state.from_step < 0:
                break
            if state.from_booth >= 0:
                length = step - state.from_step
                for i in range(state.size):
                    pair = c.candidates[base + z.group[step, school, i]].pair
                    settle(c, rules, z, pair, day, length, worth, rents, lonely, use, use_time, use_lonely)
            step, school = state.from_step, state.from_school
