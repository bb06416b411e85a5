"""Writers of a folder of records: one that is killed at any moment, and two at once."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any, Final

from fuzz.folders import EXAMPLES
from fuzz.program import Tally, attempt, side_by_side

_LONGEST: Final = 2.0
"""Seconds after which a writer is killed, at most; it has written by then, or nearly so."""
_RUN: Final = "from makegood.cli.main import run; run()"


def run_killed(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Kill a command that accepts a plan; the next command finds the folder as it was, or as it was to be."""
    (command,) = _plans(rng, room, 1)
    sound = Path(shutil.copytree(EXAMPLES / "maple-ridge", room / "records"))
    before, after = _rows(sound), _accepted(room, tally, [command])
    side_by_side(room, tally, command, kill_after=rng.uniform(0, _LONGEST))
    left = set(sound.rglob(".*"))
    yield from attempt(room, tally, "check", "records", "--as-of", "2027-03-12", changes=True)
    found = _rows(sound)
    if found not in (before, after):
        yield f"killed, the folder is neither as it was nor as it was to be: {_differing(found, before)}"
    codes = side_by_side(room, tally, command)
    if codes != [0] or _rows(sound) != after:
        yield f"accepted once more after the kill: ended with {codes[0]}, {_differing(_rows(sound), after)}"
    if still := set(sound.rglob(".*")):
        yield f"hidden files are left: {sorted(path.name for path in still)} (after the kill {len(left)})"


def run_together(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Accept two plans at once; what comes of it is what comes of one after the other, or of one alone."""
    commands = _plans(rng, room, 2)
    sound = Path(shutil.copytree(EXAMPLES / "maple-ridge", room / "records"))
    possible = [_accepted(room, tally, list(order)) for count in (1, 2) for order in permutations(commands, count)]
    codes = side_by_side(room, tally, *commands)
    if not set(codes) <= {0, 2}:
        yield f"two writers ended with {codes}"
    found = _rows(sound)
    taken = [command for command, code in zip(commands, codes, strict=True) if code == 0]
    allowed = [_accepted(room, tally, list(order)) for order in permutations(taken)]
    if found not in possible or found not in allowed:
        yield f"two writers (ended with {codes}) left what neither order gives: {_differing(found, possible[0])}"
    else:
        # Which of them was first is not in the case's number, so the case is not made alike again.
        shutil.rmtree(sound)


def _plans(rng: Random, room: Path, count: int) -> list[tuple[str, ...]]:
    """Write plans of some sessions that can be held; return the commands that accept them."""
    commands = []
    for number in range(count):
        sessions = rng.sample(_sessions(), rng.randint(1, 8))
        name = f"plan-{number}.json"
        (room / name).write_text(json.dumps({"sessions": sessions, "unplanned": []}), encoding="utf-8")
        commands.append(("accept", name, "records", "--on", "2027-03-12"))
    return commands


@cache
def _sessions() -> list[Any]:
    """Return the sessions that the program itself plans for the example."""
    weeks = ("--as-of", "2027-03-12", "--from", "2027-03-15", "--until", "2027-03-26")
    words = ("plan", str(EXAMPLES / "maple-ridge"), *weeks, "--time", "1", "--format", "json")
    done = subprocess.run([sys.executable, "-c", _RUN, *words], capture_output=True, check=True)
    sessions: list[Any] = json.loads(done.stdout)["sessions"]
    return sessions


def _accepted(room: Path, tally: Tally, commands: list[tuple[str, ...]]) -> dict[str, bytes]:
    """Return the rows of a sound folder in which plans were accepted, one after the other."""
    folder = Path(shutil.copytree(EXAMPLES / "maple-ridge", room / "one-by-one"))
    for words in commands:
        side_by_side(room, tally, tuple("one-by-one" if word == "records" else word for word in words))
    rows = _rows(folder)
    shutil.rmtree(folder)
    return rows


def _rows(folder: Path) -> dict[str, bytes]:
    """Return a folder's tables."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv")}


def _differing(found: dict[str, bytes], other: dict[str, bytes]) -> str:
    names = sorted(name for name in found.keys() | other.keys() if found.get(name) != other.get(name))
    return ", ".join(names) + " differ" if names else "nothing differs"
