"""The facts of an instance as whole numbers in columns, which the search can run over."""

from makegood.planner.model.board import Board
from makegood.planner.model.build import board_of

__all__ = ["Board", "board_of"]
