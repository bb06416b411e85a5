"""The packs of a folder of records, by id: its own, and those that are built in, read when they are asked for."""

from collections.abc import Callable, Iterator, Mapping

from makegood.policies.pack import Pack


class Packs(Mapping[str, Pack]):
    """Packs by id, in the order of their ids.

    Most commands ask for two or three of the built-in packs: the others' YAML takes half a second to read.
    """

    def __init__(self, own: Mapping[str, Pack], built_in: frozenset[str], read: Callable[[str], Pack]) -> None:
        """Take what is there.

        Args:
            own: The folder's sound packs.
            built_in: The ids of the built-in packs that hold here: none that the folder replaces.
            read: Reads one of these.
        """
        self._own = dict(own)
        self._built_in = built_in
        self._read = read

    def __getitem__(self, pack_id: str) -> Pack:
        """Return a pack.

        Raises:
            KeyError: If there is none of this id.
        """
        return self._read(pack_id) if pack_id in self._built_in else self._own[pack_id]

    def __contains__(self, pack_id: object) -> bool:
        """Return whether there is a pack of this id; none is read for it."""
        return pack_id in self._built_in or pack_id in self._own

    def __iter__(self) -> Iterator[str]:
        """Yield the ids, in order."""
        return iter(sorted(self._built_in.union(self._own)))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._built_in) + len(self._own)

    def without(self, lost: frozenset[str]) -> "Packs":
        """Return the packs but some."""
        own = {pack_id: pack for pack_id, pack in self._own.items() if pack_id not in lost}
        return Packs(own, self._built_in - lost, self._read)
