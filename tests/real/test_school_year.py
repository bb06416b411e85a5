"""Every command on a published calendar and a published log, with figures counted by hand.

The log lists 22 weeks of a promise of 60 minutes: 4 x 60 + 15 x 30 + 3 x 0 = 690 given of 1,320, so 630 were not.
In the calendar a 23rd week, 29 December to 4 January, has one school day (Friday), and the log has no row for it.
"""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.real.school import AS_OF, CALENDARS, FIRST_DAY, LAST_DAY, NAME, OLDER, beside, makegood, rows_of, school

pytestmark = beside

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ACCOUNT = {
    "promised": 1380, "not_in_session": 0, "due": 1380, "delivered": 690, "missed": 630, "unrecorded": 60,
    "owed": 0, "team_decides": 630, "unknown": 60,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return school(tmp_path_factory.mktemp("real") / "school")


def told(*words: object) -> Any:
    return json.loads(makegood(*words, "--as-of", AS_OF, "--format", "json").stdout)


def test_check_finds_the_two_days_that_the_calendar_closes_and_the_missing_reasons(folder: Path) -> None:
    found = [(one["code"], one["row"]) for one in told("check", folder)["findings"]]
    # The service runs to 20 August 2026, and the calendar on file ends in June.
    expected = [("delivered_without_school", 6), ("missing_without_reason", 6), ("delivered_without_school", 19)]
    expected += [("outlives_calendar", 2)]
    assert sorted(found) == sorted(expected)
    assert "No errors, 4 warnings" in makegood("check", folder, "--as-of", AS_OF).stdout


def test_the_ledger_says_the_same_in_all_its_forms(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    words = ("ledger", folder, "--as-of", AS_OF)
    assert {name: told("ledger", folder)["totals"][name] for name in ACCOUNT} == ACCOUNT
    makegood(*words, "--format", "json", "--out", tmp_path / "account.json")
    assert json.loads((tmp_path / "account.json").read_text()) == told("ledger", folder)
    (row,) = csv.DictReader(makegood(*words, "--format", "csv").stdout.splitlines())
    assert {name: int(row[name]) for name in ACCOUNT} == ACCOUNT
    makegood(*words, "--format", "csv", "--out", tmp_path / "csv")
    assert sum(int(miss["minutes"]) for miss in rows_of(tmp_path / "csv" / "misses.csv")) == 630 + 60
    makegood(*words, "--format", "parquet", "--out", tmp_path / "parquet")
    (row,) = parquet.read_table(tmp_path / "parquet" / "services.parquet").to_pylist()
    assert {name: row[name] for name in ACCOUNT} == ACCOUNT
    table = makegood(*words).stdout
    assert [line.split()[-1] for line in table.splitlines() if line.split()[:1] in (["promised"], ["missed"])] == [
        "1,380", "630",
    ]  # fmt: skip
    assert all(len(line) <= 100 for line in table.splitlines())


def test_the_statement_tells_the_figures_in_both_languages_and_as_a_page(folder: Path, tmp_path: Path) -> None:
    words = ("statement", folder, "--student", "ST-1")
    for lang, given in (("en", "690 given"), ("es", "690")):
        shown = " ".join(makegood(*words, "--as-of", AS_OF, "--lang", lang).stdout.split())
        assert given in shown
        makegood(*words, "--as-of", AS_OF, "--lang", lang, "--html", tmp_path / f"{lang}.html")
        page = (tmp_path / f"{lang}.html").read_text(encoding="utf-8")
        assert NAME in page
        assert f'<html lang="{lang}"' in page
        assert "1,380" in page
    assert json.dumps(told(*words)).count("2025-11-26") >= 1


def test_every_miss_is_explained(folder: Path) -> None:
    misses = told("ledger", folder)["misses"]
    rows = [miss["session_id"] for miss in misses if miss["session_id"]]
    assert rows == [f"L{number:02d}" for number in range(5, 23)]
    (silent,) = [miss for miss in misses if not miss["session_id"]]
    assert (silent["reason"], silent["minutes"]) == ("unrecorded", 60)
    for name in [*rows, f"SL:{silent['missed_on']}", "L01"]:
        shown = makegood("explain", folder, name, "--as-of", AS_OF)
        assert "The promise" in shown.stdout
        assert "60 minutes a week" in shown.stdout


def test_what_is_owed_is_laid_out_by_each_side_and_adds_up(folder: Path) -> None:
    by_reason = {line["reason"]: line["missed"] for line in told("owed", folder, "--by", "reason")["lines"]}
    assert {k: n for k, n in by_reason.items() if n} == {"other": 450, "provider_absent": 120, "holiday": 60}
    for by in ("student", "school", "service", "provider", "reason"):
        totals = told("owed", folder, "--by", by)["totals"]
        assert (totals["missed"], totals["owed"], totals["team_decides"]) == (630, 0, 630)
        assert "630" in makegood("owed", folder, "--as-of", AS_OF, "--by", by).stdout


def test_pace_counts_the_school_days_that_were_and_that_are_left(folder: Path) -> None:
    days = [day for day in _days(FIRST_DAY, LAST_DAY) if day not in _closed()]
    so_far = [day for day in days if day <= date.fromisoformat(AS_OF)]
    left = len(days) - len(so_far)
    shown = " ".join(makegood("pace", folder, "--as-of", AS_OF).stdout.split())
    assert f"690 minutes in {len(so_far)} school days; {left} are left." in shown
    assert f"= {690 + 690 * left // len(so_far):,} of 2,520" in shown


def test_each_weekday_has_the_school_days_that_the_labelled_calendar_leaves(folder: Path) -> None:
    days = [day for day in _days(FIRST_DAY, LAST_DAY) if day not in _closed()]
    counted = Counter(WEEKDAYS[day.weekday()] for day in days)
    found = {row["weekday"]: row["school_days"] for row in told("weekday", folder)["calendars"]}
    assert found == dict(counted) == {"Monday": 35, "Tuesday": 38, "Wednesday": 38, "Thursday": 36, "Friday": 36}
    assert "477" in makegood("weekday", folder, "--as-of", AS_OF).stdout, "630 of 1,320 planned minutes"


def test_no_notice_is_asked_for_by_federal_law_alone(folder: Path) -> None:
    assert "No notice was due" in makegood("notices", folder, "--as-of", AS_OF).stdout


def test_three_policies_agree_on_what_was_missed_and_differ_on_what_follows(folder: Path) -> None:
    ids = ("us-federal", "us-nc", "us-tx-hcde")
    assert makegood("policy", "compare", folder, *ids, "--as-of", AS_OF).stdout
    compared = json.dumps(told("policy", "compare", folder, *ids))
    assert all(id_ in compared for id_ in ids)
    table = makegood("policy", "compare", folder, *ids, "--as-of", AS_OF).stdout.splitlines()
    figures = {line.split("  ")[0]: line.split()[-3:] for line in table[:14]}
    assert figures["missed"] == ["630", "630", "630"]
    assert figures["owed"] == ["0", "0", "120"], "HCDE has an absent provider's two sessions made up"


def test_a_calendar_that_changed_in_mid_year_changes_one_monday_and_its_week(folder: Path, tmp_path: Path) -> None:
    older = school(tmp_path / "older", OLDER)
    mondays = [
        {row["weekday"]: row["school_days"] for row in told("weekday", each)["calendars"]} for each in (older, folder)
    ]
    assert [each.pop("Monday") for each in mondays] == [34, 35]
    assert mondays[0] == mondays[1], "30 March 2026 became a school day; nothing else did"
    after, account = ("--as-of", "2026-04-05", "--format", "json"), []
    for each in (older, folder):
        totals = json.loads(makegood("ledger", each, *after).stdout)["totals"]
        account.append((totals["promised"], totals["not_in_session"], totals["due"], totals["unrecorded"]))
    # 32 weeks of 60. Older: February's and spring's break are whole weeks off. Newer: spring's has one school day.
    assert account == [(1920, 120, 1800, 480), (1920, 60, 1860, 540)]


def test_what_is_not_in_the_records_is_refused_in_one_line(folder: Path) -> None:
    for words in (
        ("statement", folder, "--student", "ST-2"),
        ("explain", folder, "L23"),
        ("pace", folder, "--student", "ST-2"),
        ("policy", "compare", folder, "us-federal", "us-nowhere"),
    ):
        (line,) = makegood(*words, "--as-of", AS_OF, code=2).stderr.splitlines()[-1:]
        assert line.startswith("makegood: ")


def _days(first: date, last: date) -> list[date]:
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in span if day.weekday() < 5]


def _closed() -> set[date]:
    """Return the days that the labelled calendar, which people checked, calls closed."""
    closed = [row for row in rows_of(CALENDARS / "livingston-nj.labelled.csv") if row["keyword_class"] == "closed"]
    return {
        day
        for row in closed
        for day in _days(
            date.fromisoformat(row["dtstart"]), date.fromisoformat(row["dtend_exclusive"]) - timedelta(days=1)
        )
    }
