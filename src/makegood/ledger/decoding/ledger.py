"""The account that the fold wrote, with words, dates and ids."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import sub
from typing import Any

from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import Account, Count, Grid, Out
from makegood.ledger.columns import Payment as Paid
from makegood.ledger.columns import Use as Used
from makegood.ledger.decoding.grid import lists
from makegood.ledger.decoding.misses import misses_of, order_of_misses
from makegood.ledger.decoding.periods import period_table, periods_of
from makegood.ledger.later import Later
from makegood.ledger.result import USES, AwardAccount, Ledger, Payment, ServiceAccount, Use
from makegood.ledger.run import listed
from makegood.records.rows import rows_from
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import REASONS


def decode(coded: CodedBook, out: Out, as_of: dt.date, promises: Callable[[], Out]) -> Ledger:
    """Return the account that the fold wrote; its longer lists are made when they are asked for.

    Args:
        coded: The book.
        out: What the fold wrote.
        as_of: The as-of date.
        promises: Runs the fold over the same book without its log, up to the end of all periods.
    """
    order = Later(lambda: order_of_misses(out))
    to_come = cache(promises)
    return Ledger(
        as_of=as_of,
        log=coded.roster.log,
        services=list(_services(coded, out)),
        misses=Later(lambda: misses_of(coded, out, as_of, order.rows)),
        awards=list(_awards(coded, out)),
        periods=Later(lambda: periods_of(coded, out)),
        every_period=Later(lambda: periods_of(coded, to_come())),
        periods_summed=cache(lambda: period_table(coded, out)),
        every_summed=cache(lambda: period_table(coded, to_come())),
        payments=Later(lambda: _payments(coded, out, order.rows)),
        uses=Later(lambda: _uses(coded, out)),
        findings=coded.findings + list(_outside(coded, out)),
    )


def _services(coded: CodedBook, out: Out) -> Iterator[ServiceAccount]:
    roster, table, accounts = coded.roster, coded.roster.records.services, lists(out.accounts, Account)
    del accounts["in_no_period"]
    by_reason: list[dict[str, int]] = [{} for _ in roster.services]
    missed: Any = out.missed_by_reason
    for reason, column in zip(REASONS, missed.columns if isinstance(missed, Grid) else missed, strict=True):
        # The compiled fold's grids can be longer than what there is.
        for own, minutes in zip(by_reason, listed(column), strict=False):
            if minutes:
                own[reason] = minutes
    places = [facts.place for facts in roster.services]
    cells: dict[str, Iterable[Any]] = {
        **{name: column[: len(places)] for name, column in accounts.items()},
        "service_id": map(table.service_id.__getitem__, places),
        "student_id": map(table.student_id.__getitem__, places),
        "service_type": map(table.service_type.__getitem__, places),
        "policy_id": (roster.policies[policy].policy_id for policy in roster.policy),
        "not_in_session": map(sub, accounts["promised"], accounts["due"][: len(places)]),
        "missed_by_reason": by_reason,
    }
    return rows_from(ServiceAccount, cells)


def _awards(coded: CodedBook, out: Out) -> Iterator[AwardAccount]:
    table = coded.roster.records.awards
    for at, place in enumerate(coded.sparse.awards):
        delivered = int(out.award_delivered[at])
        yield AwardAccount(
            award_id=table.award_id[place],
            student_id=table.student_id[place],
            service_type=table.service_type[place],
            minutes=table.minutes[place],
            delivered=delivered,
            remaining=table.minutes[place] - delivered,
        )


def _payments(coded: CodedBook, out: Out, order: list[int]) -> Iterator[Payment]:
    columns, sessions = lists(out.payments, Paid, out.counts[Count.payments]), coded.roster.records.sessions
    place_of = {at: place for place, at in enumerate(order)} if columns["miss"] else {}
    for row, miss, minutes in zip(columns["row"], columns["miss"], columns["minutes"], strict=True):
        source = coded.log.source(row)
        yield Payment(
            session_id=sessions.session_id[source],
            held_on=sessions.date[source],
            miss=place_of[miss],
            minutes=minutes,
        )


def _uses(coded: CodedBook, out: Out) -> Iterator[Use]:
    columns, sessions = lists(out.uses, Used, out.counts[Count.uses]), coded.roster.records.sessions
    # An empty slot has no minutes that went anywhere.
    source = [coded.log.rows[row] for row in columns["row"]]
    cells: dict[str, Iterable[Any]] = {
        "session_id": map(sessions.session_id.__getitem__, source),
        "service_id": map(sessions.service_id.__getitem__, source),
        "held_on": map(sessions.date.__getitem__, source),
        "use": map(USES.__getitem__, columns["use"]),
        "minutes": columns["minutes"],
    }
    return rows_from(Use, cells)


def _outside(coded: CodedBook, out: Out) -> Iterator[Finding]:
    """Tell of services with sessions in none of their periods (ledger.md, 3)."""
    table = coded.roster.records.services
    counts = lists(out.accounts, Account)["in_no_period"]
    for facts, count in zip(coded.roster.services, counts, strict=False):
        if count:
            yield Finding(
                "warning",
                "session_in_no_period",
                f"{count} session(s) of service {shown(table.service_id[facts.place])} lie in none of its periods; "
                "what was delivered in them counts as extra.",
                Origin("sessions", None, "date"),
                expected="a date inside the service's start and end and the calendar's terms",
            )
