"""The log as columns: the rows that count and the empty slots, in the order in which the fold walks them."""

from collections.abc import Iterator
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
    """A row of the log; rows sort as they are written here."""

    service: int
    day: int
    inferred: int
    id: str
    start_time: int
    source: int
    slot: EmptySlot | None


def code_log(roster: Roster) -> CodedLog:
    """Choose the rows that count, add the empty slots, and put all in order."""
    log, sessions = roster.log, roster.records.sessions
    place_of = {facts.place: at for at, facts in enumerate(roster.services)}
    kept = log.corrections.counts
    rows = [
        _Row(at, log.days[i], 0, sessions.session_id[i], 0, i, None)
        for i, service in enumerate(log.service_of)
        if kept[i] and (at := place_of.get(service, columns.NONE)) != columns.NONE
    ]
    slots = empty_slots(log, place_of)
    rows += [_Row(place_of[slot.service], slot.day, 1, "", slot.start_time, columns.NONE, slot) for slot in slots]
    rows.sort()
    return CodedLog(
        columns=_columns(roster, rows),
        source=[row.source for row in rows],
        slots={place: row.slot for place, row in enumerate(rows) if row.slot is not None},
        row_begin=list(_begins(rows, len(roster.services))),
        row_of={row.source: place for place, row in enumerate(rows) if row.source >= 0},
    )


def _columns(roster: Roster, rows: list[_Row]) -> columns.Log:
    delivered: list[int] = []
    planned: list[int] = []
    reason: list[int] = []
    mark: list[int] = []
    for row in rows:
        if row.slot is None:
            cells = _of_session(roster, row.source)
        else:
            silent = columns.WITHOUT_REASON if row.slot.reason == UNRECORDED else 0
            cells = 0, row.slot.minutes, _REASON[row.slot.reason], columns.INFERRED | _PLANNED["slot"] | silent
        for column, cell in zip((delivered, planned, reason, mark), cells, strict=True):
            column.append(cell)
    return columns.Log([row.day for row in rows], delivered, planned, reason, mark, _ranks_by_id(rows))


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


def _ranks_by_id(rows: list[_Row]) -> list[int]:
    """Return each row's rank in the order of their ids, inferred ones in that of the rows."""
    ids, ranks = [row.id for row in rows], [0] * len(rows)
    for rank, place in enumerate(sorted(range(len(rows)), key=ids.__getitem__)):
        ranks[place] = rank
    return ranks


def _begins(rows: list[_Row], services: int) -> Iterator[int]:
    """Yield, for each service and one more, where its rows begin."""
    place = 0
    for service in range(services):
        yield place
        while place < len(rows) and rows[place].service == service:
            place += 1
    yield place
