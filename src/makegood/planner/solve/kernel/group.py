"""Who comes together: the best group for one session."""

from makegood.planner.solve.kernel.book import crowding
from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.tables import BANDS, Columns, Rules, Scratch

ANY_GRADE = 100
"""A span of grades from here on means that no limit was given."""
UNKNOWN = -50
"""A grade under this is not known."""


@part
def in_order(z: Scratch, low: int, high: int, top: int) -> int:
    """Put a booth's candidates in order of worth, best first, for each length; return how many are worth anything.

    `value[0]` says whether a candidate is worth anything at any length.
    """
    count = 0
    for at in range(low, high):
        if z.value[0, at] > 0:
            z.order[top, low + count] = at
            count += 1
    for length in range(top, 0, -1):
        if length < top:
            for j in range(count):
                z.order[length, low + j] = z.order[length + 1, low + j]
        for j in range(1, count):
            at = z.order[length, low + j]
            worth = z.value[length, at]
            i = j
            while i > 0 and z.value[length, z.order[length, low + i - 1]] < worth:
                z.order[length, low + i] = z.order[length, low + i - 1]
                i -= 1
            z.order[length, low + i] = at
    return count


@part
def most_of(z: Scratch, low: int, size: int, length: int) -> float:
    """Return what no group of so many in a booth can be worth more than: that of the best of all, ready or not."""
    most = 0.0
    for j in range(size):
        most += max(0.0, z.value[length, z.order[length, low + j]])
    return most


@part
def best_group(
    c: Columns, rules: Rules, z: Scratch, base: int, low: int, count: int, together: int, length: int
) -> tuple[float, int, int]:
    """Return the best group among those who are ready: its worth, its lowest grade and its size.

    A group of n takes the n best of those who may be n together; so every size, and every band of grades, is
    tried in one walk. A student who is owed both what may be made up by many together and what by few is a
    candidate for each, and counts once in a group. A lowest grade of -1 is one student alone.
    `together` is the largest group in which any of the booth's candidates may be.
    """
    any_grade, largest = rules.span >= ANY_GRADE, z.bands.shape[1] - 1
    z.seen[0].call += 1
    call = z.seen[0].call
    lowest, highest = BANDS, -1
    alone = 0.0
    for j in range(count):
        at = z.order[length, low + j]
        worth = z.value[length, at]
        if worth <= 0:
            break
        if z.ready[at] < rules.lengths[length]:
            continue
        candidate = c.candidates[base + at]
        alone = max(alone, worth)
        if together <= 1:
            break
        most = min(largest, candidate.together)
        if most <= 1 or (not any_grade and candidate.grade < UNKNOWN):
            continue
        # The place 0 counts the calls; the students of the gap come after it.
        seen = z.seen[candidate.local + 1]
        counted = seen.most if seen.call == call else 1
        if most <= counted:
            continue
        seen.call = call
        seen.most = most
        grade = 0 if any_grade else candidate.grade + 1
        begin = grade if any_grade else max(0, grade - rules.span)
        if lowest > highest:
            lowest, highest = begin, begin - 1
        while lowest > begin:
            lowest -= 1
            for size in range(largest + 1):
                z.bands[lowest, size].worth = 0.0
                z.bands[lowest, size].count = 0
        while highest < grade:
            highest += 1
            for size in range(largest + 1):
                z.bands[highest, size].worth = 0.0
                z.bands[highest, size].count = 0
        for lowest_grade in range(begin, grade + 1):
            for size in range(counted + 1, most + 1):
                band = z.bands[lowest_grade, size]
                if band.count < size:
                    band.count += 1
                    band.worth += worth
    best, at_band, at_size = alone, -1, 1
    for lowest_grade in range(lowest, highest + 1):
        for size in range(2, largest + 1):
            worth = z.bands[lowest_grade, size].worth - crowding(rules, size, rules.lengths[length])
            if worth > best + 1e-9:
                best, at_band, at_size = worth, lowest_grade, size
    return best, at_band, at_size


@part
def take_group(
    c: Columns, rules: Rules, z: Scratch, base: int, low: int, count: int, length: int, band: int, size: int
) -> int:
    """Write the candidates of the best group to `chosen`; return how many: no student twice."""
    got = 0
    for j in range(count):
        at = z.order[length, low + j]
        if z.value[length, at] <= 0:
            break
        if z.ready[at] < rules.lengths[length]:
            continue
        candidate = c.candidates[base + at]
        if size > 1:
            if candidate.together < size:
                continue
            if rules.span < ANY_GRADE:
                grade = candidate.grade + 1
                if grade < band or grade > band + rules.span:
                    continue
        twice = False
        for i in range(got):
            if c.candidates[base + z.chosen[i]].local == candidate.local:
                twice = True
        if twice:
            continue
        z.chosen[got] = at
        got += 1
        if got == size:
            break
    return got
