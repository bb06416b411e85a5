"""What is entered and looks like a slip is entered, and told at once."""

import shutil
from pathlib import Path

import pytest
from tests.documents.conftest import EXAMPLE, run

TODAY = ("--today", "2027-03-15")
# L002571 was planned for 30 minutes, and none were given.
SLIPS = {
    "decides_more_minutes": ("decision", "--session L002571 --follows owed --on 2027-03-01 --minutes", "30", "31"),
    "award_of_no_service": (
        "agreement",
        "--student 004312 --minutes 120 --start 2027-03-20 --service-type",
        "Speech",
        "speach",
    ),
}


@pytest.mark.parametrize("code", SLIPS)
def test_a_slip_is_told_where_it_is_entered(code: str, tmp_path: Path) -> None:
    verb, rest, right, wrong = SLIPS[code]
    for word, warnings in ((right, 0), (wrong, 1)):
        folder = tmp_path / word
        shutil.copytree(EXAMPLE, folder)
        left, said = run("record", verb, folder, *rest.split(), word, *TODAY)
        assert (left, "added" in said, said.count("warning"), said.count(f"[{code}]")) == (0, True, warnings, warnings)


@pytest.mark.parametrize(("kind", "warnings"), [("laps", 1), ("Lapse", 0), ("iep_meeting", 0), ("written_notice", 0)])
def test_a_notice_that_answers_nothing_is_told_where_it_is_entered(kind: str, warnings: int, tmp_path: Path) -> None:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder)
    words = ("--student", "004312", "--kind", kind, "--sent-on", "2027-03-01")
    left, said = run("record", "notice", folder, *words, *TODAY)
    assert (left, "added" in said, said.count("[unknown_notice]")) == (0, True, warnings)
