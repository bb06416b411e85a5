"""Small plans by hand, for tests of what is shown."""

import datetime as dt

from makegood.plans.instance import Attends, Session, Settles
from makegood.plans.plan import Cover, Plan, Summary, Unplanned

TUESDAY = dt.date(2027, 3, 16)
MISSED = dt.date(2027, 1, 20)


def settles(minutes: int, session_id: str | None = "L1", service_id: str = "S1") -> Settles:
    """Return minutes of one miss."""
    return Settles(service_id=service_id, session_id=session_id, missed_on=MISSED, minutes=minutes)


def session(
    *students: Attends, date: dt.date = TUESDAY, start: int = 785, minutes: int = 30, who: str = "P1"
) -> Session:
    """Return a session at school A, at 13:05 unless told otherwise."""
    return Session(
        date=date, start=start, minutes=minutes, school_id="A", provider_id=who, service_type="speech",
        students=students,
    )  # fmt: skip


def unplanned(minutes: int, *, decided: bool = True, student: str = "002") -> Unplanned:
    """Return minutes for which everybody was full."""
    return Unplanned(
        student_id=student, service_id="S2", service_type="speech", session_id=None, missed_on=MISSED,
        minutes=minutes, why="providers_full", detail="Everybody with the credential is full.", decided=decided,
    )  # fmt: skip


def plan(*sessions: Session, left: tuple[Unplanned, ...] = (), cover: tuple[Cover, ...] = ()) -> Plan:
    """Return a plan of these sessions, all in time."""
    planned = sum(part.minutes for each in sessions for student in each.students for part in student.settles)
    owed = planned + sum(each.minutes for each in left)
    return Plan(
        sessions=sessions,
        unplanned=left,
        summary=Summary(
            owed=owed, planned=planned, in_time=planned, bound=planned, in_time_bound=planned,
            worst_open_share=0.25, seconds=1.5, verified=True,
        ),
        cover=cover,
    )  # fmt: skip
