"""A week as JSON, and back: the form in which `makegood accept` takes it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from makegood.files.json_file import read_json
from makegood.files.refusal import Refusal
from makegood.plans.plan_fields import Fields
from makegood.terms.clock import clock
from makegood.terms.findings import Finding
from makegood.week.caseload import Slot
from makegood.week.pattern import DAYS, Pattern
from makegood.week.week import Week

KIND: Final = "week"
"""What the file calls itself, so that it is not taken for a plan of make-ups."""


def week_json(week: Week) -> dict[str, Any]:
    """Return a week for JSON: times as HH:MM, weeks of a block counted from the week of `from`, 0 first."""
    summary = week.summary
    return {
        "from": week.first.isoformat(),
        "kind": KIND,
        "as_of": week.as_of.isoformat(),
        "keep": week.keep,
        "summary": {
            "sessions": summary.sessions,
            "placed": summary.placed,
            "minutes": summary.minutes,
            "minutes_placed": summary.minutes_placed,
            "bound": summary.bound,
            "proved": summary.proved,
            "present": summary.before,
            "moved": summary.moved,
            "fewest_moved": summary.fewest_moved,
            "verified": week.verified,
        },
        "slots": [slot_json(slot) for slot in week.slots],
        "moved": [slot_json(slot) for slot in week.moved],
        "ended": [slot_json(slot) for slot in week.ended],
        "unplaced": [
            {
                "service_id": each.service_id,
                "student_id": each.student_id,
                "service_type": each.service_type,
                "school_id": each.school_id,
                "sessions": each.sessions,
                "of": each.of,
                "minutes": each.minutes,
                "why": each.why,
                "detail": each.detail,
                "elsewhere": each.elsewhere,
            }
            for each in week.unplaced
        ],
        "providers": [
            {
                "provider_id": each.provider_id,
                "at_work": each.at_work,
                "sessions": each.sessions,
                "travel": each.travel,
                "documentation": each.documentation,
                "free": each.free,
                "owed_per_1000": each.rate,
                "make_ups_need": each.make_ups,
                "rate_of": each.rate_of,
                "holds": each.holds,
            }
            for each in week.reserves
        ],
    }


def slot_json(slot: Slot) -> dict[str, Any]:
    """Return a slot for JSON."""
    pattern = slot.pattern
    day: dict[str, Any] = (
        {"cycle_day": pattern.day, "cycle": pattern.cycle} if pattern.cycle else {"weekday": DAYS[pattern.day]}
    )
    if pattern.every > 1:
        day |= {"every": pattern.every, "weeks": list(pattern.phases())}
    return {
        "service_id": slot.service_id,
        **day,
        "start_time": clock(slot.start),
        "minutes": slot.minutes,
        "provider_id": slot.provider_id,
    }


def is_week(path: Path) -> bool:
    """Return whether a file of JSON calls itself a week."""
    value = read_json(path)
    return isinstance(value, dict) and value.get("kind") == KIND


@dataclass(frozen=True, slots=True)
class Proposed:
    """A week as it was read.

    Attributes:
        first: Its first day.
        as_of: The day of its log.
        slots: Its slots.
        others: Services that have lost theirs.
        keep: Whether current slots were kept where they are.
    """

    first: dt.date
    as_of: dt.date
    slots: tuple[Slot, ...]
    others: frozenset[str]
    keep: bool = False


def read_week(path: Path) -> tuple[Proposed | None, list[Finding]]:
    """Return a week that `makegood schedule` wrote, and what cannot be used of it."""
    value = read_json(path)
    if isinstance(value, Refusal):
        return None, [value.finding(path.name)]
    fields = Fields(path.name, value if isinstance(value, dict) else {})
    first, as_of = fields.date("from"), fields.date("as_of")
    slots = tuple(_slot(each) for each in fields.each("slots", needed=True))
    others = {each.id("service_id") for name in ("moved", "ended") for each in fields.each(name, needed=False)}
    named = others - {slot.service_id for slot in slots}
    week = Proposed(first, as_of, slots, frozenset(named), fields.value.get("keep") is True)
    return (None if fields.findings else week), fields.findings


def _slot(fields: Fields) -> Slot:
    weekday, every = fields.value.get("weekday"), fields.value.get("every", 1)
    if weekday is None:
        pattern = Pattern(fields.minutes("cycle_day"), fields.minutes("cycle"))
        if pattern.day > pattern.cycle:
            fields.refuse("cycle_day", f"1 to {pattern.cycle}")
    else:
        if weekday not in DAYS:
            fields.refuse("weekday", ", ".join(DAYS))
        day = DAYS.index(weekday) if weekday in DAYS else 0
        pattern = Pattern(day) if every == 1 else _rhythm(fields, day)
    return Slot(
        service_id=fields.id("service_id"),
        pattern=pattern,
        start=fields.time("start_time"),
        minutes=fields.minutes("minutes"),
        provider_id=fields.id("provider_id"),
    )


def _rhythm(fields: Fields, day: int) -> Pattern:
    every, found = fields.minutes("every"), fields.value.get("weeks")
    weeks = found if isinstance(found, list) and all(type(week) is int and 0 <= week < every for week in found) else []
    begins = [week for week in weeks if (week - 1) % every not in weeks]
    if len(begins) != 1 or len(set(weeks)) != len(weeks):
        fields.refuse("weeks", f"weeks on end, each from 0 to {every - 1}")
        return Pattern(day)
    return Pattern(day, every=every, held=len(weeks), phase=begins[0])
