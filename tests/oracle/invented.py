"""An invented folder in the making: its tables, its ids and the dice."""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from ruamel.yaml import YAML
from tests.oracle.tables import Row

SHAPES = ("S-{}", "{:04d}", "a{}", "{}", "Z{}x", "s-{}", "é{}", "10{}", "_{}")
MUST_STAND = {
    "schools": "school_id name calendar_id policy_id",
    "students": "student_id",
    "terms": "calendar_id name kind start end",
    "calendar": "calendar_id date kind",
    "services": "service_id student_id service_type minutes per",
    "schedule": "service_id weekday start_time minutes",
    "sessions": "session_id service_id date minutes_delivered",
    "determinations": "determination_id session_id disposition",
    "awards": "award_id student_id service_type minutes start",
    "offers": "offer_id session_id date response",
    "providers": "provider_id name",
    "student_absences": "student_id date",
    "provider_absences": "provider_id date",
}
NEEDED = ("services", "sessions", "students", "terms")


class Invented:
    """A folder in memory, drawn from one seed."""

    def __init__(self, seed: int) -> None:
        """Begin an empty folder."""
        self.dice = Random(seed)  # noqa: S311 - invented records, no secrets
        self.tables: dict[str, list[Row]] = {name: [] for name in MUST_STAND}
        self.packs: list[dict[str, Any]] = []
        self.codes: dict[str, list[str]] = {}
        self.cycles: dict[str, int] = {}
        self._used: dict[str, set[str]] = {}

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.dice.random() < share

    def new_id(self, table: str) -> str:
        """Return a new id in a mixed shape, so that text order is not number order."""
        used = self._used.setdefault(table, set())
        while True:
            drawn = self.dice.choice(SHAPES).format(self.dice.randint(1, 2 * len(used) + 9))
            if drawn not in used:
                used.add(drawn)
                return drawn

    def add(self, table: str, **cells: object) -> Row:
        """Add a row; None is blank, a yes or no takes any of its spellings."""
        row: Row = {}
        for column, value in cells.items():
            if isinstance(value, bool):
                row[column] = self.dice.choice(("yes", "true", "1") if value else ("no", "false", "0"))
            else:
                row[column] = "" if value is None else str(value)
        self.tables[table].append(row)
        return row

    def day_in(self, first: date, last: date) -> date:
        """Draw a day from first to last."""
        return first + timedelta(days=self.dice.randint(0, max(0, (last - first).days)))

    def write(self, folder: Path) -> None:
        """Write every table in a shuffled order, leaving out columns that are blank throughout."""
        folder.mkdir(parents=True, exist_ok=True)
        for table, rows in self.tables.items():
            if not rows and table not in NEEDED:
                continue
            columns = MUST_STAND[table].split()
            for row in rows:
                columns += [c for c in row if c not in columns and row[c]]
            with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
                writer.writeheader()
                writer.writerows(self.dice.sample(rows, len(rows)))
        (folder / "policies").mkdir(exist_ok=True)
        for pack in self.packs:
            with (folder / "policies" / f"{pack['id']}.yaml").open("w", encoding="utf-8") as file:
                YAML(typ="safe", pure=True).dump(pack, file)
