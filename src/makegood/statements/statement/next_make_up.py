"""The next make-up session that is agreed or written into the log ahead of time."""

import datetime as dt
from collections.abc import Iterator

from makegood.statements.statement.case import Case


def next_make_up(case: Case, service_id: str) -> Iterator[str]:
    """Yield a service's next make-up session after the as-of date, if one is on record."""
    words, phrases = case.words, case.words.leads
    found = sorted([*_agreed(case, service_id), *_in_the_log(case, service_id)])
    if found:
        day, start, minutes = found[0]
        told = words.minutes(minutes)
        if start < 0:
            yield phrases.next_make_up.format(day=words.dated(day), minutes=told)
        else:
            yield phrases.next_make_up_at.format(day=words.dated(day), time=words.clock(start), minutes=told)


def _agreed(case: Case, service_id: str) -> Iterator[tuple[dt.date, int, int]]:
    """Yield day, start (minutes after midnight) and minutes of agreed sessions to which the family did not say no."""
    table, offers = case.records.pinned, case.records.offers
    answers = sorted(
        (day, id_, answer)
        for id_, day, answer in zip(offers.session_id, offers.date, offers.response, strict=True)
        if day <= case.ledger.as_of
    )
    last_answer = {id_: answer for _, id_, answer in answers}
    for place, day in enumerate(table.date):
        if (
            table.student_id[place] == case.student_id
            and table.service_id[place] == service_id
            and day > case.ledger.as_of
            and last_answer.get(table.session_id[place] or "") != "declined"
        ):
            yield day, table.start[place], table.minutes[place]


def _in_the_log(case: Case, service_id: str) -> Iterator[tuple[dt.date, int, int]]:
    """Yield the same of make-up rows dated after the as-of date; -1 where no start is on record."""
    sessions, log = case.records.sessions, case.log
    for place, day in enumerate(sessions.date):
        if (
            day > case.ledger.as_of
            and sessions.service_id[place] == service_id
            and log.kinds[place] == "make_up"
            and log.corrections.counts[place]
        ):
            start = sessions.start_time[place]
            minutes = sessions.minutes_delivered[place] or log.lengths.planned(place).minutes
            yield day, -1 if start is None else start, minutes
