"""The log as columns: the rows that count and the empty slots, in the order in which the fold walks them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from makegood.ledger import columns
from makegood.ledger.coding.roster import Roster
from makegood.log import EmptySlot, ReasonRead, empty_slots
from makegood.terms.accounts import PLANNED_BY, PlannedBy, SessionKind
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


def code_log(roster: Roster) -> CodedLog:
    """Choose the rows that count, add the empty slots, and put all in order."""
    log = roster.log
    slots = empty_slots(log, [facts.place for facts in roster.services])
    of_service: dict[int, list[int]] = {}
    for at, slot in enumerate(slots):
        of_service.setdefault(slot.service, []).append(at)
    # A session is a place in its table, an empty slot the opposite of one among the slots, counted from 1.
    rows: list[int] = []
    row_begin = [0]
    for facts in roster.services:
        sessions = log.kept_of.get(facts.place, ())
        if facts.place in of_service:
            own = [(log.days[place], place) for place in sessions]
            own += [(slots[at].day, -1 - at) for at in of_service[facts.place]]
            # Sorting keeps the order of what is equal: sessions come by their ids, then slots by their times.
            own.sort(key=lambda row: (row[0], row[1] < 0))
            rows += [row for _, row in own]
        else:
            rows += sessions
        row_begin.append(len(rows))
    inferred = {at: slots[-1 - row] for at, row in enumerate(rows) if row < 0} if slots else {}
    row_of = {place: at for at, place in enumerate(rows) if place >= 0}
    return CodedLog(
        columns=_columns(roster, rows, slots, row_of),
        source=[max(row, columns.NONE) for row in rows] if slots else rows,
        slots=inferred,
        row_begin=row_begin,
        row_of=row_of,
    )


def _columns(roster: Roster, rows: list[int], slots: list[EmptySlot], row_of: dict[int, int]) -> columns.Log:
    """Work out each column for the sessions, then for the slots, and put both in the order of the rows."""
    log, sessions, places = roster.log, roster.records.sessions, list(row_of)
    planned, by = log.planned_column(places)
    reasons = log.reason_column(places)
    days = _picked(log.days, places) + [slot.day for slot in slots]
    delivered = _picked(sessions.minutes_delivered, places) + [0] * len(slots)
    planned += [slot.minutes for slot in slots]
    reason = [_REASON[read.reason] for read in reasons] + [_REASON[slot.reason] for slot in slots]
    mark = _marks(roster, places, by, reasons) + [_mark_of_slot(slot) for slot in slots]
    order = _ranks_by_id(roster, len(rows), row_of)
    cells = [days, delivered, planned, reason, mark]
    if slots:
        nth = iter(range(len(places)))
        at = [next(nth) if row >= 0 else len(places) - 1 - row for row in rows]
        cells = [_picked(column, at) for column in cells]
    return columns.Log(*cells, order)


def _picked(column: Sequence[int], places: list[int]) -> list[int]:
    return list(map(column.__getitem__, places))


def _mark_of_slot(slot: EmptySlot) -> int:
    return columns.INFERRED | _PLANNED["slot"] | (columns.WITHOUT_REASON if slot.reason == UNRECORDED else 0)


def _marks(roster: Roster, places: list[int], by: list[PlannedBy], reasons: list[ReasonRead]) -> list[int]:
    """Return the marks of sessions: their kind, what tells their length, whether they differ, have no reason."""
    log = roster.log
    services = _picked(log.service_of, places)
    differs = log.differences.column(places, services)
    kinds = map(log.kinds.__getitem__, places)
    return [
        _KIND[kind]
        | _PLANNED[word]
        | (columns.DIFFERENT if different else 0)
        | (columns.WITHOUT_REASON if read.written is None and not read.from_absences else 0)
        for kind, word, different, read in zip(kinds, by, differs, reasons, strict=True)
    ]


def _ranks_by_id(roster: Roster, count: int, row_of: dict[int, int]) -> list[int]:
    """Return each row's rank in the order of their ids, inferred ones before all, in that of the rows."""
    ranks = [columns.NONE] * count
    # A log is mostly written in the order of its ids, so in that of the table little is left to sort.
    places = sorted(row_of)
    places.sort(key=roster.records.sessions.session_id.__getitem__)
    for rank, place in enumerate(places, count - len(places)):
        ranks[row_of[place]] = rank
    if len(places) < count:
        before = iter(range(count))
        ranks = [next(before) if rank == columns.NONE else rank for rank in ranks]
    return ranks
