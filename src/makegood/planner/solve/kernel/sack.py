"""What a session of some length can settle of one student's misses."""

from makegood.planner.solve.kernel.book import in_part, stranded
from makegood.planner.solve.kernel.compiled import kernel, part
from makegood.planner.solve.kernel.tables import Array, Columns, Rules


@part
def some_left(c: Columns, left: Array, pair: int, day: int) -> bool:
    """Return whether enough for a piece is left of any miss of a pair before or on a day."""
    for at in range(c.pairs[pair].miss, c.pairs[pair].miss_end):
        if left[at] >= c.misses[at].least and c.misses[at].since <= day:
            return True
    return False


@part
def fill_sack(
    c: Columns, left: Array, pair: int, day: int, worth: Array, rent: float, lonely: Array, lost: Array, piece: float,
    cut: float, grain: int, longest: int, best: Array, took: Array, parts: Array,
) -> int:  # fmt: skip
    """Weigh a pair's misses against each other for every number of minutes up to `longest`.

    A piece of a miss is at least `least` minutes: a multiple of the grain, as short as may be, all of the miss, or all
    but the shortest piece. One after which nothing more of the miss can follow costs
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
        lost: By miss, what each minute costs that is left of it and too little for another session.
        piece: What each piece costs.
        cut: What a miss costs that is settled in part.
        grain: Minutes.
        longest: Minutes.
        best: Filled in: by units of the pair's, the most that they are worth.
        took: Filled in: by miss of the pair and units, the minutes of it in the best choice.
        parts: Room to work: the pieces that may be settled of a miss, and what each is worth.

    Returns:
        How many misses were weighed.
    """
    first, unit = c.pairs[pair].miss, c.pairs[pair].unit
    count: int = c.pairs[pair].miss_end - first
    units = longest // unit
    for room in range(units + 1):
        best[room] = 0.0
    for i in range(count):
        miss = c.misses[first + i]
        minute = 0.0
        if miss.since <= day:
            minute = (worth[0, first + i] if day <= miss.due else worth[1, first + i]) - rent
        whole, least = left[first + i], miss.least
        if minute <= 0 or whole < least:
            for room in range(units + 1):
                took[i, room] = 0
            continue
        alone = lonely[first + i]
        shared = alone / miss.parts
        open_ = c.open[first + i]
        before = in_part(whole, open_)
        choices = 0
        for turn in range(-2 if unit < grain else 1, whole // grain + 1):
            minutes = turn * grain
            if turn <= 0:
                minutes = whole if turn == 0 else (whole - least if turn == -1 else least)
            if minutes < least or minutes > longest:
                continue
            choice = parts[choices]
            choice.minutes, choice.units = minutes, minutes // unit
            choice.worth = minutes * minute
            choice.alone = alone if minutes > whole - least else shared
            choice.lost = lost[first + i] * stranded(whole - minutes, least)
            choice.cut = piece + cut * (in_part(whole - minutes, open_) - before)
            choices += 1
        for room in range(units, -1, -1):
            top = best[room]
            took[i, room] = 0
            for turn in range(choices):
                choice = parts[turn]
                if choice.units <= room:
                    gain = best[room - choice.units] + choice.worth - choice.alone - choice.lost - choice.cut
                    if gain > top:
                        top = gain
                        took[i, room] = choice.minutes
            best[room] = top
    return count


@kernel
def value_pairs(
    c: Columns, rules: Rules, pairs: Array, worth: Array, rents: Array, most: Array, lonely: Array, sack: Array,
    took: Array, parts: Array, value: Array,
) -> None:  # fmt: skip
    """Fill in `value[pair, day, length]`: the most that a session settles of each pair, at prices.

    `most[student, day]` is what the student's limits allow: to a longer session the student does not come.
    """
    lengths = len(rules.lengths)
    for pair in pairs:
        of_pair = c.pairs[pair]
        student = of_pair.student
        for day in range(value.shape[1]):
            again = day > 0 and rents[student, day] == rents[student, day - 1]
            again = again and most[student, day] == most[student, day - 1]
            for at in range(of_pair.miss, of_pair.miss_end):
                miss = c.misses[at]
                if miss.since == day or (miss.due == day - 1 and worth[0, at] != worth[1, at]):
                    again = False
            if again:
                for length in range(lengths):
                    value[pair, day, length] = value[pair, day - 1, length]
                continue
            limit = most[student, day]
            longest = min(limit, rules.settles[lengths - 1])
            rent = rents[student, day]
            fill_sack(
                c, c.open, pair, day, worth, rent, lonely, c.none, 0.0, 0.0, rules.grain, longest, sack, took, parts
            )
            for length in range(lengths):
                value[pair, day, length] = 0.0
                if rules.lengths[length] <= limit:
                    value[pair, day, length] = sack[min(longest, rules.settles[length]) // of_pair.unit]
