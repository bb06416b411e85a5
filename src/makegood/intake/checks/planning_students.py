"""Checks of where the planner's tables say that students are, and of when they may be taken."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from makegood.intake.checks.check import check
from makegood.intake.checks.facts import Facts
from makegood.intake.checks.planning_pinned import to_come
from makegood.terms.echo import quoted, shown
from makegood.terms.findings import Finding, Origin


@check(
    "student_times.student_id",
    "student_times.school_id",
    "pinned.student_id",
    "pinned.school_id",
    "pinned.date",
    "students.student_id",
    "students.school_id",
)
def student_in_two_schools(facts: Facts) -> Iterator[Finding]:
    """Yield rows of student_times, and agreed make-ups still to come, at another school than the student's own."""
    times = facts.records.student_times
    for table, places in (("student_times", enumerate(times.row)), ("pinned", to_come(facts))):
        rows = facts.records.table(table)
        students, schools = rows.values("student_id"), rows.values("school_id")
        for at, row in places:
            student, school = students[at], schools[at]
            own = facts.school_of.get(student)
            if school is None or own is None or school == own:
                continue
            says = (
                f"The table 'students' has student {quoted(student)} at {quoted(facts.place(own))}. Nobody can be "
                "planned in two schools."
            )
            expected = f"{shown(facts.place(own))}, or {shown(facts.place(school))} in the table 'students'"
            yield Finding(
                "error",
                "student_in_two_schools",
                says,
                Origin(table, row, "school_id"),
                found=facts.place(school),
                expected=expected,
            )


@check(
    "student_times.student_id",
    "student_times.school_id",
    "student_times.grade",
    "student_times.use",
    "students.student_id",
    "students.school_id",
    "students.grade",
    whole=("student_times",),
)
def rest_counts_as_open(facts: Facts) -> Iterator[Finding]:
    """Yield schools with students whose time is partly kept, while nothing says which of it is `open`."""
    times, students = facts.records.student_times, facts.records.students
    kept: dict[str, int] = {}
    opened: set[tuple[str | None, str | None, str | None]] = set()
    named: dict[tuple[str | None, str | None, str | None], int] = {}
    for at, row in enumerate(times.row):
        whom = times.student_id[at], times.school_id[at], times.grade[at]
        named.setdefault(whom, row)
        if times.use[at] == "open":
            opened.add(whom)
    if not named:
        return
    count: Counter[str] = Counter()
    for student, school, grade in zip(students.student_id, students.school_id, students.grade, strict=True):
        hold = {(student, None, None), (None, school, None), (None, school, grade)}
        rows = [named[whom] for whom in hold if whom in named]
        if school is not None and rows and not hold & opened:
            kept[school] = min(*rows, kept.get(school, rows[0]))
            count[school] += 1
    for school, row in kept.items():
        many = "1 student" if count[school] == 1 else f"{count[school]:,} students"
        says = (
            f"No row says 'open' for {many} of school {quoted(facts.place(school))}. All school time that no row keeps "
            "counts as open to make-ups."
        )
        expected = "rows with use 'open', or one for the whole school if all other time may be taken"
        yield Finding("warning", "rest_counts_as_open", says, Origin("student_times", row, "use"), expected=expected)


@check(
    "student_times.school_id",
    "student_times.grade",
    "students.school_id",
    "students.grade",
    whole=("students", "student_times"),
)
def grade_of_nobody(facts: Facts) -> Iterator[Finding]:
    """Yield schools whose students' grades are all written otherwise in `students` than in `student_times`."""
    times, students = facts.records.student_times, facts.records.students
    grades: defaultdict[str, set[str]] = defaultdict(set)
    for school, grade in zip(students.school_id, students.grade, strict=True):
        if school is not None and grade is not None:
            grades[school].add(grade)
    named: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for school, grade, row in zip(times.school_id, times.grade, times.row, strict=True):
        if school is not None and grade is not None:
            named[school].setdefault(grade, row)
    for school, rows in named.items():
        if grades[school] and not grades[school] & rows.keys():
            grade, row = next(iter(rows.items()))
            there = ", ".join(dict.fromkeys(map(shown, sorted(grades[school]))))
            says = (
                f"No student of school {quoted(facts.place(school))} has this grade, nor any other grade that is named "
                "here for it. Perhaps 'students' writes them differently."
            )
            expected = f"one of: {there}"
            yield Finding(
                "warning",
                "grade_of_nobody",
                says,
                Origin("student_times", row, "grade"),
                found=grade,
                expected=expected,
            )
