"""A run of statements that is killed in the middle leaves whole files only, and the next run goes on."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

CHILDREN = 30
WORDS = ("--as-of", "2026-10-02", "--out")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "records"
    made.mkdir()
    ids = [f"{1000 + at}" for at in range(CHILDREN)]
    (made / "students.csv").write_text("student_id,given_name\n" + "".join(f"{id_},Made Up {id_}\n" for id_ in ids))
    (made / "terms.csv").write_text("calendar_id,kind,start,end\nC,year,2026-09-01,2027-06-04\n")
    rows = "".join(f"S{id_},{id_},speech,30,1,week,2026-09-01\n" for id_ in ids)
    (made / "services.csv").write_text("service_id,student_id,service_type,minutes,sessions,per,start\n" + rows)
    (made / "sessions.csv").write_text("session_id,service_id,date,minutes_delivered\n")
    return made


def begin(folder: Path, out: Path) -> subprocess.Popen[str]:
    code = "import sys; from makegood.cli.main import run; sys.argv[0] = 'makegood'; run()"
    command = [sys.executable, "-c", code, "statements", str(folder), *WORDS, str(out)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_in_the_middle_it_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "statements"
    running = begin(folder, out)
    try:
        until = time.monotonic() + 60
        while len(list(out.glob("*.pdf"))) < 4:
            assert running.poll() is None, running.communicate()
            assert time.monotonic() < until
            time.sleep(0.002)
    finally:
        running.kill()
        running.wait()
    there = sorted(out.glob("*.pdf"))
    assert 4 <= len(there) < CHILDREN
    assert [path.name for path in there if not path.read_bytes().rstrip().endswith(b"%%EOF")] == []
    written = {path.name: path.stat().st_mtime_ns for path in there}

    again = begin(folder, out)
    said, wrong = again.communicate()
    assert again.returncode == 0, wrong
    assert f"{CHILDREN - len(there)} statements. There already: {len(there)}." in said
    # Each child has one whole statement, what was there was left alone, and nothing hidden has stayed.
    assert sorted(path.name for path in out.iterdir()) == [f"{1000 + at}_2026-10-02.pdf" for at in range(CHILDREN)]
    assert {name: (out / name).stat().st_mtime_ns for name in written} == written
