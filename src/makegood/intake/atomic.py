"""Files that appear whole or not at all, and never in the place of another."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from makegood.terms.findings import Finding, Origin


def write_new(out: Path, write: Callable[[Path], None]) -> list[Finding]:
    """Let `write` fill a new file or folder beside `out`, then give it the name.

    Args:
        out: The name; nothing may have it yet.
        write: Writes what is to be there to the path that it is given.

    Returns:
        A finding if nothing was written, else none.
    """
    if os.path.lexists(out):
        says = "This exists already, and nothing is overwritten. Choose another name."
        return [Finding("error", "exists_already", says, Origin(out.name), expected="a new name")]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".makegood-") as room:
            made = Path(room) / out.name
            write(made)
            shutil.move(made, out)
    except OSError as problem:
        says = f"This could not be written: {problem.strerror}."
        return [Finding("error", "not_written", says, Origin(out.name), expected="a place that can be written to")]
    return []
