"""Who will not get the promised minutes at this rate, and what would make it up."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from makegood.calendars import day_number
from makegood.ledger import Ledger, Miss, ServiceAccount
from makegood.ledger.period_table import PeriodTable
from makegood.records import Records
from makegood.statements.pace.pace import Pace
from makegood.statements.pace.silent import known_days, silent_weeks
from makegood.statements.pace.span import Spans, spans_of


def pace_of(records: Records, ledger: Ledger, only: Collection[str] | None = None) -> list[Pace]:
    """Return the pace of every service that runs on the ledger's as-of date, worst service first.

    A service's spans follow each other, the longest one last. The rest of a span's promise is what the
    ledger itself will count as due in it.

    Args:
        records: The records that the ledger accounts for.
        ledger: Their account.
        only: The students; None for all that the ledger accounts for.
    """
    log, places, today = ledger.log, records.services.index(), day_number(ledger.as_of)
    # Due minutes do not depend on the log, so the promise to come is known.
    to_come, so_far = ledger.every_summed(), ledger.periods_summed()
    lacking = {id_: own for id_ in so_far.of_service if (own := so_far.lacking(id_))}
    made_up, misses = _made_up(ledger), _misses(ledger, lacking)
    alike: dict[int, Spans | None] = {}
    paces: list[list[Pace]] = []
    for account in ledger.services:
        id_, place = account.service_id, places[account.service_id]
        facts = log.services.of(place)
        if facts is None or (only is not None and account.student_id not in only):
            continue
        # Services alike are given the same list of periods, and share their spans.
        periods = log.services.periods(place)
        if id(periods) not in alike:
            alike[id(periods)] = spans_of(facts, records.services.per[place] or "", periods, today)
        spans = alike[id(periods)]
        if spans is None:
            continue
        silent = 0
        if id_ in lacking:
            silent = silent_weeks(spans.weeks, known_days(log, place, misses.get(id_, [])), lacking[id_], today)
        given = _Given(
            to_come=to_come,
            so_far=so_far,
            made_up=made_up.get(id_, []),
            session=log.longest[place] or records.services.minutes[place] or 0,
            silent=silent,
        )
        paces.append(list(_paces(account, spans, given)))
    paces.sort(key=_worst_first)
    return [pace for own in paces for pace in own]


class _Given(NamedTuple):
    """What was given of one service up to the as-of date.

    Attributes:
        to_come: All periods of all services.
        so_far: Those that have begun.
        made_up: Days of its misses, and minutes of them that make-ups settled.
        session: Its longest regular session on record, else the service's own minutes.
        silent: In how many weeks of the rate's span nothing of it is on record.
    """

    to_come: PeriodTable
    so_far: PeriodTable
    made_up: list[tuple[int, int]]
    session: int
    silent: int


def _worst_first(own: list[Pace]) -> tuple[int, str]:
    """Return what sorts a service's paces among those of others: the minutes of which it will fall short, its id."""
    return -max((pace.short for pace in own if pace.behind), default=0), own[0].service_id


def _paces(account: ServiceAccount, spans: Spans, given: _Given) -> Iterator[Pace]:
    id_ = account.service_id
    held_so_far = given.so_far.held_in(id_, spans.rate.inside)
    for span in spans.every:
        begin, finish = span.days
        yield Pace(
            service_id=id_,
            student_id=account.student_id,
            service_type=account.service_type,
            horizon=span.horizon,
            first=span.first,
            last=span.last,
            due=given.to_come.due_in(id_, span.inside),
            held=held_so_far if span is spans.rate else given.so_far.held_in(id_, span.inside),
            made_up=sum(minutes for day, minutes in given.made_up if begin <= day <= finish),
            days_so_far=spans.days_so_far,
            held_so_far=held_so_far,
            days_left=span.days_left,
            weeks_unrecorded=given.silent,
            session=given.session,
        )


def _made_up(ledger: Ledger) -> dict[str, list[tuple[int, int]]]:
    """Return the days of each service's misses, and the minutes of them that make-ups settled."""
    found: dict[str, list[tuple[int, int]]] = {}
    for miss in ledger.misses:
        if miss.made_up:
            found.setdefault(miss.service_id, []).append((day_number(miss.missed_on), miss.made_up))
    return found


def _misses(ledger: Ledger, lacking: Collection[str]) -> dict[str, list[Miss]]:
    """Return the misses of each service of which a period lacks minutes."""
    found: dict[str, list[Miss]] = {}
    for miss in ledger.misses:
        if miss.service_id in lacking:
            found.setdefault(miss.service_id, []).append(miss)
    return found
