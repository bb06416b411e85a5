"""A child's figures in words, by service and in all."""

from typing import Any, Final

from makegood.documents.tables import given
from makegood.ledger import ServiceAccount
from makegood.statements.statement.case import Case

_FIGURES: Final = (
    "promised", "due", "still_due", "missed", "unrecorded", "owed", "not_owed", "team_decides", "unknown", "made_up",
    "released", "open", "overdue", "extra",
)  # fmt: skip


def service_figures(case: Case, account: ServiceAccount) -> dict[str, Any]:
    """Return a service as a template lists it: its name, its promise and its figures in words."""
    words = case.words
    first = min((p.first for p in case.window.periods if p.service_id == account.service_id), default=None)
    return {
        "name": case.named(account.service_id),
        "promise": words.promise(case.records.services, case.place(account.service_id)),
        **{name: words.minutes(getattr(account, name)) for name in _FIGURES},
        "given": given(words, account.delivered, account.delivered_differently),
        "never": not account.delivered and not account.delivered_differently and account.due > 0,
        "since": words.day(first) if first is not None else "",
    }


def totals(case: Case) -> dict[str, Any]:
    """Return the sums of all services in words, and each as a number under its name with `n_` before it."""
    sums = {name: sum(getattr(account, name) for account in case.window.services) for name in _FIGURES}
    sums["given"] = sum(a.delivered + a.delivered_differently for a in case.window.services)
    otherwise = sum(a.delivered_differently for a in case.window.services)
    sums["not_given"] = sums["missed"] + sums["unrecorded"]
    sums["still"] = sums["open"] + sums["overdue"]
    texts = {name: case.words.minutes(n) for name, n in sums.items()}
    texts["given"] = given(case.words, sums["given"] - otherwise, otherwise)
    running = sums["still_due"]
    texts["running"] = f" {case.words.summary.running.of(running)}" if running else ""
    return texts | {f"n_{name}": n for name, n in sums.items()}
