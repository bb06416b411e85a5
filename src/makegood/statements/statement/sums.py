"""The sums that the figures of a statement make (ledger.md, 6)."""

from makegood.ledger import ServiceAccount
from makegood.statements.statement.case import Case
from makegood.statements.statement.statement import Figure, Sum

PROMISED = ("not_in_session", "delivered", "delivered_differently", "still_due", "missed", "unrecorded")


JUDGED = ("owed", "not_owed", "team_decides", "unknown")


OWED = ("made_up", "released", "open", "overdue")


HELD = ("delivered", "delivered_differently", "made_up", "compensatory", "extra")


def sums_of(case: Case, account: ServiceAccount) -> tuple[Sum, ...]:
    """Return the sums that one service's figures make (ledger.md, 6)."""
    say = case.words.say

    def parts(names: tuple[str, ...]) -> tuple[Figure, ...]:
        return tuple(figure(case, account, name) for name in names)

    missed = account.missed + account.unrecorded
    whole = Figure(name="missed_and_unrecorded", label=say("missed_and_unrecorded"), minutes=missed)
    return (
        Sum(title=say("account_of"), whole=figure(case, account, "promised"), parts=parts(PROMISED)),
        Sum(title=say("judged_of"), whole=whole, parts=parts(JUDGED)),
        Sum(title=say("owed_of"), whole=figure(case, account, "owed"), parts=parts(OWED)),
    )


def held_sums(case: Case) -> tuple[Sum, ...]:
    """Return the third sum of ledger.md, 6 for each service type; the whole is counted from the log."""
    words, say = case.words, case.words.say
    sums = []
    for type_, minutes in case.window.held_minutes.items():
        own = [service for service in case.window.services if service.service_type == type_]
        figures = {name: sum(getattr(service, name) for service in own) for name in HELD}
        sums.append(
            Sum(
                title=say("held_of", service=words.service(type_)),
                whole=Figure(name="held", label=say("held"), minutes=minutes),
                parts=tuple(Figure(name=name, label=say(name), minutes=n) for name, n in figures.items()),
            )
        )
    return tuple(sums)


def figure(case: Case, account: ServiceAccount, name: str) -> Figure:
    """Return one account of a service with its label."""
    return Figure(name=name, label=case.words.say(name), minutes=getattr(account, name))
