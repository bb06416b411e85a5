"""What weekdays cost, counted by hand."""

from datetime import date
from pathlib import Path

from tests.statements.small_folder import read

from makegood.cli.weekday import sentences
from makegood.statements.weekday import Weekdays, weekdays_of

SEPTEMBER = "calendar_id kind start end\nCAL year 2025-09-01 2025-09-26"
CLOSED = "calendar_id date kind\nCAL 2025-09-01 holiday\nCAL 2025-09-12 in_service"
DAILY = "service_id student_id service_type minutes per sessions\nSL S-1 speech 30 week 5"
# Monday and Friday: 3 sessions, 90 planned, 30 lost. Tuesday: 2 sessions, 60 planned, 45 lost.
LOG = (
    "session_id service_id date minutes_delivered reason kind\n"
    "L1 SL 2025-09-08 0 provider_absent -\nL2 SL 2025-09-15 30 - -\nL3 SL 2025-09-19 30 - -\n"
    "L4 SL 2025-09-09 15 student_late -\nL5 SL 2025-09-16 0 student_absent -\nM1 SL 2025-09-17 30 - make_up\n"
)


def weekdays(folder: Path, **tables: str) -> Weekdays:
    given = {"terms": SEPTEMBER, "calendar": CLOSED, "services": DAILY, "sessions": LOG} | tables
    records, _ = read(folder, "2025-09-26", **given)
    return weekdays_of(records, date(2025, 9, 26))


def test_school_days_and_closed_days_are_counted_by_weekday(tmp_path: Path) -> None:
    rows = {row.weekday: (row.school_days, row.closed_days) for row in weekdays(tmp_path).calendars}
    assert rows == {0: (3, 1), 1: (4, 0), 2: (4, 0), 3: (4, 0), 4: (3, 1)}


def test_lost_minutes_are_counted_by_weekday_and_party_and_make_ups_are_left_out(tmp_path: Path) -> None:
    days = weekdays(tmp_path).days
    assert sorted(days) == [0, 1, 4]
    assert (days[0].sessions, days[0].planned, days[0].lost, dict(+days[0].by_party)) == (2, 60, 30, {"provider": 30})
    assert (days[1].sessions, days[1].planned, days[1].lost, dict(+days[1].by_party)) == (2, 60, 45, {"family": 45})
    # 30 of 60 and 45 of 60, in thousandths.
    assert (days[0].per_thousand(), days[1].per_thousand(), days[4].per_thousand()) == (500, 750, 0)


def test_the_sentence_compares_and_says_on_how_little_it_rests(tmp_path: Path) -> None:
    # 30 of 90 is 333 of 1,000; 45 of 60 is 750.
    first, second, last = sentences(weekdays(tmp_path))
    assert first == (
        "Mondays and Fridays lost less here: 333 of every 1,000 planned minutes (3 sessions) "
        "against 750 on Tuesdays to Thursdays (2 sessions)."
    )
    assert second == "Leaving out what was lost to closed days, they lost less here: 333 against 750."
    assert last.startswith("This rests on few sessions (2 on the smaller side).")


def test_closed_days_are_told_apart(tmp_path: Path) -> None:
    # The holiday Monday is logged: 60 of 120 with it, 30 of 90 without it.
    log = LOG + "L6 SL 2025-09-01 0 holiday -\n"
    found = weekdays(tmp_path, sessions=log)
    assert (found.edges.per_thousand(), found.edges_open.per_thousand()) == (500, 333)


def test_slots_with_nothing_logged_count_and_are_said_to_be_inferred(tmp_path: Path) -> None:
    slots = "service_id weekday start_time minutes\nSL Thursday 09:00 30"
    found = weekdays(tmp_path, schedule=slots)
    assert (found.days[3].sessions, found.days[3].inferred, found.days[3].lost) == (4, 4, 120)
    assert "4 of these sessions are inferred from the weekly slots: nothing is logged for them." in sentences(found)


def test_without_sessions_on_both_sides_nothing_is_compared(tmp_path: Path) -> None:
    (only,) = sentences(weekdays(tmp_path, sessions="session_id service_id date minutes_delivered"))
    assert only.startswith("Mondays and Fridays cannot be compared")
