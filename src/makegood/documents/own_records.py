"""One child's own records out of a district's: all that the child's account rests on, and nothing of another child."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from makegood.ledger import log_of
from makegood.records import TABLES, Records
from makegood.records.column import Table

T = TypeVar("T", bound=Table)

_OF_STUDENT: Final = (
    "students",
    "services",
    "awards",
    "notices",
    "requests",
    "student_absences",
    "pinned",
    "family_notes",
)
_OF_SESSION: Final = ("determinations", "offers", "signatures")


class OwnRecords:
    """Gives each child's own records; what takes a walk through a table is done once."""

    def __init__(self, records: Records, as_of: dt.date) -> None:
        self._records = records
        self._sizes = log_of(records, as_of).group_sizes
        self._by: dict[str, dict[str, list[int]]] = {
            **{name: _places(records.table(name).values("student_id")) for name in _OF_STUDENT},
            **{name: _places(records.table(name).values("session_id")) for name in _OF_SESSION},
            "schedule": _places(records.schedule.service_id),
            "sessions": _places(records.sessions.service_id),
            "provider_absences": _places(records.provider_absences.provider_id),
        }

    def of(self, student_id: str) -> Records:
        """Return a child's own records. A group is given as its size, and no row has a note."""
        records, by = self._records, self._by
        places = {name: by[name].get(student_id, []) for name in _OF_STUDENT}
        services = [records.services.service_id[at] for at in places["services"]]
        for name in ("schedule", "sessions"):
            places[name] = sorted(at for id_ in services for at in by[name].get(id_, ()))
        own = {records.sessions.session_id[at] for at in places["sessions"]}
        for name in _OF_SESSION:
            places[name] = sorted(at for id_ in own for at in by[name].get(id_, ()))
        providers = self._providers(places)
        places["provider_absences"] = sorted(at for id_ in providers for at in by["provider_absences"].get(id_, ()))
        places["providers"] = [at for at, id_ in enumerate(records.providers.provider_id) if id_ in providers]
        places |= self._school(places)
        tables: dict[str, Any] = {name: _rows(records.table(name), at) for name, at in places.items()}
        tables["sessions"] = self._sessions(places["sessions"], own)
        # Any other table is of planning, other people's time, or of files: a new one too is empty unless it is named.
        blank: dict[str, Any] = {of.NAME: _rows(records.table(of.NAME), ()) for of in TABLES if of.NAME not in places}
        return replace(records, **tables, **blank)

    def _providers(self, places: Mapping[str, Sequence[int]]) -> set[str]:
        records = self._records
        named = {
            records.table(name).values("provider_id")[at]
            for name in ("services", "schedule", "sessions", "awards", "pinned")
            for at in places[name]
        }
        return {id_ for id_ in named if id_ is not None}

    def _school(self, places: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
        records = self._records
        schools = {records.students.school_id[at] for at in places["students"]}
        schools |= {records.services.school_id[at] for at in places["services"]}
        schools |= {records.pinned.school_id[at] for at in places["pinned"]}
        kept = [at for at, id_ in enumerate(records.schools.school_id) if id_ in schools]
        calendars = {records.schools.calendar_id[at] for at in kept}
        calendars |= {records.students.calendar_id[at] for at in places["students"]}
        # Where no school names a calendar, the only one there is holds.
        every = set(records.terms.calendar_id)
        wanted = calendars & every or every
        return {
            "schools": kept,
            "terms": [at for at, id_ in enumerate(records.terms.calendar_id) if id_ in wanted],
            "calendar": [at for at, id_ in enumerate(records.calendar.calendar_id) if id_ in wanted],
        }

    def _sessions(self, places: Sequence[int], own: set[str]) -> Table:
        table = _rows(self._records.sessions, places)
        linked = [id_ if id_ in own else None for id_ in table.together_with]
        sizes = [self._sizes[at] for at in places]
        none: list[str | None] = [None] * len(places)
        return replace(table, group_size=sizes, group_id=none, note=list(none), together_with=linked)


def _rows(table: T, places: Iterable[int]) -> T:
    """Return some rows of a table, each with its number in its file."""
    chosen = list(places)
    pick: Callable[[Sequence[Any]], list[Any]] = lambda cells: [cells[at] for at in chosen]  # noqa: E731 - said once
    return type(table).of({name: pick(table.values(name)) for name in table.columns()}, pick(table.row))


def _places(ids: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, id_ in enumerate(ids):
        found.setdefault(id_, []).append(at)
    return found
