"""What each weekday costs: school days and closed days by the calendars, lost minutes by the log."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from makegood.calendars import calendars_of, date_of, day_number
from makegood.ledger import log_of
from makegood.records import Records
from makegood.statements.log_rows import LogRow, log_rows
from makegood.terms.reasons import PARTIES
from makegood.terms.weekdays import WEEKDAYS

EDGES: Final = (0, 4)
"""Monday and Friday: schools are often advised to avoid them."""
MIDDLE: Final = (1, 2, 3)
THOUSAND: Final = 1000
FEW: Final = 200
"""Sessions on either side below which the sentence warns most plainly."""


@dataclass(frozen=True, slots=True)
class CalendarWeekday:
    """One weekday of one calendar, in the days of its `year` terms."""

    calendar_id: str
    weekday: int
    school_days: int
    closed_days: int


@dataclass(slots=True)
class Lost:
    """Regular sessions planned, and the minutes of them that were not held on their day.

    Attributes:
        inferred: Those of the sessions that only the schedule shows.
        lost: Minutes planned and not held, whether or not they were made up later.
        by_party: The same by whom the reason belongs to.
    """

    sessions: int = 0
    inferred: int = 0
    planned: int = 0
    lost: int = 0
    by_party: Counter[str] = field(default_factory=Counter)

    def add(self, row: LogRow) -> None:
        """Add a row."""
        self.sessions += 1
        self.inferred += row.inferred
        self.planned += row.planned
        self.lost += row.gap
        self.by_party[row.party] += row.gap

    def per_thousand(self) -> int | None:
        """Return lost minutes of 1,000 planned, to the nearest whole, half up; None if none was planned."""
        return (2 * THOUSAND * self.lost + self.planned) // (2 * self.planned) if self.planned else None

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON prints them."""
        return {
            "sessions": self.sessions,
            "inferred": self.inferred,
            "planned": self.planned,
            "lost": self.lost,
            "lost_by_party": {party: self.by_party[party] for party in PARTIES if self.by_party[party]},
            "lost_per_1000": self.per_thousand(),
        }


@dataclass(frozen=True, slots=True)
class Weekdays:
    """The cost of weekdays.

    Attributes:
        calendars: Each calendar's weekdays, Monday first.
        days: The log by weekday; only weekdays that have sessions.
        edges: Mondays and Fridays together.
        middle: Tuesdays to Thursdays together.
        edges_open: Mondays and Fridays without what was lost to the calendar (closed days).
        middle_open: Tuesdays to Thursdays likewise.
    """

    calendars: list[CalendarWeekday]
    days: dict[int, Lost]
    edges: Lost
    middle: Lost
    edges_open: Lost
    middle_open: Lost

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON prints them, with what they come to in words."""
        return {
            "calendars": [
                {
                    "calendar_id": row.calendar_id,
                    "weekday": WEEKDAYS[row.weekday],
                    "school_days": row.school_days,
                    "closed_days": row.closed_days,
                }
                for row in self.calendars
            ],
            "weekdays": [{"weekday": WEEKDAYS[weekday], **lost.as_dict()} for weekday, lost in self.days.items()],
            "monday_friday": self.edges.as_dict(),
            "tuesday_to_thursday": self.middle.as_dict(),
            "monday_friday_without_closed_days": self.edges_open.as_dict(),
            "tuesday_to_thursday_without_closed_days": self.middle_open.as_dict(),
            "in_words": sentences(self),
        }


def weekdays_of(records: Records, as_of: dt.date) -> Weekdays:
    """Return what each weekday costs, by the calendars and by the log up to a day."""
    days: dict[int, Lost] = {}
    edges, middle, edges_open, middle_open = Lost(), Lost(), Lost(), Lost()
    for row in log_rows(log_of(records, as_of)):
        if row.kind != "regular" or not row.planned:
            continue
        weekday = row.date.weekday()
        days.setdefault(weekday, Lost()).add(row)
        whole, without = (edges, edges_open) if weekday in EDGES else (middle, middle_open)
        if weekday in (*EDGES, *MIDDLE):
            whole.add(row)
            if row.party != "calendar" or not row.gap:
                without.add(row)
    return Weekdays(list(_calendars(records)), dict(sorted(days.items())), edges, middle, edges_open, middle_open)


def _calendars(records: Records) -> list[CalendarWeekday]:
    found = []
    calendars = calendars_of(records)
    for calendar_id in sorted(set(records.terms.calendar_id)):
        calendar = calendars.of(calendar_id)
        open_days: Counter[int] = Counter()
        closed_days: Counter[int] = Counter()
        covered = {day for term in calendar.terms if term.kind == "year" for day in range(term.start, term.end + 1)}
        for number in covered:
            day = date_of(number)
            if calendar.is_school_day(day):
                open_days[day.weekday()] += 1
            elif calendar.count(calendar.year, day_number(day), day_number(day)):
                closed_days[day.weekday()] += 1
        found += [
            CalendarWeekday(calendar_id, weekday, open_days[weekday], closed_days[weekday])
            for weekday in range(len(WEEKDAYS))
            if open_days[weekday] or closed_days[weekday]
        ]
    return found


def rate_in_words(lost: Lost) -> str:
    """Return lost minutes of every 1,000 planned; a dash if none was planned."""
    rate = lost.per_thousand()
    return "-" if rate is None else f"{rate:,}"


def sentences(found: Weekdays) -> list[str]:
    """Say whether Mondays and Fridays lose more here, and on how much that rests."""
    fewest = min(found.edges.sessions, found.middle.sessions)
    if not fewest:
        return ["Mondays and Fridays cannot be compared with the days between: on one side there are no sessions."]
    first = (
        f"Mondays and Fridays {_more(found.edges, found.middle)}: {rate_in_words(found.edges)} of every 1,000 "
        f"planned minutes ({found.edges.sessions:,} sessions) against {rate_in_words(found.middle)} on Tuesdays to "
        f"Thursdays ({found.middle.sessions:,} sessions)."
    )
    lines = [first]
    if found.edges_open.planned and found.middle_open.planned:
        lines.append(
            f"Leaving out what was lost to closed days, they {_more(found.edges_open, found.middle_open)}: "
            f"{rate_in_words(found.edges_open)} against {rate_in_words(found.middle_open)}."
        )
    inferred = sum(lost.inferred for lost in found.days.values())
    if inferred:
        lines.append(f"{inferred:,} of these sessions are inferred from the weekly slots: nothing is logged for them.")
    lines.append(
        (f"This rests on few sessions ({fewest:,} on the smaller side). " if fewest < FEW else "")
        + "These are counts of what is on record up to now. They cannot say whether the next months go the same way."
    )
    return lines


def _more(edges: Lost, middle: Lost) -> str:
    """Compare two rates exactly."""
    one, other = edges.lost * middle.planned, middle.lost * edges.planned
    return "lost as much here" if one == other else "lost more here" if one > other else "lost less here"
