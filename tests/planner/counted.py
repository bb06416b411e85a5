"""What sessions settle, counted miss by miss."""

from collections.abc import Sequence

from makegood.plans.instance import Instance, Session


def counted(instance: Instance, sessions: Sequence[Session]) -> tuple[int, int]:
    """Return the minutes that sessions settle, and those of them that are in time."""
    due = {(each.service_id, each.session_id, each.missed_on): each.due_by for each in instance.misses}
    parts = [
        (part.minutes, due[part.service_id, part.session_id, part.missed_on], session.date)
        for session in sessions
        for comes in session.students
        for part in comes.settles
    ]
    in_time = sum(minutes for minutes, last, held in parts if last is None or held <= last)
    return sum(minutes for minutes, *_ in parts), in_time
