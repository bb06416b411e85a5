"""Planning one empty gap with what is left of debts and time."""

from makegood.planner.solve.kernel.book import book, worth_of
from makegood.planner.solve.kernel.compiled import kernel
from makegood.planner.solve.kernel.group import in_order
from makegood.planner.solve.kernel.sack import fill_sack
from makegood.planner.solve.kernel.tables import HELD, PIECES, Array, Columns, Held, Rules, Scratch, Used
from makegood.planner.solve.kernel.walk import walk_gap


@kernel
def value_gap(c: Columns, rules: Rules, u: Used, z: Scratch, gap: int, top: int, guide: Array, none: Array) -> bool:
    """Write what each candidate could settle now, by length; return whether anybody could settle anything."""
    day = c.day[gap]
    week = c.week[day]
    provider = c.provider[gap]
    first, last = c.booth[gap], c.booth[gap + 1]
    base = c.candidate[first]
    room = min(c.caps[2] - u.provider_day[provider, day], c.caps[3] - u.provider_week[provider, week])
    some = False
    for booth in range(first, last):
        for x in range(c.candidate[booth], c.candidate[booth + 1]):
            pair = c.pair[x]
            student = c.student[pair]
            time = min(room, c.caps[0] - u.student_day[student, day], c.caps[1] - u.student_week[student, week])
            reach = min(top, time // rules.step) if u.busy[student, day] < HELD else 0
            if reach >= rules.shortest:
                fill_sack(c, u.left, pair, day, guide, 0.0, none, rules.step, reach, z.sack, z.took)
            cost = 0.0 if c.own[c.first[pair]] == provider else rules.other * rules.step
            z.value[0, x - base] = 0.0
            for steps in range(rules.shortest, top + 1):
                worth = z.sack[steps] - rules.visit - cost * steps if steps <= reach else 0.0
                z.value[steps, x - base] = worth
                z.value[0, x - base] = max(z.value[0, x - base], worth)
        if not c.may[booth]:
            z.waiting[booth - first] = 0
            continue
        z.waiting[booth - first] = in_order(c, z, base, booth, rules.shortest, top)
        some = some or z.waiting[booth - first] > 0
    return some


@kernel
def hold(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, gap: int, step: int, school: int, guide: Array, none: Array
) -> bool:
    """Book the session that the best way holds up to a step; False if a provider's limit leaves no room for it."""
    day = c.day[gap]
    begin = z.from_step[step, school]
    session = s.count[gap]
    length = step - begin
    base = c.candidate[c.booth[gap]]
    minutes = rules.least
    size = 0
    for k in range(z.size[step, school]):
        x = base + z.group[step, school, k]
        pair = c.pair[x]
        count = fill_sack(c, u.left, pair, day, guide, 0.0, none, rules.step, length, z.sack, z.took)
        left = length
        pieces = 0
        total = 0
        for i in range(count - 1, -1, -1):
            amount = z.took[i, left]
            if amount > 0:
                left -= -(-amount // rules.step)
                if pieces < PIECES:
                    s.miss[gap, session, size, pieces] = c.first[pair] + i
                    s.piece[gap, session, size, pieces] = amount
                    pieces += 1
                    total += amount
        if pieces > 0:
            s.who[gap, session, size] = x
            s.pieces[gap, session, size] = pieces
            size += 1
            minutes = max(minutes, total)
    s.at[gap, session] = c.start[gap] + begin
    s.length[gap, session] = length
    s.minutes[gap, session] = minutes
    s.booth[gap, session] = z.from_booth[step, school]
    s.size[gap, session] = size
    provider = c.provider[gap]
    over = u.provider_day[provider, day] + minutes > c.caps[2]
    over = over or u.provider_week[provider, c.week[day]] + minutes > c.caps[3]
    if size == 0 or over:
        return False
    book(c, u, s, gap, session, 1)
    s.count[gap] = session + 1
    return True


@kernel
def plan_gap(
    c: Columns, rules: Rules, u: Used, s: Held, z: Scratch, gap: int, guide: Array, worth: Array, none: Array
) -> float:
    """Plan an empty gap.

    Args:
        c: The board.
        rules: Lengths, groups and small costs.
        u: What is taken; the gap's sessions are added.
        s: The sessions; the gap's are filled in.
        z: Room to work.
        gap: The gap.
        guide: By in time or late and miss, what a minute counts while choosing.
        worth: The same, what it is really worth.
        none: By miss, zeros.

    Returns:
        What the sessions are really worth.
    """
    top = min(rules.longest, c.end[gap] - c.start[gap])
    if top < rules.shortest or not value_gap(c, rules, u, z, gap, top, guide, none):
        return 0.0
    total = 0.0
    _, school = walk_gap(c, rules, u, z, gap, True)
    step = c.end[gap] - c.start[gap]
    while school >= 0 and step > 0:
        before = z.from_step[step, school]
        if before < 0:
            break
        sessions = s.count[gap]
        if (
            z.from_booth[step, school] >= 0
            and sessions < s.at.shape[1]
            and hold(c, rules, u, s, z, gap, step, school, guide, none)
        ):
            total += worth_of(c, rules, s, gap, sessions, worth)
        step, school = before, z.from_school[step, school]
    return total
