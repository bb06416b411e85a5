"""Rooms import downwards only, and a bad import is caught."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in a folder, whatever else is installed."""
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, env={"PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(root / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__", "packs"))
    shutil.copy(root / "pyproject.toml", folder)
    return folder


def test_the_rooms_as_they_stand_keep_every_contract(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("terms/reasons.py", "import makegood.records"),
        ("ledger/fold/days.py", "from makegood.intake import read_folder"),
        ("intake/read.py", "import makegood.policies"),
        ("statements/window/window.py", "    import makegood.cli"),
        ("ledger/run.py", "    import highspy"),
        ("intake/checks/facts.py", "from makegood.ledger.columns import Log"),
        ("statements/pace/pace.py", "from makegood.ledger.coding.log import code_log"),
        ("planner/gather/slots.py", "    from makegood.ledger import columns"),
        ("cli/check.py", "from makegood.ledger import fold"),
        ("cli/plan.py", "from ortools.sat.python import cp_model"),
        ("planner/make.py", "import makegood.week.make"),
        ("week/verify/run.py", "from makegood.week.board import Board"),
        ("plans/verify/run.py", "from makegood.planner.times import Times"),
        ("plans/verify/of_student.py", "    from makegood.planner.solve import solve"),
        ("plans/verify/run.py", "from makegood.plans.instance_file import read_instance"),
        ("plans/verify/of_minutes.py", "    from makegood.plans.plan import Plan"),
        ("plans/instance.py", "from makegood.log.log import Log"),
    ],
)
def test_an_import_upwards_or_sideways_breaks_a_contract(copy: Path, file: str, line: str) -> None:
    bad = copy / "src" / "makegood" / file
    good = bad.read_text(encoding="utf-8")
    # An indented line stands in a function: a late import is an import too.
    bad.write_text(f"{good}\ndef _late() -> None:\n{line}\n" if line.startswith(" ") else f"{good}\n{line}\n")
    try:
        done = lint(copy)
    finally:
        bad.write_text(good, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout


def test_every_room_but_the_planner_is_kept_from_solvers(root: Path) -> None:
    told = (root / "pyproject.toml").read_text(encoding="utf-8")
    kept = told.split("Only the planner solves")[1].split("forbidden_modules")[0]
    rooms = {path.name for path in (root / "src" / "makegood").iterdir() if (path / "__init__.py").exists()}
    assert set(re.findall(r"makegood\.(\w+)", kept)) == rooms - {"planner"}


def test_every_room_stands_in_the_contract(root: Path) -> None:
    told = (root / "pyproject.toml").read_text(encoding="utf-8")
    layers = told.split("layers = [")[1].split("]")[0]
    rooms = {path.name for path in (root / "src" / "makegood").iterdir() if (path / "__init__.py").exists()}
    assert set(re.findall(r"makegood\.(\w+)", layers)) == rooms


def test_a_new_file_of_plans_needs_a_place_in_the_contract_that_keeps_the_verifier_apart(copy: Path) -> None:
    new = copy / "src" / "makegood" / "plans" / "shared_times.py"
    new.write_text('"""Times that both would share."""\n')
    try:
        done = lint(copy)
    finally:
        new.unlink()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "plans.shared_times" in done.stdout
