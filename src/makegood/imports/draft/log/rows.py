"""The rows of a log, one after the other: whose they are, of which day, and the sessions that come of them."""

from dataclasses import dataclass

from makegood.imports.cells import text_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, StudentRef
from makegood.imports.draft.log.no_session import why_no_session
from makegood.imports.draft.log.row import LogRow
from makegood.imports.draft.log.row_outcomes import outcomes_of_row
from makegood.imports.draft.log.session import session_of
from makegood.imports.draft.numbers import small_numbers
from makegood.imports.draft.outcome import Outcome
from makegood.imports.draft.people import STUDENT_ABOVE, TOGETHER, absent_in, people_of, take_people
from makegood.imports.draft.row_days import RowDays
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.shown import say_colors
from makegood.imports.look import Block, Look
from makegood.imports.values.amount import amounts_in
from makegood.imports.values.written import Written


def draft_log(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the rows of a log."""
    say_colors(look.sheet, block, desk)
    rows = RowReader(look, block, desk)
    days = RowDays.of(rows)
    every = [amount for row in block.below for amount in amounts_in(rows.cell(row, "minutes_delivered"))]
    numbers = small_numbers(every, desk, rows.place(block.heading_row + 1, days.column))
    log = _Log(rows, days, numbers, drafts)
    for number in block.below:
        cells = look.sheet.rows[number - 1]
        if any(cell is not None for cell in cells):
            drafts.rows += 1
            words = " | ".join(text_of(cell) for cell in cells if cell is not None)
            why = why_no_session(days, number, cells) or log.draft(number, words)
            if why is not None:
                drafts.left_out.append(LeftOut(rows.place(number), why, words))


@dataclass(slots=True)
class _Log:
    """A log that is being drafted.

    Attributes:
        rows: What reads its rows.
        days: Its days.
        numbers: What its numbers are: `minutes`, `sessions`, or None while it is asked.
        drafts: What is added to.
        above: The day and the student of the row above, which a row that leaves one of them blank is about too.
    """

    rows: RowReader
    days: RowDays
    numbers: str | None
    drafts: Drafts
    above: tuple[Written, StudentRef] | None = None

    def draft(self, number: int, words: str) -> str | None:
        """Draft the sessions of a row; return why it can have none."""
        day, student = self._filled_down(number)
        if student is None:
            return "it names no student"
        named = [absent_in(each) for each in people_of(student)]
        take_people(self.rows, number, (each for each, _ in named), self.drafts)
        if day is None:
            return "it has no day"
        if self._is_no_day(day):
            return "there is no such day"
        row = LogRow.of(self.rows, number, words, self.drafts)
        outcomes, kept_reason = outcomes_of_row(row, self.numbers)
        sessions = [
            session_of(row, self.days, day, each, _absent(outcome) if absent else outcome, kept_reason)
            for each, absent in named
            for outcome in outcomes
        ]
        if any(absent for _, absent in named):
            row.desk.take("codes", "(absent) behind a name", "student_absent")
        if len(named) > 1:
            row.desk.assume(TOGETHER)
            for session in sessions:
                session.group_size = session.group_size or len(named)
        self.drafts.sessions += sessions
        return None

    def _filled_down(self, row: int) -> tuple[Written | None, StudentRef | None]:
        """Return a row's day and student; what is blank is taken from the row above, which is said."""
        day, student, desk = self.days.at(row), self.rows.student(row), self.rows.desk
        if day is None and student is not None and self.above is not None:
            day = self.above[0]
            desk.assume("Rows without a date are of the date above them.")
        elif student is None and day is not None and self.above is not None:
            student = self.above[1]
            desk.assume(STUDENT_ABOVE)
        if student is not None and day is not None:
            self.above = (day, student)
        return day, student

    def _is_no_day(self, day: Written) -> bool:
        """Return whether no calendar has a day, such as 2/30, though all that it needs is known."""
        known = bool(day.order or self.days.order) and bool(day.year or self.days.year)
        return known and day.on(self.days.order, self.days.year) is None


def _absent(outcome: Outcome) -> Outcome:
    """Return the miss of a child who was absent while the others of the row had the session."""
    planned = outcome.planned if outcome.planned is not None else outcome.minutes
    return Outcome("student_absent", 0, planned, outcome.start)
