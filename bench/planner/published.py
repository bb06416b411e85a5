"""The published instances: what each is made from, and the best that is known of it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from makegood.planner.invent import Kind
from makegood.plans.instance import Instance
from makegood.plans.instance_file import read_instance

FOLDER: Final = Path(__file__).parent.parent / "instances"
BEST: Final = FOLDER / "best.json"


@dataclass(frozen=True, slots=True)
class Published:
    """A published instance.

    Attributes:
        seconds: How long a planner may look for a plan of it when several are set side by side.
    """

    name: str
    kind: Kind
    seed: int
    students: int
    seconds: float

    @property
    def path(self) -> Path:
        """Where it stands."""
        return FOLDER / f"{self.name}.json.gz"

    @property
    def plan(self) -> Path:
        """Where its best plan stands."""
        return FOLDER / "plans" / f"{self.name}.json.gz"

    def read(self) -> Instance:
        """Return it.

        Raises:
            ValueError: If the file cannot be used.
        """
        instance, findings = read_instance(self.path)
        if instance is None:
            raise ValueError("\n".join(finding.message for finding in findings))
        return instance


PUBLISHED: Final = {
    each.name: each
    for each in (
        *(Published(f"school-{seed}", "school", seed, 40, 10) for seed in range(1, 7)),
        *(Published(f"contested-{seed}", "contested", seed, 120, 30) for seed in range(1, 4)),
        *(Published(f"cluster-{seed}", "cluster", seed, 360, 60) for seed in range(1, 4)),
        Published("district-2500", "district", 1, 2_500, 90),
        Published("district-10000", "district", 1, 10_000, 120),
    )
}


def best() -> dict[str, dict[str, Any]]:
    """Return what is known of each: its sum, what is owed, the bound, the best plan and how it was found."""
    known: dict[str, dict[str, Any]] = json.loads(BEST.read_text("utf-8")) if BEST.exists() else {}
    return known
