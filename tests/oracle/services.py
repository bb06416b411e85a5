"""The services of a folder, each with its calendar, its policy and its slots (L1)."""

from tests.oracle.known import Tables
from tests.oracle.promise import Service, service_of
from tests.oracle.school import school_of
from tests.oracle.tables import Row, text


def services_of(tables: Tables) -> list[Service]:
    """Return every service."""
    students = {text(row, "student_id"): row for row in tables["students"]}
    services = []
    for row in tables["services"]:
        student = students[text(row, "student_id")]
        calendar_id = which(tables, row, student, "calendar_id") or text(tables["terms"][0], "calendar_id")
        policy_id = which(tables, row, student, "policy_id") or "us-federal"
        school = school_of(tables["terms"], tables["calendar"], calendar_id, text(student, "grade"))
        slots = [slot for slot in tables["schedule"] if text(slot, "service_id") == text(row, "service_id")]
        services.append(service_of(row, school, policy_id, slots))
    return services


def which(tables: Tables, service: Row, student: Row, column: str) -> str:
    """Return a service's calendar_id or policy_id, or an empty one (D1 says what then applies).

    That of the service's school, before the student's own, before that of the student's school;
    a blank falls to the next.
    """
    schools = {text(row, "school_id"): row for row in tables["schools"]}
    of_service = schools.get(text(service, "school_id"), {})
    of_student = schools.get(text(student, "school_id"), {})
    return text(of_service, column) or text(student, column) or text(of_student, column)
