import csv
import datetime as dt
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.intake.folders import write_folder

from makegood.intake import read_folder
from makegood.intake.calendar_rows import CalendarSuggestion, calendar_changes, calendar_rows, write_calendar_csv
from makegood.intake.calendar_words import sense_of
from makegood.intake.ics import read_ics
from makegood.terms.findings import Finding

SHARED = Path(__file__).parents[3] / "shared" / "data" / "calendars"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the real calendars are not beside this checkout")
DAY = dt.date
YEAR = (DAY(2026, 8, 24), DAY(2027, 6, 11))


def read_text(
    path: Path, text: str, within: tuple[DAY, DAY] | None = None
) -> tuple[list[CalendarSuggestion], list[Finding]]:
    """Read a calendar file of this text."""
    file = path / "made-up.ics"
    file.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    return read_ics(file, "C26", within)


def calendar(*entries: str, head: str = "") -> str:
    """Return a calendar file with these entries' lines; the first entry begins in line 4 plus the head's lines."""
    body = "".join(f"BEGIN:VEVENT\nUID:u{n}\n{entry}\nEND:VEVENT\n" for n, entry in enumerate(entries))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n{head}{body}END:VCALENDAR\n"


def read(path: Path, *entries: str, head: str = "") -> list[CalendarSuggestion]:
    """Read a calendar file with these entries' lines, of which nothing is found."""
    suggestions, findings = read_text(path, calendar(*entries, head=head))
    assert findings == []
    return suggestions


def test_the_end_of_an_all_day_entry_is_the_day_after_its_last(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "DTSTART;VALUE=DATE:20260923\nDTEND;VALUE=DATE:20260925\nSUMMARY:No School")
    assert (one.date, one.until) == (DAY(2026, 9, 23), DAY(2026, 9, 24))


def test_a_single_day_has_no_last_day_of_its_own(tmp_path: Path) -> None:
    without_end, with_end, at_noon, to_midnight = read(
        tmp_path,
        "DTSTART;VALUE=DATE:20260901\nSUMMARY:No School",
        "DTSTART;VALUE=DATE:20260902\nDTEND;VALUE=DATE:20260903\nSUMMARY:No School",
        "DTSTART:20260903T120000\nDTEND:20260903T150000\nSUMMARY:Early Dismissal",
        "DTSTART:20260904T120000\nDTEND:20260905T000000\nSUMMARY:Early Dismissal",
    )
    assert [one.until for one in (without_end, with_end, at_noon, to_midnight)] == [None] * 4


CHICAGO = "X-WR-TIMEZONE:America/Chicago\n"
GUAM = "X-WR-TIMEZONE:Pacific/Guam\n"


@pytest.mark.parametrize(
    ("head", "start", "end", "first", "last"),
    [
        ("", "20261126T000000Z", "20261127T000000Z", "2026-11-26", ""),
        (CHICAGO, "20261126T000000Z", "20261127T000000Z", "2026-11-26", ""),
        (CHICAGO, "20261126T000000Z", "", "2026-11-26", ""),
        ("", "20261126T060000Z", "20261127T060000Z", "2026-11-26", ""),
        (CHICAGO, "20261126T060000Z", "20261128T060000Z", "2026-11-26", "2026-11-27"),
        ("", "20261126T060000Z", "20261127T055900Z", "2026-11-26", ""),
        # The clocks go back on 1 November 2026: the day has 25 hours.
        ("", "20261101T050000Z", "20261102T060000Z", "2026-11-01", ""),
        (CHICAGO, "20261030T050000Z", "20261103T060000Z", "2026-10-30", "2026-11-02"),
        # Guam is ten hours ahead.
        (GUAM, "20261125T140000Z", "20261126T140000Z", "2026-11-26", ""),
        (CHICAGO, "20261202T003000Z", "20261202T013000Z", "2026-12-01", ""),
        ("X-WR-TIMEZONE:Nowhere/At all\n", "20261126T060000Z", "20261127T060000Z", "2026-11-26", ""),
    ],
)
def test_whole_days_stamped_in_utc_fall_on_their_day(  # noqa: PLR0917 - a row of the table
    tmp_path: Path, head: str, start: str, end: str, first: str, last: str
) -> None:
    entry = f"DTSTART:{start}\n" + (f"DTEND:{end}\n" if end else "") + "SUMMARY:No School"
    (one,) = read(tmp_path, entry, head=head)
    assert (one.date.isoformat(), one.until.isoformat() if one.until else "") == (first, last)


def test_cancelled_entries_are_dropped_and_repeated_ones_written_out(tmp_path: Path) -> None:
    days = [
        one.date
        for one in read(
            tmp_path,
            "DTSTART;VALUE=DATE:20260907\nSTATUS:CANCELLED\nSUMMARY:No School",
            "DTSTART;VALUE=DATE:20260902\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260909\nSUMMARY:Early Release",
        )
    ]
    assert days == [DAY(2026, 9, 2), DAY(2026, 9, 16)]


def test_one_time_of_a_repeated_entry_can_be_moved_or_cancelled(tmp_path: Path) -> None:
    series = "BEGIN:VEVENT\nUID:s\nDTSTART;TZID=America/Chicago:20260902T140000\n"
    series += "RRULE:FREQ=WEEKLY;UNTIL=20260930T190000Z\nSUMMARY:Early Release\nEND:VEVENT\n"
    moved = "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=America/Chicago:20260909T140000\n"
    moved += "DTSTART;TZID=America/Chicago:20260910T140000\nSUMMARY:Early Release\nEND:VEVENT\n"
    gone = "BEGIN:VEVENT\nUID:s\nRECURRENCE-ID;TZID=America/Chicago:20260916T140000\n"
    gone += "DTSTART;TZID=America/Chicago:20260916T140000\nSTATUS:CANCELLED\nSUMMARY:Early Release\nEND:VEVENT\n"
    found, findings = read_text(tmp_path, f"BEGIN:VCALENDAR\n{series}{moved}{gone}END:VCALENDAR\n")
    assert findings == []
    assert [one.date.day for one in found] == [2, 10, 23, 30]


@pytest.mark.parametrize("zone", ["America", "posix", "../../etc", "Nowhere/Else", "x" * 5000])
def test_a_zone_that_is_none_leaves_the_times_as_they_are_written(tmp_path: Path, zone: str) -> None:
    text = calendar(f"DTSTART;TZID={zone}:20260907T090000\nSUMMARY:No School", head=f"X-WR-TIMEZONE:{zone}\n")
    found, _ = read_text(tmp_path, text)
    assert [one.date for one in found] in ([DAY(2026, 9, 7)], [])


def test_a_rule_without_an_end_stops_with_the_school_year(tmp_path: Path) -> None:
    rule = "DTSTART;VALUE=DATE:20260902\nRRULE:FREQ=WEEKLY\nSUMMARY:Early Release"
    found, findings = read_text(tmp_path, calendar(rule))
    # Wednesdays from 2 September 2026 to 30 June 2027.
    assert (len(found), found[-1].date) == (44, DAY(2027, 6, 30))
    assert [(f.code, f.row) for f in findings] == [("repeats_without_end", 4)]
    found, _ = read_text(tmp_path, calendar(rule), YEAR)
    assert (len(found), found[-1].date) == (41, DAY(2027, 6, 9))


def test_entries_outside_the_school_year_that_is_given_are_left_out(tmp_path: Path) -> None:
    entries = [f"DTSTART;VALUE=DATE:{day}\nSUMMARY:No School" for day in ("20260823", "20260824", "20270612")]
    found, _ = read_text(tmp_path, calendar(*entries), YEAR)
    assert [one.date for one in found] == [DAY(2026, 8, 24)]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=SECONDLY", "rule_left_out"),
        ("FREQ=MINUTELY;INTERVAL=30", "rule_left_out"),
        ("FREQ=HOURLY;COUNT=5", "rule_left_out"),
        ("FREQ=DAILY;BYHOUR=8,9;BYMINUTE=0,1,2;BYSECOND=1,2,3", "rule_left_out"),
        ("FREQ=WEEKLY;INTERVAL=0", "rule_left_out"),
        ("FREQ=DAILY;INTERVAL=-1", "rule_left_out"),
        ("INTERVAL=2", "rule_left_out"),
        # These come to no day at all.
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "rule_left_out"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31;COUNT=2", "rule_left_out"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "rule_left_out"),
        ("FREQ=MONTHLY;BYDAY=6MO", "rule_left_out"),
        ("FREQ=DAILY;BYMONTH=13", "rule_left_out"),
        ("FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=2", "rule_left_out"),
        ("FREQ=FORTNIGHTLY", "bad_line"),
    ],
)
def test_a_rule_that_comes_to_no_days_or_too_many_is_left_out_and_said(tmp_path: Path, rule: str, code: str) -> None:
    once = "DTSTART;VALUE=DATE:20260907\nSUMMARY:Labor Day - No School"
    found, findings = read_text(tmp_path, calendar(once, f"DTSTART:20260908T090000\nRRULE:{rule}\nSUMMARY:No School"))
    assert found[0].date == DAY(2026, 9, 7)
    assert [f.code for f in findings] == [code]
    # The entry's own day is left, and it is asked about.
    assert [(one.date.day, one.verdict) for one in found[1:]] == [(8, "ask")]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=2", ["2026-09-09", "2026-10-14", "2026-11-11"]),
        ("FREQ=MONTHLY;BYDAY=2WE", ["2026-09-09", "2026-10-14", "2026-11-11"]),
        ("FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", ["2026-09-09", "2026-10-07", "2026-11-04"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", ["2026-09-09", "2026-11-26"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-09-09", "2026-09-30", "2026-10-31", "2026-11-30"]),
    ],
)
def test_the_rules_that_schools_use_are_written_out(tmp_path: Path, rule: str, days: list[str]) -> None:
    entry = f"DTSTART;VALUE=DATE:20260909\nRRULE:{rule}\nSUMMARY:Early Release"
    found, _ = read_text(tmp_path, calendar(entry), (DAY(2026, 9, 1), DAY(2026, 11, 30)))
    # The entry's own day is the first, whether the rule fits it or not.
    assert [one.date.isoformat() for one in found] == days


def test_rules_over_a_century_neither_hang_nor_flood(tmp_path: Path) -> None:
    never = "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=3\nSUMMARY:No School"
    daily = "DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=DAILY\nSUMMARY:No School"
    rules = [never, *[daily] * 60, "DTSTART;VALUE=DATE:20990101\nSUMMARY:No School"]
    start = time.perf_counter()
    found, findings = read_text(tmp_path, calendar(*rules), (DAY(1990, 1, 1), DAY(2099, 12, 31)))
    assert time.perf_counter() - start < 30
    assert len(found) <= 10_100
    assert {"repeats_too_often", "rule_left_out"} <= {f.code for f in findings}
    assert len(findings) <= 30


def test_a_rule_comes_to_a_thousand_days_at_most(tmp_path: Path) -> None:
    rule = "DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;UNTIL=20291231\nSUMMARY:No School"
    found, findings = read_text(tmp_path, calendar(rule), (DAY(2020, 1, 1), DAY(2029, 12, 31)))
    assert (len(found), found[-1].date) == (1000, DAY(2022, 9, 26))
    assert [(f.code, f.row) for f in findings] == [("repeats_too_often", 4)]


def test_the_rules_of_a_file_come_to_ten_thousand_days_at_most(tmp_path: Path) -> None:
    rules = [f"DTSTART;VALUE=DATE:20260901\nRRULE:FREQ=DAILY\nSUMMARY:No School {n}" for n in range(40)]
    found, findings = read_text(tmp_path, calendar(*rules), (DAY(2026, 9, 1), DAY(2027, 8, 31)))
    # 27 rules of 365 days are 9,855; of the 28th 145 days are left; of 12 only the first: 10 + 1 are said.
    assert len(found) == 10_012
    assert Counter(f.code for f in findings) == {"repeats_without_end": 11, "repeats_too_often": 11}


def test_a_rule_from_long_ago_is_read_for_the_school_year(tmp_path: Path) -> None:
    rule = "DTSTART;VALUE=DATE:19701225\nRRULE:FREQ=YEARLY;UNTIL=20991231\nSUMMARY:Christmas Day - No School"
    assert [one.date for one in read(tmp_path, rule, "DTSTART;VALUE=DATE:20260907\nSUMMARY:Labor Day")] == [
        DAY(2026, 9, 7),
        DAY(2026, 12, 25),
    ]


def test_one_bad_line_costs_one_line(tmp_path: Path) -> None:
    entries = [f"DTSTART;VALUE=DATE:202609{day:02d}\nSUMMARY:No School" for day in range(1, 31)] * 7
    lines = calendar(*entries).split("\n")
    # Line 4 begins the first of 210 entries of five lines each.
    lines[4 - 1 + 5 * 100 + 2] = "DTSTART;VALUE=DATE:2026-13-45"
    lines[4 - 1 + 5 * 50 + 3] = "a line that somebody broke in two"
    found, findings = read_text(tmp_path, "\n".join(lines))
    assert [(f.code, f.row) for f in findings] == [("bad_line", 4 + 5 * 50 + 3), ("bad_line", 4 + 5 * 100 + 2)]
    assert all("row" not in f.message and "made-up" not in f.message for f in findings)
    assert Counter(one.date.day for one in found) == Counter(dict.fromkeys(range(1, 31), 1) | {21: 2}), (
        "same day and title are one; the title of the entry on the 21st is lost"
    )


def test_an_entry_of_which_a_date_is_broken_is_asked_about(tmp_path: Path) -> None:
    found, findings = read_text(
        tmp_path, calendar("DTSTART;VALUE=DATE:20261223\nDTEND;VALUE=DATE:20270199\nSUMMARY:Winter Break")
    )
    assert [(one.date, one.verdict) for one in found] == [(DAY(2026, 12, 23), "ask")]
    assert [(f.code, f.row) for f in findings] == [("bad_line", 7)]


@pytest.mark.parametrize(
    ("text", "codes", "days"),
    [
        ("BEGIN:VEVENT\nSUMMARY:No School\nEND:VEVENT\n", ["entry_without_day"], 1),
        ("BEGIN:VEVENT\nDTSTART:120000\nSUMMARY:No School\nEND:VEVENT\n", ["entry_without_day"], 1),
        ("BEGIN:VEVENT\nDTSTART:20260908\nSUMMARY:No School\n", ["entry_without_end"], 2),
        ("BEGIN:VEVENT\nDTSTART:22600908\nSUMMARY:No School\nEND:VEVENT\n", ["bad_date"], 1),
        ("BEGIN:VEVENT\nDTSTART:20260908\nDTEND:20360908\nSUMMARY:No School\nEND:VEVENT\n", ["bad_date"], 1),
        ("BEGIN:VEVENT\nDTSTART:20260908\nBEGIN:VALARM\nX\nEND:VEVENT\n", ["bad_line"], 2),
    ],
)
def test_an_entry_that_is_not_whole_leaves_the_others(tmp_path: Path, text: str, codes: list[str], days: int) -> None:
    once = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260907\nSUMMARY:Labor Day\nEND:VEVENT\n"
    found, findings = read_text(tmp_path, f"BEGIN:VCALENDAR\n{text}{once}END:VCALENDAR\n")
    assert [f.code for f in findings] == codes
    assert len(found) == days


def test_the_words_of_an_alarm_are_not_the_entrys(tmp_path: Path) -> None:
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nSUMMARY:No School\nDESCRIPTION:No School\nEND:VALARM"
    (one,) = read(tmp_path, f"DTSTART;VALUE=DATE:20260907\n{alarm}\nSUMMARY:Book Fair")
    assert one.verdict == "left_out"


def test_a_description_is_shown_without_its_html_and_decides_nothing(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path, "DTSTART;VALUE=DATE:20261012\nSUMMARY:Teacher Workday\nDESCRIPTION:<b>No&nbsp;School</b> today"
    )
    assert (one.verdict, one.kind, one.description) == ("ask", "in_service", "No School today")
    assert "the calendar adds 'No School today'" in calendar_rows([one])[0]["why"]


def test_categories_are_read(tmp_path: Path) -> None:
    clear, asked = read(
        tmp_path,
        "DTSTART;VALUE=DATE:20260828\nSUMMARY:Staff Development\nCATEGORIES:Calendar,No School",
        "DTSTART;VALUE=DATE:20260831\nSUMMARY:No School\nCATEGORIES:Middle School",
    )
    assert (clear.verdict, clear.kind) == ("clear", "in_service")
    assert (asked.verdict, asked.sense.grades) == ("ask", ("?",))


def test_older_encodings_are_read_with_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "old.ics"
    text = calendar("DTSTART;VALUE=DATE:20260907\nSUMMARY:Día feriado")
    file.write_bytes(text.encode("cp1252"))
    (one,), findings = read_ics(file, "C26")
    assert (one.label, one.verdict, [f.code for f in findings]) == ("Día feriado", "clear", ["encoding"])
    file.write_bytes(text.encode("utf-16"))
    assert [one.label for one in read_ics(file, "C26")[0]] == ["Día feriado"]


def test_what_is_no_calendar_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "not.ics"
    file.write_bytes(b"BEGIN:VEVENT")
    for path, code in ((file, "bad_calendar"), (tmp_path / "absent.ics", "unreadable_file")):
        suggestions, findings = read_ics(path, "C26")
        assert suggestions == []
        assert [f.code for f in findings] == [code]


def confirm(out: Path, **answers: str) -> None:
    """Answer every row of a calendar."""
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    with out.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows([row | answers for row in rows])


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
    confirm(out, confirm="yes")
    records, findings = read_folder(folder)
    assert findings == []
    assert records is not None
    assert records.calendar.kind == ["holiday"]


def test_a_day_for_some_does_not_count_for_everyone_by_a_mere_yes(tmp_path: Path) -> None:
    found = read(tmp_path, "DTSTART;VALUE=DATE:20260908\nSUMMARY:No School MS/HS")
    folder = write_folder(tmp_path / "folder", {"calendar": None})
    out = folder / "calendar.csv"
    assert write_calendar_csv(found, out) == []
    confirm(out, confirm="yes")
    assert [(f.code, f.column) for f in read_folder(folder)[1]] == [("for_whom", "grades")]
    confirm(out, grades="6;7;8")
    records, findings = read_folder(folder)
    assert findings == []
    assert records is not None
    assert records.calendar.grades == [("6", "7", "8")]


def test_a_new_title_for_the_same_kind_of_day_is_no_change(tmp_path: Path) -> None:
    old = read(tmp_path, "DTSTART;VALUE=DATE:20261012\nSUMMARY:Columbus Day - No School")
    new = read(tmp_path, "DTSTART;VALUE=DATE:20261012\nSUMMARY:Indigenous Peoples Day - No School")
    assert calendar_changes(old, new) == []


@shared
def test_a_recess_day_that_became_a_school_day_is_the_one_change() -> None:
    old, _ = read_ics(SHARED / "2025-2026.as-of-2026-03-11.ics", "C26")
    new, _ = read_ics(SHARED / "2025-2026.ics", "C26")
    (change,) = calendar_changes(old, new)
    assert (change.date, change.before, change.after) == (DAY(2026, 3, 30), ("break",), ("school_day",))


CLOSED = {"holiday", "break", "in_service"}
KINDS = {
    "no-school": CLOSED,
    "holiday": CLOSED,
    "break": CLOSED,
    "early-dismissal": {"early_dismissal"},
    "school": {"delayed_start", "school_day"},
    "first-day": {"nothing"},
    "last-day": {"nothing"},
}


@shared
@pytest.mark.parametrize("with_categories", [True, False])
def test_a_published_calendar_of_62_entries_is_never_read_wrong_without_a_word(with_categories: bool) -> None:  # noqa: FBT001 - both
    rows = list(csv.DictReader((SHARED / "livingston-nj.labelled.csv").open(encoding="utf-8")))
    counts: Counter[str] = Counter()
    asked = []
    for row in rows:
        sense = sense_of(row["summary"], [row["publisher_category"]] if with_categories else [])
        found = str(sense.kind) if sense.verdict in {"clear", "ask"} else "nothing"
        right = found in KINDS[row["publisher_category"]]
        counts["wrong" if sense.verdict == "clear" and not right else sense.verdict] += 1
        assert right, row["summary"]
        asked += [row["summary"]] if sense.verdict == "ask" else []
        assert (sense.verdict == "ask") == bool(row["scope_hint"]) or row["summary"] in {
            "School Day - Snow Day Makeup",
            "Professional Development Days",
        }, row["summary"]
    # Six are for some; a make-up day is always asked about; so is a staff day of which only the category says more.
    assert len(asked) == (7 if with_categories else 8)
    assert counts["wrong"] == 0
    assert len(rows) == 62


@shared
def test_the_classes_of_the_keyword_rules_are_read_so() -> None:
    rules = {row["class"]: row["patterns"] for row in csv.DictReader((SHARED / "keyword_rules.csv").open())}
    kinds = {
        "partial": {"early_dismissal", "delayed_start", None},
        "closed": CLOSED,
        "staff_only": {"in_service"},
    }
    for name, expected in kinds.items():
        # That an office is closed is no closure for students.
        for words in rules[name].replace("offices closed|", "").split("|"):
            sense = sense_of(words.replace("X break", "Winter break"))
            assert sense.kind in expected, words
            assert sense.verdict in ({"ask"} if name == "staff_only" else {"clear", "ask", "named"}), words
