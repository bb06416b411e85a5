"""One broken input for each kind of finding, and what a person reads then."""

from dataclasses import dataclass

from tests.intake.broken_planning import PLANNING
from tests.intake.folders import SOUND, rows, swap


@dataclass(frozen=True)
class Broken:
    """A change to the sound folder, and the finding that must come of it.

    Attributes:
        code: The finding's code.
        level: Its level.
        changes: Tables and their new text; None leaves one out.
        words: A part of the message, as a person reads it.
    """

    code: str
    level: str
    changes: dict[str, str | bytes | None]
    words: str


DETERMINATIONS = "determination_id,session_id,disposition,minutes,decided_on\n"
OFFERS = "offer_id,session_id,date,response\n"
SCHEDULE = "service_id,weekday,start_time,minutes\n"


def _error(code: str, changes: dict[str, str | bytes | None], words: str) -> Broken:
    return Broken(code, "error", changes, words)


def _warning(code: str, changes: dict[str, str | bytes | None], words: str) -> Broken:
    return Broken(code, "warning", changes, words)


FILES = [
    _error("empty_file", {"sessions": ""}, "sessions.csv is empty: its first row must name the columns"),
    _error("ragged_row", rows("sessions", "L9,SV1,2026-09-21,30"), "row 6 has 4 cells where the header has 12"),
    _error("broken_quotes", rows("sessions", 'L9,SV1,"2026-09-21,30'), "a quotation mark is missing"),
    _warning(
        "delimiter",
        {"calendar": SOUND["calendar"].replace(",", ";")},
        "calendar.csv separates its columns by semicolons",
    ),
    _warning(
        "encoding",
        {"schools": SOUND["schools"].replace("Maple", "Ma\u00f1ana").encode("cp1252")},
        "schools.csv is not UTF-8. It was read as Windows-1252",
    ),
    _error("nul_character", rows("sessions", "\0"), "sessions.csv holds NUL characters"),
    _warning("unknown_table", {"notes2026.csv": "a,b\n"}, "notes2026.csv is no table of ours and is not used"),
    _error("two_tables", {"Service Log.csv": SOUND["sessions"]}, "are both the table 'sessions'"),
    _error("missing_table", {"terms": None}, "The table 'terms' is missing"),
    _warning("calendar_file", {"district.ics": "BEGIN:VCALENDAR"}, "makegood calendar district.ics --calendar ID"),
    _warning("workbook_in_folder", {**dict.fromkeys(SOUND), "all.xlsx": b""}, "give the workbook's own path"),
    _warning(
        "unknown_column", swap("students", "grade", "favourite"), "The column 'favourite' of students.csv is not used"
    ),
    _error("two_columns", swap("sessions", "start_time", "Minutes"), "two columns for 'minutes_delivered'"),
    _error("missing_column", swap("sessions", "service_id", "SSID"), "sessions.csv has no column 'service_id'"),
    _error("blank_cell", rows("sessions", ",SV1,2026-09-21,30,,,,,,,,"), "row 6: 'session_id' must not be blank"),
    _error(
        "not_confirmed",
        {"calendar": "calendar_id,date,kind,confirm,why\nC26,2026-10-12,holiday,,says 'no school'\n"},
        "row is only a suggestion. Write yes in 'confirm'",
    ),
    _error(
        "for_whom",
        {"calendar": "calendar_id,date,kind,grades,confirm\nC26,2026-10-12,holiday,?,yes\n"},
        "for some students only, and not for which grades",
    ),
]

VALUES = [
    _error("bad_date", swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,Sept 14"), "row 2, column 'date' has 'Sept 14'"),
    _error("short_year", swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,9/14/26"), "The year has only two digits"),
    _error(
        "ambiguous_date",
        swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,9/5/2026"),
        "2026-09-05 (month first) or 2026-05-09 (day first)",
    ),
    _warning(
        "slashed_date", swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,9/14/2026"), "This can only mean 2026-09-14"
    ),
    _error("impossible_date", swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,2026-02-30"), "There is no such day"),
    _error("unlikely_year", swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,0206-09-14"), "outside 1990 to 2100"),
    _error("too_small", swap("services", "SV1,004217,speech,,30", "SV1,004217,speech,,0"), "must be at least 1"),
    _error("too_large", swap("sessions", "09-14,30,09:00", "09-14,30000000,09:00"), "This is over 1,000,000"),
    _error("negative", swap("sessions", "09-16,0", "09-16,-30"), "must not be negative"),
    _error("not_whole", swap("sessions", "L1,SV1,2026-09-14,30", "L1,SV1,2026-09-14,30.5"), "nothing is rounded"),
    _error("not_a_number", swap("sessions", "L1,SV1,2026-09-14,30", "L1,SV1,2026-09-14,30 min"), "has '30 min'"),
    _error("not_a_choice", swap("terms", "quarter,", "trimester,"), "This word has no meaning here"),
    _error("not_yes_or_no", swap("services", "2,,,2,P01,,\nSV2", "2,,si,2,P01,,\nSV2"), "This must be yes or no"),
    _error("bad_time", swap("sessions", "30,09:00,,,,,P01,2,\nL2", "30,930,,,,,P01,2,\nL2"), "not a time of day"),
    _error("bad_weekday", {"schedule": f"{SCHEDULE}SV1,2,09:00,30\n"}, "Numbers are refused"),
    _error("bad_money", swap("providers", "$62", "62 EUR"), "not an amount of dollars"),
]

PROMISES = [
    _error("no_promise", swap("services", "SV1,004217,speech,,30,week", "SV1,004217,speech,,30,"), "per is blank"),
    _error(
        "mandate_contradicts",
        swap("services", "2 x 30 min weekly,,", "2 x 30 min weekly,45,"),
        "reads as minutes 30, sessions 2, per week, every 1, but 'minutes' says 45",
    ),
    _warning(
        "promise_twice", swap("services", "2 x 30 min weekly,,", "2 x 30 min weekly,30,week"), "They say the same"
    ),
    _error(
        "mandate_needs_review",
        swap("services", "2 x 30 min weekly", "20-30 min weekly"),
        "minutes 20, sessions 1, per week, every 1; or minutes 30, sessions 1, per week, every 1",
    ),
    _error(
        "every_without_block",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,day,2,3,,2,P01,,\nSV2"),
        "with per 'day'",
    ),
    _error(
        "block_too_long",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,month,2,100000,,2,P01,,\nSV2"),
        "'every' is 100000",
    ),
    _error(
        "promise_too_large",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "1000000,week,2,,,2,P01,,\nSV2"),
        "1000000 minutes x 2 sessions is over 1,000,000",
    ),
    _warning(
        "nothing_falls_due",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,week,2,,,2,P01,2027-07-01,2027-12-01\nSV2"),
        "no day over which a promise per week is shared",
    ),
    _warning(
        "nothing_falls_due",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,year,2,,yes,2,P01,2027-06-14,2027-07-16\nSV2"),
        "no day over which a promise per year is shared",
    ),
    _warning(
        "cycle_of_one_day",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,cycle,2,,,2,P01,,\nSV2"),
        "a single day of school",
    ),
    _warning(
        "esy_without_term",
        swap("services", "2,,,2,P01,,\nSV2", "2,,yes,2,P01,2026-09-01,2026-10-01\nSV2"),
        "no esy term of calendar 'C26' lies in its dates, 2026-09-01 to 2026-10-01",
    ),
    _warning("near_service_type", swap("services", "occupational_therapy", "Speech"), "They count as two"),
]

IDS = [
    _error("duplicate_id", rows("sessions", "L1,SV2,2026-09-21,30,,,,,,,,"), "'L1' stands already in row 2"),
    _warning("near_id", rows("students", "4217,MRE,,,"), "differ only in case or leading zeros"),
    _error(
        "unknown_reference",
        swap("services", "SV1,004217", "SV1,4217"),
        "There is '004217', which differs only in case or leading zeros",
    ),
]

PLACES = [
    _warning(
        "empty_table",
        {
            "students": "student_id\n",
            "services": "service_id,student_id,service_type\n",
            "sessions": "session_id,service_id,date,minutes_delivered\n",
            "awards": None,
        },
        "The table 'students' has no rows",
    ),
    _error("end_before_start", swap("awards", "2026-12-18", "2026-10-01"), "end (2026-10-01) is before start"),
    _error("overlapping_terms", rows("terms", "C26,Next,year,2027-06-01,2028-06-01"), "must not share a day"),
    _error("overlapping_terms", rows("terms", "C26,Q2,quarter,2026-09-30,2026-10-15"), "must not share a day"),
    _warning("overlapping_terms", rows("terms", "C26,Q2,quarter,2026-10-30,2027-01-15"), "count to the earlier one"),
    _error(
        "no_calendar",
        {**rows("students", "004220,,,,"), **rows("terms", "C27,Next,year,2027-08-23,2028-06-02")},
        "student '004220' has no calendar",
    ),
    _error(
        "missing_term",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,semester,2,,,2,P01,,\nSV2"),
        "needs a term of the kind 'semester'",
    ),
]

CORRECTIONS = [
    _error("corrects_itself", rows("sessions", "L9,SV1,2026-09-21,30,,,,,,,,L9"), "'L9' is said to correct itself"),
    _error(
        "corrected_twice",
        rows("sessions", "L8,SV1,2026-09-14,25,,x,,,,,,L1", "L9,SV1,2026-09-14,20,,x,,,,,,L1"),
        "corrects 'L1', which row 6 corrects already",
    ),
    _error(
        "correction_circle",
        rows("sessions", "L8,SV1,2026-09-21,30,,,,,,,,L9", "L9,SV1,2026-09-21,30,,,,,,,,L8"),
        "the rows L8, L9 correct one another in a circle",
    ),
    _warning(
        "correction_moves_student",
        rows("sessions", "L9,SV2,2026-09-21,30,,,,,,,,L1"),
        "of student '004217', but is itself of student '004218'",
    ),
]

LINKS = [
    _error(
        "kind_contradicts_link",
        rows("sessions", "L9,SV1,2026-09-21,30,,,regular,L2,,,,"),
        "of kind 'regular' but names a missed session",
    ),
    _error(
        "makeup_of_no_miss",
        rows("sessions", "L8,SV1,2026-09-21,30,,,,L2,,,,", "L9,SV1,2026-09-22,30,,,,L8,,,,"),
        "'L8' is no regular session but itself a make-up",
    ),
    _error(
        "makeup_of_another_student",
        rows("sessions", "L9,SV2,2026-09-21,30,,,,L2,,,,"),
        "'L2' is a session of another student, '004217'",
    ),
    _error(
        "makeup_of_another_type",
        rows("sessions", "L9,SV3,2026-09-21,30,,,,L2,,,,"),
        "'L2' is speech, and this session is occupational_therapy",
    ),
    _error(
        "award_of_another_student",
        rows("sessions", "L9,SV2,2026-11-09,30,,,,,A1,,,"),
        "is of student '004218', but award 'A1' is of student '004217'",
    ),
    _error(
        "award_of_another_type",
        rows("sessions", "L9,SV3,2026-11-09,30,,,,,A1,,,"),
        "is occupational_therapy, but award 'A1' is speech",
    ),
    _warning(
        "compensatory_without_award",
        rows("sessions", "L9,SV1,2026-11-09,30,,,compensatory,,,,,"),
        "is compensatory but names no award",
    ),
    _warning(
        "outside_award",
        rows("sessions", "L9,SV1,2027-01-11,30,,,,,A1,,,"),
        "outside the days of award 'A1' (2026-11-02 to 2026-12-18)",
    ),
]

DECISIONS = [
    _error(
        "two_determinations",
        {"determinations": f"{DETERMINATIONS}D1,L2,owed,,\nD2,L2,not_owed,,\n"},
        "session 'L2' has another determination without a day, in row 2",
    ),
    _error(
        "decides_no_miss",
        {**rows("sessions", "L9,SV1,2026-09-21,30,,,,L2,,,,"), "determinations": f"{DETERMINATIONS}D1,L9,owed,,\n"},
        "session 'L9' is a make-up session. Only a regular session can be missed",
    ),
    _warning(
        "accepted_after_declined",
        {"offers": f"{OFFERS}O1,L2,2026-09-20,declined\nO2,L2,2026-09-25,accepted\n"},
        "accepted on 2026-09-25, after one was declined on 2026-09-20",
    ),
]

LOG = [
    _warning(
        "delivered_without_school",
        swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,2026-09-07"),
        "a day without school (Labor Day)",
    ),
    _warning(
        "outside_service",
        swap("sessions", "L2,SV1,2026-09-16", "L2,SV1,2026-08-20"),
        "runs from 2026-08-24 to 2027-06-04",
    ),
    _warning("after_as_of", rows("sessions", "L9,SV1,2026-12-01,30,,,,,,,,"), "2026-12-01, after 2026-11-20"),
    _warning(
        "many_minutes",
        swap("sessions", "L1,SV1,2026-09-14,30", "L1,SV1,2026-09-14,300"),
        "more than 4 times the 30 planned",
    ),
    _warning(
        "missing_without_reason",
        swap("sessions", "provider_absent", ""),
        "of service 'SV1' 1 session has fewer minutes than planned and no reason",
    ),
    _warning(
        "child_in_two_places",
        rows("sessions", "L9,SV3,2026-09-14,30,09:15,,,,,,,"),
        "student '004217' was in two places on 2026-09-14 at 09:15, here and in row 2",
    ),
    _warning(
        "provider_in_two_places",
        rows("sessions", "L9,SV4,2026-09-14,30,09:00,,,,,P01,,"),
        "provider 'P01' was in two places on 2026-09-14 at 09:00",
    ),
    _warning(
        "group_over_size",
        swap("sessions", "P01,2,\nL2", "P01,3,\nL2"),
        "3 students were in the group, and the IEP says at most 2",
    ),
]

ALL = [
    *FILES,
    *VALUES,
    *PROMISES,
    *IDS,
    *PLACES,
    *CORRECTIONS,
    *LINKS,
    *DECISIONS,
    *LOG,
    *(Broken(*change) for change in PLANNING),
]

ELSEWHERE = {
    "no_records": "test_read.py",
    "unreadable_file": "test_workbook.py",
    "id_as_number": "test_workbook.py",
    "excel_damage": "test_workbook.py",
    "bad_calendar": "test_ics.py",
    "bad_line": "test_ics.py",
    "entry_without_day": "test_ics.py",
    "entry_without_end": "test_ics.py",
    "rule_left_out": "test_ics.py",
    "repeats_too_often": "test_ics.py",
    "repeats_without_end": "test_ics.py",
    "exists_already": "test_template.py",
    "not_written": "test_template.py",
}
"""Codes whose broken input no CSV folder can be, and the file that has it."""
