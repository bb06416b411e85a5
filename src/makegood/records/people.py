"""Tables of people: students, providers, and the days they were away."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from makegood.records.column import Table, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Students(Table):
    """The students who have an IEP."""

    NAME: ClassVar[str] = "students"
    SAYS: ClassVar[str] = "Each student who has an IEP, once."

    student_id: list[str] = column(
        "id", "The student's number, as text: leading zeros count.", key=True, example="004217"
    )
    school_id: list[str | None] = column("id", "The student's school.", refers="schools", example="MRE")
    calendar_id: list[str | None] = column("id", "Only if it is not the school's calendar.")
    policy_id: list[str | None] = column("id", "Only if it is not the school's policy.")
    given_name: list[str | None] = column("text", "First name.", example="Ana")
    family_name: list[str | None] = column("text", "Last name.", example="Example")
    grade: list[str | None] = column("text", "Grade, as the school writes it.", example="3")
    home_language: list[str | None] = column("text", "Language of the home.", example="Spanish")
    date_of_birth: list[dt.date | None] = column("date", "Date of birth.", example="2018-03-02")


@dataclass(frozen=True, slots=True, kw_only=True)
class Providers(Table):
    """Therapists, teachers and contractors."""

    NAME: ClassVar[str] = "providers"
    SAYS: ClassVar[str] = "Each therapist, teacher or contractor who gives services."

    provider_id: list[str] = column("id", "The provider's number or code.", key=True, example="P01")
    name: list[str | None] = column("text", "The provider's name.", example="R. Sample")
    service_types: list[tuple[str, ...] | None] = column(
        "words", "What they may give, separated by ; (blank: not stated).", example="speech"
    )
    school_id: list[str | None] = column("id", "Where they are based.", refers="schools", example="MRE")
    employer: list[str | None] = column("text", "Who employs them.", example="district")
    hourly_cost: list[int | None] = column("money", "What an hour costs, in dollars.", example="62.00")
    by_video: list[bool] = column("yes_no", "yes if they work by video: at any school, without travel.", blank=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentAbsences(Table):
    """Days on which a student was away."""

    NAME: ClassVar[str] = "student_absences"
    SAYS: ClassVar[str] = "Days on which a student was away from school."

    student_id: list[str] = column("id", "The student.", needed=True, refers="students", example="004217")
    date: list[dt.date] = column("date", "The day, or the first day.", needed=True, example="2026-10-05")
    until: list[dt.date | None] = column("date", "The last day, if there are several.")
    kind: list[str | None] = column(
        "text", "A reason of the family's or the school's; blank is student_absent.", example="student_suspended"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAbsences(Table):
    """Days on which a provider was away, or nobody was there to give the service; never a person's health."""

    NAME: ClassVar[str] = "provider_absences"
    SAYS: ClassVar[str] = (
        "Days on which a provider was away, or the position was vacant. Please leave medical reasons out."
    )

    provider_id: list[str] = column("id", "The provider.", needed=True, refers="providers", example="P01")
    date: list[dt.date] = column("date", "The day, or the first day.", needed=True, example="2026-10-06")
    until: list[dt.date | None] = column("date", "The last day, if there are several.")
    kind: list[str | None] = column(
        "text", "A reason of the provider's or the district's, such as vacancy; blank is provider_absent."
    )
