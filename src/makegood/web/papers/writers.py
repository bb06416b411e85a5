"""Who entered rows about a child on this site, and who may take them back."""

from collections.abc import Collection
from typing import Any

from makegood.web.access.asked import Asked
from makegood.web.access.table import LEADS
from makegood.web.people.models import Person, Relation
from makegood.web.records.models import MODELS
from makegood.web.words.all import SiteWords


class Writers:
    """Who first entered some rows of a table, as this person may know it.

    What one parent gave to the school is not shown to the other, and nobody but who entered it takes back what a
    family entered: a school cannot make a family's request disappear.
    """

    def __init__(self, asked: Asked, table: str, refs: Collection[str]) -> None:
        """Ask who entered the first version of each row.

        Args:
            asked: Who looks at which child.
            table: The table.
            refs: The rows' random ids.
        """
        self._asked = asked
        first: Any = MODELS[table]._default_manager.filter(ref__in=refs, replaces=None)
        self._by: dict[str, str] = {}
        self._brought: set[str] = set()
        for ref, by, batch in first.values_list("ref", "entered_by", "batch"):
            self._by[ref] = by
            if batch is not None:
                self._brought.add(ref)
        of_child = Relation.objects.filter(kind="family", student_id=asked.the_child.student_id)
        self._families = set(of_child.values_list("person__ref", flat=True))
        self._names = dict(Person.objects.filter(ref__in=set(self._by.values())).values_list("ref", "name"))

    def hides(self, ref: str) -> bool:
        """Return whether another parent entered a row and a parent looks."""
        other = self._families - {self._asked.person.ref}
        return self._asked.relation.kind == "family" and self._is_of(ref, other)

    def may_take_back(self, ref: str, latest: str | None = None) -> bool:
        """Return whether this person may take back a row that was entered here, not brought in from elsewhere.

        Args:
            ref: The row's random id.
            latest: Who entered the version to take back, if that is not the first one.
        """
        if ref in self._brought:
            return False
        by = latest or self._by[ref]
        if by == self._asked.person.ref:
            return True
        return self._asked.relation.kind in LEADS and by not in self._families

    def named(self, ref: str, w: SiteWords) -> str:
        """Return who entered a row, in words; nothing where it was brought in from elsewhere."""
        return "" if ref in self._brought else self.name_of(self._by[ref], w)

    def name_of(self, person: str, w: SiteWords) -> str:
        """Return what somebody is called; of one parent the other does not read the name."""
        if person == self._asked.person.ref:
            return w.replies.you
        if person in self._families and self._asked.relation.kind == "family":
            return w.replies.the_family
        return self._names.get(person) or Person.objects.filter(ref=person).values_list("name", flat=True).first() or ""

    def _is_of(self, ref: str, people: set[str]) -> bool:
        return ref not in self._brought and self._by.get(ref) in people
