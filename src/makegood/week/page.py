"""A week as one self-contained page: a picture and a table for each provider, a table of children, what has no slot."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from makegood.planner.pictures.page import styles
from makegood.planner.wording import Names
from makegood.statements.templates import templates
from makegood.statements.wording.words import words_of
from makegood.terms.visible import visible_lines
from makegood.week.caseload import Caseload, Slot
from makegood.week.moves import Move
from makegood.week.pattern import DAYS
from makegood.week.week import Week
from makegood.week.week_svg import NAMED, Look, in_words, swatch, week_svg
from makegood.week.wording import (
    best_days,
    day_of,
    guessed_lengths,
    in_short,
    lost_days,
    make_ups_note,
    make_ups_of,
    reasons_of,
    time_of,
    weekday_costs,
    when_of,
)

PAGES: Final = Path(__file__).parent / "html"
MOST_LINES: Final = 2000
"""More slots than this are too many for a page: slots.csv has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of a provider in words."""

    day: str
    time: str
    service: str
    school: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderWeek:
    """A provider's week, ready for the page."""

    key: str
    name: str
    picture: Markup
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLine:
    """A child's slot: when, what, with whom, and how often its weekday has no school."""

    student: str
    service: str
    when: str
    provider: str
    lost: str
    kindest: str


def week_page(week: Week, caseload: Caseload, moves: Sequence[Move], names: Names) -> str:
    """Return the page of a week; `moves` are its current slots that do not stay."""
    few = len(week.slots) <= MOST_LINES
    page = (
        templates(PAGES)
        .get_template("week.html.j2")
        .render(
            week=week,
            words=words_of("en"),
            names=names,
            css=styles(),
            short=list(in_short(week, caseload, names)),
            guessed=guessed_lengths(caseload),
            without=reasons_of(week.unplaced, names),
            moves=[move for move in moves if not move.gone],
            gone=sum(move.gone for move in moves),
            providers=list(_providers(week, caseload, names)) if few else [],
            children=list(_children(week, caseload, names)) if few else [],
            weekdays=weekday_costs(caseload),
            best_days=best_days,
            make_ups_of=make_ups_of,
            make_ups_note=make_ups_note,
            when_of=when_of,
            swatch=swatch,
            NAMED=NAMED,
            DAYS=DAYS,
        )
    )
    return visible_lines(page)


def _providers(week: Week, caseload: Caseload, names: Names) -> Iterator[ProviderWeek]:
    needs, words = caseload.need(), words_of("en")
    homes = {place.home for need in caseload.needs for place in need.places}
    held: dict[str, dict[tuple[object, ...], list[Slot]]] = defaultdict(lambda: defaultdict(list))
    for slot in week.slots:
        key = (slot.pattern, slot.start, slot.minutes, needs[slot.service_id].school_id)
        held[slot.provider_id][key].append(slot)
    for n, provider_id in enumerate(sorted(held)):
        meetings: list[tuple[Slot, str, Look]] = []
        sessions = []
        for slots in held[provider_id].values():
            first = slots[0]
            who = sorted(names.student(needs[slot.service_id].student_id) for slot in slots)
            look: Look = "some" if first.pattern.every > 1 else "kept" if all(s in homes for s in slots) else "new"
            meetings.append((first, who[0] if len(who) == 1 else f"{len(who)} children", look))
            need = needs[first.service_id]
            sessions.append(
                Session(
                    day=day_of(first.pattern),
                    time=time_of(first),
                    service=words.service(need.service_type),
                    school=names.school(need.school_id),
                    who=", ".join(who),
                )
            )
        name = names.provider(provider_id)
        picture = week_svg(f"{name}, the regular week", meetings, caseload.therapists[provider_id].at_work(), f"p{n}",
                           in_words(meetings))  # fmt: skip
        yield ProviderWeek(key=f"p{n}", name=name, picture=picture, sessions=tuple(sessions))


def _children(week: Week, caseload: Caseload, names: Names) -> Iterator[ChildLine]:
    needs, words = caseload.need(), words_of("en")
    ordered = sorted(week.slots, key=lambda slot: (needs[slot.service_id].student_id, slot.service_id, slot.pattern))
    for slot in ordered:
        need = needs[slot.service_id]
        lost = lost_days(caseload, need, slot)
        yield ChildLine(
            student=names.student(need.student_id),
            service=words.service(need.service_type),
            when=f"{day_of(slot.pattern)}, {time_of(slot)}",
            provider=names.provider(slot.provider_id),
            lost="none: the cycle goes on after days without school" if lost is None else f"{lost[1]} of {lost[0]}",
            kindest="" if lost is None else best_days(caseload.closed[need.service_id]),
        )
