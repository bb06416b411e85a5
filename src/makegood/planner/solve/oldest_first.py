"""Which misses a student's sessions settle: in as few pieces as may be, then the oldest first.

The search counts minutes; which of a student's misses they are booked to often makes no difference to it. To a
family it does.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from makegood.planner.lengths import least_of
from makegood.planner.misses import key_of, piece, settled
from makegood.plans.instance import Attends, Instance, Miss, Session, Settles

_FAR: Final = dt.date.max


@dataclass(slots=True)
class _Debt:
    """A miss, what sessions may still settle of it, and the smallest piece."""

    miss: Miss
    left: int
    least: int


def oldest_first(instance: Instance, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Return the same sessions, each student's minutes booked to whole misses and the oldest that they can settle.

    No minute more or less is settled by it, none less in time, in no more pieces, no piece is too small, and pinned
    sessions stay as they are. A student for whom that is not to be had keeps what there was.
    """
    debts = _debts(instance)
    pinned = set(map(id, instance.pinned))
    turns: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, session in enumerate(sessions):
        if id(session) not in pinned:
            for attends in session.students:
                turns[attends.student_id, session.service_type].append(at)
    booked: dict[tuple[int, str], tuple[Settles, ...]] = {}
    for (student, service_type), places in turns.items():
        held = [sessions[at] for at in places]
        before = [next(each.settles for each in s.students if each.student_id == student) for s in held]
        own = debts[student, service_type]
        minutes = [sum(each.minutes for each in settles) for settles in before]
        orders = (_by_age(own), _by_deadline(own))
        tried = (_booked(held, minutes, order, whole=whole) for order in orders for whole in (False, True))
        ways = [after for after in tried if after]
        # Whole misses go first where as much is in time, then the oldest.
        best = max([*ways, before], key=partial(_rank, own, held))
        booked |= {(at, student): settles for at, settles in zip(places, best, strict=True)}
    return tuple(_with(session, at, booked) for at, session in enumerate(sessions))


def _with(session: Session, at: int, booked: dict[tuple[int, str], tuple[Settles, ...]]) -> Session:
    students = tuple(
        Attends(student_id=each.student_id, settles=booked.get((at, each.student_id), each.settles))
        for each in session.students
    )
    return session if students == session.students else replace(session, students=students)


def _debts(instance: Instance) -> dict[tuple[str, str], list[_Debt]]:
    """Return what pinned sessions leave of each student's misses, by service type."""
    agreed = settled(instance.pinned)
    found: dict[tuple[str, str], list[_Debt]] = defaultdict(list)
    for miss in instance.misses:
        left = miss.minutes - agreed[key_of(miss)]
        if left > 0:
            found[miss.student_id, miss.service_type].append(_Debt(miss, left, least_of(instance.limits, miss, left)))
    return found


def _by_age(debts: Iterable[_Debt]) -> list[_Debt]:
    return sorted(debts, key=lambda debt: (debt.miss.missed_on, debt.miss.session_id or "", debt.miss.service_id))


def _by_deadline(debts: Iterable[_Debt]) -> list[_Debt]:
    return sorted(_by_age(debts), key=lambda debt: debt.miss.due_by or _FAR)


def _booked(
    held: Sequence[Session], minutes: Sequence[int], order: Sequence[_Debt], *, whole: bool
) -> list[tuple[Settles, ...]] | None:
    """Book each session's minutes to debts in an order, whole ones first if asked; None if that cannot be."""
    left = {id(debt): debt.left for debt in order}
    booked = []
    for session, need in zip(held, minutes, strict=True):
        fits = [
            debt
            for debt in order
            if left[id(debt)] and debt.miss.missed_on <= session.date and len(session.students) <= debt.miss.group_max
        ]
        settles = []
        rest = need
        if whole:
            fits = _whole_first(fits, left, need)
        for debt in fits:
            take = min(rest, left[id(debt)])
            # Too small a piece is left for the next debt.
            if take > 0 and take >= debt.least:
                settles.append(piece(debt.miss, take))
                left[id(debt)] -= take
                rest -= take
        if rest:
            return None
        booked.append(tuple(settles))
    return booked


def _whole_first(debts: Sequence[_Debt], left: Mapping[int, int], need: int) -> list[_Debt]:
    """Return the debts with those first that fill the minutes whole, the first of equals; then the others."""
    fills: dict[int, tuple[_Debt, ...]] = {0: ()}
    for debt in debts:
        for full, some in list(fills.items()):
            fills.setdefault(full + left[id(debt)], (*some, debt))
    # If nothing fills them, as few minutes as may be come of a part; that part is long enough if any is.
    parts = (full for full in fills if full <= need and (full == need or any(need - full >= d.least for d in debts)))
    chosen = fills[max(parts, default=0)]
    return [*chosen, *(debt for debt in debts if debt not in chosen)]


def _rank(
    debts: Sequence[_Debt], held: Sequence[Session], booked: Sequence[tuple[Settles, ...]]
) -> tuple[int, int, int]:
    return _in_time(debts, held, booked), -_pieces(booked), -_age(booked)


def _pieces(booked: Iterable[tuple[Settles, ...]]) -> int:
    return sum(map(len, booked))


def _age(booked: Iterable[tuple[Settles, ...]]) -> int:
    """Return the days on which what is settled was missed, added up by minute: the less, the older."""
    return sum(each.minutes * each.missed_on.toordinal() for settles in booked for each in settles)


def _in_time(debts: Iterable[_Debt], held: Sequence[Session], booked: Sequence[tuple[Settles, ...]]) -> int:
    """Return the minutes that are settled in time."""
    due = {key_of(d.miss): d.miss.due_by or _FAR for d in debts}
    return sum(each.minutes for session, each in _each(held, booked) if session.date <= due[key_of(each)])


def _each(held: Sequence[Session], booked: Sequence[tuple[Settles, ...]]) -> Iterator[tuple[Session, Settles]]:
    for session, settles in zip(held, booked, strict=True):
        for each in settles:
            yield session, each
