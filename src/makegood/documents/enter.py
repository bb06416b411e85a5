"""Entering what came back: a reply, a notice, an agreement, a decision, a request. Rows are added, never changed."""

import datetime as dt
import re
from typing import Any, Final

from makegood.records import Awards, Notices, Offers, Records, Requests
from makegood.records.column import RECORDED_AT, Table
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin
from makegood.terms.spelling import near

Row = dict[str, str]

_LETTERS: Final = {"offers": "O", "notices": "N", "awards": "A", "determinations": "D", "requests": "R"}

ASKS: Final = {
    "records_request": "records",
    "missed_question": "make_up",
    "meeting_request": "iep_meeting",
    "amend_request": "amendment",
    "504_request": "make_up",
}
"""What each letter of a family asks for, by the word of the table `requests`; the others ask the school for nothing."""
BECOMES: Final[dict[str, type[Table]]] = {
    "missed_notice": Notices,
    "not_given_notice": Notices,
    "make_up_offer": Offers,
    "prior_written_notice": Notices,
    "agreement": Awards,
    "records_answer": Requests,
    **dict.fromkeys(ASKS, Requests),
}
"""The table of which a paper becomes a row once a person says that it was given, sent or signed."""
NOTICES: Final = {
    "missed_notice": "missed_session",
    "not_given_notice": "lapse",
    "prior_written_notice": "written_notice",
}
"""The word of the table `notices` for each kind of paper that is one."""


def row_of(
    records: Records, table: type[Table], cells: dict[str, Any], on: dt.date
) -> tuple[Row | None, list[Finding]]:
    """Return the row to add to a table, with an id of its own; or why it cannot be added.

    Args:
        records: The records.
        table: The table.
        cells: What it holds by column; None where it is blank.
        on: The day on which it is entered: no day in it may come later.
    """
    own = records.table(table.NAME)
    filled = {name: cell for name, cell in cells.items() if cell is not None}
    findings = [*_unknown(records, table, filled), *_not_yet(table, filled, on)]
    if findings:
        return None, findings
    alike = [at for at in range(len(own)) if all(own.values(name)[at] == cell for name, cell in filled.items())]
    key = table.key() or ""
    if alike:
        says = f"This is on record already, as {shown(own.values(key)[alike[0]])}."
        return None, [Finding("error", "on_record_already", says, Origin(table.NAME, own.row[alike[0]]))]
    row = {name: cell.isoformat() if isinstance(cell, dt.date) else str(cell) for name, cell in filled.items()}
    return {key: _new_id(own, key)} | row | {RECORDED_AT: on.isoformat()}, []


def _unknown(records: Records, table: type[Table], cells: dict[str, Any]) -> list[Finding]:
    """Return a finding for each id that is another table's and is not there."""
    found = []
    for name, spec in table.columns().items():
        if name in cells and spec.refers is not None and cells[name] not in records.table(spec.refers).index():
            says = f"There is no {name.removesuffix('_id')} {shown(cells[name])} in these records."
            expected = f"a {name} as it is written in {spec.refers}"
            if name == "session_id":
                expected += "; a miss without a row is logged there first, with 0 minutes"
            found.append(Finding("error", "unknown_id", says, Origin(table.NAME, None, name), expected=expected))
    return found


def _not_yet(table: type[Table], cells: dict[str, Any], on: dt.date) -> list[Finding]:
    """Return a finding for each day of something done that is still to come; an award's days may be."""
    return [
        Finding(
            "error", "not_yet", f"{day} is still to come.", Origin(table.NAME, None, name), expected=f"a day up to {on}"
        )
        for name, day in cells.items()
        if isinstance(day, dt.date) and day > on and table.NAME != "awards"
    ]


def _new_id(own: Table, key: str) -> str:
    """Return an id that no row has, the next number after the highest."""
    letter, taken = _LETTERS[own.NAME], {near(id_) for id_ in own.values(key)}
    numbers = [int(found[1]) for id_ in own.values(key) if (found := re.fullmatch(rf"{letter}0*(\d{{1,9}})", id_))]
    number = max(numbers, default=0) + 1
    while near(f"{letter}{number:02d}") in taken:
        number += 1
    return f"{letter}{number:02d}"
