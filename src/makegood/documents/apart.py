"""Asking the process that makes papers apart from the program, with limits of time and memory: `worker`."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import makegood
from makegood.documents.blocks import Paper
from makegood.files.limits import PAPER_SECONDS

_WAIT: Final = PAPER_SECONDS + 10
"""Seconds by the clock."""


def asked_apart(order: dict[str, Any]) -> dict[str, Any] | None:
    """Return what the process answers; None if it took more time or memory than it may, or could not begin.

    Args:
        order: What is to be made, as the process reads it.
    """
    home = str(Path(makegood.__file__).parents[1])
    found = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
    # Only the program's own code and libraries: no file that lies beside the records is taken for a module.
    command = [sys.executable, "-P", "-m", "makegood.documents.worker"]
    try:
        # A process that is ended in the middle removes nothing: so what it writes for itself lies where this one does.
        with TemporaryDirectory(prefix="makegood-", ignore_cleanup_errors=True) as room:
            here = os.environ | {"PYTHONPATH": found} | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), room)
            done = subprocess.run(  # noqa: S603 - the words are ours
                command, input=json.dumps(order).encode(), capture_output=True, env=here, timeout=_WAIT, check=False
            )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return answer


def pdf_apart(paper: Paper) -> bytes | None:
    """Return a paper as PDF in our own layout; None if it takes more time or memory than a paper may."""
    answer = asked_apart({"paper": paper})
    return None if answer is None else base64.b64decode(answer["pdf"])
