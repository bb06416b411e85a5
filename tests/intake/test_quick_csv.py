"""Reading a large file quickly gives the very cells that reading it record by record gives, or nothing."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from makegood.intake.csv_file import delimiter_of
from makegood.intake.quick_csv import read_quickly
from makegood.intake.sheet import lay_out

PIECES = st.sampled_from(
    ["a", "b", "L1", "30", "", "", " ", "é", "\u2028", "\x0b", "\x1c", "\ufeff", "NULL", "\\", "'", "#", "0" * 20]
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\n,\n"])
BETWEEN = st.sampled_from([",", ",", ",", ",", ",", ";", "\t", '"', '""', ',"', '",', '"\n', "\n"])
PLAIN = st.builds(str.__add__, PIECES, PIECES)
QUOTED = st.lists(st.one_of(PIECES, st.sampled_from(['""', ",", "\n", "\r\n", ";"])), max_size=3).map(
    lambda parts: f'"{"".join(parts)}"'
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Draw a file that is nearly as it should be."""
    width, delimiter = draw(st.integers(1, 4)), draw(st.sampled_from([",", ";", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    cells = draw(st.sampled_from([PLAIN, QUOTED, st.one_of(PLAIN, QUOTED)]))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=6))
    text = end.join(delimiter.join(row) for row in rows) + draw(st.sampled_from(["", end, end * 2]))
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.one_of(st.just(""), st.just(""), BETWEEN, PIECES, ENDS)) + text[at:]


MESSES = st.lists(st.one_of(PIECES, BETWEEN, ENDS), max_size=30).map("".join)


@given(text=st.one_of(tables(), MESSES, st.text(max_size=60)))
@settings(max_examples=600, deadline=None)
@example(text='a,b\n"x","y ""z"""\n"1\n2",\n')
@example(text="a,b\n1,2\n\n3,4\n")
def test_what_is_read_quickly_is_what_is_read_record_by_record(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode().replace("\0", "")
    delimiter = delimiter_of(text)
    quick = read_quickly(text, delimiter)
    if quick is None:
        return
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    sheet, findings = lay_out("f.csv", "sessions", records)
    assert sheet is not None
    assert findings == []
    assert [cell.strip() for cell in quick.header] == sheet.header
    assert [list(cells) for cells in quick.columns] == sheet.columns
    assert sheet.rows == list(range(2, len(sheet.rows) + 2))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("cell", ["x", '"x"', '"x, ""y""\nz"', ""])
def test_a_sound_file_is_read_quickly(cell: str, end: str) -> None:
    quick = read_quickly(end.join(["id,note", f"L1,{cell}", f"L2,{cell}", f"L3,{cell}", ""]), ",")
    assert quick is not None
    assert quick.header == ["id", "note"]
    read = {"x": "x", '"x"': "x", '"x, ""y""\nz"': 'x, "y"\nz', "": ""}[cell]
    assert [list(cells) for cells in quick.columns] == [["L1", "L2", "L3"], [read, read, read]]


@pytest.mark.parametrize(
    "text",
    [
        'id,note\nL1,say "hi"\n',
        'id,note\nL1,"open\n',
        'id,note\nL1,"closed" early\n',
        "id,note\nL1\n",
        "id,note\nL1,a,\n",
        "id,note\n\nL1,a\n",
        "id,note\n,a\n",
        " ,\nL1,a\n",
        "id,note\rL1,a\r",
        "id,note\n",
        "",
    ],
)
def test_what_needs_a_closer_look_is_not_read_quickly(text: str) -> None:
    assert read_quickly(text, ",") is None
