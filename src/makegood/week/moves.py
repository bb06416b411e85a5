"""Current slots that do not stay: where their sessions are instead, and why."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Final

from makegood.week.caseload import Caseload, Slot
from makegood.week.present import order_of
from makegood.week.reasons import REASONS
from makegood.week.verify import verify
from makegood.week.week import Week

ROOM: Final = "Makes room for another session."
ENDS: Final = "More than is promised, or of another length."

Meeting = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A current slot that does not stay.

    Attributes:
        slot: Where the session is today.
        student_id: Whose it is.
        to: Where it is instead; None if it has no slot any more.
        gone: Whether its session has no slot any more, which the reasons of the week explain.
        why: What is against today's slot, in a sentence.
    """

    slot: Slot
    student_id: str
    to: Slot | None
    why: str
    gone: bool = False


def moves_of(week: Week, caseload: Caseload) -> list[Move]:
    """Return the current slots that do not stay, those that end last.

    A slot moves because it breaks a rule where it is, itself or another child's of its group, or to make room.
    """
    needs = caseload.need()
    current = [place.home for need in caseload.needs for place in need.places if place.home]
    against: dict[Meeting, str] = {}
    for broken in verify(caseload, current) if week.moved else ():
        if broken.slot:
            against.setdefault(_meeting(broken.slot), broken.says)
    without = {each.service_id: f"{REASONS[each.why]}." for each in week.unplaced}
    new: dict[str, list[Slot]] = defaultdict(list)
    for slot in sorted(set(week.slots) - set(current), key=order_of):
        new[slot.service_id].append(slot)
    moves = []
    for slot in week.moved:
        to = new[slot.service_id].pop(0) if new[slot.service_id] else None
        why = against.get(_meeting(slot)) or (without.get(slot.service_id) if to is None else None) or ROOM
        moves.append(Move(slot=slot, student_id=needs[slot.service_id].student_id, to=to, why=why, gone=to is None))
    return moves + [
        Move(slot=slot, student_id=needs[slot.service_id].student_id, to=None, why=ENDS) for slot in week.ended
    ]


def kept_against_a_rule(week: Week, caseload: Caseload) -> dict[str, list[str]]:
    """Return what is against slots that were kept where they are, each sentence with the students."""
    against: dict[str, list[str]] = {}
    if caseload.keep:
        needs = caseload.need()
        for broken in verify(replace(caseload, keep=False), week.slots):
            if broken.slot:
                students = against.setdefault(broken.says, [])
                student = needs[broken.slot.service_id].student_id
                students += [] if student in students else [student]
    return against


def _meeting(slot: Slot) -> Meeting:
    return slot.provider_id, slot.pattern, slot.start
