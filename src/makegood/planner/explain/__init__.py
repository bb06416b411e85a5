"""Why minutes are not planned, each with figures that a director can act on."""

from makegood.planner.explain.unplanned import unplanned

__all__ = ["unplanned"]
