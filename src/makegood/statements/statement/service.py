"""One service of a statement: what is told of it in short, its account, its misses."""

from collections.abc import Iterator

from makegood.calendars import day_number
from makegood.ledger import PeriodAccount, ServiceAccount
from makegood.statements.pace.silent import known_days, school_weeks, silent_weeks
from makegood.statements.picture.picture import Picture
from makegood.statements.statement.case import Case
from makegood.statements.statement.gaps import gap_lines
from makegood.statements.statement.leads import LeadLine
from makegood.statements.statement.misses import is_unrecorded, miss_line
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.share import share_of
from makegood.statements.statement.statement import ServiceStatement
from makegood.statements.statement.sums import figure, sums_of
from makegood.statements.statement.supposed import supposed_lines
from makegood.statements.statement.unrecorded import unrecorded_lines
from makegood.terms.place_words import source_in_words


def service_statement(
    case: Case, rules: RuleBook, account: ServiceAccount, lines: list[LeadLine], picture: Picture | None
) -> ServiceStatement:
    """Return what a statement says of one service.

    Args:
        case: The child's case.
        rules: The rules met so far; those of this service are added.
        account: The service's account in the window.
        lines: What is told of it in short.
        picture: Its weeks, if there are any.
    """
    words, services = case.words, case.records.services
    id_, row = account.service_id, case.place(account.service_id)
    own = [miss for miss in case.window.misses if miss.service_id == id_]
    misses = [miss for miss in own if miss.minutes and not is_unrecorded(miss)]
    parts = tuple(text for _, text in lines)
    return ServiceStatement(
        service_id=id_,
        service_type=account.service_type,
        service=case.named(id_),
        policy_id=account.policy_id,
        promise=words.promise(services, row),
        sentence=" ".join(parts),
        parts=parts,
        share=share_of(case, account),
        supposed=" ".join(supposed_lines(case, id_)),
        about=tuple(_about(case, row, account)),
        sums=sums_of(case, account),
        extra=figure(case, account, "extra"),
        misses=tuple(miss_line(case, rules, miss) for miss in sorted(misses, key=lambda miss: miss.missed_on)),
        unrecorded=tuple(unrecorded_lines(case, rules, own)),
        pending=gap_lines(case, id_, "pending"),
        cured=gap_lines(case, id_, "cured"),
        not_due=gap_lines(case, id_, "not_due"),
        picture=picture,
    )


def promise_lines(case: Case, row: int) -> Iterator[str]:
    """Yield the IEP's own words for a service, where they were found, and the service's dates."""
    words, phrases, services = case.words, case.words.promises, case.records.services
    mandate, source, start, end = (
        services.mandate[row], services.source[row], services.start[row], services.end[row],
    )  # fmt: skip
    if mandate:
        yield phrases.iep_words.format(mandate=mandate)
    if source:
        yield phrases.iep_source.format(source=source_in_words(source, words.lang))
    first = words.day(start) if start else phrases.first_day
    yield phrases.service_dates.format(first=first, last=words.day(end) if end else phrases.last_day)


def _about(case: Case, row: int, account: ServiceAccount) -> Iterator[str]:
    yield from promise_lines(case, row)
    for period in case.window.periods:
        if period.service_id == account.service_id and has_pace(case, period):
            yield pace(case, period)


def has_pace(case: Case, period: PeriodAccount) -> bool:
    """Return whether a period still runs, lacks minutes and is due more than one session: part of one is no pace."""
    services, row = case.records.services, case.place(period.service_id)
    one = services.sessions[row] is not None and period.due <= (services.minutes[row] or 0)
    return period.last > case.ledger.as_of and period.still_due > 0 and not one


def pace(case: Case, period: PeriodAccount) -> str:
    """Return how far a period that has not ended has come, beside a steady pace (ledger.md, 3).

    Weeks with nothing on record count as not given, and are named.
    """
    words = case.words
    steady = (2 * period.due * period.elapsed + period.days) // (2 * period.days) if period.days else 0
    silent = _silent_weeks(case, period)
    beside = " " + words.summary.pace_unrecorded.format(weeks=words.weeks(silent)) if silent else ""
    says = words.summary.pace.format(
        first=words.short_day(period.first),
        last=words.short_day(period.last),
        held=words.number(period.delivered + period.delivered_differently),
        due=words.minutes(period.due),
        pace=words.number(steady),
    )
    return f"{says}{beside}"


def _silent_weeks(case: Case, period: PeriodAccount) -> int:
    place = case.place(period.service_id)
    facts = case.log.services.of(place)
    if facts is None or not (period.unrecorded or period.still_due):
        return 0
    known = known_days(case.log, place, (miss for miss in case.ledger.misses if miss.service_id == period.service_id))
    first, last, today = (day_number(day) for day in (period.first, period.last, case.ledger.as_of))
    return silent_weeks(school_weeks(facts, first, last), known, [(first, last)], today)
