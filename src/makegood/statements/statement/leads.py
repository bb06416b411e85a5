"""What a statement begins with: given, owed, waiting for the team, not on record, made up, next make-up."""

from collections.abc import Iterable, Iterator
from typing import Literal

from makegood.ledger import Miss, ServiceAccount
from makegood.ledger.result import MADE_UP_RULE
from makegood.statements.statement.case import Case
from makegood.statements.statement.given import given_lines
from makegood.statements.statement.next_make_up import next_make_up
from makegood.statements.statement.statement import LEADS, Lead, LeadName, ServiceStatement
from makegood.statements.statement.sums import OWED
from makegood.statements.window.held import Held
from makegood.terms.reasons import UNRECORDED

Deadline = Literal["by", "late", "within", "undated"]
LeadLine = tuple[LeadName, str]
"""A line, and under which heading it is told."""


def lines_of(case: Case, account: ServiceAccount) -> Iterator[LeadLine]:
    """Yield what is told of one service, in the order of the leads."""
    misses = [miss for miss in case.window.misses if miss.service_id == account.service_id and miss.minutes]
    for line in given_lines(case, account, misses):
        yield "given", line
    for line in _owed(case, account, misses):
        yield "owed", line
    yield from _waiting(case, misses)
    yield from _made_up(case, account, misses)
    for line in next_make_up(case, account.service_id):
        yield "next_make_up", line


def leads_of(case: Case, services: Iterable[tuple[ServiceStatement, list[LeadLine]]]) -> tuple[Lead, ...]:
    """Return the leads of a statement, what is empty left out.

    What waits for the team comes first while nothing is still to be made up.
    """
    told = list(services)
    phrases = case.words.leads
    found: dict[LeadName, list[str]] = {name: [] for name in LEADS}
    for service, lines in told:
        for name in LEADS:
            texts = [text for lead, text in lines if lead == name]
            if len(told) == 1:
                found[name] += texts
            elif texts:
                # Of several services, each has one line. What was given begins with the service's name itself.
                line = " ".join(texts)
                found[name].append(
                    line if name == "given" else phrases.of_service.format(service=service.service, line=line)
                )
    names = list(LEADS)
    if found["team"] and not any(account.open + account.overdue for account in case.window.services):
        names.remove("team")
        names.insert(0, "team")
    return tuple(
        Lead(name=name, heading=phrases.headings[name], lines=tuple(found[name])) for name in names if found[name]
    )


def _owed(case: Case, account: ServiceAccount, misses: list[Miss]) -> Iterator[str]:
    """Yield what a rule or decision says is owed, and by when; what was made up before any decision is told apart."""
    words, phrases = case.words, case.words.leads
    undecided = sum(miss.minutes for miss in misses if miss.rule == MADE_UP_RULE)
    owed = account.owed - undecided
    if owed:
        parts = {name: getattr(account, name) for name in OWED} | {"made_up": account.made_up - undecided}
        settled = [words.summary.settlements[name].of(parts[name]) for name in OWED if parts[name]]
        yield phrases.owed.of(owed, owed=words.minutes(owed), settlements=words.listed(settled))
    by_day: dict[tuple[Deadline, str], int] = {}
    for miss in sorted(misses, key=lambda miss: (miss.due_by is None, miss.due_by, miss.missed_on)):
        if miss.open:
            key = _deadline(case, miss)
            by_day[key] = by_day.get(key, 0) + miss.open
    if by_day:
        parts_by = [phrases.deadlines[kind].format(n=words.minutes(n), day=day) for (kind, day), n in by_day.items()]
        yield phrases.still_open.format(parts=words.listed(parts_by))
    if account.not_owed:
        yield phrases.not_owed.of(account.not_owed, minutes=words.minutes(account.not_owed))


def _deadline(case: Case, miss: Miss) -> tuple[Deadline, str]:
    """Return what kind of deadline a miss has, and the day or time in words."""
    words = case.words
    if miss.due_by is not None:
        return "late" if miss.status == "overdue" else "by", words.short_day(miss.due_by)
    return ("undated", "") if miss.unreached is None else ("within", words.undated(miss.unreached))


def _waiting(case: Case, misses: list[Miss]) -> Iterator[LeadLine]:
    """Yield what waits for the team, what nobody knows the rule for, and what is on no record."""
    phrases = case.words.leads
    on_record = [miss for miss in misses if miss.reason != UNRECORDED]
    for disposition, phrase in (("team_decides", phrases.team), ("unknown", phrases.not_known)):
        own = [miss for miss in on_record if miss.disposition == disposition]
        if own:
            yield "team", phrase.format(**_with_days(case, own))
    silent = [miss for miss in misses if miss.reason == UNRECORDED]
    if silent:
        minutes = sum(miss.minutes for miss in silent)
        yield "not_on_record", phrases.not_on_record.of(minutes, **_with_days(case, silent))


def _with_days(case: Case, misses: list[Miss]) -> dict[str, str]:
    minutes = sum(miss.minutes for miss in misses)
    return {"minutes": case.words.minutes(minutes), "days": case.whens(misses)}


def _made_up(case: Case, account: ServiceAccount, misses: list[Miss]) -> Iterator[LeadLine]:
    words, phrases = case.words, case.words.leads
    if account.made_up:
        days = sorted({payment.held_on for miss in misses for payment in case.paid(miss.place)})
        undecided = sum(miss.made_up for miss in misses if miss.rule == MADE_UP_RULE)
        whole = undecided == account.made_up
        phrase = phrases.all_undecided if whole else phrases.made_up
        line = phrase.of(account.made_up, minutes=words.minutes(account.made_up), days=case.days(days))
        if undecided and not whole:
            line += " " + phrases.undecided.of(undecided, minutes=words.minutes(undecided))
        yield "made_up", line
    for held in case.window.held:
        if held.service_id == account.service_id and held.used("waiting"):
            yield "made_up", _waits(case, held)


def _waits(case: Case, held: Held) -> str:
    words, sessions = case.words, case.records.sessions
    named = case.log.corrections.stands_for(sessions.makeup_for[held.place] or held.session_id)
    return words.leads.waiting.format(
        day=words.dated(held.date),
        minutes=words.minutes(held.used("waiting")),
        missed=words.dated(sessions.date[named]),
        this=case.this(sessions.service_id[named]),
    )
