"""What is gathered of a folder written from an instance is the instance again."""

import datetime as dt
from typing import NamedTuple

import pytest
from bench.planner.folder import write_records
from bench.planner.log_rows import UNLOGGED, WITHIN, reason_of

from makegood.intake import read_folder
from makegood.ledger import ledger_of
from makegood.planner.gather import gather
from makegood.planner.invent import Kind, invent
from makegood.plans.instance import Instance, Miss

KINDS: list[tuple[Kind, int, int]] = [("school", 4, 24), ("cluster", 2, 90)]
"""Seed 4 has minutes that are no multiple of 5; a cluster has itinerants, ways and vacant posts."""


class Pair(NamedTuple):
    """What was written, and what was gathered of it."""

    written: Instance
    gathered: Instance


@pytest.fixture(scope="module", params=KINDS, ids=str)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    kind, seed, students = request.param
    written, path = invent(kind, seed, students=students), tmp_path_factory.mktemp("written")
    write_records(written, path)
    as_of = written.first - dt.timedelta(days=1)
    records, findings = read_folder(path, as_of=as_of)
    assert records is not None, findings
    gathered, told = gather(records, ledger_of(records, as_of), written.first, written.last)
    assert {finding.code for finding in findings} <= {"rest_counts_as_open", "brought_in_twice"}
    assert told == []
    return Pair(written, gathered)


def test_the_misses_come_back_with_their_minutes_groups_and_providers(pair: Pair) -> None:
    def facts(instance: Instance) -> set[tuple[object, ...]]:
        return {
            (each.student_id, each.service_id, each.service_type, each.session_id, each.missed_on, each.minutes,
             each.group_max, each.provider_id, each.decided)
            for each in instance.misses
        }  # fmt: skip

    assert len(facts(pair.written)) == len(pair.written.misses)
    assert facts(pair.gathered) == facts(pair.written)
    assert len(pair.gathered.misses) == len(pair.written.misses)


def test_each_deadline_is_the_policys_for_the_reason_that_comes_nearest(pair: Pair) -> None:
    def due(miss: Miss) -> dt.date | None:
        within = UNLOGGED if miss.session_id is None else WITHIN[reason_of(miss)]
        return None if within is None else miss.missed_on + dt.timedelta(days=within)

    key = {(miss.service_id, miss.missed_on): due(miss) for miss in pair.written.misses}
    assert {(miss.service_id, miss.missed_on): miss.due_by for miss in pair.gathered.misses} == key


def test_time_ways_limits_providers_and_days_with_school_come_back(pair: Pair) -> None:
    written, gathered = pair
    known = {each.student_id for each in gathered.students}
    assert known >= {miss.student_id for miss in written.misses}
    assert set(gathered.students) <= set(written.students)
    assert set(gathered.availability) == set(written.availability)
    assert set(gathered.bell) == set(written.bell)
    assert set(gathered.travel) == set(written.travel)
    assert set(gathered.providers) == set(written.providers)
    assert set(gathered.student_times) == {row for row in written.student_times if row.student_id in known | {None}}
    assert gathered.limits == written.limits
    kept = {each.calendar for each in gathered.students}
    assert gathered.school_days == {key: days for key, days in written.school_days.items() if key in kept}


def test_weekly_slots_and_days_away_within_the_weeks_of_the_plan_come_back(pair: Pair) -> None:
    written, gathered = pair
    slots = {
        (row.student_id, row.weekday, row.start, row.minutes, row.provider_id, row.last) for row in written.regular
    }
    clipped = {(*row[:-1], min(row[-1], written.last)) for row in slots}
    assert clipped == {
        (row.student_id, row.weekday, row.start, row.minutes, row.provider_id, row.last) for row in gathered.regular
    }
    for away in ("provider_away", "student_away"):
        known = {each.student_id for each in gathered.students} | {each.provider_id for each in gathered.providers}
        expected = {(row.id, row.first, min(row.last, written.last)) for row in getattr(written, away)}
        found = {(row.id, row.first, row.last) for row in getattr(gathered, away)}
        assert found == {row for row in expected if row[0] in known}
