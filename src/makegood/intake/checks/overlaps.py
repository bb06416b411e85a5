"""Checks of who was where at one time."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from makegood.intake.checks.check import COUNTING, OWNER, SERVICE, check
from makegood.intake.checks.facts import Facts
from makegood.terms.echo import quoted
from makegood.terms.findings import Finding, Origin

if TYPE_CHECKING:
    import datetime as dt

HELD: Final = ("sessions.date", "sessions.start_time", "sessions.minutes_delivered")
"""What says when a session was held."""


@check(*COUNTING, *HELD, *SERVICE, "sessions.together_with", "services.student_id")
def child_in_two_places(facts: Facts) -> Iterator[Finding]:
    """Yield sessions of one child that overlap and were not given together."""
    of_service, sessions = facts.records.services.student_id, facts.records.sessions
    students = [of_service[place] for place in facts.log.service_of]
    # Two sessions given together are the one that is named by the other.
    shared = [with_ or id_ for with_, id_ in zip(sessions.together_with, sessions.session_id, strict=True)]
    for first, second in _overlaps(facts, students, shared):
        yield _finding(facts, "child_in_two_places", f"Student {quoted(students[first])}", first, second)


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
    groups: list[Hashable] = [
        group or (start, where[place])
        for group, start, place in zip(sessions.group_id, sessions.start_time, facts.log.service_of, strict=True)
    ]
    for first, second in _overlaps(facts, sessions.provider_id, groups):
        who = f"Provider {quoted(sessions.provider_id[first])}"
        yield _finding(facts, "provider_in_two_places", who, first, second)


@check(*COUNTING, *SERVICE, "sessions.group_size", "sessions.group_id", "services.group_max")
def group_over_size(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose group was larger than the IEP allows: their minutes are different ones."""
    sessions, services = facts.records.sessions, facts.records.services
    for at in facts.log.counting:
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


def _overlaps(facts: Facts, who: Sequence[str | None], together: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield pairs of held sessions of one person and day that share a minute and are not together.

    Args:
        facts: The records.
        who: Each session's person.
        together: What sessions that are held together have in common.
    """
    sessions = facts.records.sessions
    held = [
        at
        for at in facts.log.counting
        if sessions.start_time[at] is not None and sessions.minutes_delivered[at] and who[at] is not None
    ]
    days = Counter((who[at], sessions.date[at]) for at in held)
    several: defaultdict[tuple[str | None, dt.date], list[int]] = defaultdict(list)
    if len(days) < len(held):
        for at in held:
            if days[who[at], sessions.date[at]] > 1:
                several[who[at], sessions.date[at]].append(at)
    for places in several.values():
        running: dict[Hashable, tuple[int, int]] = {}
        for start, at in sorted((sessions.start_time[at] or 0, at) for at in places):
            running = {other: until for other, until in running.items() if until[0] > start}
            mine = together[at]
            if len(running) > (mine in running):
                yield next(until[1] for other, until in running.items() if other != mine), at
            end = start + sessions.minutes_delivered[at]
            running[mine] = max((end, at), running.get(mine, (end, at)))


def _finding(facts: Facts, code: str, who: str, first: int, second: int) -> Finding:
    sessions = facts.records.sessions
    row, start = sessions.row[second], sessions.start_time[second] or 0
    clock = f"{start // 60:02}:{start % 60:02}"
    says = (
        f"{who} is in two places at once on {sessions.date[second]}: here and in row {sessions.row[first]}. "
        "One of the two may be a typing error."
    )
    return Finding(
        "warning", code, says, Origin("sessions", row, "start_time"), found=clock, expected="times that do not overlap"
    )
