"""How a session differed from what the IEP says (ledger.md, 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from makegood.records import Records

DifferenceKind = Literal["not_as_written", "group", "setting", "provider"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a session was given otherwise.

    Attributes:
        held: How it was given, and `promised` how the service says it is: the size of a group, or a setting.
    """

    kind: DifferenceKind
    held: str = ""
    promised: str = ""


def alike(word: str) -> str:
    """Return a word without regard to case and outer blanks."""
    return word.strip().casefold()


class Differences:
    """Compares sessions with their services; kinds of session that are alike are compared once."""

    def __init__(self, records: Records, group_sizes: list[int | None]) -> None:
        """Look up what each provider may give.

        Args:
            records: The folder of records.
            group_sizes: For each session, how many students were there; None if that is not known.
        """
        self._records = records
        self._sizes = group_sizes
        providers = records.providers
        self._may_give = {
            id_: frozenset(alike(word) for word in types)
            for id_, types in zip(providers.provider_id, providers.service_types, strict=True)
            if types
        }
        self._differs: dict[tuple[object, ...], bool] = {}

    @property
    def some_may_give(self) -> bool:
        """Whether of any provider it is known what may be given."""
        return bool(self._may_give)

    def differs(self, place: int, service: int) -> bool:
        """Return whether a session was given in another way than its service says."""
        sessions = self._records.sessions
        key = (
            service,
            sessions.as_written[place],
            self._sizes[place],
            sessions.setting[place],
            sessions.provider_id[place],
        )
        known = self._differs.get(key)
        if known is None:
            known = self._differs[key] = next(self.of(place, service), None) is not None
        return known

    def of(self, place: int, service: int) -> Iterator[Difference]:
        """Yield how a session differed."""
        sessions, services = self._records.sessions, self._records.services
        if sessions.as_written[place] is False:
            yield Difference("not_as_written")
        size, most = self._sizes[place], services.group_max[service]
        if size is not None and most is not None and size > most:
            yield Difference("group", str(size), str(most))
        held, promised = sessions.setting[place], services.setting[service]
        if held is not None and promised is not None and alike(held) != alike(promised):
            yield Difference("setting", held, promised)
        types = self._may_give.get(sessions.provider_id[place] or "")
        if types is not None and alike(services.service_type[service]) not in types:
            yield Difference("provider")
