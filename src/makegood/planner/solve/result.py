"""From numbers back to sessions that people can read."""

import datetime as dt

from makegood.planner.misses import piece
from makegood.planner.model import Board
from makegood.planner.solve.kernel.tables import Array, Held
from makegood.plans.instance import Attends, Instance, Session, Settles


def sessions_of(instance: Instance, board: Board, held: Held | None) -> tuple[Session, ...]:
    """Return the planned and pinned sessions in order of date, start, school and provider."""
    found = list(instance.pinned)
    if held is not None:
        found += [
            _session(instance, board, held, gap, at)
            for gap in range(len(board.gaps.day))
            for at in range(held.number[gap])
        ]
    return tuple(sorted(found, key=_order))


def _order(session: Session) -> tuple[dt.date, int, str, str]:
    return session.date, session.start, session.school_id, session.provider_id


def _session(instance: Instance, board: Board, held: Held, gap: int, at: int) -> Session:
    gaps, debts = board.gaps, board.debts
    session = held.sessions[gap, at]
    come = held.comers[gap, at][: session["size"]]
    students = [
        Attends(
            student_id=board.students[debts.student[gaps.pair[comer["who"]]]],
            settles=_settles(instance, board, pieces[: comer["pieces"]]),
        )
        for comer, pieces in zip(come, held.pieces[gap, at], strict=False)
    ]
    return Session(
        date=board.days[gaps.day[gap]],
        start=board.origin + int(session["at"]),
        minutes=int(session["minutes"]),
        school_id=board.schools[gaps.place[session["booth"]]],
        provider_id=board.providers[gaps.provider[gap]],
        service_type=board.types[gaps.type[session["booth"]]],
        students=tuple(sorted(students, key=lambda each: each.student_id)),
    )


def _settles(instance: Instance, board: Board, pieces: Array) -> tuple[Settles, ...]:
    misses = [instance.misses[board.debts.source[row["miss"]]] for row in pieces]
    settles = [piece(miss, int(row["minutes"])) for miss, row in zip(misses, pieces, strict=True)]
    return tuple(sorted(settles, key=lambda each: (each.missed_on, each.session_id or "", each.service_id)))
