"""`makegood store`: folders gathered for one large account of one day."""

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from makegood.cli.main import app

TABLES = {
    "students": "student_id,calendar_id\nM-1,north\n",
    "terms": "calendar_id,name,kind,start,end\nnorth,2026,year,2026-08-31,2026-12-18\n",
    "services": "service_id,student_id,service_type,minutes,per\nspeech,M-1,speech,30,week\n",
    # Two weeks of 30 minutes: one held, one missed. Its make-up was written down nine days after it was held.
    "sessions": (
        "session_id,service_id,date,minutes_delivered,minutes_planned,reason,makeup_for,recorded_at\n"
        "1,speech,2026-09-01,30,30,,,2026-09-01\n"
        "2,speech,2026-09-08,0,30,provider_absent,,2026-09-08\n"
        "3,speech,2026-09-11,30,30,,2,2026-09-20\n"
    ),
}
SUNDAY = "2026-09-13"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write two weeks of one child."""
    made = tmp_path / "district"
    made.mkdir()
    for name, text in TABLES.items():
        (made / f"{name}.csv").write_text(text, "utf-8")
    return made


def run(*words: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, [str(word) for word in words])


def told(*words: str | Path) -> dict[str, Any]:
    """Return what a command prints as JSON."""
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    printed: dict[str, Any] = json.loads(result.stdout)
    return printed


def test_a_stored_folder_is_asked_for_the_day_it_was_stored_for(folder: Path, tmp_path: Path) -> None:
    assert run("store", tmp_path / "state", folder, "--as-of", SUNDAY).exit_code == 0

    account = told("ledger", tmp_path / "state")

    assert (account["as_of"], account["known_on"]) == (SUNDAY, None)
    sums = account["totals"]
    assert [sums[name] for name in ("promised", "delivered", "missed", "owed", "made_up")] == [60, 30, 30, 30, 30]


def test_another_day_is_refused_in_plain_words(folder: Path, tmp_path: Path) -> None:
    run("store", tmp_path / "state", folder, "--as-of", SUNDAY)

    refused = run(
        "ledger", tmp_path / "state", "--as-of", "2026-09-20", "--format", "parquet", "--out", tmp_path / "account"
    )

    assert refused.exit_code == 2
    assert "stored as of 2026-09-13, and 2026-09-20 is asked for" in refused.stderr
    assert not (tmp_path / "account").exists()


def test_rows_written_down_later_are_left_out_where_the_day_they_were_known_is_named(
    folder: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    assert run("store", state, folder, "--as-of", SUNDAY, "--known-on", "2026-09-15").exit_code == 0

    account = told("ledger", state, "--known-on", "2026-09-15")

    assert account["known_on"] == "2026-09-15"
    sums = account["totals"]
    assert [sums[name] for name in ("missed", "team_decides", "owed", "made_up")] == [30, 30, 0, 0]
    assert "as known on 2026-09-15" in run("ledger", state).stdout.replace("\n", " ")
    other = run("ledger", state, "--known-on", "2026-09-30")
    assert other.exit_code == 2
    assert "stored as known on 2026-09-15" in other.stderr


@pytest.mark.parametrize("table", ["sessions", "students", "services", "terms"])
def test_a_stored_file_that_is_damaged_is_refused_in_a_sentence(folder: Path, tmp_path: Path, table: str) -> None:
    assert run("store", tmp_path / "state", folder, "--as-of", SUNDAY).exit_code == 0
    (path,) = (tmp_path / "state" / table).glob("*.parquet")
    path.write_bytes(path.read_bytes()[:-20])

    done = run("ledger", tmp_path / "state", "--format", "parquet", "--out", tmp_path / "account")

    assert done.exit_code == 2
    assert f"{table}/{path.name}: This file of stored records is damaged." in done.stderr


def test_of_several_folders_the_one_that_cannot_be_used_is_named(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    for name, text in TABLES.items():
        (other / f"{name}.csv").write_text(text.replace("2026-09-08,0", "2026-09-31,0"), "utf-8")

    result = run("store", tmp_path / "state", folder, other, "--as-of", SUNDAY)

    assert result.exit_code == 2
    assert f"1 error in {other}: nothing was counted" in result.stderr
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize("verb", ["owed", "check", "pace"])
def test_a_command_that_reads_no_store_says_which_does(folder: Path, tmp_path: Path, verb: str) -> None:
    assert run("store", tmp_path / "state", folder, "--as-of", SUNDAY).exit_code == 0

    result = run(verb, tmp_path / "state", "--as-of", SUNDAY)

    assert result.exit_code == 2
    assert "only 'makegood ledger' reads" in result.stderr


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Write the same two weeks of a child of the same id elsewhere, where nothing was written down."""
    made = tmp_path / "elsewhere"
    made.mkdir()
    for name, text in TABLES.items():
        rows = text.splitlines(keepends=True)
        (made / f"{name}.csv").write_text(rows[0] if name == "sessions" else text, "utf-8")
    return made


def test_each_district_has_its_sums_and_they_add_up_to_all(folder: Path, other: Path, tmp_path: Path) -> None:
    # District: 30 held, 30 missed and made up. Elsewhere: 60 on no record. Both have a child M-1.
    state, out = tmp_path / "state", tmp_path / "account"
    assert run("store", state, folder, other, "--as-of", SUNDAY).exit_code == 0

    printed = told("ledger", state)
    parts = {each["folder"]: each["totals"] for each in printed["folders"]}
    assert list(parts) == ["district", "elsewhere"]
    assert [parts["district"][name] for name in ("promised", "missed", "unrecorded", "made_up")] == [60, 30, 0, 30]
    assert [parts["elsewhere"][name] for name in ("promised", "missed", "unrecorded", "made_up")] == [60, 0, 60, 0]
    assert all(printed["totals"][name] == sum(each[name] for each in parts.values()) for name in ("promised", "owed"))

    shown = run("ledger", state, "--format", "parquet", "--out", out).stdout
    assert [line.split()[0] for line in shown.splitlines() if line.startswith(("district ", "elsewhere "))] == [
        "elsewhere",
        "district",
    ]
    whose = pq.read_table(out / "folders.parquet").to_pylist()
    assert [(each["folder"], each["file"], each["unrecorded"]) for each in whose] == [
        ("district", "00000.parquet", 0),
        ("elsewhere", "00001.parquet", 60),
    ]
    files = {each["folder"]: pq.read_table(out / "services" / each["file"]) for each in whose}
    assert [files[name]["unrecorded"].to_pylist() for name in ("district", "elsewhere")] == [[0], [60]]
    # A second account takes the first one's place.
    assert run("ledger", state, "--format", "parquet", "--out", out).exit_code == 0


def test_one_district_named_twice_is_not_counted_twice(folder: Path, tmp_path: Path) -> None:
    refused = run("store", tmp_path / "state", folder, folder / ".." / folder.name, "--as-of", SUNDAY)

    assert refused.exit_code == 2
    assert "is named twice, and its children would count twice" in refused.stderr
    assert not (tmp_path / "state").exists()


def test_districts_of_one_name_are_told_apart_by_their_paths(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "south" / folder.name
    shutil.copytree(folder, again)
    assert run("store", tmp_path / "state", folder, again, "--as-of", SUNDAY).exit_code == 0

    names = [each["folder"] for each in told("ledger", tmp_path / "state")["folders"]]

    assert names == [str(folder), str(again)]


@pytest.mark.parametrize("folders", ["[1]", "null", "7"])
def test_names_of_folders_that_are_none_are_refused_in_a_sentence(folder: Path, tmp_path: Path, folders: str) -> None:
    assert run("store", tmp_path / "state", folder, "--as-of", SUNDAY).exit_code == 0
    stored = tmp_path / "state" / "store.json"
    stored.write_text(f'{{"as_of": "2026-09-13", "known_on": null, "folders": {folders}}}', "utf-8")

    done = run("ledger", tmp_path / "state", "--as-of", SUNDAY)

    assert done.exit_code == 2
    assert "store.json" in done.stderr
