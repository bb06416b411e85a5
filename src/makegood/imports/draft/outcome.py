"""What a row or a cell of a grid says of a session: held or missed, how many minutes, why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.cells import Cell, text_of
from makegood.imports.draft.codes import meaning_of_code, meaning_of_zero, minutes_of_code
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut
from makegood.imports.draft.numbers import as_sessions, paired
from makegood.imports.values.amount import Amount, amounts_in
from makegood.imports.values.written import Written

PARTLY: Final = frozenset({"student_late", "provider_late", "delayed_start"})
"""Reasons for which minutes beside them are those that were given."""
_LONGEST_REASON: Final = 60
HELD: Final = ("held", "make_up")
"""What a session that was held is: a regular one or a make-up."""
NO_SESSION: Final = frozenset({"no_row", "leave_out"})
"""What words mean of which no session comes."""
NOT_THIS_SERVICE: Final = "no session of this service"
"""Why a row or a cell is left out that tells of an evaluation, a consult and the like."""


@dataclass(slots=True)
class Outcome:
    """What became of one session.

    Attributes:
        meaning: `held`, `make_up`, `missed` or a reason; None while a question about it is open.
        minutes: Minutes given; None where a held session's length is not written, or while a question is open.
        planned: Minutes planned.
        start: When it began.
        day: A day that is written with it.
        zero: Whether all that is written is that it had 0 minutes.
        written: The words from which a reason was read.
    """

    meaning: str | None
    minutes: int | None
    planned: int | None = None
    start: int | None = None
    day: Written | None = None
    zero: bool = False
    written: str | None = None

    @property
    def reason(self) -> str | None:
        """The reason for a miss, if one is known."""
        return None if self.meaning in {None, "held", "make_up", "missed"} else self.meaning


def outcomes_of(
    amounts: Sequence[Amount], desk: Desk, drafts: Drafts, where: Place, words: str, *, given: int | None = None,
    planned: int | None = None,
) -> list[Outcome]:  # fmt: skip
    """Return what the sessions of a cell came to; none where it says that there was none.

    Args:
        amounts: The sessions in the cell.
        desk: Where codes are looked up and questions go.
        drafts: Where cells that are left out are named.
        where: The cell.
        words: What it says.
        given: Minutes that another cell of the row tells, for a code without minutes of its own.
        planned: More minutes than these, which a third cell tells: then it is known which were given.
    """
    found = []
    for amount in paired(amounts, desk, where):
        minutes = amount.minutes if amount.minutes is not None else given
        if amount.code is None:
            found.append(_plain(amount, minutes))
            continue
        answered = minutes_of_code(amount.code, desk)
        if answered is not None:
            found.append(_plain(amount, answered))
            continue
        meaning = meaning_of_code(amount.code, desk, where, sentence=True)
        if meaning == "leave_out":
            drafts.left_out.append(LeftOut(where, NOT_THIS_SERVICE, words))
        elif meaning is None:
            found.append(Outcome(None, None, amount.of, amount.start, amount.day))
        elif meaning != "no_row":
            said = of_meaning(meaning, minutes, amount.of or planned, desk, where, start=amount.start, day=amount.day)
            said.written = amount.code
            found.append(said)
    return found


def outcomes_of_cell(cell: Cell, numbers: str | None, desk: Desk, drafts: Drafts, where: Place) -> list[Outcome]:
    """Return what the sessions in a cell of a grid came to.

    Args:
        cell: The cell.
        numbers: What the numbers of the table are; None while it is asked.
        desk: Where questions go.
        drafts: Where cells that are left out are named.
        where: The cell's place.
    """
    amounts = as_sessions(amounts_in(cell)) if numbers == "sessions" else amounts_in(cell)
    outcomes = outcomes_of(amounts, desk, drafts, where, text_of(cell))
    if numbers is not None:
        ask_why(outcomes, desk, where)
    return outcomes


def said_in(note: str) -> str | None:
    """Return a note as the words of a reason; None for one so long that it says other things too."""
    return note if len(note) <= _LONGEST_REASON else None


def _plain(amount: Amount, minutes: int | None) -> Outcome:
    meaning = "held" if minutes else "missed"
    return Outcome(meaning, minutes, amount.of, amount.start, amount.day, zero=minutes == 0)


def ask_why(outcomes: Iterable[Outcome], desk: Desk, where: Place) -> None:
    """Ask once, for a file, what sessions of 0 minutes are of which nothing says why they were missed."""
    for each in outcomes:
        if each.zero and each.meaning == "missed":
            each.meaning = meaning_of_zero(desk, where)


def of_meaning(  # noqa: PLR0911 - one return for each kind reads best
    meaning: str, minutes: int | None, planned: int | None, desk: Desk, where: Place,
    *, start: int | None = None, day: Written | None = None,
) -> Outcome:  # fmt: skip
    """Return what a session of a meaning came to, with the minutes beside it."""
    if meaning in HELD:
        if minutes == 0:
            return Outcome("missed", 0, planned, start, day)
        return Outcome(meaning, minutes, planned, start, day)
    if not minutes:
        return Outcome(meaning, 0, planned, start, day)
    if meaning in PARTLY or (planned is not None and planned > minutes):
        return Outcome(meaning, minutes, planned, start, day)
    beside = desk.answer(("minutes_beside_miss",))
    if beside == "given":
        return Outcome(meaning, minutes, planned, start, day)
    if beside == "planned" or planned == minutes:
        return Outcome(meaning, 0, planned or minutes, start, day)
    says = f"Minutes stand beside sessions that were missed, such as {minutes}. Were they planned, or given?"
    likely = (
        Answer("planned", "they were planned; the session was missed whole"),
        Answer("given", "they were given; the rest was missed"),
    )
    key = ("minutes_beside_miss",)
    desk.ask(Question("minutes_beside_miss", str(minutes), says, key, desk.file, likely=likely), where)
    return Outcome(meaning, None, planned, start, day)
