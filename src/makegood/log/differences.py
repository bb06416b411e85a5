"""How a session differed from what the IEP says (ledger.md, 3)."""

from collections.abc import Iterator

from makegood.records import Records


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
            known = self._differs[key] = next(self.in_words(place, service), None) is not None
        return known

    def in_words(self, place: int, service: int) -> Iterator[str]:
        """Yield in plain words how a session differed."""
        sessions, services = self._records.sessions, self._records.services
        if sessions.as_written[place] is False:
            yield "the log says that it was not given as written"
        size, most = self._sizes[place], services.group_max[service]
        if size is not None and most is not None and size > most:
            yield f"a group of {size} where the IEP says at most {most}"
        held, promised = sessions.setting[place], services.setting[service]
        if held is not None and promised is not None and alike(held) != alike(promised):
            yield f"given in {held!r} where the IEP says {promised!r}"
        types = self._may_give.get(sessions.provider_id[place] or "")
        if types is not None and alike(services.service_type[service]) not in types:
            yield "the provider's service types do not list this service"
