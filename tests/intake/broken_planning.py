"""One broken input for each finding about the planner's tables, and what a person reads then."""

from tests.intake.folders import PLANNED, SOUND

Change = tuple[str, str, dict[str, str | bytes | None], str]
"""A finding's code and level, the tables' new text, and a part of what a person reads."""


def _rows(table: str, *more: str) -> dict[str, str | bytes | None]:
    return {**PLANNED, table: PLANNED[table] + "".join(f"{row}\n" for row in more)}


def _of_cycle(row: str) -> dict[str, str | bytes | None]:
    return {**PLANNED, "student_times": f"student_id,weekday,cycle_day,cycle,start,end,use\n{row}\n"}


def _swap(table: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = {**SOUND, **PLANNED}[table]
    assert old in text, f"{old!r} is not in {table}"
    return {**PLANNED, table: text.replace(old, new)}


def _pin(**cells: str) -> dict[str, str | bytes | None]:
    """Return the agreed make-ups with one more row: another of M1 unless a cell says otherwise."""
    row = {
        "pinned_id": "M1",
        "date": "2026-12-01",
        "start": "10:00",
        "minutes": "30",
        "school_id": "MRE",
        "provider_id": "P01",
        "student_id": "004218",
        "service_id": "SV2",
        "session_id": "",
        "missed_on": "2026-09-16",
        "settles": "20",
        **cells,
    }
    return _rows("pinned", ",".join(row.values()))


TIMES: list[Change] = [
    (
        "end_before_start",
        "error",
        _rows("availability", "P01,Friday,,14:00,13:00,MRE"),
        "availability, row 5, end: The end is not after the start. Found: '13:00'. Needed: a time after 14:00",
    ),
    (
        "end_before_start",
        "error",
        _rows("student_times", "004217,,,Monday,14:00,14:00,open"),
        "student_times, row 5, end: The end is not after the start",
    ),
    (
        "slot_without_day",
        "error",
        _rows("student_times", "004217,,,,14:00,14:30,open"),
        "student_times, row 5, weekday: This row has no day. Needed: a weekday; or cycle_day and cycle",
    ),
    (
        "slot_without_day",
        "error",
        _of_cycle("004217,Monday,1,2,14:00,14:30,open"),
        "student_times, row 2, cycle_day: This row has both a weekday and a day of a cycle. Found: '1'",
    ),
    (
        "slot_without_day",
        "error",
        _of_cycle("004217,,1,,14:00,14:30,open"),
        "student_times, row 2, cycle: This row has a day of a cycle, but not how many days the cycle has",
    ),
    (
        "cycle_day_beyond",
        "error",
        _of_cycle("004217,,3,2,14:00,14:30,open"),
        "student_times, row 2, cycle_day: A cycle of 2 days has no such day. Found: '3'. Needed: 1 to 2",
    ),
    (
        "end_before_start",
        "error",
        _rows("bell", "PHE,Friday,14:30,08:00"),
        "bell, row 6, end: The end is not after the start",
    ),
    (
        "at_night",
        "warning",
        _rows("availability", "P01,Tuesday,,1:30,2:15,MRE"),
        "row 5, start: This is at night. Is the afternoon meant? Found: '01:30'",
    ),
    (
        "weekday_or_date",
        "error",
        _rows("availability", "P01,,,13:00,14:00,MRE"),
        "This row has neither a weekday nor a date",
    ),
    (
        "weekday_or_date",
        "error",
        _rows("availability", "P01,Friday,2026-12-04,13:00,14:00,MRE"),
        "This row has both a weekday and a date",
    ),
    (
        "whose_time",
        "error",
        _rows("student_times", ",,,Monday,14:00,14:30,open"),
        "This row names neither a student nor a school",
    ),
    (
        "whose_time",
        "error",
        _rows("student_times", "004217,MRE,,Monday,14:00,14:30,open"),
        "This row names student '004217' and also the school",
    ),
    (
        "whose_time",
        "error",
        _rows("student_times", "004217,,3,Monday,14:00,14:30,open"),
        "This row names student '004217' and also a grade",
    ),
    (
        "grade_without_school",
        "error",
        _rows("student_times", ",,3,Monday,14:00,14:30,open"),
        "This row is for grade '3' but names no school",
    ),
    (
        "two_bells",
        "error",
        _rows("bell", "MRE,Monday,09:15,15:45"),
        "row 6, weekday: School 'MRE' also has a Monday in row 2",
    ),
    ("two_limits", "error", _rows("limits", "30,60,,,,,"), "row 3: This is a second row of limits"),
    (
        "shortest_over_longest",
        "error",
        _swap("limits", "15,45", "46,45"),
        "The shortest session (46 minutes) is longer than the longest (45)",
    ),
]

PROVIDERS: list[Change] = [
    (
        "provider_without_credential",
        "warning",
        _swap("providers", "R. Sample,speech;occupational_therapy", "R. Sample,"),
        "providers, row 2, service_types: Provider 'P01' has free time in 'availability'",
    ),
    (
        "provider_without_credential",
        "warning",
        {**PLANNED, "providers": None, "pinned": None},
        "availability, row 2, provider_id: Provider 'P01' has free time in 'availability'",
    ),
    (
        "near_credential",
        "warning",
        {
            **_rows("availability", "P02,Monday,,13:00,14:00,MRE"),
            "providers": SOUND["providers"].replace("occupational_therapy", "Occupational Therapy"),
        },
        "spells this service type differently. They count as two, so provider 'P02' cannot be planned for it",
    ),
    (
        "nobody_may_give",
        "warning",
        _swap("providers", "speech;occupational_therapy", "occupational_therapy"),
        "services, row 2, service_type: By the table 'providers', nobody may give this",
    ),
    (
        "nobody_free",
        "warning",
        {**PLANNED, "providers": SOUND["providers"]},
        "providers, row 3, provider_id: 'availability' has no row for anybody who may give 'occupational_therapy'",
    ),
    (
        "no_way_to_service",
        "warning",
        {
            **PLANNED,
            "providers": "provider_id,service_types,school_id\nP01,speech;occupational_therapy,PHE\nP02,speech,MRE\n",
            "travel": None,
            "availability": "provider_id,weekday,start,end\nP01,Monday,13:00,14:00\n",
        },
        "services, row 2, provider_id: Provider 'P01' gives this at 'MRE' and is based at 'PHE', but 'travel' has",
    ),
    (
        "free_in_two_places",
        "warning",
        _rows("availability", "P01,Monday,,13:30,14:30,PHE"),
        "row 5, start: Provider 'P01' is free at 'PHE' from 13:30, and at 'MRE' until 14:00 in row 2",
    ),
    (
        "free_in_two_places",
        "warning",
        _rows("availability", "P01,,2026-12-07,13:30,14:30,PHE"),
        "row 5, start: Provider 'P01' is free at 'PHE' from 13:30, and at 'MRE' until 14:00 in row 2",
    ),
    (
        "no_travel_time",
        "warning",
        {**PLANNED, "travel": None},
        "row 3, school_id: Provider 'P01' is free at 'MRE' and at 'PHE' on one day",
    ),
    (
        "no_bell",
        "warning",
        _rows("availability", "P01,Friday,,13:00,14:00,MRE"),
        "row 5, school_id: Providers are free at school 'MRE' on Friday, but 'bell' does not say",
    ),
    (
        "no_bell",
        "warning",
        {
            **PLANNED,
            "providers": "provider_id,service_types,school_id\nP01,speech;occupational_therapy,PHE\nP02,speech,MRE\n",
            "availability": "provider_id,weekday,start,end\nP01,Monday,13:00,14:00\n",
            "bell": "school_id,weekday,start,end\nPHE,Monday,08:00,14:30\n",
        },
        "row 2, school_id: Providers are free at school 'MRE' on Monday, but 'bell' does not say",
    ),
    (
        "travel_to_itself",
        "error",
        _rows("travel", "PHE,PHE,5"),
        "row 3, to: This way leads from a school to itself. Found: 'PHE'",
    ),
    ("two_travel_times", "error", _rows("travel", "MRE,PHE,20"), "The way from 'MRE' to 'PHE' is also in row 2"),
]

STUDENTS: list[Change] = [
    (
        "student_in_two_schools",
        "error",
        _rows("student_times", "004217,PHE,,Monday,14:00,14:30,open"),
        "student_times, row 5, school_id: The table 'students' has student '004217' at 'MRE'",
    ),
    (
        "student_in_two_schools",
        "error",
        _pin(pinned_id="M2", date="2026-12-02", school_id="PHE"),
        "pinned, row 3, school_id: The table 'students' has student '004218' at 'MRE'",
    ),
    (
        "duplicate_id",
        "error",
        {"students": SOUND["students"] + "004217,PHE,,,\n"},
        "They are at school 'MRE' there and at 'PHE' here, and a student can be in one school only",
    ),
    (
        "rest_counts_as_open",
        "warning",
        _swap("student_times", "open", "core"),
        "No row says 'open' for 2 students of school 'MRE'",
    ),
    (
        "grade_of_nobody",
        "warning",
        _swap("student_times", "MRE,3,", "MRE,3rd,"),
        "No student of school 'MRE' has this grade, nor any other grade that is named here for it",
    ),
]

PINNED: list[Change] = [
    (
        "pinned_disagrees",
        "error",
        _pin(date="2026-12-02"),
        "'M1' has another date in row 2. Rows with one pinned_id are one session. Found: '2026-12-02'",
    ),
    ("pinned_disagrees", "error", _pin(start="10:15"), "Found: '10:15'. Needed: 10:00"),
    ("pinned_disagrees", "error", _pin(minutes="45"), "Found: '45'. Needed: 30"),
    ("pinned_disagrees", "error", _pin(school_id="PHE"), "Found: 'PHE'. Needed: MRE"),
    ("pinned_disagrees", "error", _pin(provider_id="P02"), "Found: 'P02'. Needed: P01"),
    (
        "pinned_disagrees",
        "error",
        _pin(student_id="004217", service_id="SV3"),
        "'M1' is occupational_therapy here and speech in row 2",
    ),
    (
        "pinned_of_another",
        "error",
        _pin(student_id="004217"),
        "Service 'SV2' is for student '004218', and this make-up is for student '004217'",
    ),
    (
        "pinned_of_another",
        "error",
        _pin(session_id="L2"),
        "Session 'L2' is of service 'SV1', and this make-up is of service 'SV2'",
    ),
    ("pinned_settles_too_much", "error", _pin(settles="31"), "lasts 30 minutes, but settles 31 minutes"),
    (
        "pinned_settles_too_much",
        "error",
        _pin(student_id="004217", service_id="SV1", settles="11"),
        "lasts 30 minutes, but settles 31 minutes of student '004217'",
    ),
    (
        "pinned_without_credential",
        "error",
        _swap("pinned", "P01", "P02"),
        "'M1' is speech, but the table 'providers' says that this provider gives occupational_therapy",
    ),
    (
        "pinned_before_miss",
        "error",
        _pin(missed_on="2026-12-02"),
        "row 3, date: The make-up is before the day on which the session was missed",
    ),
]

PLANNING = [*TIMES, *PROVIDERS, *STUDENTS, *PINNED]
