"""One way to run everything, for a developer and for CI."""

import os
import re
import subprocess
from pathlib import Path

import pytest

FREE = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def make(root: Path, *words: str) -> str:
    """Return what make prints."""
    return subprocess.run(["make", *words], cwd=root, env=FREE, capture_output=True, text=True, check=True).stdout


def test_make_alone_lists_every_target_with_a_word_on_it(root: Path) -> None:
    told = make(root)
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split()
    assert set(re.findall(r"^  make (\w+) +\S", told, re.MULTILINE)) == set(phony)


@pytest.mark.parametrize(
    "part", ["ruff check", "ruff format --check", "mypy", "lint-imports", "makegood policy test", "pytest -n 2"]
)
def test_make_test_runs_every_check(root: Path, part: str) -> None:
    assert part in make(root, "--dry-run", "test")


def test_make_test_prepares_its_tools_and_ends_with_the_tests(root: Path) -> None:
    lines = make(root, "--dry-run", "test").splitlines()
    assert lines[0] == "scripts/install dev bench"
    assert "pytest" in lines[-1]


def test_ci_runs_make_test_and_nothing_less(root: Path) -> None:
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"


def test_a_failed_check_fails_make_test_after_all_others_have_run(tmp_path: Path, root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    (tmp_path / "Makefile").write_text(makefile)
    for script in ("install", "browser", "newer"):
        stub(tmp_path / "scripts" / script, "exit 0")
    for tool in ("mypy", "lint-imports", "makegood", "pytest"):
        stub(tmp_path / ".venv" / "bin" / tool, f"echo ran {tool}")
    stub(tmp_path / ".venv" / "bin" / "ruff", "exit 1")
    done = subprocess.run(["make", "test"], cwd=tmp_path, env=FREE, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    ran = [line for line in done.stdout.splitlines() if line.startswith("ran ")]
    assert ran == ["ran mypy", "ran lint-imports", "ran makegood", "ran pytest"]


def stub(path: Path, does: str) -> None:
    """Put a program of one line in a place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{does}\n")
    path.chmod(0o755)


def test_without_a_python_that_is_new_enough_one_line_says_so(tmp_path: Path, root: Path) -> None:
    for name in ("scripts/install", "pyproject.toml", "requirements/constraints.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((root / name).read_bytes())
    tools = tmp_path / "tools"
    for tool in ("bash", "dirname", "cat", "cksum", "rm", "mktemp"):
        found = subprocess.run(["bash", "-c", f"command -v {tool}"], capture_output=True, text=True, check=True)
        tools.mkdir(exist_ok=True)
        (tools / tool).symlink_to(found.stdout.strip())
    stub(tools / "python3", "exit 1")
    done = subprocess.run(
        [str(tools / "bash"), "scripts/install"],
        cwd=tmp_path, env={"PATH": str(tools)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Python 3.11 to 3.14" in done.stderr
