"""The tables of a folder of records: what each column is, and the rows themselves."""

from makegood.records.column import RECORDED_AT, Column, Kind, Table
from makegood.records.decisions import Awards, Determinations, Offers
from makegood.records.log import ASSUMED, FamilyNotes, Imports, Notices, Requests, Sessions, Signatures
from makegood.records.people import ProviderAbsences, Providers, StudentAbsences, Students
from makegood.records.places import Calendar, Schools, Terms
from makegood.records.planning import Availability, Bell, Limits, Pinned, StudentTimes, Travel, WorkingHours
from makegood.records.promises import Schedule, Services
from makegood.records.records import NEEDED, TABLES, Records

__all__ = [
    "ASSUMED",
    "NEEDED",
    "RECORDED_AT",
    "TABLES",
    "Availability",
    "Awards",
    "Bell",
    "Calendar",
    "Column",
    "Determinations",
    "FamilyNotes",
    "Imports",
    "Kind",
    "Limits",
    "Notices",
    "Offers",
    "Pinned",
    "ProviderAbsences",
    "Providers",
    "Records",
    "Requests",
    "Schedule",
    "Schools",
    "Services",
    "Sessions",
    "Signatures",
    "StudentAbsences",
    "StudentTimes",
    "Students",
    "Table",
    "Terms",
    "Travel",
    "WorkingHours",
]
