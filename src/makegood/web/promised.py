"""What an IEP's words promise as they were read, in words of the page."""

from makegood.intake.mandate import Reading
from makegood.records import Services
from makegood.statements.wording.words import Words


def promised(reading: Reading, words: Words) -> str:
    """Return a reading that is a promise, such as "2 sessions of 30 minutes a week"."""
    row = Services(
        minutes=[reading.minutes],
        sessions=[None if reading.total else reading.sessions],
        per=[reading.per],
        every=[reading.every],
    )
    return words.promise(row, 0)
