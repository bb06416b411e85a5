"""The sums that the figures of a statement make (ledger.md, 6)."""

from typing import Final, Literal

from makegood.ledger import ServiceAccount
from makegood.ledger.result import MADE_UP_RULE
from makegood.log import alike
from makegood.statements.statement.case import Case
from makegood.statements.statement.statement import Figure, Sum
from makegood.statements.wording.accounts import AccountName
from makegood.statements.wording.words import capital
from makegood.terms.accounts import DISPOSITIONS

Settlement = Literal["made_up", "released", "open", "overdue"]
PROMISED: Final[tuple[AccountName, ...]] = (
    "not_in_session",
    "delivered",
    "delivered_differently",
    "still_due",
    "missed",
    "unrecorded",
)
OWED: Final[tuple[Settlement, ...]] = ("made_up", "released", "open", "overdue")
HELD: Final[tuple[AccountName, ...]] = ("delivered", "delivered_differently", "made_up", "compensatory", "extra")


def sums_of(case: Case, account: ServiceAccount) -> tuple[Sum, ...]:
    """Return the sums that one service's figures make (ledger.md, 6)."""
    words, phrases = case.words, case.words.accounts

    def parts(names: tuple[AccountName, ...]) -> tuple[Figure, ...]:
        return tuple(figure(case, account, name) for name in names)

    missed = account.missed + account.unrecorded
    whole = Figure(name="missed_and_unrecorded", label=words.account("missed_and_unrecorded"), minutes=missed)
    return (
        Sum(title=phrases.promised_sum, whole=figure(case, account, "promised"), parts=parts(PROMISED)),
        Sum(title=phrases.judged_sum, whole=whole, parts=parts(DISPOSITIONS)),
        Sum(title=phrases.owed_sum, whole=figure(case, account, "owed"), parts=parts(OWED)),
    )


def held_sums(case: Case) -> tuple[Sum, ...]:
    """Return the third sum of ledger.md, 6 for each service type; the whole is counted from the log."""
    words = case.words
    sums = []
    for type_, minutes in case.window.held_minutes.items():
        own = [service for service in case.window.services if alike(service.service_type) == type_]
        figures = {name: sum(getattr(service, name) for service in own) for name in HELD}
        ids = {service.service_id for service in own}
        waiting = sum(held.used("waiting") for held in case.window.held if held.service_id in ids)
        # The ledger's extra minutes are all that fill nothing; those that wait may still fill something.
        figures["extra"] -= waiting
        if waiting:
            figures["waiting"] = waiting
        sums.append(
            Sum(
                title=words.accounts.held_sum.format(service=words.service(type_)),
                whole=Figure(name="held", label=words.account("held"), minutes=minutes),
                parts=tuple(Figure(name=name, label=words.account(name), minutes=n) for name, n in figures.items()),
            )
        )
    return tuple(sums)


def figure(case: Case, account: ServiceAccount, name: AccountName) -> Figure:
    """Return one account of a service with its label."""
    label = case.words.account(name, case.per(account.service_id))
    if name == "owed" and any(
        miss.service_id == account.service_id and miss.rule == MADE_UP_RULE for miss in case.window.misses
    ):
        label = capital(case.words.accounts.owed_or_made_up)
    return Figure(name=name, label=label, minutes=getattr(account, name))
