"""The table of wordings in `mandate_wordings.csv`, and how an answer to one of them is judged.

A reading is written as `minutes x sessions / every period how`; without `x sessions` the minutes are the period's
total; `?` is what the text does not say. Several readings are parted by `|`. No readings: any may be offered.
"""

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from makegood.intake.mandate import MandateReading, Reading

_READING: Final = re.compile(
    r"(?P<minutes>\d+|\?)(?: x (?P<sessions>\d+))? / (?:(?P<every>\d+) )?(?P<per>[a-z]+|\?)"
    r"(?: (?P<delivery>[a-z]+))?(?: (?P<size>\d+))?"
)

Judgement = Literal["right", "asked", "wrong"]


@dataclass(frozen=True)
class Wording:
    """A text, and what it promises."""

    text: str
    status: str
    readings: tuple[Reading, ...]

    def judge(self, found: MandateReading) -> Judgement:
        """Return `right`, `asked` (a person is asked without need) or `wrong` (nobody is asked, and it is wrong)."""
        if found.status == "review":
            return "right" if self.status == "review" else "asked"
        return "right" if self.status == "ok" and found.readings == self.readings else "wrong"


def wordings() -> list[Wording]:
    """Return the table."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return [
            Wording(row["text"], row["status"], tuple(map(_reading, filter(None, row["readings"].split(" | ")))))
            for row in csv.DictReader(file)
        ]


def _reading(written: str) -> Reading:
    found = _READING.fullmatch(written)
    assert found is not None, written
    minutes, sessions, every, per, delivery, size = (
        found[name] for name in ("minutes", "sessions", "every", "per", "delivery", "size")
    )
    return Reading(
        minutes=None if minutes == "?" else int(minutes),
        sessions=int(sessions or 1),
        per=None if per == "?" else per,
        every=int(every or 1),
        group_max=int(size) if size else 1 if delivery == "individual" else None,
        delivery=delivery,  # type: ignore[arg-type]  # the table's own words
        total=sessions is None,
    )
