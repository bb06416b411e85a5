"""A name that somebody types where an id is needed is in no error."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from makegood.cli.main import app

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "maple-ridge")
NAME = "Camila Rioclaro"
UPTO = ("--as-of", "2027-03-12")


@pytest.mark.parametrize(
    "words",
    [
        ("statement", EXAMPLE, "--student", NAME, *UPTO),
        ("packet", EXAMPLE, "--student", NAME, "--out", "OUT", *UPTO),
        ("letter", "records_request", EXAMPLE, "--student", NAME, "--out", "OUT", *UPTO),
        ("letter", "records_request", EXAMPLE, "--student", "004305", "--out", "OUT", "--set", NAME, *UPTO),
        ("notices", EXAMPLE, "--student", NAME, *UPTO),
        ("pace", EXAMPLE, "--student", NAME, *UPTO),
        ("explain", EXAMPLE, NAME, *UPTO),
        ("plan", EXAMPLE, "--student", NAME, "--from", "2027-03-15", "--until", "2027-03-19", *UPTO),
        ("record", "notice", EXAMPLE, "--student", NAME, "--kind", "lapse", "--sent-on", "2026-11-01"),
    ],
    ids=lambda words: " ".join(words[:2]).replace(EXAMPLE, ""),
)
def test_a_name_that_was_typed_is_not_said_again(words: tuple[str, ...], tmp_path: Path) -> None:
    done = CliRunner().invoke(app, [str(tmp_path / "out") if word == "OUT" else word for word in words])
    assert done.exit_code == 2
    assert "(not shown)" in done.stderr
    assert "Camila" not in done.output
    assert "Rioclaro" not in done.output
