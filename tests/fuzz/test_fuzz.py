"""The search for inputs that are not taken well finds them, and leaves what is taken well alone."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from fuzz.program import Tally, attempt
from fuzz.runners import RUNNERS

from fuzz import program
from makegood.cli import main


def ends_with_1() -> None:
    """Fail as the program does when it did not foresee something."""
    print("makegood: something went wrong that should not (ZeroDivisionError).", file=sys.stderr)
    sys.exit(1)


def raises() -> None:
    """Let a failure through."""
    raise ZeroDivisionError


def panics() -> None:
    """Let a failure through that is no Exception."""
    raise SystemError("panicked")


def prints_a_traceback() -> None:
    """Refuse the input with a traceback."""
    os.write(2, b"Traceback (most recent call last):")
    sys.exit(2)


def leaves_a_file() -> None:
    """Leave a hidden file."""
    Path(".page.html.1234").touch()


def changes_its_input() -> None:
    """Write over what it was to read."""
    Path("input").write_text("changed")


def takes_memory() -> None:
    """Take more memory than any input needs."""
    bytearray(program.MEGABYTES * 1_100_000)


BAD = [ends_with_1, raises, panics, prints_a_traceback, leaves_a_file, changes_its_input, takes_memory]


@pytest.mark.parametrize("run", BAD, ids=lambda run: run.__name__)
def test_what_the_program_must_never_do_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[[], None]
) -> None:
    (tmp_path / "input").write_text("as it was")
    monkeypatch.setattr(main, "run", run)
    assert len(list(attempt(tmp_path, Tally(), "check"))) == 1


def test_a_program_that_refuses_its_input_in_words_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "run", lambda: sys.exit(2))
    tally = Tally()
    assert list(attempt(tmp_path, tally, "check")) == []
    assert tally.codes == {2: 1}


def test_a_command_that_waits_is_ended_and_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "run", lambda: time.sleep(60))
    monkeypatch.setattr(program, "WAIT", 0.2)
    (problem,) = attempt(tmp_path, Tally(), "check")
    assert problem.startswith("check: ended with -9")


@pytest.mark.parametrize("name", RUNNERS)
def test_a_case_of_each_kind_is_made_twice_alike_and_taken_well(tmp_path: Path, name: str) -> None:
    made = []
    for place in ("one", "other"):
        room = tmp_path / place
        room.mkdir()
        assert list(RUNNERS[name](Random(f"{name} 7"), room, Tally())) == []  # noqa: S311 - no secret
        made.append({path.relative_to(room): path.read_bytes() for path in room.rglob("*.csv") if path.is_file()})
    assert made[0] == made[1]
