"""From facts to the board: the only place where words become numbers."""

import datetime as dt

import numpy as np

from makegood.planner.lengths import shortest_of
from makegood.planner.model.board import NO_CAP, Board, Debts, Gaps
from makegood.planner.model.debts import debts_of
from makegood.planner.model.gaps import GapsBuilder
from makegood.planner.model.grid import Grid, grid_of
from makegood.planner.model.lengths import lengths_of, wider
from makegood.planner.model.openings import Openings
from makegood.planner.times import Times
from makegood.plans.instance import Instance


def board_of(instance: Instance, times: Times | None = None) -> Board:
    """Return the board of an instance."""
    times = times or Times(instance)
    grid = grid_of(instance, times)
    limits = instance.limits
    types = tuple(sorted({miss.service_type for miss in instance.misses}))
    providers = tuple(provider.provider_id for provider in instance.providers)
    debts, students = debts_of(instance, grid.days, types, providers)
    openings = Openings(times, grid, students)
    usual = max((miss.usual or 0 for miss in instance.misses), default=0)
    lengths = lengths_of(limits, grid.grain, debts.open.tolist(), debts.piece.tolist(), usual)
    builder = GapsBuilder(instance, times, openings, debts, students, types, lengths)
    gaps, schools = builder.gaps(), builder.schools
    # Where a piece may be as short as the grain, two sessions one after the other are as good as a longer one.
    cut = limits.longest or shortest_of(limits) <= grid.grain
    widths = lengths if cut else wider(lengths, grid.grain, _useful(debts, gaps))
    caps = (limits.student_day, limits.student_week, limits.provider_day, limits.provider_week)
    pinned_student, pinned_provider = _pinned(instance, grid, students, providers)
    return Board(
        grain=grid.grain,
        origin=grid.origin,
        days=grid.days,
        week=_weeks(grid),
        students=students,
        school_of_student=np.array([schools.index(times.student[id_].school_id) for id_ in students], np.int64),
        schools=schools,
        types=types,
        providers=providers,
        debts=debts,
        gaps=gaps,
        open=openings.runs,
        lengths=lengths,
        widths=widths,
        widest=limits.longest or (widths[-1] + grid.grain - 1 if widths else 0),
        shortest=limits.shortest or 1,
        span=100 if limits.grade_span is None else limits.grade_span,
        caps=np.array([NO_CAP if cap is None else cap for cap in caps], np.int64),
        student_day=pinned_student,
        provider_day=pinned_provider,
    )


def _useful(debts: Debts, gaps: Gaps) -> int:
    """Return the minutes beyond which a longer session settles nothing more, or finds no room."""
    sums = np.cumsum([0, *debts.open])
    owed = int((sums[debts.last] - sums[debts.first]).max(initial=0))
    return min(owed, int(gaps.runs.max(initial=0)))


def _weeks(grid: Grid) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    mondays = sorted({day - dt.timedelta(days=day.weekday()) for day in grid.days})
    return np.array([mondays.index(day - dt.timedelta(days=day.weekday())) for day in grid.days], np.int64)


def _pinned(
    instance: Instance, grid: Grid, students: tuple[str, ...], providers: tuple[str, ...]
) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.int64]], np.ndarray[tuple[int, int], np.dtype[np.int64]]]:
    """Return the minutes of pinned sessions by student and day, and by provider and day."""
    of_student = np.zeros((len(students), len(grid.days)), np.int64)
    of_provider = np.zeros((len(providers), len(grid.days)), np.int64)
    student, provider = ({id_: at for at, id_ in enumerate(ids)} for ids in (students, providers))
    day = {date: at for at, date in enumerate(grid.days)}
    for session in instance.pinned:
        if session.provider_id in provider:
            of_provider[provider[session.provider_id], day[session.date]] += session.minutes
        for attends in session.students:
            if attends.student_id in student:
                of_student[student[attends.student_id], day[session.date]] += session.minutes
    return of_student, of_provider
