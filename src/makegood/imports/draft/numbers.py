"""What numbers in cells are where that is not plain: small ones that may count sessions, pairs such as 30/20."""

from collections.abc import Iterable, Sequence
from typing import Final

from makegood.imports.ask import Answer, Place, Question
from makegood.imports.draft.desk import Desk
from makegood.imports.values.amount import Amount

_MOST_SESSIONS: Final = 4
"""Numbers that are all so small may count sessions, and are hardly minutes."""


def small_numbers(amounts: Iterable[Amount], desk: Desk, where: Place) -> str | None:
    """Return what the numbers of a table are: `minutes`, `sessions`, or None if all are small and it is asked.

    Args:
        amounts: Everything in the cells of the table.
        desk: Where the question goes.
        where: A cell of the table.
    """
    numbers = [amount.minutes for amount in amounts if amount.minutes and amount.start is None]
    if not numbers or max(numbers) > _MOST_SESSIONS:
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


def paired(amounts: Sequence[Amount], desk: Desk, where: Place) -> list[Amount]:
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
