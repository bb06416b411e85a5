"""Why minutes were missed: the word as it was written, and the reason that it is read as."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, NamedTuple, Protocol

from makegood.terms.absences import AbsenceTable, absence_kind
from makegood.terms.reasons import REASONS, UNRECORDED, reason_of

_KNOWN: Final = frozenset(REASONS) - {UNRECORDED}


class LocalCodes(Protocol):
    """What the log asks of policies: a district's own code for a reason."""

    def __call__(self, word: str, policy_id: str | None, on: dt.date, /) -> str | None:
        """Return the reason that a code stands for in a policy on a day, or None."""


class ReasonRead(NamedTuple):
    """A row's reason.

    Attributes:
        reason: The reason that it is read as.
        written: The word of the row; None where it is blank.
        from_absences: Whether the row gives none and the tables of absences do.
    """

    reason: str
    written: str | None
    from_absences: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether neither the row nor a table of absences gives a reason."""
        return self.written is None and not self.from_absences


class ReasonReader:
    """Reads words for reasons: the fixed ones, a policy's local codes, then other spellings; each once."""

    def __init__(self, local_codes: LocalCodes | None, policy_ids: Callable[[], Sequence[str | None]]) -> None:
        """Take the local codes of policies.

        Args:
            local_codes: How policies read a district's own codes; None knows none.
            policy_ids: Gives the policies of these records: a table of absences may use a code of any of them.
        """
        self._local_codes = local_codes
        self._policy_ids = policy_ids
        self._read: dict[tuple[str, str | None, dt.date], str | None] = {}

    def __call__(self, word: str, policy_id: str | None, on: dt.date) -> str | None:
        """Return the reason that a word stands for on a day, or None if nobody knows it."""
        if word in _KNOWN:
            return word
        key = (word, policy_id, on)
        if key not in self._read:
            local = self._local_codes(word, policy_id, on) if self._local_codes else None
            read = local or reason_of(word)
            self._read[key] = read if read in _KNOWN else None
        return self._read[key]

    @cached_property
    def _policies(self) -> Sequence[str | None]:
        return self._policy_ids()

    def of_absence(self, word: str, table: AbsenceTable, policy_id: str | None, on: dt.date) -> str | None:
        """Return the reason that a word of a table of absences stands for, or None if nobody knows it.

        A code that the policy of the asking service does not know may be one of another policy of these records.
        """
        kind = absence_kind(word, table)
        if isinstance(kind, str):
            return kind
        read = self(word, policy_id, on)
        if self._local_codes is None:
            return read
        others = (self(word, other, on) for other in self._policies)
        return read or next((found for found in others if found), None)
