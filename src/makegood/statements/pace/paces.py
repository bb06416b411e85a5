"""Who will not get the promised minutes at this rate, and what would make it up."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from makegood.calendars import date_of, day_number
from makegood.ledger import Ledger, Miss, ServiceAccount
from makegood.ledger.period_table import PeriodTable
from makegood.log import ServiceFacts
from makegood.records import Records
from makegood.statements.pace.pace import Pace
from makegood.statements.pace.silent import SchoolWeeks, known_days, silent_weeks
from makegood.statements.pace.span import PaceSpan, spans_of


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
    weeks = SchoolWeeks()
    paces: list[list[Pace]] = []
    for account in ledger.services:
        place = places[account.service_id]
        facts = log.services.of(place)
        if facts is None or (only is not None and account.student_id not in only):
            continue
        spans = spans_of(records.services, facts, to_come, today)
        if not spans:
            continue
        # The rate is this school year's; a service that counts by the IEP has its own.
        rate = next((span for span in spans if span.horizon == "year"), spans[-1])
        silent = 0
        if account.service_id in lacking:
            known = known_days(log, place, misses.get(account.service_id, []))
            own_weeks = weeks.of(facts, rate.first, rate.last)
            silent = silent_weeks(own_weeks, known, lacking[account.service_id], today)
        given = _Given(so_far, rate, made_up.get(account.service_id, []), log.longest[place], silent)
        paces.append(list(_paces(account, facts, spans, given, today)))
    paces.sort(key=_worst_first)
    return [pace for own in paces for pace in own]


class _Given(NamedTuple):
    """What was given of one service up to the as-of date.

    Attributes:
        periods: The periods of all services that have begun.
        rate: The span that its rate rests on.
        made_up: Days of its misses, and minutes of them that make-ups settled.
        longest: Its longest regular session on record; 0 if there is none.
        silent: In how many weeks of the rate's span nothing of it is on record.
    """

    periods: PeriodTable
    rate: PaceSpan
    made_up: list[tuple[int, int]]
    longest: int
    silent: int


def _worst_first(own: list[Pace]) -> tuple[int, str]:
    """Return what sorts a service's paces among those of others: the minutes of which it will fall short, its id."""
    return -max((pace.short for pace in own if pace.behind), default=0), own[0].service_id


def _paces(
    account: ServiceAccount, facts: ServiceFacts, spans: list[PaceSpan], given: _Given, today: int
) -> Iterator[Pace]:
    rate, held_so_far = given.rate, _held(account, given.rate, given.periods)
    days_so_far = facts.calendar.count(facts.school_days, rate.first, min(rate.last, today))
    for span in spans:
        yield Pace(
            service_id=account.service_id,
            student_id=account.student_id,
            service_type=account.service_type,
            horizon=span.horizon,
            first=date_of(span.first),
            last=date_of(span.last),
            due=span.due,
            held=held_so_far if span is rate else _held(account, span, given.periods),
            made_up=sum(minutes for day, minutes in given.made_up if span.first <= day <= span.last),
            days_so_far=days_so_far,
            held_so_far=held_so_far,
            days_left=facts.calendar.count(facts.school_days, max(span.first, today + 1), span.last),
            weeks_unrecorded=given.silent,
            session=given.longest or span.session,
        )


def _held(account: ServiceAccount, span: PaceSpan, so_far: PeriodTable) -> int:
    """Return regular minutes held in the periods of a span."""
    if span.edges is None:
        return 0
    return so_far.held_in(so_far.beginning(account.service_id, *span.edges))


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
