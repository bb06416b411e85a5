"""What a row of a log says of how long its session was: minutes, hours, or times."""

from makegood.imports.draft.log.note import reasons_in_note
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.numbers import as_sessions
from makegood.imports.values.amount import Amount, amounts_in
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.words import bare, common, outcome_of


def amounts_of(row: LogRow, numbers: str | None) -> tuple[Amount, ...]:
    """Return what the column of minutes, or of hours, says of a row.

    Args:
        row: The row.
        numbers: What the numbers of the table are: `minutes`, `sessions`, or None while it is asked.
    """
    amounts = amounts_in(row.cell("minutes_delivered")) or _hours(row)
    code = amounts[0].code if len(amounts) == 1 else None
    if code and common(code, "nothing"):
        return ()
    if code is not None and _is_only_sign(row, code) and len(reasons_in_note(row)) == 1:
        # A dash in the place of minutes says nothing that the note beside it does not say better.
        return ()
    return as_sessions(amounts) if numbers == "sessions" else amounts


def clock_of(row: LogRow) -> tuple[int | None, int | None]:
    """Return when a row's session began, and how long it was by its times."""
    stretch = stretch_in(row.cell("time"))
    if stretch:
        return stretch[0], stretch[1] - stretch[0]
    start, end = time_in(row.cell("start_time")), time_in(row.cell("end_time"))
    length = end - start if start is not None and end is not None and end > start else None
    return start, length


def _hours(row: LogRow) -> tuple[Amount, ...]:
    """Return what a column of hours says, in minutes."""
    cell = row.cell("hours_delivered")
    if isinstance(cell, str) and cell.replace(".", "", 1).isdigit():
        cell = float(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        minutes = round(cell * 60, 6)
        return (Amount(int(minutes)),) if float(minutes).is_integer() else (Amount(code=f"{cell} hours"),)
    return amounts_in(cell)


def _is_only_sign(row: LogRow, code: str) -> bool:
    """Return whether a cell holds a sign such as a dash, of which nothing else says what it means."""
    return not bare(code) and outcome_of(code) is None and code not in row.desk.key
