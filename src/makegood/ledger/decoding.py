"""From the fold's columns back to words, dates and ids."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from makegood.calendars import date_of
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import (
    CREDITED,
    CURED,
    NONE,
    NOT_DUE,
    PENDING,
    Account,
    Count,
    Out,
    Period,
    PeriodSums,
    columns_of,
)
from makegood.ledger.columns import PLANNED_BY as PLANNED_MARK
from makegood.ledger.columns import Miss as Gap
from makegood.ledger.columns import Payment as Paid
from makegood.ledger.columns import Use as Used
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
from makegood.log import EmptySlot
from makegood.policies import Rule
from makegood.terms.accounts import DISPOSITIONS, PLANNED_BY, Disposition, Status
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin
from makegood.terms.reasons import REASONS, UNRECORDED


def decode(coded: CodedBook, out: Out, as_of: dt.date) -> Ledger:
    """Return the account that the fold wrote."""
    order = _order_of_misses(out)
    return Ledger(
        as_of=as_of,
        services=list(_services(coded, out)),
        misses=list(_misses(coded, out, as_of, order)),
        awards=list(_awards(coded, out)),
        periods=list(_periods(coded, out)),
        payments=list(_payments(coded, out, order)),
        uses=list(_uses(coded, out)),
        findings=coded.findings + list(_outside(coded, out)),
    )


def _services(coded: CodedBook, out: Out) -> Iterator[ServiceAccount]:
    roster, table, accounts = coded.roster, coded.roster.records.services, columns_of(out.accounts, Account)
    del accounts["in_no_period"]
    for at, facts in enumerate(roster.services):
        by_reason = {
            reason: int(out.missed_by_reason[place, at])
            for place, reason in enumerate(REASONS)
            if out.missed_by_reason[place, at]
        }
        figures = {name: int(minutes[at]) for name, minutes in accounts.items()}
        yield ServiceAccount(
            service_id=table.service_id[facts.place],
            student_id=table.student_id[facts.place],
            service_type=table.service_type[facts.place],
            policy_id=roster.policies[roster.policy[at]].policy_id,
            not_in_session=figures["promised"] - figures["due"],
            missed_by_reason=by_reason,
            **figures,
        )


def _order_of_misses(out: Out) -> list[int]:
    """Return the misses' rows in the order in which they are listed.

    By service and date; on one date those on record, then inferred ones, then what no gap explains. Of one that is
    split, what was made up comes first.
    """
    rows, days, services = (columns_of(out.misses, Gap)[name] for name in ("row", "day", "service"))
    inferred, rules = (columns_of(out.misses, Gap)[name] for name in ("inferred", "rule"))
    rank = [(2 if rows[at] == NONE else int(inferred[at])) for at in range(out.counts[Count.misses])]
    return sorted(
        range(out.counts[Count.misses]),
        key=lambda at: (services[at], days[at], rank[at], rows[at], rules[at] != CREDITED, at),
    )


def _misses(coded: CodedBook, out: Out, as_of: dt.date, order: list[int]) -> Iterator[Miss]:
    columns, table, roster = columns_of(out.misses, Gap), coded.roster.records.services, coded.roster
    marks = coded.log.columns.mark
    for place, at in enumerate(order):
        miss = {name: int(column[at]) for name, column in columns.items()}
        service = roster.services[miss["service"]].place
        source, slot = _origin(coded, miss["row"])
        rule = coded.rules.rules[miss["rule"]] if miss["rule"] != CREDITED else None
        name, citation, verification, determination = _judged(coded, miss, rule)
        due_by = date_of(miss["due_by"]) if miss["due_by"] != NONE else None
        disposition = DISPOSITIONS[miss["disposition"]] if miss["disposition"] != NONE else None
        yield Miss(
            place=place,
            service_id=table.service_id[service],
            student_id=table.student_id[service],
            service_type=table.service_type[service],
            session_id=roster.records.sessions.session_id[source] if source != NONE else None,
            missed_on=date_of(miss["day"]),
            reason=REASONS[miss["reason"]],
            reason_from=_reason_from(coded, source, slot),
            inferred=bool(miss["inferred"]),
            planned_by=PLANNED_BY[marks[miss["row"]] // PLANNED_MARK] if miss["row"] != NONE else None,
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
            start_time=slot.start_time if slot else None,
        )


def _judged(
    coded: CodedBook, miss: Mapping[str, int], rule: Rule | None
) -> tuple[str, str | None, str | None, str | None]:
    """Return the name of what judged a miss, its citation, how far that is verified, and the determination's id."""
    if miss["rule"] == CREDITED:
        return MADE_UP_RULE, None, None, None
    if miss["decided"] != NONE:
        determination, citation = determination_of(coded, miss["decided"])
        return f"determination {determination}", citation, None, determination
    if rule is None:
        return "silent", None, None, None
    return rule.name, rule.citation, rule.verification, None


def _reason_from(coded: CodedBook, source: int, slot: EmptySlot | None) -> ReasonFrom:
    if slot is not None:
        return "nothing" if slot.reason == UNRECORDED else "inferred"
    if source == NONE:
        return "nothing"
    return "absences" if coded.roster.log.reason(source).from_absences else "row"


STATUS_OF_STATE: Final[dict[int, Status]] = {PENDING: "pending", NOT_DUE: "not_due", CURED: "cured"}
"""The status of a miss with 0 minutes, by `Miss.state`."""


def status_of(
    disposition: Disposition | None, miss: Mapping[str, int], due_by: dt.date | None, as_of: dt.date
) -> Status:
    """Return how a miss stands (ledger.md, 7)."""
    if disposition is None:
        return STATUS_OF_STATE[miss["state"]]
    if disposition != "owed":
        return disposition
    if miss["open"] > 0:
        return "overdue" if due_by is not None and due_by < as_of else "open"
    return "released" if miss["released"] > 0 else "made_up"


def _origin(coded: CodedBook, row: int) -> tuple[int, EmptySlot | None]:
    """Return a miss's place in the table of sessions (or NONE) and, if inferred, the empty slot."""
    if row == NONE:
        return NONE, None
    return coded.log.source[row], coded.log.slots.get(int(row))


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
    columns, table = columns_of(out.period_sums, PeriodSums), coded.roster.records.services
    known = [columns.pop(name) for name in ("service", "period")]
    firsts, lasts = ([date_of(day) for day in coded.periods.columns[edge]] for edge in (Period.first, Period.last))
    names, count = list(columns), out.counts[Count.period_sums]
    rows = zip(*(map(int, column[:count]) for column in [*known, *columns.values()]), strict=True)
    for service, period, *figures in rows:
        yield PeriodAccount(
            service_id=table.service_id[coded.roster.services[service].place],
            first=firsts[period],
            last=lasts[period],
            **dict(zip(names, figures, strict=True)),
        )


def _payments(coded: CodedBook, out: Out, order: list[int]) -> Iterator[Payment]:
    sessions, place_of = coded.roster.records.sessions, {at: place for place, at in enumerate(order)}
    for at in range(out.counts[Count.payments]):
        source = coded.log.source[out.payments[Paid.row, at]]
        yield Payment(
            session_id=sessions.session_id[source],
            held_on=sessions.date[source],
            miss=place_of[int(out.payments[Paid.miss, at])],
            minutes=int(out.payments[Paid.minutes, at]),
        )


def _uses(coded: CodedBook, out: Out) -> Iterator[Use]:
    sessions = coded.roster.records.sessions
    for at in range(out.counts[Count.uses]):
        source = coded.log.source[out.uses[Used.row, at]]
        yield Use(
            session_id=sessions.session_id[source],
            service_id=sessions.service_id[source],
            held_on=sessions.date[source],
            use=USES[out.uses[Used.use, at]],
            minutes=int(out.uses[Used.minutes, at]),
        )


def _outside(coded: CodedBook, out: Out) -> Iterator[Finding]:
    """Tell of services with sessions in none of their periods (ledger.md, 3)."""
    table = coded.roster.records.services
    for at, facts in enumerate(coded.roster.services):
        count = int(out.accounts[Account.in_no_period, at])
        if count:
            yield Finding(
                "warning",
                "session_in_no_period",
                f"{count} session(s) of service {shown(table.service_id[facts.place])} lie in none of its periods; "
                "what was delivered in them counts as extra.",
                Origin("sessions", None, "date"),
                expected="a date inside the service's start and end and the calendar's terms",
            )
