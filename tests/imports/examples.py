"""The made-up files of `examples/therapist-workbook` and `examples/director-exports`.

Write them again with `python -m tests.imports.examples`. Every name is made up.
"""

import csv
import datetime as dt
from pathlib import Path
from random import Random
from typing import Any, Final

import xlsxwriter

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
BOOK: Final = EXAMPLES / "therapist-workbook" / "speech-2026-27.xlsx"
EXPORTS: Final = EXAMPLES / "director-exports"
FIRST, LAST = dt.date(2026, 9, 1), dt.date(2026, 11, 20)
OFF: Final = {
    dt.date(2026, 9, 7): "Labor Day - no school",
    dt.date(2026, 10, 12): "No school - Indigenous Peoples' Day",
    dt.date(2026, 11, 3): "No school for students - staff development",
    dt.date(2026, 11, 11): "No school - Veterans Day",
}
AWAY: Final = frozenset({dt.date(2026, 9, 24), dt.date(2026, 10, 15), dt.date(2026, 10, 20)})
MEETINGS: Final = frozenset({dt.date(2026, 9, 29), dt.date(2026, 11, 5)})
KEY: Final = (
    ("P", "present"),
        ("SA", "student absent"),
        ("TA", "therapist absent"),
        ("M", "therapist in IEP meeting"),
    ("FT", "field trip"),
        ("NS", "no school"),
        ("MU", "make-up session"),
)  # fmt: skip
SCHOOLS: Final[dict[str, tuple[tuple[int, ...], tuple[tuple[str, str, str, str], ...]]]] = {
    "Oak Elementary": ((1, 3), (
        ("Abara, Nia", "1", "2 x 30 min weekly", "Group of 2"),
        ("Baker, Otto", "1", "2 x 30 min weekly", "Group of 2"),
        ("Castle, Inez", "3", "2 x 20 min weekly", "Individual"),
        ("Dunn, Milo", "4", "1 x 30 min weekly", "Group of 3"),
        ("Eastman, Juno", "4", "1 x 30 min weekly", "Group of 3"),
        ("Fable, Rex", "4", "1 x 30 min weekly", "Group of 3"),
    )),
    "Pine Street School": ((0, 2), (
        ("Garden, Lola", "K", "2 x 30 min weekly", "Individual"),
        ("Harbor, Theo", "2", "1 x 30 min weekly", "Group of 2"),
        ("Island, Vera", "2", "1 x 30 min weekly", "Group of 2"),
        ("Juniper, Sol", "5", "60 min monthly", "Individual"),
    )),
    "Willow Middle School": ((4,), (
        ("Kite, Amparo", "6", "1 x 40 min weekly", "Group of 2"),
        ("Lantern, Gus", "7", "1 x 40 min weekly", "Group of 2"),
        ("Meadow, Ivy", "8", "1 x 30 min weekly", "Individual"),
    )),
}  # fmt: skip
"""Each school: the weekdays on which the therapist is there, and its students with grade, promise and group."""


def days_of(weekdays: tuple[int, ...]) -> list[dt.date]:
    """Return the days of the grid on some weekdays."""
    return [
        day
        for number in range((LAST - FIRST).days + 1)
        if (day := FIRST + dt.timedelta(days=number)).weekday() in weekdays
    ]


def cell(day: dt.date, promise: str, at: int, chance: Random) -> Any:
    """Return what the therapist wrote for a student and day."""
    minutes = next(int(word) for word in promise.split() if word.isdigit() and int(word) > 2)
    if promise.startswith("60") and (at % 2 or day.day > 15):
        return None
    if promise.startswith("1") and at % 2:
        return None
    minutes = 30 if minutes == 60 else minutes
    if day in OFF:
        return "NS"
    if day in AWAY:
        return "TA"
    if day in MEETINGS:
        return "M"
    present = "P" if promise[:2] != "60" else minutes
    return chance.choices((minutes, present, "SA", f"P {minutes - 10}", "FT", None), weights=(55, 25, 8, 6, 2, 2))[0]


def write_book() -> None:  # noqa: C901 - a workbook is one page after another
    """Write the therapist's workbook."""
    BOOK.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(BOOK)
    book.set_properties({"created": dt.datetime(2026, 11, 20)})  # noqa: DTZ001 - a file's own clock
    bold, day_format = book.add_format({"bold": True}), book.add_format({"num_format": "m/d"})
    chance = Random(27)  # noqa: S311 - made-up sessions
    for school, (weekdays, students) in SCHOOLS.items():
        sheet = book.add_worksheet(school)
        sheet.write(0, 0, "Speech sessions 2026-27     R. Sample, CCC-SLP", bold)
        days = days_of(weekdays)
        for month in (9, 10, 11):
            places = [4 + at for at, day in enumerate(days) if day.month == month]
            sheet.merge_range(1, places[0], 1, places[-1], f"{dt.date(2026, month, 1):%B}", bold)
        sheet.write_row(2, 0, ("Student", "Gr", "IEP Frequency", "Grouping"), bold)
        for at, day in enumerate(days):
            sheet.write_datetime(2, 4 + at, dt.datetime.combine(day, dt.time()), day_format)
        total = 4 + len(days)
        sheet.write(2, total, "Total", bold)
        for row, (name, grade, promise, group) in enumerate(students, start=3):
            sheet.write_row(row, 0, (name, grade, promise, group))
            for at, day in enumerate(days):
                # On one weekday a week a weekly session is held; where the therapist comes once, on that one.
                value = cell(day, promise, at if len(weekdays) > 1 else 0, chance)
                if value is not None:
                    sheet.write(row, 4 + at, value)
        if school == "Oak Elementary":
            thursday = days.index(dt.date(2026, 9, 24))
            for row in (3, 4):
                sheet.write(row, 4 + thursday, "TA, MU 9/25")
        sheet.write(4 + len(students), 0, "Total sessions", bold)
    key = book.add_worksheet("Key")
    key.write_row(0, 0, ("Code", "Meaning"), bold)
    for row, pair in enumerate(KEY, start=1):
        key.write_row(row, 0, pair)
    sheet = book.add_worksheet("Days off")
    sheet.write_row(0, 0, ("Date", "Event"), bold)
    listed = {dt.date(2026, 8, 31): "First day of school", **OFF, dt.date(2027, 6, 11): "Last day of school"}
    for row, (day, label) in enumerate(listed.items(), start=1):
        sheet.write_datetime(row, 0, dt.datetime.combine(day, dt.time()), book.add_format({"num_format": "m/d/yyyy"}))
        sheet.write(row, 1, label)
    sheet.write_row(len(listed) + 1, 0, ("11/25/2026-11/27/2026", "Thanksgiving recess"))
    sheet.write_row(len(listed) + 2, 0, ("12/21/2026-1/1/2027", "Winter break"))
    book.close()


DISTRICT: Final = (
    ("Ash", "Rosa", "Birch Elementary"),
        ("Bell", "Tobias", "Birch Elementary"),
        ("Cove", "Yara", "Birch Elementary"),
    ("Dale", "Emil", "Cedar Elementary"),
        ("Elm", "Paz", "Cedar Elementary"),
        ("Fern", "Quincy", "Cedar Elementary"),
    ("Glen", "Sara", "Harbor Middle"),
        ("Hill", "Dario", "Harbor Middle"),
        ("Ivy", "Noor", "Harbor Middle"),
)  # fmt: skip
LINES: Final = (
    ("415 - Language and Speech", "30 min x 2 Times = 60 min Weekly", "Sample, R."),
    ("450 - Occupational therapy", "45 min Weekly", "Invented, T."),
    ("510 - Individual  counseling", "120 min Monthly", "Madeup, C."),
)


def write_exports() -> None:
    """Write the exports of an IEP system (services, service log) and of a student information system (students)."""
    EXPORTS.mkdir(parents=True, exist_ok=True)
    chance = Random(28)  # noqa: S311 - made-up sessions
    students = [(f"00{4100 + at * 7}", *each, str(1 + at % 8)) for at, each in enumerate(DISTRICT)]
    roster = [("Student Number", "Last Name", "First Name", "Grade", "School", "Birth Date", "Homeroom Teacher")]
    roster += [
        (id_, last, first, grade, school, f"0{1 + int(grade)}/14/{2020 - int(grade)}", "Placeholder")
        for id_, last, first, school, grade in students
    ]
    roster += [("009001", "Nolan", "Piet", "3", "Birch Elementary", "05/02/2017", "Placeholder")]
    services = [
        ("Name", "Student ID", "Service", "Delivery", "Start Date", "End Date", "Sessions / Frequency", "Location")
    ]
    log = [("Student ID", "Student", "Service", "Service Date", "Duration", "Status", "Reason", "Provider")]
    for at, (id_, last, first, _, _) in enumerate(students):
        service, frequency, provider = LINES[at % 3]
        services.append(
            (f"{last}, {first}", id_, service, "Direct", "08/31/2026", "06/11/2027", frequency, "Therapy room")
        )
        for number in range((LAST - FIRST).days + 1):
            day = FIRST + dt.timedelta(days=number)
            weekly = {"415": (1, 3), "450": (2,), "510": (0,)}[service[:3]]
            if day.weekday() not in weekly or day in OFF or (service[:3] == "510" and day.day > 14):
                continue
            length = {"415": 30, "450": 45, "510": 60}[service[:3]]
            fate = chance.choices(("Provided", "Student Absent", "Provider Absent", ""), weights=(80, 8, 8, 4))[0]
            if not fate:
                continue
            minutes = str(length) if fate == "Provided" else "0"
            reason = "no sub available" if fate == "Provider Absent" and chance.random() < 0.4 else ""
            log.append((id_, f"{last}, {first}", service, f"{day:%m/%d/%Y}", minutes, fate, reason, provider))
    days = [("Date", "Event"), ("08/31/2026", "First day of school")]
    days += [(f"{day:%m/%d/%Y}", label) for day, label in OFF.items()]
    days += [("11/25/2026-11/27/2026", "Thanksgiving recess"), ("12/21/2026-1/1/2027", "Winter break")]
    days += [("06/11/2027", "Last day of school")]
    for name, rows in (
        ("sis-students", roster),
        ("sis-calendar", days),
        ("iep-services", services),
        ("iep-service-log", log),
    ):
        with (EXPORTS / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\r\n").writerows(rows)


if __name__ == "__main__":
    write_book()
    write_exports()
