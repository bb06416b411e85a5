"""Nobody reads the log a second time: what statements, lists and plans show of a session is what the ledger counted."""

import os
from collections import Counter

from hypothesis import HealthCheck, given, settings
from tests.ledger.drawn_records import Case, cases

from makegood.ledger import Ledger, Miss, PeriodAccount, ledger_of, log_of
from makegood.log import Log
from makegood.planner.gather.make_ups import MakeUps
from makegood.planner.gather.misses import misses_of
from makegood.statements.explain.session import explain
from makegood.statements.log_rows import LogRow, log_rows
from makegood.statements.notices.service_log import service_logs
from makegood.statements.owed.line import BYS, SUMS
from makegood.statements.owed.work_list import owed_by, totals_of
from makegood.statements.pace.paces import pace_of
from makegood.statements.weekday import weekdays_of
from makegood.terms.accounts import SessionKind
from makegood.terms.reasons import OTHER, UNRECORDED

few = settings(
    max_examples=int(os.environ.get("MAKEGOOD_EXAMPLES", "15")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
KIND_OF_USE: dict[str, SessionKind] = {
    "delivered": "regular",
    "delivered_differently": "regular",
    "over_promise": "regular",
    "in_no_period": "regular",
    "made_up": "make_up",
    "waiting": "make_up",
    "names_not_owed": "make_up",
    "compensatory": "compensatory",
    "over_award": "compensatory",
}


def gaps_of(ledger: Ledger) -> dict[str, Miss]:
    """Return the gap of each session that the ledger lists; parts of one tell the same of it."""
    return {miss.session_id: miss for miss in ledger.misses if miss.session_id is not None}


def has_period(ledger: Ledger, row: LogRow) -> PeriodAccount | None:
    """Return the period of a row's service in which it lies."""
    return next((p for p in ledger.periods if p.service_id == row.service_id and p.first <= row.date <= p.last), None)


def is_without_reason(log: Log, row: LogRow) -> bool:
    """Return whether neither a row nor a table gives its reason: the ledger lists such a gap only where it is short."""
    assert row.session_id is not None
    return log.reason(log.corrections.place[row.session_id]) == (OTHER, None, False)


@few
@given(cases())
def test_a_row_of_the_log_shows_the_reason_and_the_gap_that_the_ledger_counted(case: Case) -> None:
    ledger, log = ledger_of(case.records, case.as_of), log_of(case.records, case.as_of)
    listed, shown = gaps_of(ledger), {row.session_id: row for row in log_rows(log) if not row.inferred}
    for session_id, miss in listed.items():
        row = shown[session_id]
        assert (row.reason, row.gap, row.date, row.kind) == (miss.reason, miss.gap, miss.missed_on, "regular")
        assert log.lengths.planned(log.corrections.place[session_id]).by == miss.planned_by
    for session_id, row in shown.items():
        counted = row.kind == "regular" and row.gap > 0 and has_period(ledger, row) is not None
        assert (session_id in listed) <= counted
        assert session_id in listed or not counted or is_without_reason(log, row), "each gap with a reason is listed"


@few
@given(cases())
def test_a_row_of_the_log_is_of_the_kind_as_which_the_ledger_used_it(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    shown = {row.session_id: row for row in log_rows(log_of(case.records, case.as_of))}
    delivered: Counter[str] = Counter()
    for use in ledger.uses:
        row = shown[use.session_id]
        assert row.kind == KIND_OF_USE.get(use.use, row.kind)
        assert row.kind != "regular" or use.use != "nothing_to_settle"
        delivered[use.session_id] += use.minutes
    assert all(row.delivered == delivered[row.session_id] for row in shown.values() if row.session_id is not None)


@few
@given(cases())
def test_an_empty_slot_shows_the_reason_and_the_minutes_that_the_ledger_inferred(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    shown = Counter(
        (row.service_id, row.date, row.reason, row.planned, row.gap)
        for row in log_rows(log_of(case.records, case.as_of))
        if row.inferred
    )
    gaps = {
        (m.service_id, m.missed_on, m.start_time, m.reason, m.gap, n)
        for m, n in _numbered([m for m in ledger.misses if m.inferred and m.missed_on <= case.as_of])
    }
    listed = Counter((service_id, day, reason, gap, gap) for service_id, day, _, reason, gap, _ in gaps)
    assert listed <= shown


@few
@given(cases())
def test_what_notices_count_are_gaps_of_the_ledger(case: Case) -> None:
    ledger, log = ledger_of(case.records, case.as_of), log_of(case.records, case.as_of)
    listed = gaps_of(ledger)
    for service in service_logs(log, ledger):
        for row in service.gaps:
            if row.session_id in listed:
                miss = listed[row.session_id]
                assert (row.reason, row.gap, row.date) == (miss.reason, miss.gap, miss.missed_on)
            else:
                assert row.inferred or is_without_reason(log, row)
        silent = {m.missed_on for m in ledger.misses if m.service_id == service.service_id and m.planned_by is None}
        assert set(service.unrecorded) == silent


@few
@given(cases())
def test_weekdays_lose_what_the_ledger_lists_as_gaps(case: Case) -> None:
    ledger, log = ledger_of(case.records, case.as_of), log_of(case.records, case.as_of)
    listed = gaps_of(ledger)
    more: Counter[int] = Counter()
    for row in log_rows(log):
        if row.kind == "regular" and row.session_id not in listed:
            assert row.inferred or has_period(ledger, row) is None or is_without_reason(log, row) or not row.gap
            more[row.date.weekday()] += row.gap
    lost: Counter[int] = Counter()
    for miss in listed.values():
        lost[miss.missed_on.weekday()] += miss.gap
    for weekday, found in weekdays_of(case.records, case.as_of).days.items():
        assert found.lost == lost[weekday] + more[weekday]


@few
@given(cases())
def test_lists_of_what_is_owed_add_up_to_the_ledger_on_every_side(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    for by in BYS:
        assert totals_of(owed_by(case.records, ledger, by)) == {name: ledger.totals[name] for name in SUMS}
    missed = {line.key[0]: line.sums["missed"] for line in owed_by(case.records, ledger, "reason")}
    assert +Counter(missed) == +Counter(ledger.totals["missed_by_reason"])


@few
@given(cases())
def test_the_pace_of_a_service_is_of_what_the_ledger_delivered_and_will_call_due(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    whole = ledger_of(case.records, max(case.records.terms.end))
    for pace in pace_of(case.records, ledger):
        so_far, to_come = (
            [p for p in of.periods if p.service_id == pace.service_id and p.first <= pace.last and pace.first <= p.last]
            for of in (ledger, whole)
        )
        assert pace.held == sum(p.delivered + p.delivered_differently for p in so_far)
        assert pace.due == sum(p.due for p in to_come)


@few
@given(cases())
def test_an_explanation_tells_the_planned_minutes_and_the_reason_that_the_ledger_counted(case: Case) -> None:
    ledger, log = ledger_of(case.records, case.as_of), log_of(case.records, case.as_of)
    shown = {row.session_id: row for row in log_rows(log)}
    for session_id, miss in [*gaps_of(ledger).items()][:5]:
        told = explain(case.records, ledger, session_id)
        assert told is not None
        said = " ".join(line for part in told.parts for line in part.lines)
        row = shown[session_id]
        unit = "minute" if row.planned == 1 else "minutes"
        assert f"{row.delivered} of {row.planned} {unit} given" in said
        assert miss.reason in said or miss.reason in (OTHER, UNRECORDED)


@few
@given(cases())
def test_a_plan_is_made_for_the_minutes_that_are_open_in_the_ledger(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    open_: Counter[str] = Counter()
    for miss in misses_of(case.records, ledger):
        if miss.decided:
            open_[miss.service_id] += miss.minutes
    assert open_ == {s.service_id: s.open + s.overdue for s in ledger.services if s.open + s.overdue}


@few
@given(cases())
def test_a_plan_sees_the_make_ups_that_the_ledger_used(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    make_ups = MakeUps(case.records, ledger)
    days = set()
    for use in ledger.uses:
        if KIND_OF_USE.get(use.use, "make_up") == "make_up":
            service = next(s for s in ledger.services if s.service_id == use.service_id)
            days.add((service.student_id, service.service_type.strip().casefold(), use.held_on))
    for student_id, service_type, day in sorted(days):
        places = make_ups.of_day(student_id, service_type, day)
        ids = {case.records.sessions.session_id[at] for at in places}
        spare = Counter[str]()
        for use in ledger.uses:
            if use.session_id in ids and use.use != "made_up":
                spare[use.session_id] += use.minutes
        assert make_ups.was_held(places)
        assert make_ups.take_spare(places, 10**6) == spare.total()


def _numbered(misses: list[Miss]) -> list[tuple[Miss, int]]:
    """Return misses without the second part of one gap; two slots alike keep their own numbers."""
    parts = Counter[tuple[object, ...]]()
    left = Counter[tuple[object, ...]]()
    numbered = []
    for miss in misses:
        gap = miss.service_id, miss.missed_on, miss.start_time, miss.reason, miss.gap
        if left[gap] >= miss.minutes > 0:
            left[gap] -= miss.minutes
            continue
        numbered.append((miss, parts[gap]))
        parts[gap] += 1
        left[gap] = miss.gap - miss.minutes
    return numbered
