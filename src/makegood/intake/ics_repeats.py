"""The days on which a calendar's entries repeat, within a school year and within limits."""

import datetime as dt
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import icalendar
import recurring_ical_events

from makegood.files.limits import ICS_OF_A_FILE, ICS_OF_A_RULE
from makegood.intake.ics_days import day_of, days_of, is_whole
from makegood.intake.ics_lines import BROKEN, Entry
from makegood.intake.ics_rules import WITHIN_A_DAY, refusal, rules_of, steps
from makegood.terms.findings import Finding, Origin

_MOST_STEPS: Final = 200_000
"""So many days may be tried for all rules of a file: about two seconds."""
_OF_A_LISTED_DAY: Final = 20
"""A day that is listed takes as long as so many that are tried."""
_NUMBER: Final = "X-MAKEGOOD-ENTRY"
_DAY: Final = dt.timedelta(days=1)


@dataclass(slots=True)
class Occurrence:
    """One time that an entry happens, with its first and last day."""

    entry: Entry
    first: dt.date
    last: dt.date


def is_repeated(entry: Entry) -> bool:
    """Return whether an entry repeats, or stands for one time of an entry that does."""
    return any(name in entry.event for name in ("RRULE", "RDATE", "RECURRENCE-ID", "EXRULE"))


def repeats(
    entries: Iterable[Entry], within: tuple[dt.date, dt.date], zone: Any, file: str
) -> tuple[list[Occurrence], list[Finding]]:
    """Write repeated entries out.

    Args:
        entries: Entries that repeat, with those that stand for one of their times.
        within: The first and last day to write out.
        zone: The calendar's time zone, or None.
        file: The file's name.

    Returns:
        Each time, and a warning for each rule that was left out or cut.
    """
    series: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        series[str(entry.event.get("UID", f"entry without id in line {entry.line}"))].append(entry)
    found: list[Occurrence] = []
    findings: list[Finding] = []
    tried = 0.0
    for group in series.values():
        refused = [_refusal(entry, file) for entry in group]
        findings += [finding for finding in refused if finding]
        kept = [entry for entry, finding in zip(group, refused, strict=True) if not finding]
        only_first = [entry for entry, finding in zip(group, refused, strict=True) if finding]
        more = sum(_steps(entry, within[1]) for entry in kept) * len(_windows(within))
        if tried + more > _MOST_STEPS or len(found) >= ICS_OF_A_FILE:
            findings.append(_too_many(file, group[0].line))
            only_first, kept = group, []
        tried += more if kept else 0
        try:
            occurrences = _written_out(kept, within, zone) if kept else []
        except BROKEN:
            says = "It cannot be read on which days this entry repeats. Only its first day was read."
            findings.append(Finding("warning", "rule_left_out", says, Origin(file, group[0].line)))
            only_first, kept, occurrences = group, [], []
        findings += _cuts(kept, occurrences, within, file)
        found += occurrences[: max(0, min(ICS_OF_A_RULE, ICS_OF_A_FILE - len(found)))]
        found += [_first_day(entry, zone) for entry in only_first if not _is_cancelled(entry)]
    return found, findings


def _first_day(entry: Entry, zone: Any) -> Occurrence:
    """Return an entry's own days, to be looked at twice."""
    entry.damaged = True
    return Occurrence(entry, *days_of(entry.event, zone))


def _is_cancelled(entry: Entry) -> bool:
    return str(entry.event.get("STATUS", "")).upper() == "CANCELLED"


def _refusal(entry: Entry, file: str) -> Finding | None:
    says = refusal(entry.event)
    return Finding("warning", "rule_left_out", says, Origin(file, entry.line)) if says else None


def _steps(entry: Entry, last: dt.date) -> float:
    listed = sum(len(list(_listed(entry.event.get(name)))) for name in ("RDATE", "EXDATE"))
    days = max(0, last.toordinal() - entry.event["DTSTART"].dt.toordinal())
    return steps(entry.event, days) + listed * _OF_A_LISTED_DAY


def _written_out(group: list[Entry], within: tuple[dt.date, dt.date], zone: Any) -> list[Occurrence]:
    """Return each time within the days, those that were cancelled left out."""
    calendar = icalendar.Calendar()
    for number, entry in enumerate(group):
        calendar.add_component(_in_days(entry.event, number, within[1], zone))
    events: list[Any] = []
    with warnings.catch_warnings():
        # A number of times and a last day together are unusual, and safe: whichever comes first.
        warnings.simplefilter("ignore", DeprecationWarning)
        repeated = recurring_ical_events.of(calendar)
        for begin, end in _windows(within):
            events += repeated.between(begin, end + _DAY)
            if len(events) > ICS_OF_A_RULE:
                break
    found = [
        Occurrence(group[int(event[_NUMBER])], event["DTSTART"].dt, event["DTEND"].dt - _DAY)
        for event in events
        if not _is_cancelled(group[int(event[_NUMBER])])
    ]
    # An entry of several days is found in each window that it touches.
    unique = {(one.first, one.last, one.entry.line): one for one in found}
    return sorted(unique.values(), key=lambda one: one.first)


def _windows(within: tuple[dt.date, dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Return the days in parts, in each of which a daily rule comes to no more than a rule may."""
    first, last = within[0].toordinal(), within[1].toordinal()
    parts = [(at, min(last, at + ICS_OF_A_RULE - 1)) for at in range(first, last + 1, ICS_OF_A_RULE)]
    return [(dt.date.fromordinal(begin), dt.date.fromordinal(end)) for begin, end in parts]


def _in_days(event: Any, number: int, last_day: dt.date, zone: Any) -> Any:
    """Return an entry whose times are all days, with a rule that ends on the last day at the latest."""
    whole = is_whole(event)
    first, last = days_of(event, zone)
    plain = icalendar.Event()
    plain.add("UID", str(event.get("UID", number)))
    plain.add(_NUMBER, str(number))
    plain.add("DTSTART", first)
    plain.add("DTEND", last + _DAY)
    if "SEQUENCE" in event:
        plain.add("SEQUENCE", int(event["SEQUENCE"]))
    if "RECURRENCE-ID" in event:
        plain.add("RECURRENCE-ID", day_of(event["RECURRENCE-ID"].dt, zone, whole=whole))
    for rule in rules_of(event):
        parts = {name: values for name, values in rule.items() if name not in (*WITHIN_A_DAY, "UNTIL")}
        ends = [_day_of_end(until, event["DTSTART"].dt, zone, whole=whole) for until in rule.get("UNTIL", [])]
        plain.add("RRULE", icalendar.vRecur(parts | {"UNTIL": [min([*ends, last_day])]}))
    for name in ("RDATE", "EXDATE"):
        for day in _listed(event.get(name)):
            plain.add(name, day_of(day, zone, whole=whole))
    return plain


def _day_of_end(until: dt.date, start: dt.date, zone: Any, *, whole: bool) -> dt.date:
    """Return the last day of a rule; the standard writes it in UTC though the entry is in its own zone."""
    own = start.tzinfo if isinstance(start, dt.datetime) else None
    if isinstance(until, dt.datetime) and until.tzinfo is not None and own is not None and str(own) != "UTC":
        return until.astimezone(own).date()
    return day_of(until, zone, whole=whole)


def _listed(value: Any) -> Iterator[dt.date]:
    """Yield the moments of RDATE or EXDATE; of a period, its beginning."""
    for each in value if isinstance(value, list) else filter(None, [value]):
        for one in each.dts:
            yield one.dt[0] if isinstance(one.dt, tuple) else one.dt


def _cuts(
    group: list[Entry], occurrences: list[Occurrence], within: tuple[dt.date, dt.date], file: str
) -> Iterator[Finding]:
    """Yield what was not written out of rules that were read."""
    if len(occurrences) > ICS_OF_A_RULE:
        says = f"This entry repeats more than {ICS_OF_A_RULE:,} times. The days after these were left out."
        yield Finding("warning", "repeats_too_often", says, Origin(file, group[0].line))
    for entry in group:
        if any("UNTIL" not in rule and "COUNT" not in rule for rule in rules_of(entry.event)):
            says = f"This entry repeats without an end. It was written out from {within[0]} to {within[1]}."
            yield Finding("warning", "repeats_without_end", says, Origin(file, entry.line))


def _too_many(file: str, line: int) -> Finding:
    says = f"The entries that repeat come to too many days (at most {ICS_OF_A_FILE:,}): of this one the first only."
    return Finding("warning", "repeats_too_often", says, Origin(file, line))
