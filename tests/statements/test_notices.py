"""Notices: the clocks, counted by hand on a calendar."""

from datetime import date
from pathlib import Path

import pytest
from tests.statements.small_folder import house, read

from makegood.ledger import log_of
from makegood.policies import read_packs
from makegood.statements.notices.notice import NoticeDue
from makegood.statements.notices.notices import notices_of
from makegood.statements.notices.running import clocks_running

# September 2026: the 1st is a Tuesday, Labor Day is Monday the 7th.
TERMS = "calendar_id kind start end\nCAL year 2026-08-24 2027-06-04"
LABOR_DAY = "calendar_id date kind\nCAL 2026-09-07 holiday"
ILLINOIS = "student_id policy_id\nS-1 us-il"
WEEKLY = "service_id student_id service_type minutes per\nSL S-1 speech 30 week"
HEAD = "session_id service_id date minutes_delivered reason kind corrects\n"
# Held on 26 August; nobody there from 2 September on.
VACANT = HEAD + (
    "L1 SL 2026-08-26 30 - - -\n"
    "L2 SL 2026-09-02 0 vacancy - -\n"
    "L3 SL 2026-09-09 0 vacancy - -\n"
    "L4 SL 2026-09-16 0 vacancy - -\n"
)


def notices(folder: Path, as_of: str, pack: str | None = None, **tables: str) -> list[NoticeDue]:
    given = {"terms": TERMS, "calendar": LABOR_DAY, "students": ILLINOIS, "services": WEEKLY} | tables
    records, ledger = read(folder, as_of, pack, **given)
    packs, _ = read_packs(records.policies)
    return notices_of(log_of(records, ledger.as_of), ledger, packs)


def days(due: NoticeDue) -> tuple[str, str, str]:
    return due.event.began.isoformat(), due.event.complete.isoformat(), str(due.due_by)


def test_illinois_counts_ten_school_days_after_the_first_miss_and_three_for_the_letter(tmp_path: Path) -> None:
    # After Wed 2 Sep: 3, 4 (2); not Labor Day; 8-11 (6); 14-17 (10): complete on the 17th. 18, 21, 22: due on the 22nd.
    (due,) = notices(tmp_path, "2026-09-17", sessions=VACANT)
    assert days(due) == ("2026-09-02", "2026-09-17", "2026-09-22")
    assert due.status == "due"
    assert due.rule.citation.startswith("Illinois School Code, 105 ILCS 5/14-8.02f (P.A. 101-0515)")
    assert due.event.session_ids == ("L2", "L3", "L4")
    assert not due.event.inferred


def test_on_the_ninth_day_no_notice_is_asked_for(tmp_path: Path) -> None:
    assert notices(tmp_path, "2026-09-16", sessions=VACANT) == []


@pytest.mark.parametrize(("as_of", "status"), [("2026-09-22", "due"), ("2026-09-23", "late")])
def test_a_letter_is_late_once_its_day_is_past(tmp_path: Path, as_of: str, status: str) -> None:
    (due,) = notices(tmp_path, as_of, sessions=VACANT)
    assert due.status == status


@pytest.mark.parametrize(("sent_on", "status"), [("2026-09-22", "sent"), ("2026-09-23", "sent_late")])
def test_a_letter_on_record_is_matched_and_its_day_judged(tmp_path: Path, sent_on: str, status: str) -> None:
    letters = f"notice_id student_id kind sent_on session_id\nN1 S-1 lapse {sent_on} L2"
    (due,) = notices(tmp_path, "2026-10-01", sessions=VACANT, notices=letters)
    assert (due.notice_id, str(due.sent_on), due.status) == ("N1", sent_on, status)


def test_a_letter_that_names_no_session_answers_the_lapse_too(tmp_path: Path) -> None:
    letters = "notice_id student_id kind sent_on\nN1 S-1 lapse 2026-09-18"
    (due,) = notices(tmp_path, "2026-10-01", sessions=VACANT, notices=letters)
    assert (due.notice_id, due.status) == ("N1", "sent")


def test_a_letter_about_something_else_answers_nothing(tmp_path: Path) -> None:
    letters = "notice_id student_id kind sent_on session_id\nN1 S-1 lapse 2026-09-18 L1\nN2 S-1 progress 2026-09-18 L2"
    (due,) = notices(tmp_path, "2026-10-01", sessions=VACANT, notices=letters)
    assert due.notice_id is None


@pytest.mark.parametrize(("held_on", "asked"), [("2026-09-16", 0), ("2026-09-17", 0), ("2026-09-18", 1)])
def test_minutes_given_up_to_the_tenth_day_stop_the_clock(tmp_path: Path, held_on: str, asked: int) -> None:
    log = VACANT + f"L5 SL {held_on} 10 - - -\n"
    assert len(notices(tmp_path, "2026-09-22", sessions=log)) == asked


def test_a_make_up_stops_the_clock_and_a_compensatory_session_does_not(tmp_path: Path) -> None:
    make_up = VACANT + "L5 SL 2026-09-14 30 - make_up -\n"
    assert notices(tmp_path, "2026-09-22", sessions=make_up) == []
    compensatory = VACANT + "L5 SL 2026-09-14 30 - compensatory -\n"
    assert len(notices(tmp_path, "2026-09-22", sessions=compensatory)) == 1


def test_days_on_which_the_child_was_absent_are_left_out(tmp_path: Path) -> None:
    # Absent on the 10th and 11th: 3, 4, 8, 9 (4); 14-18 (9); 21 (10). The letter: 22, 23, 24.
    away = "student_id date until\nS-1 2026-09-10 2026-09-11"
    (due,) = notices(tmp_path, "2026-09-22", sessions=VACANT, student_absences=away)
    assert days(due) == ("2026-09-02", "2026-09-21", "2026-09-24")


def test_a_row_of_another_service_tells_of_the_absence_as_well(tmp_path: Path) -> None:
    # OT says absent on the 10th: 3, 4, 8, 9, 11 (5); 14-18 (10). The letter: 21, 22, 23.
    two = WEEKLY + "\nOT S-1 ot 30 week"
    log = VACANT + "O1 OT 2026-08-27 30 - - -\nO2 OT 2026-09-03 30 - - -\nO3 OT 2026-09-10 0 student_absent - -\n"
    (due,) = notices(tmp_path, "2026-09-18", services=two, sessions=log + "O4 OT 2026-09-17 30 - - -\n")
    assert days(due) == ("2026-09-02", "2026-09-18", "2026-09-23")


def test_a_session_that_the_family_cancelled_starts_no_clock(tmp_path: Path) -> None:
    # The service was there on the 2nd. The first day without it is the 9th: 10, 11 (2); 14-18 (7); 21, 22, 23.
    log = VACANT.replace("2026-09-02 0 vacancy", "2026-09-02 0 family_cancelled")
    (due,) = notices(tmp_path, "2026-09-25", sessions=log)
    assert days(due) == ("2026-09-09", "2026-09-23", "2026-09-28")


def test_a_service_that_never_started_is_counted_from_its_start(tmp_path: Path) -> None:
    # After Mon 24 Aug: 25-28 (4); 31-4 Sep (9); 8 Sep (10). The letter: 9, 10, 11.
    (due,) = notices(tmp_path, "2026-09-09")
    assert days(due) == ("2026-08-24", "2026-09-08", "2026-09-11")
    assert due.event.inferred


def test_days_with_nothing_on_record_start_the_clock_when_their_week_is_closed(tmp_path: Path) -> None:
    # The week to Fri 4 Sep, its last school day, has no row. After it: 8-11 (4); 14-18 (9); 21 (10).
    # The letter: 22, 23, 24.
    (due,) = notices(tmp_path, "2026-09-22", sessions=HEAD + "L1 SL 2026-08-26 30 - - -\n")
    assert days(due) == ("2026-09-04", "2026-09-21", "2026-09-24")
    assert due.event.inferred


def test_a_lapse_is_seen_before_its_month_is_closed(tmp_path: Path) -> None:
    # 4 x 30 a month. After Thu 3 Sep: 4 (1); 8-11 (5); 14-18 (10). The letter: 21, 22, 23.
    monthly = "service_id student_id service_type minutes sessions per start\nSL S-1 speech 30 4 month 2026-09-01"
    log = HEAD + "L1 SL 2026-09-02 30 - - -\nL2 SL 2026-09-03 0 vacancy - -\nL3 SL 2026-09-10 0 vacancy - -\n"
    (due,) = notices(tmp_path, "2026-09-20", services=monthly, sessions=log)
    assert days(due) == ("2026-09-03", "2026-09-18", "2026-09-23")


def test_a_new_lapse_after_a_session_is_a_new_notice(tmp_path: Path) -> None:
    # Held on the 18th, missed on the 23rd: 24, 25 (2); 28-2 Oct (7); 5, 6, 7 Oct (10). The letter: 8, 9, 12 Oct.
    log = VACANT + "L5 SL 2026-09-18 30 - - -\nL6 SL 2026-09-23 0 vacancy - -\nL7 SL 2026-09-30 0 vacancy - -\n"
    first, second = notices(tmp_path, "2026-10-08", sessions=log)
    assert (str(first.event.complete), days(second)) == ("2026-09-17", ("2026-09-23", "2026-10-07", "2026-10-12"))


def test_the_rule_of_the_day_on_which_the_lapse_is_complete_holds(tmp_path: Path) -> None:
    # Two school days without: complete on 4 Sep. Until then five school days are named, from then on three.
    lapse = (
        "notices: [{{when: {{lapse: {{n: 2, unit: school_days}}}}, tell: parent,"
        " within: {{n: {n}, unit: school_days}}, source: us}}]"
    )
    pack = house(
        "{to: 2026-09-03, " + lapse.format(n=5) + "}",
        "{from: 2026-09-04, " + lapse.format(n=3) + "}",
    )
    mine = "student_id policy_id\nS-1 house"
    (due,) = notices(tmp_path, "2026-09-17", pack, students=mine, sessions=VACANT)
    # 8, 9, 10 September.
    assert (days(due), due.rule.version_from) == (("2026-09-02", "2026-09-04", "2026-09-10"), date(2026, 9, 4))


RUN = house("{notices: [{when: {run_of: 3}, do: iep_meeting, within: {n: 2, unit: weeks}, source: us}]}")
EACH = house("{notices: [{when: each_miss, tell: parent, within: {n: 1, unit: business_days}, source: us}]}")
HOUSE = "student_id policy_id\nS-1 house"


def test_three_missed_in_a_row_ask_for_one_meeting_whatever_the_reasons(tmp_path: Path) -> None:
    log = HEAD + (
        "L1 SL 2026-08-26 0 vacancy - -\nL2 SL 2026-09-02 30 - - -\nL3 SL 2026-09-09 0 student_absent - -\n"
        "L4 SL 2026-09-16 0 vacancy - -\nL5 SL 2026-09-23 0 assessment - -\nL6 SL 2026-09-30 0 vacancy - -\n"
        "L7 SL 2026-10-07 30 - - -\nL8 SL 2026-10-14 0 vacancy - -\nL9 SL 2026-10-21 0 vacancy - -\n"
    )
    (due,) = notices(tmp_path, "2026-10-25", RUN, students=HOUSE, sessions=log)
    assert days(due) == ("2026-09-09", "2026-09-23", "2026-10-07")
    assert (due.act, due.event.session_ids) == ("IEP meeting", ("L3", "L4", "L5"))


def test_a_session_held_in_part_ends_a_run(tmp_path: Path) -> None:
    log = VACANT.replace("2026-09-09 0", "2026-09-09 10")
    assert notices(tmp_path, "2026-09-30", RUN, students=HOUSE, sessions=log) == []


def test_each_miss_asks_for_its_own_notice_and_corrections_are_followed(tmp_path: Path) -> None:
    # Wed 2, 9 and 16 Sep: the next business days are the 3rd, 10th and 17th.
    log = VACANT + "L2B SL 2026-09-02 0 no_substitute - L2\n"
    letters = "notice_id student_id kind sent_on session_id\nN1 S-1 missed_session 2026-09-03 L2"
    found = notices(tmp_path, "2026-09-16", EACH, students=HOUSE, sessions=log, notices=letters)
    assert [(*due.event.session_ids, str(due.due_by), due.status) for due in found] == [
        ("L2B", "2026-09-03", "sent"),
        ("L3", "2026-09-10", "late"),
        ("L4", "2026-09-17", "due"),
    ]


def test_an_unverified_rule_is_shown_and_marked(tmp_path: Path) -> None:
    doubtful = EACH.replace("verification: found", "verification: unverified")
    found = notices(tmp_path, "2026-09-03", doubtful, students=HOUSE, sessions=VACANT)
    assert [due.as_dict()["verification"] for due in found] == ["unverified"]


def test_where_no_policy_asks_for_a_notice_there_is_none(tmp_path: Path) -> None:
    federal = "student_id policy_id\nS-1 us-federal"
    assert notices(tmp_path, "2026-10-01", students=federal, sessions=VACANT) == []


def test_a_running_clock_tells_its_days_and_the_day_on_which_it_ends(tmp_path: Path) -> None:
    # Up to Fri 11 Sep: 3, 4, 8, 9, 10, 11. The tenth will be the 17th.
    given = {"terms": TERMS, "calendar": LABOR_DAY, "students": ILLINOIS, "services": WEEKLY, "sessions": VACANT}
    records, ledger = read(tmp_path, "2026-09-11", **given)
    packs, _ = read_packs(records.policies)
    (clock,) = clocks_running(log_of(records, ledger.as_of), ledger, packs)
    assert (clock.began, clock.days, clock.complete_on) == (date(2026, 9, 2), 6, date(2026, 9, 17))


def test_a_clock_that_ran_out_or_was_stopped_runs_no_more(tmp_path: Path) -> None:
    given = {"terms": TERMS, "calendar": LABOR_DAY, "students": ILLINOIS, "services": WEEKLY}
    for as_of, log in (("2026-09-17", VACANT), ("2026-09-12", VACANT + "L5 SL 2026-09-11 30 - - -\n")):
        records, ledger = read(tmp_path, as_of, **given, sessions=log)
        assert clocks_running(log_of(records, ledger.as_of), ledger, read_packs(None)[0]) == []
