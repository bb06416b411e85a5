"""From the fold's columns back to words, dates and ids."""

import datetime as dt
from collections.abc import Iterator

from makegood.calendars import date_of
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import NONE, Misses
from makegood.ledger.result import (
    AwardAccount,
    Ledger,
    Miss,
    Payment,
    PeriodAccount,
    ServiceAccount,
)
from makegood.ledger.run import Folded
from makegood.terms.accounts import DISPOSITIONS, Disposition, Status
from makegood.terms.findings import Finding
from makegood.terms.reasons import REASONS


def decode(coded: CodedBook, folded: Folded, as_of: dt.date) -> Ledger:
    """Return the account that the fold wrote."""
    return Ledger(
        as_of=as_of,
        services=list(_services(coded, folded)),
        misses=list(_misses(coded, folded, as_of)),
        awards=list(_awards(coded, folded)),
        periods=list(_periods(coded, folded)),
        payments=list(_payments(coded, folded)),
        findings=coded.findings + list(_outside(coded, folded)),
    )


def _services(coded: CodedBook, folded: Folded) -> Iterator[ServiceAccount]:
    cast, table, accounts = coded.cast, coded.cast.records.services, folded.out.accounts
    for student, policy in enumerate(cast.policy):
        for at in range(cast.service_begin[student], cast.service_begin[student + 1]):
            row = cast.services[at]
            by_reason = {
                reason: minutes
                for place, reason in enumerate(REASONS)
                if (minutes := int(accounts.missed_by_reason[at * len(REASONS) + place]))
            }
            figures = {
                name: int(getattr(accounts, name)[at])
                for name in accounts._fields
                if name not in {"in_no_period", "missed_by_reason"}
            }
            yield ServiceAccount(
                service_id=table.service_id[row],
                student_id=table.student_id[row],
                service_type=table.service_type[row],
                policy_id=cast.policies[policy].policy_id,
                not_in_session=figures["promised"] - figures["due"],
                missed_by_reason=by_reason,
                **figures,
            )


def _misses(coded: CodedBook, folded: Folded, as_of: dt.date) -> Iterator[Miss]:
    misses, table, cast = folded.out.misses, coded.cast.records.services, coded.cast
    for at in range(folded.misses):
        row = cast.services[misses.service[at]]
        source, slot = _origin(coded, misses.row[at])
        rule = coded.rules.rules[misses.rule[at]]
        name = rule.name if rule else "silent"
        citation = rule.citation if rule else None
        verification: str | None = rule.verification if rule else None
        determination = None
        if misses.decided[at] != NONE:
            determination, citation = _determination(coded, misses.decided[at])
            name, verification = f"determination {determination}", None
        due_by = date_of(int(misses.due_by[at])) if misses.due_by[at] != NONE else None
        disposition = DISPOSITIONS[misses.disposition[at]]
        yield Miss(
            place=at,
            service_id=table.service_id[row],
            student_id=table.student_id[row],
            service_type=table.service_type[row],
            session_id=cast.records.sessions.session_id[source] if source != NONE else None,
            missed_on=date_of(int(misses.day[at])),
            reason=REASONS[misses.reason[at]],
            inferred=bool(misses.inferred[at]),
            gap=int(misses.gap[at]),
            minutes=int(misses.minutes[at]),
            disposition=disposition,
            made_up=int(misses.made_up[at]),
            released=int(misses.released[at]),
            open=int(misses.open[at]),
            due_by=due_by,
            status=status_of(disposition, misses, at, due_by, as_of),
            rule=name,
            citation=citation,
            verification=verification,
            judged_by=rule,
            determination_id=determination,
            start_time=slot,
        )


def status_of(disposition: Disposition, misses: Misses, at: int, due_by: dt.date | None, as_of: dt.date) -> Status:
    """Return how a miss stands (ledger.md, 7; docs/decisions/0003, 22)."""
    if misses.minutes[at] == 0:
        return "cured"
    if disposition != "owed":
        return disposition
    if misses.open[at] > 0:
        return "overdue" if due_by is not None and due_by < as_of else "open"
    return "released" if misses.released[at] > 0 else "made_up"


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


def _awards(coded: CodedBook, folded: Folded) -> Iterator[AwardAccount]:
    table = coded.cast.records.awards
    for at, place in enumerate(coded.sparse.awards):
        delivered = int(folded.out.award_delivered[at])
        yield AwardAccount(
            award_id=table.award_id[place],
            student_id=table.student_id[place],
            service_type=table.service_type[place],
            minutes=table.minutes[place],
            delivered=delivered,
            remaining=table.minutes[place] - delivered,
        )


def _periods(coded: CodedBook, folded: Folded) -> Iterator[PeriodAccount]:
    spans, table = folded.out.spans, coded.cast.records.services
    for at in range(folded.spans):
        period = coded.periods[spans.period[at]]
        figures = {name: int(getattr(spans, name)[at]) for name in spans._fields if name not in {"service", "period"}}
        yield PeriodAccount(
            service_id=table.service_id[coded.cast.services[spans.service[at]]],
            first=date_of(period.first),
            last=date_of(period.last),
            **figures,
        )


def _payments(coded: CodedBook, folded: Folded) -> Iterator[Payment]:
    settled, sessions = folded.out.settled, coded.cast.records.sessions
    for at in range(folded.payments):
        source = coded.log.source[settled.row[at]]
        yield Payment(
            session_id=sessions.session_id[source],
            held_on=sessions.date[source],
            miss=int(settled.miss[at]),
            minutes=int(settled.minutes[at]),
        )


def _outside(coded: CodedBook, folded: Folded) -> Iterator[Finding]:
    """Tell of services with sessions in none of their periods (ledger.md, 3)."""
    table = coded.cast.records.services
    for at, row in enumerate(coded.cast.services):
        count = int(folded.out.accounts.in_no_period[at])
        if count:
            yield Finding(
                "warning",
                "session_in_no_period",
                f"{count} session(s) of service {table.service_id[row]} lie in none of its periods; "
                "what was delivered in them counts as extra.",
                "sessions",
                None,
                "date",
                None,
                "a date inside the service's start and end and the calendar's terms",
            )
