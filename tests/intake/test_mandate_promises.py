"""How a mandate and the columns of its row go together. Expected columns are filled in by hand."""

from typing import Any

import pytest

from makegood.intake.promises import fill_promises

Row = tuple[str, int | None, int | None, str | None]

# mandate, and what a person wrote into minutes, sessions and per: minutes, sessions, per of the service
ACCEPTED: dict[Row, tuple[int, int | None, str]] = {
    ("60 minutes a month", None, None, None): (60, None, "month"),
    ("60 minutes a month", 60, None, "month"): (60, None, "month"),
    ("30 minutes, once a week", None, None, None): (30, 1, "week"),
    ("30 minutes, once a week", None, 1, None): (30, 1, "week"),
    ("2 x 30 min weekly", None, None, None): (30, 2, "week"),
    # a person says how the total is divided
    ("60 minutes a month", None, 1, None): (60, 1, "month"),
    ("60 minutes a month", 60, 1, "month"): (60, 1, "month"),
    ("60 minutes a month", 30, 2, "month"): (30, 2, "month"),
    ("60 minutes a month", 30, 2, None): (30, 2, "month"),
}
CONTRADICTED: dict[Row, str] = {
    ("60 minutes a month", None, 2, None): "sessions",
    ("60 minutes a month", 60, 2, "month"): "sessions",
    ("60 minutes a month", 30, None, "month"): "minutes",
    ("60 minutes a month", None, 1, "week"): "per",
    ("2 x 30 min weekly", None, 1, None): "sessions",
    ("30 minutes, once a week", None, 2, None): "sessions",
}


def _row(row: Row) -> dict[str, list[Any]]:
    mandate, minutes, sessions, per = row
    return {"mandate": [mandate], "minutes": [minutes], "sessions": [sessions], "per": [per]}


@pytest.mark.parametrize("row", ACCEPTED)
def test_a_total_leaves_sessions_blank_unless_a_person_divided_it(row: Row) -> None:
    columns = _row(row)
    findings = fill_promises(columns, [2], set())
    assert [finding for finding in findings if finding.level == "error"] == []
    assert (columns["minutes"][0], columns["sessions"][0], columns["per"][0]) == ACCEPTED[row]


@pytest.mark.parametrize("row", CONTRADICTED)
def test_columns_that_promise_something_else_are_refused(row: Row) -> None:
    (finding,) = fill_promises(_row(row), [2], set())
    assert (finding.code, finding.column) == ("mandate_contradicts", CONTRADICTED[row])


def test_what_needs_review_is_refused_and_the_unread_words_are_named() -> None:
    columns = _row(("30 min weekly except December", None, None, None))
    (finding,) = fill_promises(columns, [2], set())
    assert (finding.level, finding.code) == ("error", "mandate_needs_review")
    assert "Not read: except, december." in finding.message
    assert columns["minutes"] == [None]


@pytest.mark.parametrize(("start", "end", "warned"), [(None, None, True), ("a date", None, True), ("1", "2", False)])
def test_dates_in_the_words_are_asked_for_in_start_and_end(start: str | None, end: str | None, warned: bool) -> None:  # noqa: FBT001
    columns = _row(("2 x 30 min weekly, 09/01/2026 to 05/30/2027", None, None, None)) | {"start": [start], "end": [end]}
    findings = fill_promises(columns, [2], set())
    assert [finding.code for finding in findings] == (["mandate_dates"] if warned else [])
