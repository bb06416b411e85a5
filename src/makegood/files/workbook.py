"""A workbook's cells, read by a process of its own that may fail without harm: `workbook_worker`."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Self

import makegood
from makegood.files.limits import WORKBOOK_MEMORY, WORKBOOK_SECONDS, WORKBOOK_WAIT
from makegood.files.reading import refuse_kind
from makegood.files.refusal import Refusal

_MEGABYTE: Final = 1_000_000


class Workbook:
    """A workbook that is open; used with `with`, which ends the process that reads it.

    Attributes:
        names: Its sheets' names, in order.
        hidden: Those that a spreadsheet program does not show.
        charts: Those that have no cells.
        refusal: Why the workbook, or the sheet that was read last, cannot be used; None if it can.
        alive: Whether other sheets can still be asked for.
    """

    def __init__(self, path: Path, *, any_kind: bool = False) -> None:
        """Begin to open a workbook.

        Args:
            path: The file.
            any_kind: Whether .xls, .xlsb and .ods are read too; records are kept in .xlsx.
        """
        self.names: list[str] = []
        self.hidden: list[str] = []
        self.charts: list[str] = []
        self.refusal: Refusal | None = refuse_kind(path)
        self.alive = self.refusal is None
        self._late = False
        if not self.alive:
            return
        # Only the program's own code and libraries: no file that lies beside the records is taken for a module.
        command = [
            sys.executable,
            "-P",
            "-m",
            "makegood.files.workbook_worker",
            str(path),
            *(["any"] if any_kind else []),
        ]
        home = str(Path(makegood.__file__).parents[1])
        here = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))}
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the words are ours, and the path is one word
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=here
            )
        except (OSError, ValueError):
            says = "This workbook was not read: the process that reads workbooks could not be started."
            self.refusal, self.alive = Refusal("unreadable_file", says, "the tables as .csv files"), False
            return
        self._clock = threading.Timer(WORKBOOK_WAIT, self._stop)
        self._clock.daemon = True
        self._clock.start()

    def __enter__(self) -> Self:
        if self.alive:
            answer = self._answer()
            if "names" in answer:
                self.names, self.hidden, self.charts = answer["names"], answer["hidden"], answer["charts"]
            else:
                self.refusal, self.alive = Refusal(**answer["refused"]), False
        return self

    def __exit__(self, *_: object) -> None:
        if not hasattr(self, "_process"):
            return
        self._clock.cancel()
        self._process.kill()
        # A process that ended by itself leaves a pipe that is closed at its other end.
        with suppress(OSError):
            self._process.communicate()

    def rows(self, name: str) -> Iterator[list[Any]]:
        """Yield a sheet's rows from row 1 on, each from column A on; afterwards `refusal` says whether that was all.

        A cell is text (blank if it is empty), a number, true or false, a date, a time or a length of time.
        """
        self.refusal = None
        try:
            self._in.write(json.dumps(name).encode() + b"\n")
            self._in.flush()
        except OSError:
            pass  # The process has ended; what it answers says so.
        while isinstance(answer := self._answer(), list):
            yield from answer
        if "refused" in answer:
            self.refusal = Refusal(**answer["refused"])

    def looks(self, name: str) -> dict[str, Any]:
        """Return what a sheet shows besides its cells (`sheet_looks.looks_of`); empty where that is not known."""
        if not self.alive:
            return {}
        try:
            self._in.write(json.dumps({"looks": name}).encode() + b"\n")
            self._in.flush()
        except OSError:
            return {}
        answer = self._answer()
        return answer.get("looks", {}) if isinstance(answer, dict) else {}

    @property
    def _in(self) -> Any:
        return self._process.stdin

    def _answer(self) -> Any:
        """Return the next thing that the process says, or that it has ended."""
        try:
            return json.loads(self._out.readline(), object_hook=_cell)
        except (OSError, ValueError):
            self.alive = False
            return {"refused": _fields(self._ended())}

    @property
    def _out(self) -> Any:
        return self._process.stdout

    def _ended(self) -> Refusal:
        """Say why the process ended before it was done."""
        code = self._process.wait()
        if self._late or -code == getattr(signal, "SIGXCPU", None):
            says = f"This workbook could not be read within {WORKBOOK_SECONDS} seconds."
            return Refusal("workbook_too_slow", says, "a smaller workbook, or the tables as .csv files")
        says = (
            "This workbook could not be read: it is damaged, or it needs more memory than the"
            f" {WORKBOOK_MEMORY // _MEGABYTE:,} megabytes that it may take."
        )
        return Refusal("unreadable_file", says, "a workbook as a spreadsheet program saves it")

    def _stop(self) -> None:
        self._late = True
        self._process.kill()


def _fields(refusal: Refusal) -> dict[str, Any]:
    return {name: getattr(refusal, name) for name in Refusal.__slots__}


def _cell(found: dict[str, Any]) -> Any:
    """Return the date, time or length of time that an object of one key stands for."""
    if len(found) != 1:
        return found
    ((kind, value),) = found.items()
    if kind == "date":
        return dt.date.fromisoformat(value)
    if kind == "moment":
        return dt.datetime.fromisoformat(value)
    if kind == "time":
        return dt.time.fromisoformat(value)
    if kind == "length":
        return dt.timedelta(*value)
    return found
