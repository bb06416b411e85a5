import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.folders import SOUND, write_folder

from makegood.intake import read_folder
from makegood.intake.ics import read_ics
from makegood.records import TABLES

NAMES = st.sampled_from([table.NAME for table in TABLES])
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["SV1", "L1", "L2", "004217", "A1", "2026-09-14", "9/5/2026", "0", "30.0", "week", "make_up", "yes"]
    ),
    st.sampled_from(["C26", "year", "cycle", "2 x 30 min weekly", "owed", "Monday", "09:30", "declined", "regular"]),
)


@given(name=NAMES, data=st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_in_any_table_give_records_or_findings(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as room:
        records, findings = read_folder(write_folder(Path(room), {name: data}))
    assert (records is None) == any(finding.level == "error" for finding in findings)


@given(name=NAMES, data=st.data())
@settings(max_examples=250, deadline=None)
def test_any_cells_in_any_table_give_records_or_findings(name: str, data: st.DataObject) -> None:
    table = next(table for table in TABLES if name == table.NAME)
    columns = list(table.columns())
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=4))
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    own = SOUND.get(name, "").splitlines()[1:] if data.draw(st.booleans()) else []
    header = SOUND[name].splitlines()[0] if own else ",".join(columns)
    text = "\n".join([header, *own, *quoted]) + "\n"
    with tempfile.TemporaryDirectory() as room:
        folder = write_folder(Path(room), {name: text.encode("utf-8", "surrogatepass")})
        records, findings = read_folder(folder, as_of=dt.date(2026, 11, 20), dates="mdy")
    assert (records is None) == any(finding.level == "error" for finding in findings)


@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
@settings(max_examples=150, deadline=None)
def test_any_bytes_in_a_calendar_give_suggestions_or_findings(data: bytes) -> None:
    entry = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260907\r\n"
        + data
        + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "any.ics"
        for written in (data, entry):
            path.write_bytes(written)
            suggestions, findings = read_ics(path, "C26")
            assert not (suggestions and any(finding.level == "error" for finding in findings))
