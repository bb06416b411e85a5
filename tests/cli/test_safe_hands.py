"""Records are safe in every command's hands: from writers at once, kills, signals, and outputs in the wrong place."""

import csv
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.files.changes import killed_at
from tests.planner.agreed_folder import AS_OF, folder
from typer.testing import CliRunner, Result

from makegood.cli.main import app
from makegood.files.journal import is_pending
from makegood.files.lock import lock

NEXT_DAY = "2026-10-05"
Debt = tuple[str, str, str, str, int]
"""Student, service, session, the day that was missed, minutes."""
A1: Debt = ("S-1", "A", "A1", "2026-09-08", 30)
A2: Debt = ("S-1", "A", "A2", "2026-09-15", 30)
C1: Debt = ("S-3", "C", "C1", "2026-09-08", 20)


def session(date: str, start: str, where: tuple[str, str], debt: Debt) -> dict[str, Any]:
    student, service, missed, on, minutes = debt
    part = {"service_id": service, "session_id": missed, "missed_on": on, "minutes": minutes}
    return {
        "date": date,
        "start": start,
        "minutes": minutes,
        "provider_id": where[0],
        "school_id": where[1],
        "service_type": "speech",
        "students": [{"student_id": student, "settles": [part]}],
    }


SESSIONS = (
    session("2026-10-05", "13:00", ("P1", "E"), A1),
    session("2026-10-12", "13:00", ("P1", "E"), A2),
    session("2026-10-12", "13:30", ("P2", "W"), C1),
)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Write the folder of records."""
    path = tmp_path / "records"
    path.mkdir()
    return folder(path).resolve()


def plan_of(tmp_path: Path, *sessions: dict[str, Any]) -> Path:
    path = tmp_path / f"plan-{len(list(tmp_path.glob('plan-*')))}.json"
    path.write_text(json.dumps({"as_of": AS_OF, "sessions": sessions}))
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_whole(records: Path, makeups: int) -> None:
    """Assert that each make-up has a number, a row and an offer of its own, and that no file is left beside them."""
    pinned, offers = rows(records / "pinned.csv"), rows(records / "offers.csv")
    assert len(pinned) == len(offers) == makeups
    assert len({row["pinned_id"] for row in pinned}) == makeups
    assert {row["offer_id"] for row in offers} == {f"{row['pinned_id']}-1" for row in pinned}
    assert len({row["session_id"] for row in pinned}) == makeups
    assert [each.name for each in records.iterdir() if each.name.startswith(".")] == []


def at_once(works: Sequence[Sequence[object]]) -> None:
    """Run commands in processes of their own, each again while another writes."""
    children = []
    for words in works:
        child = os.fork()
        if child == 0:
            code = 99
            try:
                for _ in range(500):
                    result = run(*words)
                    code = result.exit_code
                    if not any(says in result.stderr for says in ("is writing to this folder", "changed meanwhile")):
                        break
                    time.sleep(0.01)
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * len(works)


def test_different_plans_accepted_at_once_are_all_written_once(tmp_path: Path, records: Path) -> None:
    plans = [plan_of(tmp_path, each) for each in SESSIONS]
    for _ in range(4):
        for name in ("pinned.csv", "offers.csv"):
            (records / name).unlink(missing_ok=True)
        at_once([("accept", plan, records) for plan in plans])
        is_whole(records, makeups=3)


def test_one_plan_accepted_many_times_at_once_is_written_once(tmp_path: Path, records: Path) -> None:
    plan = plan_of(tmp_path, *SESSIONS)
    at_once([("accept", plan, records)] * 4)
    is_whole(records, makeups=3)


def test_a_second_writer_is_told_who_writes_and_readers_never_wait(tmp_path: Path, records: Path) -> None:
    held, _ = lock(records, "accept")
    assert held is not None
    with held:
        refused = run("accept", plan_of(tmp_path, *SESSIONS), records)
        read = run("owed", records, "--as-of", AS_OF, "--format", "json")
    assert refused.exit_code == 2
    assert f"Another makegood command (accept, process {os.getpid()}, since " in refused.stderr
    assert not (records / "pinned.csv").exists()
    assert read.exit_code == 0


def test_rows_that_another_program_adds_meanwhile_are_never_lost(tmp_path: Path, records: Path) -> None:
    plan = plan_of(tmp_path, SESSIONS[0])
    offers = records / "offers.csv"
    offers.write_text("offer_id,session_id,date,response\n")
    adder = os.fork()
    if adder == 0:
        for number in range(60):
            with offers.open("a") as file:
                file.write(f"O{number},B1,2026-09-20,no_answer\n")
            time.sleep(0.02)
        os._exit(0)
    at_once([("accept", plan, records)])
    os.waitpid(adder, 0)
    found = [row["offer_id"] for row in rows(offers)]
    assert sorted(found) == sorted([*(f"O{number}" for number in range(60)), "M0001-1"])
    assert [row["pinned_id"] for row in rows(records / "pinned.csv")] == ["M0001"]


def test_accept_killed_before_each_step_and_run_again_the_next_day_is_right(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, *SESSIONS)
    completed = 0
    for step in range(1, 100):
        path = tmp_path / f"{step}"
        path.mkdir()
        records = folder(path).resolve()
        died = killed_at(step, lambda path=records: run("accept", plan, path), records / ".makegood")  # type: ignore[misc]
        begun = is_pending(records)
        again = run("accept", plan, records, "--on", NEXT_DAY)
        assert again.exit_code == 0, again.output
        is_whole(records, makeups=3)
        was_agreed = "Agreed before, nothing new: 3 make-ups." in again.output
        # One sentence says that a killed command's work was completed, and only then.
        told = "'makegood accept' was stopped in the middle of writing offers.csv and pinned.csv: what it had begun"
        assert (told in again.stderr) == begun
        assert was_agreed or not begun
        assert {row["date"] for row in rows(records / "offers.csv")} == {AS_OF if was_agreed else NEXT_DAY}
        completed += begun
        if not died:
            assert completed > 2, "some kills fell in the middle"
            return
    pytest.fail("it took more than 100 steps")


def test_a_command_that_only_reads_completes_what_was_killed_and_says_so(tmp_path: Path, records: Path) -> None:
    plan = plan_of(tmp_path, *SESSIONS)
    for step in range(1, 100):
        killed_at(step, lambda: run("accept", plan, records), records / ".makegood")
        if is_pending(records):
            break
    read = run("check", records, "--as-of", AS_OF)
    assert read.exit_code == 0, read.output
    assert "makegood: 'makegood accept' was stopped in the middle" in read.stderr
    is_whole(records, makeups=3)


@pytest.mark.parametrize("where", ["outside", "inside", "nowhere"])
def test_a_table_that_is_a_link_is_followed_inside_the_folder_only(tmp_path: Path, records: Path, where: str) -> None:
    header = "offer_id,session_id,date,response\n"
    real = (records / "kept" if where == "inside" else tmp_path) / "real.csv"
    real.parent.mkdir(exist_ok=True)
    if where != "nowhere":
        real.write_text(header)
    (records / "offers.csv").symlink_to(real)
    result = run("accept", plan_of(tmp_path, SESSIONS[0]), records)
    assert (records / "offers.csv").is_symlink()
    if where == "inside":
        assert result.exit_code == 0, result.output
        assert real.read_text() == f"{header}M0001-1,A1,{AS_OF},no_answer\n"
    else:
        assert result.exit_code == 2
        says = "could not be opened" if where == "nowhere" else "a link that leads out of the folder"
        assert says in result.stderr
        assert not (records / "pinned.csv").exists()
        assert where == "nowhere" or real.read_text() == header


WRITERS = {
    "statement": ("statement", "FOLDER", "--student", "S-1", "--as-of", AS_OF, "--html", "OUT"),
    "json": ("ledger", "FOLDER", "--as-of", AS_OF, "--format", "json", "--out", "OUT"),
    "csv": ("ledger", "FOLDER", "--as-of", AS_OF, "--format", "csv", "--out", "OUT"),
    "parquet": ("ledger", "FOLDER", "--as-of", AS_OF, "--format", "parquet", "--out", "OUT"),
    "store": ("store", "OUT", "FOLDER", "--as-of", AS_OF),
} | {
    f"plan {kind}": (
        *("plan", "FOLDER", "--from", "2026-10-05", "--until", "2026-10-16", "--as-of", AS_OF),
        *("--format", kind, "--out", "OUT"),
    )
    for kind in ("json", "csv", "ics", "table")
}


def words(writer: str, records: Path, out: Path) -> list[object]:
    return [{"FOLDER": records, "OUT": out}.get(word, word) for word in WRITERS[writer]]


def everything(path: Path) -> dict[str, bytes | str]:
    return {
        str(each.relative_to(path)): str(each.readlink()) if each.is_symlink() else each.read_bytes()
        for each in path.rglob("*")
        if each.is_symlink() or each.is_file()
    }


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(
    "place",
    [
        "records/sessions.csv",
        "records/new",
        "records/policies/new",
        "records",
        "a link to records/new",
        "stranger",
        "strangers",
        "link",
        "dangling",
        "..",
    ],
)
def test_an_output_in_the_wrong_place_is_refused_and_changes_nothing(
    tmp_path: Path, records: Path, writer: str, place: str
) -> None:
    (tmp_path / "a link to records").symlink_to(records)
    (tmp_path / "stranger").write_text("Dear parents,\n")
    (tmp_path / "strangers").mkdir()
    for name in ("services.csv", "services.parquet", "sessions.csv", "plan.html", "P1.ics"):
        (tmp_path / "strangers" / name).write_text("Dear parents,\n")
    (tmp_path / "target").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = everything(tmp_path)
    result = run(*words(writer, records, tmp_path / place))
    assert result.exit_code == 2, result.output
    assert "Written" not in result.output
    # One sentence, and what to do instead.
    assert len(result.stderr.splitlines()) == 1
    assert " Needed: " in result.stderr
    assert everything(tmp_path) == before


@pytest.mark.parametrize("writer", ["statement", "json", "csv", "parquet"])
def test_an_earlier_output_of_the_same_kind_is_replaced(tmp_path: Path, records: Path, writer: str) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        result = run(*words(writer, records, out))
        assert result.exit_code == 0, result.output
    for other in {"statement", "json"} - {writer}:
        assert run(*words(other, records, out)).exit_code == 2
    assert {each.name for each in tmp_path.iterdir()} == {"records", "out"}


def test_a_large_account_is_replaced_by_its_like_and_nothing_else(tmp_path: Path, records: Path) -> None:
    assert run("store", tmp_path / "state", records, "--as-of", AS_OF).exit_code == 0
    large = ("ledger", tmp_path / "state", "--format", "parquet", "--out")
    for _ in range(2):
        result = run(*large, tmp_path / "account")
        assert result.exit_code == 0, result.output
    refused = run(*large, tmp_path / "state" / "account")
    assert refused.exit_code == 2
    assert "lies inside the records" in refused.stderr
    (tmp_path / "account" / "notes.txt").write_text("mine")
    assert run(*large, tmp_path / "account").exit_code == 2
    assert (tmp_path / "account" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("command", ["template", "simulate"])
@pytest.mark.parametrize("there", ["file", "folder", "link"])
def test_what_is_to_be_new_takes_nobodys_place(tmp_path: Path, command: str, there: str) -> None:
    out = tmp_path / "out"
    if there == "file":
        out.write_text("mine")
    elif there == "folder":
        out.mkdir()
    else:
        out.symlink_to(tmp_path / "nowhere")
    before = everything(tmp_path)
    assert run(command, out).exit_code == 2
    assert everything(tmp_path) == before


def test_a_file_for_calendar_rows_takes_nobodys_place(tmp_path: Path) -> None:
    (tmp_path / "year.ics").write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261126\r\n"
        "SUMMARY:Thanksgiving - no school\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    (tmp_path / "calendar.csv").write_text("mine")
    out = ("calendar", tmp_path / "year.ics", "--calendar", "CAL", "--out")
    assert run(*out, tmp_path / "calendar.csv").exit_code == 2
    assert (tmp_path / "calendar.csv").read_text() == "mine"
    assert run(*out, tmp_path / "new.csv").exit_code == 0
    assert {each.name for each in tmp_path.iterdir()} == {"year.ics", "calendar.csv", "new.csv"}


SLOW = """
import os, sys, time
from makegood.cli.main import run
fsync = os.fsync
def slow(_handle):
    os.fsync = fsync
    print("writing", flush=True)
    time.sleep(60)
os.fsync = slow
run()
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_command_that_is_told_to_end_leaves_nothing_hidden(
    tmp_path: Path, records: Path, number: int, code: int
) -> None:
    out = tmp_path / "out"
    started = [sys.executable, "-c", SLOW, *map(str, words("statement", records, out / "page.html"))]
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "writing\n"
        assert len(list(out.iterdir())) == 1
        process.send_signal(number)
        assert process.wait(timeout=60) == code
        told = process.stderr.read()
    assert list(out.iterdir()) == []
    assert "Traceback" not in told
    if number != signal.SIGHUP:
        assert told == "makegood: stopped before it was done.\n"


def test_who_runs_it_with_nohup_is_obeyed(tmp_path: Path, records: Path) -> None:
    started = ["nohup", sys.executable, "-c", SLOW.replace("60", "0.5")]
    started += map(str, words("statement", records, tmp_path / "page.html"))
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGHUP)
        assert process.wait(timeout=60) == 0
    assert (tmp_path / "page.html").exists()


def test_accept_told_to_end_while_it_writes_leaves_the_folder_as_it_was(tmp_path: Path, records: Path) -> None:
    before = everything(records)
    started = [sys.executable, "-c", SLOW, "accept", str(plan_of(tmp_path, *SESSIONS)), str(records)]
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.terminate()
        assert process.wait(timeout=60) == 143
    assert everything(records) == before


def test_what_a_killed_statement_left_is_removed_by_the_next(tmp_path: Path, records: Path) -> None:
    out = tmp_path / "out"
    started = [sys.executable, "-c", SLOW, *map(str, words("statement", records, out / "page.html"))]
    with subprocess.Popen(started, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.kill()
    (hidden,) = out.iterdir()
    assert hidden.stat().st_mode & 0o777 == 0o600
    assert run(*words("statement", records, out / "page.html")).exit_code == 0
    assert [each.name for each in out.iterdir()] == ["page.html"]


def test_the_example_is_accepted_on_its_plans_day_whatever_the_clock_says(tmp_path: Path, records: Path) -> None:
    assert dt.date.fromisoformat(AS_OF) != dt.datetime.now(tz=dt.UTC).date()
    assert run("accept", plan_of(tmp_path, *SESSIONS), records).exit_code == 0
    assert {row["date"] for row in rows(records / "offers.csv")} == {AS_OF}
