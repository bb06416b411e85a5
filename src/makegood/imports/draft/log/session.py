"""The draft of a session from a row of a log."""

from makegood.imports.draft.drafts import SessionDraft, StudentRef
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.outcome import Outcome
from makegood.imports.draft.row_days import RowDays
from makegood.imports.values.written import Written


def session_of(  # noqa: PLR0917 - the parts of a row
    row: LogRow, days: RowDays, written: Written, student: StudentRef, outcome: Outcome, kept_reason: str
) -> SessionDraft:
    """Return the session of one student of a row.

    Args:
        row: The row.
        days: How the days of its table are to be read.
        written: Its day.
        student: The student.
        outcome: What became of the session.
        kept_reason: A reason of the row that the note keeps, or blank.
    """
    date = written.on(days.order, days.year)
    makeup_for = outcome.day.on(days.order or "month_first", days.year) if outcome.day else None
    if outcome.meaning != "make_up":
        makeup_for = None
    elif makeup_for is not None and date is not None and makeup_for > date:
        # `TA, MU 10/2` in the row of 9/21 is a miss and the make-up that was held later.
        date, makeup_for = makeup_for, date
    rows, number = row.rows, row.number
    delivery, size = rows.delivery(number)
    return SessionDraft(
        where=row.place(),
        words=row.words,
        student=student,
        service_type=rows.service_type(number),
        date=date,
        meaning=outcome.meaning,
        minutes=outcome.minutes,
        planned=outcome.planned,
        start=outcome.start,
        makeup_for=makeup_for,
        award=row.award or None,
        week=days.column == "week" or written.week,
        weekday=written.weekday,
        reason=outcome.reason,
        reason_words=outcome.written if outcome.reason else None,
        provider=rows.provider(number),
        group_size=size,
        group=rows.text(number, "group") or None,
        delivery=delivery,
        setting=rows.text(number, "setting") or None,
        note=" | ".join(filter(None, (kept_reason, row.note))) or None,
        entered_at=rows.text(number, "entered_at") or None,
    )
