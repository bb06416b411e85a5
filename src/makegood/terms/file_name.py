"""An id as part of a file's name: no sign in it leads elsewhere, and no id is too long for a disk."""

from hashlib import sha256
from typing import Final
from urllib.parse import quote

_LONGEST: Final = 120
_MARK: Final = 12


def file_name(id_: str) -> str:
    """Return an id as a file's name can hold it: signs as `%2F`, a very long one cut and with a mark of its own."""
    name = quote(id_, safe=" ")
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]} {sha256(id_.encode()).hexdigest()[:_MARK]}"
