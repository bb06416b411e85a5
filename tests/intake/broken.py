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

CYCLES = "service_id,weekday,cycle_day,cycle,start_time,minutes,every\n"
AWAY = "provider_id,date,kind\n"
SIGNED = "signature_id,signed_by,signed_at,as,session_id\n"
SEEN = "note_id,student_id,date,service_type,saw\n"


def _with(row: str) -> dict[str, str | bytes | None]:
    """Return a short log with one more row, whose last cell names a session that it was given together with."""
    header = "session_id,service_id,date,minutes_delivered,together_with\n"
    log = "L1,SV1,2026-09-14,30,\nL2,SV1,2026-09-16,30,\nL3,SV2,2026-09-14,30,\nL4,SV3,2026-09-22,30,\n"
    return {"sessions": f"{header}{log}{row}\n"}


def _error(code: str, changes: dict[str, str | bytes | None], words: str) -> Broken:
    return Broken(code, "error", changes, words)


def _warning(code: str, changes: dict[str, str | bytes | None], words: str) -> Broken:
    return Broken(code, "warning", changes, words)


FILES = [
    _error("empty_file", {"sessions": ""}, "sessions: This file is empty. Its first row must name the columns"),
    _error(
        "ragged_row",
        rows("sessions", "L9,SV1,2026-09-21,30"),
        "row 6: This row does not have as many cells as the header.",
    ),
    _error(
        "broken_quotes",
        rows("sessions", 'L9,SV1,"2026-09-21,30'),
        "sessions, row 6: From here on the file cannot be split into cells: a quotation mark is missing",
    ),
    _warning(
        "delimiter",
        {"calendar": SOUND["calendar"].replace(",", ";")},
        "calendar: This file separates its columns by semicolons",
    ),
    _warning(
        "encoding",
        {"schools": SOUND["schools"].replace("Maple", "Ma\u00f1ana").encode("cp1252")},
        "schools: This file is not UTF-8. It was read as Windows-1252",
    ),
    _error("nul_character", rows("sessions", "\0"), "sessions: This file holds NUL characters"),
    _warning(
        "unknown_table",
        {"notes2026.csv": "a,b\n"},
        "notes2026.csv: This file is not one of the tables and is not used. [",
    ),
    _error(
        "two_tables",
        {"Service Log.csv": SOUND["sessions"]},
        "sessions: Service Log.csv and sessions.csv both hold this table",
    ),
    _error("missing_table", {"terms": None}, "terms: This table is missing"),
    _warning("calendar_file", {"district.ics": "BEGIN:VCALENDAR"}, "makegood calendar district.ics --calendar ID"),
    _warning(
        "workbook_in_folder",
        {**dict.fromkeys(SOUND), "all.xlsx": b""},
        "all.xlsx: This folder has a workbook and no CSV files. Give the workbook's own path",
    ),
    _warning(
        "unknown_column",
        swap("students", "grade", "favourite"),
        "students, row 1: Column 5 is not used. [",
    ),
    _warning(
        "unknown_column",
        swap("students", "grade", "SSID"),
        "students, row 1, SSID: This column is not used. [",
    ),
    _error(
        "no_header",
        {"students": "004217,MRE,,,Robin,Example,3\n"},
        "students, row 1: The first row does not name the columns. Put their names into a row above the data. "
        "Needed: at least student_id. [",
    ),
    _warning(
        "unseen_characters",
        swap("sessions", "L2,", "L2\u200b,"),
        "session_id: This cell holds what cannot be seen: U+200B. It is read without it. Found: 'L2[U+200B]'. "
        "Needed: the",
    ),
    _error("two_columns", swap("sessions", "start_time", "Minutes"), "Two columns mean 'minutes_delivered'"),
    _error(
        "missing_column", swap("sessions", "service_id", "SSID"), "sessions, row 1, service_id: This column is missing"
    ),
    _error("blank_cell", rows("sessions", ",SV1,2026-09-21,30,,,,,,,,"), "row 6, session_id: This must not be blank"),
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
    _error(
        "bad_date",
        swap("sessions", "L1,SV1,2026-09-14", "L1,SV1,Sept 14"),
        "row 2, date: This is not a date as it is written here. Found: 'Sept 14'. Needed: a date",
    ),
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
    _error("not_a_number", swap("sessions", "L1,SV1,2026-09-14,30", "L1,SV1,2026-09-14,30 min"), "Found: '30 min'"),
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
    _warning(
        "mandate_dates",
        swap("services", "2 x 30 min weekly", "2 x 30 min weekly 09/01/2026 to 05/30/2027"),
        "the mandate gives dates (09/01/2026; 05/30/2027)",
    ),
    _error(
        "mandate_needs_review",
        swap("services", "2 x 30 min weekly", "20-30 min weekly"),
        "minutes 20, per week, every 1; or minutes 30, per week, every 1",
    ),
    _error(
        "every_without_block",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,day,2,3,,2,P01,,\nSV2"),
        "with per 'day'",
    ),
    _error(
        "block_too_long",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,month,2,100000,,2,P01,,\nSV2"),
        "No block is that long. Found: '100000'. Needed: up to 366",
    ),
    _error(
        "promise_too_large",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "1000000,week,2,,,2,P01,,\nSV2"),
        "1000000 minutes x 2 sessions is too much for one period",
    ),
    _warning(
        "nothing_falls_due",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,week,2,,,2,P01,2027-07-01,2027-12-01\nSV2"),
        "From 2027-07-01 to 2027-12-01 calendar 'C26' has no day for a promise per week",
    ),
    _warning(
        "nothing_falls_due",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,quarter,2,,yes,2,P01,2027-06-14,2027-07-16\nSV2"),
        "calendar 'C26' has no day for a promise per quarter",
    ),
    _warning(
        "cycle_of_one_day",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,cycle,2,,,2,P01,,\nSV2"),
        "a single day of school",
    ),
    _warning(
        "total_without_end",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,iep,2,,,2,P01,,\nSV2"),
        "no last day. It is due by the end of the last school year on record",
    ),
    _warning(
        "total_without_end",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,iep,2,,yes,2,P01,,\nSV2"),
        "the last summer on record: when the next summer is added",
    ),
    _warning(
        "esy_without_term",
        swap("services", "2,,,2,P01,,\nSV2", "2,,yes,2,P01,2026-09-01,2026-10-01\nSV2"),
        "calendar 'C26' has no esy term from 2026-09-01 to 2026-10-01",
    ),
    _warning(
        "near_service_type",
        {
            **swap("services", "SV1,004217,speech,", "SV1,004217,Occupational-Therapy,"),
            "awards": None,
        },
        "has another spelling in row 2. They count as two",
    ),
]

IDS = [
    _error(
        "duplicate_id",
        rows("sessions", "L1,SV2,2026-09-21,30,,,,,,,,"),
        "'L1' is also in row 2. Each session_id may appear only once",
    ),
    _warning("near_id", rows("students", "4217,MRE,,,"), "differ only in case or leading zeros"),
    _error(
        "unknown_reference",
        swap("services", "SV1,004217", "SV1,4217"),
        "One id there differs only in case or leading zeros. Found: '4217'. Needed: 004217",
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
        "students: This table has no rows",
    ),
    _error(
        "end_before_start",
        swap("awards", "2026-12-18", "2026-10-01"),
        "row 2, end: 'end' is before 'start'. Found: '2026-10-01'",
    ),
    _error("overlapping_terms", rows("terms", "C26,Next,year,2027-06-01,2028-06-01"), "must not share a day"),
    _error("overlapping_terms", rows("terms", "C26,Q2,quarter,2026-09-30,2026-10-15"), "must not share a day"),
    _warning("overlapping_terms", rows("terms", "C26,Q2,quarter,2026-10-30,2027-01-15"), "count to the earlier one"),
    _error(
        "no_calendar",
        {**rows("students", "004220,,,,"), **rows("terms", "C27,Next,year,2027-08-23,2028-06-02")},
        "Student '004220' has no calendar",
    ),
    _error(
        "missing_term",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,semester,2,,,2,P01,,\nSV2"),
        "needs a term of the kind 'semester'",
    ),
]

CORRECTIONS = [
    _error("corrects_itself", rows("sessions", "L9,SV1,2026-09-21,30,,,,,,,,L9"), "A row cannot correct itself"),
    _error(
        "corrected_twice",
        rows("sessions", "L8,SV1,2026-09-14,25,,x,,,,,,L1", "L9,SV1,2026-09-14,20,,x,,,,,,L1"),
        "'L1' is also corrected in row 6",
    ),
    _error(
        "correction_circle",
        rows("sessions", "L8,SV1,2026-09-21,30,,,,,,,,L9", "L9,SV1,2026-09-21,30,,,,,,,,L8"),
        "The rows L8, L9 correct one another in a circle",
    ),
    _warning(
        "correction_moves_student",
        rows("sessions", "L9,SV2,2026-09-21,30,,,,,,,,L1"),
        "This row is about student '004218', but corrects 'L1' of student '004217'",
    ),
]

LINKS = [
    _error(
        "kind_contradicts_link",
        rows("sessions", "L9,SV1,2026-09-21,30,,,regular,L2,,,,"),
        "The kind is 'regular', but 'makeup_for' names a missed session",
    ),
    _error(
        "makeup_of_no_miss",
        rows("sessions", "L8,SV1,2026-09-21,30,,,,L2,,,,", "L9,SV1,2026-09-22,30,,,,L8,,,,"),
        "'L8' is itself a make-up, so this session cannot make it up",
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
        "This session is for student '004218', but award 'A1' is for '004217'",
    ),
    _error(
        "award_of_another_type",
        rows("sessions", "L9,SV3,2026-11-09,30,,,,,A1,,,"),
        "This session is occupational_therapy, but award 'A1' is speech",
    ),
    _warning(
        "compensatory_without_award",
        rows("sessions", "L9,SV1,2026-11-09,30,,,compensatory,,,,,"),
        "This compensatory session names no award",
    ),
    _warning(
        "outside_award",
        rows("sessions", "L9,SV1,2027-01-11,30,,,,,A1,,,"),
        "outside the days of award 'A1'. It counts all the same. Found: '2027-01-11'. Needed: 2026-11-02 to",
    ),
]

DECISIONS = [
    _error(
        "two_determinations",
        {"determinations": f"{DETERMINATIONS}D1,L2,owed,,\nD2,L2,not_owed,,\n"},
        "Session 'L2' has another determination without a day, in row 2",
    ),
    _error(
        "decides_no_miss",
        {**rows("sessions", "L9,SV1,2026-09-21,30,,,,L2,,,,"), "determinations": f"{DETERMINATIONS}D1,L9,owed,,\n"},
        "This names a make-up session. Only a regular session can be missed. Found: 'L9'",
    ),
    _warning(
        "accepted_after_declined",
        {"offers": f"{OFFERS}O1,L2,2026-09-20,declined\nO2,L2,2026-09-25,accepted\n"},
        "accepted on 2026-09-25, after one was declined on 2026-09-20",
    ),
    _warning(
        "decides_more_minutes",
        {"determinations": f"{DETERMINATIONS}D1,L2,owed,300,2026-09-20\n"},
        "session 'L2' was planned for 30, and 0 were given. Is this a typing error? Found: '300'. Needed: at most 30.",
    ),
    _warning(
        "award_of_no_service",
        swap("awards", "A1,004217,speech", "A1,004217,speach"),
        "Needed: one of occupational_therapy, speech; or a row of services for it.",
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
        "Service 'SV1' does not run on this day. The minutes may count as extra",
    ),
    _warning(
        "after_as_of",
        rows("sessions", "L9,SV1,2026-12-01,30,,,,,,,,"),
        "Found: '2026-12-01'. Needed: 2026-11-20 or earlier",
    ),
    _warning(
        "many_minutes",
        swap("sessions", "L1,SV1,2026-09-14,30", "L1,SV1,2026-09-14,300"),
        "more than 4 times the 30 planned",
    ),
    _warning(
        "missing_without_reason",
        swap("sessions", "provider_absent", ""),
        "1 session of service 'SV1' has fewer minutes than planned and no reason",
    ),
    _warning(
        "child_in_two_places",
        rows("sessions", "L9,SV3,2026-09-14,30,09:15,,,,,,,"),
        "Student '004217' is in two places at once on 2026-09-14: here and in row 2",
    ),
    _warning(
        "provider_in_two_places",
        rows("sessions", "L9,SV4,2026-09-14,30,09:00,,,,,P01,,"),
        "Provider 'P01' is in two places at once on 2026-09-14",
    ),
    _warning(
        "group_over_size",
        swap("sessions", "P01,2,\nL2", "P01,3,\nL2"),
        "More students were in the group than the IEP allows",
    ),
]

RECORDED = "session_id,service_id,date,minutes_delivered,corrects,recorded_at\n"

DOUBTS = [
    _warning(
        "brought_in_twice",
        rows("sessions", "L8,SV1,2026-09-21,30,,,,,,,,", "L9,SV1,2026-09-21,30,10:00,,,,,,,"),
        "row 7, session_id: Row 6 has the same service, day, kind and minutes (30)",
    ),
    _warning(
        "brought_in_twice",
        rows("sessions", "L8,SV1,2026-11-09,20,,,,L2,,,,", "L9,SV1,2026-11-09,20,,,make_up,,,,,"),
        "row 7, session_id: Row 6 has the same service, day, kind and minutes (20)",
    ),
    _warning(
        "brought_in_twice",
        rows("sessions", "L8,SV1,2026-11-09,20,,,,,A1,,,", "L9,SV1,2026-11-09,20,,,,,A1,,,"),
        "row 7, session_id: Row 6 has the same",
    ),
    _warning(
        "slots_over_promise",
        {"schedule": f"{SCHEDULE}SV1,Monday,09:00,30\nSV1,Tuesday,09:00,45\n"},
        "services, row 2, minutes: The slots of service 'SV1' hold 75 minutes in each week, and it promises 60",
    ),
    _warning(
        "outlives_calendar",
        swap("services", "30,week,2,,,2,P01,,\nSV2", "30,week,2,,,2,P01,,2027-11-12\nSV2"),
        "terms, row 2, end: Service 'SV1' goes on after 2027-06-04, the end of the last year term of calendar 'C26'",
    ),
    _warning(
        "correction_before_corrected",
        {
            "sessions": f"{RECORDED}L1,SV1,2026-09-14,30,,2026-09-15 08:00\n"
            "L2,SV1,2026-09-16,0,,2026-09-16\nL3,SV1,2026-09-14,25,L1,2026-09-14 15:20\nL4,SV1,2026-09-16,30,L2,\n"
        },
        "row 4, recorded_at: This row was written down on 2026-09-14 15:20, but corrects 'L1'",
    ),
]

SECOND = [
    _error(
        "slot_without_day",
        {"schedule": f"{CYCLES}SV1,,,,09:00,30,\n"},
        "row 2, weekday: This slot has no day. Needed: a weekday; or cycle_day and cycle",
    ),
    _error(
        "slot_without_day", {"schedule": f"{CYCLES}SV1,Monday,1,2,09:00,30,\n"}, "both a weekday and a day of a cycle"
    ),
    _error("slot_without_day", {"schedule": f"{CYCLES}SV1,,1,,09:00,30,\n"}, "but not how many days the cycle has"),
    _error("slot_without_day", {"schedule": f"{CYCLES}SV1,,,2,09:00,30,\n"}, "but not its day in it"),
    _error(
        "cycle_day_beyond",
        {"schedule": f"{CYCLES}SV1,,3,2,09:00,30,\n"},
        "A cycle of 2 days has no such day. Found: '3'",
    ),
    _error("every_with_cycle_day", {"schedule": f"{CYCLES}SV1,,1,2,09:00,30,2\n"}, "'every' counts weeks"),
    _warning(
        "overlapping_lines",
        {"services": SOUND["services"] + "SV5,004217,Speech,,45,week,1,,,2,P01,2026-10-01,\n"},
        "row 6, start: Student '004217' has another line of this service in row 2, which runs until 2027-06-04",
    ),
    _warning(
        "total_or_session",
        {
            **swap("services", "SV1,004217,speech,,30,week,2", "SV1,004217,speech,,120,month,1"),
            **rows("sessions", "L8,SV1,2026-09-21,60,,,,,,,,"),
        },
        "one session of 120 minutes in each month, but the longest session on record has 60",
    ),
    _error("unrecorded_given", swap("sessions", "provider_absent", "Nothing on record"), "cannot be given as a reason"),
    _error(
        "absence_kind",
        {"provider_absences": f"{AWAY}P01,2026-10-06,leave\n"},
        "one of long_term_leave, provider_absent",
    ),
    _error(
        "absence_kind", {"provider_absences": f"{AWAY}P01,2026-10-06,student_absent\n"}, "'student_absent' cannot be"
    ),
    _error(
        "absence_kind",
        {"student_absences": "student_id,date,kind\n004217,2026-10-06,unrecorded\n"},
        "nothing is on record",
    ),
    _error(
        "blank_cell",
        {"provider_absences": f"{AWAY},2026-10-06,vacancy\n"},
        "row 2, provider_id: This must not be blank",
    ),
    _error("damaged_id", swap("students", "004219", "1.23457E+11"), "A spreadsheet has shortened this number"),
    _warning(
        "damaged_id",
        {**swap("students", "004219", "1234567890123450"), **swap("services", "004219", "1234567890123450")},
        "Spreadsheets keep only 15 digits",
    ),
    _error("together_with_another", _with("L9,SV3,2026-09-14,30,L9"), "cannot be given together with itself"),
    _error("together_with_another", _with("L9,SV3,2026-09-14,30,L3"), "'L3' is a session of another student, '004218'"),
    _error("together_with_another", _with("L9,SV1,2026-09-14,30,L1"), "'L1' is a session of the same service"),
    _error("together_with_another", _with("L9,SV3,2026-09-15,30,L1"), "'L1' is on another day, 2026-09-14"),
    _error(
        "unknown_reference", _with("L9,SV3,2026-09-15,30,L77"), "row 6, together_with: No row of the table 'sessions'"
    ),
    _error(
        "unknown_reference",
        {"services": SOUND["services"].replace(",end\n", ",end,school_id\n").replace("P02,,\n", "P02,,,XX\n")},
        "services, row 4, school_id",
    ),
    _error("not_a_choice", {"signatures": f"{SIGNED}G1,R. Sample,2026-09-14,parent,L1\n"}, "signatures, row 2, as"),
    _error(
        "unknown_reference",
        {"signatures": f"{SIGNED}G1,R. Sample,2026-09-14,provider,L77\n"},
        "signatures, row 2, session_id",
    ),
    _error(
        "duplicate_id",
        {"signatures": SIGNED + "G1,R. Sample,2026-09-14,provider,L1\n" * 2},
        "signatures, row 3, signature_id",
    ),
    _error(
        "unknown_reference",
        {"family_notes": f"{SEEN}F1,4217,2026-09-14,speech,held\n"},
        "family_notes, row 2, student_id",
    ),
    _error("not_a_choice", {"family_notes": f"{SEEN}F1,004217,2026-09-14,speech,missed\n"}, "family_notes, row 2, saw"),
    _error(
        "bad_time",
        {"family_notes": f"{SEEN[:-1]},noted_at\nF1,004217,2026-09-14,speech,held,2026-09-14 25:00\n"},
        "row 2, noted_at",
    ),
]
"""The second edition's tables and columns."""

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
    *DOUBTS,
    *SECOND,
    *(Broken(*change) for change in PLANNING),
]

ELSEWHERE = {
    "no_records": "test_read.py",
    "import_not_finished": "tests/imports/test_folder.py",
    "own_file": "tests/cli/test_own_file.py",
    "id_as_number": "test_workbook.py",
    "excel_damage": "test_workbook.py",
    "bad_calendar": "test_ics.py",
    "bad_line": "test_ics.py",
    "entry_without_day": "test_ics.py",
    "entry_without_end": "test_ics.py",
    "rule_left_out": "test_ics.py",
    "repeats_too_often": "test_ics.py",
    "repeats_without_end": "test_ics.py",
    "known_before_as_of": "test_known.py",
    "delivered_while_away": "tests/ledger/test_doubts.py",
    "log_ends": "tests/ledger/test_log_ends.py",
    "delivered_with_reason": "tests/ledger/test_doubts.py",
    "no_school_reason_on_school_day": "tests/ledger/test_doubts.py",
}
"""Codes whose broken input no CSV folder can be, and the file that has it."""
