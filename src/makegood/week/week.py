"""A week as it is proposed: the slots, what has no place and why, what moved, and what is left for make-ups."""

import datetime as dt
from dataclasses import dataclass

from makegood.week.caseload import Slot
from makegood.week.reasons import Unplaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """A therapist's week in minutes.

    Attributes:
        at_work: Time in which sessions could be given.
        sessions: Time of the sessions, a group counted once.
        travel: Time on the way between schools.
        documentation: Time that is kept for notes.
        rate: Minutes owed of every 1,000 that were due in the year before, by the log; None without a log.
        make_ups: What make-ups will need a week at that rate; None without a log.
        rate_of: Whose year it was: the provider's own, that of the `service` everywhere, or of `all` services.
    """

    provider_id: str
    at_work: int
    sessions: int
    travel: int
    documentation: int
    rate: int | None
    make_ups: int | None
    rate_of: str | None

    @property
    def free(self) -> int:
        """Minutes a week that are left."""
        return max(0, self.at_work - self.sessions - self.travel - self.documentation)

    @property
    def holds(self) -> bool | None:
        """Whether make-ups fit into what is left; None where nothing says what they need."""
        return None if self.make_ups is None else self.make_ups <= self.free


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The week in figures; minutes are of children in an average week, a group's counted for each of its children.

    Attributes:
        sessions: Regular sessions that are needed, one for each child.
        placed: Those that have a slot.
        minutes: What the sessions needed last.
        minutes_placed: What those with a slot last.
        bound: What no week with the same people, times and rules could exceed.
        proved: Whether no week can place more.
        before: Slots of the present week.
        moved: Those of them that are elsewhere now, or nowhere.
        fewest_moved: Whether no week that places as much moves fewer, as far as that is proved.
    """

    sessions: int
    placed: int
    minutes: int
    minutes_placed: int
    bound: int
    proved: bool
    before: int
    moved: int
    fewest_moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A proposed week.

    Attributes:
        first: The day from which it holds.
        as_of: The day up to which the log was counted.
        slots: The slots, by day, time, provider and service.
        moved: Slots of the present week that are elsewhere or nowhere now.
        ended: Slots of the present week that hold more than is promised, or other lengths.
        keep: Whether current slots were kept where they are, whatever is against them.
        verified: That it was checked a second time; a week that breaks a rule is never made.
    """

    first: dt.date
    as_of: dt.date
    slots: tuple[Slot, ...]
    moved: tuple[Slot, ...]
    ended: tuple[Slot, ...]
    unplaced: tuple[Unplaced, ...]
    reserves: tuple[Reserve, ...]
    summary: Summary
    keep: bool = False
    verified: bool = True
