"""Planning one empty gap with what is left of debts and time."""

from makegood.planner.solve.kernel.book import book, worth_of
from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.group import in_order
from makegood.planner.solve.kernel.sack import fill_sack, some_left
from makegood.planner.solve.kernel.tables import HELD, PIECES, Array, Columns, Held, Rules, Scratch, Used
from makegood.planner.solve.kernel.walk import walk_gap

SHAKEN = 0.5
"""How much a student's worth is shaken at most."""
WHOLE = 50.0
"""What it costs to cut a miss, beside what it always does, where none is to be cut."""
ALIKE = 1e-5
"""Sessions whose worth by the minute differs by less are alike."""


@part
def value_gap(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, at: int, top: int, guide: Array, lost: Array
) -> bool:
    """Write what each candidate could settle now, by length; return whether anybody could settle anything.

    Only the school and the student are thought of to whom it is the turn.
    """
    turn = z.turn[0]
    gap = c.gaps[at]
    day, week, provider, base = gap.day, gap.week, gap.provider, gap.candidate
    room = min(rules.provider_day - u.provider[provider, day], rules.provider_week - u.provider[provider, week])
    some = False
    for place in range(gap.booth, gap.booth_end):
        booth = c.booths[place]
        for x in range(booth.candidate, booth.candidate_end):
            pair, student = c.candidates[x].pair, c.candidates[x].student
            time = min(room, rules.student_day - u.student[student, day], rules.student_week - u.student[student, week])
            reach = 0
            if time > 0 and u.busy[student, day] < HELD and turn.student in (-1, student):
                reach = min(top, rules.fits[min(time, c.pairs[pair].most, len(rules.fits) - 1)])
            z.value[0, x - base] = 0.0
            if reach == 0 or not some_left(c, u.left, pair, day):
                continue
            fill_sack(
                c, u.left, pair, day, guide, 0.0, c.none, lost, rules.piece, rules.cut + WHOLE * turn.whole,
                rules.grain, rules.lengths[reach], z.sack, z.took, z.parts,
            )  # fmt: skip
            unit = c.pairs[pair].unit
            cost = rules.wait * day
            if c.misses[c.pairs[pair].miss].own != provider:
                cost += rules.other
            first = rules.first if u.held[student] == 0 else 0.0
            luck = 1.0
            if turn.shake > 0:
                luck -= SHAKEN * ((turn.shake + s.number[at]) * (student + 1) * 7919 % 1009) / 1009
            for length in range(1, top + 1):
                worth = 0.0
                if length <= reach:
                    minutes = rules.lengths[length]
                    settled = z.sack[minutes // unit]
                    worth = luck * ((settled + first if settled > 0 else 0.0) - rules.visit - cost * minutes)
                z.value[length, x - base] = worth
                z.value[0, x - base] = max(z.value[0, x - base], worth)
        count = 0
        if booth.may and turn.school in (-1, booth.school):
            count = in_order(z, booth.candidate - base, booth.candidate_end - base, top)
        z.waiting[place - gap.booth] = count
        some = some or count > 0
    return some


@part
def hold(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, at: int, step: int, school: int, guide: Array, lost: Array,
) -> bool:  # fmt: skip
    """Book the session that the best way holds up to a tick; False if a provider's limit leaves no room for it."""
    gap, state = c.gaps[at], z.states[step, school]
    day, provider, base = gap.day, gap.provider, gap.candidate
    place = s.number[at]
    length = rules.lengths[state.length]
    minutes = rules.least
    size = 0
    for k in range(state.size):
        who = base + z.group[step, school, k]
        pair = c.candidates[who].pair
        count = fill_sack(
            c, u.left, pair, day, guide, 0.0, c.none, lost, rules.piece, rules.cut + WHOLE * z.turn[0].whole,
            rules.grain, length, z.sack, z.took, z.parts,
        )  # fmt: skip
        unit = c.pairs[pair].unit
        left = length // unit
        pieces = 0
        total = 0
        for i in range(count - 1, -1, -1):
            amount = z.took[i, left]
            if amount > 0:
                left -= amount // unit
                if pieces < PIECES:
                    s.pieces[at, place, size, pieces].miss = c.pairs[pair].miss + i
                    s.pieces[at, place, size, pieces].minutes = amount
                    pieces += 1
                    total += amount
        if pieces > 0:
            s.comers[at, place, size].who = who
            s.comers[at, place, size].pieces = pieces
            size += 1
            minutes = max(minutes, total)
    session = s.sessions[at, place]
    session.at = c.ticks[gap.tick + state.from_step]
    session.minutes = minutes
    session.booth = state.from_booth
    session.size = size
    over = u.provider[provider, day] + minutes > rules.provider_day
    over = over or u.provider[provider, gap.week] + minutes > rules.provider_week
    if size == 0 or over:
        return False
    book(c, u, s, at, place, 1)
    s.number[at] = place + 1
    return True


@part
def hold_all(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, at: int, school: int, guide: Array, worth: Array,
    lost: Array,
) -> float:  # fmt: skip
    """Book the sessions of the best way through a gap, which ends at a school; return what they are worth.

    Those that are worth most by the minute go first, the earlier ones among equals, since a provider's limit may
    not leave room for all; or the first of them alone, if the turn says so.
    """
    gap, total = c.gaps[at], 0.0
    while True:
        step, here = gap.steps, school
        best, best_step, best_school = -1.0, -1, -1
        while step > 0:
            state = z.states[step, here]
            if state.from_step < 0:
                break
            if state.from_booth >= 0:
                gain = (state.worth - z.states[state.from_step, state.from_school].worth) / rules.lengths[state.length]
                if gain >= best - ALIKE:
                    best, best_step, best_school = gain, step, here
            step, here = state.from_step, state.from_school
        place = s.number[at]
        if best_step < 0 or place == s.sessions.shape[1]:
            return total
        if hold(c, rules, u, s, z, at, best_step, best_school, guide, lost):
            total += worth_of(c, rules, u, s, at, place, worth, lost)
            if z.turn[0].single > 0:
                return total
        z.states[best_step, best_school].from_booth = -1


@part
def plan_gap(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, at: int, guide: Array, worth: Array, lost: Array,
) -> float:  # fmt: skip
    """Plan an empty gap, as its turn in `z.turn` says.

    On one way through the gap a student comes once; whoever is owed more can come again in what is left of it.

    Args:
        c: The board.
        rules: Lengths, groups and small costs.
        u: What is taken; the gap's sessions are added.
        s: The sessions; the gap's are filled in.
        z: Room to work.
        at: The gap.
        guide: By in time or late and miss, what a minute counts while choosing.
        worth: The same, what it is really worth.
        lost: By miss, what a minute is worth that is too little for another session.

    Returns:
        What the sessions are really worth.
    """
    gap, turn = c.gaps[at], z.turn[0]
    minutes = c.ticks[gap.tick + gap.steps] - c.ticks[gap.tick]
    top = rules.fits[minutes]
    total = 0.0
    again = top > 0
    while again:
        before = s.number[at]
        if value_gap(c, rules, u, s, z, at, top, guide, lost):
            _, school = walk_gap(c, rules, u, s, z, at, True, 0.0)
            if school >= 0:
                total += hold_all(c, rules, u, s, z, at, school, guide, worth, lost)
        for place in range(before, s.number[at]):
            minutes -= s.sessions[at, place].minutes
        first = turn.school >= 0 or turn.student >= 0
        again = (first or s.number[at] > before) and rules.fits[minutes] > 0
        turn.school = -1
        turn.student = -1
    return total
