"""One service of a statement: its sentence, its account, its misses."""

import datetime as dt
from collections.abc import Iterator

from makegood.calendars import date_of, day_number
from makegood.ledger import Miss, PeriodAccount, ServiceAccount
from makegood.statements.picture import Picture
from makegood.statements.statement import Figure, ServiceStatement, Sum
from makegood.statements.statement_misses import cured_lines, is_unrecorded, miss_line, what_follows
from makegood.statements.statement_rules import RuleBook
from makegood.statements.statement_telling import Telling
from makegood.statements.window import period_on

PROMISED = ("not_in_session", "delivered", "delivered_differently", "still_due", "missed", "unrecorded")
JUDGED = ("owed", "not_owed", "team_decides", "unknown")
OWED = ("made_up", "released", "open", "overdue")
HELD = ("delivered", "delivered_differently", "made_up", "compensatory", "extra")
_WENT = ("delivered", "delivered_differently", "missed", "unrecorded", "not_in_session", "still_due")


def service_statement(
    telling: Telling, rules: RuleBook, account: ServiceAccount, picture: Picture | None
) -> ServiceStatement:
    """Return what a statement says of one service."""
    words, services = telling.words, telling.records.services
    row = telling.place(account.service_id)
    promise = words.promise(services, row)
    parts = sentences(telling, account, promise)
    own = [miss for miss in telling.window.misses if miss.service_id == account.service_id]
    misses = [miss for miss in own if miss.minutes and not is_unrecorded(miss)]
    return ServiceStatement(
        service_id=account.service_id,
        service_type=account.service_type,
        service=words.service(account.service_type),
        policy_id=account.policy_id,
        promise=promise,
        sentence=" ".join(parts),
        parts=parts,
        about=tuple(_about(telling, row, account)),
        sums=sums_of(telling, account),
        extra=_figure(telling, account, "extra"),
        misses=tuple(miss_line(telling, rules, miss) for miss in sorted(misses, key=lambda miss: miss.missed_on)),
        unrecorded=tuple(_unrecorded(telling, rules, own)),
        cured=tuple(cured_lines(telling, own)),
        picture=picture,
    )


def sentences(telling: Telling, account: ServiceAccount, promise: str) -> tuple[str, ...]:
    """Return a service in few plain sentences, with figures that sum visibly."""
    words, say, window = telling.words, telling.words.say, telling.window
    until = min(window.last or telling.ledger.as_of, telling.ledger.as_of)
    when = say("up_to", day=words.day(telling.ledger.as_of))
    if window.first or window.last:
        first = words.day(window.first) if window.first else say("the_start")
        when = say("from_to", first=first, last=words.day(until))
    if account.promised:
        names = [name for name in _WENT if getattr(account, name) or name == "delivered"]
        parts = words.listed(say(f"went_{name}", n=words.number(getattr(account, name))) for name in names)
        went = say("went", when=when, promised=words.minutes(account.promised), parts=parts)
    else:
        went = say("nothing_promised", when=when)
    follows = list(_follows(telling, account))
    last = say("follows", parts="; ".join(follows)) if follows else ""
    if account.promised and not account.missed + account.unrecorded:
        last = say("none_missed")
    head = say("service_promise", service=words.service(account.service_type), promise=promise)
    return (head, went, last) if last else (head, went)


def _follows(telling: Telling, account: ServiceAccount) -> Iterator[str]:
    words, say = telling.words, telling.words.say
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


def sums_of(telling: Telling, account: ServiceAccount) -> tuple[Sum, ...]:
    """Return the sums that one service's figures make (ledger.md, 6)."""
    say = telling.words.say

    def parts(names: tuple[str, ...]) -> tuple[Figure, ...]:
        return tuple(_figure(telling, account, name) for name in names)

    missed = account.missed + account.unrecorded
    whole = Figure(name="missed_and_unrecorded", label=say("missed_and_unrecorded"), minutes=missed)
    return (
        Sum(title=say("account_of"), whole=_figure(telling, account, "promised"), parts=parts(PROMISED)),
        Sum(title=say("judged_of"), whole=whole, parts=parts(JUDGED)),
        Sum(title=say("owed_of"), whole=_figure(telling, account, "owed"), parts=parts(OWED)),
    )


def held_sums(telling: Telling) -> tuple[Sum, ...]:
    """Return the third sum of ledger.md, 6 for each service type; the whole is counted from the log."""
    words, say = telling.words, telling.words.say
    sums = []
    for type_, minutes in telling.window.held_minutes.items():
        own = [service for service in telling.window.services if service.service_type == type_]
        figures = {name: sum(getattr(service, name) for service in own) for name in HELD}
        sums.append(
            Sum(
                title=say("held_of", service=words.service(type_)),
                whole=Figure(name="held", label=say("held"), minutes=minutes),
                parts=tuple(Figure(name=name, label=say(name), minutes=n) for name, n in figures.items()),
            )
        )
    return tuple(sums)


def _figure(telling: Telling, account: ServiceAccount, name: str) -> Figure:
    return Figure(name=name, label=telling.words.say(name), minutes=getattr(account, name))


def _about(telling: Telling, row: int, account: ServiceAccount) -> Iterator[str]:
    words, say, services = telling.words, telling.words.say, telling.records.services
    mandate, source, start, end = (
        services.mandate[row], services.source[row], services.start[row], services.end[row],
    )  # fmt: skip
    if mandate:
        yield say("iep_words", words=mandate)
    if source:
        yield say("iep_source", source=source)
    first = words.day(start) if start else say("year_start")
    yield say("service_dates", first=first, last=words.day(end) if end else say("year_end"))
    for period in telling.window.periods:
        if period.service_id == account.service_id and period.last > telling.ledger.as_of and period.due:
            yield pace(telling, period)


def pace(telling: Telling, period: PeriodAccount) -> str:
    """Return how a running period stands beside an even pace (ledger.md, 3)."""
    words = telling.words
    even = (2 * period.due * period.elapsed + period.days) // (2 * period.days) if period.days else 0
    return words.say(
        "pace",
        first=words.short_day(period.first),
        last=words.short_day(period.last),
        held=words.number(period.delivered + period.delivered_differently),
        due=words.minutes(period.due),
        pace=words.number(even),
        day=words.short_day(telling.ledger.as_of),
    )


def _unrecorded(telling: Telling, rules: RuleBook, misses: list[Miss]) -> Iterator[str]:
    """Yield what is on no record, period by period, with its empty school days and what follows."""
    words, say = telling.words, telling.words.say
    for miss in misses:
        own = (period for period in telling.window.periods if period.service_id == miss.service_id)
        period = period_on(own, miss.missed_on)
        if period is None or not is_unrecorded(miss):
            continue
        span = say("span", first=words.short_day(period.first), last=words.short_day(period.last))
        line = say("on_no_record", span=span, minutes=words.minutes(miss.minutes))
        empty = _empty_days(telling, period)
        if empty:
            few = len(empty) <= 5  # noqa: PLR2004 - the school days of a week
            days = "; ".join(words.dated(day) for day in empty) if few else ""
            line += " " + say("empty_days" if few else "many_empty_days", days=days, n=len(empty))
        follows = ". ".join(what_follows(telling, miss))
        yield f"{line} {say('what_follows')}: {follows} ({say('rule_n', n=rules.number(miss))})."


def _empty_days(telling: Telling, period: PeriodAccount) -> list[dt.date]:
    calendar, services = telling.calendar, telling.records.services
    if calendar is None:
        return []
    row = telling.place(period.service_id)
    first, last = (
        max(period.first, services.start[row] or period.first),
        min(period.last, services.end[row] or period.last),
    )
    logged = {h.date for h in telling.window.held if h.service_id == period.service_id}
    low, high = day_number(first), day_number(last)
    return [day for n in calendar.school_days if low <= n <= high and (day := date_of(n)) not in logged]
