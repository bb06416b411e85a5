import zipfile
from pathlib import Path

from tests.intake.folders import SOUND, write_folder

from makegood.intake import read_folder
from makegood.intake.template import PAGE, write_template
from makegood.records import TABLES


def test_an_empty_folder_is_read_without_errors(tmp_path: Path) -> None:
    for name in ("records", "records.xlsx"):
        assert write_template(tmp_path / name) == []
        records, findings = read_folder(tmp_path / name)
        assert records is not None
        assert {f.code for f in findings} == {"empty_table"}


def test_every_table_stands_there_with_its_header_and_no_row(tmp_path: Path) -> None:
    write_template(tmp_path / "records")
    for table in TABLES:
        text = (tmp_path / "records" / f"{table.NAME}.csv").read_text(encoding="utf-8")
        last = [] if table.NAME == "sessions" else ["recorded_at"]
        assert [*text.strip().split(","), *last] == list(table.columns())


def test_every_table_may_say_when_its_rows_were_written(tmp_path: Path) -> None:
    write_template(tmp_path / "records")
    assert "Every table may also have a column 'recorded_at'" in (tmp_path / "records" / PAGE).read_text("utf-8")
    text = SOUND["students"].replace("grade", "Entered on").replace("Example,3", "Example,2026-09-14 15:20")
    records, _ = read_folder(write_folder(tmp_path / "sound", {"students": text.replace("Example,4", "Example,")}))
    assert records is not None
    assert list(map(str, records.students.recorded_at)) == ["2026-09-14 15:20:00", "2026-09-14 15:20:00", "None"]


def test_the_page_explains_every_column(tmp_path: Path) -> None:
    write_template(tmp_path / "records")
    page = (tmp_path / "records" / PAGE).read_text(encoding="utf-8")
    for table in TABLES:
        assert f"## {table.NAME}\n" in page
        for column, spec in table.columns().items():
            assert f"`{column}`" in page or column == "recorded_at"
            assert spec.says in page


def test_nothing_is_overwritten_and_nothing_half_written_is_left(tmp_path: Path) -> None:
    for name in ("records", "records.xlsx"):
        write_template(tmp_path / name)
        before = sorted(tmp_path.rglob("*"))
        (finding,) = write_template(tmp_path / name)
        assert (finding.level, finding.code) == ("error", "exists_already")
        assert sorted(tmp_path.rglob("*")) == before


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (finding,) = write_template(tmp_path / "file" / "records")
    assert finding.code == "not_written"


def test_a_workbooks_id_columns_are_text_and_its_choices_are_lists(tmp_path: Path) -> None:
    write_template(tmp_path / "records.xlsx")
    with zipfile.ZipFile(tmp_path / "records.xlsx") as book:
        names = book.read("xl/workbook.xml").decode()
        styles = book.read("xl/styles.xml").decode()
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
    assert 'name="Start here" sheetId="1"' in names
    assert 'numFmtId="49"' in styles
    assert "regular,make_up,compensatory" in sheets
