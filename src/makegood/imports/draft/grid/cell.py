"""The sessions of a cell of a grid, by what the cell came to and what its row says."""

from typing import Final

from makegood.imports.ask import Place
from makegood.imports.draft.drafts import SessionDraft, StudentRef
from makegood.imports.draft.outcome import HELD, Outcome
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.values.amount import minutes_alone
from makegood.imports.values.written import Order, Written
from makegood.imports.words import bare

_LENGTHS: Final = frozenset({"session_minutes", "minutes_delivered", "minutes_planned", "duration"})


def sessions_of_cell(  # noqa: PLR0917 - the parts of one cell
    rows: RowReader,
    spot: Place,
    words: str,
    student: StudentRef,
    when: tuple[Written, Order | None, int | None],
    outcomes: list[Outcome],
    given: int | None,
) -> list[SessionDraft]:
    """Return the sessions of a cell of a grid.

    Args:
        rows: What the row says of the service, the provider, the group.
        spot: The cell.
        words: What it says.
        student: The student.
        when: The day of the cell, the order of day and month, and the year in which the school year begins.
        outcomes: What its sessions came to.
        given: How long a session is that has no minutes, where the grid has a column for it.
    """
    day, order, year = when
    number = spot.row or 0
    date = day.on(order, year)
    delivery, size = rows.delivery(number)
    missed = any(each.meaning is not None and each.meaning not in HELD for each in outcomes)
    found = []
    for each in outcomes:
        minutes = given if each.minutes is None and each.meaning in HELD else each.minutes
        on, makeup_for = date, None
        other = each.day.on(order or "month_first", year) if each.day else None
        if each.meaning == "make_up" and other is not None and date is not None:
            # `TA, MU 10/2` below 9/14 is a miss and the make-up held later; `MU 9/14` below 10/2 names the miss.
            on, makeup_for = (other, date) if other > date and (missed or len(outcomes) == 1) else (date, other)
        found.append(
            SessionDraft(
                where=spot,
                words=words,
                student=student,
                service_type=rows.service_type(number),
                date=on,
                meaning=each.meaning,
                minutes=minutes,
                planned=each.planned,
                start=each.start,
                makeup_for=makeup_for,
                week=bool(day.week or day.until),
                weekday=day.weekday,
                reason=each.reason,
                reason_words=words if each.reason else None,
                provider=rows.provider(number),
                group_size=size,
                group=rows.text(number, "group") or None,
                delivery=delivery,
                setting=rows.text(number, "setting") or None,
            )
        )
    return found


def minutes_of_row(rows: RowReader, number: int) -> int | None:
    """Return the length of a session that a column of the grid gives for its row."""
    for column in rows.block.columns:
        if column.meaning not in _LENGTHS or "total" in bare(column.heading).split():
            continue
        if minutes := minutes_alone(rows.look.sheet.cell(number, column.place)):
            return minutes
    return None
