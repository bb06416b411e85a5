"""The search: prices that bound every plan, and a plan that comes near the bound."""

from makegood.planner.solve.stages import Progress, Solution, solve

__all__ = ["Progress", "Solution", "solve"]
