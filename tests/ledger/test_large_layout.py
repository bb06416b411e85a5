"""Records in the layout for large ones give the account that any other records give."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.oracle.folders import as_of_dates, write_folder

from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.ledger.coding.book import code_book
from makegood.ledger.state import fold_state
from makegood.ledger.state.store import store
from makegood.ledger.state.write import write_bucket


@pytest.mark.parametrize("seed", range(40))
def test_a_folder_stored_as_a_bucket_gives_the_same_account(tmp_path: Path, seed: int) -> None:
    folder = write_folder(tmp_path / "folder", seed)
    as_of = as_of_dates(seed)[-1]
    records, _ = read_folder(folder, as_of=as_of)
    assert records is not None
    state = tmp_path / "state"
    coded, _ = code_book(records, as_of)
    assert coded is not None
    write_bucket(coded, state, "00000")
    (folder / "policies").rename(state / "policies")

    account = _folded(state, as_of, tmp_path / "account")

    expected = ledger_of(_with_policies(records, state), as_of, engine="plain").as_dict()
    for service in expected["services"]:
        service["missed_by_reason"] = {r: m for r, m in service["missed_by_reason"].items() if m}
    assert account["services"] == expected["services"]
    assert account["awards"] == expected["awards"]
    assert [_but_citation(miss) for miss in account["misses"]] == [_but_citation(miss) for miss in expected["misses"]]


def _with_policies(records: Any, state: Path) -> Any:
    return replace(records, policies=state / "policies")


def _but_citation(miss: dict[str, Any]) -> dict[str, Any]:
    # A determination's citation tells who decided, which the layout does not keep.
    decided = miss["rule"].startswith("determination")
    return {name: value for name, value in miss.items() if not (decided and name == "citation")}


def _folded(state: Path, as_of: dt.date, out: Path) -> dict[str, list[dict[str, Any]]]:
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
    read = []
    for seed in (3, 4):
        records, _ = read_folder(write_folder(tmp_path / str(seed), seed), as_of=as_of)
        assert records is not None
        read.append((tmp_path / str(seed), replace(records, policies=None)))
    (tmp_path / "state").mkdir()
    own = [(folder, _under_federal_law(records)) for folder, records in read]

    store(own, as_of, tmp_path / "state")

    together = fold_state(tmp_path / "state", as_of)
    alone = [ledger_of(records, as_of).totals for _, records in own]
    assert together.figures["owed"] == sum(totals["owed"] for totals in alone)
    assert together.figures["promised"] == sum(totals["promised"] for totals in alone) > 0
    assert together.figures["team_decides"] == sum(totals["team_decides"] for totals in alone) > 0


def _under_federal_law(records: Any) -> Any:
    """Leave the folder's own policies and local codes out, so that two folders have nothing in common to differ in."""
    students, schools, sessions = records.students, records.schools, records.sessions
    return replace(
        records,
        students=replace(students, policy_id=[None] * len(students)),
        schools=replace(schools, policy_id=[None] * len(schools)),
        sessions=replace(sessions, reason=[None] * len(sessions)),
    )
