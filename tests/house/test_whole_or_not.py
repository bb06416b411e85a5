"""A command that is killed leaves the old output or the new one, never a part of either."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

OLD, NEW = "minutes\n" + "old\n" * 60_000, "minutes\n" + "new, and more\n" * 40_000
TABLES = ("services.csv", "misses.csv", "awards.csv")


WORDS = f"""
import itertools, os, signal, sys
from pathlib import Path
from makegood.cli.write import write_folder, write_text
from makegood.files.own import Make, table
OLD, NEW = "minutes\\n" + "old\\n" * 60_000, "minutes\\n" + "new, and more\\n" * 40_000
MINUTES = table(["minutes"])
path = Path(sys.argv[1])

def put_text(text):
    write_text(path, text, Make("an account", file=MINUTES))

def put_folder(text):
    make = Make("an account", {{name: MINUTES for name in {TABLES!r}}})
    write_folder(path, lambda made: [(made / name).write_text(text) for name in {TABLES!r}], make)
"""
FOR_EVER = """
put = {"text": put_text, "folder": put_folder}[sys.argv[2]]
put(OLD)
print("ready", flush=True)
for text in itertools.cycle((NEW, OLD)):
    put(text)
"""
STEP_BY_STEP = """
put = {"text": put_text, "folder": put_folder}[sys.argv[2]]
step, last = itertools.count(1), int(sys.argv[3])

def die(event, _):
    # Python tells of each file that is opened, renamed, made or removed, just before it does so.
    if event.startswith(("open", "os.", "shutil.", "tempfile.")) and next(step) == last:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
put(NEW)
"""


def found(path: Path, kind: str) -> str:
    """Return which of the two outputs stands there, whole."""
    if kind == "text":
        text = path.read_text()
    else:
        assert sorted(each.name for each in path.iterdir()) == sorted(TABLES)
        texts = {(path / name).read_text() for name in TABLES}
        assert len(texts) == 1
        (text,) = texts
    assert text in {OLD, NEW}
    return "old" if text == OLD else "new"


def put_old(path: Path, kind: str) -> None:
    if kind == "text":
        path.write_text(OLD)
        return
    path.mkdir()
    for name in TABLES:
        (path / name).write_text(OLD)


@pytest.mark.parametrize("kind", ["text", "folder"])
def test_killed_at_any_moment_it_leaves_the_old_or_the_new(tmp_path: Path, kind: str) -> None:
    chance = random.Random(20261123)  # noqa: S311 - moments, not secrets
    for round_ in range(6):
        path = tmp_path / f"{round_}" / "account"
        with subprocess.Popen(
            [sys.executable, "-c", WORDS + FOR_EVER, str(path), kind], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.random() / 25)
            writer.kill()
        assert found(path, kind) in {"old", "new"}


@pytest.mark.parametrize("kind", ["text", "folder"])
def test_killed_before_each_of_its_steps_it_leaves_the_old_or_the_new(tmp_path: Path, kind: str) -> None:
    for last in range(1, 100):
        path = tmp_path / f"{last}" / "account"
        path.parent.mkdir()
        put_old(path, kind)
        done = subprocess.run([sys.executable, "-c", WORDS + STEP_BY_STEP, str(path), kind, str(last)], check=False)
        assert path.exists(), f"killed before step {last}, it left nothing"
        stands = found(path, kind)
        if done.returncode == 0:
            assert stands == "new"
            assert [each.name for each in path.parent.iterdir()] == ["account"], "it leaves nothing beside"
            assert last > 3, "the steps were counted"
            return
        assert done.returncode == -signal.SIGKILL
    pytest.fail("it took more than 100 steps")


def test_a_failure_leaves_the_old_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "account"
    put_old(path, "folder")
    make = f"Make('an account', {{name: MINUTES for name in {TABLES!r}}})"
    fail = WORDS + f"write_folder(path, lambda made: [(made / 'misses.csv').write_text(NEW), 1 / 0], {make})"
    done = subprocess.run([sys.executable, "-c", fail, str(path)], capture_output=True, check=False)
    assert done.returncode == 1
    assert found(path, "folder") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["account"]


@pytest.mark.parametrize("stranger", ["letters.txt", "students.csv"])
def test_a_folder_that_holds_something_else_is_never_replaced(tmp_path: Path, stranger: str) -> None:
    path = tmp_path / "account"
    put_old(path, "folder")
    (path / stranger).write_text("mine")
    done = subprocess.run(
        [sys.executable, "-c", WORDS + "put_folder(NEW)", str(path)], capture_output=True, check=False
    )
    assert done.returncode != 0
    assert (path / stranger).read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["account"]
