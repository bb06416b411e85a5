"""What must hold of every account, whatever the records: drawn ones and one child's small log."""

import datetime as dt
import os
from collections import Counter
from dataclasses import asdict, replace
from random import Random
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.drawn_records import (
    FIRST,
    LAST,
    Case,
    cases,
    counting,
    is_regular,
    small_records,
    with_rows,
    with_tables,
)

from makegood.ledger import Ledger, Miss, PeriodAccount, ServiceAccount, ledger_of, log_of
from makegood.ledger.result import MADE_UP_RULE
from makegood.records import TABLES, Records
from makegood.statements.window.window import window_of
from makegood.terms.accounts import DISPOSITIONS

few = settings(
    max_examples=int(os.environ.get("MAKEGOOD_EXAMPLES", "25")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FIGURES = [name for name, kind in get_type_hints(ServiceAccount).items() if kind is int]


def figures(ledger: Ledger) -> tuple[Any, ...]:
    """Return all of an account but its findings."""
    return ledger.services, ledger.misses, ledger.awards, ledger.periods, ledger.payments, ledger.uses


def group(ledger: Ledger, *names: str) -> Counter[tuple[str, str]]:
    """Return the sum of some figures by student and service type."""
    sums: Counter[tuple[str, str]] = Counter()
    for service in ledger.services:
        sums[family(service)] += sum(getattr(service, name) for name in names)
    return sums


def family(row: ServiceAccount | Miss) -> tuple[str, str]:
    """Return the student and service type; types that differ in case or outer blanks are one."""
    return row.student_id, row.service_type.strip().casefold()


def period_of(ledger: Ledger, service_id: str, day: dt.date) -> PeriodAccount | None:
    """Return the period of a service in which a day lies."""
    return next((p for p in ledger.periods if p.service_id == service_id and p.first <= day <= p.last), None)


@few
@given(cases())
def test_what_is_promised_ends_in_one_account_in_every_period_and_service(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    for told in [*ledger.periods, *ledger.services]:
        parts = told.delivered + told.delivered_differently + told.still_due + told.missed + told.unrecorded
        assert told.promised == told.not_in_session + parts
        assert told.promised - told.not_in_session == told.due
    for service in ledger.services:
        own = [p for p in ledger.periods if p.service_id == service.service_id]
        for name in ("promised", "due", "delivered", "delivered_differently", "still_due", "missed", "unrecorded"):
            assert getattr(service, name) == sum(getattr(p, name) for p in own), name


@few
@given(cases())
def test_what_is_missed_is_judged_once_in_every_period_and_service(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    judged: Counter[tuple[str, dt.date]] = Counter()
    for miss in ledger.misses:
        period = period_of(ledger, miss.service_id, miss.missed_on)
        assert period is not None
        assert 0 <= miss.minutes <= miss.gap
        assert miss.minutes == miss.made_up + miss.released + miss.open or miss.disposition != "owed"
        judged[miss.service_id, period.first] += miss.minutes
    for period in ledger.periods:
        assert period.missed + period.unrecorded == judged[period.service_id, period.first]
    for service in ledger.services:
        assert service.missed + service.unrecorded == sum(getattr(service, name) for name in DISPOSITIONS)
        assert service.missed == sum(service.missed_by_reason.values())
        assert service.owed == service.made_up + service.released + service.open + service.overdue


@few
@given(cases())
def test_what_is_held_ends_in_one_account_for_every_student_and_type(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    whose = {service.service_id: family(service) for service in ledger.services}
    held: Counter[tuple[str, str]] = Counter()
    in_period: Counter[tuple[str, dt.date]] = Counter()
    for row in counting(case.records, case.as_of):
        held[whose[row["service_id"]]] += row["minutes_delivered"]
        if is_regular(row) and (period := period_of(ledger, row["service_id"], row["date"])):
            in_period[row["service_id"], period.first] += row["minutes_delivered"]
    assert group(ledger, "delivered", "delivered_differently", "made_up", "compensatory", "extra") == held
    for p in ledger.periods:
        assert p.delivered + p.delivered_differently + p.extra == in_period[p.service_id, p.first]
    for award in ledger.awards:
        assert award.minutes == award.delivered + award.remaining
        assert award.remaining >= 0


@few
@given(cases(), st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(case: Case, seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - an order to shuffle by, no secret
    tables = {}
    for table in TABLES:
        rows = case.records.table(table.NAME)
        order = dice.sample(range(len(rows)), len(rows))
        columns = {name: [rows.values(name)[at] for at in order] for name in table.columns()}
        tables[table.NAME] = table.of(columns, [rows.row[at] for at in order])
    shuffled = with_tables(case.records, tables)
    assert figures(ledger_of(shuffled, case.as_of)) == figures(ledger_of(case.records, case.as_of))


@few
@given(cases())
def test_plain_and_compiled_agree_on_everything(case: Case) -> None:
    plain, compiled = (ledger_of(case.records, case.as_of, engine=engine) for engine in ("plain", "compiled"))
    assert figures(plain) == figures(compiled)
    assert plain.findings == compiled.findings


@few
@given(cases(), st.data())
def test_one_student_alone_has_the_account_that_all_have_together(case: Case, data: st.DataObject) -> None:
    student = data.draw(st.sampled_from(sorted(case.records.students.student_id)))
    together, alone = ledger_of(case.records, case.as_of), ledger_of(case.records, case.as_of, only={student})
    assert alone.services == [s for s in together.services if s.student_id == student]
    mine = [miss._replace(place=0) for miss in together.misses if miss.student_id == student]
    assert [miss._replace(place=0) for miss in alone.misses] == mine
    assert alone.awards == [award for award in together.awards if award.student_id == student]


@few
@given(cases(), st.integers(1, 90))
def test_a_later_as_of_date_leaves_closed_periods_and_their_gaps_as_they_were(case: Case, days: int) -> None:
    """All rows of a period are dated inside it: only one of its own, after its last school day, can touch it then."""
    before, after = _two(case.records, case.as_of, days)
    later = {(p.service_id, p.first): p for p in after.periods}
    cured = _periods_with_rows_to_come(case, before, days)
    for period in before.periods:
        if not _is_open(period) and (period.service_id, period.first) not in cured:
            assert later[period.service_id, period.first] == period
    lasting = [miss for miss in before.misses if _period_key(before, miss) not in cured]
    assert _gaps(lasting) <= _gaps(after.misses)


@few
@given(cases(), st.integers(1, 90))
def test_a_later_as_of_date_only_adds_to_what_is_promised_held_and_missed(case: Case, days: int) -> None:
    """Delivered differently may give way to delivered in a period that still runs, so only their sum grows."""
    before, after = _two(case.records, case.as_of, days)
    cured = {service_id for service_id, _ in _periods_with_rows_to_come(case, before, days)}
    for was, now in zip(before.services, after.services, strict=True):
        for name in ("promised", "not_in_session", "due", "delivered", "compensatory"):
            assert getattr(was, name) <= getattr(now, name), name
        for name in ("missed", "unrecorded"):
            assert getattr(was, name) <= getattr(now, name) or was.service_id in cured, name
        assert was.delivered + was.delivered_differently <= now.delivered + now.delivered_differently
    assert group(before, "made_up", "extra") <= group(after, "made_up", "extra")
    given = {award.award_id: award.delivered for award in after.awards}
    assert all(award.delivered <= given[award.award_id] for award in before.awards)


@few
@given(cases(), st.integers(1, 90))
def test_only_a_determination_changes_what_follows_from_a_miss(case: Case, days: int) -> None:
    """Without one decided in between, each keeps disposition, rule and deadline; owed and made up only grow.

    What a make-up settles of a miss that waits is owed as long as it does: it counts here as what the rule makes of it.
    """
    undated = [None] * len(case.records.determinations)
    records = with_tables(case.records, {"determinations": replace(case.records.determinations, decided_on=undated)})
    before, after = _two(_one_decision_each(records), case.as_of, days)
    cured = _periods_with_rows_to_come(case, before, days)
    lasting = [miss for miss in before.misses if _period_key(before, miss) not in cured]
    assert _judged(lasting) <= _judged(after.misses)
    if cured:
        return
    assert group(before, "owed") <= group(after, "owed")
    assert group(before, "made_up") <= group(after, "made_up")


@few
@given(small_records(), st.dates(FIRST, LAST), st.integers(1, 90))
def test_with_one_service_a_miss_once_made_up_stays_made_up(records: Records, as_of: dt.date, days: int) -> None:
    """With two, a longer period that closes later can show an older miss, which then settles first.

    Nor does it hold of what waits for a decision: what is owed settles first.
    """
    first = records.services.service_id[0]
    keep = {
        "services": [row for row in records.services.rows_as_dicts() if row["service_id"] == first],
        "sessions": [row | {"service_id": first} for row in records.sessions.rows_as_dicts()],
    }
    tables = {
        t.NAME: t.of({n: [row[n] for row in keep[t.NAME]] for n in t.columns()}, [2] * len(keep[t.NAME]))
        for t in TABLES
        if t.NAME in keep
    }
    undated = replace(records.determinations, decided_on=[None] * len(records.determinations))
    case = Case(with_tables(records, tables | {"determinations": undated}), as_of)
    before, after = _two(case.records, as_of, days)
    later = {_name(miss): miss for miss in after.misses if miss.rule != MADE_UP_RULE}
    if _periods_with_rows_to_come(case, before, days):
        return
    for miss in before.misses:
        if miss.disposition == "owed" and miss.rule != MADE_UP_RULE:
            assert miss.made_up <= later[_name(miss)].made_up
            if miss.status == "made_up":
                assert later[_name(miss)].status == "made_up"


@few
@given(cases(), st.lists(st.integers(-30, 420), max_size=3, unique=True))
def test_windows_that_share_no_day_add_up_to_the_whole(case: Case, cuts: list[int]) -> None:
    ledger = ledger_of(case.records, case.as_of)
    log = log_of(case.records, case.as_of)
    days = [min(case.records.terms.start) + dt.timedelta(cut) for cut in sorted(cuts)]
    spans = list(zip([None, *(day + dt.timedelta(1) for day in days)], [*days, None], strict=True))
    for student in case.records.students.student_id:
        windows = [window_of(log, ledger, student, first, last) for first, last in spans]
        for at, service in enumerate([s for s in ledger.services if s.student_id == student]):
            for name in FIGURES:
                assert sum(getattr(w.services[at], name) for w in windows) == getattr(service, name), name
            reasons = sum((Counter(w.services[at].missed_by_reason) for w in windows), Counter())
            assert reasons == service.missed_by_reason
        assert sum(len(w.misses) for w in windows) == sum(m.student_id == student for m in ledger.misses)
        for window in windows:
            accounts = ("delivered", "delivered_differently", "made_up", "compensatory", "extra")
            for type_, held in window.held_minutes.items():
                own = [s for s in window.services if family(s)[1] == type_.strip().casefold()]
                assert held == sum(getattr(s, name) for s in own for name in accounts)


@few
@given(cases())
def test_a_determination_that_says_what_the_rule_says_changes_no_sum(case: Case) -> None:
    before = ledger_of(case.records, case.as_of)
    decided = [
        {"determination_id": f"same-{miss.place}", "session_id": miss.session_id, "disposition": miss.disposition}
        for miss in before.misses
        if miss.session_id is not None and miss.determination_id is None and miss.disposition is not None
        if miss.rule != MADE_UP_RULE
    ]
    known = _standing(case.records)
    late = {known[row["session_id"]] for row in case.records.determinations.rows_as_dicts()}
    decided = [row for row in decided if row["session_id"] not in late]
    after = ledger_of(with_rows(case.records, "determinations", decided), case.as_of)
    assert after.services == before.services
    assert after.payments == before.payments
    same: dict[str, Any] = {"rule": "", "citation": None, "verification": None, "determination_id": None}
    assert [m._replace(**same) for m in after.misses] == [m._replace(**same) for m in before.misses]


@few
@given(cases(), st.data())
def test_one_more_make_up_never_adds_to_what_is_open(case: Case, data: st.DataObject) -> None:
    """It makes up what is owed, then what waits for a decision or is unknown, or is extra: to the minute."""
    services = case.records.services
    at = data.draw(st.integers(0, len(services) - 1))
    before = ledger_of(case.records, case.as_of)
    whose = {service.service_id: family(service) for service in before.services}
    own = whose[services.service_id[at]]
    gaps = [
        row["session_id"]
        for row in counting(case.records, dt.date.max)
        if is_regular(row) and whose[row["service_id"]] == own
    ]
    more = {
        "session_id": data.draw(st.sampled_from(("!", "5!", "~"))),
        "service_id": services.service_id[at],
        "date": data.draw(st.dates(min(case.records.terms.start), case.as_of)),
        "minutes_delivered": data.draw(st.integers(0, 90)),
        "kind": "make_up",
        "makeup_for": data.draw(st.none() | st.sampled_from(gaps)) if gaps else None,
    }
    after = ledger_of(with_rows(case.records, "sessions", [more]), case.as_of)
    judged = ("owed", "not_owed", "team_decides", "unknown")
    assert group(after, *judged) == group(before, *judged)
    assert group(after, "open", "overdue") <= group(before, "open", "overdue")
    assert group(after, "owed") >= group(before, "owed")
    added = group(after, "made_up", "extra")
    added.subtract(group(before, "made_up", "extra"))
    assert +added == +Counter({own: more["minutes_delivered"]})


@few
@given(cases())
def test_other_ids_of_the_same_order_change_nothing_but_ids(case: Case) -> None:
    new: dict[str, dict[str, str]] = {
        table.NAME: {id_: f"n{rank:05}" for rank, id_ in enumerate(sorted(case.records.table(table.NAME).index()))}
        for table in TABLES
        if table.key()
    }
    tables = {}
    for table in TABLES:
        rows = case.records.table(table.NAME)
        columns = {}
        for name, spec in table.columns().items():
            ids = new.get(table.NAME if spec.key else spec.refers or "", {})
            columns[name] = [ids.get(id_, id_) if ids else id_ for id_ in rows.values(name)]
        tables[table.NAME] = table.of(columns, rows.row)
    before = ledger_of(case.records, case.as_of)
    after = ledger_of(with_tables(case.records, tables), case.as_of)
    for was, now in zip(figures(before), figures(after), strict=True):
        assert [_renamed(row, new) for row in was] == [_renamed(row, {}) for row in now]


@few
@given(cases())
def test_every_payment_pays_what_was_held_for_what_was_owed(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    rows = {row["session_id"]: row for row in counting(case.records, case.as_of)}
    services = {service.service_id: service for service in ledger.services}
    standing = _standing(case.records)
    paid_by: Counter[str] = Counter()
    paid: Counter[int] = Counter()
    for payment in ledger.payments:
        row, miss = rows[payment.session_id], ledger.misses[payment.miss]
        service = services[row["service_id"]]
        assert payment.minutes > 0
        assert payment.held_on == row["date"]
        assert family(service) == family(miss)
        assert miss.disposition == "owed"
        is_linked = row["makeup_for"] and standing[row["makeup_for"]] == miss.session_id
        assert is_linked or miss.missed_on <= row["date"]
        paid_by[payment.session_id] += payment.minutes
        paid[payment.miss] += payment.minutes
    assert all(minutes <= rows[id_]["minutes_delivered"] for id_, minutes in paid_by.items())
    assert all(miss.made_up == paid[at] and miss.place == at for at, miss in enumerate(ledger.misses))
    for use in ledger.uses:
        if use.use != "nothing_to_settle":
            continue
        still = [
            miss
            for miss in ledger.misses
            if family(miss) == family(services[use.service_id]) and miss.missed_on <= use.held_on
        ]
        assert not sum(miss.open for miss in still), "minutes are extra only if no debt of before is open"
        waits = [miss for miss in still if miss.disposition in ("team_decides", "unknown")]
        assert not sum(miss.minutes for miss in waits), "nor anything left that waits for a decision"


@pytest.mark.parametrize("name", ["promised", "owed", "extra"])
def test_the_figures_that_windows_add_up_are_all_there(name: str) -> None:
    assert name in FIGURES
    assert len(FIGURES) == 18


def _two(records: Records, as_of: dt.date, days: int) -> tuple[Ledger, Ledger]:
    return ledger_of(records, as_of), ledger_of(records, as_of + dt.timedelta(days))


def _name(miss: Miss) -> tuple[Any, ...]:
    return miss.service_id, miss.missed_on, miss.session_id, miss.start_time, miss.inferred, miss.disposition


def _gaps(misses: list[Miss]) -> Counter[tuple[Any, ...]]:
    """Return the minutes of each gap, its parts together."""
    minutes: Counter[tuple[Any, ...]] = Counter()
    for m in misses:
        minutes[m.service_id, m.missed_on, m.session_id, m.start_time, m.inferred, m.reason, m.gap] += m.minutes
    return minutes


def _judged(misses: list[Miss]) -> Counter[tuple[Any, ...]]:
    """Return the minutes of each gap by what the rule or the team made of them; what was made up waits too."""
    minutes: Counter[tuple[Any, ...]] = Counter()
    for m in misses:
        gap = m.service_id, m.missed_on, m.session_id, m.start_time, m.inferred, m.reason, m.gap
        waits = m.rule == MADE_UP_RULE or m.disposition in ("team_decides", "unknown")
        judged = ("waits",) if waits else (m.disposition, m.rule, m.citation, m.verification, m.due_by)
        minutes[*gap, *judged] += m.minutes
    return minutes


def _is_open(period: PeriodAccount) -> bool:
    return period.elapsed < period.days


def _period_key(ledger: Ledger, miss: Miss) -> tuple[str, dt.date]:
    period = period_of(ledger, miss.service_id, miss.missed_on)
    assert period is not None
    return period.service_id, period.first


def _periods_with_rows_to_come(case: Case, ledger: Ledger, days: int) -> set[tuple[str, dt.date]]:
    """Return the periods that are over before their last day, and of which a row is dated in the next days."""
    over = [p for p in ledger.periods if not _is_open(p) and p.last > case.as_of]
    rows = counting(case.records, case.as_of + dt.timedelta(days))
    return {
        (p.service_id, p.first)
        for p in over
        for row in rows
        if row["service_id"] == p.service_id and is_regular(row) and case.as_of < row["date"] <= p.last
    }


def _one_decision_each(records: Records) -> Records:
    """Leave one determination of each session that stands."""
    standing, rows = _standing(records), records.determinations.rows_as_dicts()
    one = {standing[row["session_id"]]: row for row in sorted(rows, key=lambda row: row["determination_id"])}
    table = type(records.determinations)
    columns = {name: [row[name] for row in one.values()] for name in table.columns()}
    return with_tables(records, {"determinations": table.of(columns, list(range(2, len(one) + 2)))})


def _standing(records: Records) -> dict[str, str]:
    """Return the session that stands for each one at the end of its corrections."""
    replaced = {old: new for new, old in zip(records.sessions.session_id, records.sessions.corrects, strict=True)}
    standing = {}
    for id_ in records.sessions.session_id:
        last = id_
        while last in replaced:
            last = replaced[last]
        standing[id_] = last
    return standing


def _renamed(row: Any, new: dict[str, dict[str, str]]) -> dict[str, Any]:
    told = row._asdict() if hasattr(row, "_asdict") else asdict(row)
    for table in ("service", "student", "session", "award", "determination"):
        ids = new.get(f"{table}s", {})
        column = f"{table}_id"
        if column in told:
            told[column] = ids.get(told[column], told[column])
    if told.get("determination_id"):
        told["rule"] = "determination"
    return told
