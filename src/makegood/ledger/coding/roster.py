"""Who and what is accounted for: students and services in order, with calendars and policies."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from makegood.calendars import SchoolCalendar
from makegood.log import Log, ServiceFacts
from makegood.policies import Pack, Policy, policy_in_force, read_packs
from makegood.records import Records
from makegood.terms.echo import shown
from makegood.terms.findings import Finding, Origin

FEDERAL = "us-federal"
"""The policy of services for which the records name none: it leaves every miss to the team."""


@dataclass(slots=True)
class Roster:
    """The students and services of an account, by student_id and service_id.

    Attributes:
        log: What the rows of the log say.
        students: Places in the table of students.
        services: Where and when each service is held, those of one student together.
        calendars: The calendars that are kept, each once.
        policies: The policies that hold, each once.
        calendar: For each service, the place in `calendars`.
        policy: For each service, the place in `policies`.
        service_begin: For each student and one more, where the services begin.
        findings: What keeps the records from being accounted for, and what a person should look at.
    """

    log: Log
    students: list[int] = field(default_factory=list)
    services: list[ServiceFacts] = field(default_factory=list)
    calendars: list[SchoolCalendar] = field(default_factory=list)
    policies: list[Policy] = field(default_factory=list)
    calendar: list[int] = field(default_factory=list)
    policy: list[int] = field(default_factory=list)
    service_begin: list[int] = field(default_factory=lambda: [0])
    findings: list[Finding] = field(default_factory=list)

    @property
    def records(self) -> Records:
        """The folder of records."""
        return self.log.records

    def owners(self) -> list[int]:
        """Return, for each service, the place of its student."""
        return [
            student
            for student, begin in enumerate(self.service_begin[:-1])
            for _ in range(begin, self.service_begin[student + 1])
        ]


class LocalCodesOf:
    """Reads a district's own codes for reasons as its policies understand them."""

    def __init__(self, packs: Mapping[str, Pack]) -> None:
        """Take the packs."""
        self._packs = packs
        self._policies: dict[str, Policy | None] = {}

    def policy(self, policy_id: str | None) -> Policy | None:
        """Return the policy of an id, None for the federal one; None if there is no such pack."""
        name = policy_id or FEDERAL
        if name not in self._policies:
            self._policies[name] = policy_in_force(self._packs, name) if name in self._packs else None
        return self._policies[name]

    def __call__(self, word: str, policy_id: str | None, on: dt.date, /) -> str | None:
        """Return the reason that a code stands for in a policy on a day, or None."""
        policy = self.policy(policy_id)
        return policy.reason_of(word, on) if policy else None


def log_of(records: Records, as_of: dt.date | None = None) -> Log:
    """Return the log of records as of a day, its reasons read as the records' policies understand them."""
    packs, _ = read_packs(records.policies)
    return Log(records, as_of, local_codes=LocalCodesOf(packs))


def roster_of(records: Records, as_of: dt.date | None = None, only: frozenset[str] | None = None) -> Roster:
    """Put students and services in order, and look up what holds for each.

    Args:
        records: The records.
        as_of: The last day whose rows of the log count; None for all.
        only: The students to account for; None for all.
    """
    packs, findings = read_packs(records.policies)
    codes = LocalCodesOf(packs)
    roster = Roster(Log(records, as_of, local_codes=codes), findings=list(findings))
    table = records.students
    chosen = [i for i, id_ in enumerate(table.student_id) if only is None or id_ in only]
    roster.students = sorted(chosen, key=lambda place: table.student_id[place])
    by_student: dict[str, list[int]] = {}
    for place, student_id in enumerate(records.services.student_id):
        by_student.setdefault(student_id, []).append(place)
    places: tuple[dict[int, int], dict[str, int]] = {}, {}
    unnamed: list[int] = []
    for student in roster.students:
        services = by_student.get(table.student_id[student], ())
        for place in sorted(services, key=lambda i: records.services.service_id[i]):
            _add(roster, place, codes, places, unnamed)
        roster.service_begin.append(len(roster.services))
    # What is wrong with a student's policy is one error, however many services the student has.
    roster.findings = list(dict.fromkeys(roster.findings))
    if unnamed:
        roster.findings.append(_no_policy(roster, unnamed))
    return roster


def _add(
    roster: Roster,
    place: int,
    codes: LocalCodesOf,
    places: tuple[dict[int, int], dict[str, int]],
    unnamed: list[int],
) -> None:
    """Add a service with its calendar and policy, or say what of it is not known."""
    facts = roster.log.services.of(place)
    if facts is None:
        roster.findings.append(_no_dates(roster, place))
        return
    policy = codes.policy(facts.policy_id)
    if policy is None:
        roster.findings.append(_unknown_policy(roster, place, facts.policy_id or FEDERAL))
        return
    if facts.policy_id is None:
        unnamed.append(place)
    of_calendar, of_policy = places
    if id(facts.calendar) not in of_calendar:
        of_calendar[id(facts.calendar)] = len(roster.calendars)
        roster.calendars.append(facts.calendar)
    if policy.policy_id not in of_policy:
        of_policy[policy.policy_id] = len(roster.policies)
        roster.policies.append(policy)
    roster.services.append(facts)
    roster.calendar.append(of_calendar[id(facts.calendar)])
    roster.policy.append(of_policy[policy.policy_id])


def _no_dates(roster: Roster, place: int) -> Finding:
    services, calendar = roster.records.services, roster.log.services.calendars.of_service(place)
    if calendar is None:
        return Finding(
            "error",
            "no_calendar",
            f"The records do not say which calendar the school of service {shown(services.service_id[place])} keeps.",
            Origin("services", services.row[place], "student_id"),
            expected="a calendar_id of the table terms, on the student or the school",
        )
    return Finding(
        "error",
        "no_year_term",
        f"Service {shown(services.service_id[place])} has no start or end, and calendar "
        f"{calendar.calendar_id} has no term of "
        "kind year to take them from.",
        Origin("services", services.row[place], "start"),
        expected="a date, or a year term in the table terms",
    )


def _unknown_policy(roster: Roster, place: int, policy_id: str) -> Finding:
    services, students = roster.records.services, roster.records.students
    student_id = services.student_id[place]
    return Finding(
        "error",
        "unknown_policy",
        f"There is no policy pack {shown(policy_id)}, which student {shown(student_id)} or the school names.",
        Origin("students", students.row[students.index()[student_id]], "policy_id"),
        found=policy_id,
        expected="the id of a built-in pack ('makegood policy list') or of one in the folder policies/",
    )


def _no_policy(roster: Roster, unnamed: list[int]) -> Finding:
    services, students = roster.records.services, roster.records.students
    whose = {services.student_id[place] for place in unnamed}
    first = min(students.row[place] for place in roster.students if students.student_id[place] in whose)
    return Finding(
        "warning",
        "no_policy",
        f"No policy is named for {len(whose)} of {len(roster.students)} students: {FEDERAL} is taken, which leaves "
        "every miss to the IEP team.",
        Origin("students", first, "policy_id"),
        expected="a policy_id on the student or the school ('makegood policy list')",
    )
