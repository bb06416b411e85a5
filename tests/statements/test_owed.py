"""What is owed, worst first, with figures counted by hand."""

from datetime import date
from pathlib import Path

import pytest
from tests.statements.small_folder import house, read
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.statements.owed.line import BYS, SUMS, By
from makegood.statements.owed.silent import silent_services
from makegood.statements.owed.work_list import owed_by, totals_of

MAPLE_RIDGE = Path(__file__).parents[2] / "examples" / "maple-ridge"
PACK = house(
    "{reasons: {provider_absent: {disposition: owed, make_up_within: {n: 10, unit: calendar_days}, source: us},"
    " vacancy: {disposition: owed, make_up_within: {n: 60, unit: calendar_days}, source: us},"
    " student_absent: {disposition: not_owed, source: us}}}"
)
TABLES = {
    "terms": "calendar_id kind start end\nCAL year 2025-09-01 2026-06-12",
    "schools": "school_id name\nE East\nW West",
    "students": "student_id school_id policy_id\nS-1 E house\nS-2 W house\nS-3 - house",
    "providers": "provider_id\nP1\nP2\nP3",
    "services": "service_id student_id service_type minutes per provider_id end\n"
    "A S-1 speech 30 week P1 2025-09-26\nB S-2 speech 30 week P1 2025-09-26\nC S-3 ot 30 week - 2025-09-26",
    # Four weeks. S-1: one session not owed, two owed and past their ten days, one of them made up in part.
    # S-2: two vacant weeks not yet due, one of them logged by a substitute. S-3: testing, and three weeks unlogged.
    "sessions": "session_id service_id date minutes_delivered reason kind provider_id\n"
    "A1 A 2025-09-03 0 provider_absent - -\nA2 A 2025-09-10 0 student_absent - -\n"
    "A3 A 2025-09-17 0 provider_absent - -\nA4 A 2025-09-24 30 - - -\nA5 A 2025-09-25 20 - make_up -\n"
    "B1 B 2025-09-03 30 - - -\nB2 B 2025-09-10 0 vacancy - P2\nB3 B 2025-09-17 0 vacancy - -\n"
    "B4 B 2025-09-24 30 - - -\nC1 C 2025-09-03 0 assessment - P3\n",
}
AS_OF = "2025-09-29"


def test_students_are_listed_worst_first_with_age_and_next_deadline(tmp_path: Path) -> None:
    records, ledger = read(tmp_path, AS_OF, PACK, **TABLES)
    first, second, third = owed_by(records, ledger, "student")
    # S-1 owes 60 - 20 made up: 10 of 3 Sep (due 13 Sep) and 30 of 17 Sep (due 27 Sep), both past.
    assert (first.key, first.sums["overdue"], first.sums["open"]) == (("S-1", "speech"), 40, 0)
    assert (first.oldest, first.next_deadline) == (date(2025, 9, 3), None)
    assert first.by_reason == {"provider_absent": 40}
    assert (first.sums["owed"], first.sums["made_up"], first.sums["not_owed"]) == (60, 20, 30)
    # 10 Sep and 60 days is 9 November.
    assert (second.key, second.sums["overdue"], second.sums["open"]) == (("S-2", "speech"), 0, 60)
    assert (second.oldest, second.next_deadline) == (date(2025, 9, 10), date(2025, 11, 9))
    assert (third.key, third.still_to_come) == (("S-3", "ot"), 0)
    assert (third.sums["team_decides"], third.sums["unknown"], third.sums["unrecorded"]) == (30, 90, 90)


def test_what_waits_for_the_team_counts_only_when_it_is_asked_for(tmp_path: Path) -> None:
    records, ledger = read(tmp_path, AS_OF, PACK, **TABLES)
    line = owed_by(records, ledger, "student")[2]
    assert (line.waiting(with_team=False), line.oldest, dict(line.by_reason)) == (0, None, {})
    line = owed_by(records, ledger, "student", with_team=True)[2]
    assert (line.waiting(with_team=True), line.oldest, dict(line.by_reason)) == (
        30,
        date(2025, 9, 3),
        {"assessment": 30},
    )


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("school", {"E": (40, 0), "W": (0, 60), "": (0, 0)}),
        ("service", {"speech": (40, 60), "ot": (0, 0)}),
        ("reason", {"provider_absent": (40, 0), "vacancy": (0, 60), "student_absent": (0, 0), "assessment": (0, 0)}),
        # B2 was P2's; what is on no record is on the caseload of the service, and C names nobody.
        ("provider", {"P1": (40, 30), "P2": (0, 30), "P3": (0, 0), "": (0, 0)}),
    ],
)
def test_roll_ups_add_the_same_minutes_another_way(
    tmp_path: Path, by: By, expected: dict[str, tuple[int, int]]
) -> None:
    records, ledger = read(tmp_path, AS_OF, PACK, **TABLES)
    lines = {line.key[0]: (line.sums["overdue"], line.sums["open"]) for line in owed_by(records, ledger, by)}
    assert {key: lines[key] for key in expected} == expected
    assert set(lines) - set(expected) <= {"unrecorded"}


def test_a_slot_of_which_nothing_tells_is_on_the_caseload_of_its_provider(tmp_path: Path) -> None:
    slots = "service_id weekday start_time minutes provider_id\nC Wednesday 09:00 30 P2"
    records, ledger = read(tmp_path, AS_OF, PACK, **(TABLES | {"schedule": slots}))
    lines = {line.key[0]: line.sums["unknown"] for line in owed_by(records, ledger, "provider")}
    # Three Wednesdays of which no row tells: nothing is on record, and no rule says what follows.
    assert lines["P2"] == 90


@pytest.mark.parametrize("with_team", [False, True])
@pytest.mark.parametrize("by", BYS)
def test_every_list_adds_up_to_the_ledgers_totals(by: By, *, with_team: bool) -> None:
    day = date(2027, 3, 12)
    records, _ = read_folder(MAPLE_RIDGE, as_of=day)
    assert records is not None
    ledger = ledger_of(records, day)
    lines = owed_by(records, ledger, by, with_team=with_team)
    assert totals_of(lines) == {name: ledger.totals[name] for name in SUMS}
    assert sum(sum(line.by_reason.values()) for line in lines) == sum(
        line.waiting(with_team=with_team) for line in lines
    )


@pytest.mark.parametrize("by", ["student", "service"])
def test_types_that_differ_only_in_capitals_are_one_line_named_as_first_written(tmp_path: Path, by: By) -> None:
    tables = TABLES | {
        "services": "service_id student_id service_type minutes per provider_id end\n"
        "A S-1 speech 30 week P1 2025-09-26\nB S-1 Speech 30 week P1 2025-09-26"
    }
    tables["sessions"] = "\n".join(row for row in tables["sessions"].split("\n") if not row.startswith("C1"))

    records, ledger = read(tmp_path, AS_OF, PACK, **tables)
    lines = owed_by(records, ledger, by)

    assert [line.key[-1] for line in lines] == ["speech"]
    # A missed three sessions and gave two, one of them as a make-up; B missed two and gave two: 30 minutes each.
    assert lines[0].sums["missed"] == 150


def test_services_without_any_row_are_named_and_those_with_one_are_not(tmp_path: Path) -> None:
    # D is due 30 in each of four weeks, and E in three; E's only row is of after the as-of date. C has one row.
    tables = TABLES | {
        "services": TABLES["services"] + "\nD S-3 speech 30 week - 2025-09-26\nE S-1 ot 30 week - 2025-09-19\n",
        "sessions": TABLES["sessions"] + "E1 E 2025-10-01 30 - - -\n",
    }
    records, ledger = read(tmp_path, AS_OF, PACK, **tables)
    assert [(each.service_id, each.unrecorded) for each in silent_services(records, ledger)] == [("D", 120), ("E", 90)]
    done = CliRunner().invoke(app, ["owed", str(tmp_path), "--as-of", AS_OF])
    assert "no row at all of 2 services of 2 children" in " ".join(done.stdout.split())
    assert "D (speech) 120, E (ot) 90." in " ".join(done.stdout.split())
