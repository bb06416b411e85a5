"""An instance goes to a file and comes back the same; what does not fit is said, never thrown."""

import datetime as dt
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.planner.invent import invent
from makegood.plans.instance import (
    Attends,
    Availability,
    Away,
    Bell,
    Declined,
    Instance,
    Limits,
    Miss,
    Provider,
    Regular,
    Session,
    Settles,
    Student,
    StudentTime,
    Travel,
)
from makegood.plans.instance_file import LISTS, read_instance, write_instance
from makegood.plans.instance_file.rows import CELLS

MONDAY = dt.date(2027, 3, 15)
MISSED = dt.date(2027, 2, 1)
FULL = Instance(
    first=MONDAY,
    last=MONDAY + dt.timedelta(days=4),
    school_days={"año 27": (MONDAY, MONDAY + dt.timedelta(days=1))},
    providers=(
        Provider(provider_id="P1", service_types=("speech", "counseling"), school_id="E1", hourly_cost=6250),
        Provider(provider_id="P2", employer="agency", remote=True),
    ),
    students=(Student(student_id="007", school_id="E1", calendar="año 27", grade="K"),),
    misses=(
        Miss(
            student_id="007", service_id="V1", service_type="speech", session_id="S1", missed_on=MISSED, minutes=17,
            due_by=MONDAY, group_max=3, provider_id="P1", decided=False,
        ),
        Miss(
            student_id="007", service_id="V1", service_type="speech", session_id=None, missed_on=MISSED, minutes=30
        ),
    ),
    availability=(
        Availability(provider_id="P1", weekday=6, start=0, end=1440, school_id="E1"),
        Availability(provider_id="P1", date=MONDAY, start=905, end=966),
    ),
    travel=(Travel(start="E1", end="E2", minutes=0),),
    student_times=(
        StudentTime(weekday=0, start=700, end=730, use="lunch", school_id="E1", grade="K"),
        StudentTime(weekday=0, start=730, end=760, use="open", student_id="007"),
        StudentTime(cycle_day=2, cycle=2, start=600, end=630, use="core", student_id="007"),
    ),
    cycle_days={"año 27": {2: {MONDAY: 2, MONDAY + dt.timedelta(days=1): 1}}},
    bell=(Bell(school_id="E1", weekday=0, start=495, end=885),),
    regular=(
        Regular(student_id="007", weekday=1, start=600, minutes=30, first=MISSED, last=MONDAY, provider_id="P1"),
    ),
    provider_away=(Away(id="P1", first=MONDAY, last=MONDAY),),
    student_away=(Away(id="007", first=MONDAY, last=MONDAY),),
    pinned=(
        Session(
            date=MONDAY, start=905, minutes=15, school_id="E1", provider_id="P1", service_type="speech",
            students=(
                Attends(
                    student_id="007",
                    settles=(Settles(service_id="V1", session_id="S1", missed_on=MISSED, minutes=15),),
                ),
            ),
        ),
    ),
    declined=(Declined(student_id="007", date=MONDAY, start=905, minutes=15),),
    limits=Limits(student_day=60, grade_span=0),
)  # fmt: skip


def told(tmp_path: Path, instance: Instance = FULL) -> Any:
    """Return what the file of an instance says."""
    write_instance(instance, tmp_path / "instance.json")
    return json.loads((tmp_path / "instance.json").read_bytes())


def read(tmp_path: Path, value: Any) -> tuple[Instance | None, list[tuple[str | None, str | None]]]:
    """Read a value as a file; return where things were found wrong, and what stood there."""
    path = tmp_path / "mangled.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    instance, findings = read_instance(path)
    assert all(finding.expected and finding.table == path.name for finding in findings)
    return instance, [(finding.column, finding.found) for finding in findings]


@pytest.mark.parametrize("name", ["instance.json", "instance.json.gz"])
def test_every_field_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    write_instance(FULL, tmp_path / name)
    assert read_instance(tmp_path / name) == (FULL, [])


@pytest.mark.parametrize("kind", ["school", "contested", "cluster"])
def test_made_up_instances_come_back_as_they_were(tmp_path: Path, kind: Any) -> None:
    instance = invent(kind, 5, students=60)
    write_instance(instance, tmp_path / "instance.json.gz")
    assert read_instance(tmp_path / "instance.json.gz") == (instance, [])


def test_the_same_instance_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.json.gz", "two.json.gz"):
        write_instance(FULL, tmp_path / name)
    assert (tmp_path / "one.json.gz").read_bytes() == (tmp_path / "two.json.gz").read_bytes()


def test_times_weekdays_and_days_stand_as_people_write_them(tmp_path: Path) -> None:
    file = told(tmp_path)
    assert file["availability"] == [
        {"provider_id": "P1", "weekday": "Sunday", "start": "00:00", "end": "24:00", "school_id": "E1"},
        {"provider_id": "P1", "date": "2027-03-15", "start": "15:05", "end": "16:06"},
    ]
    assert file["travel"] == [{"from": "E1", "to": "E2", "minutes": 0}]


def test_what_may_be_left_out_is_read_as_if_it_stood_there(tmp_path: Path) -> None:
    least = {
        "format": "makegood-plan-instance", "version": 1, "first": "2027-03-15", "last": "2027-03-15",
        "school_days": {}, "providers": [], "students": [], "misses": [],
    }  # fmt: skip
    empty = Instance(first=MONDAY, last=MONDAY, school_days={}, providers=(), students=(), misses=())
    assert read(tmp_path, least) == (empty, [])


@pytest.mark.parametrize(
    ("table", "cells", "where", "found"),
    [
        ("providers", {"provider_id": 7}, "providers[0].provider_id", "7"),
        ("providers", {"provider_id": ""}, "providers[0].provider_id", "''"),
        ("providers", {"service_types": "speech"}, "providers[0].service_types", "'speech'"),
        ("providers", {"hourly_cost": -1}, "providers[0].hourly_cost", "-1"),
        ("providers", {"remote": "yes"}, "providers[0].remote", "'yes'"),
        ("students", {"calendar": "2028"}, "students[0].calendar", "'2028'"),
        ("students", {"grad": "K"}, "students[0].grad", "'K'"),
        ("misses", {"minutes": True}, "misses[0].minutes", "True"),
        ("misses", {"minutes": 0}, "misses[0].minutes", "0"),
        ("misses", {"missed_on": "2027-2-1"}, "misses[0].missed_on", "'2027-2-1'"),
        ("misses", {"missed_on": "2027-02-30"}, "misses[0].missed_on", "'2027-02-30'"),
        ("misses", {"session_id": None}, "misses[1]", "('V1', None, '2027-02-01')"),
        ("misses", {"student_id": "8"}, "misses[0].student_id", "'8'"),
        ("availability", {"weekday": 0}, "availability[0].weekday", "0"),
        ("availability", {"weekday": None}, "availability[0]", "nothing"),
        ("availability", {"date": "2027-03-15"}, "availability[0]", "nothing"),
        ("availability", {"end": "24:01"}, "availability[0].end", "'24:01'"),
        ("availability", {"start": "24:00"}, "availability[0].end", "'24:00'"),
        ("availability", {"provider_id": "P3"}, "availability[0].provider_id", "'P3'"),
        ("travel", {"minutes": 1.5}, "travel[0].minutes", "1.5"),
        ("travel", {"from": None}, "travel[0].from", "nothing"),
        ("student_times", {"use": "core "}, "student_times[0].use", "'core '"),
        ("student_times", {"school_id": None}, "student_times[0]", "nothing"),
        ("student_times", {"student_id": "8"}, "student_times[0].student_id", "'8'"),
        ("student_times", {"weekday": None}, "student_times[0].weekday", "nothing"),
        ("student_times", {"cycle_day": 1, "cycle": 2}, "student_times[0].weekday", "nothing"),
        ("student_times", {"weekday": None, "cycle_day": 1}, "student_times[0].weekday", "nothing"),
        ("student_times", {"weekday": None, "cycle_day": 3, "cycle": 2}, "student_times[0].cycle_day", "3"),
        ("student_times", {"weekday": None, "cycle_day": 3, "cycle": 6}, "student_times[0].cycle", "6"),
        ("bell", {"end": "08:15"}, "bell[0].end", "'08:15'"),
        ("regular", {"minutes": 841}, "regular[0].minutes", "841"),
        ("regular", {"last": "2027-01-31"}, "regular[0].last", "'2027-01-31'"),
        ("regular", {"student_id": "8"}, "regular[0].student_id", "'8'"),
        ("student_away", {"first": "2027-03-16"}, "student_away[0].last", "'2027-03-15'"),
        ("declined", {"minutes": 536}, "declined[0].minutes", "536"),
        ("declined", {"student_id": "8"}, "declined[0].student_id", "'8'"),
        ("pinned", {"provider_id": "P3"}, "pinned[0].provider_id", "'P3'"),
        ("pinned", {"students": None}, "pinned[0].students", "nothing"),
        ("pinned", {"students": [{"student_id": "8", "settles": []}]}, "pinned[0].students", "'8'"),
    ],
)
def test_a_cell_that_does_not_fit_is_named_with_what_stands_there(
    tmp_path: Path, table: str, cells: dict[str, Any], where: str, found: str
) -> None:
    file = told(tmp_path)
    file[table][0] |= cells
    assert read(tmp_path, file) == (None, [(where, found)])


@pytest.mark.parametrize(
    ("name", "value", "where"),
    [
        ("students", [{"student_id": "007", "school_id": "E1", "calendar": "año 27"}] * 2, "students[1]"),
        ("version", 2, "version"),
        ("version", True, "version"),
        ("first", "2027-03-20", "last"),
        ("last", "2028-03-15", "last"),
        ("last", None, "last"),
        ("limits", [], "limits"),
        ("limits", {"student_day": 0}, "limits.student_day"),
        ("limits", {"per_day": 30}, "limits.per_day"),
        ("school_days", None, "school_days"),
        ("school_days", {"año 27": "Monday"}, "school_days.a\\xf1o 27"),
        ("school_days", {"año 27": ["2027-03-16", "2027-03-15"]}, "school_days.a\\xf1o 27"),
        ("school_days", {"año 27": ["2027-03-20"]}, "school_days.a\\xf1o 27"),
        ("cycle_days", [], "cycle_days"),
        ("cycle_days", {"año 27": []}, "cycle_days.a\\xf1o 27"),
        ("cycle_days", {"año 27": {"A/B": {}}}, "cycle_days.a\\xf1o 27"),
        ("cycle_days", {"año 27": {"2": ["2027-03-15"]}}, "cycle_days.a\\xf1o 27"),
        ("cycle_days", {"año 27": {"2": {"Monday": 1}}}, "cycle_days.a\\xf1o 27"),
        ("cycle_days", {"año 27": {"2": {"2027-03-15": 3}}}, "cycle_days.a\\xf1o 27"),
        ("misses", None, "misses"),
        ("bell", 3, "bell"),
        ("bell", [3], "bell[0]"),
        ("belll", [], "belll"),
    ],
)
def test_a_part_that_does_not_fit_is_named(tmp_path: Path, name: str, value: Any, where: str) -> None:
    file = told(tmp_path)
    file[name] = value
    instance, found = read(tmp_path, file)
    assert instance is None
    # A day that is not in the plan's days is told for each row it stands in; the first tells it.
    assert found[0][0] == where


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1]", b"\xff\xfe", b'{"format": "other"}', b"[" * 100_000, b"9" * 5000, b"null"]
)
def test_a_file_that_is_no_instance_gets_one_finding(tmp_path: Path, data: bytes) -> None:
    for name, written in (("a.json", data), ("a.json.gz", gzip.compress(data)), ("b.json.gz", data)):
        (tmp_path / name).write_bytes(written)
        instance, findings = read_instance(tmp_path / name)
        assert instance is None
        assert [finding.code for finding in findings] == ["bad_instance"]


def test_a_damaged_or_missing_file_gets_one_finding(tmp_path: Path) -> None:
    write_instance(FULL, tmp_path / "whole.json.gz")
    data = (tmp_path / "whole.json.gz").read_bytes()
    (tmp_path / "cut.json.gz").write_bytes(data[:-20])
    (tmp_path / "bad.json.gz").write_bytes(data[:40] + b"\xff" * 8 + data[48:])
    for name in ("cut.json.gz", "bad.json.gz", "none.json"):
        instance, findings = read_instance(tmp_path / name)
        assert instance is None
        assert len(findings) == 1


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.sampled_from(
        ["2027-03-15", "0000-01-01", "9999-12-31", "24:00", "٠٩:٣٠", "Monday", "open", "\ud800", "007", "P1"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to everything within a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, each in inner for place in places(each, (*at, key)))]


@given(data=st.data())
def test_whatever_stands_anywhere_it_is_an_instance_or_findings(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("mangled")
    file = [told(folder)]
    for place in data.draw(st.lists(st.sampled_from(places(file)[1:]), min_size=1, max_size=3)):
        holder: Any = file
        try:
            for key in place[:-1]:
                holder = holder[key]
            holder[place[-1]] = data.draw(VALUES)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier slip took the place away
    path = folder / "mangled.json"
    path.write_text(json.dumps(file[0]), encoding="utf-8")
    instance, findings = read_instance(path)
    assert (instance is None) == bool(findings)
    for finding in findings:
        finding.message.encode()
        (finding.found or "").encode()
        (finding.column or "").encode()
    if instance is not None:
        write_instance(instance, folder / "again.json")
        assert read_instance(folder / "again.json") == (instance, [])


PAGE = Path(__file__).parents[2] / "docs" / "instances.md"


def test_the_page_shows_an_instance_that_can_be_read(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8").split("\n\n")
    (example,) = (part for part in text if part.startswith('    {"format"'))
    (tmp_path / "example.json").write_text(example, encoding="utf-8")
    instance, findings = read_instance(tmp_path / "example.json")
    assert findings == []
    assert instance is not None
    assert [miss.minutes for miss in instance.misses] == [30]


@pytest.mark.parametrize("kind", CELLS, ids=lambda kind: kind.__name__)
def test_the_page_names_every_field_of_a_row(kind: type) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, cell in CELLS[kind].items():
        assert f"`{cell.key or name}`" in page, f"docs/instances.md does not tell of {name}"


def test_the_page_names_every_part_of_the_file() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [
        name for name in ("format", "version", "first", "last", "cycle_days", *LISTS) if f"`{name}`" not in page
    ] == []
