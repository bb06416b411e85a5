"""Clearing a few gaps that the same students could come to, and planning them again."""

import numpy as np

from makegood.planner.solve.kernel.book import book, clear, copy_gap
from makegood.planner.solve.kernel.compiled import kernel, part
from makegood.planner.solve.kernel.plan_gap import plan_gap
from makegood.planner.solve.kernel.tables import Array, Columns, Held, Rules, Scratch, Used, held

WHOLES = 4
"""One planning of a gap in so many cuts no miss if it can, where whole misses go first."""
OTHERS = 4
"""One neighbour in so many may be of any service."""


@part
def draw(random: Array, below: int) -> int:
    """Return a number from 0 to below - 1 (xorshift, Marsaglia 2003), the same on every machine."""
    x = random[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    random[0] = x
    return int(np.int64((x >> np.uint64(11)) % np.uint64(below)))


@part
def pick_gaps(
    c: Columns, z: Scratch, seeds: Array, most: int, kin: Array, near: Array, near_at: Array, random: Array
) -> int:
    """Write one of the seeds and some of its neighbours to `picked`.

    Most neighbours share a school and service type with it; some are other seeds, since a student may be owed
    several services.
    """
    seed = seeds[draw(random, len(seeds))]
    gap = c.gaps[seed]
    z.picked[0] = seed
    count = 1
    wanted = 1 + draw(random, most)
    for _ in range(3 * most):
        if count >= wanted:
            break
        booth = gap.booth + draw(random, gap.booth_end - gap.booth)
        begin, end = near_at[kin[booth]], near_at[kin[booth] + 1]
        if end <= begin:
            continue
        other = near[begin + draw(random, end - begin)]
        if draw(random, OTHERS) == 0:
            other = seeds[draw(random, len(seeds))]
        again = False
        for i in range(count):
            again = again or z.picked[i] == other
        if not again:
            z.picked[count] = other
            count += 1
    return count


@part
def take_turn(c: Columns, rules: Rules, z: Scratch, at: int, chance: bool, random: Array) -> None:  # noqa: FBT001
    """Write to `turn` how a gap is planned this time; without chance, all are weighed at once and as they are."""
    gap, turn = c.gaps[at], z.turn[0]
    turn.school = -1
    turn.student = -1
    turn.shake = 0
    turn.single = 0
    turn.whole = 0
    if not chance:
        return
    if gap.schools > 1:
        turn.school = draw(random, 2 * gap.schools)
        if turn.school >= gap.schools:
            turn.school = -1
    if draw(random, 2) == 0:
        turn.shake = 1 + draw(random, 1000)
        turn.single = draw(random, 2)
    if rules.cut > 0 and draw(random, WHOLES) == 0:
        turn.whole = 1
    if draw(random, 4) == 0:
        turn.student = c.candidates[gap.candidate + draw(random, gap.candidate_end - gap.candidate)].student


@kernel
def search(
    c: Columns, rules: Rules, u: Used, s: Held, aside: Held, z: Scratch, seeds: Array, kin: Array, near: Array,
    near_at: Array, guide: Array, worth: Array, lost: Array, rounds: int, most: int, slack: float,
    random: Array,
) -> float:  # fmt: skip
    """Clear and plan again, round after round; what is worse by more than `slack` is put back.

    A round takes one of the seeds and some of its neighbours, `most` at most; where `most` is 0, each seed in turn.

    Returns:
        How much more the sessions are worth than before.
    """
    gained = 0.0
    for at in range(rounds):
        if most > 0:
            count = pick_gaps(c, z, seeds, most, kin, near, near_at, random)
        else:
            z.picked[0] = seeds[at]
            count = 1
        for i in range(count - 1, 0, -1):
            j = draw(random, i + 1)
            z.picked[i], z.picked[j] = z.picked[j], z.picked[i]
        before = 0.0
        for i in range(count):
            copy_gap(s, z.picked[i], aside, i)
            before += clear(c, rules, u, s, z.picked[i], worth, lost)
        after = 0.0
        for i in range(count):
            take_turn(c, rules, z, z.picked[i], most > 0, random)
            after += plan_gap(c, rules, u, s, z, z.picked[i], guide, worth, lost)
        if after >= before - slack:
            gained += after - before
            continue
        for i in range(count):
            clear(c, rules, u, s, z.picked[i], worth, lost)
        for i in range(count):
            copy_gap(aside, i, s, z.picked[i])
            for session in range(s.number[z.picked[i]]):
                book(c, u, s, z.picked[i], session, 1)
    return gained


def plan_gaps(c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, gaps: Array, worth: Array) -> float:
    """Plan gaps one after the other; return what their sessions are worth."""
    aside = held(1, s.sessions.shape[1], s.comers.shape[2])
    random = np.ones(1, np.uint64)
    # A kernel of its own would take the compiler as long again.
    return search(
        c, rules, u, s, aside, z, gaps, gaps, gaps, gaps, worth, worth, c.none, len(gaps), 0, np.inf, random
    )  # fmt: skip
