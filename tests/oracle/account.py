"""The whole account of a folder, as the ledger's page says it comes out (L7)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.absences import Absences
from tests.oracle.awards import settle_awards
from tests.oracle.gaps import inferred_gaps, is_listed, lay, recorded_gaps, rest_of
from tests.oracle.known import Tables, known_tables
from tests.oracle.planned import family_of, same_family
from tests.oracle.promise import Period, Service, periods_of
from tests.oracle.record import Log, Miss, by_day, period_holding
from tests.oracle.rules import Packs, read_packs, short_period_on
from tests.oracle.services import services_of
from tests.oracle.settle import credited, decisions, declined, judged, release, settle, waits
from tests.oracle.shape import FIGURES, miss_out, service_out, sum_up
from tests.oracle.tables import Row, number, sure_day, text
from tests.oracle.weigh import promised_and_due

__all__ = ["FIGURES", "account", "account_of"]


@dataclass
class Account:
    """A service with its periods, its figures and its misses."""

    service: Service
    periods: list[Period]
    figures: dict[str, int]
    misses: list[Miss]


def account(folder: Path, as_of: date, known_on: date | None = None) -> dict[str, Any]:
    """Return the ledger of a folder, with the folder's own packs alone."""
    return account_of(folder, as_of, read_packs(folder / "policies"), known_on)


def account_of(folder: Path, as_of: date, packs: Packs, known_on: date | None = None) -> dict[str, Any]:
    """Return the ledger of a folder as an object of L7, without findings.

    A miss has `rule_key` instead of `rule`: `silent`, `made_up`, `determination ID`, or the tuple
    (pack, the version's first day, reason).
    """
    tables = known_tables(folder, known_on)
    log, absences = Log(tables, as_of, packs), Absences(tables, packs)
    services = services_of(tables)
    accounts = [Account(service, periods_of(service), dict.fromkeys(FIGURES, 0), []) for service in services]
    decided = decisions(tables, log, as_of)
    for a in accounts:
        for period in a.periods:
            if period.first <= as_of:
                _fill(a, period, log, as_of)
                for miss in _gaps(a, period, log, absences, services):
                    a.misses += judged(miss, log, decided.get(miss.session_id or ""))
        _extra_of_no_period(a, log)
    _settle_all(accounts, tables, log, as_of)
    awards = settle_awards(tables["awards"], services, log, as_of, {a.service.service_id: a.figures for a in accounts})
    for a in accounts:
        sum_up(a.figures, a.misses, as_of)
    return {
        "as_of": as_of.isoformat(),
        "services": [service_out(a.service, a.figures, a.misses) for a in accounts],
        "misses": [miss_out(miss, as_of) for a in accounts for miss in a.misses],
        "awards": awards,
        "totals": {name: sum(a.figures[name] for a in accounts) for name in FIGURES},
    }


def _fill(a: Account, period: Period, log: Log, as_of: date) -> None:
    # L2, L3: what of a period was promised, due and delivered; what is short is still due while
    # it is open, and left for the gaps else.
    short = short_period_on(log.packs, a.service.policy_id, period.first)
    promised, due = promised_and_due(a.service, period, short)
    as_written = different = 0
    for row in log.of_kind("regular", a.service):
        if period.holds(sure_day(row, "date")):
            if log.is_different(row, a.service):
                different += number(row, "minutes_delivered", 0)
            else:
                as_written += number(row, "minutes_delivered", 0)
    delivered = min(due, as_written)
    differently = min(due - delivered, different)
    a.figures["promised"] += promised
    a.figures["not_in_session"] += promised - due
    a.figures["due"] += due
    a.figures["delivered"] += delivered
    a.figures["delivered_differently"] += differently
    a.figures["extra"] += as_written + different - delivered - differently
    period.due, period.shortfall = due, due - delivered - differently
    if period.is_open(as_of):
        a.figures["still_due"] += period.shortfall
        period.pending = True


def _gaps(a: Account, period: Period, log: Log, absences: Absences, services: list[Service]) -> list[Miss]:
    recorded = recorded_gaps(a.service, period, log, absences, family_of(a.service, services))
    inferred: list[Miss] = []
    rest = 0
    if not period.pending:
        inferred = inferred_gaps(a.service, period, log, absences)
        rest = lay(period.shortfall, recorded, inferred)
    gaps = sorted(recorded + inferred, key=lambda gap: (gap.missed_on, gap.within_a_day))
    for gap in gaps:
        gap.pending = period.pending
        gap.not_due = gap.not_due or period.due == 0
    gaps = [gap for gap in gaps if is_listed(gap)]
    gaps += [rest_of(a.service, period, rest)] if rest else []
    unrecorded = sum(gap.minutes for gap in gaps if gap.is_unrecorded)
    a.figures["unrecorded"] += unrecorded
    a.figures["missed"] += sum(gap.minutes for gap in gaps) - unrecorded
    return gaps


def _extra_of_no_period(a: Account, log: Log) -> None:
    # A session in no period of its service is extra as far as delivered.
    for row in log.of_kind("regular", a.service):
        if period_holding(a.periods, sure_day(row, "date")) is None:
            a.figures["extra"] += number(row, "minutes_delivered", 0)


def _settle_all(accounts: list[Account], tables: Tables, log: Log, as_of: date) -> None:
    # Owed minutes and make-ups meet per student and service type; what a make-up leaves over
    # is extra of its own service (D24).
    refused = declined(tables, log, as_of)
    periods = {a.service.service_id: a.periods for a in accounts}
    for a in accounts:
        own = [other for other in accounts if same_family(a.service, other.service)]
        if own[0] is not a:
            continue  # settled with the first of them
        make_ups: list[Row] = sorted((row for o in own for row in log.of_kind("make_up", o.service)), key=by_day)
        waiting = {
            text(row, "session_id") for row in make_ups if text(row, "makeup_for") and waits(row, log, periods, as_of)
        }
        left = settle([miss for o in own for miss in o.misses], make_ups, log, waiting)
        for other in own:
            other.misses = [part for miss in other.misses for part in credited(miss)]
            release(other.misses, refused)
            for row in make_ups:
                if text(row, "service_id") == other.service.service_id:
                    other.figures["extra"] += left[text(row, "session_id")]
