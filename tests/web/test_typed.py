"""What people type into a form: read, or None; never an error."""

import pytest

from makegood.web.alone.marks import SHORT, given_by
from makegood.web.typed import number_in

LONG = "9" * 5_000
"""Python itself refuses to read so long a number."""


@pytest.mark.parametrize("text", [LONG, "", "-1", "1.5", "x", "\N{ARABIC-INDIC DIGIT FIVE}"])
def test_what_can_be_no_number_of_a_row_is_none(text: str) -> None:
    assert number_in(text) is None


def test_a_mark_gives_all_minutes_none_or_those_that_are_typed() -> None:
    assert [given_by(mark, 30) for mark in ("given", "student_absent", f"{SHORT}23")] == [30, 0, 23]
    assert [given_by(mark, 30) for mark in (f"{SHORT}30", f"{SHORT}{LONG}", f"{SHORT}0", LONG)] == [None] * 4
