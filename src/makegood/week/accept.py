"""What becomes the schedule when a week is accepted, and how it is written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from makegood.calendars import date_of, day_number, monday_of
from makegood.calendars.days import WEEK
from makegood.files.commit import Change, commit
from makegood.files.lock import Lock
from makegood.files.seen import Seen
from makegood.log import Log
from makegood.planner.accept.write import there
from makegood.records import Records, Schedule
from makegood.terms.clock import clock
from makegood.terms.findings import Finding, Origin
from makegood.week.caseload import Need, Slot
from makegood.week.gather import caseload_of
from makegood.week.pattern import DAYS, Pattern
from makegood.week.present import present_of
from makegood.week.schedule_file import with_changes
from makegood.week.verify import SENTENCES, verify
from makegood.week.week_json import Proposed

_ONE_DAY: Final = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is to be written to the schedule.

    Attributes:
        slots: The slots that are new.
        already: How many of the week's slots are in the schedule already.
        rows: The rows to add.
        until: Rows that end on the day before the week, by their numbers.
        out: The numbers of rows that go: they would begin on its first day or later.
    """

    slots: tuple[Slot, ...]
    already: int
    rows: tuple[dict[str, str], ...]
    until: dict[int, str]
    out: frozenset[int]


def agreed_of(
    records: Records,
    week: Proposed,
    *,
    providers: Collection[str] = (),
    students: Collection[str] = (),
) -> tuple[Agreed | None, list[Finding]]:
    """Check that a week still fits the records, and return what changes in the schedule.

    Args:
        records: The records as they are now.
        week: The week.
        providers: Only these providers' slots; none named: all.
        students: Only these students' slots, with the others in the group; none named: all.
    """
    first, slots, others = week.first, week.slots, week.others
    services = {slot.service_id for slot in slots} | others
    # What the log told then about lengths and groups holds for this week, whatever was logged since.
    caseload, findings = caseload_of(records, week.as_of, first, services=services, keep=week.keep)
    needs = caseload.need()
    gone = sorted(services - needs.keys())
    if gone:
        says = f"Service {gone[0]} has no session to schedule from {first} on as the records are now."
        return None, [*findings, _broken(says, "a week made from these records")]
    broken = verify(caseload, slots)
    if broken:
        findings += [_broken(f"The week no longer fits. {each.says}", SENTENCES[each.rule]) for each in broken]
        return None, findings
    chosen = _chosen(slots, needs, set(providers), set(students))
    named = {slot.service_id for slot in chosen} | (set() if providers or students else others)
    log = Log(records)
    now = set(_present(log, first, named))
    new = tuple(slot for slot in chosen if slot not in now)
    until, out = _ends(log, first, now - set(chosen))
    rows = tuple(row for slot in new for row in _rows(slot, needs[slot.service_id], first))
    return Agreed(new, len(chosen) - len(new), rows, until, frozenset(out)), findings


def write_agreed(held: Lock, command: str, agreed: Agreed, seen: Seen) -> tuple[Path | None, list[Finding]]:
    """Write the changes into the schedule of a locked folder, all or none; return the file, and an error if none."""
    path, old, findings = there(held, Schedule)
    if findings:
        return None, findings
    new, findings = with_changes(path, old, until=agreed.until, out=agreed.out, rows=agreed.rows)
    findings = findings or commit(held, command, [Change(path, old, new)], seen)
    return (None, findings) if findings else (path, [])


def _chosen(slots: Sequence[Slot], needs: dict[str, Need], providers: set[str], students: set[str]) -> list[Slot]:
    """Return the slots that are asked for; whole groups, so that none is taken apart."""
    wanted = {
        (slot.provider_id, slot.pattern, slot.start)
        for slot in slots
        if (not providers or slot.provider_id in providers)
        and (not students or needs[slot.service_id].student_id in students)
    }
    return [slot for slot in slots if (slot.provider_id, slot.pattern, slot.start) in wanted]


def _present(log: Log, first: dt.date, services: Collection[str]) -> Iterator[Slot]:
    place = log.records.services.index()
    for service_id in sorted(services):
        yield from present_of(log, place[service_id], day_number(first)).now


def _ends(log: Log, first: dt.date, ending: Collection[Slot]) -> tuple[dict[int, str], set[int]]:
    """Return the rows of slots that end, with their last day, and those that go since they have not begun."""
    table, place = log.records.schedule, log.records.services.index()
    day = day_number(first)
    keys: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for slot in ending:
        pattern = slot.pattern
        keys[slot.service_id].add((pattern.cycle, pattern.day, slot.start, slot.minutes, slot.provider_id))
    until: dict[int, str] = {}
    out: set[int] = set()
    for service_id in sorted(keys):
        facts = log.services.of(place[service_id])
        usual = log.records.services.provider_id[place[service_id]]
        for row in log.slots.of(facts) if facts else ():
            weekday = row.weekday if row.weekday is not None else row.cycle_day
            key = (row.cycle or 0, weekday, row.start_time, row.minutes, row.provider_id or usual or "")
            if key not in keys[service_id] or row.last < day:
                continue
            begins = table.from_[row.place] or date_of(row.first)
            if begins >= first:
                out.add(table.row[row.place])
            else:
                until[table.row[row.place]] = (first - _ONE_DAY).isoformat()
    return until, out


def _rows(slot: Slot, need: Need, first: dt.date) -> Iterator[dict[str, str]]:
    """Yield the rows of a slot: one, or one for each week of its block."""
    pattern = slot.pattern
    day = (
        {"cycle_day": str(pattern.day), "cycle": str(pattern.cycle)}
        if pattern.cycle
        else {"weekday": DAYS[pattern.day]}
    )
    for begins in _begins(pattern, need, first):
        row = {
            "service_id": slot.service_id,
            **day,
            "start_time": clock(slot.start),
            "minutes": str(slot.minutes),
            "provider_id": slot.provider_id,
            "from": begins.isoformat(),
        }
        if pattern.every > 1:
            row["every"] = str(pattern.every)
        if need.until is not None:
            row["until"] = need.until.isoformat()
        yield row


def _begins(pattern: Pattern, need: Need, first: dt.date) -> Iterator[dt.date]:
    """Yield the first day of each row: in the first week of its rhythm on or after the need begins."""
    monday = monday_of(day_number(first))
    begin = day_number(need.first)
    if pattern.every == 1:
        yield need.first
        return
    for phase in pattern.phases():
        week = phase
        while monday + WEEK * week + WEEK - 1 < begin:
            week += pattern.every
        yield date_of(max(monday + WEEK * week, begin))


def _broken(says: str, expected: str) -> Finding:
    return Finding("error", "week_breaks_a_rule", says, Origin("week"), expected=expected.rstrip("."))
