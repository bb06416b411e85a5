"""Why a session has no place: one reason that somebody can act on, and never a person's failing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from makegood.statements.wording.words import capital, words_of
from makegood.week.board import Board
from makegood.week.bound import days_of
from makegood.week.caseload import Therapist
from makegood.week.clock_bits import bits, covered
from makegood.week.item import Item, Spot
from makegood.week.pattern import DAYS, SCHOOL_WEEK

Why = Literal["nobody_there", "no_provider", "missing_data", "no_common_time", "limit", "full"]

REASONS: Final[Mapping[Why, str]] = {
    "nobody_there": "The position is empty when the week begins",
    "no_provider": "Nobody on record may give this at the school",
    "missing_data": "The records lack a row that a week needs",
    "no_common_time": "Child and provider have time in common on too few days",
    "limit": "A limit of the provider's week is reached",
    "full": "The time that child and provider have in common is taken",
}
STEPS: Final[Mapping[Why, str]] = {
    "nobody_there": "A substitute, a contractor, or another provider with the credential.",
    "no_provider": "A provider with the credential ('service_types' in 'providers'), or a contractor.",
    "missing_data": "Fill in the row that is named beside the reason.",
    "no_common_time": "Other hours of the provider, or other time of the child; the days are named below.",
    "limit": "Whoever set the limit can say whether it holds here, or more hours of a colleague.",
    "full": "More hours at these times, or another provider; below is who has room, if somebody has.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Sessions of one service without a slot.

    Attributes:
        sessions: How many of those that it needs.
        minutes: How long each is.
        why: The reason.
        detail: The same in a sentence with days and figures.
        elsewhere: Another provider with the credential who has room for all of them, if there is one.
    """

    service_id: str
    student_id: str
    service_type: str
    school_id: str
    providers: tuple[str, ...]
    sessions: int
    of: int
    minutes: int
    why: Why
    detail: str
    elsewhere: str | None = None


def unplaced_of(board: Board) -> Iterator[Unplaced]:
    """Yield the sessions without a place, by service, with the reason of each service."""
    left: dict[str, list[Item]] = {}
    for item in board.items:
        if board.at[item.number] is None:
            for need in item.needs:
                left.setdefault(need.service_id, []).append(item)
    for service_id in sorted(left):
        items = left[service_id]
        need = next(need for need in items[0].needs if need.service_id == service_id)
        why, detail = _why(board, items[0], len(need.places))
        yield Unplaced(
            service_id=service_id,
            student_id=need.student_id,
            service_type=need.service_type,
            school_id=need.school_id,
            providers=need.providers,
            sessions=len(items),
            of=len(need.places),
            minutes=need.minutes,
            why=why,
            detail=detail,
            elsewhere=_elsewhere(board, items),
        )


def _why(board: Board, item: Item, needed: int) -> tuple[Why, str]:  # noqa: PLR0911 - one return for each reason
    therapists, school = board.caseload.therapists, item.school_id
    who, whose = _listed(item.providers), "the group" if len(item.needs) > 1 else "the child"
    if not item.providers:
        unknown = [id_ for id_, each in therapists.items() if not each.service_types and _at(each, school)]
        if unknown:
            says = f"The table providers has no service_types for {_listed(unknown)}, so nobody knows whether they may"
            return "missing_data", f"{says} give {item.service_type}."
        return "no_provider", f"No provider on record has the credential for {item.service_type} at {school}."
    known = [therapists[id_] for id_ in item.providers if id_ in therapists]
    away = [each for each in known if each.away_until is not None]
    if known and len(away) == len(known):
        until = max(each.away_until for each in away if each.away_until)
        return "nobody_there", f"The position of {who} is empty until {until}."
    at_school = [each for each in known if _at(each, school)]
    open_ = {
        day for n in item.needs for day in range(SCHOOL_WEEK) if board.caseload.student_time[n.student_id, school, day]
    }
    students = {need.student_id for need in item.needs}
    by_cycle = any(spans for key, spans in board.caseload.cycle_time.items() if key[0] in students and key[1] == school)
    if not open_ and not by_cycle and school in board.caseload.no_bell:
        return "missing_data", f"The table bell has no row for {school}, and student_times has no open time there."
    if not at_school:
        far = [
            each for each in known if each.any_school and each.base and (each.base, school) not in board.caseload.ways
        ]
        if far:
            starts = _listed(sorted({each.base or "" for each in far}))
            return "missing_data", f"The table travel has no row from {starts} to {school} for the way of {who}."
        if all(each.time for each in known):
            return "no_common_time", f"{who} does not work at {school}: no row of working_hours says so."
        return "missing_data", f"No row of working_hours says when {who} works, and bell has none for {school}."
    days = days_of(board, item)
    if days < needed:
        return "no_common_time", _few_days(board, item, needed, whose, who)
    board.load.lifted = True
    try:
        free = next(iter(board.options(item)), None)
    finally:
        board.load.lifted = False
    if free is not None:
        return "limit", f"{who} has free time when {whose} is open, but {_limits(board, free.spot)}."
    return "full", _full(board, item, whose, who)


def _at(therapist: Therapist, school_id: str) -> bool:
    return any(key[0] == school_id for key in therapist.time)


def _few_days(board: Board, item: Item, needed: int, whose: str, who: str) -> str:
    named = _days_named(board, item)
    on = f"on {_listed(named)} only" if named else "on no day"
    return (
        f"{needed} sessions of {item.minutes} minutes need {needed} days; {whose} and {who} have so long in common"
        f" {on}."
        if needed > 1
        else f"A session takes {item.minutes} minutes on end; {whose} and {who} have so long in common {on}."
    )


def _full(board: Board, item: Item, whose: str, who: str) -> str:
    """Say on which days there is common time, and whose sessions take it."""
    by_provider = by_child = 0
    students = {need.student_id for need in item.needs}
    for provider_id in item.providers:
        for day in range(SCHOOL_WEEK):
            common = 0
            for pattern in item.patterns:
                if pattern.day == day and not pattern.cycle:
                    common |= covered(board.may(item, provider_id, pattern), item.minutes)
            for cell in range(day * board.cells.weeks, (day + 1) * board.cells.weeks):
                for meeting in board.held(provider_id)[cell]:
                    taken = (common & bits(meeting.start, meeting.end)).bit_count()
                    by_provider += taken
                    by_child += taken * any(n.student_id in students for i in meeting.items for n in i.needs)
    days = _listed(_days_named(board, item)) or "every day of the cycle"
    first = f"{capital(whose)} and {who} have time in common on {days}"
    if by_provider:
        minutes = by_provider // board.cells.weeks
        rest = "and what is left is too short or on a day with a session"
        return f"{first}. {minutes} minutes of it a week go to other sessions, {rest}."
    return f"{first}, but other services of {whose} take it."


def _days_named(board: Board, item: Item) -> list[str]:
    return [
        name
        for day, name in enumerate(DAYS)
        if any(
            not pattern.cycle and pattern.day == day and board.may(item, provider_id, pattern)
            for provider_id in item.providers
            for pattern in item.patterns
        )
    ]


def _limits(board: Board, spot: Spot) -> str:
    each = board.caseload.therapists[spot.provider_id]
    limits = []
    if each.direct_day is not None:
        limits.append(f"{each.direct_day} minutes of sessions a day")
    if each.direct_week is not None:
        limits.append(f"{each.direct_week} a week")
    if each.documentation:
        limits.append(f"{each.documentation} minutes a week kept for notes")
    if each.lunch:
        limits.append(f"{each.lunch} minutes of lunch")
    return f"the limits hold ({_listed(limits)})"


def _elsewhere(board: Board, items: list[Item]) -> str | None:
    """Return another provider with the credential who has room for all the sessions as the week is, if there is one."""
    item = items[0]
    for provider_id, therapist in board.caseload.therapists.items():
        if provider_id in item.providers or item.service_type not in therapist.service_types:
            continue
        days = {
            (pattern.cycle, pattern.day)
            for pattern in item.patterns
            if board.day_is_free(item, pattern) and board.room_with(item, provider_id, pattern)
        }
        if len(days) >= len(items):
            return provider_id
    return None


def _listed(parts: Iterable[str]) -> str:
    return words_of("en").listed(parts)
