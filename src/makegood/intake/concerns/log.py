"""The rows of the log that concern some students."""

from collections.abc import Iterable, Sequence
from typing import Final

from makegood.intake.concerns.ids import places_like, places_of, places_of_others
from makegood.intake.concerns.same_days import same_days
from makegood.intake.dates import DateOrder
from makegood.intake.raw import RawTable

_LINKS: Final = ("corrects", "makeup_for", "together_with")
"""Columns of `sessions` that name other sessions."""


class LogChoice:
    """The rows that are chosen of the log. It is long, so it is walked as seldom as can be.

    Attributes:
        places: The places of its records.
    """

    def __init__(self, raw: RawTable | None, services: frozenset[str], own: frozenset[str], order: DateOrder) -> None:
        """Choose the rows of some services, those whose service is not known, and what they rest on."""
        self.places: set[int] = set()
        names = ("session_id", "service_id", "group_id", "award_id", *_LINKS)
        columns = [[] for _ in names] if raw is None else raw.columns(*names)
        self._ids, self._services, groups, self._awards, *links = columns
        self._links = [self._filled(column) for column in links]
        self._corrects, makeup_for, _ = self._links
        self._corrected_by: dict[str, list[int]] = {}
        for at, id_ in self._corrects.items():
            self._corrected_by.setdefault(id_, []).append(at)
        self._own = places_of(self._services, own)
        self.places |= self._own | places_of_others(self._services, services)
        own_ids = {self._ids[at] for at in self._own}
        self.places |= places_like(self._ids, own_ids - {""})
        self.places |= places_of(groups, {groups[at] for at in self._own} - {""})
        # A make-up of another child that says it is for a row of theirs may be in the wrong child's log.
        self.places |= {at for at, id_ in makeup_for.items() if id_ in own_ids}
        if raw is not None:
            self.places |= same_days(raw, sorted(self._own), order)
        self.add(())

    def add(self, ids: Iterable[str]) -> None:
        """Choose the rows with some ids, and all that the chosen rows name or that correct them."""
        wanted, looked_for = set(ids), set[str]()
        while True:
            here = {self._ids[at] for at in self.places}
            wanted |= {link[at] for link in self._links for at in self.places & link.keys()}
            wanted -= here | looked_for | {""}
            more = {at for id_ in here for at in self._corrected_by.get(id_, ())} - self.places
            more |= places_of(self._ids, wanted)
            looked_for |= wanted
            if not more:
                return
            self.places |= more

    def chain(self) -> set[str]:
        """Return the ids of the students' own rows, and of those that these replaced or were replaced by."""
        ids = {self._ids[at] for at in self._own}
        while True:
            more = {self._corrects[at] for at in self.places & self._corrects.keys() if self._ids[at] in ids}
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
        """Return the cells of a column that are not blank, by their places."""
        return {at: id_ for at, id_ in enumerate(column) if id_} if any(column) else {}
