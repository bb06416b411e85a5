"""Compiles the inner loops ahead of the first plan: `python -m makegood.planner.solve.prepare`."""

from makegood.planner.invent import invent
from makegood.planner.solve.stages import solve


def prepare() -> None:
    """Plan a tiny made-up school, so that everything is compiled and kept for the plans to come."""
    solve(invent("school", 1, students=8))


if __name__ == "__main__":
    prepare()
