"""What the rows of an instance must agree on before a plan can be made."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from makegood.plans.instance import Instance
from makegood.terms.clock import clock

Disagreement = tuple[str, Any, str]
"""Where, what was found, what was expected."""

_MOST_DAYS: Final = 366
_DAY: Final = 24 * 60


def disagreements(instance: Instance) -> Iterator[Disagreement]:
    """Yield what does not agree: days, times that end before they begin, ids that nobody has, rows told twice."""
    yield from _days(instance)
    yield from _spans(instance)
    yield from _twice(instance)
    yield from _nobody(instance)
    for at, row in enumerate(instance.availability):
        if (row.weekday is None) == (row.date is None):
            yield f"availability[{at}]", None, "a weekday or a date, and not both"
    for at, time in enumerate(instance.student_times):
        if time.student_id is None and time.school_id is None:
            yield f"student_times[{at}]", None, "a student_id or a school_id"
        if (time.weekday is None) == (time.cycle is None) or (time.cycle is None) != (time.cycle_day is None):
            yield f"student_times[{at}].weekday", None, "a weekday, or cycle_day and cycle, and not both"
        elif time.cycle is not None and (time.cycle_day or 0) > time.cycle:
            yield f"student_times[{at}].cycle_day", time.cycle_day, f"1 to {time.cycle}"
        elif time.cycle is not None and any(time.cycle not in of for of in _cycles(instance)):
            yield f"student_times[{at}].cycle", time.cycle, "a cycle that cycle_days has for each calendar"


def _cycles(instance: Instance) -> list[Iterable[int]]:
    return [instance.cycle_days.get(calendar, {}) for calendar in instance.school_days]


def _days(instance: Instance) -> Iterator[Disagreement]:
    if not 0 <= (instance.last - instance.first).days < _MOST_DAYS:
        yield "last", instance.last.isoformat(), f"a day from 'first' on, at most {_MOST_DAYS} days in all"
    for calendar, days in instance.school_days.items():
        if list(days) != sorted(set(days)) or any(not instance.first <= day <= instance.last for day in days):
            yield f"school_days.{ascii(calendar)[1:-1]}", None, "each day once, in order, from 'first' to 'last'"
    for name in ("provider_away", "student_away", "regular"):
        for at, row in enumerate(getattr(instance, name)):
            if row.last < row.first:
                yield f"{name}[{at}].last", row.last.isoformat(), "a day that is not before 'first'"


def _spans(instance: Instance) -> Iterator[Disagreement]:
    for name in ("availability", "student_times", "bell"):
        for at, row in enumerate(getattr(instance, name)):
            if row.end <= row.start:
                yield f"{name}[{at}].end", clock(row.end), f"a time after {clock(row.start)}"
    for name in ("regular", "pinned", "declined"):
        for at, row in enumerate(getattr(instance, name)):
            if row.start + row.minutes > _DAY:
                yield f"{name}[{at}].minutes", row.minutes, "an end before midnight"


def _twice(instance: Instance) -> Iterator[Disagreement]:
    names: dict[str, Iterable[Any]] = {
        "providers": (each.provider_id for each in instance.providers),
        "students": (each.student_id for each in instance.students),
        "misses": ((each.service_id, each.session_id, each.missed_on.isoformat()) for each in instance.misses),
    }
    for table, ids in names.items():
        seen = set()
        for at, each in enumerate(ids):
            if each in seen:
                yield f"{table}[{at}]", each, "each only once"
            seen.add(each)


def _nobody(instance: Instance) -> Iterator[Disagreement]:
    providers = {each.provider_id for each in instance.providers}
    students = {each.student_id for each in instance.students}
    named: dict[str, tuple[Iterable[str | None], set[str]]] = {
        "students[{}].calendar": ((each.calendar for each in instance.students), set(instance.school_days)),
        "misses[{}].student_id": ((each.student_id for each in instance.misses), students),
        "availability[{}].provider_id": ((each.provider_id for each in instance.availability), providers),
        "student_times[{}].student_id": ((each.student_id for each in instance.student_times), students),
        "regular[{}].student_id": ((each.student_id for each in instance.regular), students),
        "pinned[{}].provider_id": ((each.provider_id for each in instance.pinned), providers),
        "declined[{}].student_id": ((each.student_id for each in instance.declined), students),
    }
    for where, (ids, known) in named.items():
        for at, each in enumerate(ids):
            if each is not None and each not in known:
                yield where.format(at), each, "one that the instance has a row for"
    for at, session in enumerate(instance.pinned):
        for student in session.students:
            if student.student_id not in students:
                yield f"pinned[{at}].students", student.student_id, "a student that the instance has a row for"
