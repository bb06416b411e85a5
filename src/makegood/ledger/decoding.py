"""From the fold's columns back to words, dates and ids."""

import datetime as dt
from collections.abc import Iterator, Mapping

from makegood.calendars import date_of
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import NONE, Account, Count, Out, Period, Told, columns_of
from makegood.ledger.columns import Miss as Gap
from makegood.ledger.columns import Payment as Paid
from makegood.ledger.result import (
    AwardAccount,
    Ledger,
    Miss,
    Payment,
    PeriodAccount,
    ServiceAccount,
)
from makegood.terms.accounts import DISPOSITIONS, Disposition, Status
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import REASONS


def decode(coded: CodedBook, out: Out, as_of: dt.date) -> Ledger:
    """Return the account that the fold wrote."""
    return Ledger(
        as_of=as_of,
        services=list(_services(coded, out)),
        misses=list(_misses(coded, out, as_of)),
        awards=list(_awards(coded, out)),
        periods=list(_periods(coded, out)),
        payments=list(_payments(coded, out)),
        findings=coded.findings + list(_outside(coded, out)),
    )


def _services(coded: CodedBook, out: Out) -> Iterator[ServiceAccount]:
    cast, table, accounts = coded.cast, coded.cast.records.services, columns_of(out.accounts, Account)
    del accounts["in_no_period"]
    for student, policy in enumerate(cast.policy):
        for at in range(cast.service_begin[student], cast.service_begin[student + 1]):
            row = cast.services[at]
            by_reason = {
                reason: int(out.missed_by_reason[place, at])
                for place, reason in enumerate(REASONS)
                if out.missed_by_reason[place, at]
            }
            figures = {name: int(minutes[at]) for name, minutes in accounts.items()}
            yield ServiceAccount(
                service_id=table.service_id[row],
                student_id=table.student_id[row],
                service_type=table.service_type[row],
                policy_id=cast.policies[policy].policy_id,
                not_in_session=figures["promised"] - figures["due"],
                missed_by_reason=by_reason,
                **figures,
            )


def _misses(coded: CodedBook, out: Out, as_of: dt.date) -> Iterator[Miss]:
    columns, table, cast = columns_of(out.misses, Gap), coded.cast.records.services, coded.cast
    for at in range(out.counts[Count.misses]):
        miss = {name: int(column[at]) for name, column in columns.items()}
        row = cast.services[miss["service"]]
        source, slot = _origin(coded, miss["row"])
        rule = coded.rules.rules[miss["rule"]]
        name = rule.name if rule else "silent"
        citation = rule.citation if rule else None
        verification: str | None = rule.verification if rule else None
        determination = None
        if miss["decided"] != NONE:
            determination, citation = _determination(coded, miss["decided"])
            name, verification = f"determination {determination}", None
        due_by = date_of(miss["due_by"]) if miss["due_by"] != NONE else None
        disposition = DISPOSITIONS[miss["disposition"]]
        yield Miss(
            place=at,
            service_id=table.service_id[row],
            student_id=table.student_id[row],
            service_type=table.service_type[row],
            session_id=cast.records.sessions.session_id[source] if source != NONE else None,
            missed_on=date_of(miss["day"]),
            reason=REASONS[miss["reason"]],
            inferred=bool(miss["inferred"]),
            gap=miss["gap"],
            minutes=miss["minutes"],
            disposition=disposition,
            made_up=miss["made_up"],
            released=miss["released"],
            open=miss["open"],
            due_by=due_by,
            status=status_of(disposition, miss, due_by, as_of),
            rule=name,
            citation=citation,
            verification=verification,
            judged_by=rule,
            determination_id=determination,
            start_time=slot,
        )


def status_of(disposition: Disposition, miss: Mapping[str, int], due_by: dt.date | None, as_of: dt.date) -> Status:
    """Return how a miss stands (ledger.md, 7; docs/decisions/0003, 22)."""
    if miss["minutes"] == 0:
        return "cured"
    if disposition != "owed":
        return disposition
    if miss["open"] > 0:
        return "overdue" if due_by is not None and due_by < as_of else "open"
    return "released" if miss["released"] > 0 else "made_up"


def _origin(coded: CodedBook, row: int) -> tuple[int, int | None]:
    """Return a miss's place in the table of sessions (or NONE) and, if inferred, its slot's time."""
    if row == NONE:
        return NONE, None
    slot = coded.log.slots.get(int(row))
    return coded.log.source[row], slot.start_time if slot else None


def _determination(coded: CodedBook, decided: int) -> tuple[str, str]:
    table, place = coded.cast.records.determinations, coded.sparse.determinations[decided]
    by, on = table.decided_by[place], table.decided_on[place]
    told = [part for part in (by, on.isoformat() if on else None) if part]
    return table.determination_id[place], ", ".join(["Determination on record", *told])


def _awards(coded: CodedBook, out: Out) -> Iterator[AwardAccount]:
    table = coded.cast.records.awards
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
    columns, table = columns_of(out.told, Told), coded.cast.records.services
    known = [columns.pop(name) for name in ("service", "period")]
    firsts, lasts = ([date_of(day) for day in coded.periods.columns[edge]] for edge in (Period.first, Period.last))
    names, count = list(columns), out.counts[Count.told]
    rows = zip(*(map(int, column[:count]) for column in [*known, *columns.values()]), strict=True)
    for service, period, *figures in rows:
        yield PeriodAccount(
            service_id=table.service_id[coded.cast.services[service]],
            first=firsts[period],
            last=lasts[period],
            **dict(zip(names, figures, strict=True)),
        )


def _payments(coded: CodedBook, out: Out) -> Iterator[Payment]:
    sessions = coded.cast.records.sessions
    for at in range(out.counts[Count.payments]):
        source = coded.log.source[out.payments[Paid.row, at]]
        yield Payment(
            session_id=sessions.session_id[source],
            held_on=sessions.date[source],
            miss=int(out.payments[Paid.miss, at]),
            minutes=int(out.payments[Paid.minutes, at]),
        )


def _outside(coded: CodedBook, out: Out) -> Iterator[Finding]:
    """Tell of services with sessions in none of their periods (ledger.md, 3)."""
    table = coded.cast.records.services
    for at, row in enumerate(coded.cast.services):
        count = int(out.accounts[Account.in_no_period, at])
        if count:
            yield Finding(
                "warning",
                "session_in_no_period",
                f"{count} session(s) of service {table.service_id[row]} lie in none of its periods; "
                "what was delivered in them counts as extra.",
                Origin("sessions", None, "date"),
                expected="a date inside the service's start and end and the calendar's terms",
            )
