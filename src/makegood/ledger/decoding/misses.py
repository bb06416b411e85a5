"""The misses that the fold wrote, in words: what was missed and why, what follows by which rule, and its status."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any, Final

from makegood.calendars import date_of
from makegood.ledger.coding.book import CodedBook
from makegood.ledger.columns import CREDITED, CURED, NONE, NOT_DUE, PENDING, WITHOUT_REASON, Count, Out
from makegood.ledger.columns import PLANNED_BY as PLANNED_MARK
from makegood.ledger.columns import Miss as Gap
from makegood.ledger.decoding.grid import lists
from makegood.ledger.result import MADE_UP_RULE, Miss, ReasonFrom
from makegood.log import EmptySlot
from makegood.policies import Rule
from makegood.records.rows import rows_from
from makegood.terms.accounts import DISPOSITIONS, PLANNED_BY, Disposition, Status
from makegood.terms.reasons import REASONS, UNRECORDED


def order_of_misses(out: Out) -> list[int]:
    """Return the misses' rows in the order in which they are listed.

    By service and date; on one date those on record, then inferred ones, then what no gap explains. Of one that is
    split, what was made up comes first.
    """
    misses = lists(out.misses, Gap, out.counts[Count.misses])
    rank = [2 if row == NONE else inferred for row, inferred in zip(misses["row"], misses["inferred"], strict=True)]
    is_left = [rule != CREDITED for rule in misses["rule"]]
    keys = list(zip(misses["service"], misses["day"], rank, misses["row"], is_left, strict=True))
    return sorted(range(len(keys)), key=keys.__getitem__)


def misses_of(coded: CodedBook, out: Out, as_of: dt.date, order: list[int]) -> Iterator[Miss]:
    """Yield the misses in their order, with the words for what the fold says in numbers."""
    columns = {
        name: [column[at] for at in order] for name, column in lists(out.misses, Gap, out.counts[Count.misses]).items()
    }
    table, session_id = coded.roster.records.services, coded.roster.records.sessions.session_id
    services = [coded.roster.services[at].place for at in columns["service"]]
    sources = [coded.log.source(row) if row != NONE else NONE for row in columns["row"]]
    slots = [coded.log.slot(row) if row != NONE else None for row in columns["row"]]
    marks = [int(coded.log.columns.mark[row]) if row != NONE else NONE for row in columns["row"]]
    date = cache(date_of)
    due_by = [date(day) if day != NONE else None for day in columns["due_by"]]
    dispositions = [DISPOSITIONS[code] if code != NONE else None for code in columns["disposition"]]
    judged = map(cache(partial(_judged, coded)), columns["rule"], columns["decided"])
    left = zip(*(columns[name] for name in ("state", "open", "released")), strict=True)
    cells: dict[str, Iterable[Any]] = {
        **{name: columns[name] for name in ("gap", "minutes", "made_up", "released", "open")},
        **dict(zip(_JUDGED, zip(*judged, strict=True) if order else [()] * len(_JUDGED), strict=True)),
        "place": range(len(order)),
        "service_id": map(table.service_id.__getitem__, services),
        "student_id": map(table.student_id.__getitem__, services),
        "service_type": map(table.service_type.__getitem__, services),
        "session_id": (session_id[source] if source != NONE else None for source in sources),
        "missed_on": map(date, columns["day"]),
        "reason": map(REASONS.__getitem__, columns["reason"]),
        "reason_from": map(partial(_reason_from, coded), sources, slots, marks),
        "inferred": map(bool, columns["inferred"]),
        "planned_by": (PLANNED_BY[mark // PLANNED_MARK] if mark != NONE else None for mark in marks),
        "disposition": dispositions,
        "due_by": due_by,
        "status": map(partial(status_of, as_of), dispositions, left, due_by),
        "start_time": (slot.start_time if slot else None for slot in slots),
    }
    return rows_from(Miss, cells)


_JUDGED: Final = ("judged_by", "rule", "citation", "verification", "determination_id")


def _judged(coded: CodedBook, place: int, decided: int) -> tuple[Rule | None, str, str | None, str | None, str | None]:
    """Return the rule that judged a miss and its name, citation, how far that is verified, the determination's id."""
    if place == CREDITED:
        return None, MADE_UP_RULE, None, None, None
    rule = coded.rules.rules[place]
    if decided != NONE:
        determination, citation = determination_of(coded, decided)
        return rule, f"determination {determination}", citation, None, determination
    if rule is None:
        return None, "silent", None, None, None
    return rule, rule.name, rule.citation, rule.verification, None


def _reason_from(coded: CodedBook, source: int, slot: EmptySlot | None, mark: int) -> ReasonFrom:
    if slot is not None:
        return "nothing" if slot.reason == UNRECORDED else "inferred"
    if source == NONE:
        return "nothing"
    is_written = coded.roster.records.sessions.reason[source] is not None
    return "row" if is_written or mark & WITHOUT_REASON else "absences"


STATUS_OF_STATE: Final[dict[int, Status]] = {PENDING: "pending", NOT_DUE: "not_due", CURED: "cured"}
"""The status of a miss with 0 minutes, by `Miss.state`."""


def status_of(
    as_of: dt.date, disposition: Disposition | None, left: tuple[int, int, int], due_by: dt.date | None
) -> Status:
    """Return the status of a miss (ledger.md, 7).

    Args:
        as_of: The as-of date.
        disposition: What follows; None where its minutes are 0.
        left: Its `Miss.state`, and its minutes that are open and released.
        due_by: The last day to make it up, if there is one.
    """
    state, still_open, released = left
    if disposition is None:
        return STATUS_OF_STATE[state]
    if disposition != "owed":
        return disposition
    if still_open > 0:
        return "overdue" if due_by is not None and due_by < as_of else "open"
    return "released" if released > 0 else "made_up"


def determination_of(coded: CodedBook, decided: int) -> tuple[str, str]:
    """Return the id of a determination, by its place among those that hold, and how it is cited."""
    table, place = coded.roster.records.determinations, coded.sparse.determinations[decided]
    by, on = table.decided_by[place], table.decided_on[place]
    known = [part for part in (by, on.isoformat() if on else None) if part]
    return table.determination_id[place], ", ".join(["Determination on record", *known])
