import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.exports.conftest import Export
from tests.exports.small import TABLES, small_folder

from makegood.exports.sedm import _SERVICES as VALUES

SHARED = Path(__file__).parents[3] / "shared" / "data" / "ed-fi" / "descriptors-6.1-sedm.csv"


def rows(place: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((place / f"studentIEPService{name}.json").read_text("utf-8"))
    return found


def test_a_promise_is_a_prescription(folder: Path, export: Export, tmp_path: Path) -> None:
    assert export(folder, "sedm", "--out", tmp_path / "out").code == 0
    first = rows(tmp_path / "out", "Prescriptions")[0]
    assert (first["duration"], first["frequency"], first["beginDate"], first["endDate"]) == (
        30, 2, "2026-08-31", "2026-09-25",
    )  # fmt: skip
    assert first["frequencyIntervalDescriptor"] == "uri://ed-fi.org/FrequencyIntervalDescriptor#Week"
    assert first["studentIEPReference"]["studentIEPIdentifier"] == "IEP of 2026-05-11"
    assert first["studentIEPReference"]["studentUniqueId"] == "0041"


def test_what_was_held_is_a_delivery_and_what_was_not_has_no_row(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "sedm", "--out", tmp_path / "out")
    deliveries = rows(tmp_path / "out", "Deliveries")
    assert [row["iepServiceDeliveryIdentifier"] for row in deliveries] == ["L1", "L2", "L5", "L6", "L8", "L9"]
    assert deliveries[0]["serviceDeliveryDate"] == "2026-09-01"


def test_what_the_standard_cannot_say_is_listed(folder: Path, export: Export, tmp_path: Path) -> None:
    """30 + 30 + 20 + 30 + 30 + 15 minutes were given in six sessions, and two were missed."""
    export(folder, "sedm", "--out", tmp_path / "out")
    with (tmp_path / "out/left-out.csv").open(newline="") as file:
        why = {(row["id"], row["column"]): row["why"] for row in csv.DictReader(file) if row["table"] == "sessions"}
    assert why["", "minutes_delivered"].startswith("155 minutes")
    assert why["", "reason"].startswith("2 sessions")
    assert "make_up" in why["L6", "kind"]


def test_what_is_not_on_record_is_null(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "sedm", "--out", tmp_path / "out")
    first = rows(tmp_path / "out", "Prescriptions")[0]
    assert first["studentIEPReference"]["educationOrganizationId"] is None
    assert first["servicePrescriptionDate"] is None


def test_two_promises_that_have_one_key_there_are_listed(export: Export, tmp_path: Path) -> None:
    services = TABLES["services"] + "S4,0041,speech,,30,1,week,group,P01,IEP of 2026-05-11\n"
    folder = small_folder(tmp_path / "records", services=services)
    export(folder, "sedm", "--out", tmp_path / "out")
    with (tmp_path / "out/left-out.csv").open(newline="") as file:
        listed = {row["id"] for row in csv.DictReader(file) if row["column"] == "service_id"}
    assert listed == {"S1", "S4"}


def test_every_value_that_we_write_is_one_of_the_standard() -> None:
    if not SHARED.exists():
        pytest.skip("the standard's list of values is not here")
    with SHARED.open(newline="") as file:
        known = {
            row["codeValue"] for row in csv.DictReader(file) if row["descriptor"] == "ServicePrescriptionDescriptor"
        }
    assert set(VALUES.values()) <= known
