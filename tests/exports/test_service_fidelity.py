import csv
from pathlib import Path

from tests.exports.conftest import Export
from tests.exports.small import TABLES, small_folder


def rows(place: Path) -> dict[str, dict[str, str]]:
    """Return the report's rows by service."""
    with (place / "service-fidelity.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["Service ID"]: row for row in csv.DictReader(file)}


def test_each_bucket_of_a_child_is_counted_by_hand(folder: Path, export: Export, tmp_path: Path) -> None:
    """Of 240 minutes promised to Ana: 30 on 1 September, 20 on the 8th and 30 on the 10th were given.

    The week of the 7th is over on the 13th: the 10 minutes of the 8th are missed then. Two weeks are still to come.
    """
    assert export(folder, "service-fidelity", "--out", tmp_path / "out", "--as-of", "2026-09-13").code == 0
    row = rows(tmp_path / "out")["S1"]
    assert row["Maximum Allowable Minutes"] == "240"
    assert row["Minutes Provided"] == "80"
    assert row["Minutes Not Provided - Provider Absence"] == "30"
    assert row["Minutes Not Provided - Other Reasons"] == "10"
    assert row["Total Minutes Accounted For"] == "120"
    assert row["Not Accounted For"] == "0"
    assert row["Total Allowable Minutes Remaining"] == "120"
    assert row["Of Those Not Provided: Made Up"] == "30"
    assert (row["Service Start Date"], row["Service End Date"]) == ("2026-08-31", "2026-09-25")


def test_what_nobody_wrote_down_is_not_missed(folder: Path, export: Export, tmp_path: Path) -> None:
    """Ben has nothing on record for the week of 7 September once it is over: 60 minutes."""
    export(folder, "service-fidelity", "--out", tmp_path / "out", "--as-of", "2026-09-13")
    row = rows(tmp_path / "out")["S2"]
    assert row["Not Accounted For"] == "60"
    assert row["Minutes Not Provided - Other Reasons"] == "0"


def test_whether_an_absence_was_excused_stays_blank_and_is_said(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "service-fidelity", "--out", tmp_path / "out")
    row = rows(tmp_path / "out")["S2"]
    assert row["Minutes Not Provided - Student Excused Absence"] == ""
    assert row["Minutes Not Provided - Student Unexcused Absence"] == ""
    assert row["Minutes Not Provided - Student Absence (excused or not: not on record)"] == "30"
    assert "whether an absence was excused is not on record" in (tmp_path / "out/left-out.csv").read_text()


def test_a_second_report_takes_the_place_of_the_first(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "service-fidelity", "--out", tmp_path / "out")
    assert export(folder, "service-fidelity", "--out", tmp_path / "out").code == 0


def test_the_buckets_of_every_service_add_up(export: Export, tmp_path: Path) -> None:
    closed = "calendar_id,date,kind,until\nC,2026-09-07,break,2026-09-11\n"
    kept = [line for line in TABLES["sessions"].splitlines() if not line.startswith(("L5", "L6", "L7", "L8"))]
    folder = small_folder(
        tmp_path / "records", calendar=closed, sessions="\n".join(kept) + "\n", signatures=None, pinned=None
    )
    export(folder, "service-fidelity", "--out", tmp_path / "out", "--as-of", "2026-09-20")
    for row in rows(tmp_path / "out").values():
        accounted = sum(int(cell) for name, cell in row.items() if name.startswith("Minutes") and cell)
        assert accounted == int(row["Total Minutes Accounted For"])
        left = int(row["Not Accounted For"]) + int(row["Total Allowable Minutes Remaining"])
        assert accounted + left == int(row["Maximum Allowable Minutes"])
    assert rows(tmp_path / "out")["S1"]["Minutes Not Provided - School Holiday"] == "60"
