"""The database becomes `Records`, through the same checks as a folder or a workbook.

A child's page reads some twenty tables, so this asks SQLite itself: to put twenty questions together takes Django
longer than it takes the database to answer them.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.db import connection

from makegood.answers.known_words import KNOWN_WORDS
from makegood.files import rooms
from makegood.files.moves import put_new
from makegood.intake.read import Report, read_sheets
from makegood.intake.sheet import Sheet
from makegood.records import NEEDED
from makegood.web.clock import end_of_day
from makegood.web.records.models import TABLE_OF
from makegood.web.records.versions import held_rows, one_moment
from makegood.web.site import site

_SHARED: Final = ("schools", "terms", "calendar")
"""Tables that are about no child. They are small, so they are read whole."""

_GIVE: Final = ("services", "schedule", "sessions", "pinned")
"""Tables whose rows name who gives a session."""

_LINKS: Final = ("corrects", "makeup_for", "together_with")
_COLUMNS: Final = {name: tuple(table.columns()) for name, table in TABLE_OF.items()}


def records_of_all(as_of: dt.date, known_on: dt.date | None = None) -> Report:
    """Read every table.

    Args:
        as_of: The day of the account.
        known_on: Only what was known by the end of this day; None for all.
    """
    with one_moment():
        held = _Held(known_on)
        for table in TABLE_OF:
            held.take(table)
        return held.report(as_of)


def records_of_children(
    students: Collection[str],
    as_of: dt.date,
    known_on: dt.date | None = None,
    *,
    notes_by: str | None = None,
    signed: bool = False,
) -> Report:
    """Read what the accounts of some children rest on: their rows, those that these name, and what all share.

    Args:
        students: Their student_ids. One that nobody has is no error here.
        as_of: The day of the account.
        known_on: Only what was known by the end of this day; None for all.
        notes_by: A person's ref, whose own notes as family are to be read too.
        signed: Whether it is to be read too who signed which session.
    """
    with one_moment():
        held = _Held(known_on)
        held.take("services", student_id=students)
        if notes_by is not None:
            held.take("family_notes", student_id=students, entered_by=[notes_by])
        own = held.cells("services", "service_id")
        held.take("sessions", service_id=own)
        held.take_named_sessions()
        sessions = held.cells("sessions", "session_id")
        for table in ("determinations", "offers", *(("signatures",) if signed else ())):
            held.take(table, session_id=sessions)
        for table in ("awards", "notices", "requests", "student_absences", "pinned"):
            held.take(table, student_id=students)
        held.take("schedule", service_id=own)
        held.take("pinned", service_id=own)
        held.take("pinned", pinned_id=held.cells("pinned", "pinned_id"))
        held.take_what_is_named(students)
        return held.report(as_of)


def records_of_provider(provider_id: str, students: Collection[str], day: dt.date, since: dt.date) -> Report:
    """Read what a provider's day shows: the services of their children, and of the log the rows from a day on.

    Of a service without a slot in the schedule the whole log is read: its period may be long.

    Args:
        provider_id: The provider.
        students: The student_ids of their children.
        day: The day that is shown.
        since: The first day of the log that is needed for the others.
    """
    with one_moment():
        held = _Held(None)
        held.take("services", student_id=students)
        own = held.cells("services", "service_id")
        held.take("schedule", service_id=own)
        held.take("student_absences", student_id=students)
        held.take("pinned", provider_id=[provider_id], service_id=own)
        slotted = held.cells("schedule", "service_id")
        held.take("sessions", service_id=own - slotted)
        held.take("sessions", "AND date >= %s", (since.isoformat(),), service_id=slotted)
        held.take("sessions", session_id=held.cells("pinned", "session_id"))
        held.take_named_sessions()
        held.take("signatures", session_id=held.cells("sessions", "session_id"))
        held.take_what_is_named(students)
        return held.report(day)


@dataclass(slots=True)
class _Held:
    """The versions that hold and were chosen.

    Attributes:
        known_on: Only what was known by the end of this day; None for all.
        rows: By table and entry, the cells of the chosen rows.
    """

    known_on: dt.date | None
    rows: dict[str, dict[int, tuple[str | None, ...]]] = field(default_factory=dict)

    def take(self, table: str, also: str = "", values: tuple[Any, ...] = (), **among: Collection[str]) -> None:
        """Choose rows of a table.

        Args:
            table: The table.
            also: A further condition.
            values: Its values.
            among: For columns, the cells that they may have; nothing is chosen if there is none.
        """
        if not all(among.values()):
            return
        chosen = [f'AND "{name}" IN ({", ".join(["%s"] * len(cells))})' for name, cells in among.items()]
        given = [cell for cells in among.values() for cell in cells]
        asked = " ".join((held_rows(table, ("entry", *_COLUMNS[table]), self.known_on), *chosen, also))
        with connection.cursor() as cursor:
            cursor.execute(asked, [*self._known(), *given, *values])
            self.rows.setdefault(table, {}).update((row[0], row[1:]) for row in cursor)

    def cells(self, table: str, column: str) -> set[str]:
        """Return what a column of the chosen rows holds."""
        place = _COLUMNS[table].index(column)
        return {cell for row in self.rows.get(table, {}).values() if (cell := row[place])}

    def take_named_sessions(self) -> None:
        """Choose the other rows of the chosen sessions' groups, and all that these name or that correct them."""
        self.take("sessions", group_id=self.cells("sessions", "group_id"))
        seen: set[str] = set()
        while new := self.cells("sessions", "session_id") - seen:
            seen |= new
            named = set().union(*(self.cells("sessions", link) for link in _LINKS)) - seen
            self.take("sessions", session_id=named)
            self.take("sessions", corrects=new)

    def take_what_is_named(self, students: Collection[str]) -> None:
        """Choose the services, awards, students and providers that the chosen rows name, and what all share.

        Of planning nothing is read: no account, no paper about a child and no day of a provider rests on it.
        """
        services = self.cells("sessions", "service_id") | self.cells("pinned", "service_id")
        self.take("services", service_id=services)
        self.take("awards", award_id=self.cells("sessions", "award_id"))
        tables = ("services", "awards", "pinned")
        self.take("students", student_id={*students, *(id_ for t in tables for id_ in self.cells(t, "student_id"))})
        providers = set().union(*(self.cells(table, "provider_id") for table in _GIVE))
        self.take("providers", provider_id=providers)
        self.take("provider_absences", provider_id=providers)
        # Whoever is named and not there is looked for among all, so that it can be said which id is meant.
        if providers - self.cells("providers", "provider_id"):
            self.take("providers")
        for table in _SHARED:
            self.take(table)

    def report(self, as_of: dt.date) -> Report:
        """Return the chosen rows as records, checked, or what is wrong with them."""
        sheets = [sheet for name in TABLE_OF if (sheet := self._sheet(name))]
        return read_sheets(sheets, (), self._policies(), as_of=as_of, known_on=self.known_on, more=KNOWN_WORDS)

    def _sheet(self, name: str) -> Sheet | None:
        """Return a table's cells, each row numbered by its entry; None for an empty one that need not be there."""
        rows = sorted(self.rows.get(name, {}).items())
        if not rows and name not in NEEDED:
            return None
        header = _COLUMNS[name]
        columns: Iterable[Any] = zip(*(cells for _, cells in rows), strict=True) if rows else ((),) * len(header)
        texts: list[Any] = [["" if cell is None else cell for cell in column] for column in columns]
        return Sheet(name, name, list(header), texts, [entry for entry, _ in rows])

    def _policies(self) -> Path | None:
        """Lay out the district's packs as files, once for each of their versions, and return the folder."""
        with connection.cursor() as cursor:
            cursor.execute(f"{held_rows('policies', ('name', 'text'), self.known_on)} ORDER BY name", self._known())
            files = list(cursor)
        if not files:
            return None
        sum_ = hashlib.sha256(repr(files).encode()).hexdigest()[:16]
        folder = site().policies / sum_
        if not folder.exists():
            folder.parent.mkdir(exist_ok=True)
            made = rooms.new_folder(folder.parent)
            try:
                for name, text in files:
                    (made / name).write_text(text, encoding="utf-8")
                # Another page may have laid out the same meanwhile.
                with suppress(FileExistsError):
                    put_new(made, folder)
            finally:
                rooms.remove(made)
        return folder

    def _known(self) -> list[str]:
        """Return the values of the condition on when a version was written."""
        if self.known_on is None:
            return []
        until = end_of_day(self.known_on).replace(tzinfo=None).isoformat(" ")
        return [until, until]
