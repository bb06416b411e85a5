"""What a person reads when the machine, not the records, is what fails: a full disk, a place that may not be opened."""

import errno
from typing import Final

from makegood.terms.visible import visible

_FULL: Final = ("the disk is full", "room on the disk, or another place")
_CLOSED: Final = ("may not be opened by you", "a place that you may read and write")
_SAYS: Final = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: ("this is more than a file may hold here", "another place"),
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: ("nothing can be written there", "a place that you may write to"),
    errno.EIO: ("the disk did not answer as it should", "another place, or a look at the disk"),
    errno.ENAMETOOLONG: ("this name is too long", "a shorter name"),
    errno.EBADF: ("it is closed", "somewhere to print to"),
    errno.EMFILE: ("too many files are open", "fewer programs at once"),
    errno.ENFILE: ("too many files are open", "fewer programs at once"),
    errno.ENOMEM: ("there is not enough memory", "more memory, or fewer records at once"),
}
"""What is said, and what is needed, for what a person can do something about."""

NO_MEMORY: Final = (
    "makegood: there is not enough memory for this. No file was left half written. "
    "Needed: more memory, or fewer records at once."
)


def in_a_sentence(problem: OSError) -> str:
    """Return one line for a failure of the machine: where, what, and what is needed.

    Args:
        problem: The failure. It has a number, so that the system said what it is.
    """
    where = visible(str(problem.filename)) if problem.filename is not None else "what was to be read or printed"
    number = problem.errno or 0
    says, needed = _SAYS.get(number, ((problem.strerror or "it failed").lower(), "a place that works"))
    return f"makegood: {where}: {says}. No file was left half written. Needed: {needed}."
