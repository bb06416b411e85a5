"""For which missed session a make-up can be: those of the child that are not made up yet, oldest first."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from makegood.answers.make_ups import ToMakeUp, to_make_up
from makegood.web.access.asked import Asked
from makegood.web.records.read import records_of_children
from makegood.web.records.refs import refs_of
from makegood.web.today.choices import Choice
from makegood.web.today.reach import latest

ANY: Final = "any"
"""A make-up of which it is not known for which session it is: the ledger's own order holds."""
NONE: Final = "none"
"""A session that makes nothing up."""
AT_ONCE: Final = 6
"""The most misses that are shown at once; the later ones are one tap away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A missed session that a make-up can name, by the random id of its row."""

    ref: str
    date: dt.date
    minutes: int
    reason: str
    undecided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUps:
    """What a make-up can be for.

    Attributes:
        minutes: All minutes that are still to be made up, also of misses without a row.
        undecided: Minutes about which the team decides, or of which no rule is known.
        named: The session_id of each missed session by the random id of its row.
        missed: The missed sessions, oldest first.
    """

    minutes: int = 0
    undecided: int = 0
    named: Mapping[str, str] = field(default_factory=dict)
    missed: Sequence[Missed] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything can be made up."""
        return bool(self.minutes or self.undecided)

    @property
    def first(self) -> Sequence[Missed]:
        """The missed sessions that are shown at once."""
        return self.missed[:AT_ONCE]

    @property
    def later(self) -> Sequence[Missed]:
        """The other missed sessions."""
        return self.missed[AT_ONCE:]


def make_ups_of(asked: Asked, choice: Choice) -> MakeUps:
    """Return what a make-up of a service can be for; nothing if the child's records cannot be counted.

    A relation that has ended shows the days inside it only.
    """
    student = choice.child.student_id
    records = records_of_children({student}, asked.day).records
    every = to_make_up(records, student, choice.service_type, asked.day) if records else ()
    found = [miss for miss in every if miss.date <= latest(asked)]
    refs = refs_of("sessions", [miss.session_id for miss in found if miss.session_id])
    return MakeUps(
        minutes=sum(miss.minutes for miss in found if not miss.undecided),
        undecided=sum(miss.minutes for miss in found if miss.undecided),
        named={refs[miss.session_id]: miss.session_id for miss in found if miss.session_id},
        missed=_together([(refs[miss.session_id], miss) for miss in found if miss.session_id]),
    )


def _together(found: Sequence[tuple[str, ToMakeUp]]) -> Sequence[Missed]:
    """Return one line for each row: a decision may have split its minutes."""
    lines: dict[tuple[str, bool], Missed] = {}
    for ref, miss in found:
        known = lines.get((ref, miss.undecided))
        minutes = miss.minutes + (known.minutes if known else 0)
        lines[ref, miss.undecided] = Missed(
            ref=ref, date=miss.date, minutes=minutes, reason=miss.reason, undecided=miss.undecided
        )
    return list(lines.values())
