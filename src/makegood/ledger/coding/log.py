"""The log as columns: the rows that count and the empty slots, in the order in which the fold walks them."""

from dataclasses import dataclass
from typing import Any, Final

from makegood.ledger import columns
from makegood.ledger.coding.roster import Roster
from makegood.log import EmptySlot, empty_slots
from makegood.terms.accounts import PLANNED_BY, SESSION_KINDS, SessionKind
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
        rows: For each row, its place in the table of sessions; of one that is inferred, what `slot` takes, below 0.
        slots: The empty slots.
        row_begin: For each service and one more, where its rows begin.
        row_of: For each row of the table, its place in the columns, or NONE.
    """

    columns: columns.Log
    rows: list[int]
    slots: list[EmptySlot]
    row_begin: list[int]
    row_of: list[int]

    def source(self, row: int) -> int:
        """Return a row's place in the table of sessions, or NONE if it is inferred."""
        return max(self.rows[row], columns.NONE)

    def slot(self, row: int) -> EmptySlot | None:
        """Return the empty slot that a row comes from, if it is inferred."""
        return self.slots[_nth(self.rows[row])] if self.rows[row] < 0 else None


def _nth(row: Any) -> Any:
    """Return which of the empty slots a row below 0 is; of an array, of each."""
    return -1 - row


def code_log(roster: Roster) -> CodedLog:
    """Choose the rows that count, add the empty slots, and put all in order."""
    log = roster.log
    slots = empty_slots(log, [facts.place for facts in roster.services])
    in_order, coded = (_in_order_at_once, _columns_at_once) if log.is_large else (_in_order, _columns)
    rows, row_begin = in_order(roster, slots)
    row_of = [columns.NONE] * len(roster.records.sessions)
    for at, place in enumerate(rows):
        if place >= 0:
            row_of[place] = at
    return CodedLog(coded(roster, rows, slots), rows, slots, row_begin, row_of)


def _in_order(roster: Roster, slots: list[EmptySlot]) -> tuple[list[int], list[int]]:
    """Return the rows by service and day, and for each service and one more, where its rows begin."""
    log = roster.log
    of_service: dict[int, list[int]] = {}
    for at, slot in enumerate(slots):
        of_service.setdefault(slot.service, []).append(_nth(at))
    # A session is a place in its table. An empty slot is the opposite of its place among the slots, counted from 1: so
    # far from the end of the days.
    day_of = log.days + [slot.day for slot in reversed(slots)]
    rows: list[int] = []
    row_begin = [0]
    for facts in roster.services:
        own = [*log.kept_of.get(facts.place, ()), *of_service.get(facts.place, ())]
        # Sorting keeps the order of what is equal: sessions come by their ids, then slots by their times.
        rows += sorted(own, key=day_of.__getitem__)
        row_begin.append(len(rows))
    return rows, row_begin


def _in_order_at_once(roster: Roster, slots: list[EmptySlot]) -> tuple[list[int], list[int]]:
    """Return the same of a large log, whose rows are put in order all at once."""
    import numpy as np  # noqa: PLC0415 - only a large log needs it

    said, count = roster.log.columns, len(roster.services)
    at = np.full(len(roster.records.services), columns.NONE)
    at[[facts.place for facts in roster.services]] = range(count)
    rows = np.concatenate([said.kept, _nth(np.arange(len(slots)))])
    of_slots = np.array([slot[:2] for slot in slots], np.int64).reshape(-1, 2)
    service = at[np.concatenate([said.services(said.kept), of_slots[:, 0]])]
    day = np.concatenate([said.days(said.kept), of_slots[:, 1]])
    # The order of what is equal is kept here too. Rows of services that are not accounted for come first.
    day -= day.min(initial=0)
    order = np.argsort(service * (day.max(initial=0) + 1) + day, kind="stable")
    row_begin = np.searchsorted(service[order], np.arange(count + 1))
    return rows[order][row_begin[0] :].tolist(), (row_begin - row_begin[0]).tolist()


def _columns(roster: Roster, rows: list[int], slots: list[EmptySlot]) -> columns.Log:
    log, sessions = roster.log, roster.records.sessions
    cells = []
    for row in rows:
        if row < 0:
            slot = slots[_nth(row)]
            cells.append((slot.day, 0, slot.minutes, _REASON[slot.reason], _mark_of_slot(slot)))
        else:
            length, reason = log.lengths.planned(row), log.reason(row)
            mark = _KIND[log.kinds[row]] | _PLANNED[length.by]
            mark |= columns.DIFFERENT * log.differences.differs(row, log.service_of[row])
            mark |= columns.WITHOUT_REASON * reason.is_silent
            cells.append((log.days[row], sessions.minutes_delivered[row], length.minutes, _REASON[reason.reason], mark))
    listed: list[list[int]] = [list(column) for column in zip(*cells, strict=True)] if cells else [[]] * 5
    ids = [sessions.session_id[row] if row >= 0 else "" for row in rows]
    return columns.Log._make([*listed, _ranks(sorted(range(len(rows)), key=ids.__getitem__))])


def _mark_of_slot(slot: EmptySlot) -> int:
    return columns.INFERRED | _PLANNED["slot"] | (columns.WITHOUT_REASON if slot.reason == UNRECORDED else 0)


def _ranks(order: list[int]) -> list[int]:
    """Return each row's rank in an order of the rows."""
    ranks = [0] * len(order)
    for rank, row in enumerate(order):
        ranks[row] = rank
    return ranks


def _columns_at_once(roster: Roster, rows: list[int], slots: list[EmptySlot]) -> columns.Log:
    """Return the same of a large log, whose rows are asked all at once."""
    import numpy as np  # noqa: PLC0415 - only a large log needs it

    said = roster.log.columns
    places = np.array(rows, np.int64)
    is_slot = places < 0
    places, empty = places[~is_slot], [slots[_nth(row)] for row in places[is_slot].tolist()]
    minutes, by = said.planned(places)
    reason, silent = said.reasons(places)
    mark = np.array([_KIND[kind] for kind in SESSION_KINDS])[said.kinds(places)] + by * columns.PLANNED_BY
    mark |= said.differs(places) * columns.DIFFERENT | silent * columns.WITHOUT_REASON
    of_sessions = (said.days(places), said.given(places), minutes, reason, mark)
    of_slots = [(slot.day, 0, slot.minutes, _REASON[slot.reason], _mark_of_slot(slot)) for slot in empty]
    cells = [np.zeros(len(rows), np.int32) for _ in of_sessions]
    for column, own in zip(cells, of_sessions, strict=True):
        column[~is_slot] = own
    for column, cells_of_slots in zip(cells, zip(*of_slots, strict=True), strict=False):
        column[is_slot] = cells_of_slots
    order = np.zeros(len(rows), np.int32)
    order[is_slot] = range(len(empty))
    order[~is_slot] = len(empty) + said.ranks(places)
    return columns.Log._make([*cells, order])
