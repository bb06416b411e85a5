"""A week in plain words."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from makegood.planner.wording import Names
from makegood.statements.wording.words import words_of
from makegood.terms.clock import clock
from makegood.week.caseload import Caseload, Need, Slot
from makegood.week.moves import kept_against_a_rule
from makegood.week.pattern import DAYS, Pattern
from makegood.week.reasons import STEPS, Unplaced, Why
from makegood.week.week import Reserve, Week

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def day_of(pattern: Pattern) -> str:
    """Return the days of a session in words, such as `Monday, every second week (the first of them)`."""
    if pattern.cycle:
        return f"Day {pattern.day} of {pattern.cycle}"
    return DAYS[pattern.day] + (f", {weeks_of(pattern)}" if pattern.every > 1 else "")


def weeks_of(pattern: Pattern) -> str:
    """Return in which weeks a session is held, counted from the week of the first day."""
    return f"the {words_of('en').listed(map(_ordinal, pattern.phases()))} of every {pattern.every} weeks"


def time_of(slot: Slot) -> str:
    """Return from when to when: `08:15-08:45`."""
    return f"{clock(slot.start)}-{clock(slot.end)}"


def in_short(week: Week, caseload: Caseload, names: Names) -> Iterator[str]:
    """Yield how good the week is, and what it changes."""
    summary = week.summary
    if not summary.sessions:
        yield "No service has a session to schedule on this day or within two weeks of it."
        return
    if summary.placed == summary.sessions:
        yield "Every promised session has its slot."
    elif summary.proved:
        yield (
            f"No week with the same people and times can place more than {summary.minutes_placed:,} of "
            f"{summary.minutes:,} minutes a week: this one reaches that."
        )
    else:
        yield (
            f"No week with the same people and times can place more than {summary.bound:,} minutes; this one places "
            f"{summary.minutes_placed:,} of {summary.minutes:,}."
        )
    if summary.before:
        stay = summary.before - summary.moved
        if stay == summary.before:
            yield (
                f"All {stay:,} current slots stay where they are."
                if stay > 1
                else "The current slot stays where it is."
            )
        else:
            fewest = " No week that places as much moves fewer." if summary.fewest_moved else ""
            yield f"Of {summary.before:,} current slots {stay:,} stay where they are.{fewest}"
    if week.ended:
        one = len(week.ended) == 1
        end = "ends: it holds" if one else "end: they hold"
        yield f"{len(week.ended):,} more {end} more than is promised, or another length."
    kept = kept_against_a_rule(week, caseload)
    for against, students in kept.items():
        yield f"Kept as asked ({', '.join(names.student(id_) for id_ in students)}): {against}"
    other = " other" if kept else ""
    yield f"A second, separate check of every slot found no{other} rule broken."


def make_ups_of(each: Reserve) -> str:
    """Return what make-ups will need of a provider's week, and by whose year that is known."""
    if each.make_ups is None:
        return "no year on record tells"
    whose = {"provider": "", "service": " (rate of the service)", "all": " (rate of all services)"}
    return f"{each.make_ups:,}{whose[each.rate_of or 'all']}"


def make_ups_note(week: Week) -> str:
    """Return what the figures of make-ups mean."""
    return (
        "Make-ups need: minutes a week that make-ups will take, if as large a share of the sessions comes to be owed "
        f"as in the year before {words_of('en').day(week.as_of)}."
    )


def when_of(slot: Slot, names: Names) -> str:
    """Return when a slot is and with whom: `Monday 08:15-08:45, P01`."""
    return f"{day_of(slot.pattern)} {time_of(slot)}, {names.provider(slot.provider_id)}"


class Reason(NamedTuple):
    """A reason with the sessions that have no slot for it: of which service, whose, how many, and what would help."""

    service_type: str
    students: tuple[str, ...]
    sessions: int
    why: str
    helps: str


def reasons_of(unplaced: Iterable[Unplaced], names: Names) -> list[Reason]:
    """Return why sessions have no slot, each sentence once."""
    same: dict[tuple[str, str, str | None, Why], list[Unplaced]] = {}
    for each in unplaced:
        same.setdefault((each.service_type, each.detail, each.elsewhere, each.why), []).append(each)
    return [
        Reason(
            kind,
            tuple(_who(each, names) for each in all_),
            sum(each.sessions for each in all_),
            detail,
            f"{names.provider(elsewhere)} has the credential and room." if elsewhere else STEPS[why],
        )
        for (kind, detail, elsewhere, why), all_ in same.items()
    ]


def _who(each: Unplaced, names: Names) -> str:
    return names.student(each.student_id) + ("" if each.of == 1 else f" ({each.sessions} of {each.of})")


def guessed_lengths(caseload: Caseload) -> str | None:
    """Return for how many services the length of a session is not written, and where it was taken from."""
    guessed = [need for need in caseload.needs if need.length_from in {"log", "total"}]
    if not guessed:
        return None
    by_log = sum(need.length_from == "log" for need in guessed)
    rest = len(guessed) - by_log
    parts = [f"{by_log:,} with sessions as long as those in the log usually are"] if by_log else []
    parts += [f"{rest:,} with sessions of at most 60 minutes"] if rest else []
    says = "service promises a total and does" if len(guessed) == 1 else "services promise a total and do"
    return (
        f"{len(guessed):,} {says} not say how long a session is. Here: {' and '.join(parts)}. To set it yourself, fill "
        "in 'session_minutes' in services."
    )


def lost_days(caseload: Caseload, need: Need, slot: Slot) -> tuple[int, int] | None:
    """Return the days of a slot's weekday, and how many have no school; None for a day of a cycle, which loses none."""
    closed = caseload.closed.get(need.service_id)
    return None if slot.pattern.cycle or closed is None else closed[slot.pattern.day]


def weekday_costs(caseload: Caseload) -> list[tuple[str, tuple[tuple[int, int], ...], int]]:
    """Return by school what each weekday costs: days, days without school, and of how many services that is so.

    Services whose dates differ have other counts; those of most services of a school are returned.
    """
    counted: dict[str, dict[tuple[tuple[int, int], ...], int]] = {}
    for need in caseload.needs:
        if any(not place.cycle for place in need.places):
            own = counted.setdefault(need.school_id, {})
            closed = caseload.closed[need.service_id]
            own[closed] = own.get(closed, 0) + 1
    return [
        (school, (best := min(own, key=lambda closed: (-own[closed], closed))), own[best])
        for school, own in sorted(counted.items())
    ]


def best_days(closed: Iterable[tuple[int, int]]) -> str:
    """Return the weekdays that lose the fewest days."""
    lost = [without for _, without in closed]
    least = min(lost, default=0)
    return " and ".join(day for day, days in zip(DAYS, lost, strict=True) if days == least)


def _ordinal(week: int) -> str:
    return _ORDINALS[week] if week < len(_ORDINALS) else f"{week + 1}th"
