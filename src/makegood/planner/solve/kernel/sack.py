"""What a session of some length can settle of one student's misses."""

from makegood.planner.solve.kernel.compiled import kernel, part
from makegood.planner.solve.kernel.tables import Array, Columns


@part
def fill_sack(
    c: Columns, left: Array, pair: int, day: int, worth: Array, rent: float, lonely: Array, step: int, longest: int,
    best: Array, took: Array,
) -> int:  # fmt: skip
    """Weigh a pair's misses against each other for every length up to `longest` steps.

    A piece of a miss is at least `least` minutes. One after which nothing more of the miss can follow costs
    the whole `lonely` price of the miss, any other its share: so the price sees that a miss of 30 cannot
    be made up in one and a half sessions of 20.

    Args:
        c: The board.
        left: Minutes left of each miss.
        pair: The student's debt of one service type.
        day: The place of the day.
        worth: By in time (row 0) or late (row 1) and miss, what a minute is worth.
        rent: What a minute of the student's time costs that day.
        lonely: By miss, the price above.
        step: Minutes of a step.
        longest: Steps.
        best: Filled in: by steps, the most that they are worth.
        took: Filled in: by miss of the pair and steps, the minutes of it in the best choice.

    Returns:
        How many misses were weighed.
    """
    first = c.pairs[pair].miss
    count: int = c.pairs[pair].miss_end - first
    for steps in range(longest + 1):
        best[steps] = 0.0
    for i in range(count):
        miss = c.misses[first + i]
        minute = 0.0
        if miss.since <= day:
            minute = (worth[0, first + i] if day <= miss.due else worth[1, first + i]) - rent
        whole, least = left[first + i], miss.least
        if minute <= 0 or whole < least:
            for steps in range(longest + 1):
                took[i, steps] = 0
            continue
        alone = lonely[first + i]
        shared = alone / miss.parts
        for steps in range(longest, -1, -1):
            top = best[steps]
            took[i, steps] = 0
            for taken in range(1, steps + 1):
                minutes = min(taken * step, whole)
                if minutes >= least:
                    gain = minutes * minute - (alone if minutes > whole - least else shared)
                    if best[steps - taken] + gain > top:
                        top = best[steps - taken] + gain
                        took[i, steps] = minutes
                    minutes = min(taken * step, whole - least)
                    gain = minutes * minute - shared
                    if minutes >= least and best[steps - taken] + gain > top:
                        top = best[steps - taken] + gain
                        took[i, steps] = minutes
                if taken * step >= whole:
                    break
            best[steps] = top
    return count


@kernel
def value_pairs(
    c: Columns, pairs: Array, worth: Array, rents: Array, lonely: Array, step: int, longest: int, sack: Array,
    took: Array, value: Array,
) -> None:  # fmt: skip
    """Fill in `value[pair, day, steps]`: the most that a session settles of each pair, at prices."""
    for pair in pairs:
        of_pair = c.pairs[pair]
        student = of_pair.student
        for day in range(value.shape[1]):
            again = day > 0 and rents[student, day] == rents[student, day - 1]
            for at in range(of_pair.miss, of_pair.miss_end):
                miss = c.misses[at]
                if miss.since == day or (miss.due == day - 1 and worth[0, at] != worth[1, at]):
                    again = False
            if again:
                for steps in range(longest + 1):
                    value[pair, day, steps] = value[pair, day - 1, steps]
                continue
            fill_sack(c, c.open, pair, day, worth, rents[student, day], lonely, step, longest, sack, took)
            for steps in range(longest + 1):
                value[pair, day, steps] = sack[steps]
