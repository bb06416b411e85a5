"""Which rows concern some students, found by ids alone, before any other cell is read.

These rows of the tables that are each student's own (`PERSONAL`):

* the students' own rows;
* rows of which nobody can tell whose they are: the id in them is blank, damaged or unknown;
* rows of others on which the students' account or its warnings rest: with the same id, or one that differs only in case
  or leading zeros; of the same group; of the same provider and day; make-ups for a row of theirs; those that correct
  one another;
* the rows that all these name, so that none of them seems to name what is not there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from makegood.intake.dates import DateOrder
from makegood.intake.doubt import Doubt
from makegood.intake.raw import RawTable
from makegood.intake.values import are_plain_ids, cell_reader
from makegood.records import TABLES, Sessions
from makegood.terms.spelling import near

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
_LINKS: Final = ("corrects", "makeup_for", "together_with")
"""Columns of `sessions` that name other sessions."""

_OWN_ID: Final = {table.NAME: table.key() for table in TABLES}

_TOGETHER: Final = 1_000
"""So many ids are compared at a time."""

_read_id: Final = cell_reader(Sessions.columns()["session_id"])


def concerned(raw: Mapping[str, RawTable], students: frozenset[str], order: DateOrder) -> dict[str, set[int]]:
    """Return, by table, the places of the records that concern some students.

    Args:
        raw: The tables that are there, of those in `PERSONAL`.
        students: The students' ids.
        order: How slashed dates are meant.

    Raises:
        csv.Error: If a file cannot be split into cells.
    """
    choice = _Choice(raw, students)
    own = choice.services()
    choice.of_students("student_absences")
    choice.of_students("awards")
    choice.of_students("notices")
    choice.of_students("requests")
    choice.of_students("family_notes")
    choice.of_services("schedule", own)
    choice.pinned(own)
    log = _LogChoice(raw.get("sessions"), choice.sure["services"], own, order)
    for table in ("notices", "pinned"):
        log.add(choice.cells(table, "session_id"))
    for table in ("determinations", "offers", "signatures"):
        log.add(choice.of_sessions(table, log))
    choice.places["sessions"] = log.places
    choice.what_is_named(log.services(), log.awards())
    return {table: places for table, places in choice.places.items() if table in raw}


def _unsure(id_: str) -> bool:
    """Return whether a cell is blank, or no id can be read in it."""
    read = _read_id(id_)
    return read is None or (isinstance(read, Doubt) and read.value is None)


class _Choice:
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
        self.sure = {table: _sure(self._column(table, f"{table[:-1]}_id")) for table in ("students", "services")}
        self.places["students"] |= _places_like(self._column("students", "student_id"), students)
        self._take_unsure("students", "student_id", "students")

    def _column(self, table: str, name: str) -> list[str]:
        """Return a column's cells, the header's own row and those above it left blank; read once."""
        key = (table, name)
        if key not in self._columns:
            self._columns[key] = self._raw[table].columns(name)[0] if table in self._raw else []
        return self._columns[key]

    def _take(self, table: str, name: str, chosen: AbstractSet[str]) -> None:
        """Choose the rows in which a column holds one of some cells."""
        self.places[table] |= _places_of(self._column(table, name), chosen)

    def _take_unsure(self, table: str, name: str, named: str) -> None:
        """Choose the rows in which a column names no row of a table for sure."""
        self.places[table] |= _places_of_others(self._column(table, name), self.sure[named])

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

    def of_sessions(self, table: str, log: "_LogChoice") -> set[str]:
        """Choose a table's rows by their session; return the sessions that the chosen rows name."""
        named = set(self._column(table, "session_id"))
        self._take(table, "session_id", log.chain() | log.unknown(named) | set(filter(_unsure, named)))
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
        self.places[table] |= _places_like(self._column(table, key), set(ids) - {""})


class _LogChoice:
    """The rows that are chosen of the log. It is long, so it is walked as seldom as can be.

    Attributes:
        places: The places of its records.
    """

    def __init__(self, raw: RawTable | None, services: frozenset[str], own: frozenset[str], order: DateOrder) -> None:
        """Choose the rows of some services, those whose service is not known, and what they rest on."""
        self._raw = raw
        self.places: set[int] = set()
        names = ("session_id", "service_id", "group_id", "award_id", *_LINKS)
        columns = [[] for _ in names] if raw is None else raw.columns(*names)
        self._ids, self._services, groups, self._awards, *links = columns
        self._links = [self._filled(column) for column in links]
        self._corrected_by: dict[str, list[int]] = {}
        for at, id_ in self._links[0].items():
            self._corrected_by.setdefault(id_, []).append(at)
        self._own = _places_of(self._services, own)
        self.places |= self._own | _places_of_others(self._services, services)
        own_ids = {self._ids[at] for at in self._own}
        self.places |= _places_like(self._ids, own_ids - {""})
        self.places |= _places_of(groups, {groups[at] for at in self._own} - {""})
        # A make-up of another child that says it is for a row of theirs may be in the wrong child's log.
        self.places |= {at for at, id_ in self._links[1].items() if id_ in own_ids}
        if raw is not None:
            self.places |= _same_days(raw, sorted(self._own), order)
        self.add(())

    def add(self, ids: Iterable[str]) -> None:
        """Choose the rows with some ids, and all that the chosen rows name or that correct them."""
        wanted, looked_for = set(ids), set[str]()
        while True:
            here = {self._ids[at] for at in self.places}
            wanted |= {link[at] for link in self._links for at in self.places & link.keys()}
            wanted -= here | looked_for | {""}
            more = {at for id_ in here for at in self._corrected_by.get(id_, ())} - self.places
            more |= _places_of(self._ids, wanted)
            looked_for |= wanted
            if not more:
                return
            self.places |= more

    def chain(self) -> set[str]:
        """Return the ids of the students' own rows, and of those that these replaced or were replaced by."""
        corrects = self._links[0]
        ids = {self._ids[at] for at in self._own}
        while True:
            more = {corrects[at] for at in self.places & corrects.keys() if self._ids[at] in ids}
            more |= {self._ids[at] for id_ in ids for at in self._corrected_by.get(id_, ())}
            if more <= ids:
                return ids
            ids |= more

    def unknown(self, ids: Iterable[str]) -> set[str]:
        """Return those of some ids that no row of the log has."""
        asked = set(ids)
        return asked - asked.intersection(self._ids) if asked else asked

    def services(self) -> set[str]:
        """Return the services of the chosen rows."""
        return {self._services[at] for at in self.places}

    def awards(self) -> set[str]:
        """Return the awards that the chosen rows name."""
        return {self._awards[at] for at in self.places} - {""}

    @staticmethod
    def _filled(column: Sequence[str]) -> dict[int, str]:
        return {at: id_ for at, id_ in enumerate(column) if id_} if any(column) else {}


def _sure(ids: Iterable[str]) -> frozenset[str]:
    """Return those of some cells in which an id can be read."""
    different = frozenset(ids) - {""}
    return different if are_plain_ids(tuple(different)) else frozenset(id_ for id_ in different if not _unsure(id_))


def _parts(cells: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield a column in parts, each with its first place: of most parts one look says that no cell is meant."""
    for begin in range(0, len(cells), _TOGETHER):
        yield begin, cells[begin : begin + _TOGETHER]


def _places_of(cells: Sequence[str], chosen: AbstractSet[str]) -> set[int]:
    """Return the places of the cells that are one of some."""
    found = set[int]()
    for begin, part in _parts(cells) if chosen else ():
        if not chosen.isdisjoint(part):
            found.update(at for at, cell in enumerate(part, begin) if cell in chosen)
    return found


def _places_of_others(cells: Sequence[str], known: frozenset[str]) -> set[int]:
    """Return the places of the cells that are none of some."""
    found = set[int]()
    for begin, part in _parts(cells):
        if not known.issuperset(part):
            found.update(at for at, cell in enumerate(part, begin) if cell not in known)
    return found


def _places_like(ids: Sequence[str], own: Iterable[str]) -> set[int]:
    """Return the places of the ids that are one of some, or differ from one only in case or leading zeros."""
    alike = frozenset(map(near, own))
    if not alike:
        return set()
    found = set()
    for begin, part in _parts(ids):
        # Many are brought to one case at once, as a file's text holds no NUL.
        text = "\0".join(part).casefold()
        plain = text.split("\0")
        if not text.startswith("0") and "\0" + "0" not in text and alike.isdisjoint(plain):
            continue
        found |= {at for at, id_ in enumerate(plain, begin) if id_.lstrip("0") in alike}
    return found


def _same_days(raw: RawTable, own: Sequence[int], order: DateOrder) -> set[int]:
    """Return the places of all rows of the providers and days of some rows that say when they began.

    A provider can be in one place only, which is checked among all sessions of a day.
    """
    if not {"provider_id", "date", "start_time"} <= raw.places.keys():
        return set()
    read = cell_reader(Sessions.columns()["date"], order)
    provider, date, start = (raw.places[name] for name in ("provider_id", "date", "start_time"))
    width = max(provider, date, start)
    rows = [[cell.strip() for cell in cells] for cells in raw.records(own) if len(cells) > width]
    wanted = {(cells[provider], read(cells[date])) for cells in rows if cells[provider] and cells[start]}
    found = set()
    for provider_id in {provider_id for provider_id, _ in wanted}:
        for at, row in raw.records_with(provider_id):
            cells = [cell.strip() for cell in row]
            if len(cells) > width and cells[start] and (cells[provider], read(cells[date])) in wanted:
                found.add(at)
    return found
