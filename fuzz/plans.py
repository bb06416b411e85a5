"""Plans and instances (JSON) and what-if files: damaged values, and damaged bytes."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

from fuzz.folders import EXAMPLES, sound
from fuzz.program import Tally, attempt

from fuzz import damage

_SESSION: Final = {
    "date": "2027-03-16", "start": "09:00", "minutes": 30, "school_id": "MRE", "provider_id": "P01",
    "service_type": "speech",
    "students": [
        {
            "student_id": "1",
            "settles": [{"service_id": "speech", "session_id": "3", "missed_on": "2026-09-28", "minutes": 30}],
        }
    ],
}  # fmt: skip
_VALUES: Final = (
    *(None, True, False, 0, -1, 1, 10**30, 0.5, 1e308, "", "x", "2027-03-16", "09:00", "24:00", [], {}, [[]], "1"),
    *("speech", "9999-12-31", "0001-01-01", "x" * 5000, [1, 2], {"a": 1}, "\ud800", "\x00"),
)
_WHAT_IF: Final = (EXAMPLES / "maple-ridge" / "what-if.yaml").read_text(encoding="utf-8")


def run(rng: Random, room: Path, tally: Tally) -> Iterator[str]:
    """Damage a plan and have it accepted; damage an instance or a what-if file and have a plan asked of it."""
    sound(rng, room)
    plan: Any = {"sessions": [json.loads(json.dumps(_SESSION)) for _ in range(rng.randint(1, 3))], "unplanned": []}
    for _ in range(rng.choice((0, 1, 1, 3))):
        damage.value_within(plan, rng, _VALUES)
    data = json.dumps(plan).encode()
    (room / "plan.json").write_bytes(damage.bytes_of(data, rng) if rng.random() < 0.1 else data)
    yield from attempt(room, tally, "accept", "plan.json", "records", "--on", "2027-03-12", changes=True)
    instance = _instance(rng)
    name = "instance.json.gz" if rng.random() < 0.3 else "instance.json"
    (room / name).write_bytes(gzip.compress(instance) if name.endswith(".gz") else instance)
    (room / "if.yaml").write_text(
        rng.choice((damage.lines_of, damage.mild_lines_of))(_WHAT_IF, rng), encoding="utf-8", errors="replace"
    )
    more = ("--what-if", "if.yaml") if rng.random() < 0.3 else ()
    yield from attempt(room, tally, "plan", name, "--time", "1", *more)


def _instance(rng: Random) -> bytes:
    """Return a small instance, sound or damaged."""
    instance: Any = {
        "format": "makegood-plan-instance", "version": 1, "first": "2027-03-15", "last": "2027-03-26",
        "school_days": {"main": ["2027-03-15", "2027-03-16", "2027-03-17"]},
        "providers": [{"provider_id": "P1", "service_types": ["speech"], "school_id": "E1"}],
        "students": [{"student_id": "S1", "school_id": "E1", "calendar": "main", "grade": "3"}],
        "misses": [
            {
                "student_id": "S1", "service_id": "V1", "service_type": "speech", "session_id": "L7",
                "missed_on": "2027-02-01", "minutes": 30, "due_by": "2027-03-17",
            }
        ],
        "availability": [
            {"provider_id": "P1", "weekday": "Monday", "start": "10:00", "end": "10:30", "school_id": "E1"}
        ],
        "bell": [{"school_id": "E1", "weekday": "Monday", "start": "08:15", "end": "14:45"}],
    }  # fmt: skip
    for _ in range(rng.choice((0, 0, 1, 1, 3))):
        damage.value_within(instance, rng, _VALUES)
    data = json.dumps(instance).encode()
    return damage.bytes_of(data, rng) if rng.random() < 0.1 else data
