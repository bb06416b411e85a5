"""One child with more services than anybody reads: settled in the same order as a child with two."""

import csv
import datetime as dt
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.ledger.test_against_oracle import compared
from tests.oracle.account import account_of
from tests.oracle.rules import read_packs

from makegood import intake, ledger

AS_OF = dt.date(2026, 11, 2)
FIRST = dt.date(2026, 8, 31)
PACK = """\
id: house
title: House rules, made up
level: assumption
binding: false
inherits: us-federal
versions:
  - from: 2020-01-01
    reasons:
      provider_absent: {disposition: owed, make_up_within: {n: 20, unit: school_days}, source: us}
      student_absent: {disposition: not_owed, source: us}
sources:
  us: {title: Made up for a test, verification: found}
"""


def write_child(folder: Path, seed: int, services: int, types: int) -> Path:
    """Write a child's records: misses and make-ups of many services, on the same few days, in no order."""
    draw = Random(seed)  # noqa: S311 - nothing here is a secret
    (folder / "policies").mkdir(parents=True)
    (folder / "policies" / "house.yaml").write_text(PACK, encoding="utf-8")
    promised = [
        {"service_id": f"V{n:03}", "student_id": "1", "service_type": f"type {draw.randrange(types)}", "minutes": 30}
        | {"per": "week", "sessions": 2}
        for n in range(services)
    ]
    log: list[dict[str, Any]] = []
    for n in range(3 * services):
        row = {
            "session_id": f"L{draw.randrange(1000):03}-{n}",
            "service_id": draw.choice(promised)["service_id"],
            "date": FIRST + dt.timedelta(draw.randrange(40)),
            "minutes_delivered": draw.choice((0, 0, 20)),
            "reason": draw.choice(("provider_absent", "student_absent", "vacancy")),
            "kind": "",
            "makeup_for": "",
        }
        earlier = [other for other in log if other["service_id"] == row["service_id"] and not other["kind"]]
        if n % 3 == 2:
            named = draw.choice(earlier)["session_id"] if earlier and draw.random() < 0.4 else ""
            row |= {"kind": "make_up", "makeup_for": named, "minutes_delivered": draw.choice((10, 45)), "reason": ""}
        log.append(row)
    tables: dict[str, list[dict[str, Any]]] = {
        "schools": [{"school_id": "E", "calendar_id": "C", "policy_id": "house"}],
        "students": [{"student_id": "1", "school_id": "E"}],
        "terms": [{"calendar_id": "C", "kind": "year", "start": "2026-08-24", "end": "2027-06-04"}],
        "services": promised,
        "sessions": log,
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.mark.parametrize(("seed", "types"), [(1, 1), (2, 5), (3, 400)])
def test_every_figure_of_a_child_with_many_services_is_the_oracles(tmp_path: Path, seed: int, types: int) -> None:
    folder = write_child(tmp_path / "folder", seed, 150, types)
    records, findings = intake.read_folder(folder, as_of=AS_OF)
    assert records is not None, findings[:3]
    account = ledger.ledger_of(records, AS_OF, engine="plain")
    # More than a hundred, so that they are brought in order by wide steps first.
    assert sum(miss.made_up > 0 for miss in account.misses) > 100
    expected = account_of(folder, AS_OF, read_packs(folder / "policies"))
    assert compared(account.as_dict(), expected) == []
