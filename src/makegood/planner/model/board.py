"""The board: every gap in a provider's day, who could come into it, and what is owed to them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts:
    """What is owed, as columns.

    A *pair* is what one student is owed of one service type, as far as it may be settled in a group of some size. All
    misses of the type lie together, those of the largest groups first, so that each pair is the first so many of them.

    Attributes:
        student: By pair, the place among `Board.students`.
        type: By pair, the place among `Board.types`.
        together: By pair, the most students in a session.
        grade: By pair, the grade in years (PK -1, K 0), or ALONE where it is not known and a span is set.
        first: By pair, the place of its first miss.
        last: By pair, the place after its last one.
        most: By pair, minutes of the longest session that the student is used to, or NO_CAP.
        whose: By miss, the student.
        open: By miss, minutes that no pinned session settles.
        due: By miss, the place of the last day in time; -1 if that lies before the plan, far beyond if none.
        since: By miss, the place of the first day on which it may be settled.
        age: By miss, 0 for the newest to 1 for the oldest.
        own: By miss, the place of the usual provider, or -1.
        source: By miss, its place among the instance's misses.
        piece: By miss, the fewest minutes of it that a session may settle.
    """

    student: Array
    type: Array
    together: Array
    grade: Array
    first: Array
    last: Array
    most: Array
    whose: Array
    open: Array
    due: Array
    since: Array
    age: Array
    own: Array
    source: Array
    piece: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Stretches of one provider's day between two engagements, as columns. Times are minutes after `Board.origin`.

    A *booth* is one school and service type within a gap; its candidates lie together.

    Attributes:
        provider: By gap.
        day: By gap, the place among `Board.days`.
        tick: By gap, the place of its first minute in `ticks`; one more entry than gaps.
        ticks: The minutes at which a session may begin, gap by gap; the last of each gap is its end.
        schools: By gap, how many schools it can be spent at; those that lie no time apart count as one.
        booth: By gap, the place of its first booth; one more entry than gaps.
        way: By gap, where its table of ways begins in `ways`.
        ways: Minutes on the way between a gap's schools, row by row; NO_WAY where there is none.
        slow: The same, long enough for no stop on the way to make another one shorter.
        school: By booth, the place among the gap's own schools.
        place: By booth, the place among `Board.schools`.
        type: By booth.
        run: By booth, where it begins in `runs`.
        runs: By booth and minute of `ticks`, for how many minutes from there on the provider can be at that school.
        candidate: By booth, the place of its first candidate; one more entry than booths.
        may: By booth, whether a plan may use it: not where the provider's other schools of the day are out of reach.
        pair: By candidate.
        row: By candidate, the row of `Board.open` that says when the student may be taken.
        local: By candidate, the student's place among the gap's own students.
    """

    provider: Array
    day: Array
    tick: Array
    ticks: Array
    schools: Array
    booth: Array
    way: Array
    ways: Array
    slow: Array
    school: Array
    place: Array
    type: Array
    run: Array
    runs: Array
    candidate: Array
    may: Array
    pair: Array
    row: Array
    local: Array

    @property
    def starts(self) -> Array:
        """By gap, its first minute."""
        starts: Array = self.ticks[self.tick[:-1]]
        return starts

    @property
    def minutes(self) -> Array:
        """By gap, how many minutes it has."""
        minutes: Array = self.ticks[self.tick[1:] - 1] - self.starts
        return minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All that the search needs to know.

    Attributes:
        grain: Minutes of which lengths are multiples, most of them.
        origin: The first minute after midnight at which anybody has time.
        days: The dates that can be planned.
        school_of_student: By student, the place of the school.
        week: By day, the place of its week.
        open: By row and minute, for how many minutes from there on the student may be taken.
        lengths: Minutes of the sessions that are planned, ascending.
        widths: The same for the bound, with longer ones as far as the rules allow them and they are of use.
        widest: Minutes of the longest session that the bound reckons with.
        shortest: Minutes of the shortest one that the limits allow.
        span: Grades apart in a group, or a number beyond all grades.
        caps: Minutes a day and a week for a student, a day and a week for a provider (NO_CAP for none).
        student_day: Minutes of pinned make-ups by student and day.
        provider_day: The same by provider and day.
    """

    grain: int
    origin: int
    days: tuple[dt.date, ...]
    week: Array
    students: tuple[str, ...]
    school_of_student: Array
    schools: tuple[str, ...]
    types: tuple[str, ...]
    providers: tuple[str, ...]
    debts: Debts
    gaps: Gaps
    open: Array
    lengths: tuple[int, ...]
    widths: tuple[int, ...]
    widest: int
    shortest: int
    span: int
    caps: Array
    student_day: Array
    provider_day: Array

    def by_week(self, by_day: Array) -> Array:
        """Return sums by row and week of what is given by row and day."""
        of_week = np.zeros((len(self.days), int(self.week.max(initial=0)) + 1), by_day.dtype)
        of_week[np.arange(len(self.days)), self.week] = 1
        sums: Array = by_day @ of_week
        return sums


ALONE = -99
NO_WAY = 10_000
NO_CAP = 1 << 30
NEVER = 1 << 20
