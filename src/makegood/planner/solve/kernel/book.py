"""Booking sessions and taking them back, so that what is used is always known."""

from makegood.planner.solve.kernel.compiled import kernel
from makegood.planner.solve.kernel.tables import Array, Columns, Held, Rules, Used


@kernel
def book(c: Columns, u: Used, s: Held, gap: int, session: int, sign: int) -> None:
    """Book a session (1) or take it back (-1)."""
    day = c.day[gap]
    week = c.week[day]
    minutes = sign * s.minutes[gap, session]
    u.provider_day[c.provider[gap], day] += minutes
    u.provider_week[c.provider[gap], week] += minutes
    for k in range(s.size[gap, session]):
        student = c.student[c.pair[s.who[gap, session, k]]]
        u.student_day[student, day] += minutes
        u.student_week[student, week] += minutes
        for i in range(s.pieces[gap, session, k]):
            u.left[s.miss[gap, session, k, i]] -= sign * s.piece[gap, session, k, i]
        count = u.busy[student, day]
        if sign > 0:
            u.busy_at[student, day, count] = s.at[gap, session]
            u.busy_length[student, day, count] = s.length[gap, session]
        else:
            for i in range(count):
                if u.busy_at[student, day, i] == s.at[gap, session]:
                    u.busy_at[student, day, i] = u.busy_at[student, day, count - 1]
                    u.busy_length[student, day, i] = u.busy_length[student, day, count - 1]
                    break
        u.busy[student, day] = count + sign


@kernel
def worth_of(c: Columns, rules: Rules, s: Held, gap: int, session: int, worth: Array) -> float:
    """Return what a session is worth: its minutes, less a little for each pull-out and each other provider."""
    day = c.day[gap]
    total = 0.0
    for k in range(s.size[gap, session]):
        total -= rules.visit
        for i in range(s.pieces[gap, session, k]):
            miss = s.miss[gap, session, k, i]
            minute = worth[0, miss] if day <= c.due[miss] else worth[1, miss]
            if c.own[miss] != c.provider[gap]:
                minute -= rules.other
            total += minute * s.piece[gap, session, k, i]
    return total


@kernel
def clear(c: Columns, rules: Rules, u: Used, s: Held, gap: int, worth: Array) -> float:
    """Take back every session of a gap; return what they were worth."""
    total = 0.0
    for session in range(s.count[gap]):
        total += worth_of(c, rules, s, gap, session, worth)
        book(c, u, s, gap, session, -1)
    s.count[gap] = 0
    return total


@kernel
def copy_gap(source: Held, at: int, target: Held, to: int) -> None:
    """Copy the sessions of a gap to another place."""
    target.count[to] = source.count[at]
    for j in range(source.count[at]):
        target.at[to, j] = source.at[at, j]
        target.length[to, j] = source.length[at, j]
        target.minutes[to, j] = source.minutes[at, j]
        target.booth[to, j] = source.booth[at, j]
        target.size[to, j] = source.size[at, j]
        for k in range(source.size[at, j]):
            target.who[to, j, k] = source.who[at, j, k]
            target.pieces[to, j, k] = source.pieces[at, j, k]
            for i in range(source.pieces[at, j, k]):
                target.miss[to, j, k, i] = source.miss[at, j, k, i]
                target.piece[to, j, k, i] = source.piece[at, j, k, i]
