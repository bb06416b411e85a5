"""A plan as JSON, and back: the form in which programs read it and `makegood accept` takes it."""

from pathlib import Path
from typing import Any, Final, get_args

from makegood.files.json_file import read_json
from makegood.files.refusal import Refusal
from makegood.plans.instance import Attends, Session, Settles
from makegood.plans.plan import Cover, Plan, Summary, Unplanned, Why
from makegood.plans.plan_fields import DAY, Fields
from makegood.terms.clock import clock
from makegood.terms.findings import Finding, Origin

WHYS: Final[tuple[Why, ...]] = get_args(Why)
_CENTS: Final = 100


def plan_json(plan: Plan) -> dict[str, Any]:
    """Return a plan for JSON: times as HH:MM, days as ISO, cost in dollars or null."""
    summary = plan.summary
    day = {} if plan.as_of is None else {"as_of": plan.as_of.isoformat()}
    return day | {
        "sessions": [session_json(session) for session in plan.sessions],
        "unplanned": [_unplanned_json(each) for each in plan.unplanned],
        "summary": {
            "owed": summary.owed,
            "planned": summary.planned,
            "in_time": summary.in_time,
            "bound": summary.bound,
            "worst_open_share": summary.worst_open_share,
            "seconds": summary.seconds,
            "verified": summary.verified,
        },
        "cover": [
            {
                "school_id": each.school_id,
                "service_type": each.service_type,
                "hours": each.hours,
                "cost": None if each.cost is None else each.cost / _CENTS,
            }
            for each in plan.cover
        ],
    }


def session_json(session: Session) -> dict[str, Any]:
    """Return one session for JSON."""
    return {
        "date": session.date.isoformat(),
        "start": clock(session.start),
        "minutes": session.minutes,
        "school_id": session.school_id,
        "provider_id": session.provider_id,
        "service_type": session.service_type,
        "students": [
            {
                "student_id": attends.student_id,
                "settles": [
                    {
                        "service_id": part.service_id,
                        "session_id": part.session_id,
                        "missed_on": part.missed_on.isoformat(),
                        "minutes": part.minutes,
                    }
                    for part in attends.settles
                ],
            }
            for attends in session.students
        ],
    }


def _unplanned_json(each: Unplanned) -> dict[str, Any]:
    row: dict[str, Any] = {
        "student_id": each.student_id,
        "service_id": each.service_id,
        "session_id": each.session_id,
        "missed_on": each.missed_on.isoformat(),
        "minutes": each.minutes,
        "why": each.why,
        "detail": each.detail,
    }
    return row if each.decided else row | {"decided": False}


def read_plan(path: Path) -> tuple[Plan | None, list[Finding]]:
    """Read a plan that `plan_json` made; only its sessions are needed.

    What the JSON leaves out is filled in carefully: the bound on minutes in time is the bound on minutes, a
    cover settles 0 minutes, and minutes not planned have no service type.

    Returns:
        The plan, or None if any finding is an error; and the findings.
    """
    value = read_json(path)
    if isinstance(value, Refusal):
        return None, [_refused(path, value.says)]
    if not isinstance(value, dict) or not isinstance(value.get("sessions"), list):
        return None, [_refused(path, f"{path} is JSON, but not a plan: it has no list of sessions.")]
    file = Fields(path.name, value)
    sessions = tuple(_session(each) for each in file.each("sessions", needed=bool(value["sessions"])))
    plan = Plan(
        sessions=sessions,
        unplanned=tuple(_unplanned(each) for each in file.each("unplanned", needed=False)),
        summary=_summary(file, sessions),
        cover=tuple(_cover(each) for each in file.each("cover", needed=False)),
        as_of=None if value.get("as_of") is None else file.date("as_of"),
    )
    return (None if file.findings else plan), file.findings


def _refused(path: Path, message: str) -> Finding:
    expected = "a file that 'makegood plan --format json' wrote"
    return Finding("error", "bad_plan", message, Origin(path.name), expected=expected)


def _session(each: Fields) -> Session:
    before = len(each.findings)
    start, minutes = each.time("start"), each.minutes("minutes")
    if len(each.findings) > before:
        # One wrong cell gives one finding, not another for what follows from it.
        start, minutes = 0, DAY
    if start + minutes > DAY:
        each.refuse("minutes", "a session that ends before midnight")
    students = tuple(_attends(student, minutes) for student in each.each("students", needed=True))
    if len({student.student_id for student in students}) < len(students):
        each.refuse("students", "each student once")
    return Session(
        date=each.date("date"),
        start=start,
        minutes=minutes,
        school_id=each.id("school_id"),
        provider_id=each.id("provider_id"),
        service_type=each.id("service_type"),
        students=students,
    )


def _attends(each: Fields, minutes: int) -> Attends:
    settles = tuple(
        Settles(
            service_id=part.id("service_id"),
            session_id=part.id_or_none("session_id"),
            missed_on=part.date("missed_on"),
            minutes=part.minutes("minutes"),
        )
        for part in each.each("settles", needed=True)
    )
    if sum(part.minutes for part in settles) > minutes:
        each.refuse("settles", f"at most the {minutes} minutes of the session")
    return Attends(student_id=each.id("student_id"), settles=settles)


def _unplanned(each: Fields) -> Unplanned:
    why = next((word for word in WHYS if word == each.value.get("why")), None)
    if why is None:
        each.refuse("why", ", ".join(WHYS))
    detail = each.value.get("detail")
    return Unplanned(
        student_id=each.id("student_id"),
        service_id=each.id("service_id"),
        service_type="",
        session_id=each.id_or_none("session_id"),
        missed_on=each.date("missed_on"),
        minutes=each.minutes("minutes"),
        why=why or "providers_full",
        detail=detail if isinstance(detail, str) else "",
        decided=each.yes("decided", blank=True),
    )


def _cover(each: Fields) -> Cover:
    cost = None if each.value.get("cost") is None else round(each.number("cost") * _CENTS)
    return Cover(
        school_id=each.id("school_id"),
        service_type=each.id("service_type"),
        hours=each.number("hours"),
        cost=cost,
        minutes=0,
    )


def _summary(file: Fields, sessions: tuple[Session, ...]) -> Summary:
    settled = sum(part.minutes for session in sessions for each in session.students for part in each.settles)
    found = file.value.get("summary")
    if found is None:
        # Nothing is claimed that the sessions do not show.
        return Summary(
            owed=settled, planned=settled, in_time=0, bound=settled, in_time_bound=settled,
            worst_open_share=0, seconds=0, verified=False,
        )  # fmt: skip
    if not isinstance(found, dict):
        file.refuse("summary", "an object in braces")
        found = {}
    summary = file.inside("summary", found)
    bound = summary.minutes("bound", least=0)
    return Summary(
        owed=summary.minutes("owed", least=0),
        planned=summary.minutes("planned", least=0),
        in_time=summary.minutes("in_time", least=0),
        bound=bound,
        in_time_bound=bound,
        worst_open_share=summary.number("worst_open_share", most=1),
        seconds=summary.number("seconds"),
        verified=summary.yes("verified", blank=False),
    )
