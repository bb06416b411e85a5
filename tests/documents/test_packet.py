"""A packet can be counted once more by somebody else, and any change of it is found."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.conftest import AS_OF, EXAMPLE, child, pdf_text, run

from makegood.documents.own_records import OwnRecords
from makegood.documents.packet.make import packet_of
from makegood.documents.packet.verify import verify
from makegood.intake import read_folder_report
from makegood.ledger import ledger_of
from makegood.records.log import Imports
from makegood.records.planning import WorkingHours


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packet") / "packet"
    for name, data in packet_of(child("004312"), "004312", AS_OF).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_a_packet_is_unchanged_and_each_figure_comes_out_again(packet: Path) -> None:
    found = verify(packet)
    assert found.findings == []
    # Two services of 004312 and their totals, each with 17 accounts.
    assert found.figures >= 3 * 17


def changed(path: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        data = (folder / path).read_bytes()
        assert old in data
        (folder / path).write_bytes(data.replace(old, new, 1))

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (changed("ledger.json", b'"promised": 1740', b'"promised": 1741'), "file_changed"),
        (changed("ledger.json", b'"promised": 1740', b'"promised": 1741'), "figure_differs"),
        (changed("packet.pdf", b"%%EOF", b"%%EOF "), "file_changed"),
        (changed("records/policies/maple-ridge.yaml", b"id:", b"# x\nid:"), "file_changed"),
        (lambda folder: (folder / "records" / "offers.csv").unlink(), "file_missing"),
        (lambda folder: (folder / "records" / "more.txt").write_text("x") and None, "file_added"),
        (lambda folder: (folder / "manifest.json").write_text("{}") and None, "no_manifest"),
    ],
)
def test_any_change_is_found(packet: Path, tmp_path: Path, change: Callable[[Path], None], code: str) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(packet, copy)
    change(copy)
    assert code in {finding.code for finding in verify(copy).findings}


def test_a_figure_that_differs_is_told_with_both_sides(packet: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(packet, copy)
    changed("ledger.json", b'"promised": 1740', b'"promised": 1741')(copy)
    said = [finding.message for finding in verify(copy).findings]
    assert any("promised: the packet says 1741, and counted once more it is 1740." in each for each in said)


def test_a_changed_row_is_told_before_the_figures_that_it_moves_and_these_by_their_ids(
    packet: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(packet, copy)
    table = copy / "records" / "sessions.csv"
    head, first, *rest = table.read_text().splitlines(keepends=True)
    at = head.split(",").index("minutes_delivered")
    cells = first.split(",")
    cells[at] = str(int(cells[at]) + 5)
    table.write_text("".join([head, ",".join(cells), *rest]))
    code, said = run("verify", copy)
    assert code == 2
    told = [line for line in said.splitlines() if line.startswith("error")]
    assert told[0].startswith("error: records/sessions.csv: This file was changed")
    service = cells[head.split(",").index("service_id")]
    assert any(f"services {service}: " in line for line in told[1:]), told


def test_a_folder_that_is_no_packet_is_not_called_a_changed_one() -> None:
    code, said = run("verify", EXAMPLE)
    assert code == 2
    assert "nothing of it was verified" in said
    assert "not as it was made" not in said


def test_a_packet_holds_no_other_child_no_note_no_price_and_no_birth_date(packet: Path) -> None:
    students = read_folder_report(EXAMPLE, as_of=AS_OF).records.students  # type: ignore[union-attr]
    tables = {path.name: path.read_text(encoding="utf-8") for path in (packet / "records").glob("*.csv")}
    text = "\n".join(tables.values()) + pdf_text((packet / "packet.pdf").read_bytes())
    others = {
        name for id_, name in zip(students.student_id, students.family_name, strict=True) if id_ != "004312" and name
    }
    assert [name for name in others if name in text] == []
    assert "family_notes.csv" not in tables
    headers = {cell for table in tables.values() for cell in table.splitlines()[0].split(",")}
    assert headers.isdisjoint({"note", "hourly_cost", "date_of_birth", "group_id", "words"})


def test_a_childs_own_records_hold_nothing_of_planning_and_of_files() -> None:
    records = child("004312")
    assert len(records.students)
    more = replace(
        records,
        imports=Imports.of({"import_id": ["M-0001"], "file": ["another child.xlsx"]}, [2]),
        working_hours=WorkingHours.of({"provider_id": ["P01"]}, [2]),
    )
    own = OwnRecords(more, AS_OF).of("004312")
    assert [len(own.imports), len(own.working_hours), len(own.availability)] == [0, 0, 0]
    assert len(own.sessions)


def test_the_same_records_give_the_same_packet(packet: Path) -> None:
    again = packet_of(child("004312"), "004312", AS_OF).files
    assert {name: (packet / name).read_bytes() for name in again} == again
    manifest = json.loads(again["manifest.json"])
    assert set(manifest["files"]) == set(again) - {"manifest.json"}


def test_a_childs_own_records_give_the_same_account_as_the_districts() -> None:
    records = read_folder_report(EXAMPLE, as_of=AS_OF).records
    assert records is not None
    whole, own = ledger_of(records, AS_OF), OwnRecords(records, AS_OF)
    for student_id in ("004312", "004404", "003284", "004492"):
        alone = ledger_of(own.of(student_id), AS_OF)
        assert alone.services == [each for each in whole.services if each.student_id == student_id]
        expected = [miss.as_dict() for miss in whole.misses if miss.student_id == student_id]
        assert [miss.as_dict() for miss in alone.misses] == expected


def test_a_packet_of_what_was_known_then_is_another_one() -> None:
    day = dt.date(2027, 2, 26)
    then = read_folder_report(EXAMPLE, as_of=day, known_on=day, only=["003262"]).records
    now = read_folder_report(EXAMPLE, as_of=day, only=["003262"]).records
    assert then is not None
    assert now is not None
    given = [
        sum(s["delivered"] for s in json.loads(packet_of(each, "003262", day).files["ledger.json"])["services"])
        for each in (then, now)
    ]
    # The example's README: the row of 18 February was 30 minutes then, and is 20 now.
    assert given[0] - given[1] == 10
