"""The rows of all tables but the log that concern some students."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from makegood.intake.concerns.ids import is_unsure, places_like, places_of, places_of_others, sure_ids
from makegood.intake.concerns.log import LogChoice
from makegood.intake.raw import RawTable
from makegood.records import TABLES

PERSONAL: Final = (
    "students",
    "services",
    "schedule",
    "student_absences",
    "awards",
    "notices",
    "requests",
    "pinned",
    "sessions",
    "determinations",
    "offers",
    "family_notes",
    "signatures",
)
_OWN_ID: Final = {table.NAME: table.key() for table in TABLES}


class Choice:
    """The rows that are chosen of all tables but the log.

    Attributes:
        places: By table, the places of its records.
        sure: The ids of students and of services, without those that are damaged.
    """

    def __init__(self, raw: Mapping[str, RawTable], students: frozenset[str]) -> None:
        """Choose the students' own rows."""
        self._raw = raw
        self._students = students
        self._columns: dict[tuple[str, str], list[str]] = {}
        self.places: dict[str, set[int]] = {table: set() for table in PERSONAL}
        self.sure = {table: sure_ids(self._column(table, f"{table[:-1]}_id")) for table in ("students", "services")}
        self.places["students"] |= places_like(self._column("students", "student_id"), students)
        self._take_unsure("students", "student_id", "students")

    def _column(self, table: str, name: str) -> list[str]:
        """Return a column's cells, the header's own row and those above it left blank; read once."""
        key = (table, name)
        if key not in self._columns:
            self._columns[key] = self._raw[table].columns(name)[0] if table in self._raw else []
        return self._columns[key]

    def _take(self, table: str, name: str, chosen: AbstractSet[str]) -> None:
        """Choose the rows in which a column holds one of some cells."""
        self.places[table] |= places_of(self._column(table, name), chosen)

    def _take_unsure(self, table: str, name: str, named: str) -> None:
        """Choose the rows in which a column names no row of a table for sure."""
        self.places[table] |= places_of_others(self._column(table, name), self.sure[named])

    def cells(self, table: str, name: str) -> set[str]:
        """Return what a column of the chosen rows holds."""
        column = self._column(table, name)
        return {column[at] for at in self.places[table]}

    def services(self) -> frozenset[str]:
        """Choose services; return the ids of the students' own."""
        self._by_student("services")
        owners = self._column("services", "student_id")
        ids = self._column("services", "service_id")
        own = {id_ for id_, owner in zip(ids, owners, strict=True) if owner in self._students}
        self._with_ids_like("services", "service_id", own)
        return frozenset(own)

    def of_students(self, table: str) -> None:
        """Choose a table's rows by their student, and those with ids like theirs."""
        self._by_student(table)
        if key := _OWN_ID[table]:
            self._with_ids_like(table, key, self.cells(table, key))

    def _by_student(self, table: str) -> None:
        self._take(table, "student_id", self._students)
        self._take_unsure(table, "student_id", "students")

    def of_services(self, table: str, own: frozenset[str]) -> None:
        """Choose a table's rows by their service."""
        self._take(table, "service_id", own)
        self._take_unsure(table, "service_id", "services")

    def pinned(self, own: frozenset[str]) -> None:
        """Choose agreed make-ups: those of the students, and the other rows of these sessions."""
        self.of_students("pinned")
        self.of_services("pinned", own)
        self._take("pinned", "pinned_id", self.cells("pinned", "pinned_id"))

    def of_sessions(self, table: str, log: LogChoice) -> set[str]:
        """Choose a table's rows by their session; return the sessions that the chosen rows name."""
        named = set(self._column(table, "session_id"))
        self._take(table, "session_id", log.chain() | log.unknown(named) | set(filter(is_unsure, named)))
        if key := _OWN_ID[table]:
            self._with_ids_like(table, key, self.cells(table, key))
        return self.cells(table, "session_id")

    def what_is_named(self, services: set[str], awards: set[str]) -> None:
        """Choose the services, awards and students that the chosen rows name."""
        services = (services | self.cells("pinned", "service_id")) - {""}
        self._take("services", "service_id", services)
        self._take("awards", "award_id", awards)
        tables = ("services", "awards", "notices", "requests", "family_notes", "pinned")
        students = set().union(*(self.cells(table, "student_id") for table in tables)) - {""}
        self._take("students", "student_id", students)

    def _with_ids_like(self, table: str, key: str, ids: Iterable[str]) -> None:
        """Choose the rows whose own id is one of some, or differs from one only in case or leading zeros."""
        self.places[table] |= places_like(self._column(table, key), set(ids) - {""})
