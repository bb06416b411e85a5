"""Which notice on record is taken for which notice that was asked for."""

import datetime as dt
from typing import Final

from makegood.log import Corrections
from makegood.records import Records
from makegood.statements.notices.notice import NoticeDue

KINDS: Final = {
    "each_miss": frozenset({"missed_session", "each_miss", "miss"}),
    "lapse": frozenset({"lapse"}),
    "run_of": frozenset({"run_of", "run"}),
}
"""The words of the table `notices` for each kind of event, beside the rule's own `do`."""
NO_EVENT: Final = "written_notice"
"""The word for a notice that follows no event: a prior written notice."""


def match_sent(
    records: Records, corrections: Corrections, asked: list[NoticeDue], as_of: dt.date
) -> dict[int, tuple[str, dt.date]]:
    """Return the notice (its id and day) for each place in `asked` that has one.

    A notice answers one thing. First those that name a row which the event rests on, then those that
    name none, oldest first, each to the oldest event of its kind and student not answered that began
    on or before the day it was sent.
    """
    table, sessions = records.notices, records.sessions
    rows = sorted((day, table.notice_id[i], i) for i, day in enumerate(table.sent_on) if day <= as_of)
    of_student: dict[str, list[int]] = {}
    for place, due in enumerate(asked):
        of_student.setdefault(due.event.student_id, []).append(place)
    answered: dict[int, tuple[str, dt.date]] = {}
    named = [row for row in rows if table.session_id[row[2]] is not None]
    unnamed = [row for row in rows if table.session_id[row[2]] is None]
    for day, notice_id, i in [*named, *unnamed]:
        about = table.session_id[i]
        row = sessions.session_id[corrections.stands_for(about)] if about is not None else None
        for place in of_student.get(table.student_id[i], ()):
            due = asked[place]
            if (
                place not in answered
                and due.event.began <= day
                and _of_kind(table.kind[i], due)
                and (row is None or row in due.event.session_ids)
            ):
                answered[place] = (notice_id, day)
                break
    return answered


def _of_kind(word: str, due: NoticeDue) -> bool:
    word = word.strip().casefold()
    return word in KINDS[due.event.kind] or word == due.rule.do
