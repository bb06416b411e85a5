"""What a row or a cell of a grid says of a session: held or missed, how many minutes, why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.draft.drafts import Drafts, LeftOut
from makegood.imports.values.amount import Amount
from makegood.imports.values.dates import Written

PARTLY: Final = frozenset({"student_late", "provider_late", "delayed_start"})
"""Reasons for which minutes beside them are those that were given."""
MOST_SESSIONS: Final = 4
"""Numbers that are all so small may count sessions, and are hardly minutes."""
_LONGEST_REASON: Final = 60
HELD: Final = ("held", "make_up")
"""What a session that was held is: a regular one or a make-up."""


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
    for amount in _paired(amounts, desk, where):
        minutes = amount.minutes if amount.minutes is not None else given
        if amount.code is None:
            found.append(_plain(amount, minutes))
            continue
        answered = desk.minutes_of(amount.code)
        if answered is not None:
            found.append(_plain(amount, answered))
            continue
        meaning = desk.code(amount.code, where, sentence=True)
        if meaning == "leave_out":
            drafts.left_out.append(LeftOut(where, "no session of this service", words))
        elif meaning is None:
            found.append(Outcome(None, None, amount.of, amount.start, amount.day))
        elif meaning != "no_row":
            said = of_meaning(meaning, minutes, amount.of or planned, desk, where, start=amount.start, day=amount.day)
            said.written = amount.code
            found.append(said)
    return found


def said_in(note: str) -> str | None:
    """Return a note as the words of a reason; None for one so long that it says other things too."""
    return note if len(note) <= _LONGEST_REASON else None


def small_numbers(amounts: Iterable[Amount], desk: Desk, where: Place) -> str | None:
    """Return what the numbers of a table are: `minutes`, `sessions`, or None if all are small and it is asked.

    Args:
        amounts: Everything in the cells of the table.
        desk: Where the question goes.
        where: A cell of the table.
    """
    numbers = [amount.minutes for amount in amounts if amount.minutes and amount.start is None]
    if not numbers or max(numbers) > MOST_SESSIONS:
        return "minutes"
    answer = desk.answer(("numbers",))
    if answer is not None:
        return str(answer)
    likely = (
        Answer("sessions", "so many sessions that were held"),
        Answer("minutes", "so many minutes"),
    )
    says = f"What do numbers such as {numbers[0]} say?"
    desk.ask(Question("numbers", str(numbers[0]), says, ("numbers",), desk.file, likely=likely), where)
    return None


def as_sessions(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """Return cells whose number counts sessions as that many sessions of unknown length."""
    found: list[Amount] = []
    for amount in amounts:
        if amount.minutes and amount.code is None:
            found += [Amount(code="held")] * amount.minutes
        else:
            found.append(amount)
    return tuple(found)


def _plain(amount: Amount, minutes: int | None) -> Outcome:
    meaning = "held" if minutes else "missed"
    return Outcome(meaning, minutes, amount.of, amount.start, amount.day, zero=minutes == 0)


def ask_why(outcomes: Iterable[Outcome], desk: Desk, where: Place) -> None:
    """Ask once, for a file, what sessions of 0 minutes are of which nothing says why they were missed."""
    for each in outcomes:
        if each.zero and each.meaning == "missed":
            each.meaning = desk.zero(where)


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


def _paired(amounts: Sequence[Amount], desk: Desk, where: Place) -> list[Amount]:
    """Return the amounts with pairs such as 30/20 as the mapping says; asked if it does not."""
    read: list[Amount] = []
    for amount in amounts:
        if not amount.pair or amount.of is None or amount.minutes is None:
            read.append(amount)
            continue
        answer = desk.answer(("pairs",))
        if answer == "two_sessions":
            read += [Amount(amount.of), Amount(amount.minutes)]
            continue
        if answer is None:
            shown = f"{amount.of}/{amount.minutes}"
            likely = (
                Answer("given_of_planned", f"{amount.minutes} minutes were given of {amount.of} planned"),
                Answer("two_sessions", f"two sessions, of {amount.of} and of {amount.minutes} minutes"),
            )
            says = f"What do two numbers in one cell mean, such as {shown}?"
            desk.ask(Question("pairs", shown, says, ("pairs",), desk.file, likely=likely), where)
        read.append(amount)
    return read
