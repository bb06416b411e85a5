"""Checks of who was where at one time."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from makegood.intake.checks.check import COUNTING, OWNER, SERVICE, check
from makegood.intake.checks.facts import Facts
from makegood.terms.clock import clock
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    import datetime as dt

HELD: Final = ("sessions.date", "sessions.start_time", "sessions.minutes_delivered")
"""What says when a session was held."""


@check(*COUNTING, *HELD, *SERVICE, "sessions.together_with", "services.student_id")
def child_in_two_places(facts: Facts) -> Iterator[Finding]:
    """Yield sessions of one child that overlap and were not given together."""
    log, sessions, services = facts.log, facts.records.sessions, facts.records.services

    def student(at: int) -> str:
        return services.student_id[log.service_of[at]]

    def shared(at: int) -> Hashable:
        # Two sessions given together are the one that is named by the other.
        return sessions.together_with[at] or sessions.session_id[at]

    held = log.that_may(lambda rows: rows.of_children_at_once())
    for first, second in _overlaps(facts, held, student, shared):
        yield _finding(facts, "child_in_two_places", f"Student {quoted(student(first))}", first, second)


@check(
    *COUNTING, *HELD, *OWNER, "sessions.provider_id", "sessions.group_id", "students.student_id", "students.school_id"
)
def provider_in_two_places(facts: Facts) -> Iterator[Finding]:
    """Yield sessions of one provider that overlap and are not one group.

    Sessions with one group_id are a group; and those that begin together, of one service type and at one school.
    """
    sessions, services, students = facts.records.sessions, facts.records.services, facts.records.students
    school = dict(zip(students.student_id, students.school_id, strict=True))
    where = [
        (service_type, school[student])
        for service_type, student in zip(services.service_type, services.student_id, strict=True)
    ]

    def group(at: int) -> Hashable:
        return sessions.group_id[at] or (sessions.start_time[at], where[facts.log.service_of[at]])

    held = facts.log.that_may(lambda rows: rows.of_providers_at_once(where))
    for first, second in _overlaps(facts, held, sessions.provider_id.__getitem__, group):
        who = f"Provider {quoted(sessions.provider_id[first])}"
        yield _finding(facts, "provider_in_two_places", who, first, second)


@check(*COUNTING, *SERVICE, "sessions.group_size", "sessions.group_id", "services.group_max")
def group_over_size(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose group was larger than the IEP allows: their minutes are different ones."""
    sessions, services = facts.records.sessions, facts.records.services
    for at in facts.log.that_may(lambda rows: rows.filled("group_size") | rows.filled("group_id")):
        size = facts.log.group_sizes[at]
        most = services.group_max[facts.log.service_of[at]] if size else None
        if size and most and size > most:
            row = sessions.row[at]
            says = "More students were in the group than the IEP allows. The minutes count as delivered differently."
            yield Finding(
                "warning",
                "group_over_size",
                says,
                Origin("sessions", row, "group_size"),
                found=str(size),
                expected=f"at most {most}",
            )


def _overlaps(
    facts: Facts, rows: Sequence[int], who: Callable[[int], str | None], together: Callable[[int], Hashable]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of held sessions of one person and day that share a minute and are not together.

    Args:
        facts: The records.
        rows: The places of the sessions that are looked at.
        who: A session's person, by its place.
        together: What sessions that are held together have in common.
    """
    sessions = facts.records.sessions
    by_day: defaultdict[tuple[str, dt.date], list[int]] = defaultdict(list)
    for at in rows:
        person = who(at)
        if sessions.start_time[at] is not None and sessions.minutes_delivered[at] and person is not None:
            by_day[person, sessions.date[at]].append(at)
    for places in by_day.values():
        running: dict[Hashable, tuple[int, int]] = {}
        for start, at in sorted((sessions.start_time[at] or 0, at) for at in places) if len(places) > 1 else ():
            running = {other: until for other, until in running.items() if until[0] > start}
            mine = together(at)
            if len(running) > (mine in running):
                yield next(until[1] for other, until in running.items() if other != mine), at
            end = start + sessions.minutes_delivered[at]
            running[mine] = max((end, at), running.get(mine, (end, at)))


def _finding(facts: Facts, code: str, who: str, first: int, second: int) -> Finding:
    sessions = facts.records.sessions
    row, start = sessions.row[second], sessions.start_time[second] or 0
    says = (
        f"{who} is in two places at once on {sessions.date[second]}: here and in row {sessions.row[first]}. "
        "One of the two may be a typing error."
    )
    return Finding(
        "warning",
        code,
        says,
        Origin("sessions", row, "start_time"),
        found=clock(start),
        expected="times that do not overlap",
    )
