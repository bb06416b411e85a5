"""What every gap is worth at the prices of the moment, and what it would use."""

from makegood.planner.solve.kernel.compiled import kernel, part
from makegood.planner.solve.kernel.group import in_order
from makegood.planner.solve.kernel.sack import fill_sack
from makegood.planner.solve.kernel.tables import Array, Columns, Held, Rules, Scratch, Used
from makegood.planner.solve.kernel.walk import walk_gap


@part
def settle(
    c: Columns, rules: Rules, z: Scratch, pair: int, day: int, length: int, worth: Array, rents: Array, most: Array,
    lonely: Array, use: Array, use_time: Array, use_lonely: Array,
) -> None:  # fmt: skip
    """Add up what a session of some length settles of a pair at the prices."""
    student, first, unit = c.pairs[pair].student, c.pairs[pair].miss, c.pairs[pair].unit
    room = min(most[student, day], rules.settles[length])
    rent = rents[student, day]
    count = fill_sack(
        c, c.open, pair, day, worth, rent, lonely, c.none, 0.0, 0.0, rules.grain, room, z.sack, z.took, z.parts
    )
    units = room // unit
    for i in range(count - 1, -1, -1):
        minutes = z.took[i, units]
        if minutes > 0:
            miss = c.misses[first + i]
            use[first + i] += minutes
            use_time[student, day] += minutes
            use_lonely[first + i] += 1.0 if minutes > c.open[first + i] - miss.least else 1.0 / miss.parts
            units -= minutes // unit


@kernel
def price_gaps(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, gaps: Array, value: Array, worth: Array, rents: Array,
    most: Array, lonely: Array, hours: Array, gap_worth: Array, use: Array, use_time: Array, use_lonely: Array,
    use_hours: Array,
) -> None:  # fmt: skip
    """Fill in each gap's worth, and add what its best sessions would use of misses and of everybody's time.

    `hours[provider, day]` is what a minute of a provider's limits costs.
    """
    for at in gaps:
        gap = c.gaps[at]
        day, base = gap.day, gap.candidate
        top = rules.fits[c.ticks[gap.tick + gap.steps] - c.ticks[gap.tick]]
        for x in range(base, gap.candidate_end):
            pair = c.candidates[x].pair
            z.value[0, x - base] = 0.0
            for length in range(1, top + 1):
                z.value[length, x - base] = value[pair, day, length]
                z.value[0, x - base] = max(z.value[0, x - base], value[pair, day, length])
        for place in range(gap.booth, gap.booth_end):
            low, high = c.booths[place].candidate - base, c.booths[place].candidate_end - base
            z.waiting[place - gap.booth] = in_order(z, low, high, top)
        gap_worth[at], school = walk_gap(c, rules, u, s, z, at, False, hours[gap.provider, day])
        step = gap.steps
        while school >= 0 and step > 0:
            state = z.states[step, school]
            if state.from_step < 0:
                break
            if state.from_booth >= 0:
                use_hours[gap.provider, day] += rules.lengths[state.length]
                for i in range(state.size):
                    pair = c.candidates[base + z.group[step, school, i]].pair
                    settle(c, rules, z, pair, day, state.length, worth, rents, most, lonely, use, use_time, use_lonely)
            step, school = state.from_step, state.from_school
