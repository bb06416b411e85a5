"""What the checks look at: the records as read, and the log that answers for them."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from makegood.log import Log
from makegood.records import Records, Sessions
from makegood.terms.echo import Public


@dataclass(frozen=True)
class Facts:
    """The records as read, before any ledger is drawn from them.

    Attributes:
        records: The tables. While cells were refused, needed cells can be None in them.
        every: All rows of the log, also those that a check is not asked about: what corrects what.
        given: The tables that were given at all.
        as_of: The day of the account, if it is known.
        unsure: Tables of which rows or ids could not be read.
        places: The ids in the tables of schools and terms. Those have no column for a person, so the ids are no names,
            whatever they look like.
    """

    records: Records
    every: Sessions
    given: frozenset[str]
    as_of: dt.date | None = None
    unsure: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @cached_property
    def log(self) -> Log:
        """What the rows say. No policy is asked, so local codes for reasons are not read."""
        return Log(self.records, every=self.every)

    @cached_property
    def service(self) -> dict[str, int]:
        """The place of each service by its id."""
        return self.records.services.index()

    @cached_property
    def session(self) -> dict[str, int]:
        """The place of each session by its id."""
        return self.records.sessions.index()

    @cached_property
    def provider(self) -> dict[str, int]:
        """The place of each provider by their id."""
        return self.records.providers.index()

    def place(self, id_: str | None) -> str | None:
        """Return the id of a school or calendar, as one that a finding may repeat if its own table has it."""
        return Public(id_) if id_ in self.places else id_

    def base_of(self, provider_id: str) -> str | None:
        """Return the school where a provider is based, if the records say."""
        place = self.provider.get(provider_id)
        return None if place is None else self.records.providers.school_id[place]

    @cached_property
    def school_of(self) -> dict[str, str | None]:
        """Each student's school, by the student's id."""
        return dict(zip(self.records.students.student_id, self.records.students.school_id, strict=True))

    @cached_property
    def award(self) -> dict[str, int]:
        """The place of each award by its id."""
        return self.records.awards.index()

    def last(self, session_id: str) -> int | None:
        """Return the place of the row that stands for a session now; None if that row is not asked about."""
        return self.session.get(self.log.corrections.last(session_id))
