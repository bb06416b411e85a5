"""One service of a statement: its sentence, its account, its misses."""

from collections.abc import Iterator
from typing import Final, Literal

from makegood.ledger import PeriodAccount, ServiceAccount
from makegood.statements.picture.picture import Picture
from makegood.statements.statement.case import Case
from makegood.statements.statement.misses import cured_lines, is_unrecorded, miss_line
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.statement import ServiceStatement
from makegood.statements.statement.sums import OWED, figure, sums_of
from makegood.statements.statement.unrecorded import unrecorded_lines
from makegood.terms.accounts import DISPOSITIONS

Share = Literal["delivered", "delivered_differently", "missed", "unrecorded", "not_in_session"]
SHARES: Final[tuple[Share, ...]] = ("delivered", "delivered_differently", "missed", "unrecorded", "not_in_session")
"""Where promised minutes went, in the order in which a sentence lists it; what can still be given comes last."""


def service_statement(
    case: Case, rules: RuleBook, account: ServiceAccount, picture: Picture | None
) -> ServiceStatement:
    """Return what a statement says of one service."""
    words, services = case.words, case.records.services
    row = case.place(account.service_id)
    promise = words.promise(services, row)
    parts = sentences(case, account, promise)
    own = [miss for miss in case.window.misses if miss.service_id == account.service_id]
    misses = [miss for miss in own if miss.minutes and not is_unrecorded(miss)]
    return ServiceStatement(
        service_id=account.service_id,
        service_type=account.service_type,
        service=words.service(account.service_type),
        policy_id=account.policy_id,
        promise=promise,
        sentence=" ".join(parts),
        parts=parts,
        about=tuple(_about(case, row, account)),
        sums=sums_of(case, account),
        extra=figure(case, account, "extra"),
        misses=tuple(miss_line(case, rules, miss) for miss in sorted(misses, key=lambda miss: miss.missed_on)),
        unrecorded=tuple(unrecorded_lines(case, rules, own)),
        cured=tuple(cured_lines(case, own)),
        picture=picture,
    )


def sentences(case: Case, account: ServiceAccount, promise: str) -> tuple[str, ...]:
    """Return a service in few plain sentences, with figures that sum visibly."""
    words, phrases = case.words, case.words.summary
    head = phrases.service.format(service=words.service(account.service_type), promise=promise)
    when = _when(case)
    if not account.promised:
        went = phrases.nothing_promised.format(when=when)
    else:
        shares = words.listed(_shares(case, account))
        went = phrases.promised.format(when=when, promised=words.minutes(account.promised), shares=shares)
    judgements = list(_judgements(case, account))
    if account.promised and not account.missed + account.unrecorded:
        return (head, went, phrases.none_missed)
    return (head, went, phrases.follows.format(judgements="; ".join(judgements))) if judgements else (head, went)


def _when(case: Case) -> str:
    words, window, as_of = case.words, case.window, case.ledger.as_of
    if not window.first and not window.last:
        return words.summary.up_to.format(day=words.day(as_of))
    first = words.day(window.first) if window.first else words.dates.the_start
    return words.summary.from_to.format(first=first, last=words.day(min(window.last or as_of, as_of)))


def _shares(case: Case, account: ServiceAccount) -> Iterator[str]:
    """Yield where the promised minutes went."""
    words, phrases = case.words, case.words.summary
    for name in SHARES:
        minutes = getattr(account, name)
        if minutes or name == "delivered":
            yield phrases.shares[name].format(n=words.number(minutes))
    if account.still_due:
        per = case.per(account.service_id)
        phrase = phrases.still_due[per] if per else phrases.still_due_in_block
        yield phrase.format(n=words.number(account.still_due))


def _judgements(case: Case, account: ServiceAccount) -> Iterator[str]:
    """Yield what follows from what was missed or is not on record."""
    words, phrases = case.words, case.words.summary
    for name in DISPOSITIONS:
        minutes = getattr(account, name)
        if minutes and name == "owed":
            settlements = [
                phrases.settlements[part].format(n=words.number(n)) for part in OWED if (n := getattr(account, part))
            ]
            yield phrases.judgements["owed"].format(n=words.number(minutes), settlements=words.listed(settlements))
        elif minutes:
            yield phrases.judgements[name].format(n=words.number(minutes))


def promise_lines(case: Case, row: int) -> Iterator[str]:
    """Yield the IEP's own words for a service, where they were found, and the service's dates."""
    words, phrases, services = case.words, case.words.promises, case.records.services
    mandate, source, start, end = (
        services.mandate[row], services.source[row], services.start[row], services.end[row],
    )  # fmt: skip
    if mandate:
        yield phrases.iep_words.format(mandate=mandate)
    if source:
        yield phrases.iep_source.format(source=source)
    first = words.day(start) if start else phrases.first_day
    yield phrases.service_dates.format(first=first, last=words.day(end) if end else phrases.last_day)


def _about(case: Case, row: int, account: ServiceAccount) -> Iterator[str]:
    yield from promise_lines(case, row)
    for period in case.window.periods:
        if period.service_id == account.service_id and period.last > case.ledger.as_of and period.due:
            yield pace(case, period)


def pace(case: Case, period: PeriodAccount) -> str:
    """Return how far a period that has not ended has come, beside a steady pace (ledger.md, 3)."""
    words = case.words
    steady = (2 * period.due * period.elapsed + period.days) // (2 * period.days) if period.days else 0
    return words.summary.pace.format(
        first=words.short_day(period.first),
        last=words.short_day(period.last),
        held=words.number(period.delivered + period.delivered_differently),
        due=words.minutes(period.due),
        pace=words.number(steady),
    )
