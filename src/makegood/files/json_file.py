"""A file of JSON, also packed (.gz), as plain values."""

import json
import zlib
from pathlib import Path
from typing import Any, Final

from makegood.files.limits import JSON_BYTES
from makegood.files.reading import read_bytes
from makegood.files.refusal import Refusal

_GZIP: Final = 16 + zlib.MAX_WBITS
"""What zlib calls the form of .gz files."""


def read_json(path: Path, most: int = JSON_BYTES) -> Any | Refusal:
    """Return the value that a file of JSON holds.

    Args:
        path: The file; one that ends in `.gz` is unpacked.
        most: How many bytes it may have, packed and unpacked.

    Returns:
        The value, or why there is none.
    """
    data = read_bytes(path, most)
    if not isinstance(data, Refusal) and path.suffix == ".gz":
        data = _unpacked(data, most)
    if isinstance(data, Refusal):
        return data
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return Refusal("not_json", "This file is not JSON.")


def _unpacked(data: bytes, most: int) -> bytes | Refusal:
    """Return what a .gz file holds, and never more than that is made of it."""
    unpacked, rest = bytearray(), data
    try:
        while rest:
            # Such a file may consist of several, one after another.
            part = zlib.decompressobj(_GZIP)
            unpacked += part.decompress(rest, most + 1 - len(unpacked))
            if len(unpacked) > most:
                says = f"This file has more than {most:,} bytes when it is unpacked, which is more than is read."
                return Refusal("file_too_large", says, "less")
            if not part.eof:
                return Refusal("damaged_gz", "This .gz file is damaged.")
            rest = part.unused_data.lstrip(b"\0")
    except zlib.error:
        return Refusal("damaged_gz", "This .gz file is damaged.")
    return bytes(unpacked)
