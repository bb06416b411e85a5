"""One sentence for each reason, with figures counted from the facts and the plan."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from makegood.planner.explain.case import Case
from makegood.planner.explain.minutes import in_a_row
from makegood.planner.explain.missing import away_throughout, no_bell_either
from makegood.planner.explain.places import Place
from makegood.planner.explain.used import Blocked, Limit, monday
from makegood.planner.explain.words import clock, dated, day, have, listed, minutes, part_of, plain, week
from makegood.plans.instance import Session

_MOST: Final[Mapping[Limit, str]] = {
    "student_day": "a student has at most {minutes} make-up minutes a day",
    "student_week": "a student has at most {minutes} make-up minutes a week",
    "provider_day": "a provider gives at most {minutes} make-up minutes a day",
    "provider_week": "a provider gives at most {minutes} make-up minutes a week",
}


def nobody(case: Case) -> str:
    """Nobody with the credential has time at the school."""
    what, where = plain(case.miss.service_type), case.student.school_id
    supply, least = case.supply, case.shortest
    if not supply.able:
        return f"No provider may give {what}.{nor_open(case)}"
    some = "any time" if least == 1 else f"{minutes(least)} or more"
    if not _has_school(case):
        able = listed(supply.able)
        return f"There is no school {_when(case)}, and {able} {have(supply.able)} no date with {some} at {where}."
    head = f"Nobody with {what} has time for make-ups at {where} {_when(case)}"
    gone = away_throughout(case)
    if len(gone) == len(supply.able):
        return (
            f"{head}: {listed(gone)} may give it, but {have(gone)} no day: away throughout, or a vacant post."
            f"{nor_open(case)}"
        )
    if not supply.there:
        return f"{head}: {listed(supply.able)} may give it, but {have(supply.able)} no open time there.{nor_open(case)}"
    never = "never any time" if least == 1 else f"never {minutes(least)} together"
    return (
        f"{head}: {listed(supply.there)} {have(supply.there)} {never} there, days away, regular sessions and days "
        f"without school left out.{nor_open(case)}"
    )


def apart(case: Case) -> str:
    """The student is open at other times than they have."""
    shortest = case.shortest
    who = case.student.student_id
    since = case.miss.missed_on
    opened = case.book.meetings.open(who)
    open_ = week((date, in_a_row(bits, shortest)) for date, bits in opened.items() if date >= since)
    people: dict[str, None] = {}
    times = []
    for date, offers in case.supply.days:
        for offer in offers:
            bits = in_a_row(offer.fact, shortest)
            if bits and date >= since:
                people[offer.provider_id] = None
                times.append((date, bits))
    they = f"{listed(list(people))} {have(list(people))} time on {week(times)}"
    if not open_:
        return f"{who} has no open time {_of_length(case)}{_when(case)}; {they}."
    if case.all_meetings:
        return f"{who} is open on {open_}; {they}: never {shortest} minutes together."
    return f"{who} is open on {open_} only; {they}."


def taken_by_own(case: Case) -> str:
    """The student's own make-ups take what they have in common."""
    both = sum(in_a_row(meeting.fact, case.shortest).bit_count() for meeting in case.usable)
    own = sum((meeting.own & in_a_row(meeting.fact, case.shortest)).bit_count() for meeting in case.usable)
    who = case.student.student_id
    rest = f"; the rest is in pieces under {minutes(case.shortest)}" if own < both else ""
    return (
        f"{who} and {listed(case.people, 'or')} have {minutes(both)} in common {_when(case)}, and other make-ups of "
        f"{who} take {part_of(own, both)} of them{rest}."
    )


def too_late(case: Case, planned: int, in_time: int) -> str:
    """What they have in common comes after the deadline and is planned for others."""
    who, first, due = case.student.student_id, case.usable[0], case.miss.due_by
    by = "" if due is None else f"Due by {day(due)}; "
    return (
        f"{by}the first time that {who} has in common with {listed(case.people, 'or')} is {dated(first.date)}, and all "
        f"of that time is taken: {part_of(in_time, planned)} of the {minutes(planned)} planned then are in time."
    )


def too_short(case: Case) -> str:
    """What is left of the miss is less than a session may be."""
    return (
        f"By the limit shortest a session has at least {minutes(case.shortest)}: the {case.minutes} left of this "
        "miss are too few for one of their own."
    )


def limited(case: Case, places: list[Place]) -> str:
    """A limit, or several, forbid what is left."""
    place = places[0]
    limits = listed([each.limit for each in place.blocked])
    most = listed([_MOST[each.limit].format(minutes=each.minutes) for each in place.blocked])
    others = len({each.meeting.date for each in places} - {place.meeting.date})
    more = "" if not others else f", and on {others} other day{'s' if others > 1 else ''}"
    return (
        f"By the limit{'s' if len(place.blocked) > 1 else ''} {limits} {most}: "
        f"{_reached(case, place, place.blocked[0])}, while "
        f"{case.student.student_id} and {place.meeting.provider_id} still have time on {_at(place)}{more}."
    )


def could_join(case: Case, session: Session) -> str:
    """A group that is planned has a seat that the planner did not fill."""
    span = clock(session.start, session.start + session.minutes)
    return (
        f"The planner found no place in the time it had; {case.student.student_id} could still join "
        f"{session.provider_id}'s session on {dated(session.date)}, {span}."
    )


def still_free(case: Case, place: Place) -> str:
    """There is a place that the planner did not use."""
    return (
        f"The planner found no place in the time it had; {case.student.student_id} and {place.meeting.provider_id} "
        f"still have time on {_at(place)}."
    )


def full(case: Case) -> str:
    """Everybody with the credential is full: by how much, and who has the time that would do."""
    parts: Counter[str] = Counter()
    for meeting in case.usable:
        bits = in_a_row(meeting.fact, case.shortest)
        for name, part in (
            (f"other make-ups of {case.student.student_id} take", meeting.own),
            ("make-ups of other students take", meeting.offer.here),
            ("make-ups at other schools and the way there take", meeting.offer.elsewhere),
            (f"pieces under {minutes(case.shortest)} are", -1),
        ):
            parts[name] += (bits & part).bit_count()
            bits &= ~part
    said = [f"{name} {part_of(number, parts.total())}" for name, number in parts.items() if number]
    return (
        f"{case.student.student_id} and {listed(case.people, 'or')} have {minutes(parts.total())} in common "
        f"{_when(case)}, and no place is left: {', '.join(said)}. {_by_how_much(case)}"
    )


def _by_how_much(case: Case) -> str:
    what, where = case.miss.service_type, case.student.school_id
    offers = [offer for _, offers in case.supply.days for offer in offers]
    people = list(dict.fromkeys(offer.provider_id for offer in offers))
    time = sum(offer.fact.bit_count() for offer in offers)
    taken = sum((offer.fact & (offer.here | offer.elsewhere)).bit_count() for offer in offers)
    owed, left = case.book.owed[where, what], case.book.left[where, what]
    return (
        f"{listed(people)} {have(people)} {minutes(time)} for make-ups at {where} in these weeks, "
        f"{part_of(taken, time)} of them taken; of {minutes(owed)} of {plain(what)} owed there {left:,} have no place."
    )


def _when(case: Case) -> str:
    since, first = case.miss.missed_on, case.book.instance.first
    return "in these weeks" if since <= first else f"from {day(since)} on"


def _reached(case: Case, place: Place, blocked: Blocked) -> str:
    who = case.student.student_id if blocked.limit.startswith("student") else place.meeting.provider_id
    date = place.meeting.date
    when = f"on {dated(date)}" if blocked.limit.endswith("_day") else f"in the week of {day(monday(date))}"
    short = f" (the shortest session is {case.shortest})" if blocked.used < blocked.minutes else ""
    return f"{who} has {blocked.used:,} make-up minutes {when}{short}"


def _at(place: Place) -> str:
    return f"{dated(place.meeting.date)}, {clock(*place.spans[0])}"


def _has_school(case: Case) -> bool:
    days = case.book.meetings.times.school_days.get(case.student.calendar, frozenset())
    return any(date >= case.miss.missed_on for date in days)


def nor_open(case: Case) -> str:
    """Say it too where nobody else's time would help: the student has none either."""
    opened = case.book.meetings.open(case.student.student_id)
    if any(in_a_row(bits, case.shortest) for date, bits in opened.items() if date >= case.miss.missed_on):
        return ""
    return (
        no_bell_either(case) or f" {case.student.student_id} has no open time {_of_length(case)}{_when(case)} either."
    )


def _of_length(case: Case) -> str:
    return "" if case.shortest == 1 else f"of {case.shortest} minutes or more "
