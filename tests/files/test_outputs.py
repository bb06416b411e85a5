"""Where an output may be written, and over what."""

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from makegood.files.outputs import refused
from makegood.files.own import Make, calendar, json_of, page, parquet, table
from makegood.files.writing import write_folder, write_new, write_text

ONE = Make("an account", file=table(["minutes"]))
MANY = Make("a plan", {"plan.html": page("plan"), "weeks/*.html": page("plan"), "sessions.csv": table(["day"])})


def says(out: Path, make: Make | None = ONE, *reads: Path) -> str:
    findings = refused(out, make, reads)
    return findings[0].message if findings else ""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Make a folder of records."""
    path = tmp_path / "records"
    (path / "policies").mkdir(parents=True)
    (path / "sessions.csv").write_text("minutes\n")
    return path


@pytest.mark.parametrize("make", [ONE, MANY, None])
@pytest.mark.parametrize("place", ["sessions.csv", "new.csv", "policies/new", "deep/er/new", ".", "../records/new"])
def test_nothing_is_written_inside_the_records(records: Path, place: str, make: Make | None) -> None:
    assert "lies inside the records" in says(records / place, make, records)


def test_nor_through_another_name_of_them(records: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(records)
    assert "inside the records" in says(tmp_path / "link" / "new.csv", ONE, records)
    assert "inside the records" in says(records / "new.csv", ONE, tmp_path / "link")


def test_nor_over_a_folder_that_holds_them(records: Path, tmp_path: Path) -> None:
    assert "holds the records" in says(tmp_path, MANY, records)


def test_nor_over_the_workbook_or_among_its_policies(records: Path) -> None:
    book = records / "records.xlsx"
    book.write_bytes(b"PK")
    assert "is what is read" in says(book, ONE, book)
    assert "among the policies" in says(records / "policies" / "x.csv", ONE, book)
    assert says(records / "account.csv", ONE, book) == ""


@pytest.mark.parametrize("to", ["file", "folder", "nothing", "itself"])
@pytest.mark.parametrize("make", [ONE, MANY, None])
def test_nothing_is_written_through_a_link(tmp_path: Path, to: str, make: Make | None) -> None:
    (tmp_path / "file").write_text("minutes\n")
    (tmp_path / "folder").mkdir()
    link = tmp_path / "itself"
    link.symlink_to(tmp_path / to)
    assert "link" in says(link, make)
    assert (tmp_path / "file").read_text() == "minutes\n"


def test_a_stranger_is_not_overwritten_and_an_earlier_output_is(tmp_path: Path) -> None:
    out = tmp_path / "account.csv"
    for text in ("Dear parents\n", "minutes,notes\n1,mine\n", "\x00"):
        out.write_text(text)
        (finding,) = write_text(out, "minutes\n2\n", ONE)
        assert "something else than an account that makegood wrote" in finding.message
        assert out.read_text() == text
    for text in ("minutes\n1\n", "minutes\r\n1\r\n", ""):
        out.write_text(text)
        assert write_text(out, "minutes\n2\n", ONE) == []
        assert out.read_text() == "minutes\n2\n"


def plan(path: Path) -> None:
    (path / "weeks").mkdir(parents=True)
    html = '<!DOCTYPE html>\n<head>\n<meta name="generator" content="Makegood plan">\n'
    (path / "plan.html").write_text(html)
    (path / "weeks" / "S-1.html").write_text(html)
    (path / "sessions.csv").write_text("day\nMonday\n")


def fill(made: Path) -> None:
    (made / "sessions.csv").write_text("day\nTuesday\n")


def test_a_folder_of_ours_is_replaced_whatever_a_window_left_in_it(tmp_path: Path) -> None:
    out = tmp_path / "plan"
    plan(out)
    (out / ".DS_Store").write_bytes(b"\0")
    assert write_folder(out, fill, MANY) == []
    assert [each.name for each in out.iterdir()] == ["sessions.csv"]
    assert [each.name for each in tmp_path.iterdir()] == ["plan"]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("sessions.csv", "session_id,day\n1,Monday\n"),
        ("plan.html", "<!DOCTYPE html><title>Mine</title>"),
        ("weeks/S-1.html", "<!DOCTYPE html><title>Mine</title>"),
        ("weeks/notes.txt", "mine"),
        ("weeks/more/S-2.html", '<meta name="generator" content="Makegood plan">'),
        ("notes.txt", "mine"),
        ("letters/one.txt", "mine"),
        (".hidden", "mine"),
    ],
)
def test_a_folder_that_holds_anything_of_another_make_is_left_alone(tmp_path: Path, place: str, text: str) -> None:
    out = tmp_path / "plan"
    plan(out)
    (out / place).parent.mkdir(exist_ok=True)
    (out / place).write_text(text)
    before = {each: each.read_bytes() for each in out.rglob("*") if each.is_file()}
    (finding,) = write_folder(out, fill, MANY)
    assert "something else than a plan that makegood wrote" in finding.message
    assert {each: each.read_bytes() for each in out.rglob("*") if each.is_file()} == before


def test_a_link_in_a_folder_of_ours_is_not_ours(tmp_path: Path) -> None:
    out = tmp_path / "plan"
    plan(out)
    (out / "sessions.csv").rename(tmp_path / "mine.csv")
    (out / "sessions.csv").symlink_to(tmp_path / "mine.csv")
    assert "something else" in says(out, MANY)


def test_what_came_while_the_folder_was_filled_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "plan"

    def slow(made: Path) -> None:
        fill(made)
        out.mkdir()
        (out / "mine.txt").write_text("mine")

    assert len(write_folder(out, slow, MANY)) == 1
    assert (out / "mine.txt").read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["plan"]


def test_each_kind_of_file_is_known_by_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "file"
    pq.write_table(pa.table({"service_id": ["1"], "promised": [30]}), path)
    assert parquet("service_id", "promised")(path)
    assert not parquet("award_id")(path)
    path.write_bytes(b"PAR1")
    assert not parquet("service_id")(path)
    path.write_text('{\n  "as_of": "2026-10-04",\n  "services": [],\n')
    assert json_of("as_of", "services")(path)
    assert not json_of("as_of", "sessions")(path)
    path.write_text('{"as_of": "2026-10-04", "services": []}')
    assert not json_of("as_of", "services")(path)
    path.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Makegood//X//EN\r\n")
    assert calendar("-//Makegood//X//EN")(path)
    assert not calendar("-//Other//X//EN")(path)


def test_streams_are_written_to_and_stay_what_they_are(tmp_path: Path) -> None:
    assert write_text(Path("/dev/null"), "minutes\n", ONE) == []
    assert Path("/dev/null").is_char_device()
    (finding,) = write_text(Path("/dev/full"), "minutes\n" * 10_000, ONE)
    assert finding.message == "/dev/full could not be written: No space left on device."
    read, write = os.pipe()
    assert write_text(Path(f"/dev/fd/{write}"), "minutes\n", ONE) == []
    assert os.read(read, 100) == b"minutes\n"
    os.mkfifo(tmp_path / "pipe")
    assert "something else" in says(tmp_path / "pipe", MANY)


def test_a_folder_can_be_no_stream_and_a_file_no_folder(tmp_path: Path) -> None:
    assert says(Path("/dev/null"), MANY) != ""
    (tmp_path / "file").touch()
    assert "something else" in says(tmp_path / "file", MANY)
    (tmp_path / "folder").mkdir()
    assert "is a folder, and a file is to be written" in says(tmp_path / "folder", ONE)


def test_an_output_is_for_its_owner_unless_an_earlier_one_was_shared(tmp_path: Path) -> None:
    out = tmp_path / "account.csv"
    assert write_text(out, "minutes\n", ONE) == []
    assert out.stat().st_mode & 0o777 == 0o600
    out.chmod(0o644)
    assert write_text(out, "minutes\n", ONE) == []
    assert out.stat().st_mode & 0o777 == 0o644
    assert write_folder(tmp_path / "plan", fill, MANY) == []
    assert (tmp_path / "plan").stat().st_mode & 0o777 == 0o700


def test_a_new_file_never_takes_the_place_of_one_that_came_meanwhile(tmp_path: Path) -> None:
    out = tmp_path / "template"

    def slow(made: Path) -> None:
        made.write_text("new")
        out.write_text("mine")

    (finding,) = write_new(out, slow)
    assert finding.code == "exists_already"
    assert out.read_text() == "mine"
