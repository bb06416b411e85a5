"""What the log says: which rows count, of what kind, how long planned, in whose dates, for what reason.

Every other room asks here; none keeps an answer of its own.
"""

from makegood.log.corrections import Corrections, corrections_of
from makegood.log.differences import Difference, alike
from makegood.log.empty_slots import EmptySlot, empty_slots, is_open
from makegood.log.kinds import kind_of
from makegood.log.log import Log
from makegood.log.planned import Planned
from makegood.log.reasons import LocalCodes, ReasonRead
from makegood.log.services import ServiceFacts, ServicesOfRecords
from makegood.log.slots import Slot, Slots
from makegood.log.unknown_reasons import unknown_reasons, words_of_no_policy

__all__ = [
    "Corrections",
    "Difference",
    "EmptySlot",
    "LocalCodes",
    "Log",
    "Planned",
    "ReasonRead",
    "ServiceFacts",
    "ServicesOfRecords",
    "Slot",
    "Slots",
    "alike",
    "corrections_of",
    "empty_slots",
    "is_open",
    "kind_of",
    "unknown_reasons",
    "words_of_no_policy",
]
