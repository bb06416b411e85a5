"""What a row says that the IEP promises: in its words, or in columns."""

from dataclasses import replace
from typing import Final

from makegood.imports.ask import Answer, Question
from makegood.imports.cells import Cell, text_of
from makegood.imports.draft.beside import TOTALS, with_minutes
from makegood.imports.draft.drafts import Drafts, LeftOut, PromiseDraft, StudentRef
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.service_words import period_in
from makegood.imports.look.titles import services_in
from makegood.imports.values.amount import minutes_alone
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.values.dates import written_day
from makegood.imports.values.named import weekdays_in
from makegood.imports.words import bare
from makegood.intake.mandate import explain, read_mandate

_MOST: Final = 100_000


def promise_in_row(rows: RowReader, row: int, student: StudentRef) -> PromiseDraft | None:
    """Return what a row says of a promise; None if no column of the table is about promises or the row's are blank."""
    if not rows.has_promises:
        return None
    mandate = rows.text(row, "mandate") or rows.look.titles.get("mandate") or None
    sessions = _count(rows.cell(row, "sessions"))
    length = _minutes(rows.cell(row, "session_minutes"))
    total = next(
        ((each, name) for meaning, name in TOTALS.items() if (each := _minutes(rows.cell(row, meaning)))), None
    )
    of_period = _minutes(rows.cell(row, "minutes_per_period"))
    if mandate and not mandate.replace(".", "").isdigit():
        return _worded(rows, row, student, mandate)
    word = rows.text(row, "per")
    per = period_in(word, rows.desk, rows.place(row, "per")) if word and (of_period or length) else None
    promised: tuple[int, int | None, str | None] | None = None
    written = rows.text(row, "sessions")
    if written and sessions is None and length:
        # 15.92 sessions a week are no number of sessions: a person says what the IEP promises.
        return replace(_draft(rows, row, student), mandate=f"{written} x {length} min {word}".strip())
    if of_period and per:
        promised = (of_period, None, per)
    elif length and sessions and sessions > 1 and per and _is_only_duration(rows):
        promised = _by_duration(rows, row, (length, sessions, per))
    elif length and sessions:
        promised = (length, sessions, per or ("week" if _heading_says_week(rows) else None))
    elif total:
        promised = (total[0], None, total[1])
    elif length and per:
        promised = (length, 1, per)
    if promised is None:
        return None
    minutes, count, period = promised
    own = length if count is None else None
    return replace(_draft(rows, row, student), minutes=minutes, sessions=count, per=period, session_minutes=own)


def _worded(rows: RowReader, row: int, student: StudentRef, mandate: str) -> PromiseDraft | None:
    """Return what a row promises in words; a frequency without minutes is read with those beside it.

    Returns:
        The promise; None if it has to be asked whether the minutes are those of each session.
    """
    named = None if rows.text(row, "service_type") else _service_in(mandate)
    draft = replace(_draft(rows, row, student), mandate=mandate)
    draft = replace(draft, service_type=named) if named else draft
    whole = with_minutes(mandate, lambda meaning: _minutes(rows.cell(row, meaning)))
    said = read_mandate(whole)
    if whole == mandate or said.status != "ok":
        return replace(draft, mandate=whole)
    reading = said.readings[0]
    length = _minutes(rows.cell(row, "session_minutes"))
    if length and reading.per and reading.sessions > 1 and _is_only_duration(rows):
        promised = _by_duration(rows, row, (length, reading.sessions, reading.per))
        if promised is None:
            return None
        if promised[1] is None:
            # The words are read again: 60 minutes of a week in two sessions are 30 each.
            whole = f"{length} min total, {mandate}"
            said = read_mandate(whole)
    if said.status == "ok":
        rows.desk.take("promises", whole, explain(said.readings[0]))
    return replace(draft, mandate=whole)


def promises_in_row(rows: RowReader, row: int, student: StudentRef, drafts: Drafts) -> list[PromiseDraft]:
    """Return what a row of a caseload promises: one line of the IEP, or a cell of several, a line of text each."""
    lines = [line.strip() for line in rows.text(row, "mandate").splitlines() if line.strip()]
    if len(lines) < 2:  # noqa: PLR2004 - one line
        promise = promise_in_row(rows, row, student)
        return [promise] if promise is not None else []
    found = []
    for line in lines:
        named = _service_in(line) or rows.service_type(row)
        if named is None or not _says_minutes(line):
            drafts.left_out.append(LeftOut(rows.place(row, "mandate"), "a line without minutes that can be read", line))
            continue
        found.append(replace(_draft(rows, row, student), mandate=line, service_type=named))
    return found


def _says_minutes(line: str) -> bool:
    return any(reading.minutes for reading in read_mandate(line).readings)


def _is_only_duration(rows: RowReader) -> bool:
    """Return whether the column of minutes is called no more than a duration: of a session, or of the period."""
    heading = rows.block.heading("session_minutes")
    return bare(heading) in {"duration", "duracion", "dur", "minutes duration", "duration minutes"}


def _by_duration(rows: RowReader, row: int, promised: tuple[int, int, str]) -> tuple[int, int | None, str] | None:
    """Return what `2 weekly, 30` promises, as the mapping says; None if it has to be asked."""
    length, sessions, per = promised
    answer = rows.desk.answer(("duration_is",))
    if answer == "per_interval":
        return length, None, per
    if answer == "per_session":
        return length, sessions, per
    shown = f"{length} minutes, {sessions} a {per}"
    says = f"What does a duration beside a frequency promise, such as {shown}?"
    likely = (
        Answer("per_session", f"each session has {length} minutes: {length * sessions} a {per}"),
        Answer("per_interval", f"{length} minutes a {per} in {sessions} sessions"),
    )
    question = Question("duration_is", shown, says, ("duration_is",), rows.desk.file, likely=likely)
    rows.desk.ask(question, rows.place(row, "session_minutes"))
    return None


def _service_in(mandate: str) -> str | None:
    """Return the one service that an IEP's words name, such as `Speech-Language Therapy: 2x/week, 30 min`."""
    said = read_mandate(mandate)
    found = {named for words in said.aside for named in services_in(words)}
    return found.pop() if len(found) == 1 else None


def _draft(rows: RowReader, row: int, student: StudentRef) -> PromiseDraft:
    start, end = (written_day(rows.cell(row, name), numbers=True) for name in ("start", "end"))
    delivery, size = rows.delivery(row)
    weekdays = _weekdays(rows, row)
    stretch = stretch_in(rows.cell(row, "time"))
    order = rows.date_order("start", "end") if start or end else None
    return PromiseDraft(
        where=rows.place(row),
        student=student,
        service_type=rows.service_type(row),
        delivery=delivery,
        group_max=size,
        setting=rows.text(row, "setting") or None,
        provider=rows.provider(row),
        start=start.on(order, rows.desk.school_year) if start else None,
        end=end.on(order, rows.desk.school_year) if end else None,
        weekdays=weekdays,
        start_time=stretch[0] if stretch else time_in(rows.cell(row, "start_time")),
        slot_minutes=stretch[1] - stretch[0] if stretch else None,
    )


def _weekdays(rows: RowReader, row: int) -> tuple[int, ...]:
    """Return the weekdays of a row; what is none is said."""
    text = rows.text(row, "weekday")
    found = weekdays_in(text)
    if text and not found:
        rows.desk.assume(f"{text!r} in the column of weekdays was not read as a weekday.")
    return found


def without_promise(rows: RowReader, row: int, student: StudentRef) -> PromiseDraft:
    """Return a draft that only says that the student has the service."""
    return _draft(rows, row, student)


def _heading_says_week(rows: RowReader) -> bool:
    heading = rows.block.heading("sessions")
    return any(word in heading.casefold() for word in ("week", "wk", "semana"))


def _count(cell: Cell) -> int | None:
    text = text_of(cell).rstrip("xX ")
    return int(text) if text.isdigit() and 0 < int(text) < 100 else None  # noqa: PLR2004 - sessions of a period


def _minutes(cell: Cell) -> int | None:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell if 0 < cell <= _MOST else None
    text = text_of(cell)
    if text.isdigit():
        return int(text) if 0 < int(text) <= _MOST else None
    return minutes_alone(cell)
