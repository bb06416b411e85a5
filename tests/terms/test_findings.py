"""A finding says its place, its message, what was found and what is needed, each once."""

import pytest

from makegood.terms.findings import Finding, Origin

DATE = Finding("error", "bad_date", "This is no date.", Origin("sessions", 3, "date"), found="x", expected="a date")


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (DATE, "error: sessions, row 3, date: This is no date. Found: 'x'. Needed: a date. [bad_date]"),
        (
            Finding("warning", "near_id", "This is near.", Origin("students", None, "student_id"), found="4"),
            "warning: students, student_id: This is near. Found: '4'. [near_id]",
        ),
        (
            Finding("error", "duplicate_id", "'S1' is also in row 2.", Origin("students", 3), found="S1"),
            "error: students, row 3: 'S1' is also in row 2. [duplicate_id]",
        ),
        (Finding("error", "blank_cell", "This is blank.", found=""), "error: This is blank. [blank_cell]"),
    ],
    ids=["whole", "no row", "found is in the message", "no place"],
)
def test_a_finding_becomes_one_line_that_says_each_thing_once(finding: Finding, line: str) -> None:
    assert finding.line() == line


def test_the_json_form_keeps_the_place_apart() -> None:
    assert DATE.as_dict() == {
        "level": "error", "code": "bad_date", "message": "This is no date.", "table": "sessions", "row": 3,
        "column": "date", "found": "x", "expected": "a date",
    }  # fmt: skip
