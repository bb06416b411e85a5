"""The log as columns: the rows that count and the empty slots, in the order in which the fold walks them."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from makegood.ledger import columns
from makegood.ledger.coding.roster import Roster
from makegood.log import EmptySlot, empty_slots
from makegood.terms.accounts import PLANNED_BY, SessionKind
from makegood.terms.reasons import REASONS, UNRECORDED

_REASON: Final = {reason: place for place, reason in enumerate(REASONS)}
_PLANNED: Final = {word: place * columns.PLANNED_BY for place, word in enumerate(PLANNED_BY)}
_KIND: Final[dict[SessionKind, int]] = {
    "regular": 0,
    "make_up": columns.MAKE_UP,
    "compensatory": columns.COMPENSATORY,
}


@dataclass(frozen=True, slots=True)
class CodedLog:
    """The log as columns, and where each of its rows comes from.

    Attributes:
        columns: What the fold reads.
        source: For each row, its place in the table of sessions, or NONE if it is inferred.
        slots: For each inferred row, the empty slot that it comes from.
        row_begin: For each service and one more, where its rows begin.
        row_of: For each row of the table that counts, its place in the columns.
    """

    columns: columns.Log
    source: list[int]
    slots: dict[int, EmptySlot]
    row_begin: list[int]
    row_of: dict[int, int]


class _Row(NamedTuple):
    """A row of the log: a session by its place in its table, or an empty slot."""

    day: int
    source: int
    slot: EmptySlot | None = None


def code_log(roster: Roster) -> CodedLog:
    """Choose the rows that count, add the empty slots, and put all in order."""
    log = roster.log
    slots: dict[int, list[EmptySlot]] = {}
    for slot in empty_slots(log, [facts.place for facts in roster.services]):
        slots.setdefault(slot.service, []).append(slot)
    rows: list[_Row] = []
    row_begin = [0]
    for facts in roster.services:
        of_service = [_Row(log.days[i], i) for i in log.kept_of.get(facts.place, ())]
        if facts.place in slots:
            of_service += [_Row(slot.day, columns.NONE, slot) for slot in slots[facts.place]]
            # Sorting keeps the order of what is equal: sessions come by their ids, then slots by their times.
            of_service.sort(key=lambda row: (row.day, row.slot is not None))
        rows += of_service
        row_begin.append(len(rows))
    return CodedLog(
        columns=_columns(roster, rows),
        source=[row.source for row in rows],
        slots={place: row.slot for place, row in enumerate(rows) if row.slot is not None},
        row_begin=row_begin,
        row_of={row.source: place for place, row in enumerate(rows) if row.slot is None},
    )


def _columns(roster: Roster, rows: list[_Row]) -> columns.Log:
    cells = [_of_session(roster, row.source) if row.slot is None else _of_slot(row.slot) for row in rows]
    delivered, planned, reason, mark = (list(column) for column in zip(*cells, strict=True)) if cells else ([],) * 4
    return columns.Log([row.day for row in rows], delivered, planned, reason, mark, _ranks_by_id(roster, rows))


def _of_slot(slot: EmptySlot) -> tuple[int, int, int, int]:
    """Return the same of an empty slot."""
    silent = columns.WITHOUT_REASON if slot.reason == UNRECORDED else 0
    return 0, slot.minutes, _REASON[slot.reason], columns.INFERRED | _PLANNED["slot"] | silent


def _of_session(roster: Roster, place: int) -> tuple[int, int, int, int]:
    """Return a session's minutes delivered and planned, its reason and its marks."""
    log, sessions = roster.log, roster.records.sessions
    length, reason = log.planned(place), log.reason(place)
    mark = _KIND[log.kinds[place]] | _PLANNED[length.by]
    if log.differences.differs(place, log.service_of[place]):
        mark |= columns.DIFFERENT
    if reason.written is None and not reason.from_absences:
        mark |= columns.WITHOUT_REASON
    return sessions.minutes_delivered[place], length.minutes, _REASON[reason.reason], mark


def _ranks_by_id(roster: Roster, rows: list[_Row]) -> list[int]:
    """Return each row's rank in the order of their ids, inferred ones in that of the rows."""
    session_id = roster.records.sessions.session_id
    ids = [session_id[row.source] if row.slot is None else "" for row in rows]
    ranks = [0] * len(rows)
    for rank, place in enumerate(sorted(range(len(rows)), key=ids.__getitem__)):
        ranks[place] = rank
    return ranks
