"""A grid: a row per student (or student and service), a column per day or week."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import text_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, SessionDraft, StudentRef
from makegood.imports.draft.outcome import HELD, NO_SESSION, Outcome, outcomes_of_cell, small_numbers
from makegood.imports.draft.people import STUDENT_ABOVE, TOGETHER, people_of, take_people
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.shown import color_name, color_of, meaning_of_color, say_colors
from makegood.imports.draft.written_days import order_of, start_year_of_days
from makegood.imports.look import Block, DayColumn, Look
from makegood.imports.look.cells import sample
from makegood.imports.look.titles import services_in
from makegood.imports.values.amount import Amount, amounts_in, minutes_alone
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.values.dates import Order, Written
from makegood.imports.words import bare, common

_LENGTHS: Final = frozenset({"session_minutes", "minutes_delivered", "minutes_planned", "duration"})
_LONGEST_NAME: Final = 40
_GROUP: Final = "group"
_LABELS: Final = frozenset({"week", "day", "days", "date", "dates", "mon", "tue", "wed", "thu", "fri", "month"})


def draft_grid(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the cells of a grid."""
    _Grid(look, _with_names(look, block, desk), desk, drafts).read()


@dataclass(slots=True)
class _Grid:
    look: Look
    block: Block
    desk: Desk
    drafts: Drafts
    rows: RowReader = field(init=False)
    order: Order | None = field(init=False)
    year: int | None = field(init=False)
    numbers: str | None = field(init=False)
    last: StudentRef | None = None
    group: tuple[str, int | None] | None = None

    def __post_init__(self) -> None:
        sheet, block, desk = self.look.sheet, self.block, self.desk
        self.rows = RowReader(self.look, _without_sums(block), desk)
        days = [day.day for day in block.days]
        where = Place(sheet.file, sheet.name, block.heading_row, block.days[0].place)
        self.order, self.year = order_of(days, desk, where), start_year_of_days(days, desk, where)
        every = [amount for row in block.below for amount in _amounts_in_row(self.look, block, row)]
        self.numbers = small_numbers(every, desk, where)
        say_colors(sheet, block, desk)
        if not every and not self._colored():
            why = "no cell of this grid holds anything: if colors say what happened, write a code into the cells"
            self.drafts.left_out.append(LeftOut(Place(sheet.file, sheet.name), why, ""))

    def read(self) -> None:
        for number in self.block.below:
            filled = [cell for cell in self.look.sheet.rows[number - 1] if cell is not None]
            if filled:
                self.drafts.rows += 1
                self._row(number, " | ".join(map(text_of, filled)))

    def _row(self, number: int, words: str) -> None:
        sheet = self.look.sheet
        noted = [
            day
            for day in self.block.days
            if sheet.cell(number, day.place) is not None or color_of(sheet, self.block, number, day.place) is not None
        ]
        student = self.rows.student(number)
        if student is None and noted and self.last is not None and self.rows.text(number, "service_type"):
            student = self.last
            self.desk.assume(STUDENT_ABOVE)
        why = _no_student(student, has_cells=bool(noted))
        if why == _GROUP and student is not None:
            self.group = student.shown, next((start for word in _words_of(words) if (start := _starts(word))), None)
            why = "a heading of a group"
        if why is not None or student is None:
            if why != "labels":
                self.drafts.left_out.append(LeftOut(self.rows.place(number), why or "it names no student", words))
            return
        self.last = student
        if why := self.rows.why_left_out(number):
            self.drafts.left_out.append(LeftOut(self.rows.place(number), why, words))
            return
        people = people_of(student)
        take_people(self.rows, number, people, self.drafts)
        if len(people) > 1:
            self.desk.assume(TOGETHER)
        for day in noted:
            self._cell(number, day, people)

    def _cell(self, number: int, day: DayColumn, people: Sequence[StudentRef]) -> None:
        sheet = self.look.sheet
        cell = sheet.cell(number, day.place)
        spot = Place(sheet.file, sheet.name, number, day.place)
        if cell is None:
            self._color(spot, day, people)
            return
        outcomes = outcomes_of_cell(cell, self.numbers, self.desk, self.drafts, spot)
        given = _minutes_of_row(self.rows, number)
        if given is not None and any(each.minutes is None and each.meaning in HELD for each in outcomes):
            self.desk.assume("Sessions without minutes of their own are as long as the column of minutes says.")
        when = (day.day, self.order, self.year)
        for each in people:
            drafted = sessions_of_cell(self.rows, spot, text_of(cell), each, when, outcomes, given)
            for session in drafted if self.group else ():
                session.group = session.group or (self.group[0] if self.group else None)
                session.start = session.start if session.start is not None else (self.group and self.group[1])
            self.drafts.sessions += [self._meant(session) for session in drafted]

    def _colored(self) -> bool:
        """Return whether any empty cell of a day has a color of its own."""
        sheet, days = self.look.sheet, self.block.days
        return any(color_of(sheet, self.block, row, day.place) for row in self.block.below for day in days)

    def _color(self, spot: Place, day: DayColumn, people: Sequence[StudentRef]) -> None:
        """Draft an empty cell whose color says what happened, as a person has said what it says."""
        color = color_of(self.look.sheet, self.block, spot.row or 0, spot.column or 0)
        meaning = meaning_of_color(color, self.desk, spot) if color else None
        if color is None or meaning in NO_SESSION:
            return
        minutes = None if meaning is None or meaning in HELD else 0
        outcomes = [Outcome(meaning, minutes)]
        given = _minutes_of_row(self.rows, spot.row or 0)
        when = (day.day, self.order, self.year)
        for each in people:
            self.drafts.sessions += sessions_of_cell(self.rows, spot, color_name(color), each, when, outcomes, given)

    def _meant(self, session: SessionDraft) -> SessionDraft:
        """Return a make-up on its day; asked where the day beside it is neither the miss's nor after the miss.

        `P, MU 9/30` below 10/5, in a grid without 9/30, was hardly missed on 9/30: it was held then, for another day.
        """
        named = session.makeup_for
        if session.meaning != "make_up" or named is None or session.date is None:
            return session
        known = {day for each in self.block.days if (day := each.day.on(self.order, self.year)) is not None}
        if not known or named in known or not min(known) < named < session.date:
            return session
        answer = self.desk.answer(("makeups", session.words))
        if answer == "as_written":
            return session
        if isinstance(answer, dt.date):
            return replace(session, date=named, makeup_for=answer)
        likely = (
            *(Answer(day, f"it was held on {named} for the miss of {day}") for day in sorted(known) if day < named),
            Answer("as_written", f"it was held on {session.date} for the miss of {named}"),
        )
        says = f"{session.words!r} names {named}, which is no day of this grid. Which miss is made up?"
        key = ("makeups", session.words)
        question = Question("makeup", session.words, says, key, self.desk.file, likely=likely[-4:], any_text=True)
        self.desk.ask(question, session.where)
        return replace(session, meaning=None)


def _words_of(line: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;|]|\s-\s|\s(?=\d)", line) if part.strip()]


def _starts(words: str) -> int | None:
    """Return when a group begins whose heading says `Mon 9:00-9:30` or `9:00`."""
    stretch = stretch_in(words)
    return stretch[0] if stretch else time_in(words)


def _without_sums(block: Block) -> Block:
    """Return the table without what is right of its days: sums, and what belongs to no single session."""
    last = max(day.place for day in block.days)
    names = {"minutes_delivered", "minutes_planned", "session_minutes", "duration", "hours_delivered"}
    kept = tuple(column for column in block.columns if column.place < last or column.meaning not in names)
    return replace(block, columns=kept)


def _amounts_in_row(look: Look, block: Block, number: int) -> list[Amount]:
    return [amount for day in block.days for amount in amounts_in(look.sheet.cell(number, day.place))]


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
                provider=rows.text(number, "provider") or rows.look.titles.get("provider"),
                group_size=size,
                group=rows.text(number, "group") or None,
                delivery=delivery,
                setting=rows.text(number, "setting") or None,
            )
        )
    return found


def _minutes_of_row(rows: RowReader, number: int) -> int | None:
    """Return the length of a session that a column of the grid gives for its row."""
    for column in rows.block.columns:
        if column.meaning not in _LENGTHS or "total" in bare(column.heading).split():
            continue
        if minutes := minutes_alone(rows.look.sheet.cell(number, column.place)):
            return minutes
    return None


def _no_student(student: StudentRef | None, *, has_cells: bool) -> str | None:  # noqa: PLR0911 - one return for each kind reads best
    """Return why a row of a grid is not about a student; `labels` for a row that only repeats the heads."""
    name = student.shown if student else ""
    if student is None:
        return "it names no student" if has_cells else "a line of words"
    if common(name.rstrip(":"), "totals"):
        return "a total"
    if bare(name) in _LABELS:
        return "labels"
    if "=" in name or common(name.partition(":")[0], "keys"):
        return "part of the key"
    if not has_cells and (bare(name).split()[:1] == ["group"] or bare(name).split()[:1] == ["grupo"]):
        return _GROUP
    if not has_cells and (
        len(name) > _LONGEST_NAME or name.rstrip().endswith(":") or services_in(name) or any(map(str.isdigit, name))
    ):
        return "a line of words"
    if not has_cells and any(common(word, "schools") for word in bare(name).split()):
        return "a line of words"
    return None


def _with_names(look: Look, block: Block, desk: Desk) -> Block:
    """Return the table with its column of names, where no heading calls it so: the only column of words at the left."""
    if any(column.meaning in {"student_name", "last_name", "first_name", "student_id"} for column in block.columns):
        return block
    first = min(day.place for day in block.days)
    worded = [
        column
        for column in block.columns
        if column.place < first
        and column.meaning is None
        and (cells := sample(look.sheet, column.place, block.heading_row + 1, block.last_row))
        and sum(isinstance(cell, str) for cell in cells) >= len(cells) * 0.8
    ]
    if len(worded) != 1:
        return block
    desk.assume("The first column of the grid, which has no heading that says so, holds the students.")
    named = [
        replace(column, meaning="student_name", how="cells") if column is worded[0] else column
        for column in block.columns
    ]
    return replace(block, columns=tuple(named))
