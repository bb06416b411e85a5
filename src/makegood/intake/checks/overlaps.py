"""Checks of who was where at one time."""

from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING

from makegood.intake.checks.facts import Facts
from makegood.terms.findings import Finding

if TYPE_CHECKING:
    import datetime as dt


def child_in_two_places(facts: Facts) -> Iterator[Finding]:
    """Yield sessions of one child that overlap."""
    students, service_of = facts.records.services.student_id, facts.service_of

    def child(at: int) -> str:
        return students[service_of[at]]

    for first, second in _overlaps(facts, child, lambda at: at):
        yield _finding(facts, "child_in_two_places", f"student '{child(first)}'", first, second)


def provider_in_two_places(facts: Facts) -> Iterator[Finding]:
    """Yield sessions of one provider that overlap and are not one group.

    Sessions that begin together, of one service type and at one school, are a group.
    """
    log, services, students = facts.records.sessions, facts.records.services, facts.records.students
    school = dict(zip(students.student_id, students.school_id, strict=True))

    def group(at: int) -> Hashable:
        service = facts.service_of[at]
        return log.start_time[at], services.service_type[service], school[services.student_id[service]]

    for first, second in _overlaps(facts, log.provider_id.__getitem__, group):
        who = f"provider '{log.provider_id[first]}'"
        yield _finding(facts, "provider_in_two_places", who, first, second)


def group_over_size(facts: Facts) -> Iterator[Finding]:
    """Yield sessions whose group was larger than the IEP allows: their minutes are different ones."""
    log, services = facts.records.sessions, facts.records.services
    for at in facts.counting:
        size = log.group_size[at]
        most = services.group_max[facts.service_of[at]] if size else None
        if size and most and size > most:
            row = log.row[at]
            says = (
                f"sessions, row {row}: {size} students were in the group, and the IEP says at most {most}. "
                "The minutes count as delivered differently."
            )
            yield Finding(
                "warning", "group_over_size", says, "sessions", row, "group_size", str(size), f"at most {most}"
            )


def _overlaps(
    facts: Facts, who: Callable[[int], str | None], together: Callable[[int], Hashable]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of held sessions of one person and day that share a minute and are not together."""
    log = facts.records.sessions
    first: dict[tuple[str, dt.date], int] = {}
    several: dict[tuple[str, dt.date], list[int]] = {}
    for at in facts.counting:
        person = who(at)
        if person is None or log.start_time[at] is None or not log.minutes_delivered[at]:
            continue
        key = (person, log.date[at])
        if first.setdefault(key, at) != at:
            several.setdefault(key, [first[key]]).append(at)
    for places in several.values():
        running: dict[Hashable, tuple[int, int]] = {}
        for start, at in sorted((log.start_time[at] or 0, at) for at in places):
            running = {other: until for other, until in running.items() if until[0] > start}
            mine = together(at)
            clash = next((until[1] for other, until in running.items() if other != mine), None)
            if clash is not None:
                yield clash, at
            end = start + log.minutes_delivered[at]
            running[mine] = max((end, at), running.get(mine, (end, at)))


def _finding(facts: Facts, code: str, who: str, first: int, second: int) -> Finding:
    log = facts.records.sessions
    row, start = log.row[second], log.start_time[second] or 0
    clock = f"{start // 60:02}:{start % 60:02}"
    says = (
        f"sessions, row {row}: {who} was in two places on {log.date[second]} at {clock}, "
        f"here and in row {log.row[first]}. One of the two may be a slip."
    )
    return Finding("warning", code, says, "sessions", row, "start_time", clock, "times that do not overlap")
