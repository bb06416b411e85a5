"""From the fold's columns back to words, dates and ids."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from itertools import pairwise
from operator import sub
from typing import Any, Final

from makegood.calendars import date_of
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import (
    CREDITED,
    CURED,
    NONE,
    NOT_DUE,
    PENDING,
    WITHOUT_REASON,
    Account,
    Count,
    Grid,
    Out,
    Period,
    PeriodSums,
    columns_of,
)
from makegood.ledger.columns import PLANNED_BY as PLANNED_MARK
from makegood.ledger.columns import Miss as Gap
from makegood.ledger.columns import Payment as Paid
from makegood.ledger.columns import Use as Used
from makegood.ledger.later import Later
from makegood.ledger.period_table import PeriodTable
from makegood.ledger.result import (
    MADE_UP_RULE,
    USES,
    AwardAccount,
    Ledger,
    Miss,
    Payment,
    PeriodAccount,
    ReasonFrom,
    ServiceAccount,
    Use,
)
from makegood.ledger.run import listed
from makegood.log import EmptySlot
from makegood.policies import Rule
from makegood.records.rows import rows_from
from makegood.terms.accounts import DISPOSITIONS, PLANNED_BY, Disposition, Status
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import REASONS, UNRECORDED


def decode(coded: CodedBook, out: Out, as_of: dt.date, promises: Callable[[], Out]) -> Ledger:
    """Return the account that the fold wrote; its longer lists are made when they are asked for.

    Args:
        coded: The book.
        out: What the fold wrote.
        as_of: The as-of date.
        promises: Runs the fold over the same book without its log, up to the end of all periods.
    """
    order = Later(lambda: _order_of_misses(out))
    to_come = cache(promises)
    return Ledger(
        as_of=as_of,
        log=coded.roster.log,
        services=list(_services(coded, out)),
        misses=Later(lambda: _misses(coded, out, as_of, order.rows)),
        awards=list(_awards(coded, out)),
        periods=Later(lambda: _periods(coded, out)),
        every_period=Later(lambda: _periods(coded, to_come())),
        periods_summed=cache(lambda: _period_table(coded, out)),
        every_summed=cache(lambda: _period_table(coded, to_come())),
        payments=Later(lambda: _payments(coded, out, order.rows)),
        uses=Later(lambda: _uses(coded, out)),
        findings=coded.findings + list(_outside(coded, out)),
    )


def _lists(
    grid: Any, names: tuple[int, ...], count: int | None = None, only: Collection[str] | None = None
) -> dict[str, list[int]]:
    """Return a grid's columns by name as lists, the first rows of them; of some columns only, if they are named."""
    columns = columns_of(grid, names).items()
    return {name: listed(column[:count]) for name, column in columns if only is None or name in only}


def _services(coded: CodedBook, out: Out) -> Iterator[ServiceAccount]:
    roster, table, accounts = coded.roster, coded.roster.records.services, _lists(out.accounts, Account)
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


def _order_of_misses(out: Out) -> list[int]:
    """Return the misses' rows in the order in which they are listed.

    By service and date; on one date those on record, then inferred ones, then what no gap explains. Of one that is
    split, what was made up comes first.
    """
    misses = _lists(out.misses, Gap, out.counts[Count.misses])
    rank = [2 if row == NONE else inferred for row, inferred in zip(misses["row"], misses["inferred"], strict=True)]
    is_left = [rule != CREDITED for rule in misses["rule"]]
    keys = list(zip(misses["service"], misses["day"], rank, misses["row"], is_left, strict=True))
    return sorted(range(len(keys)), key=keys.__getitem__)


def _misses(coded: CodedBook, out: Out, as_of: dt.date, order: list[int]) -> Iterator[Miss]:
    columns = {
        name: [column[at] for at in order] for name, column in _lists(out.misses, Gap, out.counts[Count.misses]).items()
    }
    table, session_id = coded.roster.records.services, coded.roster.records.sessions.session_id
    services = [coded.roster.services[at].place for at in columns["service"]]
    sources = [coded.log.source(row) if row != NONE else NONE for row in columns["row"]]
    slots = [coded.log.slot(row) if row != NONE else None for row in columns["row"]]
    marks = [int(coded.log.columns.mark[row]) if row != NONE else NONE for row in columns["row"]]
    date = cache(date_of)
    due_by = [date(day) if day != NONE else None for day in columns["due_by"]]
    dispositions = [DISPOSITIONS[code] if code != NONE else None for code in columns["disposition"]]
    judged = map(cache(partial(_judged, coded)), columns["rule"], columns["decided"])
    stands = zip(*(columns[name] for name in ("state", "open", "released")), strict=True)
    cells: dict[str, Iterable[Any]] = {
        **{name: columns[name] for name in ("gap", "minutes", "made_up", "released", "open")},
        **dict(zip(_JUDGED, zip(*judged, strict=True) if order else [()] * len(_JUDGED), strict=True)),
        "place": range(len(order)),
        "service_id": map(table.service_id.__getitem__, services),
        "student_id": map(table.student_id.__getitem__, services),
        "service_type": map(table.service_type.__getitem__, services),
        "session_id": (session_id[source] if source != NONE else None for source in sources),
        "missed_on": map(date, columns["day"]),
        "reason": map(REASONS.__getitem__, columns["reason"]),
        "reason_from": map(partial(_reason_from, coded), sources, slots, marks),
        "inferred": map(bool, columns["inferred"]),
        "planned_by": (PLANNED_BY[mark // PLANNED_MARK] if mark != NONE else None for mark in marks),
        "disposition": dispositions,
        "due_by": due_by,
        "status": map(partial(status_of, as_of), dispositions, stands, due_by),
        "start_time": (slot.start_time if slot else None for slot in slots),
    }
    return rows_from(Miss, cells)


_JUDGED: Final = ("judged_by", "rule", "citation", "verification", "determination_id")


def _judged(coded: CodedBook, place: int, decided: int) -> tuple[Rule | None, str, str | None, str | None, str | None]:
    """Return the rule that judged a miss and its name, citation, how far that is verified, the determination's id."""
    if place == CREDITED:
        return None, MADE_UP_RULE, None, None, None
    rule = coded.rules.rules[place]
    if decided != NONE:
        determination, citation = determination_of(coded, decided)
        return rule, f"determination {determination}", citation, None, determination
    if rule is None:
        return None, "silent", None, None, None
    return rule, rule.name, rule.citation, rule.verification, None


def _reason_from(coded: CodedBook, source: int, slot: EmptySlot | None, mark: int) -> ReasonFrom:
    if slot is not None:
        return "nothing" if slot.reason == UNRECORDED else "inferred"
    if source == NONE:
        return "nothing"
    is_written = coded.roster.records.sessions.reason[source] is not None
    return "row" if is_written or mark & WITHOUT_REASON else "absences"


STATUS_OF_STATE: Final[dict[int, Status]] = {PENDING: "pending", NOT_DUE: "not_due", CURED: "cured"}
"""The status of a miss with 0 minutes, by `Miss.state`."""


def status_of(
    as_of: dt.date, disposition: Disposition | None, stands: tuple[int, int, int], due_by: dt.date | None
) -> Status:
    """Return how a miss stands (ledger.md, 7).

    Args:
        as_of: The as-of date.
        disposition: What follows; None where its minutes are 0.
        stands: Its `Miss.state`, and its minutes that are open and released.
        due_by: The last day to make it up, if there is one.
    """
    state, still_open, released = stands
    if disposition is None:
        return STATUS_OF_STATE[state]
    if disposition != "owed":
        return disposition
    if still_open > 0:
        return "overdue" if due_by is not None and due_by < as_of else "open"
    return "released" if released > 0 else "made_up"


def determination_of(coded: CodedBook, decided: int) -> tuple[str, str]:
    """Return the id of a determination, by its place among those that hold, and how it is cited."""
    table, place = coded.roster.records.determinations, coded.sparse.determinations[decided]
    by, on = table.decided_by[place], table.decided_on[place]
    told = [part for part in (by, on.isoformat() if on else None) if part]
    return table.determination_id[place], ", ".join(["Determination on record", *told])


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


def _periods(coded: CodedBook, out: Out) -> Iterator[PeriodAccount]:
    columns = _lists(out.period_sums, PeriodSums, out.counts[Count.period_sums])
    services, periods = columns.pop("service"), columns.pop("period")
    ids = coded.roster.records.services.service_id
    id_of = [ids[facts.place] for facts in coded.roster.services]
    firsts, lasts = ([date_of(day) for day in coded.periods.columns[edge]] for edge in (Period.first, Period.last))
    cells: dict[str, Iterable[Any]] = {
        **columns,
        "service_id": map(id_of.__getitem__, services),
        "first": map(firsts.__getitem__, periods),
        "last": map(lasts.__getitem__, periods),
    }
    return rows_from(PeriodAccount, cells)


def _period_table(coded: CodedBook, out: Out) -> PeriodTable:
    sums, count = columns_of(out.period_sums, PeriodSums), out.counts[Count.period_sums]
    service = listed(sums["service"][:count])
    in_order = sorted(service)
    order = None if service == in_order else sorted(range(len(service)), key=service.__getitem__)

    def column(name: str) -> list[int]:
        cells = listed(sums[name][:count])
        return cells if order is None else [cells[at] for at in order]

    period = column("period")
    services, ids = coded.roster.services, coded.roster.records.services.service_id
    begins = (bisect_left(in_order, at) for at in range(len(services) + 1))
    firsts, lasts = (coded.periods.columns[edge] for edge in (Period.first, Period.last))
    return PeriodTable(
        of_service={ids[facts.place]: span for facts, span in zip(services, pairwise(begins), strict=True)},
        first=list(map(firsts.__getitem__, period)),
        last=list(map(lasts.__getitem__, period)),
        column=column,
    )


def _payments(coded: CodedBook, out: Out, order: list[int]) -> Iterator[Payment]:
    columns, sessions = _lists(out.payments, Paid, out.counts[Count.payments]), coded.roster.records.sessions
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
    columns, sessions = _lists(out.uses, Used, out.counts[Count.uses]), coded.roster.records.sessions
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
    counts = _lists(out.accounts, Account)["in_no_period"]
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
