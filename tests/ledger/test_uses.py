"""Where the minutes of each session went: every one of them is in one use, and the uses are the accounts."""

import os
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.ledger.drawn_records import Case, cases, counting, is_regular
from tests.statements.small_folder import house, read

from makegood.ledger import Ledger, ledger_of

few = settings(
    max_examples=int(os.environ.get("MAKEGOOD_EXAMPLES", "25")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
OF_REGULAR = {"delivered", "delivered_differently", "over_promise", "in_no_period"}
OF_MAKE_UP = {"made_up", "waiting", "names_not_owed", "nothing_to_settle"}
OF_COMPENSATORY = {"compensatory", "over_award"}

STUDENTS = "student_id policy_id\nS-1 house"
TERMS = "calendar_id name kind start end\nC Y year 2026-09-07 2026-12-18"
WEEKLY = (
    "service_id student_id service_type minutes per sessions start end\nA S-1 speech 30 week 1 2026-09-07 2026-09-20"
)
LOG = "session_id service_id date minutes_delivered reason kind makeup_for as_written\n"
PACK = house(
    "{reasons: {provider_absent: {disposition: owed, source: us}, student_absent: {disposition: not_owed, source: us}}}"
)


@few
@given(cases())
def test_every_minute_held_is_in_one_use_and_the_uses_are_the_accounts(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    used: Counter[str] = Counter()
    for use in ledger.uses:
        assert use.minutes > 0
        used[use.session_id] += use.minutes
    rows = {row["session_id"]: row for row in counting(case.records, case.as_of)}
    assert used == {id_: row["minutes_delivered"] for id_, row in rows.items() if row["minutes_delivered"]}
    family = {s.service_id: (s.student_id, s.service_type.strip().casefold()) for s in ledger.services}
    by_use: Counter[Any] = Counter()
    for use in ledger.uses:
        assert (use.service_id, use.held_on) == (rows[use.session_id]["service_id"], rows[use.session_id]["date"])
        by_use[family[use.service_id], "extra" if use.is_extra else use.use] += use.minutes
    accounts: Counter[Any] = Counter()
    for service in ledger.services:
        for name in ("delivered", "delivered_differently", "made_up", "compensatory", "extra"):
            accounts[family[service.service_id], name] += getattr(service, name)
    assert +accounts == by_use
    assert sum(p.minutes for p in ledger.payments) == sum(u.minutes for u in ledger.uses if u.use == "made_up")


@few
@given(cases())
def test_a_row_of_a_kind_is_used_as_its_kind_is(case: Case) -> None:
    ledger = ledger_of(case.records, case.as_of)
    rows = {row["session_id"]: row for row in counting(case.records, case.as_of)}
    for use in ledger.uses:
        row = rows[use.session_id]
        under_award = row["award_id"] or row["kind"] == "compensatory"
        allowed = OF_REGULAR if is_regular(row) else OF_COMPENSATORY if under_award else OF_MAKE_UP
        assert use.use in allowed | ({"nothing_to_settle"} if under_award else set())


def uses(folder: Path, as_of: str, *rows: str, **tables: str) -> list[tuple[str, str, int]]:
    """Return each use of a small log: session, use, minutes."""
    log = LOG + "\n".join(" ".join([*row.split(), *"----"][:8]) for row in rows)
    return told(
        read(
            folder,
            as_of,
            PACK,
            **({"students": STUDENTS, "terms": TERMS, "services": WEEKLY, "sessions": log} | tables),
        )[1]
    )


def told(ledger: Ledger) -> list[tuple[str, str, int]]:
    """Return a ledger's uses, by session."""
    return sorted((use.session_id, use.use, use.minutes) for use in ledger.uses)


def test_what_a_week_has_too_much_of_is_over_the_promise(tmp_path: Path) -> None:
    """30 are due: 25 of Tuesday and 5 of Thursday's 20 are delivered, 15 are more than was promised."""
    found = uses(tmp_path, "2026-09-13", "1 A 2026-09-08 25", "2 A 2026-09-10 20")
    assert found == [("1", "delivered", 25), ("2", "delivered", 5), ("2", "over_promise", 15)]


def test_what_is_given_otherwise_fills_what_is_left_of_the_promise(tmp_path: Path) -> None:
    """30 are due: 10 as written come first, then 20 of the 40 that were given otherwise."""
    found = uses(tmp_path, "2026-09-13", "1 A 2026-09-08 40 - - - no", "2 A 2026-09-10 10")
    assert found == [("1", "delivered_differently", 20), ("1", "over_promise", 20), ("2", "delivered", 10)]


def test_a_make_up_that_names_a_row_of_a_week_that_runs_waits(tmp_path: Path) -> None:
    """The week of Tuesday's miss is over on Friday: on Thursday the make-up of Wednesday waits, then it settles."""
    rows = ("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-09 30 - make_up 1")
    assert uses(tmp_path, "2026-09-10", *rows) == [("2", "waiting", 30)]
    assert uses(tmp_path, "2026-09-11", *rows) == [("2", "made_up", 30)]


def test_a_make_up_that_names_a_row_without_a_gap_waits_too_and_then_goes_on(tmp_path: Path) -> None:
    """Tuesday was held in full. The make-up that names it waits until Friday, and then pays the miss of last week."""
    rows = ("1 A 2026-09-08 0 provider_absent", "2 A 2026-09-15 30", "3 A 2026-09-16 30 - make_up 2")
    assert uses(tmp_path, "2026-09-17", *rows) == [("2", "delivered", 30), ("3", "waiting", 30)]
    assert uses(tmp_path, "2026-09-18", *rows) == [("2", "delivered", 30), ("3", "made_up", 30)]


def test_a_make_up_that_names_what_is_not_owed_settles_nothing_else(tmp_path: Path) -> None:
    """The child was absent on the 15th; the make-up for it does not pay the provider's debt of the 8th."""
    rows = (
        "1 A 2026-09-08 0 provider_absent",
        "2 A 2026-09-15 0 student_absent",
        "3 A 2026-09-17 30 - make_up 2",
        "4 A 2026-09-18 40 - make_up",
    )
    found = uses(tmp_path, "2026-09-20", *rows)
    assert found == [("3", "names_not_owed", 30), ("4", "made_up", 30), ("4", "nothing_to_settle", 10)]


def test_what_is_dated_in_no_period_is_told_so(tmp_path: Path) -> None:
    """The service ends on the 20th; the row of the 22nd lies in a week in which it does not run."""
    assert uses(tmp_path, "2026-09-27", "1 A 2026-09-22 30") == [("1", "in_no_period", 30)]


def test_what_goes_beyond_an_award_is_told_so(tmp_path: Path) -> None:
    found = uses(
        tmp_path,
        "2026-09-13",
        awards="award_id student_id service_type minutes start\nW S-1 speech 50 2026-09-01",
        sessions="session_id service_id date minutes_delivered award_id\n2 A 2026-09-09 60 W",
    )
    assert found == [("2", "compensatory", 50), ("2", "over_award", 10)]
