"""All tables are checked in one round: what cannot be read hides nothing, and nothing is found that only follows."""

import datetime as dt
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from tests.intake.broken import ALL
from tests.intake.folders import PLANNED, SOUND, rows, swap, write_folder

from makegood.intake import read_folder
from makegood.intake.checks import OF_MEANING, Facts
from makegood.intake.checks.check import Check
from makegood.intake.checks.readable import Readable
from makegood.records import Records
from makegood.terms.findings import each_of

AS_OF = dt.date(2026, 11, 20)
Changes = dict[str, str | bytes | None]


def codes(tmp_path: Path, changes: Changes) -> set[tuple[str, str | None, int | None]]:
    """Return what is found: code, table and row."""
    _, findings = read_folder(write_folder(tmp_path / "folder", changes), as_of=AS_OF)
    return {(finding.code, finding.table, finding.row) for finding in findings}


def test_errors_of_every_kind_and_table_are_found_in_one_round(tmp_path: Path) -> None:
    changes: Changes = {
        "sessions": SOUND["sessions"]
        .replace("L1,SV1,2026-09-14", "L1,SV1,Sept 14")
        .replace("L4,SV3,2026-09-15,0,10:00,vacancy", "L4,SV3,2026-09-15,0,10:00,unrecorded")
        + "L5,SV9,2026-09-15,30,,,,,,,,\nL6,SV1,2026-09-17,30,,,,,,,,L6\n",
        "services": SOUND["services"].replace("2 x 30 min weekly", "20-30 min weekly"),
        "awards": SOUND["awards"].replace("2026-12-18", "2026-10-01"),
        "provider_absences": "provider_id,date,kind\nP01,2026-10-06,leave\n",
        **{name: text for name, text in PLANNED.items() if name != "bell"},
        "bell": PLANNED["bell"].replace("08:15,14:45", "8:15,7:45", 1),
    }
    assert codes(tmp_path, changes) == {
        ("bad_date", "sessions", 2),
        ("unrecorded_given", "sessions", 5),
        ("unknown_reference", "sessions", 6),
        ("corrects_itself", "sessions", 7),
        ("mandate_needs_review", "services", 4),
        ("end_before_start", "awards", 2),
        ("absence_kind", "provider_absences", 2),
        ("end_before_start", "bell", 2),
    }


def test_a_bad_date_does_not_hide_the_reason_of_its_own_row(tmp_path: Path) -> None:
    changes = swap("sessions", "2026-09-16,0,09:00,provider_absent", "9/5/2026,0,09:00,unrecorded")
    assert codes(tmp_path, changes) == {("ambiguous_date", "sessions", 3), ("unrecorded_given", "sessions", 3)}


@pytest.mark.parametrize(
    "changes",
    [
        swap("terms", "year,2026-08-24", "year,Aug 24"),
        swap("terms", "C26,School year,year", "C26,School year,yeer"),
        swap("calendar", "2026-09-07", "Sept 7"),
        swap("services", "SV1,004217", "SV1,"),
        swap("services", "SV1,004217,speech,,30,week", "SV1,004217,speech,,30 min,week"),
        swap("schools", "MRE,Maple", ",Maple"),
        swap("students", "004218,MRE", "1.2E+11,MRE"),
        swap("sessions", "L2,SV1", ",SV1"),
        swap("sessions", "session_id,service_id", "session_id,SSID"),
        swap("services", "service_type", "kind of thing"),
        {"students": SOUND["students"] + "004217,PHE,Ana,Example,3,extra\n"},
        {**PLANNED, "travel": PLANNED["travel"].replace("15", "fifteen")},
        {**PLANNED, "bell": PLANNED["bell"].replace("MRE,Monday", "MRE,Mo")},
        {**PLANNED, "providers": SOUND["providers"].replace("P01,R", ",R")},
        {**PLANNED, "student_times": PLANNED["student_times"].replace("open", "opne")},
        {**PLANNED, "availability": PLANNED["availability"].replace("P01,Monday", "P01,M0nday")},
        {**PLANNED, "pinned": PLANNED["pinned"].replace("10:00", "1000")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_nothing_is_found_that_only_follows_from_what_cannot_be_read(changes: Changes, tmp_path: Path) -> None:
    _, findings = read_folder(write_folder(tmp_path / "folder", changes), as_of=AS_OF)
    own = {"bad_date", "not_a_choice", "blank_cell", "not_a_number", "damaged_id", "missing_column", "unknown_column"}
    own |= {"ragged_row", "bad_weekday", "bad_time", "unknown_reference"}
    assert findings
    assert {finding.code for finding in findings} <= own, [finding.line() for finding in findings]


def test_a_row_that_an_unreadable_one_corrects_is_asked_nothing_any_more(tmp_path: Path) -> None:
    changes = rows("sessions", "L8,SV1,2026-09-07,30,,,,,,,,", "L9,SV1,Sept 8,30,,,,,,,,L8")
    assert codes(tmp_path, changes) == {("bad_date", "sessions", 7)}


def test_an_award_that_may_be_in_a_row_that_cannot_be_read_is_asked_nothing(tmp_path: Path) -> None:
    changes = rows("sessions", "L8,SV1,2026-11-09,30,,,compensatory,,A9,,,")
    assert codes(tmp_path, {**changes, "awards": SOUND["awards"] + "A9,004217\n"}) == {("ragged_row", "awards", 3)}


def test_of_an_id_that_appears_twice_nothing_more_is_said_unless_the_rows_are_alike(tmp_path: Path) -> None:
    late = "L5,SV1,2026-08-20,30,,,,,,,,"
    twice = codes(tmp_path, rows("sessions", late, late.replace("30", "25")))
    assert twice == {("duplicate_id", "sessions", 7)}
    (tmp_path / "alike").mkdir()
    alike = codes(tmp_path / "alike", rows("sessions", late, late))
    assert ("outside_service", "sessions", 6) in alike
    assert ("outside_service", "sessions", 7) not in alike


class Watched:
    """A table that notes which of its columns are read."""

    def __init__(self, inner: Any, seen: set[str]) -> None:
        self._inner, self._seen = inner, seen

    def __len__(self) -> int:
        return len(self._inner)

    def __getattr__(self, name: str) -> Any:
        if name.rstrip("_") in self._inner.columns():
            self._seen.add(f"{self._inner.NAME}.{name.rstrip('_')}")
        return getattr(self._inner, name)

    def values(self, name: str) -> Any:
        """Return a column."""
        self._seen.add(f"{self._inner.NAME}.{name}")
        return self._inner.values(name)

    def filled(self, name: str) -> Any:
        """Return the places where a column is filled in."""
        self._seen.add(f"{self._inner.NAME}.{name}")
        return self._inner.filled(name)

    def filled_cells(self, name: str) -> Any:
        """Return what a column is filled in with."""
        self._seen.add(f"{self._inner.NAME}.{name}")
        return self._inner.filled_cells(name)

    def different(self, name: str) -> Any:
        """Return the different cells of a column."""
        self._seen.add(f"{self._inner.NAME}.{name}")
        return self._inner.different(name)

    def as_coded(self, name: str) -> Any:
        """Return a column with its different cells apart."""
        self._seen.add(f"{self._inner.NAME}.{name}")
        return self._inner.as_coded(name)

    def index(self) -> Any:
        """Return the rows' places by their id."""
        self._seen.add(f"{self._inner.NAME}.{self._inner.key()}")
        return self._inner.index()


class WatchedRecords:
    """Records whose tables note which of their columns are read."""

    def __init__(self, records: Records, seen: set[str]) -> None:
        tables = {field.name for field in fields(records) if field.init} - {"policies"}
        self._tables = {name: Watched(records.table(name), seen) for name in tables}

    def table(self, name: str) -> Watched:
        """Return a table."""
        return self._tables[name]

    def once(self, make: Callable[[Any], Any]) -> Any:
        """Return what is made of these tables."""
        return make(self)

    def __getattr__(self, name: str) -> Watched:
        return self._tables[name]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Readable]:
    """Return what the checks are asked about in every folder that is broken for one of them."""
    kept: list[Facts] = []
    asked: list[Readable] = []
    keep = Check(lambda facts: kept.append(facts) or [], {}, ())  # type: ignore[func-returns-value]
    codes = {one for check in OF_MEANING for one in check.run.__code__.co_consts if isinstance(one, str)}
    # A doubt of the log is told by a function of its own name.
    codes |= {check.run.__name__ for check in OF_MEANING}
    for number, broken in enumerate(ALL):
        if broken.code in codes:
            folder = write_folder(tmp_path_factory.mktemp("asked") / str(number), {**PLANNED, **broken.changes})
            _, findings = read_folder(folder, as_of=AS_OF, more=[keep])
            asked.append(Readable(kept[-1], findings))
    return asked


@pytest.mark.parametrize("large", [10_000, 0])
@pytest.mark.parametrize("check", OF_MEANING, ids=lambda check: check.run.__name__)
def test_a_check_reads_no_column_that_it_does_not_declare(
    check: Check, large: int, asked: list[Readable], monkeypatch: pytest.MonkeyPatch
) -> None:
    # A large log is asked about in another way.
    monkeypatch.setattr("makegood.log.log.LARGE", large)
    declared = {f"{table}.{name}" for table, names in check.reads.items() for name in names}
    for readable in asked:
        facts = readable.facts_for(check)
        if facts is None:
            continue
        seen: set[str] = set()
        watched: Any = WatchedRecords(facts.records, seen)
        list(each_of(check.run(Facts(watched, watched.sessions, facts.given, facts.as_of, facts.unsure))))
        assert seen <= declared, check.run.__name__
