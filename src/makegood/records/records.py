"""A folder of records, read: every table, and where its policy packs lie."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from makegood.records.column import Table
from makegood.records.decisions import Awards, Determinations, Offers
from makegood.records.log import FamilyNotes, Imports, Notices, Requests, Sessions, Signatures
from makegood.records.people import ProviderAbsences, Providers, StudentAbsences, Students
from makegood.records.places import Calendar, Schools, Terms
from makegood.records.planning import Availability, Bell, Limits, Pinned, StudentTimes, Travel, WorkingHours
from makegood.records.promises import Schedule, Services

Made = TypeVar("Made")

TABLES: Final[tuple[type[Table], ...]] = (
    Schools,
    Students,
    Terms,
    Calendar,
    Services,
    Schedule,
    Sessions,
    Determinations,
    Awards,
    Offers,
    Notices,
    Requests,
    Signatures,
    FamilyNotes,
    Providers,
    StudentAbsences,
    ProviderAbsences,
    Availability,
    Bell,
    StudentTimes,
    WorkingHours,
    Travel,
    Limits,
    Pinned,
    Imports,
)
"""Every table, in the order in which a person would fill them in."""

NEEDED: Final = ("students", "terms", "services", "sessions")
"""The tables that must be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All tables of one folder; a table that was not given is empty.

    Attributes:
        policies: The folder of the records' own policy packs, or None.
    """

    schools: Schools = field(default_factory=Schools)
    students: Students = field(default_factory=Students)
    terms: Terms = field(default_factory=Terms)
    calendar: Calendar = field(default_factory=Calendar)
    services: Services = field(default_factory=Services)
    schedule: Schedule = field(default_factory=Schedule)
    sessions: Sessions = field(default_factory=Sessions)
    determinations: Determinations = field(default_factory=Determinations)
    awards: Awards = field(default_factory=Awards)
    offers: Offers = field(default_factory=Offers)
    notices: Notices = field(default_factory=Notices)
    requests: Requests = field(default_factory=Requests)
    signatures: Signatures = field(default_factory=Signatures)
    family_notes: FamilyNotes = field(default_factory=FamilyNotes)
    providers: Providers = field(default_factory=Providers)
    student_absences: StudentAbsences = field(default_factory=StudentAbsences)
    provider_absences: ProviderAbsences = field(default_factory=ProviderAbsences)
    availability: Availability = field(default_factory=Availability)
    bell: Bell = field(default_factory=Bell)
    student_times: StudentTimes = field(default_factory=StudentTimes)
    working_hours: WorkingHours = field(default_factory=WorkingHours)
    travel: Travel = field(default_factory=Travel)
    limits: Limits = field(default_factory=Limits)
    pinned: Pinned = field(default_factory=Pinned)
    imports: Imports = field(default_factory=Imports)
    policies: Path | None = None
    _made: dict[Any, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[["Records"], Made]) -> Made:
        """Return what a function makes of these records, made at the first call: the same for all who ask."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Made", self._made[make])

    def table(self, name: str) -> Table:
        """Return a table by its name."""
        found: Table = getattr(self, name)
        return found
