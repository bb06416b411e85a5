import csv
import datetime as dt
from pathlib import Path

import pytest
from tests.intake.folders import write_folder

from makegood.intake import read_folder
from makegood.intake.calendar_rows import CalendarSuggestion, calendar_changes, calendar_rows, write_calendar_csv
from makegood.intake.calendar_words import sense_of
from makegood.intake.ics import read_ics

SHARED = Path(__file__).parents[3] / "shared" / "data" / "calendars"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real calendars are not beside this checkout")


def read(path: Path, *entries: str) -> list[CalendarSuggestion]:
    """Read a calendar file with these entries' lines."""
    body = "".join(f"BEGIN:VEVENT\nUID:u{n}\n{entry}\nEND:VEVENT\n" for n, entry in enumerate(entries))
    file = path / "made-up.ics"
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{body}END:VCALENDAR\n"
    file.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    suggestions, findings = read_ics(file, "C26")
    assert findings == []
    return suggestions


def test_the_end_of_an_all_day_entry_is_the_day_after_its_last(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "DTSTART;VALUE=DATE:20260923\nDTEND;VALUE=DATE:20260925\nSUMMARY:No School")
    assert (one.date, one.until) == (dt.date(2026, 9, 23), dt.date(2026, 9, 24))


def test_a_single_day_has_no_last_day_of_its_own(tmp_path: Path) -> None:
    without_end, with_end, at_noon, to_midnight = read(
        tmp_path,
        "DTSTART;VALUE=DATE:20260901\nSUMMARY:No School",
        "DTSTART;VALUE=DATE:20260902\nDTEND;VALUE=DATE:20260903\nSUMMARY:No School",
        "DTSTART:20260903T120000\nDTEND:20260903T150000\nSUMMARY:Early Dismissal",
        "DTSTART:20260904T120000\nDTEND:20260905T000000\nSUMMARY:Early Dismissal",
    )
    assert [one.until for one in (without_end, with_end, at_noon, to_midnight)] == [None] * 4


def test_cancelled_entries_are_dropped_and_repeated_ones_written_out(tmp_path: Path) -> None:
    days = [
        one.date
        for one in read(
            tmp_path,
            "DTSTART;VALUE=DATE:20260907\nSTATUS:CANCELLED\nSUMMARY:No School",
            "DTSTART;VALUE=DATE:20260902\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260909\nSUMMARY:Early Release",
        )
    ]
    assert days == [dt.date(2026, 9, 2), dt.date(2026, 9, 16)]


def test_a_description_without_its_html_can_tell_what_the_title_does_not(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path, "DTSTART;VALUE=DATE:20261012\nSUMMARY:Teacher Workday\nDESCRIPTION:<b>No&nbsp;School</b> today"
    )
    assert (one.meaning, one.kind, one.words) == ("closed", "in_service", "no school")


@pytest.mark.parametrize(
    ("title", "meaning", "kind", "clear"),
    [
        ("School Day - Snow Day Makeup", "makeup_school_day", "school_day", False),
        ("Potential Snow Makeup Day", "contingent_makeup", None, False),
        ("Labor Day - Early Dismissal", "partial", "early_dismissal", True),
        ("Labor Day \u2013 District Closed", "closed", "holiday", True),
        ("Delayed Opening", "partial", "delayed_start", True),
        ("Early Dismissal (Elementary)", "partial", "early_dismissal", False),
        ("Remote Learning Day", "remote", "remote_day", False),
        ("Winter Recess", "closed", "break", True),
        ("Snow Day", "weather_closure", "weather_closure", False),
        ("Institute Day", "staff_only", "in_service", False),
        ("Juneteenth", "named_holiday", "holiday", False),
        ("Book Fair", "info", None, True),
    ],
)
def test_words_suggest_a_kind_and_only_plain_ones_are_clear(title: str, meaning: str, kind: str, clear: bool) -> None:  # noqa: FBT001 - a row of the table
    sense = sense_of(title)
    assert (sense.meaning, sense.kind, sense.clear) == (meaning, kind, clear)


def test_a_description_does_not_overrule_a_title_that_decides() -> None:
    sense = sense_of("Spring Recess - Schools Closed", "Inclement weather makeup days are taken from this window first")
    assert (sense.meaning, sense.clear) == ("closed", False)


def test_entries_that_repeat_by_the_minute_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "often.ics"
    event = "BEGIN:VEVENT\r\nDTSTART:20260907T090000\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:No School\r\nEND:VEVENT\r\n"
    file.write_text(f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n", newline="")
    suggestions, findings = read_ics(file, "C26")
    assert suggestions == []
    assert [f.code for f in findings] == ["repeats_too_often"]


def test_what_is_no_calendar_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "not.ics"
    file.write_bytes(b"BEGIN:VEVENT")
    for path in (file, tmp_path / "absent.ics"):
        suggestions, findings = read_ics(path, "C26")
        assert suggestions == []
        assert [f.code for f in findings] == ["bad_calendar"]


def test_suggestions_count_only_once_a_person_has_confirmed_them(tmp_path: Path) -> None:
    found = read(
        tmp_path, "DTSTART;VALUE=DATE:20260907\nSUMMARY:=No School", "DTSTART;VALUE=DATE:20260908\nSUMMARY:Fair"
    )
    folder = write_folder(tmp_path / "folder", {"calendar": None})
    out = folder / "calendar.csv"
    assert write_calendar_csv(found, out) == []
    assert write_calendar_csv(found, out)[0].code == "exists_already"
    assert calendar_rows(found)[0]["label"] == "'=No School"
    assert len(calendar_rows(found)) == 1
    assert [f.code for f in read_folder(folder)[1]] == ["not_confirmed"]
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    with out.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows([row | {"confirm": "yes"} for row in rows])
    records, findings = read_folder(folder)
    assert findings == []
    assert records is not None
    assert records.calendar.kind == ["holiday"]


def test_a_new_title_for_the_same_kind_of_day_is_no_change(tmp_path: Path) -> None:
    old = read(tmp_path, "DTSTART;VALUE=DATE:20261012\nSUMMARY:Columbus Day - No School")
    new = read(tmp_path, "DTSTART;VALUE=DATE:20261012\nSUMMARY:Indigenous Peoples Day - No School")
    assert calendar_changes(old, new) == []


@shared
def test_a_recess_day_that_became_a_school_day_is_the_one_change() -> None:
    old, _ = read_ics(SHARED / "2025-2026.as-of-2026-03-11.ics", "C26")
    new, _ = read_ics(SHARED / "2025-2026.ics", "C26")
    (change,) = calendar_changes(old, new)
    assert (change.date, change.before, change.after) == (dt.date(2026, 3, 30), ("break",), ("school_day",))


@shared
def test_the_words_agree_with_a_publishers_own_categories_in_61_of_62() -> None:
    same = {
        "no-school": {"closed"},
        "holiday": {"closed"},
        "break": {"closed"},
        "early-dismissal": {"partial"},
        "school": {"partial", "makeup_school_day"},
        "first-day": {"info"},
        "last-day": {"info"},
    }
    rows = list(csv.DictReader((SHARED / "livingston-nj.labelled.csv").open(encoding="utf-8")))
    missed = [row["summary"] for row in rows if sense_of(row["summary"]).meaning not in same[row["publisher_category"]]]
    assert len(rows) == 62
    assert missed == ["Professional Development Days"]
