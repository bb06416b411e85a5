"""What a plan is made from: facts, row by row as people wrote them, with nothing worked out yet.

Times are minutes after midnight, weekdays 0 for Monday to 6 for Sunday, spans of dates include both ends.
`docs/instances.md` says the same for other programs.
"""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Somebody who gives services.

    Attributes:
        service_types: What they may give; nothing else is ever planned for them.
        school_id: Where they are based, if anywhere.
        hourly_cost: Whole cents for an hour, if known.
        remote: Whether they work over a screen: any school, no travel.
    """

    provider_id: str
    service_types: tuple[str, ...] = ()
    school_id: str | None = None
    hourly_cost: int | None = None
    employer: str | None = None
    remote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """Time that a provider has for make-ups: on a weekday (days with school for the student) or on one date.

    On a date, it also opens the students' time outside the bell (after school, Saturday, summer). Without a
    school it holds at any school that travel times reach from the provider's base; for a provider
    without a base, at any school. A weekday's row holds from `first` to `last`, where they are given.
    """

    provider_id: str
    start: int
    end: int
    weekday: int | None = None
    date: dt.date | None = None
    school_id: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which a provider or a student is known to be away."""

    id: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """Minutes from one school to another; the way back takes as long unless it has a row too."""

    start: str
    end: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """A student to whom minutes are owed, or who is in somebody's way."""

    student_id: str
    school_id: str
    calendar: str
    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentTime:
    """What the time of one student, a grade of a school or a whole school is for.

    `open` may be taken for a make-up, every other use never. A student with an `open` row that holds for
    them is open in those only; else in the school day of `bell`. Any other use wins over `open`.

    A row holds on a weekday, or on day `cycle_day` of a cycle of `cycle` school days.
    """

    start: int
    end: int
    use: str
    weekday: int | None = None
    cycle_day: int | None = None
    cycle: int | None = None
    student_id: str | None = None
    school_id: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bell:
    """The first and last bell of a school on a weekday."""

    school_id: str
    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """A weekly slot that keeps a student, and the provider who is named, on days with school for the student."""

    student_id: str
    weekday: int
    start: int
    minutes: int
    first: dt.date
    last: dt.date
    provider_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Open minutes of one miss. `service_id`, `session_id` and `missed_on` name it.

    Attributes:
        minutes: What is still open of it.
        due_by: The last day in time, or None where no deadline is known.
        group_max: The most students who may be together for it; 1 is alone.
        provider_id: Who usually gives the service, if known.
        usual: How long its sessions usually are, if known.
        decided: False while the IEP team has not said whether it is owed.
    """

    student_id: str
    service_id: str
    service_type: str
    session_id: str | None
    missed_on: dt.date
    minutes: int
    due_by: dt.date | None = None
    group_max: int = 1
    provider_id: str | None = None
    usual: int | None = None
    decided: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits on make-ups, in minutes; None is no limit. `grade_span` is in grades."""

    student_day: int | None = None
    student_week: int | None = None
    provider_day: int | None = None
    provider_week: int | None = None
    shortest: int | None = None
    longest: int | None = None
    grade_span: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settles:
    """Minutes of one miss that a session settles."""

    service_id: str
    session_id: str | None
    missed_on: dt.date
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attends:
    """One student in a make-up session. The student stays for the whole session."""

    student_id: str
    settles: tuple[Settles, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A make-up session: planned, or pinned because it is agreed."""

    date: dt.date
    start: int
    minutes: int
    school_id: str
    provider_id: str
    service_type: str
    students: tuple[Attends, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """An hour for which a family said no to a make-up; it is not offered to the student again."""

    student_id: str
    date: dt.date
    start: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Everything that a plan depends on.

    Attributes:
        first: The first day that may be planned.
        last: The last.
        school_days: By calendar, the days with school from first to last, ascending.
        cycle_days: By calendar and length of a cycle, the place of each day with school in the cycle. Needed only for
            the cycles that student times name.
        misses: What is open, oldest first; each names a student of `students`. Minutes that a pinned session
            settles are still counted here: the pinned session takes them first.
        pinned: Sessions that are agreed, which every plan keeps as they are.
        declined: Hours that families declined; only an agreed session may lie in one of its student.
    """

    first: dt.date
    last: dt.date
    school_days: dict[str, tuple[dt.date, ...]]
    providers: tuple[Provider, ...]
    students: tuple[Student, ...]
    misses: tuple[Miss, ...]
    availability: tuple[Availability, ...] = ()
    travel: tuple[Travel, ...] = ()
    student_times: tuple[StudentTime, ...] = ()
    bell: tuple[Bell, ...] = ()
    regular: tuple[Regular, ...] = ()
    provider_away: tuple[Away, ...] = ()
    student_away: tuple[Away, ...] = ()
    pinned: tuple[Session, ...] = ()
    declined: tuple[Declined, ...] = ()
    limits: Limits = field(default_factory=Limits)
    cycle_days: dict[str, dict[int, dict[dt.date, int]]] = field(default_factory=dict)
