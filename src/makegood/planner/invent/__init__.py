"""Made-up instances of the planner, lifelike and of any size, the same for the same seed."""

from makegood.planner.invent.draw import invent
from makegood.planner.invent.shape import SHAPES, Kind

__all__ = ["SHAPES", "Kind", "invent"]
