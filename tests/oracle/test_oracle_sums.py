"""The oracle's three sums hold in random folders (L6)."""

from datetime import date
from pathlib import Path

import pytest
from tests.oracle.account import account_of
from tests.oracle.folders import as_of_dates, known_on_dates, write_folder
from tests.oracle.known import Tables, known_tables
from tests.oracle.rules import read_packs
from tests.oracle.tables import text


@pytest.mark.parametrize("seed", range(40))
def test_the_three_sums_hold_in_random_folders(tmp_path: Path, seed: int) -> None:
    folder = write_folder(tmp_path / "folder", seed)
    packs = read_packs(folder / "policies")
    asked = [(as_of, None) for as_of in as_of_dates(seed)]
    asked += [(as_of_dates(seed)[-1], known_on) for known_on in known_on_dates(seed)[1:]]
    for as_of, known_on in asked:
        ledger = account_of(folder, as_of, packs, known_on)
        for s in ledger["services"]:
            assert s["promised"] == s["not_in_session"] + s["due"]
            assert s["due"] == s["delivered"] + s["delivered_differently"] + s["still_due"] + (
                s["missed"] + s["unrecorded"]
            )
            judged = s["owed"] + s["not_owed"] + s["team_decides"] + s["unknown"]
            assert s["missed"] + s["unrecorded"] == judged
            assert s["owed"] == s["made_up"] + s["released"] + s["open"] + s["overdue"]
            assert s["missed"] == sum(s["missed_by_reason"].values())
        for pair, minutes in _held(known_tables(folder, known_on), as_of).items():
            own = [s for s in ledger["services"] if (s["student_id"], s["service_type"].lower()) == pair]
            names = ("delivered", "delivered_differently", "made_up", "extra")
            found = sum(s[name] for s in own for name in names)
            for award in ledger["awards"]:
                if (award["student_id"], award["service_type"].lower()) == pair:
                    found += award["delivered"]
            assert found == minutes, pair


def _held(tables: Tables, as_of: date) -> dict[tuple[str, str], int]:
    # Every minute that anyone delivered, from the table alone.
    replaced = {text(row, "corrects") for row in tables["sessions"]}
    pairs = {row["service_id"]: (row["student_id"], row["service_type"].lower()) for row in tables["services"]}
    held = dict.fromkeys(pairs.values(), 0)
    for row in tables["sessions"]:
        if row["session_id"] not in replaced and row["date"] <= as_of.isoformat():
            held[pairs[row["service_id"]]] += int(row["minutes_delivered"])
    return held
