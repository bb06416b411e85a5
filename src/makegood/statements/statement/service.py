"""One service of a statement: its sentence, its account, its misses."""

from collections.abc import Iterator

from makegood.ledger import PeriodAccount, ServiceAccount
from makegood.statements.picture.picture import Picture
from makegood.statements.statement.case import Case
from makegood.statements.statement.misses import cured_lines, is_unrecorded, miss_line
from makegood.statements.statement.rules import RuleBook
from makegood.statements.statement.statement import ServiceStatement
from makegood.statements.statement.sums import figure, sums_of
from makegood.statements.statement.unrecorded import unrecorded_lines

_WENT = ("delivered", "delivered_differently", "missed", "unrecorded", "not_in_session", "still_due")


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
    words, say, window = case.words, case.words.say, case.window
    until = min(window.last or case.ledger.as_of, case.ledger.as_of)
    when = say("up_to", day=words.day(case.ledger.as_of))
    if window.first or window.last:
        first = words.day(window.first) if window.first else say("the_start")
        when = say("from_to", first=first, last=words.day(until))
    if account.promised:
        names = [name for name in _WENT if getattr(account, name) or name == "delivered"]
        parts = words.listed(say(f"went_{name}", n=words.number(getattr(account, name))) for name in names)
        went = say("went", when=when, promised=words.minutes(account.promised), parts=parts)
    else:
        went = say("nothing_promised", when=when)
    follows = list(_follows(case, account))
    last = say("follows", parts="; ".join(follows)) if follows else ""
    if account.promised and not account.missed + account.unrecorded:
        last = say("none_missed")
    head = say("service_promise", service=words.service(account.service_type), promise=promise)
    return (head, went, last) if last else (head, went)


def _follows(case: Case, account: ServiceAccount) -> Iterator[str]:
    words, say = case.words, case.words.say
    if account.owed:
        settled = [
            say(f"settled_{name}", n=words.number(minutes))
            for name in ("made_up", "released")
            if (minutes := getattr(account, name))
        ]
        left = account.open + account.overdue
        key = "owed_none_settled" if not settled else "owed_settled" if left else "owed_all_settled"
        said = say(key, n=words.number(account.owed), settled=words.listed(settled), left=words.number(left))
        if account.overdue:
            said += f" ({say('past_due', n=words.number(account.overdue))})"
        yield said
    for name in ("not_owed", "team_decides", "unknown"):
        if minutes := getattr(account, name):
            yield say(f"says_{name}", n=words.number(minutes))


def _about(case: Case, row: int, account: ServiceAccount) -> Iterator[str]:
    words, say, services = case.words, case.words.say, case.records.services
    mandate, source, start, end = (
        services.mandate[row], services.source[row], services.start[row], services.end[row],
    )  # fmt: skip
    if mandate:
        yield say("iep_words", words=mandate)
    if source:
        yield say("iep_source", source=source)
    first = words.day(start) if start else say("year_start")
    yield say("service_dates", first=first, last=words.day(end) if end else say("year_end"))
    for period in case.window.periods:
        if period.service_id == account.service_id and period.last > case.ledger.as_of and period.due:
            yield pace(case, period)


def pace(case: Case, period: PeriodAccount) -> str:
    """Return how a running period stands beside an even pace (ledger.md, 3)."""
    words = case.words
    even = (2 * period.due * period.elapsed + period.days) // (2 * period.days) if period.days else 0
    return words.say(
        "pace",
        first=words.short_day(period.first),
        last=words.short_day(period.last),
        held=words.number(period.delivered + period.delivered_differently),
        due=words.minutes(period.due),
        pace=words.number(even),
        day=words.short_day(case.ledger.as_of),
    )
