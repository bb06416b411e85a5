"""Greedy, the plain CP-SAT model and Makegood's planner on the published instances, side by side.

    python -m bench.planner.run [--quick] [NAME ...]

Prints Markdown. Each planner runs in a process of its own, with the same seconds; each plan is checked.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from bench.machine import machine
from bench.planner.child import PLANNERS
from bench.planner.published import PUBLISHED, Published, best

_ROOT: Final = Path(__file__).parents[2]
_QUICK: Final = ("school-1", "school-2", "contested-1")
_QUICK_SECONDS: Final = 10.0
_PATIENCE: Final = 600
"""Seconds beyond its own in which a planner may read, build and end."""


def side_by_side(names: Iterable[str], seconds: float | None = None) -> None:
    """Print a table of what each planner reaches on each instance.

    Args:
        names: Of published instances.
        seconds: What each planner gets, if not what the instance says.
    """
    print("| instance | owed | planner | planned | in time | bound | of the bound | seconds | memory, MB | verified |")
    print("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |", flush=True)
    known = best()
    for name in names:
        published = PUBLISHED[name]
        given = seconds or published.seconds
        told = {planner: _run(planner, published, given) for planner in PLANNERS}
        bounds = [row["bound"] for row in (*told.values(), known.get(name, {})) if row.get("bound") is not None]
        owed = sum(miss.minutes for miss in published.read().misses)
        for planner, row in told.items():
            print(f"| {name} | {owed:,} | {planner} | {_cells(row, min(bounds, default=owed))} |", flush=True)


def _cells(row: dict[str, Any], bound: int) -> str:
    if "none" in row:
        return f"{row['none']} | | {bound:,} | | | | "
    share = f"{row['planned'] / bound:.1%}" if bound else ""
    checked = "yes" if row["verified"] else "**no**"
    figures = f"{row['planned']:,} | {row['in_time']:,} | {bound:,} | {share}"
    return f"{figures} | {row['seconds']:.1f} | {row['memory']:,.0f} | {checked}"


def _run(planner: str, published: Published, seconds: float) -> dict[str, Any]:
    asked = [sys.executable, "-m", "bench.planner.child", planner, published.name, str(seconds)]
    try:
        done = subprocess.run(asked, cwd=_ROOT, stdout=subprocess.PIPE, timeout=seconds + _PATIENCE, check=True)
    except subprocess.TimeoutExpired:
        return {"none": f"stopped {_PATIENCE} s after its time"}
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.planner.run", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PUBLISHED))
    parser.add_argument("--quick", action="store_true", help=f"{', '.join(_QUICK)}, {_QUICK_SECONDS:.0f} s each")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in PUBLISHED]
    if unknown:
        parser.error(f"no instance is called {', '.join(unknown)}; there are {', '.join(PUBLISHED)}")
    print(machine(), end="\n\n")
    names = asked.names or (_QUICK if asked.quick else PUBLISHED)
    side_by_side(names, _QUICK_SECONDS if asked.quick else None)


if __name__ == "__main__":
    main()
