"""Rows that the records lack, where nothing could be planned without them."""

import datetime as dt
from collections.abc import Iterator, Sequence

from makegood.planner.explain.case import Case
from makegood.planner.explain.minutes import in_a_row
from makegood.planner.explain.words import have, listed, plain, week
from makegood.terms.weekdays import WEEKDAYS


def of_providers(case: Case) -> str | None:
    """Return which row about those who might give it is missing, where nobody has time; None if none is."""
    found = _service_types(case)
    if not found and _days(case):
        found = _availability(case) or _way(case)
    return found


def of_bell(case: Case) -> str | None:
    """Return which row of `bell` is missing, where somebody has time that would do; None if none is."""
    times, who, where = case.book.meetings.times, case.student.student_id, case.student.school_id
    if times.has_open_row(who):
        return None
    common = [
        meeting
        for meeting in case.book.with_bells.usable(who, case.miss.service_type, case.shortest)
        if meeting.date >= case.miss.missed_on and times.bell(where, meeting.date.weekday()) is None
    ]
    if not common:
        return None
    days = [WEEKDAYS[n] for n in sorted({meeting.date.weekday() for meeting in common})]
    people = list(dict.fromkeys(meeting.provider_id for meeting in common))
    free = week((meeting.date, in_a_row(meeting.fact, case.shortest)) for meeting in common)
    return (
        f"The table bell has no row for {where} on {listed(days)}, and no row of student_times says when {who} is "
        f"open: {listed(people)} {have(people)} time on {free}."
    )


def no_bell_either(case: Case) -> str:
    """Say it too where the student's school has no row of `bell` at all, and nothing else opens the student's time."""
    times, school = case.book.meetings.times, case.student.school_id
    if times.has_open_row(case.student.student_id) or any(times.bell(school, day) for day in range(7)):
        return ""
    return f" The table bell has no row for {school} either."


def _service_types(case: Case) -> str | None:
    """Nobody wrote down what somebody may give."""
    what = plain(case.miss.service_type)
    unknown = [each.provider_id for each in case.book.instance.providers if not each.service_types]
    if case.supply.able:
        unknown = [id_ for id_ in unknown if id_ == case.miss.provider_id]
    if not unknown:
        return None
    known = f"; of all others, none who may give {what} has time at {case.student.school_id}"
    return (
        f"The table providers has no service_types for {listed(unknown)}, so nobody knows whether they may give {what}"
        f"{known if case.supply.able else ''}."
    )


def _availability(case: Case) -> str | None:
    """Nobody wrote down when those who may give it are free."""
    if case.supply.there:
        return None
    with_rows = {row.provider_id for row in case.book.instance.availability}
    places, where = case.book.meetings.times.places, case.student.school_id
    gone = away_throughout(case)
    silent = [
        id_ for id_ in case.supply.able if id_ not in with_rows and id_ not in gone and places.may_be(id_, None, where)
    ]
    if not silent:
        return None
    return (
        f"The table availability has no row in these weeks for {listed(silent)}, who may give "
        f"{plain(case.miss.service_type)} at {where}."
    )


def away_throughout(case: Case) -> list[str]:
    """Return who may give it and is away, as a vacant post is, on every day with school: a row would free nobody."""
    times, days = case.book.meetings.times, _days(case)
    return [id_ for id_ in case.supply.able if days and all(times.is_away("provider", id_, day) for day in days)]


def _way(case: Case) -> str | None:
    """Nobody wrote down how long the way takes to where the student is."""
    where, what = case.student.school_id, plain(case.miss.service_type)
    bases = {each.provider_id: each.school_id for each in case.book.instance.providers}
    roaming = {row.provider_id for row in case.book.instance.availability if row.school_id is None}
    if not case.supply.there:
        far = [id_ for id_ in case.supply.able if id_ in roaming]
        if not far:
            return None
        starts = list(dict.fromkeys(str(bases[id_]) for id_ in far))
        return (
            f"The table travel has no row from {listed(starts)} to {where}, so {listed(far)}, who may give {what}, "
            "cannot be planned there."
        )
    apart = dict.fromkeys(_sessions_without_way(case))
    if not apart:
        return None
    people, starts = list(dict.fromkeys(id_ for id_, _ in apart)), list(dict.fromkeys(place for _, place in apart))
    return (
        f"The table travel has no row from {listed(starts)} to {where}, so {listed(people)} {have(people)} no time "
        f"there on days with sessions at {listed(starts)}."
    )


def _sessions_without_way(case: Case) -> Iterator[tuple[str, str]]:
    """Yield who is free at the school on a day with sessions at another one to which no way is known, and that one."""
    times, where = case.book.meetings.times, case.student.school_id
    for id_ in case.supply.there:
        for date in _days(case):
            free = (time for time in times.free_time(id_, date) if times.places.may_be(id_, time.school_id, where))
            if any(time.end - time.start >= case.shortest for time in free):
                for _, _, place in times.engaged(id_, date):
                    if times.places.between(id_, where, place) is None:
                        yield id_, place


def _days(case: Case) -> Sequence[dt.date]:
    days = case.book.meetings.times.school_days.get(case.student.calendar, frozenset())
    return sorted(date for date in days if date >= case.miss.missed_on)
