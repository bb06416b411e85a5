"""Corrections of the log: which row replaces which, and what changed."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, Literal, cast, get_args

from makegood.statements.statement.case import Case
from makegood.statements.wording.words import Words, capital
from makegood.terms.accounts import SESSION_KINDS, SessionKind
from makegood.terms.reasons import REASONS

ColumnName = Literal[
    "date",
    "minutes_delivered",
    "minutes_planned",
    "reason",
    "kind",
    "makeup_for",
    "group_size",
    "setting",
    "as_written",
]
COMPARED: Final[tuple[ColumnName, ...]] = get_args(ColumnName)
"""The columns whose change a correction is shown with."""


def correction_lines(case: Case) -> Iterator[str]:
    """Yield each correction: which row replaces which, and what changed."""
    corrections = case.log.corrections
    for held in case.window.held:
        chain = [*reversed(corrections.history(held.session_id)), held.session_id]
        for old, new in pairwise(chain):
            yield correction(case, corrections.place[old], corrections.place[new])


def correction(case: Case, old: int, new: int) -> str:
    """Return what a row changed of the row that it replaces."""
    words, log, sessions = case.words, case.words.log, case.records.sessions
    line = log.corrected.format(
        day=words.dated(sessions.date[new]),
        service=case.service(sessions.service_id[new]),
    )
    if case.audience == "school":
        line += " " + log.which_rows.format(new=sessions.session_id[new], old=sessions.session_id[old])
    changed = [
        log.changed.format(column=log.columns[name], old=_in_words(words, before), new=_in_words(words, after))
        for name in COMPARED
        if (before := sessions.values(name)[old]) != (after := sessions.values(name)[new])
    ]
    line += f" {capital('; '.join(changed))}." if changed else f" {log.nothing_changed}"
    who, when = sessions.recorded_by[new], sessions.recorded_at[new]
    if who and when:
        return f"{line} {log.recorded_by_on.format(who=who, when=when)}"
    if who:
        return f"{line} {log.recorded_by.format(who=who)}"
    return f"{line} {log.recorded_on.format(when=when)}" if when else line


def _in_words(words: Words, value: Any) -> str:
    """Return a cell of the log in words."""
    if value is None:
        return words.log.blank
    if isinstance(value, bool):
        return words.log.yes if value else words.log.no
    if isinstance(value, dt.date):
        return words.short_day(value)
    if value in SESSION_KINDS:
        return words.log.kinds[cast("SessionKind", value)]
    return words.reason(value) if value in REASONS else str(value)
