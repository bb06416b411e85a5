"""Records in the layout for large ones give the account that any other records give."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.oracle.folders import as_of_dates, write_folder

from makegood.intake import read_folder
from makegood.ledger import MISS_COLUMNS, UnusableRecordsError, ledger_of
from makegood.ledger.state import Stored, fold_state, read_stored
from makegood.ledger.state.store import store
from makegood.records import Records

FOLDERS = 40
Rows = list[dict[str, Any]]


def records_of(folder: Path, as_of: dt.date) -> Records:
    """Return a folder's records, which are without errors."""
    records, findings = read_folder(folder, as_of=as_of)
    assert records is not None, findings[:3]
    return records


@pytest.mark.parametrize("seed", range(FOLDERS))
def test_a_stored_folder_gives_the_same_account_with_every_miss_in_every_column(tmp_path: Path, seed: int) -> None:
    folder = write_folder(tmp_path / "folder", seed)
    dates = as_of_dates(seed)
    as_of = dates[seed % len(dates)]
    records = records_of(folder, as_of)
    state = tmp_path / "state"
    state.mkdir()

    store([(folder, records)], Stored(as_of), state)

    account = _folded(state, as_of, tmp_path / "account")
    expected = ledger_of(records, as_of, engine="plain").as_dict()
    for service in expected["services"]:
        service["missed_by_reason"] = {r: m for r, m in service["missed_by_reason"].items() if m}
    assert account["services"] == expected["services"]
    assert account["awards"] == expected["awards"]
    assert [list(miss) for miss in account["misses"][:1]] in ([], [list(MISS_COLUMNS)])
    assert sorted(map(repr, account["misses"])) == sorted(map(repr, expected["misses"]))


def test_the_folders_between_them_ask_for_what_a_layout_can_lose(tmp_path: Path) -> None:
    """Each of these is in some folder; else the test above would say nothing of it."""
    seen: set[str] = set()
    for seed in range(FOLDERS):
        folder = write_folder(tmp_path / str(seed), seed)
        dates = as_of_dates(seed)
        as_of = dates[seed % len(dates)]
        ledger = ledger_of(records_of(folder, as_of), as_of, engine="plain")
        for miss in ledger.misses:
            told_by = {"made_up"} if miss.rule == "made_up" else {"determination"} if miss.determination_id else set()
            seen |= {miss.status, str(miss.planned_by), "inferred" if miss.inferred else "on record", *told_by}
    assert seen >= {"pending", "not_due", "cured", "open", "overdue", "row", "slot", "None"}
    assert seen >= {"inferred", "on record", "made_up", "determination"}


def _folded(state: Path, as_of: dt.date, out: Path) -> dict[str, Rows]:
    out.mkdir()
    fold_state(state, as_of, out)
    account = {}
    for table in ("services", "misses", "awards"):
        rows = pq.read_table(out / table / "00000.parquet").to_pylist()
        for row in rows:
            for name in ("missed_on", "due_by"):
                if row.get(name) is not None:
                    row[name] = row[name].isoformat()
            if "missed_by_reason" in row:
                row["missed_by_reason"] = {r: m for r, m in row["missed_by_reason"].items() if m}
        account[table] = rows
    return account


def test_districts_stored_together_are_accounted_for_as_each_alone(tmp_path: Path) -> None:
    as_of = dt.date(2026, 6, 30)
    read = [write_folder(tmp_path / str(seed), seed) for seed in (3, 4)]
    own = [(folder, _under_federal_law(records_of(folder, as_of))) for folder in read]
    (tmp_path / "state").mkdir()

    store(own, Stored(as_of), tmp_path / "state")

    together = fold_state(tmp_path / "state", as_of)
    alone = [ledger_of(records, as_of).totals for _, records in own]
    assert together.figures["owed"] == sum(totals["owed"] for totals in alone)
    assert together.figures["promised"] == sum(totals["promised"] for totals in alone) > 0
    assert together.figures["team_decides"] == sum(totals["team_decides"] for totals in alone) > 0


def _under_federal_law(records: Records) -> Records:
    """Leave the folder's own policies and local codes out, so that two folders have nothing in common to differ in."""
    students, schools, sessions = records.students, records.schools, records.sessions
    away, gone = records.student_absences, records.provider_absences
    return replace(
        records,
        policies=None,
        student_absences=replace(away, kind=[None] * len(away)),
        provider_absences=replace(gone, kind=[None] * len(gone)),
        students=replace(students, policy_id=[None] * len(students)),
        schools=replace(schools, policy_id=[None] * len(schools)),
        sessions=replace(sessions, reason=[None] * len(sessions)),
    )


def test_records_stored_for_one_day_are_refused_for_another(tmp_path: Path) -> None:
    as_of = dt.date(2026, 3, 31)
    folder = write_folder(tmp_path / "folder", 3)
    state = tmp_path / "state"
    state.mkdir()
    store([(folder, records_of(folder, as_of))], Stored(as_of, known_on=dt.date(2026, 4, 2)), state)

    with pytest.raises(UnusableRecordsError) as refused:
        fold_state(state, dt.date(2026, 4, 1))

    (finding,) = refused.value.findings
    assert finding.code == "stored_for_another_day"
    assert "as of 2026-03-31, and 2026-04-01 is asked for" in finding.message
    assert read_stored(state) == Stored(as_of, known_on=dt.date(2026, 4, 2), folders=(folder.name,))


def test_what_records_were_stored_for_is_refused_where_it_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "store.json").write_text('{"as_of": "last week"}', "utf-8")

    with pytest.raises(UnusableRecordsError) as refused:
        read_stored(tmp_path)

    assert [finding.code for finding in refused.value.findings] == ["unreadable_store"]
