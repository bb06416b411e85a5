"""A long table looks as rich prints it."""

import io
from collections.abc import Sequence
from contextlib import redirect_stdout

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.cli import paper
from makegood.cli.long_table import LONG

WORDS = st.sampled_from(
    [
        "",
        "a",
        "00123",
        "speech",
        "occupational therapy",
        "1,234",
        "Ana Müller",
        "學校",
        "student absent 120",
        "x" * 70,
        "-",
    ]
)
CELLS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
KINDS = st.lists(st.sampled_from(["left", "right", "id", "words"]), min_size=1, max_size=6)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[tuple[str, str]], list[list[str]], list[str] | None]:
    kinds = draw(KINDS)
    columns = [(draw(st.sampled_from(["h", "two\nlines", "service, and why"])), kind) for kind in kinds]
    rows = draw(st.lists(st.lists(CELLS, min_size=len(kinds), max_size=len(kinds)), min_size=1, max_size=8))
    return columns, rows, draw(st.none() | st.just(["all"] * len(kinds)))


@settings(max_examples=200, deadline=None)
@given(tables())
def test_a_long_table_is_printed_as_a_short_one(
    table: tuple[list[tuple[str, str]], list[list[str]], list[str] | None],
) -> None:
    columns, rows, total = table
    assert printed(columns, rows, total, 1) == printed(columns, rows, total, LONG)


def test_a_table_of_a_district_has_a_line_for_each_service() -> None:
    rows = [[f"SV{n:05}", f"{n:,}"] for n in range(LONG)]
    lines = printed([("service", "id"), ("promised", "right")], rows, ["all", "9"], LONG).splitlines()
    assert lines[0] == "Each service"
    assert lines[1] == "service  promised"
    assert lines[3] == "SV00000         0"
    assert lines[2 + LONG] == "SV00499       499"
    assert lines[-1] == "all             9"


def printed(columns: Sequence[tuple[str, str]], rows: list[list[str]], total: list[str] | None, long_from: int) -> str:
    """Print a table as if one of so many rows were long."""
    written = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(written):
        patch.setattr(paper, "LONG", long_from)
        paper.show_table("Each service", columns, rows, total)
    return written.getvalue()
