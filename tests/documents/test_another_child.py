"""A paper is never put in the place of one about another child or of another day; the same one is replaced."""

from pathlib import Path

import pytest
from tests.documents.conftest import EXAMPLE, run

COMMANDS = {
    "letter": ("letter", "records_request", EXAMPLE, "--format", "pdf", "--out"),
    "packet": ("packet", EXAMPLE, "--out"),
    "reconcile": ("reconcile", EXAMPLE, "--out"),
    "statement": ("statement", EXAMPLE, "--html"),
    "statement as PDF": ("statement", EXAMPLE, "--pdf"),
}


def held(out: Path) -> list[bytes]:
    """Return what a file holds, or each file of a folder."""
    return [path.read_bytes() for path in sorted([out, *out.rglob("*")]) if path.is_file()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_paper_about_another_child_is_kept(command: str, tmp_path: Path) -> None:
    out = tmp_path / "paper.html"
    words = (*COMMANDS[command], out, "--as-of", "2027-03-12", "--student")
    assert run(*words, "004518")[0] == 0
    first = held(out)
    code, said = run(*words, "003262")
    assert (code, "this child" in said, "not overwritten" in said) == (2, True, True)
    assert held(out) == first
    assert run(*words, "004518")[0] == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_a_paper_of_another_day_is_kept(command: str, tmp_path: Path) -> None:
    out = tmp_path / "paper.html"
    words = (*COMMANDS[command], out, "--student", "004518", "--as-of")
    assert run(*words, "2027-03-11")[0] == 0
    first = held(out)
    code, said = run(*words, "2027-03-12")
    assert (code, "of 2027-03-12 that makegood wrote, and it is not overwritten" in said) == (2, True)
    assert held(out) == first
