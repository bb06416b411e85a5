"""What a command loads before it begins: nothing that another command needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from makegood.cli.verbs import VERBS

HEAVY = (
    "highspy",
    "icalendar",
    "jinja2",
    "numba",
    "numpy",
    "pyarrow",
    "python_calamine",
    "recurring_ical_events",
    "xlsxwriter",
)
"""Libraries that take a while to load, each the business of a few commands."""
OF_SOME = ("template", "calendar", "store", "simulate")
"""Verbs that need one of these whatever they are asked."""
RUN = """
import sys
from makegood.cli.main import run
sys.argv[0] = "makegood"
try:
    run()
finally:
    print("loaded:", *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def loaded(*words: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", RUN, *words], capture_output=True, text=True, check=False)
    assert done.returncode in {0, 2}, done.stderr
    return set(done.stderr.rpartition("loaded:")[2].split())


def test_the_help_lists_every_verb_without_loading_any() -> None:
    told = loaded("--help")
    assert told.isdisjoint({*HEAVY, "pydantic", "rich", "ruamel"})


def test_the_words_for_reasons_load_no_heavy_library() -> None:
    assert loaded("reasons").isdisjoint({*HEAVY, "pydantic", "ruamel"})


@pytest.mark.parametrize(
    "words",
    [("check",), ("statement", "--student", "1"), ("ledger",), ("owed", "--format", "csv")],
    ids=" ".join,
)
def test_a_folder_of_csv_files_loads_no_heavy_library(root: Path, words: tuple[str, ...]) -> None:
    verb, *options = words
    assert loaded(verb, str(root / "examples" / "one-child"), *options).isdisjoint(HEAVY)


def test_a_page_loads_its_templates_and_a_printed_statement_does_not(root: Path, tmp_path: Path) -> None:
    asked = ("statement", str(root / "examples" / "one-child"), "--student", "1")
    assert "jinja2" in loaded(*asked, "--html", str(tmp_path / "page.html"))
    assert "jinja2" not in loaded(*asked, "--format", "json")


def test_verbs_that_share_no_library_do_not_load_each_others() -> None:
    verbs = [verb for verb in VERBS if verb not in OF_SOME]
    code = f"import sys; from makegood.cli.verbs import load; [load(v) for v in {verbs}]; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {name.partition(".")[0] for name in done.stdout.split()}.isdisjoint(HEAVY)


def test_a_mistyped_verb_is_answered_with_the_one_that_is_meant() -> None:
    done = subprocess.run([sys.executable, "-c", RUN, "reasns"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No such command 'reasns'. Did you mean 'reasons'?" in done.stderr
