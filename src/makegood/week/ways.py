"""The ways of therapists between schools, as minutes that a session at one school takes from another."""

from makegood.week.caseload import Caseload
from makegood.week.clock_bits import ALL_DAY, bits


def ways_between(caseload: Caseload, here: str, there: str) -> tuple[int | None, int | None]:
    """Return the minutes of the way from one school to another, and of the way back; None if nobody said."""
    if here == there:
        return 0, 0
    return caseload.ways.get((here, there)), caseload.ways.get((there, here))


def taken_with_ways(caseload: Caseload, start: int, end: int, there: str, here: str) -> int:
    """Return the minutes that a session at one school takes from another, the ways with it."""
    go, come = ways_between(caseload, here, there)
    return ALL_DAY if go is None or come is None else bits(start - go, end + come)
