"""The first or the last day of school, which an account needs: asked where nothing says it, or where both cannot be."""

from typing import Final, Literal

from makegood.imports.ask.question import Question

Which = Literal["first", "last"]
_WRONG: Final = {"first": "before the last", "last": "after the first"}


def school_day(which: Which, whose: str, file: str, *, wrong: bool, school: str = "") -> Question:
    """Return the question which day of school is the first, or the last.

    Args:
        which: Which of the two.
        whose: What follows the question's words: of which year, or at which school; may be blank.
        file: The file whose mapping keeps the answer.
        wrong: Whether the two that are known cannot be: the last is not after the first.
        school: The school's name, where each has days of its own.
    """
    of = f"{which} day of school" + (f", {_WRONG[which]}" if wrong else "") + (f": {school}" if school else "")
    says = f"What is the {which} day of school{whose}?" + (f" It must come {_WRONG[which]}." if wrong else "")
    return Question("school_days", of, says, ("dates", f"{which}_day"), file, any_text=True)
