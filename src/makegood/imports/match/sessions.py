"""Which row of the log a session is already: by service, day and time, never by its place in the file."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from makegood.log.kinds import kinds_of
from makegood.records import Records

_OURS: Final = re.compile(r"L-(\d{4,})$", re.ASCII)


@dataclass(slots=True)
class Row:
    """A row of the log, on record or to be written.

    Attributes:
        id: The session_id; blank for one that has none yet.
        service: The service_id.
        date: The day.
        minutes: Minutes given.
        planned: Minutes planned.
        start: When it began.
        reason: Why minutes were missed, as it is written.
        kind: `make_up` or `compensatory`, or None for a regular session.
        makeup_day: The day of the miss that it makes up.
        makeup_for: The session_id of that miss, once it is known.
        award: The award_id that it is given under.
        source: Which file, sheet and row it comes from.
        reason_words: The reason as the file says it, word for word.
    """

    id: str
    service: str
    date: dt.date
    minutes: int
    planned: int | None = None
    start: int | None = None
    reason: str | None = None
    kind: str | None = None
    makeup_day: dt.date | None = None
    makeup_for: str | None = None
    award: str | None = None
    provider: str | None = None
    group_size: int | None = None
    setting: str | None = None
    note: str | None = None
    source: str | None = None
    corrects: str | None = None
    recorded_by: str | None = None
    entered_at: str | None = None
    reason_words: str | None = None

    @property
    def says(self) -> tuple[object, ...]:
        """What the row says of the session: two rows that say the same are the same."""
        return (self.minutes, self.planned, self.reason, self.kind or "regular", self.makeup_day, self.award)

    @property
    def file(self) -> str:
        """The file that the row comes from."""
        return (self.source or "").partition(", ")[0]


@dataclass(slots=True)
class Again:
    """What came of comparing an import with the log.

    Attributes:
        new: Rows to add.
        same: How many rows are there already.
        changed: Each row that is to be corrected, with the row that takes its place.
        gone: Rows on record from these files that the files no longer have.
        differs: Rows of another origin that say another thing of the same session.
    """

    new: list[Row] = field(default_factory=list)
    same: int = 0
    changed: list[tuple[Row, Row]] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    differs: list[tuple[Row, Row]] = field(default_factory=list)


def rows_on_record(records: Records) -> list[Row]:
    """Return the rows of the log that no other row corrects."""
    table, kinds = records.sessions, kinds_of(records.sessions)
    corrected = {id_ for id_ in table.corrects if id_}
    day_of = dict(zip(table.session_id, table.date, strict=True))
    return [
        Row(
            id_, table.service_id[at], table.date[at], table.minutes_delivered[at], table.minutes_planned[at],
            table.start_time[at], table.reason[at], None if kinds[at] == "regular" else kinds[at],
            day_of.get(table.makeup_for[at] or ""), table.makeup_for[at], table.award_id[at], table.provider_id[at],
            table.group_size[at], table.setting[at], table.note[at], table.source[at],
        )
        for at, id_ in enumerate(table.session_id)
        if id_ not in corrected
    ]  # fmt: skip


def compare(found: Sequence[Row], on_record: Sequence[Row], files: Iterable[str]) -> Again:
    """Compare the rows of an import with those on record.

    Rows of one service and day belong together by their time; those without a time by what they say. A row from one
    of the files of this import that says another thing is corrected; one of another origin is only named.

    Args:
        found: The rows of the import, in order.
        on_record: The rows of the log that count.
        files: The names of the files of this import.
    """
    own = frozenset(files)
    again = Again()
    before: defaultdict[tuple[str, dt.date], list[Row]] = defaultdict(list)
    for row in on_record:
        before[row.service, row.date].append(row)
    now: defaultdict[tuple[str, dt.date], list[Row]] = defaultdict(list)
    for row in found:
        now[row.service, row.date].append(row)
    for key, rows in now.items():
        _day(rows, before.pop(key, []), own, again)
    again.gone += [row for rows in before.values() for row in rows if row.file in own]
    return again


def _day(rows: list[Row], before: list[Row], own: frozenset[str], again: Again) -> None:
    """Compare the rows of one service and day."""
    if not before:
        again.new += rows
        return
    left, there = list(rows), list(before)
    for alike in (_same_whole, _same_time_and_words, _same_time):
        for row in list(left):
            match = next((other for other in there if alike(row, other)), None)
            if match is None:
                continue
            left.remove(row)
            there.remove(match)
            if row.says == match.says and (row.start == match.start or row.start is None or match.start is None):
                again.same += 1
            elif match.file in own:
                again.changed.append((match, row))
            else:
                again.differs.append((match, row))
    if len(left) == 1 and len(there) == 1 and _may_be_one(left[0], there[0], own):
        pair = (there.pop(), left.pop())
        (again.changed if pair[0].file in own else again.differs).append(pair)
    elif left and any(row.file in own for row in there):
        # Several sessions of one day differ, and nothing tells which became which.
        again.differs += [(there[0], row) for row in left]
        return
    again.new += left
    again.gone += [row for row in there if row.file in own]


def _may_be_one(row: Row, other: Row, own: frozenset[str]) -> bool:
    """Return whether the one session of a day is the one that is on record: another time is another session."""
    return other.file in own or row.start is None or other.start is None


def _same_whole(row: Row, other: Row) -> bool:
    return row.start == other.start and row.says == other.says


def _same_time_and_words(row: Row, other: Row) -> bool:
    return (row.start is None or other.start is None) and row.says == other.says


def _same_time(row: Row, other: Row) -> bool:
    return row.start is not None and row.start == other.start


def leave_away(new: Iterable[Row], taken_back: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows of an import that are to be added, and those that say what somebody took back.

    A row that says another thing by now is to be added: the file knows more than it did.

    Args:
        new: The rows that are not on record.
        taken_back: Rows that were on record and were taken back.
    """
    away = Counter((row.service, row.date, row.start, row.says) for row in taken_back)
    added: list[Row] = []
    left: list[Row] = []
    for row in new:
        key = (row.service, row.date, row.start, row.says)
        (left if away[key] > 0 else added).append(row)
        away[key] -= 1
    return added, left


def numbered(records: Records, used: Iterable[str] = ()) -> Callable[[], str]:
    """Return a function that gives the next session_id that is free, also of those that were used before."""
    ids = (*records.sessions.session_id, *used)
    last = max((int(found.group(1)) for id_ in ids if (found := _OURS.match(id_))), default=0)

    def next_id() -> str:
        nonlocal last
        last += 1
        return f"L-{last:04d}"

    return next_id
