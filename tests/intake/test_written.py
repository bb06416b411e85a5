"""A value that is written into a cell is read from it again."""

import datetime as dt
from typing import Any

import pytest

from makegood.intake.values import cell_reader
from makegood.intake.written import written
from makegood.records import Column, Kind


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("id", "004217"), ("ids", ("a", "b")), ("text", "Labor Day"), ("words", ("K", "1")),
        ("date", dt.date(2027, 3, 12)), ("moment", dt.date(2027, 3, 12)),
        ("moment", dt.datetime.fromisoformat("2027-03-12T08:05")),
        ("moment", dt.datetime.fromisoformat("2027-03-12T08:05:09")), ("time", 570),
        ("time", 0), ("weekday", 0), ("weekday", 6),
        ("minutes", 0), ("number", 12), ("count", 1), ("yes_no", True), ("yes_no", False), ("money", 6205),
    ],
)  # fmt: skip
def test_a_written_cell_is_read_as_the_value(kind: Kind, value: Any) -> None:
    text = written(kind, value)
    assert text is not None
    assert cell_reader(Column(kind, ""))(text) == value


def test_nothing_is_written_as_a_blank_cell() -> None:
    assert written("minutes", None) is None
