"""What a secretary would write, and what it means. Counted by hand, text by text."""

from typing import Any

import pytest

from makegood.intake.mandate import Reading, read_mandate

# text: minutes, sessions (None: the minutes are the period's total), per, every, group_max, delivery
CLEAR = {
    # minutes of a whole period
    "50 minutes per week": (50, None, "week", 1, None, None),
    "55 min/wk": (55, None, "week", 1, None, None),
    "35 MIN. WEEKLY": (35, None, "week", 1, None, None),
    "90 mpm": (90, None, "month", 1, None, None),
    "40 mpd": (40, None, "day", 1, None, None),
    "100 minutes each month": (100, None, "month", 1, None, None),
    "25 mins served weekly": (25, None, "week", 1, None, None),
    "20 minutes daily": (20, None, "day", 1, None, None),
    "45 min per school day": (45, None, "day", 1, None, None),
    "120 minutes a quarter": (120, None, "quarter", 1, None, None),
    "60 min quarterly": (60, None, "quarter", 1, None, None),
    "240 min per semester": (240, None, "semester", 1, None, None),
    "240 min por semestre": (240, None, "semester", 1, None, None),
    "1,080 minutes per school year": (1080, None, "year", 1, None, None),
    "600 min annually": (600, None, "year", 1, None, None),
    "900 minutes over the IEP year": (900, None, "iep", 1, None, None),
    "540 minutes in total": (540, None, "iep", 1, None, None),
    # hours are exact
    "1 hour per week": (60, None, "week", 1, None, None),
    "1.25 hrs weekly": (75, None, "week", 1, None, None),
    "1½ hours weekly": (90, None, "week", 1, None, None),
    "1 1/2 hours per month": (90, None, "month", 1, None, None),
    "3/4 hour weekly": (45, None, "week", 1, None, None),
    "two and a half hours a week": (150, None, "week", 1, None, None),
    "half an hour twice a month": (30, 2, "month", 1, None, None),
    "an hour and 20 minutes weekly": (80, None, "week", 1, None, None),
    "1 hr 10 min/wk": (70, None, "week", 1, None, None),
    "six hours a day": (360, None, "day", 1, None, None),
    # sessions and minutes
    "3 x 20 min weekly": (20, 3, "week", 1, None, None),
    "3x20 weekly": (20, 3, "week", 1, None, None),
    "20x3 weekly": (20, 3, "week", 1, None, None),
    "20 \u00d7 3 / week": (20, 3, "week", 1, None, None),
    "2*45 min wkly": (45, 2, "week", 1, None, None),
    "\uff12 \uff58 \uff14\uff15 min weekly": (45, 2, "week", 1, None, None),
    "45min2x/wk": (45, 2, "week", 1, None, None),
    "2xweekly 45 min": (45, 2, "week", 1, None, None),
    "45 min x 2 weekly": (45, 2, "week", 1, None, None),
    "45 minutes x 2 x weekly": (45, 2, "week", 1, None, None),
    "45 Minutes / 2 Times Weekly": (45, 2, "week", 1, None, None),
    "45 min, 2 per week": (45, 2, "week", 1, None, None),
    "2 times a week for 45 minutes": (45, 2, "week", 1, None, None),
    "twice weekly, 45 min": (45, 2, "week", 1, None, None),
    "thrice monthly 40 minutes": (40, 3, "month", 1, None, None),
    "once a month for one hour": (60, 1, "month", 1, None, None),
    "30 minutes six times per month": (30, 6, "month", 1, None, None),
    "two 25-minute sessions per week": (25, 2, "week", 1, None, None),
    "two (2) twenty (20) minute sessions each week": (20, 2, "week", 1, None, None),
    "two weekly 25-minute sessions": (25, 2, "week", 1, None, None),
    "4 sessions of 15 minutes each per month": (15, 4, "month", 1, None, None),
    "4x/mo, 15 min/session": (15, 4, "month", 1, None, None),
    "a 40-minute session weekly": (40, 1, "week", 1, None, None),
    "36 sessions of 30 minutes annually": (30, 36, "year", 1, None, None),
    "1x/week for 45 min.": (45, 1, "week", 1, None, None),
    "20 min per session, eight sessions in total": (20, 8, "iep", 1, None, None),
    "eight sessions in total, 20 min": (20, 8, "iep", 1, None, None),
    # a sum that is said again
    "40 min x 3 Times = 120 min Weekly": (40, 3, "week", 1, None, None),
    "80 min weekly (2 x 40)": (40, 2, "week", 1, None, None),
    "80 minutes weekly in 2 sessions": (40, 2, "week", 1, None, None),
    "90 min weekly in 30 min sessions": (30, 3, "week", 1, None, None),
    "45 minutes weekly, divided into three 15-minute sessions": (15, 3, "week", 1, None, None),
    "2x weekly, 25 min each, 50 min total": (25, 2, "week", 1, None, None),
    "1 hour (60 minutes) weekly": (60, None, "week", 1, None, None),
    # several weeks, days or months in a block
    "45 min every other week": (45, None, "week", 2, None, None),
    "every 3 weeks, 20 minutes": (20, None, "week", 3, None, None),
    "40 min every second month": (40, None, "month", 2, None, None),
    "1 hr fortnightly": (60, None, "week", 2, None, None),
    "3 x 40 min per 5 day cycle": (40, 3, "cycle", 5, None, None),
    "6-day cycle: 4 x 20 min": (20, 4, "cycle", 6, None, None),
    "2 sessions per cycle (8 days), 45 min each": (45, 2, "cycle", 8, None, None),
    "15 minutes, 1 time per week for 2 out of 4 weeks": (15, 2, "week", 4, None, None),
    "25 minutes, 1 time per week for 3 out of 4 weeks": (25, 3, "week", 4, None, None),
    "20 min twice weekly 3 weeks out of 4": (20, 6, "week", 4, None, None),
    "30 min once a week, 3 weeks per month": (30, 3, "month", 1, None, None),
    "40 minutes per day, 4 days per week": (40, 4, "week", 1, None, None),
    "2x10 daily, 5 days a week": (10, 10, "week", 1, None, None),
    "10 min 2x daily 5 days a week": (10, 10, "week", 1, None, None),
    # with whom
    "2 x 25 min weekly 4:1": (25, 2, "week", 1, 4, "group"),
    "2 x 25 min weekly 1:1": (25, 2, "week", 1, 1, "individual"),
    "1x/week 25 min individual": (25, 1, "week", 1, 1, "individual"),
    "25 min 1-on-1 weekly": (25, None, "week", 1, 1, "individual"),
    "1x25 weekly (I)": (25, 1, "week", 1, 1, "individual"),
    "1x25 weekly G(4)": (25, 1, "week", 1, 4, "group"),
    "25 min weekly in a group of 5 students": (25, None, "week", 1, 5, "group"),
    "25 min weekly, small group": (25, None, "week", 1, None, "group"),
    "group of 2-4, 25 min 2x/wk": (25, 2, "week", 1, 4, "group"),
    "25 min weekly, group of no more than 3": (25, None, "week", 1, 3, "group"),
    "45 min monthly consultation": (45, None, "month", 1, None, "consult"),
    "indirect 20 min per month": (20, None, "month", 1, None, "indirect"),
    "The student will receive 40 minutes of direct service weekly.": (40, None, "week", 1, None, "direct"),
    "direct, individual: 2 x 15 min weekly": (15, 2, "week", 1, 1, "individual"),
    "45 min weekly pull-out": (45, None, "week", 1, None, None),
    # in Spanish
    "30 minutos 2 veces por semana": (30, 2, "week", 1, None, None),
    "dos sesiones de 20 minutos a la semana": (20, 2, "week", 1, None, None),
    "1 hora al mes, individual": (60, None, "month", 1, 1, "individual"),
}

WEEKLY = ("week", 1, None, None)
OPEN = (None, 1, None, None)

# text: flags, then every reading
FOR_A_PERSON = {
    # something is missing
    "": ("no_minutes no_period", []),
    "45 min": ("no_period", [(45, None, *OPEN)]),
    "3x45": ("no_period", [(45, 3, *OPEN)]),
    "4x weekly": ("no_minutes", [(None, 4, *WEEKLY)]),
    "3 x 40 min per cycle": ("no_cycle_length", [(40, 3, *OPEN)]),
    "45 min 3 days": ("no_period unparsed", [(45, None, *OPEN)]),
    "90 per month": ("unit_assumed", [(90, None, "month", 1, None, None)]),
    "1x/week 45": ("unit_assumed", [(45, 1, *WEEKLY)]),
    "45 minute sessions weekly": ("count_assumed", [(45, 1, *WEEKLY)]),
    "2 class periods daily": ("not_minutes", [(None, 2, "day", 1, None, None)]),
    "30% of the school day": ("not_minutes no_period", []),
    "3 trips weekly": ("not_minutes", [(None, 3, *WEEKLY)]),
    # an amount that is none
    "up to 45 min weekly": ("qualifier", [(45, None, *WEEKLY)]),
    "a minimum of 45 min weekly": ("qualifier", [(45, None, *WEEKLY)]),
    "approximately 45 min weekly": ("qualifier", [(45, None, *WEEKLY)]),
    "hasta 45 minutos semanales": ("qualifier", [(45, None, *WEEKLY)]),
    "45 min weekly as needed": ("as_needed", [(45, None, *WEEKLY)]),
    "as needed": ("no_minutes no_period as_needed", []),
    "1.33 hours weekly": ("part_minute", [(79, None, *WEEKLY), (80, None, *WEEKLY)]),
    "9000 hours weekly": ("impossible", [(540000, None, *WEEKLY)]),
    # ranges
    "8-10 hours a week": ("range", [(480, None, *WEEKLY), (600, None, *WEEKLY)]),
    "25 to 40 min weekly": ("range", [(25, None, *WEEKLY), (40, None, *WEEKLY)]),
    "between 25 and 40 min weekly": ("range", [(25, None, *WEEKLY), (40, None, *WEEKLY)]),
    "45 min 1-2x/wk": ("range", [(45, 1, *WEEKLY), (45, 2, *WEEKLY)]),
    # two meanings
    "3 \u2013 45 minute sessions weekly": ("dash_ambiguous", [(45, 3, *WEEKLY), (3, 1, *WEEKLY), (45, 1, *WEEKLY)]),
    "45 min biweekly": ("biweekly_ambiguous", [(45, 2, *WEEKLY), (45, None, "week", 2, None, None)]),
    "45 min bi-monthly": (
        "biweekly_ambiguous",
        [(45, 2, "month", 1, None, None), (45, None, "month", 2, None, None)],
    ),
    # 'sem' is a week to one writer and a semester to another
    "30 min 2x/sem": ("sem_ambiguous", [(30, 2, *WEEKLY), (30, 2, "semester", 1, None, None)]),
    "30 min 2 veces por sem.": ("sem_ambiguous", [(30, 2, *WEEKLY), (30, 2, "semester", 1, None, None)]),
    "45 min/sem": ("sem_ambiguous", [(45, None, *WEEKLY), (45, None, "semester", 1, None, None)]),
    "80 min/sem en 2 sesiones": ("sem_ambiguous", [(40, 2, *WEEKLY), (40, 2, "semester", 1, None, None)]),
    "5 días/sem 20 min": ("sem_ambiguous", [(20, 5, *WEEKLY)]),
    "45 min cada 2 sem": (
        "sem_ambiguous two_semesters",
        [(45, None, "week", 2, None, None), (45, None, "year", 1, None, None)],
    ),
    "45 min every 2 sem": (
        "sem_ambiguous two_semesters",
        [(45, None, "week", 2, None, None), (45, None, "year", 1, None, None)],
    ),
    "45 min every 2 semesters": ("two_semesters", [(45, None, "year", 1, None, None)]),
    "45 min cada dos semestres": ("two_semesters", [(45, None, "year", 1, None, None)]),
    "10 x 20 per 18-week sem": (
        "weeks_or_term",
        [(20, 10, "semester", 1, None, None), (20, 10, "week", 18, None, None)],
    ),
    "15x25 yearly": ("count_or_minutes", [(15, 25, "year", 1, None, None), (25, 15, "year", 1, None, None)]),
    "2 1/2 hour sessions weekly": ("count_or_minutes", [(30, 2, *WEEKLY), (150, 1, *WEEKLY)]),
    "80 min per week, 2 sessions": ("total_or_each", [(40, 2, *WEEKLY), (80, 2, *WEEKLY)]),
    "2 sessions 80 min weekly": ("total_or_each", [(40, 2, *WEEKLY), (80, 2, *WEEKLY)]),
    "80 min individual weekly, 2 sessions": (
        "total_or_each",
        [(40, 2, "week", 1, 1, "individual"), (80, 2, "week", 1, 1, "individual")],
    ),
    "240 minutes, two times a week over eight sessions": (
        "total_or_each pace_left_out",
        [(30, 8, "iep", 1, None, None), (240, 8, "iep", 1, None, None)],
    ),
    "180 per month (six sessions over three weeks)": (
        "unit_assumed total_or_each time_limited",
        [(30, 6, "month", 1, None, None), (180, 6, "month", 1, None, None)],
    ),
    "45 min weekly / monthly": ("two_periods", [(45, None, *WEEKLY), (45, None, "month", 1, None, None)]),
    "45 min daily, 4x per week": ("two_periods", [(45, None, "day", 1, None, None), (45, 4, *WEEKLY)]),
    "2x weekly, 3x weekly 45 min": ("two_counts", [(45, 2, *WEEKLY), (45, 3, *WEEKLY)]),
    "45 min every other day": ("period_assumed", [(45, None, "cycle", 2, None, None)]),
    "45 min weekly for 12 weeks": ("time_limited", [(45, None, *WEEKLY)]),
    "individual or group 45 min weekly": (
        "delivery_unclear alternatives",
        [(45, None, "week", 1, 1, "individual"), (45, None, "week", 1, None, "group")],
    ),
    "direct and indirect 45 min weekly": (
        "delivery_unclear",
        [(45, None, "week", 1, None, "direct"), (45, None, "week", 1, None, "indirect")],
    ),
    # a period that the school calendar may not have
    "10 x 20 per 9-week quarter": (
        "weeks_or_term",
        [(20, 10, "quarter", 1, None, None), (20, 10, "week", 9, None, None)],
    ),
    "200 minutes per nine weeks": (
        "weeks_or_term",
        [(200, None, "week", 9, None, None), (200, None, "quarter", 1, None, None)],
    ),
    "5 x 20 min each trimester": ("period_unknown", [(20, 5, None, 1, None, None)]),
    "80 minutes per grading period": (
        "period_unknown",
        [(80, None, "quarter", 1, None, None), (80, None, None, 1, None, None)],
    ),
    "45 minutes per zebra": ("no_period unparsed", [(45, None, None, 1, None, None)]),
    "45 min weekly per IEP plan": ("unparsed", [(45, None, *WEEKLY)]),
    "45 min weekly, ESY": ("summer", [(45, None, *WEEKLY)]),
    # what is denied is no reading, and two services side by side are two promises
    "no 45 min weekly": ("unparsed", []),
    "Speech 45 min weekly, OT 2 x 20 min weekly": ("several_parts", [(45, None, *WEEKLY), (20, 2, *WEEKLY)]),
    "Speech and OT 45 min weekly": ("several_parts", [(45, None, *WEEKLY)]),
    "2 x 25 weekly, 50 min weekly consult": (
        "several_parts",
        [(25, 2, *WEEKLY), (50, None, "week", 1, None, "consult")],
    ),
    # more than one promise, and sums
    "45 min 2x/wk; consult 15 min/mo": (
        "several_parts",
        [(45, 2, *WEEKLY), (15, None, "month", 1, None, "consult")],
    ),
    "20 min individual and 20 min group weekly": (
        "several_parts",
        [(20, None, "week", 1, 1, "individual"), (20, None, "week", 1, None, "group")],
    ),
    "20 min 2x weekly or 40 min 1x weekly": ("alternatives", [(20, 2, *WEEKLY), (40, 1, *WEEKLY)]),
    "40 min x 2 Times = 90 min Weekly": ("arithmetic", [(40, 2, *WEEKLY), (90, None, *WEEKLY)]),
    "80 min weekly (2 x 30)": ("arithmetic", [(80, None, *WEEKLY), (30, 2, *WEEKLY)]),
    "100 min weekly over 3 sessions": ("arithmetic", [(100, None, *WEEKLY)]),
    # shorthand with colons, and what a spreadsheet makes of it
    "3:45:1": ("period_assumed", [(45, 3, "week", 1, 1, "individual")]),
    "3:45:5": ("period_assumed", [(45, 3, "week", 1, 5, "group")]),
    "45:3:1": (
        "period_assumed implausible_order",
        [(45, 3, "week", 1, 1, "individual"), (3, 45, "week", 1, 1, "individual")],
    ),
    "03:45:01": ("excel_damage period_assumed", [(45, 3, "week", 1, 1, "individual")]),
    "1900-01-01 02:30:01": ("excel_damage period_assumed", [(30, 2, "week", 1, 1, "individual")]),
    "2-Jan": ("excel_damage no_minutes no_period", []),
    "2026-01-02 00:00:00": ("excel_damage no_minutes no_period", []),
    "0.104178240740741": ("excel_damage no_minutes no_period", []),
    # words that are not understood, and texts that were cut off
    "45 min weekly except during finals": ("unparsed", [(45, None, *WEEKLY)]),
    "45 min weekly and": ("unparsed", [(45, None, *WEEKLY)]),
    "45 min weekly (group": ("unparsed", [(45, None, "week", 1, None, "group")]),
    "x weekly 45 min": ("unparsed", [(45, None, *WEEKLY)]),
    "45 min x weekly": ("count_assumed", [(45, 1, *WEEKLY)]),
    "45 min and weekly": ("unparsed", [(45, None, *WEEKLY)]),
    "45 min weeks": ("no_period unparsed", [(45, None, *OPEN)]),
    "45 min 9 days a week": ("unparsed", [(45, None, *WEEKLY)]),
    "once 2x45 weekly": ("two_counts", [(45, 1, *WEEKLY), (45, 2, *WEEKLY)]),
    "- 45 min weekly": ("unparsed", [(45, None, *WEEKLY)]),
    "45 min weekly 3:1 model": ("unparsed", [(45, None, "week", 1, 3, "group")]),
    "see attached": ("no_minutes no_period unparsed", []),
}


def _reading(minutes: int | None, sessions: int | None, *rest: Any) -> Reading:
    return Reading(minutes, sessions or 1, *rest, total=sessions is None)


@pytest.mark.parametrize("text", CLEAR)
def test_clear_wording_has_one_reading_and_needs_nobody(text: str) -> None:
    found = read_mandate(text)
    assert found.readings == (_reading(*CLEAR[text]),)
    assert (found.status, found.flags) == ("ok", ())


@pytest.mark.parametrize("text", FOR_A_PERSON)
def test_doubtful_wording_shows_every_reading_and_why(text: str) -> None:
    flags, readings = FOR_A_PERSON[text]
    found = read_mandate(text)
    assert found.readings == tuple(_reading(*each) for each in readings)
    assert (found.status, set(found.flags)) == ("review", set(flags.split()))


def test_json_has_exactly_the_agreed_keys() -> None:
    found = read_mandate("2 x 30 min weekly 3:1")
    reading = {
        "minutes": 30,
        "sessions": 2,
        "per": "week",
        "every": 1,
        "group_max": 3,
        "delivery": "group",
        "total": False,
    }
    assert found.as_dict() == {"status": "ok", "flags": [], "readings": [reading]}
    assert found.text == "2 x 30 min weekly 3:1"


AROUND = {
    "Ms. Doe, SLP: 2 x 25 min weekly in the speech room": ("ms doe , slp", "speech room"),
    "415 - Language and Speech, 50 min weekly, Room 12": ("415 - language and speech", "room 12"),
    "Maple Ridge Elementary, OT, 25 min weekly": ("maple ridge elementary , ot",),
}


@pytest.mark.parametrize("text", AROUND)
def test_what_stands_around_a_promise_is_named_and_needs_nobody(text: str) -> None:
    found = read_mandate(text)
    assert (found.status, found.aside) == ("ok", AROUND[text])


def test_the_plans_dates_are_named_and_are_no_part_of_the_amount() -> None:
    found = read_mandate("2 x 25 min weekly, 09/01/2026 to May 30, 2027")
    assert (found.status, found.dates) == ("ok", ("09/01/2026", "may 30, 2027"))
    assert found.readings == (Reading(25, 2, "week", 1, None, None),)


def test_words_that_are_not_read_are_named_as_they_are_spelled() -> None:
    assert read_mandate("45 min weekly except during finals wks").unread == ("except", "finals", "wks")


@pytest.mark.parametrize("name", ["Old Plan", "Pending Review", "Reduced Load", "Only Mondays"])
def test_words_that_change_a_promise_are_never_taken_for_a_name(name: str) -> None:
    assert read_mandate(f"{name}: 45 min weekly").status == "review"
