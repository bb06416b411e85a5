"""What was promised and given of one service: minutes, sessions, percent, and what the figures rest on."""

from collections.abc import Iterator
from typing import Final, Literal

from makegood.ledger import Miss, ServiceAccount
from makegood.statements.statement.case import Case
from makegood.statements.statement.share import share_line, share_of
from makegood.statements.statement.supposed import supposed_lines
from makegood.terms.reasons import PARTY_OF, UNRECORDED

Part = Literal["delivered", "delivered_differently", "missed", "unrecorded", "not_in_session"]
PARTS: Final[tuple[Part, ...]] = ("delivered", "delivered_differently", "missed", "unrecorded", "not_in_session")
"""Where promised minutes went, in the order in which a sentence lists it; what can still be given comes last."""


def given_lines(case: Case, account: ServiceAccount, misses: list[Miss]) -> Iterator[str]:
    """Yield a service in few plain sentences, with figures that sum visibly.

    Args:
        case: The child's case.
        account: The service's account.
        misses: Its misses with minutes.
    """
    words, phrases = case.words, case.words.summary
    promise = words.promise(case.records.services, case.place(account.service_id))
    head = phrases.service.format(service=case.named(account.service_id), promise=promise)
    if not account.promised:
        yield f"{head} {phrases.nothing_promised.format(when=_when(case))}"
        return
    parts = words.listed(_parts(case, account))
    promised = words.minutes(account.promised)
    line = f"{head} {phrases.promised.format(when=_when(case), promised=promised, shares=parts)}"
    yield line if account.missed + account.unrecorded else f"{line} {phrases.none_missed}"
    share = share_of(case, account)
    if share is not None:
        yield share_line(case, share)
    yield from supposed_lines(case, account.service_id)
    yield from _without_school(case, account, misses)
    yield from _assumed(case, misses)
    yield from _pending(case, account)


def _when(case: Case) -> str:
    words, window, as_of = case.words, case.window, case.ledger.as_of
    if not window.first and not window.last:
        return words.summary.up_to.format(day=words.day(as_of))
    first = words.day(window.first) if window.first else words.dates.the_start
    return words.summary.from_to.format(first=first, last=words.day(min(window.last or as_of, as_of)))


def _parts(case: Case, account: ServiceAccount) -> Iterator[str]:
    """Yield where the promised minutes went."""
    words, phrases = case.words, case.words.summary
    for name in PARTS:
        minutes = getattr(account, name)
        if minutes or name == "delivered":
            yield phrases.shares[name].of(minutes)
    if account.still_due:
        per = case.per(account.service_id)
        phrase = phrases.still_due[per] if per else phrases.still_due_in_block
        yield phrase.format(n=words.number(account.still_due))


def _without_school(case: Case, account: ServiceAccount, misses: list[Miss]) -> Iterator[str]:
    """Yield what of the missed minutes is on days without school, where minutes of such days are told apart too."""
    minutes = sum(miss.minutes for miss in misses if miss.reason in PARTY_OF and PARTY_OF[miss.reason] == "calendar")
    if minutes and account.not_in_session:
        yield case.words.leads.missed_without_school.of(minutes)


def _assumed(case: Case, misses: list[Miss]) -> Iterator[str]:
    """Yield what missed minutes rest on besides the log."""
    words, phrases = case.words, case.words.leads
    recorded = [miss for miss in misses if miss.reason != UNRECORDED]
    minutes = {
        phrases.assumed["inferred"]: sum(miss.minutes for miss in recorded if miss.inferred),
        phrases.assumed["usual"]: sum(miss.minutes for miss in recorded if miss.planned_by == "usual"),
        phrases.assumed["absences"]: sum(miss.minutes for miss in recorded if miss.reason_from == "absences"),
    }
    parts = [phrase.of(n) for phrase, n in minutes.items() if n]
    if parts:
        yield phrases.assumed_line.format(parts=words.listed(parts))


def _pending(case: Case, account: ServiceAccount) -> Iterator[str]:
    words = case.words
    pending = [m for m in case.window.misses if m.service_id == account.service_id and m.status == "pending"]
    if pending:
        days = [f"{words.dated(miss.missed_on)} ({case.why(miss.reason, miss.session_id)})" for miss in pending]
        yield words.leads.pending.format(days=words.listed(days), this=case.this(account.service_id))
