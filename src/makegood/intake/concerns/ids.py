"""Ids in a column: those that can be read, and the places of those that are meant, found without reading each cell."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from makegood.intake.doubt import Doubt
from makegood.intake.values import are_plain_ids, cell_reader
from makegood.records import Sessions
from makegood.terms.spelling import near

_TOGETHER: Final = 1_000
"""So many ids are compared at a time."""
_read_id: Final = cell_reader(Sessions.columns()["session_id"])


def is_unsure(id_: str) -> bool:
    """Return whether a cell is blank, or no id can be read in it."""
    read = _read_id(id_)
    return read is None or (isinstance(read, Doubt) and read.value is None)


def sure_ids(ids: Iterable[str]) -> frozenset[str]:
    """Return those of some cells in which an id can be read."""
    different = frozenset(ids) - {""}
    return different if are_plain_ids(tuple(different)) else frozenset(id_ for id_ in different if not is_unsure(id_))


def _parts(cells: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield a column in parts, each with its first place: of most parts one look says that no cell is meant."""
    for begin in range(0, len(cells), _TOGETHER):
        yield begin, cells[begin : begin + _TOGETHER]


def places_of(cells: Sequence[str], chosen: AbstractSet[str]) -> set[int]:
    """Return the places of the cells that are one of some."""
    found = set[int]()
    for begin, part in _parts(cells) if chosen else ():
        if not chosen.isdisjoint(part):
            found.update(at for at, cell in enumerate(part, begin) if cell in chosen)
    return found


def places_of_others(cells: Sequence[str], known: frozenset[str]) -> set[int]:
    """Return the places of the cells that are none of some."""
    found = set[int]()
    for begin, part in _parts(cells):
        if not known.issuperset(part):
            found.update(at for at, cell in enumerate(part, begin) if cell not in known)
    return found


def places_like(ids: Sequence[str], own: Iterable[str]) -> set[int]:
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
