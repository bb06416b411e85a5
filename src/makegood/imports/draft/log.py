"""A log: a row per session, or per student and day."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Final

from makegood.imports.cells import Cell, text_of
from makegood.imports.draft.context import RowReader, absent_in, people_of
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut, SessionDraft, StudentRef
from makegood.imports.draft.outcome import (
    PARTLY,
    Outcome,
    as_sessions,
    ask_why,
    of_meaning,
    outcomes_of,
    said_in,
    small_numbers,
)
from makegood.imports.draft.promise import promise_in_row
from makegood.imports.draft.shown import say_colors
from makegood.imports.look import Block, Look
from makegood.imports.values.amount import Amount, amounts_in
from makegood.imports.values.clock import stretch_in, time_in
from makegood.imports.values.dates import Order, Written, written_day
from makegood.imports.words import NO_REASONS, bare, common, likely_outcomes, outcome_of, phrase_outcomes

_HEADINGS: Final = 2
_FOR_DAY: Final = re.compile(r"\b(?:for|from|of|para|del?)\s+(?:the\s+)?(\d{1,2}/\d{1,2}(?:/\d{2,4})?)", re.IGNORECASE)
_REGULAR: Final = frozenset(
    ("regular", "therapy", "individual", "group", "ind", "grp", "direct", "session", "tx", "treatment",
     "therapy session", "direct service", "direct therapy", "push in", "pull out", "virtual", "teletherapy",
     "in person", "terapia", "sesion")
)  # fmt: skip
_OPEN: Final = "?"
_NO_SESSION: Final = frozenset({"no_row", "leave_out"})
_FEW_WORDS: Final = 4
_LONG: Final = 3
"""A word of so many letters may say something inside a note; a single letter is no code there."""


def draft_log(look: Look, block: Block, desk: Desk, drafts: Drafts) -> None:
    """Draft the rows of a log."""
    say_colors(look.sheet, block, desk)
    _Log(look, block, desk, drafts).read()


def _absent(outcome: Outcome) -> Outcome:
    """Return the miss of a child who was absent while the others of the row had the session."""
    planned = outcome.planned if outcome.planned is not None else outcome.minutes
    return Outcome("student_absent", 0, planned, outcome.start)


@dataclass(slots=True)
class _Log:
    look: Look
    block: Block
    desk: Desk
    drafts: Drafts
    rows: RowReader = field(init=False)
    by: str = field(init=False)
    order: Order | None = field(init=False)
    year: int | None = field(init=False)
    numbers: str | None = field(init=False)
    kept_reason: str = field(init=False, default="")
    above: tuple[Written | None, StudentRef | None] = field(init=False, default=(None, None))

    def __post_init__(self) -> None:
        self.rows = RowReader(self.look, self.block, self.desk)
        self.by = "date" if self.rows.has("date") else "week"
        numbers = range(self.block.heading_row + 1, self.block.last_row + 1)
        days = [day for row in numbers if (day := written_day(self.rows.cell(row, self.by), numbers=True))]
        where = self.rows.place(self.block.heading_row + 1, self.by)
        self.order = self.desk.order(days, where)
        self.year = self.desk.start_year(days, where)
        every = [amount for row in numbers for amount in amounts_in(self.rows.cell(row, "minutes_delivered"))]
        self.numbers = small_numbers(every, self.desk, where)

    def read(self) -> None:
        for number in range(self.block.heading_row + 1, self.block.last_row + 1):
            cells = self.look.sheet.rows[number - 1]
            if any(cell is not None for cell in cells):
                self.drafts.rows += 1
                self._row(number, cells)

    def _row(self, row: int, cells: tuple[Cell, ...]) -> None:
        where = self.rows.place(row)
        self.kept_reason = ""
        words = " | ".join(text_of(cell) for cell in cells if cell is not None)
        why = self._no_session(row, cells) or (
            "a service that is left out, as the mapping says" if self.rows.leaves_out(row) else None
        )
        if why is not None:
            self.drafts.left_out.append(LeftOut(where, why, words))
            return
        day, student = self._filled_down(row)
        if student is None:
            self.drafts.left_out.append(LeftOut(where, "it names no student", words))
            return
        named = [absent_in(each) for each in people_of(student)]
        people = [each for each, _ in named]
        for each in people:
            self.drafts.students.setdefault(each, where)
            if promise := promise_in_row(self.rows, row, each):
                self.drafts.promises.append(promise)
        date = day.on(self.order, self.year) if day else None
        known = day is not None and bool(day.order or self.order) and bool(day.year or self.year)
        if day is None or (date is None and known):
            why = "it has no day" if day is None else "there is no such day"
            self.drafts.left_out.append(LeftOut(where, why, words))
            return
        outcomes = self._outcomes(row, words)
        for each, absent in named:
            became = [_absent(outcome) for outcome in outcomes] if absent else outcomes
            self.drafts.sessions += [self._session(row, words, each, (day, date), outcome) for outcome in became]
        if any(absent for _, absent in named):
            self.desk.take("codes", "(absent) behind a name", "student_absent")
        if len(people) > 1:
            self.desk.assume("A row with several names is one session of all of them, each as long as the row says.")
            for session in self.drafts.sessions[-len(people) * len(outcomes) :] if outcomes else ():
                session.group_size = session.group_size or len(people)

    def _no_session(self, row: int, cells: tuple[Cell, ...]) -> str | None:
        """Return why a row is no session: a total, the headings once more, a line of words."""
        texts = [cell for cell in cells if isinstance(cell, str)]
        dated = written_day(self.rows.cell(row, self.by), numbers=True) is not None
        if not dated and any(common(text.rstrip(":"), "totals") for text in texts):
            return "a total"
        if self._is_heading(cells):
            return "the headings once more"
        filled = sum(cell is not None for cell in cells)
        if not dated and self.rows.cell(row, self.by) is not None:
            return "what stands in the column of dates is no day" if filled > 1 else "a line of words"
        if not dated and filled == 1:
            return "a line of words" if texts else "a number without a day"
        return None

    def _is_heading(self, cells: tuple[Cell, ...]) -> bool:
        """Return whether a row repeats the headings, as a log does that was put together from pages."""
        head = self.look.sheet.rows[self.block.heading_row - 1] if self.block.heading_row else ()
        same = sum(cell is not None and cell == other for cell, other in zip(cells, head, strict=False))
        return same >= _HEADINGS and same * 2 > sum(cell is not None for cell in cells)

    def _filled_down(self, row: int) -> tuple[Written | None, StudentRef | None]:
        """Return a row's day and student; what is blank is taken from the row above, which is said."""
        day = written_day(self.rows.cell(row, self.by), numbers=True)
        student = self.rows.student(row)
        above_day, above_student = self.above
        if day is None and above_day is not None and student is not None:
            day = above_day
            self.desk.assume("Rows without a date are of the date above them.")
        elif student is None and above_student is not None and day is not None:
            student = above_student
            self.desk.assume("Rows without a student are about the student above them.")
        if student is not None and day is not None:
            self.above = (day, student)
        return day, student

    def _outcomes(self, row: int, words: str) -> list[Outcome]:
        """Return what became of a row's session or sessions."""
        start, length = self._clock(row)
        planned = self._whole(row, "minutes_planned")
        amounts = self._amounts(row)
        code = self.rows.text(row, "code")
        reason = self._reason(row)
        kind = self.rows.text(row, "kind")
        by_clock = not amounts and length is not None
        if by_clock:
            amounts = (Amount(length),)
        if start is not None and len(amounts) == 1 and amounts[0].start is None:
            amounts = (replace(amounts[0], start=start),)
        outcomes = outcomes_of(amounts, self.desk, self.drafts, self.rows.place(row, "minutes_delivered"), words)
        if code:
            outcomes = self._by_code(row, code, outcomes, planned, start)
        if reason:
            outcomes = [self._with_reason(row, reason, each, by_clock=by_clock) for each in outcomes]
            outcomes = outcomes or self._of_reason(row, reason, start)
        if not outcomes and not code and not amounts:
            outcomes = self._of_note(row, words)
        for each in outcomes:
            each.planned = each.planned if each.planned is not None else planned
            self._reason_in_note(row, each)
        if any(each.meaning in _NO_SESSION for each in outcomes):
            self.drafts.left_out.append(LeftOut(self.rows.place(row), "no session of this service", words))
        outcomes = [each for each in outcomes if each.meaning not in _NO_SESSION and self._kind(row, kind, each, words)]
        ask_why(outcomes, self.desk, self.rows.place(row, "minutes_delivered"))
        return outcomes

    def _amounts(self, row: int) -> tuple[Amount, ...]:
        """Return what the column of minutes, or of hours, says of a row."""
        amounts = amounts_in(self.rows.cell(row, "minutes_delivered")) or self._hours(row)
        code = amounts[0].code if len(amounts) == 1 else None
        if code and common(code, "nothing"):
            return ()
        if self._is_only_sign(code) and len(self._sure_in_note(row)) == 1:
            # A dash in the place of minutes says nothing that the note beside it does not say better.
            return ()
        return as_sessions(amounts) if self.numbers == "sessions" else amounts

    def _by_code(
        self, row: int, code: str, outcomes: list[Outcome], planned: int | None, start: int | None
    ) -> list[Outcome]:
        """Return what the column of codes says, with the minutes of the row."""
        where = self.rows.place(row, "code")
        given = outcomes[0].minutes if len(outcomes) == 1 and outcomes[0].meaning in {"held", "missed"} else None
        if any(each.meaning is None for each in outcomes):
            # What is in the minutes is asked about first.
            return outcomes
        own = self._yes_or_no(code)
        if own == "held" and outcomes:
            return outcomes
        if own is not None:
            return [of_meaning(own, None if own == "held" else given, planned, self.desk, where, start=start)]
        amounts = amounts_in(code)
        if len(outcomes) > 1 and len(amounts) == 1 and amounts[0].code:
            # Several lengths under one code: each has it.
            return [
                each
                for one in outcomes
                for each in outcomes_of(
                    [replace(amounts[0], minutes=one.minutes)], self.desk, self.drafts, where, code, given=one.minutes
                )
            ]
        longer = planned if planned and given and planned > given else None
        said = outcomes_of(amounts, self.desk, self.drafts, where, code, given=given, planned=longer)
        for each in said:
            each.start = each.start if each.start is not None else (outcomes[0].start if outcomes else start)
        return said

    def _yes_or_no(self, code: str) -> str | None:
        """Return what yes or no says below a heading such as `Held?`."""
        heading = next((column.heading for column in self.block.columns if column.meaning == "code"), "")
        if not common(heading, "asks_whether_held") or self.desk.answer(("codes", code)):
            return None
        word = bare(code)
        if outcome_of(code):
            return None
        if word in {"y", "yes", "si", "s", "true"}:
            return "held"
        return "missed" if word in {"n", "no", "false"} else None

    def _reason(self, row: int) -> str:
        text = self.rows.text(row, "reason")
        return "" if not bare(text) or common(text, "nothing") else text

    def _with_reason(self, row: int, reason: str, outcome: Outcome, *, by_clock: bool) -> Outcome:
        """Return a session with the reason that its own column gives."""
        if outcome.meaning not in {"held", "missed"}:
            if outcome.reason is not None and outcome_of(reason) != outcome.reason:
                self.desk.assume(
                    "Where a code and a reason both say why, the code was taken. The note keeps the reason."
                )
                self.kept_reason = reason
            return outcome
        meaning = self.desk.code(reason, self.rows.place(row, "reason"), sentence=True)
        if meaning in {"held", "make_up", "no_row", "leave_out", "missed"}:
            return outcome
        planned = outcome.planned if outcome.planned is not None else self._whole(row, "minutes_planned")
        if meaning is None:
            return Outcome(None, outcome.minutes, planned, outcome.start, outcome.day)
        if by_clock and meaning not in PARTLY:
            self.desk.assume("The times beside a reason for a miss are those that were planned.")
            length = outcome.minutes if planned is None else planned
            return Outcome(meaning, 0, length, outcome.start, outcome.day, written=reason)
        where = self.rows.place(row, "reason")
        found = of_meaning(meaning, outcome.minutes, planned, self.desk, where, start=outcome.start)
        found.written = reason
        return found

    def _of_reason(self, row: int, reason: str, start: int | None) -> list[Outcome]:
        """Return the miss that a reason without minutes and without a code names."""
        if self.rows.text(row, "code"):
            return []
        where = self.rows.place(row, "reason")
        return outcomes_of([Amount(code=reason, start=start)], self.desk, self.drafts, where, reason, given=None)

    def _of_note(self, row: int, words: str) -> list[Outcome]:
        """Return what a row with neither minutes nor a code says in its note."""
        note = self.rows.text(row, "note")
        if not note:
            why = "it has neither minutes nor a code nor a reason"
            self.drafts.left_out.append(LeftOut(self.rows.place(row), why, words))
            return []
        return outcomes_of([Amount(code=note)], self.desk, self.drafts, self.rows.place(row, "note"), words)

    def _reason_in_note(self, row: int, outcome: Outcome) -> None:
        """Take the reason of a miss without one from the row's note, where the note says just one."""
        note = self.rows.text(row, "note")
        short = outcome.meaning == "missed" or (
            outcome.meaning == "held" and outcome.planned is not None and (outcome.minutes or 0) < outcome.planned
        )
        if not note or not short:
            return
        said = self._sure_in_note(row)
        if len(said) == 1:
            outcome.meaning = said.pop()
            outcome.written = said_in(note)
            self.desk.take("notes", note, outcome.meaning)
        elif outcome.meaning == "missed" and self._may_say_why(note):
            meaning = self.desk.code(note, self.rows.place(row, "note"))
            outcome.meaning = "missed" if meaning in {"held", "make_up"} else meaning
            outcome.written = said_in(note)
            outcome.zero = False

    def _sure_in_note(self, row: int) -> set[str]:
        return set(phrase_outcomes(self.rows.text(row, "note"))) - NO_REASONS

    def _may_say_why(self, note: str) -> bool:
        """Return whether a note of a few words may say why a session was missed: it is then asked, and never taken."""
        words = bare(note).split()
        return len(words) <= _FEW_WORDS and any(
            likely_outcomes(part) for part in (note, *(word for word in words if len(word) >= _LONG))
        )

    def _is_only_sign(self, code: str | None) -> bool:
        """Return whether a cell holds a sign such as a dash, of which nothing else says what it means."""
        return code is not None and not bare(code) and outcome_of(code) is None and code not in self.desk.key

    def _kind(self, row: int, kind: str, outcome: Outcome, words: str) -> bool:
        """Make a session a make-up where its kind or the day that it makes up says so; return whether it is one.

        A kind such as an evaluation may say that it was no session, or that the session was missed for it.
        """
        for_day = written_day(self.rows.cell(row, "makeup_for"), numbers=True)
        meaning = "make_up" if for_day else None
        if kind and outcome.meaning == "held" and not meaning:
            heading = next((column.heading for column in self.block.columns if column.meaning == "kind"), "")
            asks = outcome_of(heading.rstrip("?")) == "make_up"
            if asks and bare(kind) in {"y", "yes", "x", "si", "true"}:
                meaning = "make_up"
            elif not (asks and bare(kind) in {"n", "no", "false"}):
                meaning = self._kind_word(row, kind)
        if meaning in {"leave_out", "no_row"}:
            self.drafts.left_out.append(LeftOut(self.rows.place(row), "no session of this service", words))
            return False
        if meaning == "make_up" and outcome.meaning == "held":
            outcome.meaning = "make_up"
            found = _FOR_DAY.search(kind)
            outcome.day = outcome.day or (written_day(found.group(1)) if found else None)
        elif meaning not in {None, "held", "make_up", _OPEN}:
            outcome.meaning, outcome.minutes, outcome.zero, outcome.written = meaning, 0, False, kind
        elif meaning == _OPEN:
            outcome.meaning = None
        outcome.day = outcome.day or for_day
        if (
            outcome.meaning == "make_up"
            and outcome.day is None
            and (found := _FOR_DAY.search(self.rows.text(row, "note")))
        ):
            outcome.day = written_day(found.group(1))
        return True

    def _kind_word(self, row: int, kind: str) -> str | None:
        if bare(kind) in _REGULAR:
            return None
        where = self.rows.place(row, "kind")
        if self.desk.answer(("codes", kind)) is None and phrase_outcomes(kind).keys() == {"make_up"}:
            self.desk.take("codes", kind, "make_up")
            return "make_up"
        if self.desk.answer(("codes", kind)) is None and outcome_of(kind) != "held":
            # What else a therapist does may be beside the session, or in its place: only a person knows.
            self.desk.ask_code(kind, where, first="leave_out")
            return _OPEN
        return self.desk.code(kind, where)

    def _clock(self, row: int) -> tuple[int | None, int | None]:
        """Return when a row's session began, and how long it was by its times."""
        stretch = stretch_in(self.rows.cell(row, "time"))
        if stretch:
            return stretch[0], stretch[1] - stretch[0]
        start, end = time_in(self.rows.cell(row, "start_time")), time_in(self.rows.cell(row, "end_time"))
        length = end - start if start is not None and end is not None and end > start else None
        return start, length

    def _hours(self, row: int) -> tuple[Amount, ...]:
        """Return what a column of hours says, in minutes."""
        cell = self.rows.cell(row, "hours_delivered")
        if isinstance(cell, str) and cell.replace(".", "", 1).isdigit():
            cell = float(cell)
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            minutes = round(cell * 60, 6)
            return (Amount(int(minutes)),) if float(minutes).is_integer() else (Amount(code=f"{cell} hours"),)
        return amounts_in(cell)

    def _whole(self, row: int, meaning: str) -> int | None:
        read = amounts_in(self.rows.cell(row, meaning))
        return read[0].minutes if len(read) == 1 and read[0].code is None else None

    def _session(
        self, row: int, words: str, student: StudentRef, day: tuple[Written | None, dt.date | None], outcome: Outcome
    ) -> SessionDraft:
        written, date = day
        for_day = outcome.day.on(self.order or "month_first", self.year) if outcome.day else None
        if outcome.meaning == "make_up" and for_day is not None and date is not None and for_day > date:
            # `TA, MU 10/2` in the row of 9/21 is a miss and the make-up that was held later.
            date, for_day = for_day, date
        week = self.by == "week" or (written is not None and written.week)
        delivery, size = self.rows.delivery(row)
        return SessionDraft(
            where=self.rows.place(row),
            words=words,
            student=student,
            service_type=self.rows.service_type(row),
            date=date,
            meaning=outcome.meaning,
            minutes=outcome.minutes,
            planned=outcome.planned,
            start=outcome.start,
            makeup_for=for_day if outcome.meaning == "make_up" else None,
            week=week,
            weekday=written.weekday if written is not None else None,
            reason=outcome.reason,
            reason_words=outcome.written if outcome.reason else None,
            provider=self.rows.text(row, "provider") or self.look.titles.get("provider"),
            group_size=size,
            group=self.rows.text(row, "group") or None,
            delivery=delivery,
            setting=self.rows.text(row, "setting") or None,
            note=" | ".join(filter(None, (self.kept_reason, self.rows.text(row, "note")))) or None,
            entered_at=self.rows.text(row, "entered_at") or None,
        )
