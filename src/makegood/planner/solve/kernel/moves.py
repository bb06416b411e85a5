"""The moves through one gap: waiting, going to another school, and what is left between sessions."""

from typing import Any

from makegood.planner.solve.kernel.compiled import part
from makegood.planner.solve.kernel.tables import NOT_YET, Array, Columns, Held, Scratch


@part
def reach(states: Array, step: int, school: int, worth: float, from_step: int, from_school: int, booth: int) -> bool:
    """Come to a tick at a school, if that is the best way so far."""
    state = states[step, school]
    if worth <= state.worth + 1e-9:
        return False
    state.worth = worth
    state.from_step = from_step
    state.from_school = from_school
    state.from_booth = booth
    return True


@part
def tick_at(c: Columns, gap: Any, step: int, minute: int, apart: bool) -> int:  # noqa: FBT001
    """Return the tick at which a session or way from `step` on ends that takes until a minute.

    That is the first one not before it. In the bound (`apart` is false) it is the last one not after it, so that no
    plan is left out, whatever its minutes.
    """
    to = step
    while to < gap.steps and c.ticks[gap.tick + to] < minute:
        to += 1
    if not apart and c.ticks[gap.tick + to] > minute:
        to -= 1
    return max(to, step + 1)


@part
def stay(c: Columns, s: Held, at: int, school: int, now: int, minutes: int) -> int:
    """Return how many of the minutes from now on a gap's sessions, and the ways to them, leave at a school."""
    gap = c.gaps[at]
    for j in range(s.number[at]):
        session = s.sessions[at, j]
        there = c.booths[session.booth].school
        leave = session.at - c.ways[gap.way + school * gap.schools + there]
        back = session.at + session.minutes + c.ways[gap.way + there * gap.schools + school]
        if now < leave:
            minutes = min(minutes, leave - now)
        elif now < back:
            return 0
    return minutes


@part
def cross(ways: Array, gap: Any, states: Array, step: int) -> None:
    """Come at a tick to the schools that lie no time away: next door, or for somebody who works over a screen."""
    for school in range(gap.schools):
        here = states[step, school].worth
        for other in range(gap.schools):
            if here > NOT_YET and other != school and ways[gap.way + school * gap.schools + other] == 0:
                reach(states, step, other, here, step, school, -1)


@part
def move_on(c: Columns, gap: Any, z: Scratch, step: int, apart: bool) -> None:  # noqa: FBT001
    """Wait at each school until the next tick, or go to another one."""
    now = c.ticks[gap.tick + step]
    ways = c.slow if apart else c.ways
    if gap.schools > 1:
        cross(ways, gap, z.states, step)
    for school in range(gap.schools):
        here = z.states[step, school].worth
        if here <= NOT_YET:
            continue
        reach(z.states, step + 1, school, here, step, school, -1)
        for other in range(gap.schools):
            until = now + ways[gap.way + school * gap.schools + other]
            if other != school and now < until <= c.ticks[gap.tick + gap.steps]:
                reach(z.states, tick_at(c, gap, step, until, apart), other, here, step, school, -1)


@part
def mark_way(c: Columns, z: Scratch, base: int, step: int, school: int, mark: int) -> None:
    """Mark every student who has a session on the best way to a tick and school."""
    while step > 0:
        state = z.states[step, school]
        if state.from_step < 0:
            return
        if state.from_booth >= 0:
            for i in range(state.size):
                z.stamp[c.candidates[base + z.group[step, school, i]].local] = mark
        step, school = state.from_step, state.from_school
