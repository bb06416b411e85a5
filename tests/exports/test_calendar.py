from pathlib import Path

from icalendar import Calendar
from tests.exports.conftest import Export
from tests.exports.small import TABLES, small_folder


def entries(file: Path) -> dict[tuple[str, str], str]:
    """Return each entry's title by its begin and end."""
    calendar = Calendar.from_ical(file.read_bytes())
    return {(f"{e['DTSTART'].dt:%m-%d %H:%M}", f"{e['DTEND'].dt:%H:%M}"): str(e["SUMMARY"]) for e in calendar.events}


def test_held_planned_and_agreed_sessions_are_entries(folder: Path, export: Export, tmp_path: Path) -> None:
    """After 10 September there are four Tuesdays and Thursdays to Friday the 25th, and a make-up on the 16th."""
    assert export(folder, "ics", "--out", tmp_path / "out").code == 0
    assert entries(tmp_path / "out/P01.ics") == {
        ("09-01 09:00", "09:30"): "Session held: A.E., B.S.",
        ("09-02 10:00", "10:15"): "Session held: B.S.",
        ("09-08 09:00", "09:20"): "Session held: A.E.",
        ("09-09 13:00", "13:30"): "Make-up held: A.E.",
        ("09-10 09:00", "09:30"): "Session held: A.E.",
        ("09-15 09:00", "09:30"): "Session: A.E., B.S.",
        ("09-16 13:00", "13:10"): "Make-up: A.E.",
        ("09-17 09:00", "09:30"): "Session: A.E., B.S.",
        ("09-22 09:00", "09:30"): "Session: A.E., B.S.",
        ("09-24 09:00", "09:30"): "Session: A.E., B.S.",
    }


def test_no_slot_lies_on_a_day_without_school(export: Export, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "records", calendar="calendar_id,date,kind\nC,2026-09-15,weather_closure\n")
    export(folder, "ics", "--out", tmp_path / "out")
    assert not any(begin.startswith("09-15") for begin, _ in entries(tmp_path / "out/P01.ics"))


def test_no_child_is_named_and_no_service(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "ics", "--out", tmp_path / "out")
    text = "".join(path.read_text() for path in (tmp_path / "out").glob("*.ics"))
    for word in ("Ana", "Ben", "Example", "Sample", "speech", "0041", "0042", "went well"):
        assert word not in text
    assert text.count("CLASS:PRIVATE") == text.count("BEGIN:VEVENT")


def test_two_children_with_the_same_initials_are_told_apart_by_their_ids(export: Export, tmp_path: Path) -> None:
    students = TABLES["students"].replace("Ben,Sample", "Abe,Eastwood")
    folder = small_folder(tmp_path / "records", students=students)
    export(folder, "ics", "--out", tmp_path / "out")
    assert entries(tmp_path / "out/P01.ics")["09-01 09:00", "09:30"] == "Session held: 0041, 0042"


def test_a_session_without_a_time_is_listed_and_not_dropped(export: Export, tmp_path: Path) -> None:
    sessions = TABLES["sessions"].replace("2026-09-02,15,10:00", "2026-09-02,15,")
    folder = small_folder(tmp_path / "records", sessions=sessions)
    export(folder, "ics", "--out", tmp_path / "out")
    assert "sessions,L9,start_time,no time is on record" in (tmp_path / "out/left-out.csv").read_text()


def test_no_two_entries_of_a_calendar_share_an_id(folder: Path, export: Export, tmp_path: Path) -> None:
    export(folder, "ics", "--out", tmp_path / "out")
    events = Calendar.from_ical((tmp_path / "out/P01.ics").read_bytes()).events
    assert len({str(event["UID"]) for event in events}) == len(events) == 10
