import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exports.conftest import Export
from tests.exports.small import TABLES, read, small_folder
from tests.house.run_here import makegood

from makegood.cli.export_files import write_export
from makegood.exports.tables import as_csv, as_workbook
from makegood.ledger import ledger_of
from makegood.records import TABLES as ALL
from makegood.records import Records

ROOT = Path(__file__).parents[2]
MAPLE = ROOT / "examples" / "maple-ridge"


def same(one: Records, other: Records) -> None:
    """Check that two folders say the same in every table, whatever the numbers of their rows."""
    for table in ALL:
        assert one.table(table.NAME).rows_as_dicts() == other.table(table.NAME).rows_as_dicts(), table.NAME


@pytest.mark.parametrize(("kind", "place"), [("csv", "."), ("xlsx", "records.xlsx")])
def test_what_left_can_be_read_again_and_gives_the_same_account(kind: str, place: str, tmp_path: Path) -> None:
    before = read(MAPLE)
    export = as_csv(before) if kind == "csv" else as_workbook(before)
    write_export(export, tmp_path / "out", kind, [MAPLE])
    after = read(tmp_path / "out" / place)
    same(before, after)
    day = dt.date(2027, 3, 12)
    one, other = ledger_of(before, day).as_dict(), ledger_of(after, day).as_dict()
    assert {**one, "findings": []} == {**other, "findings": []}


def test_the_district_own_rules_leave_with_the_records(folder: Path, export: Export, tmp_path: Path) -> None:
    (folder / "policies").mkdir()
    (folder / "policies" / "ours.yaml").write_bytes((MAPLE / "policies" / "maple-ridge.yaml").read_bytes())
    assert export(folder, "csv", "--out", tmp_path / "out").code == 0
    assert (tmp_path / "out/policies/ours.yaml").read_bytes() == (folder / "policies/ours.yaml").read_bytes()


TEXT = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=12)
WORDS = st.one_of(TEXT, TEXT.map(lambda text: f"={text}"), TEXT.map(lambda text: f"''-{text}")).map(str.strip)


MOMENTS = st.dates(dt.date(2026, 8, 1), dt.date(2026, 9, 9)).flatmap(
    lambda day: st.times().map(lambda time: dt.datetime.combine(day, time.replace(microsecond=0)))
)


def comes_back(kind: str, place: str, notes: list[str], moment: dt.datetime, base: Path) -> None:
    """Put texts and other values into records, let them leave, and read them again."""
    records = read(small_folder(base / "records"))
    for at, note in enumerate(notes):
        records.sessions.note[at] = note or None
    records.sessions.recorded_at[0] = moment
    records.providers.hourly_cost[0] = moment.day
    export = as_csv(records) if kind == "csv" else as_workbook(records)
    write_export(export, base / "out", kind, [])
    same(records, read(base / "out" / place))


@settings(max_examples=40)
@given(notes=st.lists(WORDS, min_size=1, max_size=9), moment=MOMENTS)
def test_any_text_comes_back_as_it_left(
    notes: list[str], moment: dt.datetime, tmp_path_factory: pytest.TempPathFactory
) -> None:
    comes_back("csv", ".", notes, moment, tmp_path_factory.mktemp("any"))


# Each workbook is read by a process of its own, which takes a while.
@settings(max_examples=8)
@given(notes=st.lists(WORDS, min_size=5, max_size=9), moment=MOMENTS)
def test_any_text_comes_back_from_a_workbook(
    notes: list[str], moment: dt.datetime, tmp_path_factory: pytest.TempPathFactory
) -> None:
    comes_back("xlsx", "records.xlsx", notes, moment, tmp_path_factory.mktemp("any"))


def test_ids_leave_as_they_are_with_their_zeros(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "csv", "--out", tmp_path / "out")
    text = (tmp_path / "out/students.csv").read_text("utf-8-sig")
    assert text.splitlines()[1].startswith("0041,MRE,")


def test_no_cell_that_leaves_is_a_formula(export: Export, tmp_path: Path) -> None:
    sessions = TABLES["sessions"].replace("went well", '"=HYPERLINK(""http://example.invalid"")"')
    folder = small_folder(tmp_path / "records", sessions=sessions)
    export(folder, "csv", "--out", tmp_path / "out")
    assert "'=HYPERLINK" in (tmp_path / "out/sessions.csv").read_text("utf-8-sig")
    assert read(tmp_path / "out").sessions.note[0] == '=HYPERLINK("http://example.invalid")'


def test_excel_is_told_that_the_file_is_utf_8(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "csv", "--out", tmp_path / "out")
    assert (tmp_path / "out/sessions.csv").read_bytes().startswith(b"\xef\xbb\xbfsession_id,")


def test_an_earlier_export_that_people_may_have_worked_on_is_not_replaced(
    folder: Path, export: Export, tmp_path: Path
) -> None:
    assert export(folder, "csv", "--out", tmp_path / "out").code == 0
    assert export(folder, "csv", "--out", tmp_path / "out").code == 2


def test_without_a_place_nothing_is_written_and_that_is_said(folder: Path, export: Export) -> None:
    before = sorted(path.name for path in folder.parent.rglob("*"))
    done = export(folder, "service-fidelity")
    assert done.code == 0
    assert "Nothing was written" in done.out
    assert sorted(path.name for path in folder.parent.rglob("*")) == before


def test_a_folder_with_errors_does_not_leave(export: Export, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "records", sessions=TABLES["sessions"].replace("2026-09-03,0", "soon,0"))
    done = export(folder, "csv", "--out", tmp_path / "out")
    assert done.code == 2
    assert not (tmp_path / "out").exists()


def test_what_leaves_is_not_written_among_the_records(folder: Path, export: Export) -> None:
    assert export(folder, "csv", "--out", folder / "out").code == 2


def test_the_help_lists_the_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    told = makegood(monkeypatch, "export", "--help").out
    for kind in ("csv", "xlsx", "ics", "service-fidelity", "medicaid", "sedm"):
        assert kind in told
