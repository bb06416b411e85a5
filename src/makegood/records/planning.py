"""Tables of time: when providers and students are free, how far schools lie apart, what is agreed already."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Final

from makegood.records.column import Table, column

USES: Final = ("core", "lunch", "recess", "special", "protected", "open", "class")
"""What a student's time is for; only `open` may be taken for a make-up, `open` and `class` for a regular session."""
WORK_USES: Final = ("work", "lunch", "meeting", "documentation", "duty")
"""What a provider's time is for; only in `work` may sessions be held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability(Table):
    """Time that providers have free for make-ups."""

    NAME: ClassVar[str] = "availability"
    SAYS: ClassVar[str] = (
        "Time that a provider has free for make-ups, by weekday or for one date. A row with a date also holds "
        "after the last bell, on a Saturday or in summer."
    )

    provider_id: list[str] = column("id", "The provider.", needed=True, refers="providers", example="P01")
    weekday: list[int | None] = column("weekday", "Every Monday, Tuesday, ... with school.", example="Monday")
    date: list[dt.date | None] = column("date", "Or one day only, with or without school.")
    start: list[int] = column("time", "From when.", needed=True, example="13:00")
    end: list[int] = column("time", "Until when.", needed=True, example="14:30")
    school_id: list[str | None] = column(
        "id", "At which school; blank: wherever travel times allow.", refers="schools", example="MRE"
    )
    first_day: list[dt.date | None] = column("date", "With a weekday: the first day on which it holds.")
    last_day: list[dt.date | None] = column("date", "With a weekday: the last day on which it holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel(Table):
    """How long the way between two schools takes."""

    NAME: ClassVar[str] = "travel"
    SAYS: ClassVar[str] = "Minutes from one school to another; the way back takes as long unless it has a row too."

    # `from` is a word of Python's own, so the column's field bears another name.
    from_: list[str] = column("id", "The school left.", needed=True, refers="schools", example="MRE")
    to: list[str] = column("id", "The school reached.", needed=True, refers="schools", example="MRM")
    minutes: list[int] = column("minutes", "Minutes on the way, door to door.", needed=True, example="15")


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentTimes(Table):
    """What students' time in the week is for."""

    NAME: ClassVar[str] = "student_times"
    SAYS: ClassVar[str] = (
        "What a student's week is for: one student's, a grade's or a whole school's. Only 'open' time may be taken for "
        "a make-up; a regular session may also take 'class' time. A student for whom no row says 'open' is open in "
        "school time that no row keeps."
    )

    student_id: list[str | None] = column("id", "One student.", refers="students", example="004217")
    school_id: list[str | None] = column("id", "Or everybody at this school.", refers="schools")
    grade: list[str | None] = column("text", "Only this grade of the school.")
    weekday: list[int | None] = column("weekday", "Monday, Tuesday, ...", example="Monday")
    cycle_day: list[int | None] = column("count", "Instead of a weekday: the day of the cycle (A and B are 1 and 2).")
    cycle: list[int | None] = column("count", "How many school days the cycle has (A and B days: 2).")
    start: list[int] = column("time", "From when.", needed=True, example="11:30")
    end: list[int] = column("time", "Until when.", needed=True, example="12:10")
    use: list[str] = column("text", "What the time is for.", needed=True, choices=USES, example="lunch")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours(Table):
    """When providers work, and what of that time is kept."""

    NAME: ClassVar[str] = "working_hours"
    SAYS: ClassVar[str] = (
        "When a provider works in a regular week, and where. Sessions are scheduled in 'work' time only, and never in "
        "their lunch, meetings, documentation or duties. A provider for whom no row says 'work' works from the first "
        "to the last bell."
    )

    provider_id: list[str] = column("id", "The provider.", needed=True, refers="providers", example="P01")
    weekday: list[int] = column("weekday", "Monday, Tuesday, ...", needed=True, example="Monday")
    start: list[int] = column("time", "From when.", needed=True, example="08:15")
    end: list[int] = column("time", "Until when.", needed=True, example="15:15")
    use: list[str] = column("text", "What the time is for.", needed=True, choices=WORK_USES, example="work")
    school_id: list[str | None] = column(
        "id", "At which school; blank: wherever travel times allow.", refers="schools", example="MRE"
    )
    from_: list[dt.date | None] = column("date", "First day of this row.")
    until: list[dt.date | None] = column("date", "Last day of this row.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bell(Table):
    """When the school day begins and ends."""

    NAME: ClassVar[str] = "bell"
    SAYS: ClassVar[str] = "The first and last bell of each weekday."

    school_id: list[str] = column("id", "The school.", needed=True, refers="schools", example="MRE")
    weekday: list[int] = column("weekday", "Monday, Tuesday, ...", needed=True, example="Monday")
    start: list[int] = column("time", "The first bell.", needed=True, example="08:15")
    end: list[int] = column("time", "The last bell.", needed=True, example="14:45")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits(Table):
    """Limits on make-ups and on a provider's week; nothing is assumed where a cell is blank."""

    NAME: ClassVar[str] = "limits"
    SAYS: ClassVar[str] = (
        "One row: the district's own limits. A blank cell is no limit. A row with a provider_id holds for that "
        "provider's week (direct_day to lunch), before the district's."
    )

    student_day: list[int | None] = column("count", "Make-up minutes a day for a student.", example="60")
    student_week: list[int | None] = column("count", "Make-up minutes a week for a student.", example="120")
    provider_day: list[int | None] = column("count", "Make-up minutes a day for a provider.")
    provider_week: list[int | None] = column("count", "Make-up minutes a week for a provider.")
    shortest: list[int | None] = column("count", "Minutes of the shortest make-up session.", example="15")
    longest: list[int | None] = column("count", "Minutes of the longest make-up session.", example="45")
    grade_span: list[int | None] = column(
        "number", "How many grades apart the students of one group may be (0: one grade).", example="1"
    )
    direct_day: list[int | None] = column("count", "Minutes of regular sessions a day for a provider.")
    direct_week: list[int | None] = column("count", "Minutes of regular sessions a week for a provider.")
    documentation: list[int | None] = column(
        "count", "Minutes of a provider's week that stay free for notes and preparation."
    )
    lunch: list[int | None] = column("count", "Minutes on end that stay free for a provider's lunch, 10:30 to 13:30.")
    provider_id: list[str | None] = column("id", "Only this provider's week.", refers="providers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned(Table):
    """Make-up sessions that are agreed: one row per session, student and missed session."""

    NAME: ClassVar[str] = "pinned"
    SAYS: ClassVar[str] = (
        "Make-up sessions that are agreed and still to come ('makegood accept' writes them): one row for each "
        "student and missed session. They stay where they are, and their minutes are not planned twice."
    )

    pinned_id: list[str] = column("id", "A number for the session; a group's rows share it.", needed=True)
    date: list[dt.date] = column("date", "The day.", needed=True, example="2027-03-16")
    start: list[int] = column("time", "When it begins.", needed=True, example="13:00")
    minutes: list[int] = column("count", "How long it is.", needed=True, example="30")
    school_id: list[str] = column("id", "Where.", needed=True, refers="schools", example="MRE")
    provider_id: list[str] = column("id", "Who gives it.", needed=True, refers="providers", example="P01")
    student_id: list[str] = column("id", "Who comes.", needed=True, refers="students", example="004217")
    service_id: list[str] = column("id", "The service that was missed.", needed=True, refers="services")
    session_id: list[str | None] = column("id", "The missed session, if it has a row.", refers="sessions")
    missed_on: list[dt.date] = column("date", "The day it was missed.", needed=True, example="2027-01-20")
    settles: list[int] = column("count", "How many of its minutes this makes up.", needed=True, example="30")
