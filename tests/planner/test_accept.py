"""Accepting a plan: what is written, what is refused, and what becomes of it in the log."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.planner.agreed_folder import AGREED, AS_OF, LAST, OFFERS, TABLES, folder
from typer.testing import CliRunner, Result

from makegood.cli import accept
from makegood.files import places
from makegood.intake import read_folder
from makegood.ledger import Ledger, ledger_of
from makegood.planner.gather import gather
from makegood.plans.instance import Instance
from makegood.terms.findings import Finding

APP = typer.Typer()
APP.command(name="accept")(accept.command)


def session(
    day: int, start: str, provider: str, *students: dict[str, Any], school: str = "E", minutes: int = 30
) -> dict[str, Any]:
    return {
        "date": f"2026-10-{day:02d}",
        "start": start,
        "minutes": minutes,
        "school_id": school,
        "provider_id": provider,
        "service_type": "speech",
        "students": list(students),
    }


def attends(student: str, service: str, missed: str | None, on: str, minutes: int) -> dict[str, Any]:
    part = {"service_id": service, "session_id": missed, "missed_on": on, "minutes": minutes}
    return {"student_id": student, "settles": [part]}


A1 = attends("S-1", "A", "A1", "2026-09-08", 30)
A2 = attends("S-1", "A", "A2", "2026-09-15", 30)
C1 = attends("S-3", "C", "C1", "2026-09-08", 20)
FIRST, SECOND, WEST = (
    session(5, "13:00", "P1", A1),
    session(12, "13:00", "P1", A2),
    session(5, "13:30", "P2", C1, school="W", minutes=20),
)


def run(path: Path, *sessions: dict[str, Any], on: str = AS_OF, more: tuple[str, ...] = ()) -> Result:
    plan = path / "plan.json"
    plan.write_text(json.dumps({"sessions": sessions}), encoding="utf-8")
    return CliRunner().invoke(APP, [str(plan), str(path), "--on", on, *more])


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def now(path: Path, as_of: str) -> tuple[Ledger, Instance, list[Finding]]:
    day = dt.date.fromisoformat(as_of)
    records, findings = read_folder(path, as_of=day)
    assert records is not None, findings
    ledger = ledger_of(records, day)
    return ledger, *gather(records, ledger, day, LAST)


def add(path: Path, table: str, row: str) -> None:
    with (path / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(",".join("" if cell == "-" else cell for cell in row.split()) + "\n")


def files(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.iterdir() if each.is_file() and each.name != "plan.json"}


def test_a_plan_becomes_rows_of_pinned_and_offers(tmp_path: Path) -> None:
    result = run(folder(tmp_path), FIRST, WEST, SECOND)
    assert result.exit_code == 0, result.output
    assert cells(tmp_path / "pinned.csv")[1] == {
        "pinned_id": "M0002",
        "date": "2026-10-05",
        "start": "13:30",
        "minutes": "20",
        "school_id": "W",
        "provider_id": "P2",
        "student_id": "S-3",
        "service_id": "C",
        "session_id": "C1",
        "missed_on": "2026-09-08",
        "settles": "20",
    }
    offers = [
        (row["offer_id"], row["session_id"], row["date"], row["response"], row["method"])
        for row in cells(tmp_path / "offers.csv")
    ]
    assert offers == [
        ("M0001-1", "A1", AS_OF, "no_answer", ""),
        ("M0002-1", "C1", AS_OF, "no_answer", ""),
        ("M0003-1", "A2", AS_OF, "no_answer", ""),
    ]
    assert "offers has no row" not in result.output
    # 30 + 20 + 30 minutes, of S-1 and S-3.
    assert "Agreed: 3 make-ups from 2026-10-05 to 2026-10-12, 80 minutes of 2 students." in result.output
    assert "pinned.csv: 3 rows added." in result.output
    _, instance, findings = now(tmp_path, AS_OF)
    assert findings == []
    assert [(each.date.day, each.provider_id) for each in instance.pinned] == [(5, "P1"), (5, "P2"), (12, "P1")]


def test_a_group_shares_one_number_and_each_missed_session_has_an_offer(tmp_path: Path) -> None:
    services = TABLES["services"].replace("B S-2 speech 30 week group -", "B S-2 speech 30 week group 3")
    both = session(5, "13:00", "P1", A1, attends("S-2", "B", "B1", "2026-09-08", 30))
    result = run(folder(tmp_path, services=services), both)
    assert result.exit_code == 0, result.output
    assert [(row["pinned_id"], row["student_id"]) for row in cells(tmp_path / "pinned.csv")] == [
        ("M0001", "S-1"),
        ("M0001", "S-2"),
    ]
    assert [(row["offer_id"], row["session_id"]) for row in cells(tmp_path / "offers.csv")] == [
        ("M0001-1", "A1"),
        ("M0001-2", "B1"),
    ]


def test_what_has_no_row_in_the_log_is_agreed_without_an_offer(tmp_path: Path) -> None:
    services = TABLES["services"].replace("group 3 P1 2026-09-07 2026-10-02", "group 3 P1 2026-08-31 2026-10-02")
    schedule = "service_id weekday start_time minutes\nA Tuesday 09:00 30"
    inferred = session(5, "13:00", "P1", attends("S-1", "A", None, "2026-09-01", 30))
    path = folder(tmp_path, services=services, schedule=schedule, provider_absences="provider_id date\nP1 2026-09-01")
    result = run(path, inferred)
    assert result.exit_code == 0, result.output
    assert [row["session_id"] for row in cells(tmp_path / "pinned.csv")] == [""]
    assert "offers has no row for M0001 with S-1: what was missed has no row in sessions." in result.output
    assert not (tmp_path / "offers.csv").exists()


def test_a_held_make_up_comes_back_as_a_session(tmp_path: Path) -> None:
    run(folder(tmp_path), FIRST, SECOND)
    ledger, instance, _ = now(tmp_path, "2026-10-05")
    assert (ledger.totals["made_up"], len(instance.pinned)) == (0, 2)
    add(tmp_path, "sessions", "A9 A 2026-10-05 30 - make_up A1")
    ledger, instance, findings = now(tmp_path, "2026-10-05")
    assert (ledger.totals["made_up"], findings) == (30, [])
    assert [each.date.day for each in instance.pinned] == [12]
    assert {miss.session_id: miss.minutes for miss in instance.misses} == {"A2": 30, "C1": 20}


@pytest.mark.parametrize(
    ("table", "row", "as_of"),
    [
        ("sessions", "A9 A 2026-10-05 0 student_absent make_up A1", "2026-10-05"),
        ("offers", "O1 A1 2026-10-04 declined -", AS_OF),
    ],
)
def test_a_missed_or_declined_one_frees_its_minutes(tmp_path: Path, table: str, row: str, as_of: str) -> None:
    run(folder(tmp_path), FIRST, SECOND)
    add(tmp_path, table, row)
    ledger, instance, findings = now(tmp_path, as_of)
    assert (ledger.totals["made_up"], findings) == (0, [])
    assert [each.date.day for each in instance.pinned] == [12]
    assert {miss.session_id: miss.minutes for miss in instance.misses} == {"A1": 30, "A2": 30, "C1": 20}


def test_what_was_declined_is_left_out_when_the_rest_of_a_plan_is_accepted(tmp_path: Path) -> None:
    run(folder(tmp_path), FIRST, SECOND)
    add(tmp_path, "offers", f"O1 A1 {AS_OF} declined -")
    result = run(tmp_path, FIRST, WEST, SECOND)
    assert result.exit_code == 0, result.output
    assert "P1 on 2026-10-05 at 13:00 is left out: the family of student S-1 declined that hour" in result.output
    assert "Agreed: 1 make-up on 2026-10-05, 20 minutes of 1 student." in result.output
    assert "Agreed before, and left as it is: 1 make-up." in result.output
    assert [row["student_id"] for row in cells(tmp_path / "pinned.csv")] == ["S-1", "S-1", "S-3"]


def test_a_plan_that_was_wholly_declined_leaves_nothing_to_accept(tmp_path: Path) -> None:
    run(folder(tmp_path), FIRST)
    add(tmp_path, "offers", f"O1 A1 {AS_OF} declined -")
    before = files(tmp_path)
    result = run(tmp_path, FIRST)
    assert result.exit_code == 2
    assert "Every session of this plan was declined: nothing is left to accept" in result.output
    assert files(tmp_path) == before


@pytest.mark.parametrize(("start", "left_out"), [("12:45", True), ("13:15", True), ("13:30", False)])
def test_a_make_up_that_overlaps_a_declined_one_is_left_out_too(tmp_path: Path, start: str, *, left_out: bool) -> None:
    run(folder(tmp_path), FIRST)
    add(tmp_path, "offers", f"O1 A1 {AS_OF} declined -")
    run(tmp_path, session(5, start, "P1", A1))
    assert len(cells(tmp_path / "pinned.csv")) == (1 if left_out else 2)


# On the day itself, on the next, after the first was to be held (5 October), and when all of it is behind us.
@pytest.mark.parametrize("on", [AS_OF, "2026-10-05", "2026-10-06", "2026-10-30"])
def test_a_plan_that_is_accepted_twice_was_accepted_and_nothing_is_added(tmp_path: Path, on: str) -> None:
    run(folder(tmp_path), FIRST, SECOND)
    before = files(tmp_path)
    result = run(tmp_path, FIRST, SECOND, on=on)
    assert result.exit_code == 0, result.output
    assert "Agreed before, nothing new: 2 make-ups. Nothing was written." in result.output
    assert files(tmp_path) == before


@pytest.mark.parametrize("row", ["A9 A 2026-10-05 30 - make_up A1", "A9 A 2026-10-05 0 student_absent make_up A1"])
def test_what_was_held_or_missed_since_is_still_known_as_agreed(tmp_path: Path, row: str) -> None:
    run(folder(tmp_path), FIRST, SECOND)
    add(tmp_path, "sessions", row)
    before = files(tmp_path)
    result = run(tmp_path, FIRST, SECOND, on="2026-10-06")
    assert "Agreed before, nothing new: 2 make-ups." in result.output
    assert files(tmp_path) == before


def test_the_day_of_the_offer_is_the_plans_own(tmp_path: Path) -> None:
    path = folder(tmp_path)
    plan = {"as_of": "2026-10-03", "sessions": [FIRST]}
    (path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    result = CliRunner().invoke(APP, [str(path / "plan.json"), str(path)])
    assert result.exit_code == 0, result.output
    assert [row["date"] for row in cells(path / "offers.csv")] == ["2026-10-03"]
    assert "With P1 (1). Offered on 2026-10-03." in result.output


def test_what_was_logged_since_the_plan_counts_and_moves_the_day_of_the_offer(tmp_path: Path) -> None:
    path = folder(tmp_path)
    # The plan is of 1 October; on the 2nd, 20 of A1's 30 minutes were made up.
    add(path, "sessions", "A9 A 2026-10-02 20 - make_up A1")
    (path / "plan.json").write_text(json.dumps({"as_of": "2026-10-01", "sessions": [FIRST]}), encoding="utf-8")
    result = CliRunner().invoke(APP, [str(path / "plan.json"), str(path)])
    assert result.exit_code == 2
    assert "30 minutes of student S-1 are planned for session A1" in result.output
    (path / "plan.json").write_text(json.dumps({"as_of": "2026-10-01", "sessions": [SECOND]}), encoding="utf-8")
    result = CliRunner().invoke(APP, [str(path / "plan.json"), str(path)])
    assert result.exit_code == 0, result.output
    assert [row["date"] for row in cells(path / "offers.csv")] == ["2026-10-02"]


def test_a_later_plan_adds_only_what_is_new(tmp_path: Path) -> None:
    run(folder(tmp_path), FIRST)
    result = run(tmp_path, FIRST, SECOND)
    assert result.exit_code == 0, result.output
    assert "Agreed before, and left as it is: 1 make-up." in result.output
    assert [row["pinned_id"] for row in cells(tmp_path / "pinned.csv")] == ["M0001", "M0002"]
    assert [row["offer_id"] for row in cells(tmp_path / "offers.csv")] == ["M0001-1", "M0002-1"]


def test_what_is_agreed_is_known_again_though_the_log_paid_what_it_was_for(tmp_path: Path) -> None:
    run(folder(tmp_path), FIRST)
    # Without a link these 30 minutes pay September 8; what is agreed makes up September 15 instead.
    add(tmp_path, "sessions", "A9 A 2026-10-02 30 - make_up -")
    result = run(tmp_path, FIRST, WEST)
    assert result.exit_code == 0, result.output
    assert "Agreed before, and left as it is: 1 make-up." in result.output
    assert [row["student_id"] for row in cells(tmp_path / "pinned.csv")] == ["S-1", "S-3"]


def test_a_part_of_a_plan_can_be_accepted(tmp_path: Path) -> None:
    result = run(folder(tmp_path), FIRST, WEST, SECOND, more=("--only", "P2"))
    assert result.exit_code == 0, result.output
    assert [row["student_id"] for row in cells(tmp_path / "pinned.csv")] == ["S-3"]
    result = run(tmp_path, FIRST, WEST, SECOND, more=("--student", "S-1"))
    assert result.exit_code == 0, result.output
    assert [row["student_id"] for row in cells(tmp_path / "pinned.csv")] == ["S-3", "S-1", "S-1"]


@pytest.mark.parametrize(
    ("sessions", "more", "says"),
    [
        # More than is open, twice the same debt, and a session that owes nothing.
        ([FIRST, session(6, "13:00", "P1", A1)], (), "60 minutes of student S-1 are planned for session A1"),
        ([session(5, "13:00", "P1", attends("S-1", "A", "A3", "2026-09-22", 30))], (), "and 0 are open"),
        # Two at once, no time there, a day that is behind us.
        ([FIRST, session(5, "13:15", "P1", A2)], (), "at the same time"),
        ([session(5, "16:00", "P1", A1)], (), "no time for make-ups"),
        ([FIRST], ("--on", "2026-10-06"), "behind us"),
        # Nobody and nothing of that name.
        ([session(5, "13:00", "P7", A1)], (), "no provider P7 is on record"),
        ([FIRST], ("--only", "P2"), "no session of provider 'P2'"),
        ([FIRST], ("--student", "S-9"), "no session of student 'S-9'"),
        ([FIRST], ("--on", "soon"), "is not a date"),
        ([FIRST | {"start": "1 pm"}], (), "sessions[0].start"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(
    tmp_path: Path, sessions: list[dict[str, Any]], more: tuple[str, ...], says: str
) -> None:
    before = files(folder(tmp_path))
    result = run(tmp_path, *sessions, more=more)
    assert result.exit_code == 2
    assert says in result.output
    assert files(tmp_path) == before


def test_what_was_made_up_since_the_plan_is_refused(tmp_path: Path) -> None:
    path = folder(tmp_path)
    add(path, "sessions", "A9 A 2026-10-02 20 - make_up A1")
    result = run(path, FIRST)
    assert result.exit_code == 2
    assert "and 10 are open" in result.output
    assert not (path / "pinned.csv").exists()


def test_an_agreed_make_up_that_breaks_a_rule_is_mended_first(tmp_path: Path) -> None:
    path = folder(tmp_path, pinned=AGREED.replace("13:00", "07:00"))
    before = files(path)
    result = run(path, SECOND)
    assert result.exit_code == 2
    assert "pinned, row 2" in result.output
    assert files(path) == before


def test_a_limit_counts_what_is_agreed_for_the_rest_of_the_week(tmp_path: Path) -> None:
    pinned = AGREED.replace("2026-10-05", "2026-10-10").replace("13:00", "09:00")
    path = folder(tmp_path, pinned=pinned, limits="student_week\n45")
    result = run(path, session(6, "13:00", "P1", A2))
    assert result.exit_code == 2
    assert "60 minutes of make-ups in the week" in result.output


def test_a_workbook_is_refused_with_the_way_out(tmp_path: Path) -> None:
    book = folder(tmp_path) / "records.xlsx"
    book.write_bytes(b"")
    plan = tmp_path / "plan.json"
    plan.write_text('{"sessions": []}', encoding="utf-8")
    result = CliRunner().invoke(APP, [str(plan), str(book)])
    assert result.exit_code == 2
    assert "saves each sheet of a workbook as CSV" in result.output


def test_what_stood_in_the_files_stays_byte_for_byte(tmp_path: Path) -> None:
    path = folder(tmp_path)
    # As a spreadsheet may write it: other names and order, semicolons, a mark at the start, no end of the last line.
    pinned = (
        "\ufeffremark;pinned_id;date;start;minutes;school_id;provider_id;student_id;service_id;session_id;missed_on;"
        'settles\r\n"by phone; twice";K-1;2026-10-05;1:00 pm;30;E;P1;S-1;A;A1;2026-09-08;30'
    ).encode()
    (path / "pinned.csv").write_bytes(pinned)
    offers = (OFFERS.replace(" ", ",") + "O1,A1,2026-09-20,no_answer\n").encode()
    (path / "offers.csv").write_bytes(offers)
    result = run(path, FIRST, SECOND)
    assert result.exit_code == 0, result.output
    row = b"\r\n;M0001;2026-10-12;13:00;30;E;P1;S-1;A;A2;2026-09-15;30\r\n"
    assert (path / "pinned.csv").read_bytes() == pinned + row
    assert (path / "offers.csv").read_bytes() == offers + b"M0001-1,A2,2026-10-04,no_answer\n"
    _, instance, _ = now(path, AS_OF)
    assert len(instance.pinned) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_file_keeps_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = folder(tmp_path)
    text = "offer_id,session_id,date,response,method\nO1,A2,2026-09-20,accepted,tel\u00e9fono\n"
    (path / "offers.csv").write_bytes(text.encode(encoding))
    result = run(path, FIRST)
    assert result.exit_code == 0, result.output
    assert (path / "offers.csv").read_bytes().decode(encoding) == text + "M0001-1,A1,2026-10-04,no_answer,\n"


def test_a_file_without_a_column_that_is_needed_is_left_as_it_is(tmp_path: Path) -> None:
    pinned = AGREED.replace(" session_id", "").replace(" A1", "").splitlines()[0] + "\n"
    path = folder(tmp_path, pinned=pinned)
    before = files(path)
    result = run(path, FIRST)
    assert result.exit_code == 2
    assert "no column 'session_id'" in result.output
    assert files(path) == before


def test_if_the_second_file_cannot_be_put_in_place_the_first_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path, offers=OFFERS + "O1 A1 2026-09-20 no_answer")
    before = files(path)

    def fail(_made: Path, path: Path) -> None:
        assert path.name == "pinned.csv"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(places, "put_new", fail)
    result = run(path, FIRST)
    assert result.exit_code == 2
    assert "No space left on device" in result.output
    assert files(path) == before


@pytest.mark.parametrize("on", [AS_OF, "2026-10-05"])
def test_offers_whose_make_ups_were_lost_are_used_again_on_any_day(tmp_path: Path, on: str) -> None:
    run(folder(tmp_path), FIRST, WEST)
    done = files(tmp_path)
    (tmp_path / "pinned.csv").unlink()
    result = run(tmp_path, FIRST, WEST, on=on)
    assert result.exit_code == 0, result.output
    assert files(tmp_path) == done


def test_a_no_beside_one_missed_session_declines_the_whole_make_up_of_that_child_and_of_no_other(
    tmp_path: Path,
) -> None:
    both = {"student_id": "S-1", "settles": [*A1["settles"], *A2["settles"]]}
    run(folder(tmp_path), session(5, "13:00", "P1", both, minutes=60), WEST)
    offers = (tmp_path / "offers.csv").read_text(encoding="utf-8")
    (tmp_path / "offers.csv").write_text(
        "".join(
            line.replace("no_answer", "declined") if line.startswith("M0001-2") else line
            for line in offers.splitlines(keepends=True)
        ),
        encoding="utf-8",
    )
    _, instance, findings = now(tmp_path, AS_OF)
    assert findings == []
    assert [(each.provider_id, each.date.day) for each in instance.pinned] == [("P2", 5)]
    assert {miss.session_id: miss.minutes for miss in instance.misses} == {"A1": 30, "A2": 30, "C1": 20}
