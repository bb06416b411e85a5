"""A provider's day: its slots, what is on record of each, and what waits from earlier days."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, Final

from makegood.answers.day import DayOfProvider, DayRow, DaySlot, Waiting, day_of_provider
from makegood.answers.school_days import school_day_before
from makegood.answers.unrecorded import NothingOnRecord, nothing_on_record
from makegood.records import Records
from makegood.web.access.asked import Asked, Child
from makegood.web.access.scope import children
from makegood.web.clock import local_day
from makegood.web.records.models import MODELS
from makegood.web.records.read import records_of_provider
from makegood.web.records.refs import refs_of
from makegood.web.records.taken_back import TakenBack, taken_back
from makegood.web.records.versions import holding
from makegood.web.today.held_on import held_on
from makegood.web.today.lines import Day, Group, Line
from makegood.web.today.reach import earliest
from makegood.web.typed import clock_in

BACK: Final = dt.timedelta(days=14)
"""So far back slots with nothing on record are shown."""
LOG: Final = dt.timedelta(days=45)
"""So far back the log is read for a day."""


def day_of(asked: Asked, date: dt.date) -> Day:
    """Return a provider's day."""
    provider = asked.relation.provider_id
    own = {child.student_id: child for child in children(asked.relation, asked.day)}
    since = min(date, asked.day) - LOG
    report = records_of_provider(provider, list(own), date, since)
    if report.records is None:
        return Day(date=date, refused=report.findings)
    found = day_of_provider(report.records, provider, date)
    empty = nothing_on_record(report.records, min(date, asked.day) - dt.timedelta(days=1), date - BACK)
    lines = _lines(report.records, found, own, asked)
    again = _to_note_again(report.records, own, provider, date)
    return Day(
        date=date,
        groups=_groups(_with_again(lines, [each for each in again if each.date == date], own, report.records)),
        waiting=_waiting(found, own),
        before=_before(empty, [each.date for each in again if each.date < date], provider, own),
        back=school_day_before(report.records, own, date, earliest(asked)),
        closed=bool(found.closed),
    )


def _lines(records: Records, found: DayOfProvider, own: dict[str, Child], asked: Asked) -> list[Line]:
    provider = asked.relation.provider_id
    services = refs_of("services", [slot.service_id for slot in found.slots])
    agreed = _agreed_refs(found) if any(slot.agreed for slot in found.slots) else {}
    keys: Counter[str] = Counter()
    rows = _rows([slot.row.session_id for slot in found.slots if slot.row])
    elsewhere = held_on(rows[row.session_id] for row in _short(found) if row.session_id in rows)
    signed = set(records.signatures.session_id)
    names = dict(zip(records.providers.provider_id, records.providers.name, strict=True))
    lines = []
    for slot in found.slots:
        row = slot.row
        key = f"{services[slot.service_id]}.{'' if slot.start_time is None else slot.start_time}"
        keys[key] += 1
        # A second row of one service at one time is distinguished by its place among them.
        key += f"+{keys[key]}" if keys[key] > 1 else ""
        other = row.provider_id if row and row.provider_id not in {None, provider} else None
        entry = rows.get(row.session_id) if row else None
        lines.append(
            Line(
                slot=slot,
                child=own[slot.student_id],
                key=key,
                row=entry.ref if entry else "",
                signed=row is not None and row.session_id in signed,
                by=names.get(other or "", other),
                agreed=agreed.get((slot.service_id, slot.start_time), "") if slot.agreed else "",
                just_noted=entry is not None
                and entry.entered_by == asked.person.ref
                and local_day(entry.entered_at) == asked.day,
                corrects=entry is not None and bool(entry.corrects),
                held_on=elsewhere.get(row.session_id, ()) if row else (),
            )
        )
    return lines


def _short(found: DayOfProvider) -> list[DayRow]:
    """Return the rows of sessions that were missed or short."""
    return [slot.row for slot in found.slots if slot.row and slot.row.delivered < slot.row.planned]


def _rows(sessions: Collection[str]) -> dict[str, Any]:
    """Return the rows of sessions that hold, by session_id."""
    held: Any = holding(MODELS["sessions"]).filter(session_id__in=sessions)
    return {row.session_id: row for row in held}


def _to_note_again(records: Records, own: dict[str, Child], provider: str, date: dt.date) -> list[TakenBack]:
    return [each for each in taken_back(records, own, date - BACK, date) if each.provider_id == provider]


def _with_again(lines: list[Line], again: list[TakenBack], own: dict[str, Child], records: Records) -> list[Line]:
    """Return the lines of a day with the sessions that are in no slot and were taken back to be noted again."""
    refs = refs_of("services", {each.service_id for each in again}) if again else {}
    found = {line.key: line for line in lines}
    for each in again:
        place = records.services.index()[each.service_id]
        slot = DaySlot(
            student_id=records.services.student_id[place],
            service_id=each.service_id,
            service_type=records.services.service_type[place],
            start_time=each.start_time,
            minutes=each.minutes,
            provider_id=each.provider_id,
            delivery=records.services.delivery[place],
            row=None,
        )
        key = f"{refs[each.service_id]}.{'' if each.start_time is None else each.start_time}"
        found.setdefault(key, Line(slot=slot, child=own[slot.student_id], key=key, again=each.ref))
    return sorted(found.values(), key=lambda line: (line.slot.start_time is None, line.slot.start_time or 0))


def _agreed_refs(found: DayOfProvider) -> dict[tuple[str, int | None], str]:
    rows: Any = holding(MODELS["pinned"]).filter(provider_id=found.provider_id, date=found.date.isoformat())
    return {(row.service_id, clock_in(row.start)): row.ref for row in rows}


def _waiting(found: DayOfProvider, own: dict[str, Child]) -> list[tuple[Waiting, Line]]:
    refs = refs_of("services", [each.service_id for each in found.waiting])
    return [
        (
            each,
            Line(
                slot=DaySlot(
                    student_id=each.student_id,
                    service_id=each.service_id,
                    service_type=each.service_type,
                    start_time=None,
                    minutes=each.length or 0,
                    provider_id=found.provider_id,
                    delivery=each.delivery,
                    row=None,
                ),
                child=own[each.student_id],
                key=f"{refs[each.service_id]}.new",
            ),
        )
        for each in sorted(found.waiting, key=lambda each: (own[each.student_id].short, each.service_id))
    ]


def _groups(lines: list[Line]) -> list[Group]:
    groups: dict[object, Group] = {}
    for line in lines:
        start = line.slot.start_time
        # Those without a time, and make-ups, are each their own.
        alone = start is None or line.slot.makeup_for is not None or line.slot.agreed
        key = line.key if alone else (start, line.slot.minutes)
        groups.setdefault(key, Group(start_time=start, minutes=line.slot.minutes)).lines.append(line)
    return list(groups.values())


def _before(
    empty: Sequence[NothingOnRecord], again: Sequence[dt.date], provider: str, own: dict[str, Child]
) -> Sequence[tuple[dt.date, int]]:
    days = Counter(slot.date for slot in empty if slot.provider_id == provider and slot.student_id in own)
    days.update(again)
    return sorted(days.items(), reverse=True)
