"""What a week is made from: promises, people, their time, and what is fixed; nothing is worked out twice.

Times are minutes after midnight, spans are pairs of them. Weekdays are 0 for Monday to 4 for Friday.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from makegood.planner.spans import Spans, joined
from makegood.week.pattern import Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A regular session of one service: its days, when it begins, how long it is, who gives it."""

    service_id: str
    pattern: Pattern
    start: int
    minutes: int
    provider_id: str

    @property
    def end(self) -> int:
        """When it ends."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One regular session that a service needs, before it has its day and time.

    Attributes:
        every: It is needed in `held` of each so many weeks.
        held: In how many of them.
        phases: The weeks of the block with which it may begin.
        cycle: How many days the cycle has, 0 for weekdays.
        home: Where it is in the present week, if it is there.
    """

    every: int = 1
    held: int = 1
    phases: tuple[int, ...] = (0,)
    cycle: int = 0
    home: Slot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What one service needs in a week.

    Attributes:
        providers: Who may give it: whoever is named, else everybody with the credential.
        named: Whether the records or the log name who gives it.
        minutes: How long one session is.
        places: The sessions of a week, a block of weeks or a cycle.
        group_max: The most students together; 1 is alone.
        in_group: Whether the IEP says that it is given in a group.
        goals: What it works on, if that is written; only alike go together.
        first: The first day on which its sessions can be held, on or after the first day of the week.
        last: The last day of the service, or the day before slots that the schedule has for later.
        until: That day, where later slots follow; the service's own end needs no writing down.
        length_from: Where the length is from: `iep`, `slot`, `log`, or `total` where it is written nowhere.
    """

    service_id: str
    student_id: str
    service_type: str
    school_id: str
    providers: tuple[str, ...]
    named: bool
    minutes: int
    places: tuple[Place, ...]
    group_max: int
    in_group: bool
    goals: str | None
    grade: int | None
    first: dt.date
    last: dt.date
    until: dt.date | None = None
    length_from: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Therapist:
    """Who gives services, and when they can.

    Attributes:
        time: By school and weekday, when they may give sessions there.
        base: The school where they are based, if any.
        direct_day: The most minutes of sessions a day.
        direct_week: The most minutes of sessions a week.
        documentation: Minutes of their time that stay free each week for notes and preparation.
        lunch: Minutes on end that stay free around noon on each day with sessions.
        away_until: The last day of an absence that covers the beginning of the week and two weeks more.
        for_make_ups: By weekday, time that the records call free for make-ups.
        any_school: Whether their hours hold at every school that ways lead to, and not at named ones only. Who works
            by video needs no way.
    """

    provider_id: str
    service_types: frozenset[str]
    time: Mapping[tuple[str, int], Spans]
    base: str | None = None
    direct_day: int | None = None
    direct_week: int | None = None
    documentation: int = 0
    lunch: int = 0
    away_until: dt.date | None = None
    for_make_ups: Mapping[int, Spans] = field(default_factory=dict)
    any_school: bool = False

    def at_work(self) -> dict[int, Spans]:
        """Return by weekday when they may give sessions, at whichever school."""
        days: dict[int, list[tuple[int, int]]] = {}
        for (_, weekday), spans in self.time.items():
            days.setdefault(weekday, []).extend(spans)
        return {weekday: joined(spans) for weekday, spans in days.items()}

    def minutes_at_work(self) -> int:
        """Return the minutes of a week in which they may give sessions, at whichever school."""
        return sum(end - start for spans in self.at_work().values() for start, end in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A slot of the schedule that stays as it is, with the days on which it is in force."""

    slot: Slot
    student_id: str
    school_id: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """Everything that a week depends on.

    Attributes:
        first: The day from which the week is to hold.
        as_of: The day up to which the log is counted.
        needs: What the services need, by service_id.
        therapists: By provider_id.
        student_time: By student, school of the service and weekday, when a regular session may take the student.
        cycle_time: By student, school of the service, length of a cycle and day of it, the same for a session on that
            day, whichever weekday it falls on. Where it is not given, the times of all weekdays hold.
        ways: Minutes from one school to another, both ways written.
        groups: Services whose sessions are held together, each group in order of service_id.
        fixed: Slots of other services, and of later times.
        ended: Present slots beyond what is promised, or of another length: they end.
        grade_span: How many grades apart a group may be.
        keep: Whether present slots stay where they are.
        closed: By service and weekday, the days of its terms from `first` on, and how many of them have no school.
        usual_provider: Who gives each service of the records, as far as they name somebody.
        no_bell: Schools with sessions that no row of the table bell is about.
    """

    first: dt.date
    as_of: dt.date
    needs: tuple[Need, ...]
    therapists: Mapping[str, Therapist]
    student_time: Mapping[tuple[str, str, int], Spans]
    ways: Mapping[tuple[str, str], int]
    groups: tuple[tuple[str, ...], ...] = ()
    fixed: tuple[Fixed, ...] = ()
    ended: tuple[Slot, ...] = ()
    grade_span: int | None = None
    keep: bool = False
    cycle_time: Mapping[tuple[str, str, int, int], Spans] = field(default_factory=dict)
    closed: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    usual_provider: Mapping[str, str] = field(default_factory=dict)
    no_bell: frozenset[str] = frozenset()

    def need(self) -> dict[str, Need]:
        """Return the needs by service_id."""
        return {need.service_id: need for need in self.needs}
