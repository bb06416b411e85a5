"""The runners by name: a new one is one line here.

A runner makes an input in an empty folder from a stream of chance, runs the program over it, and yields a sentence for
each thing that the program did not take well.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from fuzz.program import Tally

from fuzz import calendars, folders, packs, plans, workbooks, writers

Runner = Callable[[Random, Path, Tally], Iterator[str]]

RUNNERS: Final[dict[str, Runner]] = {
    "folders": folders.run,
    "workbooks": workbooks.run,
    "calendars": calendars.run,
    "packs": packs.run,
    "plans": plans.run,
    "kills": writers.run_killed,
    "two writers": writers.run_together,
}
