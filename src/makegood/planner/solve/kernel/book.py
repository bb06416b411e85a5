"""Booking sessions and taking them back, so that what is used is always known."""

from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.tables import Array, Columns, Held, Rules, Used


@part
def book(c: Columns, u: Used, s: Held, at: int, place: int, sign: int) -> None:
    """Book a session of a gap (1) or take it back (-1)."""
    gap, session = c.gaps[at], s.sessions[at, place]
    day, week = gap.day, gap.week
    minutes = sign * session.minutes
    u.provider[gap.provider, day] += minutes
    u.provider[gap.provider, week] += minutes
    for k in range(session.size):
        comer = s.comers[at, place, k]
        student = c.candidates[comer.who].student
        u.student[student, day] += minutes
        u.student[student, week] += minutes
        for i in range(comer.pieces):
            piece = s.pieces[at, place, k, i]
            u.left[piece.miss] -= sign * piece.minutes
        count = u.busy[student, day]
        if sign > 0:
            u.when[student, day, count].at = session.at
            u.when[student, day, count].minutes = session.minutes
        else:
            for i in range(count):
                if u.when[student, day, i].at == session.at:
                    u.when[student, day, i] = u.when[student, day, count - 1]
                    break
        u.busy[student, day] = count + sign
        u.held[student] += sign


@part
def worth_of(c: Columns, rules: Rules, u: Used, s: Held, at: int, place: int, worth: Array, lost: Array) -> float:
    """Return what a booked session is worth.

    That is its minutes, less what becomes too little for any other session, and less a little for each pull-out,
    other provider, day to wait, student more in a group and piece of a miss; and more for a student's only session.
    """
    gap = c.gaps[at]
    total = -crowding(rules, s.sessions[at, place].size, s.sessions[at, place].minutes)
    for k in range(s.sessions[at, place].size):
        total -= rules.visit
        if u.held[c.candidates[s.comers[at, place, k].who].student] == 1:
            total += rules.first
        for i in range(s.comers[at, place, k].pieces):
            piece = s.pieces[at, place, k, i]
            miss = c.misses[piece.miss]
            minute = worth[0, piece.miss] if gap.day <= miss.due else worth[1, piece.miss]
            minute -= rules.wait * gap.day
            if miss.own != gap.provider:
                minute -= rules.other
            rest = u.left[piece.miss]
            total += minute * piece.minutes - lost[piece.miss] * stranded(rest, miss.least)
            total += lost[piece.miss] * stranded(rest + piece.minutes, miss.least)
            open_ = c.open[piece.miss]
            total -= rules.piece + rules.cut * (in_part(rest, open_) - in_part(rest + piece.minutes, open_))
    return total


@part
def stranded(rest: int, least: int) -> int:
    """Return what is left of a miss if that is too little for a session, else 0."""
    return rest if rest < least else 0


@part
def in_part(rest: int, whole: int) -> int:
    """Return 1 where a part of a miss is settled and a rest is left, else 0."""
    return 1 if 0 < rest < whole else 0


@part
def crowding(rules: Rules, size: int, minutes: int) -> float:
    """Return what it costs that so many come together."""
    return rules.crowd * size * (size - 1) * minutes


@part
def clear(c: Columns, rules: Rules, u: Used, s: Held, gap: int, worth: Array, lost: Array) -> float:
    """Take back every session of a gap; return what they were worth."""
    total = 0.0
    for session in range(s.number[gap]):
        total += worth_of(c, rules, u, s, gap, session, worth, lost)
        book(c, u, s, gap, session, -1)
    s.number[gap] = 0
    return total


@part
def copy_gap(source: Held, at: int, target: Held, to: int) -> None:
    """Copy the sessions of a gap to another place."""
    target.number[to] = source.number[at]
    for j in range(source.number[at]):
        target.sessions[to, j] = source.sessions[at, j]
        for k in range(source.sessions[at, j].size):
            target.comers[to, j, k] = source.comers[at, j, k]
            for i in range(source.comers[at, j, k].pieces):
                target.pieces[to, j, k, i] = source.pieces[at, j, k, i]
