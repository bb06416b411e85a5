"""The rows of a grid, one after the other: whose they are, and the sessions of their cells."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from makegood.imports.ask import Place
from makegood.imports.cells import text_of
from makegood.imports.draft.date_order import order_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, StudentRef
from makegood.imports.draft.grid.cell import minutes_of_row, sessions_of_cell
from makegood.imports.draft.grid.columns import with_names, without_sums
from makegood.imports.draft.grid.makeups import on_its_day
from makegood.imports.draft.grid.no_student import GROUP, LABELS, why_no_student
from makegood.imports.draft.numbers import small_numbers
from makegood.imports.draft.outcome import HELD, NO_SESSION, Outcome, outcomes_of_cell
from makegood.imports.draft.people import STUDENT_ABOVE, TOGETHER, people_of, take_people
from makegood.imports.draft.row_reader import RowReader
from makegood.imports.draft.shown import color_name, color_of, meaning_of_color, say_colors
from makegood.imports.draft.written_days import start_year_of_days
from makegood.imports.look import Block, DayColumn, Look
from makegood.imports.values.amount import amounts_in
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.values.written import Order


def draft_grid(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the cells of a grid."""
    _Grid(look, with_names(look, block, desk), desk, drafts).read()


class _Group(NamedTuple):
    """A group whose heading stands above its children, and when it begins, in minutes after midnight."""

    name: str
    start: int | None


@dataclass(slots=True)
class _Grid:
    """A grid that is being drafted.

    Attributes:
        look: What was seen in the sheet.
        block: The table.
        desk: Where questions go.
        drafts: What is added to.
        rows: What reads its rows.
        order: Whether the month or the day comes first in its headings.
        year: The year in which the school year begins.
        dates: Its days.
        numbers: What its numbers are: `minutes`, `sessions`, or None while it is asked.
        above: The student of the row above, whom a row about another service may leave blank.
        group: The group under whose heading the rows are.
    """

    look: Look
    block: Block
    desk: Desk
    drafts: Drafts
    rows: RowReader = field(init=False)
    order: Order | None = field(init=False)
    year: int | None = field(init=False)
    dates: frozenset[dt.date] = field(init=False)
    numbers: str | None = field(init=False)
    above: StudentRef | None = None
    group: _Group | None = None

    def __post_init__(self) -> None:
        sheet, block, desk = self.look.sheet, self.block, self.desk
        self.rows = RowReader(self.look, without_sums(block), desk)
        days = [day.day for day in block.days]
        where = Place(sheet.file, sheet.name, block.heading_row, block.days[0].place)
        self.order, self.year = order_of(days, desk, where), start_year_of_days(days, desk, where)
        self.dates = frozenset(date for day in days if (date := day.on(self.order, self.year)) is not None)
        cells = (sheet.cell(row, day.place) for row in block.below for day in block.days)
        every = [amount for cell in cells for amount in amounts_in(cell)]
        self.numbers = small_numbers(every, desk, where)
        say_colors(sheet, block, desk)
        if not every and not self._colored():
            why = "no cell of this grid holds anything: if colors say what happened, write a code into the cells"
            self.drafts.left_out.append(LeftOut(Place(sheet.file, sheet.name), why, ""))

    def read(self) -> None:
        """Draft every row."""
        for number in self.block.below:
            filled = [cell for cell in self.look.sheet.rows[number - 1] if cell is not None]
            if filled:
                self.drafts.rows += 1
                words = " | ".join(map(text_of, filled))
                why = self._row(number, words)
                if why is not None and why != LABELS:
                    self.drafts.left_out.append(LeftOut(self.rows.place(number), why, words))

    def _row(self, number: int, words: str) -> str | None:
        """Draft the sessions of a row; return why it has none."""
        sheet, rows = self.look.sheet, self.rows
        noted = [
            day
            for day in self.block.days
            if sheet.cell(number, day.place) is not None or color_of(sheet, self.block, number, day.place) is not None
        ]
        student = rows.student(number)
        if student is None and noted and self.above is not None and rows.text(number, "service_type"):
            student = self.above
            self.desk.assume(STUDENT_ABOVE)
        if student is None:
            return "it names no student" if noted else "a line of words"
        if why := why_no_student(student, has_cells=bool(noted)):
            self.group = _Group(student.shown, _start_in(words)) if why == GROUP else self.group
            return why
        self.above = student
        if why := rows.why_left_out(number):
            return why
        people = people_of(student)
        take_people(rows, number, people, self.drafts)
        if len(people) > 1:
            self.desk.assume(TOGETHER)
        for day in noted:
            self._cell(number, day, people)
        return None

    def _cell(self, number: int, day: DayColumn, people: Sequence[StudentRef]) -> None:
        """Draft the sessions of a cell."""
        sheet = self.look.sheet
        cell = sheet.cell(number, day.place)
        spot = Place(sheet.file, sheet.name, number, day.place)
        if cell is None:
            self._color(spot, day, people)
            return
        outcomes = outcomes_of_cell(cell, self.numbers, self.desk, self.drafts, spot)
        given = minutes_of_row(self.rows, number)
        if given is not None and any(each.minutes is None and each.meaning in HELD for each in outcomes):
            self.desk.assume("Sessions without minutes of their own are as long as the column of minutes says.")
        when = (day.day, self.order, self.year)
        for each in people:
            drafted = sessions_of_cell(self.rows, spot, text_of(cell), each, when, outcomes, given)
            if self.group is not None:
                for session in drafted:
                    session.group = session.group or self.group.name
                    session.start = session.start if session.start is not None else self.group.start
            self.drafts.sessions += [on_its_day(session, self.dates, self.desk) for session in drafted]

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
        given = minutes_of_row(self.rows, spot.row or 0)
        when = (day.day, self.order, self.year)
        for each in people:
            self.drafts.sessions += sessions_of_cell(self.rows, spot, color_name(color), each, when, outcomes, given)


def _start_in(heading: str) -> int | None:
    """Return when a group begins whose heading says `Mon 9:00-9:30` or `9:00`; None if it does not say it."""
    for part in filter(None, map(str.strip, re.split(r"[,;|]|\s-\s|\s(?=\d)", heading))):
        stretch = stretch_in(part)
        if start := stretch[0] if stretch else time_in(part):
            return start
    return None
