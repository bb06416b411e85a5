"""What the rows of a file become, and what is asked about them."""

import datetime as dt
from pathlib import Path

import pytest
from tests.imports.made import CASELOAD, LOG, asked, book, mapping_for, seen, told, written

from makegood.imports.read import read
from makegood.imports.report import session_in_words
from makegood.imports.result import Import


def drafted(folder: Path, text: str, name: str = "x.csv") -> object:
    return seen([written(folder, name, text)], folder / "into")


def orders_asked(made: Import) -> list[str]:
    """Return the days of which it is asked whether the month or the day comes first."""
    return [of for kind, of in asked(made) if kind == "date_order"]


def test_a_log_is_read_row_by_row(tmp_path: Path) -> None:
    made = seen([written(tmp_path, "log.csv", LOG)], tmp_path / "into")
    assert told(made) == [
        ("Tompkins, Lee", "2026-09-08", "held", 30),
        ("Tompkins, Lee", "2026-09-10", "student_absent", 0),
        ("Tompkins, Lee", "2026-09-15", "held", 20),
        ("Ana Example", "2026-09-08", "held", 30),
        ("Ana Example", "2026-09-15", "provider_absent", 0),
        ("Ana Example", "2026-09-17", "make_up", 30),
    ]
    assert made.drafts.sessions[5].makeup_for == dt.date(2026, 9, 15)
    assert made.drafts.sessions[0].where.words() == "log.csv, row 3"
    assert [(each.why, each.where.row) for each in made.drafts.left_out] == [("a total", 9)]
    assert asked(made) == []


def test_a_grid_is_read_cell_by_cell_and_its_totals_are_left_out(tmp_path: Path) -> None:
    grid = (
        "Student,Min,9/15/26,9/22/26,9/29/26,10/6/26,Total\n"
        'Ana Example,30,P,"TA, MU 9/30",20,30 + 15,125\n'
        "Ben Sample,45,SA,P,,P 30,75\n"
        "Total,,,,,,200\n"
        "P = present; TA = therapist absent; SA = student absent; MU = make-up,,,,,,\n"
    )
    made = seen([written(tmp_path, "speech.csv", grid)], tmp_path / "into")
    assert told(made) == [
        ("Ana Example", "2026-09-15", "held", 30),
        ("Ana Example", "2026-09-22", "provider_absent", 0),
        ("Ana Example", "2026-09-30", "make_up", 30),
        ("Ana Example", "2026-09-29", "held", 20),
        ("Ana Example", "2026-10-06", "held", 30),
        ("Ana Example", "2026-10-06", "held", 15),
        ("Ben Sample", "2026-09-15", "student_absent", 0),
        ("Ben Sample", "2026-09-22", "held", 45),
        ("Ben Sample", "2026-10-06", "held", 30),
    ]
    assert made.drafts.sessions[2].makeup_for == dt.date(2026, 9, 22)
    assert [each.why for each in made.drafts.left_out] == ["a total", "part of the key"]
    assert asked(made) == []


def test_an_unknown_code_is_asked_once_however_often_it_stands(tmp_path: Path) -> None:
    text = "Speech\nDate,Student,Min,Code\n9/15/26,Ana,30,P\n9/16/26,Ana,30,P\n9/17/26,Ana,,TX\n"
    made = seen([written(tmp_path, "x.csv", text)], tmp_path / "into")
    assert asked(made) == [("code", "P"), ("code", "TX")]
    assert made.questions[0].times == 2
    assert {"held", "provider_absent"} <= {answer.value for answer in made.questions[0].likely}


def test_which_of_two_date_orders_is_asked_only_where_no_day_tells(tmp_path: Path) -> None:
    rows = "Date,Student,Min\n9/8/26,Ana,30\n{},Ana,30\n"
    made = seen([written(tmp_path, "speech.csv", rows.format("10/6/26"))], tmp_path / "into")
    assert asked(made) == [("date_order", "9/8/2026")]
    made = seen([written(tmp_path, "speech.csv", rows.format("10/13/26"))], tmp_path / "into")
    assert asked(made) == []
    assert told(made)[0][1] == "2026-09-08"
    made = seen([written(tmp_path, "speech.csv", rows.format("13/10/26"))], tmp_path / "into")
    assert told(made)[0][1] == "2026-08-09"


def test_another_column_of_the_file_decides_the_order_of_one_whose_days_do_not_tell(tmp_path: Path) -> None:
    text = "Date,Student,Min,Date of birth\n9/8/26,Ana,30,5/6/2018\n10/6/26,Ben,30,{}\n"
    made = seen([written(tmp_path, "speech.csv", text.format("5/23/2018"))], tmp_path / "into")
    assert orders_asked(made) == []
    assert [day for _, day, _, _ in told(made)] == ["2026-09-08", "2026-10-06"]
    made = seen([written(tmp_path, "speech.csv", text.format("23/5/2018"))], tmp_path / "into")
    assert [day for _, day, _, _ in told(made)] == ["2026-08-09", "2026-06-10"]
    assert made.drafts.sessions[0].student.born == dt.date(2018, 6, 5)


def test_one_line_of_a_caseload_decides_the_order_of_all_its_lines(tmp_path: Path) -> None:
    text = (
        "Student,Service,Frequency,Start Date,End Date\nAna,Speech,2 x 30 min weekly,9/8/2026,6/4/2027\n"
        "Ben,Speech,2 x 30 min weekly,{},6/4/2027\n"
    )
    made = seen([written(tmp_path, "list.csv", text.format("8/24/2026"))], tmp_path / "into")
    assert orders_asked(made) == []
    assert made.drafts.promises[0].start == dt.date(2026, 9, 8)
    made = seen([written(tmp_path, "list.csv", text.format("9/9/2026"))], tmp_path / "into")
    assert orders_asked(made) == ["9/8/2026"]


def test_files_brought_in_together_decide_for_one_another_if_they_agree_and_that_is_said(tmp_path: Path) -> None:
    log = written(tmp_path, "speech.csv", "Date,Student,Min\n9/8/26,Ana,30\n10/6/26,Ana,30\n")
    caseload = written(tmp_path, "list.csv", CASELOAD)
    made = seen([log, caseload], tmp_path / "into")
    assert orders_asked(made) == []
    line = "In dates such as 9/8/2026 the month comes first: as in the other files of this import."
    assert list(made.desks["speech.csv"].assumed) == [line]
    other = written(tmp_path, "ot.csv", "Date,Student,Min\n14/9/26,Ana,30\n")
    assert orders_asked(seen([log, caseload, other], tmp_path / "into")) == ["9/8/2026"]


def test_an_export_of_another_system_decides_nothing_for_a_log_of_ones_own(tmp_path: Path) -> None:
    log = written(tmp_path, "speech.csv", "Date,Student,Min\n9/8/26,Ana,30\n10/6/26,Ana,30\n")
    export = Path(__file__).parent / "layouts" / "samegoal-service-log.csv"
    assert orders_asked(seen([log, export], tmp_path / "into")) == ["9/8/2026"]


def test_a_column_that_has_both_orders_is_asked_about_whatever_else_the_file_says(tmp_path: Path) -> None:
    text = "Date,Student,Min,Date of birth\n9/14/26,Ana,30,5/23/2018\n14/9/26,Ana,30,\n9/8/26,Ana,30,\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert orders_asked(made) == ["9/8/2026"]


def test_days_on_weekends_tell_the_order_and_that_is_said(tmp_path: Path) -> None:
    # With the day first, both are Sundays: 9 August and 11 October 2026. With the month first, Tuesdays.
    text = "Date,Student,Min\n9/8/26,Ana,30\n11/10/26,Ana,30\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == []
    assert [day for _, day, _, _ in told(made)] == ["2026-09-08", "2026-11-10"]
    (line,) = made.desks["speech.csv"].assumed
    assert line.startswith("In dates such as 9/8/2026 the month comes first")


def test_one_day_on_a_weekend_does_not_tell_the_order(tmp_path: Path) -> None:
    # With the day first, 9 August 2026 is a Sunday and 11 July a Saturday; with the month first, 7 November is one too.
    text = "Date,Student,Min\n9/8/26,Ana,30\n11/7/26,Ana,30\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == [("date_order", "9/8/2026")]


def test_a_missing_year_comes_from_the_title_and_else_is_asked(tmp_path: Path) -> None:
    text = "{}Date,Student,Min\n9/14,Ana,30\n1/14,Ana,30\n"
    made = seen([written(tmp_path, "speech.csv", text.format(""))], tmp_path / "into")
    assert asked(made) == [("school_year", "9/14")]
    made = seen([written(tmp_path, "speech.csv", text.format("Speech 2026-27,,\n"))], tmp_path / "into")
    assert [day for _, day, _, _ in told(made)] == ["2026-09-14", "2027-01-14"]


def test_minutes_beside_a_miss_are_asked_about_and_never_counted(tmp_path: Path) -> None:
    text = "Date,Student,Min,Code\n9/15/26,Ana,30,held\n9/17/26,Ana,30,student absent\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == [("minutes_beside_miss", "30")]
    assert told(made)[1] == ("Ana", "2026-09-17", "student_absent", None)


def test_minutes_that_are_fewer_than_those_planned_were_given_and_need_no_question(tmp_path: Path) -> None:
    head = "Date,Student,Planned minutes,Minutes given,Code\n"
    text = f"{head}9/15/26,Ana,30,20,fire drill\n9/17/26,Ana,30,0,student absent\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == []
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [
        ("school_activity", 20), ("student_absent", 0),
    ]  # fmt: skip
    # As many as were planned may be either: it is asked as before.
    as_many = text.replace("30,20", "30,30")
    asks = asked(seen([written(tmp_path, "speech.csv", as_many)], tmp_path / "into"))
    assert asks == [("minutes_beside_miss", "30")]


def test_yes_and_no_under_held_need_no_question(tmp_path: Path) -> None:
    head = "Date,Student,Held?,Reason if missed,Minutes\n"
    text = f"{head}9/15/26,Ana,Y,,25\n9/17/26,Ana,N,therapist out,\n9/22/26,Ana,N,,\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == []
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [
        ("held", 25), ("provider_absent", 0), ("missed", 0),
    ]  # fmt: skip


def test_one_and_nought_under_held_are_yes_and_no_and_never_minutes(tmp_path: Path) -> None:
    head = "Date,Student,Held?,Reason if missed,Minutes\n"
    text = f"{head}9/15/26,Ana,1,,25\n9/17/26,Ana,0,therapist out,\n9/22/26,Ana,0,,\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == []
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [
        ("held", 25), ("provider_absent", 0), ("missed", 0),
    ]  # fmt: skip


def test_an_x_under_held_is_asked_about_since_it_may_mark_who_did_not_come(tmp_path: Path) -> None:
    text = "Date,Student,Held?,Minutes\n9/15/26,Ana,x,25\n9/17/26,Ana,Y,30\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == [("code", "x")]
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [(None, None), ("held", 30)]


@pytest.mark.parametrize(("yes", "no"), [("Y", "N"), ("S", "No"), ("1", "0"), ("x", ""), ("True", "False")])
def test_a_column_that_asks_for_make_ups_takes_every_yes_and_no(tmp_path: Path, yes: str, no: str) -> None:
    text = f"Date,Student,Minutes,Make-up?\n9/15/26,Ana,30,{no}\n9/17/26,Ana,25,{yes}\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == []
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [("held", 30), ("make_up", 25)]


def test_a_kind_that_was_answered_for_is_known_however_it_is_written(tmp_path: Path) -> None:
    mapping_for(tmp_path / "into", "speech.csv", "codes: {eval: leave_out}\n")
    text = "Date,Student,Minutes,Session type\n9/15/26,Ana,30,Eval\n9/17/26,Ana,25,EVAL.\n9/22/26,Ana,30,therapy\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == []
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [("held", 30)]


def test_numbers_that_are_all_small_may_count_sessions(tmp_path: Path) -> None:
    text = "Student,9/15/26,9/17/26,9/22/26\nAna,1,1,0\nBen,2,,1\n"
    assert asked(seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")) == [("numbers", "1")]


def test_two_numbers_in_a_cell_are_asked_about(tmp_path: Path) -> None:
    text = "Student,9/15/26,9/17/26,9/22/26\nAna,30/20,30,30\n"
    assert asked(seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")) == [("pairs", "30/20")]


def test_what_is_blank_in_a_row_comes_from_the_row_above_and_that_is_said(tmp_path: Path) -> None:
    text = "Date,Student,Min\n9/15/26,Ana,30\n,Ben,20\n9/22/26,Ana,30\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert told(made)[1] == ("Ben", "2026-09-15", "held", 20)
    assert made.desks["speech.csv"].assumed == {"Rows without a date are of the date above them.": 1}


def test_notes_are_sessions_of_the_day_that_they_begin_with(tmp_path: Path) -> None:
    text = "10/13 no speech, Ms K out\n10/15 had speech 30 min\n10/20 no speech - field trip\n10/27 no speech\n"
    made = seen([written(tmp_path, "notes.txt", text)], tmp_path / "into")
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [
        (None, None), ("held", 30), ("school_activity", 0), ("missed", 0),
    ]  # fmt: skip
    assert asked(made) == [("student_of_sheet", "notes.txt"), ("school_year", "10/13"), ("code", "no speech, Ms K out")]


@pytest.mark.parametrize(("minutes", "came_to"), [(20, "held, 20 min"), (0, "missed, 0 min")])
def test_a_line_of_notes_that_was_answered_with_minutes_alone_is_a_session_of_these(
    minutes: int, came_to: str, tmp_path: Path
) -> None:
    text = "10/13 no speech, Ms K out\n10/15 had speech 30 min\n"
    made = seen([written(tmp_path, "notes.txt", text)], tmp_path / "into")
    (file,) = made.loaded.files
    file.mapping = file.mapping.with_answers([(("codes", "no speech, Ms K out"), minutes)])
    assert session_in_words(read(made.loaded).drafts.sessions[0]).endswith(came_to)


def test_a_calendars_clear_days_are_taken_and_the_others_asked(tmp_path: Path) -> None:
    text = (
        "School calendar 2026-27\n8/24 First day of school\n9/7 Labor Day\n11/23-11/27 Thanksgiving recess\n"
        "2/12 Half day\n3/5 Spirit week\n6/4 Last day of school\n"
    )
    made = seen([written(tmp_path, "cal.txt", text)], tmp_path / "into")
    assert [(day.date.isoformat(), str(day.until), day.kind) for day in made.drafts.days] == [
        ("2026-11-23", "2026-11-27", "break"), ("2027-02-12", "None", "early_dismissal"),
    ]  # fmt: skip
    assert [day.date for day in made.drafts.first_days] == [dt.date(2026, 8, 24)]
    assert [day.date for day in made.drafts.last_days] == [dt.date(2027, 6, 4)]
    assert asked(made) == [("calendar_word", "Labor Day")]
    assert [each.words for each in made.drafts.left_out if each.why.startswith("no day")] == ["Spirit week"]


def test_sheets_that_bear_students_names_are_theirs_and_a_hidden_one_is_asked_about(tmp_path: Path) -> None:
    rows = [["Date", "Min"], [dt.date(2026, 9, 15), 30], [dt.date(2026, 9, 22), 20]]
    made = seen([book(tmp_path / "speech.xlsx", {"Ana Example": rows, "Ben Sample": rows})], tmp_path / "into")
    assert [name for name, _, _, _ in told(made)] == ["Ana Example", "Ana Example", "Ben Sample", "Ben Sample"]
    assert asked(made) == []


def test_the_same_session_on_two_sheets_counts_once(tmp_path: Path) -> None:
    rows = [["Date", "Student", "Min"], [dt.date(2026, 9, 15), "Ana Example", 30]]
    caseload = [["Student", "Service", "Frequency"], ["Ana Example", "Speech", "30 min weekly"]]
    path = book(tmp_path / "speech.xlsx", {"Log": rows, "Log (2)": rows, "Caseload": caseload})
    made = seen([path], tmp_path / "into")
    assert [len(made.again.new), made.again.differs] == [1, []]
    assert "Sessions that are on two sheets or in two files are counted once." in made.desks["speech.xlsx"].assumed


def test_a_grid_without_a_word_in_its_cells_is_not_passed_over(tmp_path: Path) -> None:
    text = "Student,9/15/26,9/17/26,9/22/26\nAna Example,,,\nBen Sample,,,\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert [each.why.partition(":")[0] for each in made.drafts.left_out] == ["no cell of this grid holds anything"]


def test_a_calendar_file_gives_the_days_of_its_entries(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261123\r\n"
        "DTEND;VALUE=DATE:20261128\r\nSUMMARY:Thanksgiving recess\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    made = seen([written(tmp_path, "school.ics", text)], tmp_path / "into")
    (day,) = made.drafts.days
    assert (day.date, day.until, day.kind) == (dt.date(2026, 11, 23), dt.date(2026, 11, 27), "break")


def test_a_row_with_several_names_is_a_session_of_each(tmp_path: Path) -> None:
    text = (
        'Date,Student,Min\n9/15/26,Ana & Ben,30\n9/16/26,"Ana Example, Ben Sample",20\n9/17/26,"Sample, Cleo",25\n'
        '9/18/26,"Garcia Lopez, Maria",15\n'
    )
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert [(name, minutes) for name, _, _, minutes in told(made)] == [
        ("Ana", 30), ("Ben", 30), ("Ana Example", 20), ("Ben Sample", 20), ("Sample, Cleo", 25),
        ("Garcia Lopez, Maria", 15),
    ]  # fmt: skip
    assert [session.group_size for session in made.drafts.sessions] == [2, 2, 2, 2, None, None]


def test_a_row_without_any_day_is_left_out_and_named(tmp_path: Path) -> None:
    text = "Date,Student,Min\n,Ana Example,30\n9/15/26,Ana Example,30\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert [(each.why, each.where.row) for each in made.drafts.left_out] == [("it has no day", 2)]
    assert len(told(made)) == 1


def test_a_sum_in_a_column_of_its_own_is_no_sessions_length(tmp_path: Path) -> None:
    text = "Student,Total Minutes,9/15/26,9/17/26,9/22/26,Minutes\nAna Example,60,held,held,,60\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert [(meaning, minutes) for _, _, meaning, minutes in told(made)] == [("held", None), ("held", None)]


def test_minutes_that_cannot_be_read_are_asked_about_although_the_code_says_held(tmp_path: Path) -> None:
    text = "Date,Student,Minutes,Status\n9/15/26,Ana,30-45,Completed\n9/16/26,Ana,-30,Completed\n"
    made = seen([written(tmp_path, "speech.csv", text)], tmp_path / "into")
    assert asked(made) == [("code", "30-45"), ("code", "-30")]
    assert [meaning for _, _, meaning, _ in told(made)] == [None, None]


def test_a_note_that_may_say_why_is_asked_about_and_never_taken(tmp_path: Path) -> None:
    into = tmp_path / "into"
    text = (
        "Fecha,Alumno,Servicio,Min,Nota\n"
        "9/14/2026,Ana Example,SLP,0,ausente\n"
        "9/15/2026,Ana Example,SLP,-,no vino la terapeuta\n"
        "9/16/2026,Ana Example,SLP,0,worked on r and s\n"
        "9/17/2026,Ana Example,SLP,-,\n"
    )
    log = written(tmp_path, "log.csv", text)
    made = seen([log], into)
    assert asked(made) == [("code", "ausente"), ("code", "0"), ("code", "-")]
    assert made.questions[0].likely[0].value == "student_absent"
    answers = "codes: {ausente: student_absent, '0': missed, '-': no_row}\n"
    mapping_for(into, "log.csv", answers)
    read = [(session.meaning, session.reason_words) for session in seen([log], into).drafts.sessions]
    assert read == [
        ("student_absent", "ausente"), ("provider_absent", "no vino la terapeuta"), ("missed", None),
    ]  # fmt: skip


def test_a_session_that_was_cut_short_is_told_by_the_minutes_that_were_given(tmp_path: Path) -> None:
    text = "Day seen,Student,Service,Planned,Minutes,Outcome,Reason\n9/8/26,Ana Example,OT,30,23,Held,late start\n"
    made = seen([written(tmp_path, "log.csv", text)], tmp_path / "into")
    (session,) = made.drafts.sessions
    assert session_in_words(session).endswith("23 of 30 min given, 7 missed: late start or early dismissal")
