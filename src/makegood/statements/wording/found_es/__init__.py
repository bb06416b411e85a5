"""What is found in files and records, in Spanish: the form of each sentence of a finding beside its own sentence.

A test reads every sentence of a finding out of the source and fails where one has no Spanish here.
"""

from typing import Final

from makegood.statements.wording.forms import said_by
from makegood.statements.wording.found_es import cells, files, imports, log_rows, needed, papers, planning, promises
from makegood.statements.wording.found_es.words import in_words

SAID: Final = (*files.SAID, *imports.SAID, *cells.SAID, *promises.SAID, *log_rows.SAID, *planning.SAID, *papers.SAID)
"""Each form of a finding's sentence, and its Spanish."""
NEEDED: Final = needed.SAID
"""Each form of what should be there instead."""


def found_in_spanish(message: str) -> str | None:
    """Return the sentence of a finding in Spanish; None if it is none that is known."""
    return said_by(SAID, message, in_words)


def needed_in_spanish(expected: str) -> str | None:
    """Return in Spanish what a finding needs instead, where that says more than its sentence; None if it does not.

    What a cell should hold stays as it has to be written there.
    """
    return said_by(NEEDED, expected)
