"""Only a regular file is read, and a folder only if it can be listed; nothing waits for a pipe."""

import gzip
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files.program import makegood, with_closed_doors
from tests.intake.folders import write_folder

from makegood.files import reading
from makegood.files.json_file import read_json
from makegood.files.reading import is_folder, is_there, list_folder, read_bytes
from makegood.files.refusal import Refusal
from makegood.intake import read_folder
from makegood.intake.ics import read_ics
from makegood.planner.what_if import read_what_if
from makegood.plans.instance_file import read_instance
from makegood.plans.plan_json import read_plan
from makegood.policies import read_packs


def a_pipe(path: Path) -> None:
    """Put a pipe that nobody writes to."""
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    """Put a folder."""
    path.mkdir()


def a_socket(path: Path) -> None:
    """Put a socket, whose name must be short."""
    os.chdir(path.parent)
    socket.socket(socket.AF_UNIX).bind(path.name)


def a_link_to_a_device(path: Path) -> None:
    """Put a link to a device that never ends."""
    path.symlink_to("/dev/zero")


def a_link_to_a_pipe(path: Path) -> None:
    """Put a link to a pipe."""
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


def a_circle(path: Path) -> None:
    """Put a link that leads to itself."""
    path.symlink_to(path.name)


def a_link_to_nothing(path: Path) -> None:
    """Put a link to what is not there."""
    path.symlink_to("nothing")


NO_FILES = {
    a_pipe: "This is a pipe, which has no end of its own.",
    a_folder: "This is a folder.",
    a_socket: "This is a socket.",
    a_link_to_a_device: "This is a device.",
    a_link_to_a_pipe: "This is a pipe, which has no end of its own.",
    a_circle: "This file could not be opened: it is a link that leads back to itself.",
    a_link_to_nothing: "This file could not be opened: No such file or directory.",
}
READERS: dict[str, Callable[[Path], object]] = {
    "sessions.csv": lambda path: read_folder(path.parent)[1],
    "records.xlsx": lambda path: read_folder(path)[1] if not path.is_dir() else [],
    "year.ics": lambda path: read_ics(path, "C26")[1],
    "plan.json": lambda path: read_plan(path)[1],
    "instance.json.gz": lambda path: read_instance(path)[1],
    "if.yaml": lambda path: read_what_if(path)[1],
    "pack.yaml": lambda path: read_packs(path.parent)[1],
}


@pytest.mark.parametrize("put", NO_FILES, ids=lambda put: put.__name__)
@pytest.mark.parametrize("name", READERS)
def test_what_is_no_regular_file_is_one_sentence_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, put: Callable[[Path], None], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_folder(tmp_path / "f", {"sessions": None} if name == "sessions.csv" else {})
    put(folder / name)
    found = READERS[name](folder / name)
    assert isinstance(found, list)
    if name == "records.xlsx" and put is a_folder:
        return  # A folder may have any name.
    assert [finding.message for finding in found if finding.level == "error"] == [NO_FILES[put]]


def test_a_link_to_a_file_is_read_as_the_file(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "f")
    (folder / "sessions.csv").rename(tmp_path / "log.csv")
    (folder / "sessions.csv").symlink_to("../log.csv")
    records, findings = read_folder(folder)
    assert findings == []
    assert records is not None


def test_a_file_of_more_bytes_than_are_read_is_refused_and_one_of_as_many_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"123456")
    assert read_bytes(path, 6) == b"123456"
    refused = read_bytes(path, 5)
    assert isinstance(refused, Refusal)
    assert refused.says == "This file has more than 5 bytes, which is more than is read."


def test_a_file_that_says_it_is_empty_and_is_not_is_read_to_its_end_or_its_limit() -> None:
    path = Path("/proc/self/maps")  # its size is 0 for those who ask
    if not path.exists():
        pytest.skip("this system has no such file")
    data = read_bytes(path, 10_000_000)
    assert isinstance(data, bytes)
    assert len(data) > 100
    assert isinstance(read_bytes(path, 100), Refusal)


def test_a_pipe_that_takes_a_files_place_after_it_was_looked_at_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(reading, "refuse_kind", lambda _: None)
    refused = read_bytes(tmp_path / "pipe", 100)
    assert isinstance(refused, Refusal)
    assert refused.code == "no_regular_file"


def test_a_pipe_in_the_records_is_refused_by_the_program_at_once(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "f")
    (folder / "policies").mkdir()
    os.mkfifo(folder / "policies" / "own.yaml")
    done = makegood("check", folder)
    assert done.code == 2
    assert "This is a pipe, which has no end of its own." in done.out


@pytest.mark.parametrize(
    ("closed", "mode"), [("f", 0), ("f", 0o444), ("f/policies", 0), ("f/policies", 0o444), ("f/sessions.csv", 0)]
)
def test_what_may_not_be_read_is_told_in_one_line(tmp_path: Path, closed: str, mode: int) -> None:
    folder = write_folder(tmp_path / "f", {"students": "student_id,policy_id\n004217,own\n004218,own\n004219,own\n"})
    (folder / "policies").mkdir()
    (tmp_path / closed).chmod(mode)
    try:
        done = with_closed_doors("ledger", folder)
    finally:
        (tmp_path / closed).chmod(0o755)
    assert done.returncode == 2, done.stderr
    told = ("could not be opened: Permission denied.", "is not readable.")
    assert sum(map(done.stderr.count, told)) == 1, done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_is_listed_by_name_up_to_so_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "bca":
        (tmp_path / name).touch()
    assert list_folder(tmp_path) == [tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    monkeypatch.setattr(reading, "FOLDER_ENTRIES", 2)
    refused = list_folder(tmp_path)
    assert isinstance(refused, Refusal)
    assert refused.says == "This folder has more than 2 files."


def test_a_name_is_there_also_if_it_is_no_file_and_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert is_there(tmp_path / "loop")
    assert not is_there(tmp_path / "nothing" / "more")
    assert not is_there(tmp_path / ("x" * 5000))
    assert not is_folder(tmp_path / "loop")


def test_policies_that_are_a_file_are_refused_and_not_left_out(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "f")
    (folder / "policies").write_text("id: own\n")
    done = makegood("check", folder)
    assert done.code == 2
    assert "This folder could not be opened: Not a directory." in done.out


def test_a_gz_file_that_unpacks_to_more_than_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.json.gz"
    path.write_bytes(gzip.compress(b"0" * 5_000_000))
    refused = read_json(path, 1_000_000)
    assert isinstance(refused, Refusal)
    assert refused.says.startswith("This file has more than 1,000,000 bytes when it is unpacked")
    path.write_bytes(gzip.compress(b"[1,") + gzip.compress(b"2]"))
    assert read_json(path, 1_000_000) == [1, 2]
    path.write_bytes(gzip.compress(b"[1,2]")[:-3])
    assert read_json(path, 1_000_000) == Refusal("damaged_gz", "This .gz file is damaged.")
