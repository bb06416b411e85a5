"""CP-SAT on the plain model: minutes in time count three, later ones two."""

from collections.abc import Iterator
from typing import Any, Final

from bench.planner.places import Meetings
from bench.planner.plain_model import PlainModel, TooLargeError
from ortools.sat.python import cp_model

from makegood.plans.instance import Attends, Instance, Session, Settles

__all__ = ["TooLargeError", "plain_cp_sat"]

_WORKERS: Final = 2


def plain_cp_sat(instance: Instance, seconds: float) -> tuple[Session, ...]:
    """Return the best plan found in so many seconds, the building of the model not counted.

    Raises:
        TooLargeError: If the model would be too large to try.
    """
    plain = PlainModel(Meetings(instance))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = _WORKERS
    solver.parameters.random_seed = 1
    status = solver.solve(plain.model)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    made = [*(_sessions(plain, solver) if found else ()), *instance.pinned]
    return tuple(sorted(made, key=lambda each: (each.date, each.start, each.school_id, each.provider_id)))


def _sessions(plain: PlainModel, solver: Any) -> Iterator[Session]:
    for place, opened in plain.opened.items():
        for each in opened:
            students = tuple(_attending(plain.seats[place], solver)) if solver.value(each.chosen) else ()
            if students:
                yield Session(
                    date=place.date,
                    start=place.start,
                    minutes=each.minutes,
                    school_id=place.school_id,
                    provider_id=place.provider_id,
                    service_type=place.service_type,
                    students=students,
                )


def _attending(seats: dict[str, Any], solver: Any) -> Iterator[Attends]:
    for student_id, seat in seats.items():
        settles = tuple(
            Settles(
                service_id=part.miss.service_id,
                session_id=part.miss.session_id,
                missed_on=part.miss.missed_on,
                minutes=solver.value(part.minutes),
            )
            for part in seat.parts
            if solver.value(part.minutes)
        )
        if settles:
            yield Attends(student_id=student_id, settles=settles)
