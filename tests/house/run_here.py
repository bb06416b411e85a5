"""Running the program in this process, as `makegood` does, with all that it says kept."""

import io
import logging
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

import pytest

from makegood.cli import main


class Done(NamedTuple):
    """What came of a command: its exit code, standard output, and standard error with all that was logged."""

    code: int | str | None
    out: str
    said: str


Run = Callable[..., Done]
"""Runs a command in this process: the fixture `makegood`."""


class _Kept(logging.Handler):
    """Keeps what is logged anywhere."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.lines.append(self.format(record))


def makegood(monkeypatch: pytest.MonkeyPatch, *words: object) -> Done:
    """Run a command in this process."""
    monkeypatch.setattr(sys, "argv", ["makegood", *map(str, words)])
    raw, err, kept = io.BytesIO(), io.StringIO(), _Kept()
    out = io.TextIOWrapper(raw, "utf-8", newline="")
    logging.getLogger().addHandler(kept)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main.leave()
            out.flush()
    finally:
        logging.getLogger().removeHandler(kept)
    return Done(code, raw.getvalue().decode(), err.getvalue() + "\n".join(kept.lines))
