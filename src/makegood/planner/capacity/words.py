"""What the weeks come to, in sentences, and how the figures are counted."""

from collections.abc import Iterator, Sequence
from typing import Final

from makegood.planner.capacity.week import Week

HOW: Final = (
    (
        "Promised: minutes of the IEPs, shared over the days with school of each period, half up to a minute. "
        "Needed: providers' time for them. A group that shares a slot of the schedule counts once, and a slot on a "
        "day without school takes no time; a service without slots counts as promised, and a provider's day away "
        "takes its share of the week."
    ),
    (
        "Waiting: make-ups owed and not held when the week begins, if all free time before it went to them, the "
        "earliest deadline first. They are counted one student at a time; groups can need less. "
        "Free: time from 'availability', without absences, days without school, regular and agreed sessions, and "
        "within the limits."
    ),
    (
        "Too few: minutes that nobody is there for, and make-ups that are overdue by the end of the week because the "
        "free time did not reach them. These are told again each week until they are held, so weeks do not add up."
    ),
)
WHOSE: Final = "The debt is the district's. A line shows where hours are needed, not how anyone works."


def whose_week(week: Week) -> str:
    """Return whom a line is about."""
    if week.provider_id is not None:
        return week.provider_id
    return f"nobody named: {week.school_id or 'no school'} {str(week.service_type).replace('_', ' ')}"


def verdicts(weeks: Sequence[Week]) -> Iterator[str]:
    """Say which week fails first, and why: sessions that nobody is there for, then make-ups that come too late."""
    vacant = [week for week in weeks if week.nobody_there]
    if vacant:
        first = min(vacant, key=lambda week: (week.monday, -week.nobody_there))
        lost = sum(week.nobody_there for week in vacant)
        yield (
            f"Regular sessions that nobody is there for: {lost:,} minutes in {_weeks(vacant)}. First: "
            f"{whose_week(first)}, {first.state}, {first.nobody_there:,} minutes."
        )
    late = [week for week in weeks if week.overdue]
    if late:
        first = min(late, key=lambda week: (week.monday, -week.overdue))
        yield (
            f"Make-ups that free time does not reach by their deadline: in {_weeks(late)}. First: {whose_week(first)}, "
            f"{first.overdue:,} minutes."
        )
    if not vacant and not late:
        yield "Every week can hold what is promised and what is owed by then."


def _weeks(lines: list[Week]) -> str:
    mondays = sorted({week.monday for week in lines})
    return f"{len(mondays)} week{'s' if len(mondays) > 1 else ''} from {mondays[0]} on"
