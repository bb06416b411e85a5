"""Minute by minute and pair by pair: which constraints a plan breaks, as slowly and plainly as can be.

It is written from the same rules as `makegood.plans.verify` and shares no line with it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from makegood.plans.instance import Availability, Instance, Provider, Regular, Session, Student, StudentTime

Pieces = Iterable[tuple[Session, str, tuple[str, str | None, dt.date], int]]


def slow_verify(instance: Instance, sessions: Sequence[Session]) -> set[str]:
    """Return the names of the constraints that a plan breaks."""
    return {name for name, holds in RULES.items() if not holds(instance, sessions)}


def minutes_of(session: Session) -> set[int]:
    return set(range(session.start, session.start + session.minutes))


def provider_of(instance: Instance, name: str) -> Provider | None:
    return next((row for row in instance.providers if row.provider_id == name), None)


def student_of(instance: Instance, name: str) -> Student | None:
    return next((row for row in instance.students if row.student_id == name), None)


def school_day(instance: Instance, student_id: str, date: dt.date) -> bool:
    student = student_of(instance, student_id)
    return student is not None and date in instance.school_days.get(student.calendar, ())


def attended(sessions: Sequence[Session]) -> list[tuple[Session, str]]:
    return [(session, row.student_id) for session in sessions for row in session.students]


def pieces(sessions: Sequence[Session]) -> Pieces:
    for session in sessions:
        for row in session.students:
            for part in row.settles:
                yield session, row.student_id, (part.service_id, part.session_id, part.missed_on), part.minutes


def way(instance: Instance, left: str, reached: str) -> int | None:
    for row in instance.travel:
        if (row.start, row.end) == (left, reached):
            return row.minutes
    for row in instance.travel:
        if (row.start, row.end) == (reached, left):
            return row.minutes
    return None


def row_at_school(instance: Instance, row: Availability, provider: Provider, school_id: str) -> bool:
    if row.school_id is not None:
        return row.school_id == school_id
    if provider.remote or provider.school_id is None or provider.school_id == school_id:
        return True
    return any({way.start, way.end} == {provider.school_id, school_id} for way in instance.travel)


def provider_minutes(instance: Instance, session: Session, *, dated: bool) -> set[int]:
    provider = provider_of(instance, session.provider_id)
    found: set[int] = set()
    for row in instance.availability:
        day = row.date == session.date if dated else row.weekday == session.date.weekday()
        day = day and not (row.first and session.date < row.first) and not (row.last and session.date > row.last)
        if provider is None or row.provider_id != provider.provider_id or not day:
            continue
        if row_at_school(instance, row, provider, session.school_id):
            found |= set(range(row.start, row.end))
    return found


def slot_minutes(instance: Instance, slot: Regular, date: dt.date) -> set[int]:
    holds = slot.weekday == date.weekday() and slot.first <= date <= slot.last
    if not (holds and school_day(instance, slot.student_id, date)):
        return set()
    return set(range(slot.start, slot.start + slot.minutes))


def known(instance: Instance, sessions: Sequence[Session]) -> bool:
    schools = {row.school_id for row in instance.students} | {row.school_id for row in instance.bell}
    schools |= {row.school_id for row in instance.providers if row.school_id}
    schools |= {row.school_id for row in instance.availability if row.school_id}
    schools |= {row.school_id for row in instance.student_times if row.school_id}
    schools |= {row.start for row in instance.travel} | {row.end for row in instance.travel}
    names = [(row.service_id, row.session_id, row.missed_on) for row in instance.misses]
    return (
        all(provider_of(instance, session.provider_id) and session.school_id in schools for session in sessions)
        and all(student_of(instance, student_id) for _, student_id in attended(sessions))
        and all(name in names for _, _, name, _ in pieces(sessions))
    )


def complete(_: Instance, sessions: Sequence[Session]) -> bool:
    return all(one.minutes > 0 and one.students and all(row.settles for row in one.students) for one in sessions)


def in_order(_: Instance, sessions: Sequence[Session]) -> bool:
    keys = [(one.date, one.start, one.school_id, one.provider_id) for one in sessions]
    return keys == sorted(keys)


def horizon(instance: Instance, sessions: Sequence[Session]) -> bool:
    return all(instance.first <= session.date <= instance.last for session in sessions)


def credential(instance: Instance, sessions: Sequence[Session]) -> bool:
    found = [(provider_of(instance, session.provider_id), session) for session in sessions]
    return all(provider is None or session.service_type in provider.service_types for provider, session in found)


def available(instance: Instance, sessions: Sequence[Session]) -> bool:
    for session in sessions:
        time = provider_minutes(instance, session, dated=True)
        if all(school_day(instance, row.student_id, session.date) for row in session.students):
            time |= provider_minutes(instance, session, dated=False)
        if provider_of(instance, session.provider_id) and not minutes_of(session) <= time:
            return False
    return True


def provider_present(instance: Instance, sessions: Sequence[Session]) -> bool:
    away = instance.provider_away
    return not any(row.id == one.provider_id and row.first <= one.date <= row.last for row in away for one in sessions)


def student_present(instance: Instance, sessions: Sequence[Session]) -> bool:
    away = instance.student_away
    return not any(
        row.id == name and row.first <= one.date <= row.last for row in away for one, name in attended(sessions)
    )


def provider_once(instance: Instance, sessions: Sequence[Session]) -> bool:
    taken: Counter[tuple[str, dt.date, int]] = Counter()
    for one in sessions:
        taken.update((one.provider_id, one.date, minute) for minute in minutes_of(one))
        slots = [slot for slot in instance.regular if slot.provider_id == one.provider_id]
        if any(minutes_of(one) & slot_minutes(instance, slot, one.date) for slot in slots):
            return False
    return all(count == 1 for count in taken.values())


def travel(instance: Instance, sessions: Sequence[Session]) -> bool:
    for place, one in enumerate(sessions):
        provider = provider_of(instance, one.provider_id)
        if provider is None or provider.remote:
            continue
        others = [
            (minutes_of(other), other.school_id)
            for other_place, other in enumerate(sessions)
            if other_place != place and (other.provider_id, other.date) == (one.provider_id, one.date)
        ]
        for slot in instance.regular:
            student = student_of(instance, slot.student_id)
            if slot.provider_id == one.provider_id and student is not None:
                others.append((slot_minutes(instance, slot, one.date), student.school_id))
        mine = minutes_of(one)
        for minutes, school_id in others:
            if not mine or not minutes or mine & minutes or school_id == one.school_id:
                continue
            if max(mine) < min(minutes):
                gap, needed = min(minutes) - max(mine) - 1, way(instance, one.school_id, school_id)
            else:
                gap, needed = min(mine) - max(minutes) - 1, way(instance, school_id, one.school_id)
            if needed is None or gap < needed:
                return False
    return True


def student_open(instance: Instance, sessions: Sequence[Session]) -> bool:
    return all(
        minute_open(instance, student, session, minute)
        for session, name in attended(sessions)
        if (student := student_of(instance, name)) is not None
        for minute in minutes_of(session)
    )


def holds(instance: Instance, student: Student, row: StudentTime, date: dt.date) -> bool:
    if row.cycle is None:
        return row.weekday == date.weekday()
    return instance.cycle_days[student.calendar][row.cycle].get(date) == row.cycle_day


def minute_open(instance: Instance, student: Student, session: Session, minute: int) -> bool:
    weekday, by_date = session.date.weekday(), minute in provider_minutes(instance, session, dated=True)
    if not school_day(instance, student.student_id, session.date):
        return by_date
    rows = [
        row
        for row in instance.student_times
        if row.student_id == student.student_id
        or (
            row.student_id is None
            and row.school_id == student.school_id
            and (row.grade is None or row.grade == student.grade)
        )
    ]
    now = [row for row in rows if holds(instance, student, row, session.date) and row.start <= minute < row.end]
    if any(row.use != "open" for row in now):
        return False
    bells = [row for row in instance.bell if (row.school_id, row.weekday) == (student.school_id, weekday)]
    if by_date and bells and (minute < min(b.start for b in bells) or minute >= max(b.end for b in bells)):
        return True
    if any(row.use == "open" for row in rows):
        return bool(now)
    return any(bell.start <= minute < bell.end for bell in bells)


def student_once(instance: Instance, sessions: Sequence[Session]) -> bool:
    taken: Counter[tuple[str, dt.date, int]] = Counter()
    for one in sessions:
        for name in {row.student_id for row in one.students}:
            taken.update((name, one.date, minute) for minute in minutes_of(one))
            slots = [slot for slot in instance.regular if slot.student_id == name]
            if any(minutes_of(one) & slot_minutes(instance, slot, one.date) for slot in slots):
                return False
    return all(count == 1 for count in taken.values())


def not_declined(instance: Instance, sessions: Sequence[Session]) -> bool:
    refused = {(row.student_id, row.date, row.start + n) for row in instance.declined for n in range(row.minutes)}
    return not any(
        (name, one.date, minute) in refused
        for one, name in attended([one for one in sessions if one not in instance.pinned])
        for minute in minutes_of(one)
    )


def school(instance: Instance, sessions: Sequence[Session]) -> bool:
    found = [(student_of(instance, name), session) for session, name in attended(sessions)]
    return all(student is None or student.school_id == session.school_id for student, session in found)


def owner(instance: Instance, sessions: Sequence[Session]) -> bool:
    for session, student_id, name, _ in pieces(sessions):
        found = [row for row in instance.misses if (row.service_id, row.session_id, row.missed_on) == name]
        own = [row for row in found if row.student_id == student_id]
        if (found and not own) or any(row.service_type != session.service_type for row in own):
            return False
    return True


def own_minutes(instance: Instance, student_id: str, name: tuple[str, str | None, dt.date]) -> int | None:
    rows = [row for row in instance.misses if row.student_id == student_id]
    found = [row.minutes for row in rows if (row.service_id, row.session_id, row.missed_on) == name]
    return sum(found) if found else None


def group(instance: Instance, sessions: Sequence[Session]) -> bool:
    for session, student_id, name, _ in pieces(sessions):
        for row in instance.misses:
            own = (row.student_id, row.service_id, row.session_id, row.missed_on) == (student_id, *name)
            if own and len(session.students) > row.group_max:
                return False
    return all(len({row.student_id for row in one.students}) == len(one.students) for one in sessions)


def grade_span(instance: Instance, sessions: Sequence[Session]) -> bool:
    order = {"PK": -1, "K": 0} | {str(grade): grade for grade in range(1, 13)}
    for session in sessions:
        here = [student for row in session.students if (student := student_of(instance, row.student_id))]
        for one in here:
            for other in here:
                if instance.limits.grade_span is not None and one.student_id != other.student_id:
                    if one.grade not in order or other.grade not in order:
                        return False
                    if abs(order[one.grade] - order[other.grade]) > instance.limits.grade_span:
                        return False
    return True


def settled(instance: Instance, sessions: Sequence[Session]) -> bool:
    paid: Counter[tuple[str, tuple[str, str | None, dt.date]]] = Counter()
    for _, student_id, name, minutes in pieces(sessions):
        paid[student_id, name] += minutes
        if minutes <= 0:
            return False
    for (student_id, name), minutes in paid.items():
        still_open = own_minutes(instance, student_id, name)
        if still_open is not None and minutes > still_open:
            return False
    return all(sum(part.minutes for part in row.settles) <= one.minutes for one in sessions for row in one.students)


def after(_: Instance, sessions: Sequence[Session]) -> bool:
    return all(session.date >= name[2] for session, _, name, _ in pieces(sessions))


def lengths(instance: Instance, sessions: Sequence[Session]) -> bool:
    shortest, longest = instance.limits.shortest, instance.limits.longest
    if any(shortest is not None and session.minutes < shortest for session in sessions):
        return False
    if any(longest is not None and session.minutes > longest for session in sessions):
        return False
    for _, student_id, name, minutes in pieces(sessions):
        whole = own_minutes(instance, student_id, name)
        pinned = sum(n for _, who, what, n in pieces(instance.pinned) if (who, what) == (student_id, name))
        if shortest is not None and whole is not None and 0 < minutes < min(shortest, max(0, whole - pinned)):
            return False
    return True


def limits(instance: Instance, sessions: Sequence[Session]) -> bool:
    caps, sums = instance.limits, Counter[tuple[str, str, object]]()
    for one in sessions:
        if one.minutes > 0:
            week = one.date.isocalendar()[:2]
            for who in {row.student_id for row in one.students}:
                sums["student_day", who, one.date] += one.minutes
                sums["student_week", who, week] += one.minutes
            sums["provider_day", one.provider_id, one.date] += one.minutes
            sums["provider_week", one.provider_id, week] += one.minutes
    found = ((getattr(caps, name), minutes) for (name, _, _), minutes in sums.items())
    return all(cap is None or minutes <= cap for cap, minutes in found)


def pinned(instance: Instance, sessions: Sequence[Session]) -> bool:
    return all(agreed in sessions for agreed in instance.pinned)


RULES: dict[str, Callable[[Instance, Sequence[Session]], bool]] = {
    rule.__name__: rule
    for rule in (
        known,
        complete,
        in_order,
        horizon,
        credential,
        available,
        provider_present,
        student_present,
        provider_once,
        travel,
        student_open,
        student_once,
        not_declined,
        school,
        owner,
        group,
        grade_span,
        settled,
        after,
        lengths,
        limits,
        pinned,
    )
}
