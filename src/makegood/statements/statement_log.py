"""What else the log tells: make-ups and what they settled, awards, sessions outside, corrections."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from makegood.log import corrections_of
from makegood.statements.sentences import Words
from makegood.statements.statement_telling import Telling
from makegood.terms.reasons import REASONS

COMPARED: Final = (
    "date",
    "minutes_delivered",
    "minutes_planned",
    "reason",
    "kind",
    "makeup_for",
    "group_size",
    "setting",
    "as_written",
)
"""The columns whose change a correction is shown with."""


def make_up_lines(telling: Telling) -> Iterator[str]:
    """Yield each make-up of the window, and which misses it settled."""
    words, say = telling.words, telling.words.say
    for held in telling.window.held:
        if held.kind != "make_up":
            continue
        head = f"{words.dated(held.date)}, {telling.service(held.service_id)}: {words.minutes(held.minutes)}"
        parts = [
            say(
                "settles",
                minutes=words.minutes(p.minutes),
                day=words.short_day(telling.ledger.misses[p.miss].missed_on),
            )
            for p in held.payments
        ]
        if not parts:
            parts = [say("settles_nothing", minutes=words.minutes(held.extra))]
        elif held.extra:
            parts.append(say("and_extra", minutes=words.minutes(held.extra)))
        yield f"{head}: {words.listed(parts)}. ({say('row_n', id=held.session_id)})"


def award_lines(telling: Telling) -> Iterator[str]:
    """Yield each compensatory award: minutes = delivered + remaining. Awards are shown whole, in every window."""
    words, say, table = telling.words, telling.words.say, telling.records.awards
    for award in telling.ledger.awards:
        if award.student_id != telling.student_id:
            continue
        place = table.index()[award.award_id]
        line = say(
            "award_line",
            service=words.service(award.service_type),
            total=words.minutes(award.minutes),
            delivered=words.number(award.delivered),
            remaining=words.number(award.remaining),
        )
        end, basis = table.end[place], table.basis[place]
        first = words.short_day(table.start[place])
        dates = say("award_until", first=first, last=words.short_day(end)) if end else say("award_dates", first=first)
        line += f", {dates}."
        if basis:
            line += f" {say('award_basis', basis=basis)}."
        yield f"{line} ({say('award')} {award.award_id})"


def outside_lines(telling: Telling) -> Iterator[str]:
    """Yield each regular session in no period of its service."""
    words = telling.words
    for held in telling.window.held:
        if held.kind == "regular" and held.period is None:
            yield words.say(
                "outside_line",
                day=words.dated(held.date),
                service=telling.service(held.service_id),
                minutes=words.minutes(held.minutes),
                id=held.session_id,
            )


def correction_lines(telling: Telling) -> Iterator[str]:
    """Yield each correction: which row took the place of which, and what changed."""
    corrections = corrections_of(telling.records.sessions)
    for held in telling.window.held:
        chain = [*reversed(corrections.history(held.session_id)), held.session_id]
        for old, new in pairwise(chain):
            yield correction(telling, corrections.place[old], corrections.place[new])


def correction(telling: Telling, old: int, new: int) -> str:
    """Return what a row changed of the row whose place it took."""
    words, say, sessions = telling.words, telling.words.say, telling.records.sessions
    line = say(
        "correction_line",
        day=words.dated(sessions.date[new]),
        service=telling.service(sessions.service_id[new]),
        new=sessions.session_id[new],
        old=sessions.session_id[old],
    )
    changed = [
        say("changed", what=say(f"f_{name}"), old=in_words(words, before), new=in_words(words, after))
        for name in COMPARED
        if (before := sessions.values(name)[old]) != (after := sessions.values(name)[new])
    ]
    text = "; ".join(changed)
    line += f" {text[:1].upper()}{text[1:]}." if changed else " " + say("changed_nothing")
    who, when = sessions.recorded_by[new], sessions.recorded_at[new]
    if who or when:
        key = "recorded" if who and when else "recorded_who" if who else "recorded_when"
        line += " " + say(key, who=who, when=when)
    return line


def in_words(words: Words, value: Any) -> str:
    """Return a cell of the log as a reader says it."""
    if value is None:
        return words.say("blank")
    if isinstance(value, bool):
        return words.say("yes" if value else "no")
    if isinstance(value, dt.date):
        return words.short_day(value)
    return words.reason(value) if value in REASONS else str(value)
