"""The house as a whole: where it stands, and how to run its program."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from tests.house import run_here
from tests.house.run_here import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """Every file that the project keeps: as git lists them, or all but what is made here."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
        return [path for path in paths if path.is_file()]
    made = {".venv", ".git", "out", "build", "__pycache__"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not any(part in made or part.endswith("_cache") for part in path.relative_to(ROOT).parts)
    ]


@pytest.fixture(scope="session")
def commands() -> set[str]:
    """The commands that `makegood --help` lists."""
    told = subprocess.run(
        [sys.executable, "-c", "from makegood.cli.main import run; run()", "--help"],
        capture_output=True, text=True, check=True, env={"COLUMNS": "200", "PATH": ""},
    ).stdout  # fmt: skip
    listed = told.split("Commands:")[1].splitlines()
    return {line.split()[0] for line in listed if line.startswith("  ") and line[2:3].strip()}


@pytest.fixture
def makegood(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands in this process, which takes a tenth of the time of a new one."""
    return partial(run_here.makegood, monkeypatch)
