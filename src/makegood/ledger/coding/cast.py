"""Who and what is accounted for: students and services in order, with calendars and policies."""

from dataclasses import dataclass, field

from makegood.calendars import Calendars, SchoolCalendar, calendars_of, day_number
from makegood.policies import Policy, policy_in_force, read_packs
from makegood.records import Records
from makegood.terms.findings import Finding, Origin, errors

FEDERAL = "us-federal"
"""The policy of students for whom the records name none: it leaves every miss to the team."""


@dataclass(slots=True)
class Cast:
    """The students and services of an account, by student_id and service_id.

    Attributes:
        students: Places in the table of students.
        services: Places in the table of services, those of one student together.
        calendars: The calendars that are kept, each once.
        policies: The policies that hold, each once.
        calendar: For each student, the place in `calendars`.
        policy: For each student, the place in `policies`.
        service_begin: For each student and one more, where the services begin.
        start: For each service, its first day (a day number).
        end: For each service, its last day.
        findings: What keeps the records from being accounted for.
    """

    records: Records
    students: list[int] = field(default_factory=list)
    services: list[int] = field(default_factory=list)
    calendars: list[SchoolCalendar] = field(default_factory=list)
    policies: list[Policy] = field(default_factory=list)
    calendar: list[int] = field(default_factory=list)
    policy: list[int] = field(default_factory=list)
    service_begin: list[int] = field(default_factory=lambda: [0])
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def owners(self) -> list[int]:
        """Return, for each service, the place of its student."""
        return [
            student
            for student, begin in enumerate(self.service_begin[:-1])
            for _ in range(begin, self.service_begin[student + 1])
        ]


def cast_of(records: Records, only: frozenset[str] | None = None) -> Cast:
    """Put students and services in order, and look up what holds for each.

    Args:
        records: The records.
        only: The students to account for; None for all.
    """
    cast = Cast(records)
    table = records.students
    chosen = [i for i, id_ in enumerate(table.student_id) if only is None or id_ in only]
    cast.students = sorted(chosen, key=lambda place: table.student_id[place])
    _choose_calendars(cast, calendars_of(records))
    _choose_policies(cast)
    if not errors(cast.findings):
        _choose_services(cast)
    return cast


def _choose_calendars(cast: Cast, calendars: Calendars) -> None:
    places: dict[int, int] = {}
    for place in cast.students:
        student = cast.records.students.student_id[place]
        calendar = calendars.of_student(student)
        if calendar is None:
            cast.findings.append(
                Finding(
                    "error",
                    "no_calendar",
                    f"Student {student}: the records do not say which calendar the student keeps.",
                    Origin("students", cast.records.students.row[place], "calendar_id"),
                    expected="a calendar_id of the table terms, on the student or the school",
                )
            )
            continue
        if id(calendar) not in places:
            places[id(calendar)] = len(cast.calendars)
            cast.calendars.append(calendar)
        cast.calendar.append(places[id(calendar)])


def _choose_policies(cast: Cast) -> None:
    records = cast.records
    packs, cast_findings = read_packs(records.policies)
    cast.findings += cast_findings
    school_policy = dict(zip(records.schools.school_id, records.schools.policy_id, strict=True))
    places: dict[str, int] = {}
    unnamed = []
    for place in cast.students:
        school = records.students.school_id[place]
        named = records.students.policy_id[place] or (school_policy.get(school) if school else None)
        if named is None:
            unnamed.append(place)
        policy_id = named or FEDERAL
        if policy_id not in packs:
            cast.findings.append(_unknown_policy(cast, place, policy_id))
            continue
        if policy_id not in places:
            places[policy_id] = len(cast.policies)
            cast.policies.append(policy_in_force(packs, policy_id))
        cast.policy.append(places[policy_id])
    if unnamed:
        cast.findings.append(
            Finding(
                "warning",
                "no_policy",
                f"No policy is named for {len(unnamed)} of {len(cast.students)} students: "
                f"{FEDERAL} is taken, which leaves every miss to the IEP team.",
                Origin("students", records.students.row[unnamed[0]], "policy_id"),
                expected="a policy_id on the student or the school ('makegood policy list')",
            )
        )


def _unknown_policy(cast: Cast, place: int, policy_id: str) -> Finding:
    student = cast.records.students.student_id[place]
    return Finding(
        "error",
        "unknown_policy",
        f"Student {student}: there is no policy pack {policy_id}.",
        Origin("students", cast.records.students.row[place], "policy_id"),
        found=policy_id,
        expected="the id of a built-in pack ('makegood policy list') or of one in the folder policies/",
    )


def _choose_services(cast: Cast) -> None:
    table = cast.records.services
    by_student: dict[str, list[int]] = {}
    for place, student in enumerate(table.student_id):
        by_student.setdefault(student, []).append(place)
    for student_place, calendar_place in zip(cast.students, cast.calendar, strict=True):
        calendar = cast.calendars[calendar_place]
        years = [term for term in calendar.terms if term.kind == "year"]
        student = cast.records.students.student_id[student_place]
        for place in sorted(by_student.get(student, ()), key=lambda i: table.service_id[i]):
            start, end = table.start[place], table.end[place]
            if not years and (start is None or end is None):
                cast.findings.append(_no_year(cast, place, calendar))
                continue
            cast.services.append(place)
            cast.start.append(day_number(start) if start else years[0].start)
            cast.end.append(day_number(end) if end else max(term.end for term in years))
        cast.service_begin.append(len(cast.services))


def _no_year(cast: Cast, place: int, calendar: SchoolCalendar) -> Finding:
    table = cast.records.services
    return Finding(
        "error",
        "no_year_term",
        f"Service {table.service_id[place]} has no start or end, and calendar "
        f"{calendar.calendar_id} has no term of kind year to take them from.",
        Origin("services", table.row[place], "start"),
        expected="a date, or a year term in the table terms",
    )
