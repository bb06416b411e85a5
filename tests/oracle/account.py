"""The whole account of a folder, as the ledger's page says it comes out (L7)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.promise import Service, periods_of, promised_and_due, service_of
from tests.oracle.record import Log, Miss, Student, lay_on_gaps
from tests.oracle.rules import Packs, deadline, short_period_on
from tests.oracle.school import school_of
from tests.oracle.settle import decisions, declined, judged, settle
from tests.oracle.tables import Row, number, rows_of, text

FIGURES = [
    "promised",
    "not_in_session",
    "due",
    "delivered",
    "delivered_differently",
    "still_due",
    "missed",
    "unrecorded",
    "owed",
    "not_owed",
    "team_decides",
    "unknown",
    "made_up",
    "released",
    "open",
    "overdue",
    "extra",
]


@dataclass
class Account:
    """A service with its figures and its misses."""

    service: Service
    student: Student
    figures: dict[str, int]
    misses: list[Miss]


def account_of(folder: Path, as_of: date, packs: Packs) -> dict[str, Any]:
    """Return the ledger of a folder as an object of L7, without findings.

    A miss has `rule_key` instead of `rule`: `silent`, `determination ID`, or the tuple
    (pack, the version's first day, reason).
    """
    log = Log(folder, as_of)
    students = students_of(folder)
    decided = decisions(folder, log, as_of)
    accounts = []
    for row in rows_of(folder, "services"):
        student = students[text(row, "student_id")]
        service = service_of(row, student.school)
        accounts.append(_account(service, student, log=log, as_of=as_of, packs=packs, decided=decided))
    _settle_all(accounts, log, declined(folder, log, as_of))
    awards = _awards(folder, accounts, log)
    for account in accounts:
        _sum_up(account, as_of)
    return {
        "as_of": as_of.isoformat(),
        "services": [_service_out(account) for account in accounts],
        "misses": [_miss_out(m, a.student, as_of) for a in accounts for m in a.misses],
        "awards": awards,
        "totals": {name: sum(a.figures[name] for a in accounts) for name in FIGURES},
    }


def students_of(folder: Path) -> dict[str, Student]:
    """Return the students with their calendar and policy: their own, else the school's (D1)."""
    schools = {text(row, "school_id"): row for row in rows_of(folder, "schools")}
    terms, calendar = rows_of(folder, "terms"), rows_of(folder, "calendar")
    only = text(terms[0], "calendar_id")
    students = {}
    for row in rows_of(folder, "students"):
        school = schools.get(text(row, "school_id"), {})
        calendar_id = text(row, "calendar_id") or text(school, "calendar_id") or only
        policy_id = text(row, "policy_id") or text(school, "policy_id") or "us-federal"
        days = school_of(terms, calendar, calendar_id, text(row, "grade"))
        students[text(row, "student_id")] = Student(text(row, "student_id"), policy_id, days)
    return students


def _account(
    service: Service, student: Student, *, log: Log, as_of: date, packs: Packs, decided: dict[str, Row]
) -> Account:
    figures = dict.fromkeys(FIGURES, 0)
    misses: list[Miss] = []
    periods = [p for p in periods_of(service, student.school) if p.first <= as_of]
    regular = log.of_kind("regular", service)
    all_gaps = log.gaps(service, periods, student, packs)
    for period in periods:
        short = short_period_on(packs, student.policy_id, period.first)
        promised, due = promised_and_due(service, period, short)
        as_written = different = 0
        for row in regular:
            if period.first <= date.fromisoformat(text(row, "date")) <= period.last:
                if log.is_different(row, service):
                    different += number(row, "minutes_delivered", 0)
                else:
                    as_written += number(row, "minutes_delivered", 0)
        delivered = min(due, as_written)
        differently = min(due - delivered, different)
        shortfall = due - delivered - differently
        figures["promised"] += promised
        figures["not_in_session"] += promised - due
        figures["due"] += due
        figures["delivered"] += delivered
        figures["delivered_differently"] += differently
        figures["extra"] += as_written + different - delivered - differently
        if period.last > as_of:  # open: nothing is missed yet
            figures["still_due"] += shortfall
            continue
        gaps = [gap for gap in all_gaps if period.first <= gap.missed_on <= period.last]
        unexplained = lay_on_gaps(shortfall, gaps)
        figures["missed"] += shortfall - unexplained
        figures["unrecorded"] += unexplained
        if unexplained:
            gaps.append(Miss(service, None, period.last, period.last, "unrecorded", gap=unexplained))
            gaps[-1].minutes = unexplained
        for gap in gaps:
            misses += judged(gap, student, packs, decided.get(gap.session_id or ""))
    # A session in no period of its service is extra as far as delivered.
    for row in regular:
        on = date.fromisoformat(text(row, "date"))
        if not any(period.first <= on <= period.last for period in periods):
            figures["extra"] += number(row, "minutes_delivered", 0)
    return Account(service, student, figures, misses)


def _settle_all(accounts: list[Account], log: Log, refused: set[str]) -> None:
    # Owed minutes and make-ups meet per student and service type; what a make-up leaves over
    # is extra of its own service (D24).
    for student_id, service_type in {(a.service.student_id, a.service.service_type) for a in accounts}:
        own = [a for a in accounts if (a.service.student_id, a.service.service_type) == (student_id, service_type)]
        make_ups = [row for a in own for row in log.of_kind("make_up", a.service)]
        make_ups.sort(key=lambda row: (text(row, "date"), text(row, "session_id")))
        left = settle([miss for a in own for miss in a.misses], make_ups, log, refused)
        for row in make_ups:
            for account in own:
                if account.service.service_id == text(row, "service_id"):
                    account.figures["extra"] += left[text(row, "session_id")]


def _awards(folder: Path, accounts: list[Account], log: Log) -> list[dict[str, Any]]:
    # Settled by compensatory sessions that name them, oldest first, never beyond (D23).
    rows = rows_of(folder, "awards")
    remaining = {text(row, "award_id"): number(row, "minutes", 0) for row in rows}
    held = [(row, a) for a in accounts for row in log.of_kind("compensatory", a.service)]
    held.sort(key=lambda pair: (text(pair[0], "date"), text(pair[0], "session_id")))
    for row, account in held:
        award_id, minutes = text(row, "award_id"), number(row, "minutes_delivered", 0)
        used = min(minutes, remaining[award_id]) if award_id else 0
        if award_id:
            remaining[award_id] -= used
        account.figures["extra"] += minutes - used
    return [
        {
            "award_id": text(row, "award_id"),
            "student_id": text(row, "student_id"),
            "service_type": text(row, "service_type"),
            "minutes": number(row, "minutes", 0),
            "delivered": number(row, "minutes", 0) - remaining[text(row, "award_id")],
            "remaining": remaining[text(row, "award_id")],
        }
        for row in rows
    ]


def _due_by(miss: Miss, student: Student) -> date | None:
    # D21: on entries whose disposition is owed only.
    if miss.disposition != "owed":
        return None
    return deadline(miss.rule.within, miss.missed_on, miss.period_last, miss.service.end, student.school)


def _status(miss: Miss, due_by: date | None, as_of: date) -> str:
    # D22: nothing missed is cured, whatever its rule.
    if miss.minutes == 0:
        return "cured"
    if miss.disposition != "owed":
        return miss.disposition
    if miss.still_open:
        return "overdue" if due_by is not None and due_by < as_of else "open"
    return "released" if miss.released else "made_up"


def _miss_out(miss: Miss, student: Student, as_of: date) -> dict[str, Any]:
    due_by = _due_by(miss, student)
    key: Any = miss.rule.key or "silent"
    if miss.decided_by is not None:
        key = f"determination {miss.decided_by}"
    from_pack = miss.decided_by is None
    return {
        "service_id": miss.service.service_id,
        "student_id": miss.service.student_id,
        "service_type": miss.service.service_type,
        "session_id": miss.session_id,
        "missed_on": miss.missed_on.isoformat(),
        "reason": miss.reason,
        "inferred": miss.inferred,
        "gap": miss.gap,
        "minutes": miss.minutes,
        "disposition": miss.disposition,
        "made_up": miss.made_up,
        "released": miss.released,
        "open": miss.still_open,
        "due_by": due_by.isoformat() if due_by else None,
        "status": _status(miss, due_by, as_of),
        "rule_key": key,
        "citation": miss.rule.citation if from_pack else None,
        "verification": miss.rule.verification if from_pack else None,
    }


def _sum_up(account: Account, as_of: date) -> None:
    # What of the account its misses tell; `open` counts what is not yet overdue (L7).
    figures = account.figures
    for miss in account.misses:
        figures[miss.disposition] += miss.minutes
        figures["made_up"] += miss.made_up
        figures["released"] += miss.released
        late = _status(miss, _due_by(miss, account.student), as_of) == "overdue"
        figures["overdue" if late else "open"] += miss.still_open


def _service_out(account: Account) -> dict[str, Any]:
    by_reason: dict[str, int] = {}
    for miss in account.misses:
        if miss.minutes and not miss.is_unrecorded:
            by_reason[miss.reason] = by_reason.get(miss.reason, 0) + miss.minutes
    return {
        "service_id": account.service.service_id,
        "student_id": account.service.student_id,
        "service_type": account.service.service_type,
        "policy_id": account.student.policy_id,
        **account.figures,
        "missed_by_reason": by_reason,
    }
