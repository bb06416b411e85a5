"""A plan as calendars, one for each provider: no child is named or numbered in them unless that was asked for."""

import datetime as dt
from collections.abc import Sequence

from icalendar import Calendar, Event

from makegood.cli.plan_files import MADE_BY
from makegood.exports.event import event_id
from makegood.planner.figures import by_provider
from makegood.planner.wording import Names, in_title
from makegood.plans.instance import Session
from makegood.plans.plan import Plan
from makegood.terms.visible import visible


def calendars(plan: Plan, names: Names, made_on: dt.date) -> dict[str, str]:
    """Return the calendar of each provider with a session, as the text of an .ics file.

    Times are local and float: they hold on the wall clock of the school. Children's names are in it only where
    `names` has them.

    Args:
        plan: The plan.
        names: Names of persons and schools.
        made_on: The day that the plan was made as of.
    """
    return {
        provider: _calendar(names.provider(provider), [one for week in weeks.values() for one in week], names, made_on)
        for provider, weeks in by_provider(plan.sessions).items()
    }


def _calendar(whose: str, sessions: Sequence[Session], names: Names, made_on: dt.date) -> str:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Make-ups of {whose}")
    for session in sessions:
        calendar.add_component(_event(session, names, made_on))
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _event(session: Session, names: Names, made_on: dt.date) -> Event:
    starts = dt.datetime.combine(session.date, dt.time()) + dt.timedelta(minutes=session.start)
    event = Event()
    event.add("uid", event_id(session.provider_id, session.date, session.start))
    event.add("dtstamp", dt.datetime.combine(made_on, dt.time(), dt.UTC))
    event.add("dtstart", starts)
    event.add("dtend", starts + dt.timedelta(minutes=session.minutes))
    event.add("summary", visible(in_title(session)))
    event.add("location", names.school(session.school_id))
    if names.students:
        event.add("description", "\n".join(names.student(each.student_id) for each in session.students))
    return event
