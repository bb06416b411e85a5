import datetime as dt
from pathlib import Path

import pytest
from tests.statements.small_folder import read as small
from tests.statements.statement_folder import read
from typer.testing import CliRunner

from makegood.cli.main import app
from makegood.statements.explain.explanation import Explanation
from makegood.statements.explain.session import explain


def said(path: Path, asked: str) -> dict[str, str]:
    records, ledger = read(path)
    told = explain(records, ledger, asked)
    assert told is not None
    return parts_of(told)


def parts_of(told: Explanation) -> dict[str, str]:
    return {part.heading: " ".join(part.lines) for part in told.parts} | {"title": told.title}


def test_a_miss_is_explained_from_the_row_to_who_decides(tmp_path: Path) -> None:
    told = said(tmp_path, "a2")
    assert told["title"] == "Speech-language therapy, Wed, Sep 2, 2026: row a2"
    assert (
        "0 of 30 minutes given (planned as the IEP says). Reason as written: provider_absent."
        in told["What the log says"]
    )
    assert "2 sessions of 30 minutes a week. The IEP's own words: “2 x 30 min weekly”" in told["The promise"]
    assert "60 minutes promised - 0 on days without school = 60 due." in told["The period"]
    assert (
        "Wed, Sep 2, 2026, row a2: planned 30, given 0: gap 30, of which 30 missed."
        in told["Where the shortfall was counted"]
    )
    assert told["The reason"] == "Recorded: the therapist was absent (provider_absent)."
    rule = told["What follows, and by which rule"]
    assert "By Made-up Schools (own 2026-07-01 provider_absent)." in rule
    assert "District policy; binding; in force since Jul 1, 2026." in rule
    assert "https://example.org/7" in rule
    assert "Checked: the source's own words." in rule
    assert told["By when"] == (
        "Thu, Sep 10, 2026: within 5 school days. School days counted after Wed, Sep 2, 2026: Sep 3, 2026; "
        "Sep 4, 2026; Sep 8, 2026; Sep 9, 2026; Sep 10, 2026 (5 in all). Weekdays without school in between, "
        "not counted: 1."
    )
    assert told["What made it up"] == "20 minutes by the make-up of Fri, Sep 18, 2026, row m1 (it names this miss)."
    end = told["What has become of it, and who decides"]
    assert "30 owed = 20 made up + 0 closed + 10 still to be made up, past its date." in end
    assert end.endswith("The IEP team has the last word.")


def test_a_cured_gap_owes_nothing_and_names_the_session_that_cured_it(tmp_path: Path) -> None:
    told = said(tmp_path, "b1")
    assert "row b2: planned 30, given 60: 30 more than planned." in told["Where the shortfall was counted"]
    assert "So 30 minutes of this gap are not missed." in told["Where the shortfall was counted"]
    assert "No school on Mon, Sep 7, 2026 (Labor Day)." in told["The period"]
    assert told["What follows"] == (
        "Wed, Sep 9, 2026 (the student was absent): 30 of the 30 minutes not given that day were given in other "
        "sessions of Sep 7, 2026 to Sep 13, 2026."
    )


def test_a_local_code_and_a_declined_offer_are_told(tmp_path: Path) -> None:
    told = said(tmp_path, "c2")
    assert (
        "Recorded as 'TRIP', which the policy reads as: field trip, assembly or other school activity"
        in told["The reason"]
    )
    assert told["Offers"] == "Thu, Sep 17, 2026: a make-up was offered; declined."
    assert told["What made it up"].startswith("30 minutes closed: the offer was declined")
    assert told["By when"] == "No deadline is set."


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("a1", "30 minutes given as the IEP says."),
        ("c1", "30 minutes given, but not as the IEP says: the log says that it was not given as written."),
        ("m1", "20 minutes made up the miss of Wed, Sep 2, 2026 (a2)."),
        ("k1", "40 minutes count to award A1. 10 minutes are beyond the award: extra."),
        ("o1", "15 minutes given, but the day is in no period of the service: they are extra."),
    ],
)
def test_held_minutes_are_followed_to_where_they_went(tmp_path: Path, asked: str, words: str) -> None:
    assert words in said(tmp_path, asked)["Where its minutes went"]


def test_a_corrected_row_points_to_the_row_that_stands_for_it(tmp_path: Path) -> None:
    told = said(tmp_path, "d1")
    assert told["Corrected"].startswith(
        "Row d1 was corrected and no longer counts. Row d2 replaces it and is explained here."
    )
    assert "Minutes given: 0 became 30" in told["What the log says"]


def test_a_running_period_says_that_nothing_is_missed_yet(tmp_path: Path) -> None:
    assert "Nothing is missed before the period is over." in said(tmp_path, "e1")["The period"]


def test_a_week_that_is_counted_on_its_friday_is_not_said_to_run(tmp_path: Path) -> None:
    records, ledger = read(tmp_path, dt.date(2026, 9, 18))
    told = explain(records, ledger, "c2")
    assert told is not None
    period = parts_of(told)["The period"]
    # Of the 60 minutes of that week 30 were given, not as written, and 30 were missed.
    assert "30 missed" in period
    assert "Mon, Sep 14, 2026 to Sun, Sep 20, 2026 (no school day of it is left, so it is counted)." in period
    assert "Nothing is missed before the period is over." not in period


def test_an_inferred_gap_and_unrecorded_minutes_are_asked_for_by_service_and_day(tmp_path: Path) -> None:
    told = said(tmp_path, "T:2026-09-08")
    assert "the schedule has 30 minutes at 09:00 on this day" in told["The reason"]
    assert "the student was absent (student_absent)" in told["The reason"]
    unrecorded = said(tmp_path / "again", "S:2026-09-25")
    assert "30 minutes: not known." in unrecorded["What follows, and by which rule"]
    assert (
        "No gap explains 30 minutes: nothing on record, week of September 21, 2026."
        in unrecorded["Where the shortfall was counted"]
    )


@pytest.mark.parametrize("asked", ["nobody", "S:2026-09-08", "T:", "X:2026-09-08", "T:yesterday", ""])
def test_what_the_records_do_not_tell_of_is_not_explained(tmp_path: Path, asked: str) -> None:
    records, ledger = read(tmp_path)
    assert explain(records, ledger, asked) is None


def test_a_run_of_days_without_school_is_one_span_and_two_days_are_named(tmp_path: Path) -> None:
    # The terms end on Friday 12 June 2026; of the month's days after it 15 to 19, 22 to 26, 29 and 30 are weekdays.
    records, ledger = small(
        tmp_path,
        "2026-06-30",
        terms="calendar_id kind start end\nCAL year 2025-09-01 2026-06-12",
        calendar="calendar_id date kind until\nCAL 2026-06-04 in_service 2026-06-05",
        services="service_id student_id service_type minutes per\nSL S-1 speech 60 month",
        sessions="session_id service_id date minutes_delivered\na1 SL 2026-06-02 10",
    )
    told = explain(records, ledger, "a1")
    assert told is not None
    assert (
        "No school on Thu, Jun 4, 2026 (in service), Fri, Jun 5, 2026 (in service) and Mon, Jun 15, 2026 to "
        "Tue, Jun 30, 2026 (outside the terms)."
    ) in parts_of(told)["The period"]


def test_a_decision_is_named_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    records, ledger = small(
        tmp_path,
        "2026-06-30",
        terms="calendar_id kind start end\nCAL year 2025-09-01 2026-06-12",
        services="service_id student_id service_type minutes per\nSL S-1 speech 60 month",
        sessions="session_id service_id date minutes_delivered reason\na1 SL 2026-06-02 0 vacancy",
        determinations="determination_id session_id disposition decided_by\nD1 a1 owed team",
    )
    told = explain(records, ledger, "a1")
    assert told is not None
    follows = parts_of(told)["What follows, and by which rule"]
    assert "27 minutes: owed under the decision shown." in follows  # 60 x 10 of 22 weekdays of June
    assert "By a decision on record (decision D1)." in follows


def test_whoever_asks_about_another_day_of_a_week_on_no_record_is_led_to_its_gap(tmp_path: Path) -> None:
    # Two weeks of 30 without a row are dated their last school days, Friday 5 and Friday 12 September.
    small(
        tmp_path,
        "2025-09-14",
        terms="calendar_id kind start end\nCAL year 2025-09-01 2026-06-12",
        services="service_id student_id service_type minutes per\nSL-1 S-1 speech 30 week",
    )
    words = ["explain", str(tmp_path), "SL-1:2025-09-03", "--as-of", "2025-09-14"]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 2
    assert "Its nearest gaps without a row are SL-1:2025-09-05, SL-1:2025-09-12." in done.stderr
    words[2] = "SL-1:2025-09-05"
    assert CliRunner().invoke(app, words).exit_code == 0
