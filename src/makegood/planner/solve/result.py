"""From numbers back to sessions that people can read."""

import datetime as dt

from makegood.planner.instance import Attends, Instance, Session, Settles
from makegood.planner.model import Board
from makegood.planner.solve.kernel.tables import Held


def sessions_of(instance: Instance, board: Board, held: Held | None) -> tuple[Session, ...]:
    """Return the planned and pinned sessions in order of date, start, school and provider."""
    found = list(instance.pinned)
    if held is not None:
        found += [
            _session(instance, board, held, gap, at)
            for gap in range(len(board.gaps.day))
            for at in range(held.count[gap])
        ]
    return tuple(sorted(found, key=_order))


def _order(session: Session) -> tuple[dt.date, int, str, str]:
    return session.date, session.start, session.school_id, session.provider_id


def _session(instance: Instance, board: Board, held: Held, gap: int, at: int) -> Session:
    gaps, debts = board.gaps, board.debts
    booth = held.booth[gap, at]
    students = []
    for k in range(held.size[gap, at]):
        student = board.students[debts.student[gaps.pair[held.who[gap, at, k]]]]
        settles = []
        for i in range(held.pieces[gap, at, k]):
            miss = instance.misses[debts.source[held.miss[gap, at, k, i]]]
            settles.append(
                Settles(
                    service_id=miss.service_id,
                    session_id=miss.session_id,
                    missed_on=miss.missed_on,
                    minutes=int(held.piece[gap, at, k, i]),
                )
            )
        settles.sort(key=lambda each: (each.missed_on, each.session_id or "", each.service_id))
        students.append(Attends(student_id=student, settles=tuple(settles)))
    return Session(
        date=board.days[gaps.day[gap]],
        start=board.origin + int(held.at[gap, at]) * board.step,
        minutes=int(held.minutes[gap, at]),
        school_id=board.schools[gaps.place[booth]],
        provider_id=board.providers[gaps.provider[gap]],
        service_type=board.types[gaps.type[booth]],
        students=tuple(sorted(students, key=lambda each: each.student_id)),
    )
